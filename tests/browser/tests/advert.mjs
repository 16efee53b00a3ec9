// The page that reads an advert: what it shows is what the command line says of the same text; nothing is sent, nothing
// is kept.
import { By, Key } from "selenium-webdriver";
import {
  ADVERT,
  complains,
  heading,
  loaded,
  open,
  plain,
  press,
  read,
  READING,
  says,
  unfold,
} from "../advert-page.mjs";
import { fits, inFrame } from "../frame.mjs";
import { MARKUP } from "../hostile.mjs";
import { nativeAdvert } from "../native.mjs";
import { until } from "../rig.mjs";
import { lexicon } from "../shipped.mjs";
import { stored } from "../stored.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { advertSay, problemWords } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** Letters of two and four units, letters in two parts, and letters from right to left, before and between the cues. */
const STRANGE = `🚢👩🏽‍💻 Café über Ŝ\u0302 ${ADVERT.replaceAll("product vision", "product\u00a0vision 🧭").replaceAll("backlog", "bac\u006blog e\u0301e\u0301")}\nשלום עולם roadmap, ﬁnd the problems: 𝐫𝐨𝐚𝐝𝐦𝐚𝐩 🧵`;

/** The marks as places in the text, in UTF-16 units, with their state. @param {Rig} rig */
function marks(rig) {
  return rig.run(() => {
    /** @type {Map<string, { start: number, end: number, state: string }>} */
    const found = new Map();
    let at = 0;
    for (const line of document.querySelectorAll(".advert > .line")) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const end = at + (text.nodeValue ?? "").length;
        const mark = text.parentElement?.closest("mark");
        if (mark) {
          const key = String(mark.dataset.cue);
          found.set(key, {
            start: found.get(key)?.start ?? at,
            end,
            state: ["counted", "negated", "left-out"].find((state) => mark.classList.contains(state)) ?? "",
          });
        }
        at = end;
      }
      at += 1;
    }
    return [...found.values()];
  });
}

for (const [name, text] of [
  ["plain", ADVERT],
  ["with emoji, combining letters and Hebrew", STRANGE],
]) {
  once(`the marks of an advert are those of the command line: ${name}`, async (rig) => {
    await open(rig);
    await read(rig, text);
    const native = await nativeAdvert(text);
    ok(native.spans.length > 8, `there is something to mark: ${native.spans.length}`);
    same(
      await marks(rig),
      native.inUnits.map(({ start, end, state }) => ({ start, end, state })),
      "places and states of the marks",
    );
    same(
      await rig.run(() => [...document.querySelectorAll(".advert > .line")].map((line) => line.textContent).join("\n")),
      text,
      "the text shown",
    );
  });
}

test("nothing is requested after an advert was pasted, and nothing is stored", async (rig) => {
  await open(rig, true);
  const mark = rig.proxy.mark();
  const title = await read(rig, ADVERT);
  ok(
    !(/** @type {const} */ (["too-short", "too-few", "other-language"]).some((key) => title === advertSay(key))),
    `the text is enough for a reading: ${title}`,
  );
  await unfold(rig);
  await rig.run((reading) => {
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(`${reading} button`)))
      button.click();
  }, READING);
  same(await rig.requests(mark), [], "requests");
  same(await stored(rig), { local: 0, session: 0, bases: 0, cookies: 0, foreign: [] }, "what was stored");
  ok(!(await rig.run(() => location.href)).includes("#"), "nothing stands in the address");
});

