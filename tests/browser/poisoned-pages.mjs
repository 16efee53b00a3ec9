// The pages of adverts and of profiles over documents of a stranger: lexicons, adverts, saved profiles.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ADVERT, compare, loaded, READING } from "./advert-page.mjs";
import { answersTo } from "./answers.mjs";
import { filled, SCHEMAS } from "./fields.mjs";
import { METIER } from "./native.mjs";
import { mend, poisoned, reworded } from "./poisoned.mjs";
import { until } from "./rig.mjs";
import { choose, HOST, KEY, profileOf, result, shows } from "./saved.mjs";
import { giveHarmless, harmlessOf, look, nothingElse, openUnder, payload } from "./strict-pages.mjs";
import { SHORT_LEXICON, STRANGERS } from "./strangers.mjs";
import { ok, same } from "./suite.mjs";
import { JSON_TYPE } from "./walking.mjs";
import { advertSay } from "./words.mjs";

/** @typedef {import("./rig.mjs").Rig} Rig */
/** @typedef {import("./poisoned.mjs").Pairs} Pairs */
/** @typedef {import("./strict-pages.mjs").How} How */

/** @param {string} title @param {Pairs} pairs @param {number} screens */
function report(title, pairs, screens) {
  console.log(`     ${title}: ${pairs.count("drawn")} pairs drawn, ${pairs.count("told")} told, ${screens} screens`);
}

// --- adverts, and the lexicon that they are read by ---

/** Lines with payloads in an advert. */
const TOGETHER = 8;
/** What is wrong, as the page tells it: the places. @param {Rig} rig */
const toldOn = (rig) =>
  rig.run(() =>
    [...document.querySelectorAll(".complaint .problems > li > p.small > code:first-child")].map(
      ({ textContent }) => textContent ?? "",
    ),
  );

/** Reads, and waits for the reading or the complaint. @param {Rig} rig @param {string} text */
async function readOrTold(rig, text) {
  await rig.run((words) => {
    const box = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
    document.querySelector("section.reading")?.replaceChildren();
    document.querySelector("form .complaint")?.replaceChildren();
    box.value = words;
    /** @type {HTMLElement} */ (document.querySelector("form button[type=submit]")).click();
  }, text);
  return until(
    () =>
      rig.run(() =>
        document.querySelector("form .complaint")?.childElementCount
          ? "told"
          : document.querySelector("section.reading")?.childElementCount
            ? "drawn"
            : "",
      ),
    "a reading, or a complaint",
  );
}

/** @param {Rig} rig @param {any} document */
async function openAdvert(rig, document) {
  rig.proxy.replaced.set("/lexicon/product.json", { headers: JSON_TYPE, body: JSON.stringify(document) });
  // What is to be prepared is said to those who have a profile.
  await openUnder(rig, "advert", { local: { [KEY]: profileOf(await result("roles", 5, "2026-11-22")) } });
  await loaded(rig);
}

/** Reads, and compares what is read with what is kept. @param {Rig} rig @param {string} text */
async function readAndCompare(rig, text) {
  const ended = await readOrTold(rig, text);
  // Of a text that is too short, or in another language, nothing is compared.
  const offered = await rig.run(
    (reading, words) => [...document.querySelectorAll(`${reading} button`)].some((one) => one.textContent === words),
    READING,
    advertSay("meets-button"),
  );
  if (ended !== "drawn" || !offered) return ended;
  await compare(rig);
  await until(
    () => rig.run(() => document.querySelector("[data-skill], section.reading .complaint") !== null),
    "the comparison",
  );
  return ended;
}

