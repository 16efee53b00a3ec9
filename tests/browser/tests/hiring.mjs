// The page of adverts for the other side: which jobs a draft mixes, how to divide them, what is needed and what would be
// nice. By the same reading, and silent where that is.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ADVERT, heading, loaded, open, press, read } from "../advert-page.mjs";
import { audit } from "../axe.mjs";
import { fits, inFrame } from "../frame.mjs";
import { nativeAdvert } from "../native.mjs";
import { until } from "../rig.mjs";
import { hiringTexts } from "../shipped.mjs";
import { ROOT } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { advertSay } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** An advert for one person who does everything. */
const EVERYTHING = join(ROOT, "tests/suite/advert/adverts/08-founding-product-superhero.md");
const texts = await hiringTexts();
const KEY = "metier-advert /";
/** Wishes of both kinds: under a heading, and in so many words; a must among them is a wish. */
const DRAFT = `${ADVERT}

Nice to have
- You must have seen a harbour.
- Danish

Requirements
- You must know SQL.
- Ideally you have sold something.`;

/** Chooses who reads. @param {Rig} rig @param {"applying" | "hiring"} mode */
const choose = (rig, mode) =>
  rig.run((wanted) => {
    const one = /** @type {HTMLInputElement} */ (document.querySelector(`input[name=mode][value=${wanted}]`));
    one.focus();
    one.click();
  }, mode);

/** The page for who hires: that is kept in this tab. @param {Rig} rig */
async function openHiring(rig) {
  await open(rig);
  rig.allow(/^stores: metier-advert /);
  await choose(rig, "hiring");
}

/** What stands in a list. @param {Rig} rig @param {string} part */
const listed = (rig, part) =>
  rig.run((name) => [...document.querySelectorAll(`[data-part=${name}] li`)].map((one) => one.textContent ?? ""), part);

/** A sentence of the document as it is shown. @param {string} text @param {Record<string, string>} values */
const said = (text, values) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
/** @param {any} tree */
const plain = (tree) => tree.blocks[0].runs.map((/** @type {any} */ run) => run.text).join("");

once(
  "a draft is read for who hires: the jobs that it mixes, how to divide them, what is needed and what is nice",
  async (rig) => {
    await openHiring(rig);
    const mark = rig.proxy.mark();
    const title = await read(rig, DRAFT);
    const { archetypes } = await nativeAdvert(DRAFT);
    const [first, second] = archetypes;
    ok((second.part ?? 0) >= 0.2, `the draft mixes two jobs: ${second.part}`);
    const values = { first: plain(first.name), second: plain(second.name) };
    ok(said(texts.mix.text, values).startsWith(String(title)), `the heading: ${title}`);
    const pair = texts.split.find((/** @type {any} */ one) =>
      [first, second].every(({ role }) => one.pair.includes(role)),
    );
    same(
      await rig.run(() => document.querySelector("[data-part=split] p")?.textContent),
      pair ? pair.text : said(texts.split_other.text, values),
      "how to divide them",
    );
    const [needed, nice] = [await listed(rig, "needed"), await listed(rig, "nice")];
    ok(needed.includes("You must know SQL."), `what is needed: ${needed}`);
    same(nice.includes("You must have seen a harbour."), true, `what is nice: ${nice}`);
    ok(nice.includes("Danish") && nice.includes("Ideally you have sold something."), `what is nice: ${nice}`);
    ok(!needed.some((line) => nice.includes(line)), "no line is both");
    same(
      await listed(rig, "ask"),
      texts.ask.map((/** @type {any} */ { text }) => text),
      "the questions",
    );
    await rig.run(() => /** @type {HTMLElement} */ (document.querySelector("[data-part=nice] .jump")).click());
    ok(
      await rig.run(
        (line) => document.activeElement?.matches(".line") && document.activeElement.textContent?.includes(line),
        nice[0],
      ),
      "a line leads to its place in the text",
    );
    same(await rig.requests(mark), [], "requests");
  },
);

once(
  "a draft for one job is called so, one for everything too, and what the reading refuses is not said",
  async (rig) => {
    await openHiring(rig);
    const one = "Own the product vision and the roadmap. Talk to customers, find the problems worth solving. ".repeat(
      6,
    );
    const only = await read(rig, one);
    const [first] = (await nativeAdvert(one)).archetypes;
    ok(said(texts.one.text, { first: plain(first.name) }).startsWith(String(only)), `one job: ${only}`);
    same(await rig.run(() => document.querySelector("[data-part=split]")), null, "nothing to divide");
    const all = await read(
      rig,
      `${await readFile(EVERYTHING, "utf8")}\n\nRequirements\n${"- You must know it.\n".repeat(12)}`,
    );
    ok(texts.many.text.startsWith(String(all)), `for everything: ${all}`);
    ok(await rig.run(() => document.querySelector("[data-part=unrealistic]") !== null), "its must-haves are counted");
    same(await read(rig, "Too short."), advertSay("too-short"), "a text that is too short");
    same(await rig.run(() => document.querySelector("[data-part=split]")), null, "of that no jobs are named");
  },
);

once(
  "who reads is kept in this tab, changes a reading that is on show, and leaves the focus where it is",
  async (rig) => {
    const origin = await open(rig);
    rig.allow(/^stores: metier-advert /);
    await read(rig, DRAFT);
    const before = await rig.run(() => document.querySelector("#reading-title")?.textContent);
    await choose(rig, "hiring");
    await until(
      () => rig.run(() => document.querySelector("[data-part=needed]") !== null),
      "the reading for who hires is shown",
    );
    ok(
      await rig.run(
        () => document.activeElement instanceof HTMLInputElement && document.activeElement.value === "hiring",
      ),
      "the focus stays at the switch",
    );
    await choose(rig, "applying");
    await until(
      () => rig.run((words) => document.querySelector("#reading-title")?.textContent === words, before),
      "the reading for who applies is back",
    );
    same(await rig.run((key) => sessionStorage.getItem(key), KEY), null, "nothing is kept of the usual");
    await choose(rig, "hiring");
    await rig.open(`${origin}/advert.html`);
    await loaded(rig);
    await until(
      () => rig.run((label) => document.querySelector("label.name")?.textContent === label, advertSay("hiring-label")),
      "the page is still for who hires",
    );
    same(await rig.run(() => localStorage.length), 0, "nothing is on the device");
    await rig.open(`${rig.fresh()}/advert.html#hiring`);
    await loaded(rig);
    ok(
      await rig.run(() => /** @type {HTMLInputElement} */ (document.querySelector("input[value=hiring]")).checked),
      "the link from the first page is for who hires",
    );
  },
);

test("a draft that is read has no fault of access, and fits 320 pixels", async (rig) => {
  await openHiring(rig);
  await read(rig, DRAFT);
  await audit(rig, "a draft that is read");
  await inFrame(rig, "/advert.html#hiring", rig.fresh());
  await loaded(rig);
  await press(rig, `${DRAFT}\n- Must have ${"harbour".repeat(40)}`);
  await heading(rig);
  await fits(rig, "a draft that is read");
  await rig.driver.switchTo().defaultContent();
});