once("the cues of an advert add up to the score of each kind, and the shares to 100", async (rig) => {
  await open(rig);
  await read(rig, ADVERT);
  const native = await nativeAdvert(ADVERT);
  await unfold(rig);
  const tables = await rig.run(() =>
    [...document.querySelectorAll(".cues details details")].map((details) => ({
      title: details.querySelector("summary")?.textContent ?? "",
      values: [...details.querySelectorAll("tbody tr")].map((row) =>
        Number((row.lastElementChild?.textContent ?? "").replace("\u2212", "-")),
      ),
      places: details.querySelectorAll("table button").length,
    })),
  );
  ok(tables.length > 2 && tables.every(({ places }) => places > 0), `tables with places: ${JSON.stringify(tables)}`);
  const counts = (/** @type {string} */ kind) =>
    native.spans.filter(({ state, ...span }) => state === "counted" && span.for.some((one) => one.archetype === kind))
      .length;
  const kinds = native.archetypes.filter(({ archetype }) => counts(archetype) > 0);
  same(
    tables.length - kinds.length,
    native.spans.some(({ state }) => state !== "counted") ? 1 : 0,
    "a table for each kind, and one for what does not count",
  );
  for (const [index, { archetype, name, score }] of kinds.entries()) {
    const { title, values } = tables[index];
    ok(
      title.endsWith(
        advertSay("cues-of", { name: plain(name), score: advertSay.signed(score), count: counts(archetype) }),
      ),
      `${plain(name)} and ${score} are in: ${title}`,
    );
    const sum = values.slice(0, -1).reduce((all, one) => all + Math.round(one * 100), 0);
    same(sum, Math.round(Number(values.at(-1)) * 100), `hundredths of ${title}`);
    ok(Math.abs(score - Number(values.at(-1))) < 0.0051, `${title}: the score is ${score}`);
  }
  const places = native.spans.map((span) =>
    span.state === "counted"
      ? span.for.filter((one) => native.archetypes.some((kind) => kind.archetype === one.archetype)).length
      : 1,
  );
  same(
    tables.reduce((all, one) => all + one.places, 0),
    places.reduce((all, one) => all + one),
    "places in the list",
  );
  const shares = await rig.run(() =>
    [...document.querySelectorAll(".bars .n")].map((one) =>
      Number(one.textContent?.replace("<1", "0").replace(">99", "100")),
    ),
  );
  same(
    shares.reduce((all, one) => all + one, 0),
    100,
    "the sum of the shares",
  );
  const table = await rig.run(() =>
    [...document.querySelectorAll(".shares tbody tr")].map((row) =>
      Number(row.children[1].textContent?.replace("<1", "0").replace(">99", "100")),
    ),
  );
  same(table.slice(0, shares.length), shares, "the shares of the table");
  ok(
    table.slice(shares.length).every((share) => share === 0),
    `what has no bar has no share: ${table}`,
  );
});

once("kinds of work are named from one tenth on, and a share is none only where there is none", async (rig) => {
  await open(rig);
  // Every phrase that speaks for product managers alone, and one that speaks for renewals.
  const { phrases } = await lexicon();
  const manager = phrases.filter((one) => one.for.every(({ archetype, weight }) => archetype === "pm" && weight > 0));
  const nearly = [...manager.map(({ phrase }) => phrase), "renewal"].join(". ");
  let small = false;
  for (const advert of [ADVERT, nearly]) {
    await read(rig, advert);
    const { archetypes } = await nativeAdvert(advert);
    await unfold(rig);
    const seen = await rig.run((reading) => {
      const rows = [...document.querySelectorAll(".shares tbody tr")];
      const before = document.createRange();
      before.setStart(/** @type {Node} */ (document.querySelector(reading)), 0);
      before.setEndBefore(/** @type {Node} */ (document.querySelector(".shares")));
      return {
        lead: String(before),
        shares: rows.map((row) => row.children[1].textContent ?? ""),
      };
    }, READING);
    const kinds = archetypes.filter(({ shown }) => shown);
    for (const [index, { name, part }] of kinds.entries()) {
      const share = Number(part);
      const words = seen.shares[index];
      if (share === 0) same(words, "0", plain(name));
      else if (share < 0.005) same(words, "<1", plain(name));
      else if (share > 0.995 && share < 1) same(words, ">99", plain(name));
      else ok(Math.abs(parseInt(words.replace(/\D/g, "")) - share * 100) <= 1, `${plain(name)}: ${words} for ${share}`);
      small ||= share > 0 && share < 0.005;
      const n = Number(words.replace("<1", "0").replace(">99", "100"));
      if (index < 2) continue;
      const named = seen.lead.includes(advertSay("other-evidence", { name: plain(name), n: words }));
      same(named, n >= 10, `${plain(name)} (${words}) is named: ${seen.lead}`);
    }
  }
  ok(small, "one of the shares is small");
});