/** @param {Rig} rig @param {import("./poisoned.mjs").Queue} queue @param {Pairs} pairs */
export async function readAdverts(rig, queue, pairs) {
  const mark = rig.proxy.mark();
  await openAdvert(rig, { ...SHORT_LEXICON, titel: "x", id: "A", version: "" });
  await readOrTold(rig, ADVERT);
  await look(rig, "advert", "keep");
  const wrong = await harmlessOf(rig);
  await openAdvert(rig, SHORT_LEXICON);
  await giveHarmless(rig, wrong);
  for (const words of [ADVERT, "short", `${ADVERT}\n\nNice to have\n- Danish`, `${ADVERT}\n\n<p>A <b>word</b></p>`]) {
    await readAndCompare(rig, words);
    await look(rig, "advert", "keep");
  }
  const harmless = await harmlessOf(rig);
  let screens = 0;
  for (let at = 0; queue.left; at += 1) {
    const { document, places } = queue.next(SHORT_LEXICON);
    const lines = Array.from({ length: TOGETHER }, (_, line) => payload(at * TOGETHER + line));
    await openAdvert(rig, document);
    await giveHarmless(rig, harmless);
    const read = async (/** @type {string} */ words) => {
      const ended = await readAndCompare(rig, words);
      screens += 1;
      same(await look(rig, "advert", "among"), [], "what harmless words would not draw");
      return { ended, told: new Set(await toldOn(rig)) };
    };
    let { ended, told } = await read(`${ADVERT}\n\n${lines.join("\n")}`);
    // An advert is refused as a whole, for the many marks of one of its lines: that has no place in the lexicon.
    if (ended === "told" && !told.size) ({ ended, told } = await read(ADVERT));
    ok(ended === "drawn" || told.size, "what is wrong has a place");
    for (const [pointer, { field, payloads }] of places) {
      if (ended === "drawn") for (const one of payloads) pairs.saw("drawn", field, one);
      else if (told.has(pointer) && payloads.length === 1) pairs.saw("told", field, payloads[0]);
      else queue.again(field, payloads);
    }
  }
  await nothingElse(rig, mark);
  report("lexicon and adverts", pairs, screens);
}

// --- saved profiles ---

const DAY = "2026-11-22";

/** What is wrong with a document, as the command line tells it: the places. @param {string} text @returns {Promise<string[]>} */
async function nativelyTold(text) {
  const folder = await mkdtemp(join(tmpdir(), "metier-"));
  try {
    const file = join(folder, "quiz.json");
    await writeFile(file, text);
    const { stdout } = await promisify(execFile)(METIER, ["check", file, "--format", "json"], {
      maxBuffer: 1 << 26,
    }).catch((error) => error);
    const [{ problems }] = /** @type {[{ problems: { severity: string, pointer: string }[] }]} */ (JSON.parse(stdout));
    return problems.filter(({ severity }) => severity === "error").map(({ pointer }) => pointer);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Quizzes that a profile may be of: with skills of the catalogue, and with one of its own. */
const KEPT = /** @type {const} */ (["several", "everything"]);

/**
 * A kept result of a quiz that is called so.
 * @param {number} index
 * @param {number} turn
 * @param {Pairs | null} pairs none: with harmless words
 */
async function keptResult(index, turn, pairs) {
  const harmless = { ...STRANGERS[KEPT[index % KEPT.length]], id: `quiz-${index}`, forms: undefined };
  const one = poisoned("quiz", harmless, turn, "words");
  // What is refused is a test of its own.
  while (mend(one, await nativelyTold(JSON.stringify(one.document))).length);
  if (!pairs) reworded(one, index);
  for (const { leaf, payload: drawn } of one.places.values()) pairs?.saw("drawn", `result.${leaf.field}`, drawn);
  const answers = [...answersTo(harmless, index)].map(([item, answer]) => [
    item,
    { answer: typeof answer === "string" && answer.includes("\n") ? payload(turn) : answer, ms: 9000 },
  ]);
  return { quiz: one.document, language: "en", seed: index, taken: DAY, answers: Object.fromEntries(answers) };
}

/** The whole of My profile over kept results. @param {Rig} rig @param {string} text @param {How} how */
async function lookAtProfile(rig, text, how) {
  await openUnder(rig, "profile", { local: { [KEY]: text } });
  await shows(rig, ({ screen }) => screen && screen !== "loading", "the page is drawn");
  return async () => {
    const found = await look(rig, "profile", how);
    await choose(rig, "origin", 2);
    await rig.run(() => dispatchEvent(new Event("beforeprint")));
    return [...found, ...(await look(rig, "profile, printed", how))];
  };
}

/** Results on a page. */
const RESULTS = 40;

/** @param {Rig} rig @param {number[]} turns @param {Pairs} pairs */
export async function showProfiles(rig, turns, pairs) {
  const mark = rig.proxy.mark();
  let screens = 0;
  for (let from = 0; from < turns.length; from += RESULTS / KEPT.length) {
    const some = turns.slice(from, from + RESULTS / KEPT.length);
    const texts = [];
    for (const poison of [false, true]) {
      const all = some.flatMap((turn, at) =>
        KEPT.map((_, kept) => keptResult(at * KEPT.length + kept, turn, poison ? pairs : null)),
      );
      texts.push(profileOf(...(await Promise.all(all))));
    }
    same(await (await lookAtProfile(rig, texts[0], "keep"))(), [], "what is wrong with harmless words");
    const harmless = await harmlessOf(rig);
    // Attributions that read the same, as some payloads do, are named once.
    const seen = await lookAtProfile(rig, texts[1], "less");
    await giveHarmless(rig, harmless);
    same(await seen(), [], "what harmless words would not draw");
    screens += 2;
  }
  await nothingElse(rig, mark);
  report("profiles", pairs, screens);
}

/**
 * Texts that the page of a profile is given one after the other, as another page of the site changes what is kept.
 * @param {Rig} rig
 * @param {string[]} texts
 * @param {How} how
 */
const showEach = (rig, texts, how) =>
  rig.later(
    async (host, key, all, alike) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector(host)?.shadowRoot);
      const found = [];
      for (const text of all) {
        for (const one of root.querySelectorAll("section > *")) one.classList.add("before");
        localStorage.setItem(key, text);
        dispatchEvent(new StorageEvent("storage", { key }));
        await window.__drawn.until(() => {
          const section = root.querySelector("section[data-screen]:not([data-screen=loading])");
          return section?.childElementCount && !section.querySelector(":scope > .before");
        }, "it is drawn anew");
        await window.__drawn.unfold(document);
        const told = [...root.querySelectorAll(".problems > li > p.small > code:first-child")].map(
          ({ textContent }) => textContent ?? "",
        );
        found.push({ wrong: window.__drawn.look(document, "profile of one", alike), told });
      }
      return found;
    },
    HOST,
    KEY,
    texts,
    how,
  );