once(
  "years, seniority, must-haves and questions are those of the command line, each word once with how often",
  async (rig) => {
    await open(rig);
    const text = `${ADVERT}\n\nWho you are\nA senior person with 3 to 6 years of experience in sales. Senior people decide here, every rockstar among them.`;
    await read(rig, text);
    const native = await nativeAdvert(text);
    await unfold(rig);
    const told = await rig.run(() => ({
      facts: [...document.querySelectorAll(".facts dl.ways > div")].map((row) => [
        row.querySelector("dt")?.textContent ?? "",
        [...row.querySelectorAll(".entry, dd > span:not(.entry)")].map((entry) => entry.textContent ?? ""),
      ]),
      musts: document.querySelectorAll(".facts dl.ways li").length,
      questions: [...document.querySelectorAll(".questions ol")].map((list) => [
        /** @type {HTMLOListElement} */ (list).start,
        [...list.querySelectorAll("li")].map((one) => one.textContent ?? ""),
      ]),
    }));
    const often = (/** @type {{ word: string }[]} */ spots) => {
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const { word } of spots) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
      return [...counts].map(([word, count]) => (count > 1 ? `${word} ${advertSay("times", { count })}` : word));
    };
    const years = native.years.map(({ least, most }) =>
      most === null ? advertSay("years-from", { count: least }) : advertSay("years-range", { least, count: most }),
    );
    ok(new Set(native.years.map(({ most }) => most === null)).size === 2, "a range of years, and one without an end");
    ok(
      often(native.seniority).some((words) => words.includes(" ")),
      "a word that stands there twice",
    );
    const lower = (/** @type {any[]} */ [name, entries]) => [
      name,
      entries.map((/** @type {string} */ one) => one.toLowerCase()),
    ];
    same(
      told.facts.map(lower),
      [
        [advertSay("fact-seniority"), often(native.seniority)],
        [advertSay("fact-years"), years],
        [advertSay("fact-superlatives"), often(native.superlatives)],
        [advertSay("fact-musts"), [advertSay("musts-count", { count: native.musts.length })]],
      ].map(lower),
      "facts",
    );
    same(told.musts, native.musts.length, "lines with a must-have");
    const asked = native.questions.map((one) => plain(one.text));
    ok(asked.length > 4, `${asked.length} questions`);
    same(
      told.questions,
      [
        [1, asked.slice(0, 4)],
        [5, asked.slice(4)],
      ],
      "questions",
    );
  },
);

/** The buttons of which one is pressed: all kinds, then each. */
const LEGEND = `${READING} [role=group] button`;

once("the legend of an advert shows the cues of one kind, or of all", async (rig) => {
  await open(rig);
  await read(rig, ADVERT);
  const state = () =>
    rig.run(
      (buttons) => ({
        pressed: [...document.querySelectorAll(buttons)].map((one) => one.getAttribute("aria-pressed") === "true"),
        shown: [...document.querySelectorAll("mark:not(.off)")].map((one) => one.getAttribute("data-key") ?? ""),
        all: document.querySelectorAll("mark").length,
        said: document.querySelector("main > [role=status]")?.textContent ?? "",
      }),
      LEGEND,
    );
  const click = (/** @type {number} */ index) =>
    rig.run(
      (buttons, at) => /** @type {HTMLElement} */ (document.querySelectorAll(buttons)[at]).click(),
      LEGEND,
      index,
    );
  const [kind] = (await nativeAdvert(ADVERT)).archetypes;
  const first = await state();
  same([first.pressed.indexOf(true), first.shown.length], [0, first.all], "all at first");
  await click(1);
  const one = await state();
  same([one.pressed.indexOf(true), one.pressed.lastIndexOf(true)], [1, 1], "one button is pressed");
  ok(
    one.shown.length > 0 &&
      one.shown.length < one.all &&
      one.shown.filter(Boolean).every((key) => key.split("·").includes("1")),
    `marks of the first kind alone: ${one.shown}`,
  );
  same(one.said, advertSay("shown-only", { count: one.shown.length, name: plain(kind.name) }), "what is said");
  await click(1);
  same((await state()).shown.length, first.all, "all again after a second press");
});

test("an advert copied as HTML, and hostile markup, show no tags and do nothing", async (rig) => {
  await open(rig, true);
  const mark = rig.proxy.mark();
  const html = `<!doctype html><style>p { color: red }</style><script>alert(1)</script><h2>What you will do</h2><ul>${ADVERT.split(
    "\n",
  )
    .map((line) => `<li onclick="alert(2)">${line} &amp; <b>road</b>map</li>`)
    .join(
      "",
    )}</ul>${MARKUP.join(" ")} ${MARKUP.map((one) => `<p>${one}</p>`).join("")} must have <img src=x onerror=alert(3)> at least 5 years`;
  await read(rig, html);
  const shown = await rig.run(() => {
    const all = [...document.querySelectorAll(".reading *")];
    return {
      kinds: [...new Set([...document.querySelectorAll(".advert *")].map((one) => one.localName))].sort(),
      strange: all.filter(
        (one) =>
          /^(img|script|iframe|style|u|object|embed|link)$/.test(one.localName) ||
          one.getAttributeNames().some((name) => /^on|^style$|^srcdoc$/.test(name)),
      ).length,
      text: /** @type {HTMLElement} */ (document.querySelector(".advert")).innerText,
    };
  });
  ok(
    shown.kinds.every((kind) => ["br", "div", "mark", "span"].includes(kind)),
    `kinds of element in the text: ${shown.kinds}`,
  );
  same(shown.strange, 0, "elements that only the text can have made");
  same(/<\/?(li|ul|h2|script|style|b)\b|alert\(1\)|&amp;/.exec(shown.text)?.[0] ?? null, null, "tags in sight");
  ok(
    shown.text.includes("<img src=x onerror=alert(6)>") && shown.text.includes("{{constructor"),
    "what is no tag is shown as the letters it stands for",
  );
  ok(/roadmap/.test(shown.text), "a word goes on over a tag within it");
  same(await rig.requests(mark), [], "requests");
});

once(
  "an advert that is too short, or has too few cues: what is missing is said, and what was found is shown",
  async (rig) => {
    await open(rig);
    const { model } = await lexicon();
    same(await read(rig, "Product manager for our product roadmap."), advertSay("too-short"), "the heading");
    const seen = await rig.run(() => ({
      lead: document.querySelector(".reading .lead")?.textContent ?? "",
      marks: document.querySelectorAll("mark").length,
      bars: document.querySelectorAll(".bars").length,
    }));
    same(seen.lead, advertSay("too-short-why", { count: 6, least: model.least_words }), "what follows the heading");
    same([seen.marks > 0, seen.bars], [true, 0], "marks, and no shares");
    same(
      await read(rig, "The tide comes in and the tide goes out again. ".repeat(10)),
      advertSay("too-few"),
      "the heading",
    );
    await press(rig, " \n");
    await complains(rig, advertSay("empty"));
  },
);

once("an advert of 200 KB is read, and one byte more is a problem with its numbers", async (rig) => {
  await open(rig);
  const most = 200 * 1024;
  const long = `${ADVERT}\n`.repeat(Math.ceil(most / (ADVERT.length + 1))).slice(0, most);
  await read(rig, long);
  same((await marks(rig)).length, (await nativeAdvert(long)).spans.length, "marks in a long text");
  await press(rig, `${long}x`);
  await complains(rig, problemWords("advert-long", { found: most + 1, most }));
  // The same for a file, which is not even opened.
  await drop(rig, "long.txt", `${long}éé`);
  await complains(rig, problemWords("advert-long", { found: most + 4, most }));
});

/** Drops a file on the form. @param {Rig} rig @param {string} name @param {string | number[]} content letters or bytes */
function drop(rig, name, content) {
  return rig.run(
    (called, given) => {
      const words = typeof given === "string" ? given : new Uint8Array(given);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words], called, { type: "text/plain" }));
      const box = /** @type {Element} */ (document.querySelector("#text"));
      for (const type of ["dragenter", "dragover", "drop"])
        box.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    },
    name,
    content,
  );
}

test("an advert is dropped into the box as a file; a file without text is refused", async (rig) => {
  await open(rig);
  await drop(rig, "advert.txt", ADVERT);
  await says(rig, advertSay("file-read", { name: "advert.txt" }));
  same(
    await rig.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value),
    ADVERT,
    "the text in the box",
  );
  for (const [name, start] of /** @type {[string, string][]} */ ([
    ["advert.pdf", "%PDF-1.7"],
    ["advert.docx", "PK\x03\x04"],
    ["empty.zip", "PK\x05\x06"],
    ["advert.gz", "\x1f\x8b\x08"],
    ["advert.gif", "GIF89a"],
    ["advert.bin", "a\0"],
  ])) {
    await drop(
      rig,
      name,
      [...start].map((letter) => letter.charCodeAt(0)),
    );
    await complains(rig, advertSay("no-text", { name }));
  }
  same(
    await rig.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value),
    ADVERT,
    "the box as it was",
  );
});