/** A saved profile with every text that it can have beside those of its quiz. */
const ONE_PROFILE = filled(
  SCHEMAS.profile,
  {
    ...JSON.parse(profileOf(await keptResult(0, 0, null))),
    origin: "qa-tester",
    $schema: "https://example.org/schema/profile-1.json",
  },
  () => "a word",
);

/** @param {Rig} rig @param {number[]} turns @param {Pairs} pairs */
export async function changeProfiles(rig, turns, pairs) {
  const mark = rig.proxy.mark();
  await openUnder(rig, "profile", { local: { [KEY]: JSON.stringify(ONE_PROFILE) } });
  await shows(rig, ({ screen }) => screen === "profile", "the page is drawn");
  const [one] = ONE_PROFILE.results;
  const wrong = [
    {},
    { quiz: {} },
    { taken: "x" },
    { language: "!" },
    { seed: "x" },
    { answers: 1 },
    { titel: "x" },
    { quiz: { ...one.quiz, title: "" } },
  ];
  const harmless = [
    ...wrong.map((more) => ({ ...ONE_PROFILE, results: [{ ...one, ...more }, one] })),
    { ...ONE_PROFILE, origin: "A" },
    { ...ONE_PROFILE, results: [{ ...one, taken: "x" }] },
  ];
  await showEach(rig, ["{", ...harmless.map((text) => JSON.stringify(text))], "keep");
  for (const what of /** @type {const} */ (["words", "names"])) {
    const all = turns.map((turn) => poisoned("profile", ONE_PROFILE, turn, what));
    const seen = await showEach(
      rig,
      all.map(({ document }) => JSON.stringify(document)),
      "among",
    );
    same(
      seen.flatMap(({ wrong: lines }) => lines),
      [],
      "what harmless words would not draw",
    );
    for (const [index, { told }] of seen.entries())
      for (const [pointer, { leaf, payload: at }] of all[index].places)
        pairs.saw(told.includes(pointer) ? "told" : "drawn", leaf.field, at);
  }
  await nothingElse(rig, mark);
  report("profiles, changed", pairs, 2 * turns.length);
}