once(
  "an advert is read in the encodings that editors, shells and word processors write, as on the command line",
  async (rig) => {
    await open(rig);
    const words = "Own the roadmap – at a café";
    const units = [...words].map((letter) => letter.charCodeAt(0));
    const low = (/** @type {number} */ unit) => unit & 255;
    for (const [name, bytes] of /** @type {[string, number[]][]} */ ([
      ["utf-8.txt", [...Buffer.from(`\ufeff${words}`)]],
      ["utf-16.txt", [255, 254, ...units.flatMap((unit) => [low(unit), unit >> 8])]],
      ["utf-16be.txt", [254, 255, ...units.flatMap((unit) => [unit >> 8, low(unit)])]],
      ["utf-16-bare.txt", units.flatMap((unit) => [low(unit), unit >> 8])],
      ["utf-32.txt", [255, 254, 0, 0, ...units.flatMap((unit) => [low(unit), unit >> 8, 0, 0])]],
      ["utf-32be.txt", [0, 0, 254, 255, ...units.flatMap((unit) => [0, 0, unit >> 8, low(unit)])]],
      ["windows.txt", units.map((unit) => (unit === 0x2013 ? 0x96 : unit))],
    ])) {
      await drop(rig, name, bytes);
      await says(rig, advertSay("file-read", { name }));
      same(
        await rig.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value),
        words,
        name,
      );
    }
  },
);

test("from the example of an advert to a place in its text and back by keyboard alone", async (rig) => {
  await open(rig);
  const type = async (/** @type {string[]} */ ...keys) => {
    const actions = rig.driver.actions({ async: true });
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  };
  /** @param {string} selector */
  const reach = async (selector) => {
    for (let turn = 0; !(await rig.run((wanted) => document.activeElement?.matches(wanted), selector)); turn += 1) {
      ok(turn < 45, `${selector} is reached by Tab`);
      await type(Key.TAB);
      ok(await rig.run(() => !document.activeElement?.matches("mark, .line, .fact")), "no mark is a stop");
    }
  };
  await reach("#example");
  await type(Key.ENTER);
  await type(Key.SHIFT, Key.TAB);
  await type(Key.ENTER);
  await heading(rig);
  await reach(`${READING} summary`);
  await type(Key.ENTER);
  await reach(`${READING} input[type=file]`);
  await reach(`${LEGEND}[aria-pressed=false]`);
  await type(Key.SPACE);
  const on = (/** @type {string} */ selector, /** @type {string} */ what) =>
    until(() => rig.run((wanted) => document.activeElement?.matches(wanted), selector), what);
  await on("[aria-pressed=true]", "the button is pressed");
  await reach("[role=region]");
  await reach(".cues summary");
  await type(Key.ENTER);
  await reach(".cues details details > summary");
  await type(Key.ENTER);
  const place = "[role=cell] button";
  await reach(place);
  await type(Key.ENTER);
  await on("mark", "the focus is on the place");
  await type(Key.ESCAPE);
  await on(place, "and back in the list");
});

test("an advert that is read fits 320 pixels, targets 44", async (rig) => {
  await inFrame(rig, "/advert.html", rig.fresh());
  await loaded(rig);
  await fits(rig, "advert");
  await read(rig, `${ADVERT}\n${"roadmap".repeat(40)}`);
  await unfold(rig);
  await fits(rig, "advert, read");
  await rig.driver.switchTo().defaultContent();
});

once("an advert from right to left stays in its lines, each with its own direction", async (rig) => {
  await open(rig);
  await read(rig, `מנהל מוצר: roadmap\n\u202eroadmap\n${ADVERT}`);
  const seen = await rig.run(() =>
    [...document.querySelectorAll(".advert > .line")].slice(0, 3).map((line) => getComputedStyle(line).direction),
  );
  same(seen.slice(0, 1), ["rtl"], "direction of the first line");
  same(
    await rig.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector("#reading-title"))).direction),
    "ltr",
    "direction of the page",
  );
});

test("an advert comes from a chosen file as from a dropped one", async (rig) => {
  await open(rig);
  const input = await rig.driver.findElement(By.css("#file"));
  await input.sendKeys(new URL("../../../README.md", import.meta.url).pathname);
  await says(rig, advertSay("file-read", { name: "README.md" }));
});
