// The page that finds evidence: what is written stays as it was typed, in this tab or on this device, becomes lines and
// files, and is held against an advert; nothing is sent.
import { ADVERT } from "../advert-page.mjs";
import { audit } from "../axe.mjs";
import {
  becomes,
  drawn,
  EVIDENCE_KEY,
  holdAgainst,
  linesOn,
  openFinder,
  piecesOn,
  pressFinder,
  writePiece,
} from "../evidence-page.mjs";
import { fits, inFrame } from "../frame.mjs";
import { MARKUP } from "../hostile.mjs";
import { until } from "../rig.mjs";
import { catchFiles, profileOf } from "../saved.mjs";
import { stored } from "../stored.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { evidenceSay } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const FIRST = "prompt brought-to-life";
const SECOND = "prompt between-two";
const WORDS = {
  problem: "Nobody knew which boats were late.",
  steps: "talked to users and drew up the roadmap",
  decision: "show the late ones first, because crews ask for them",
  proof: "in May nobody phoned to ask",
  gained: "the crews",
  place: "Harbour office",
};

/** What the page says of where it is kept. @param {Rig} rig */
const kept = (rig) => rig.run(() => document.querySelector(".keep [role=status]")?.textContent);
/** @param {Rig} rig @param {import('../../../www/types.d.ts').Key} key */
const says = (rig, key) => until(async () => (await kept(rig)) === evidenceSay(key), `the page says ${key}`);
/** @param {Rig} rig */
async function reload(rig) {
  await rig.clean();
  await rig.proxy.idle();
  await rig.driver.navigate().refresh();
  await drawn(rig);
}
/** @param {Rig} rig @param {"local" | "session"} where @returns {Promise<string | null>} */
const storedText = (rig, where) =>
  rig.run((storage, key) => (storage === "local" ? localStorage : sessionStorage).getItem(key), where, EVIDENCE_KEY);

test("what is written becomes a line and a paragraph, stays over a reload, and nothing is requested", async (rig) => {
  await openFinder(rig, { quiet: true });
  const mark = rig.proxy.mark();
  same(await kept(rig), evidenceSay("evidence-where-tab"), "where it is kept is said before anything is written");
  await writePiece(rig, FIRST, WORDS);
  const { lines, letter } = await becomes(rig);
  same(lines.length, 1, "lines");
  ok(lines[0]?.startsWith("Talked to users and drew up the roadmap"), `the line: ${lines[0]}`);
  for (const words of Object.values(WORDS).slice(0, 5))
    ok(letter.join("\n").toLowerCase().includes(words.replace(/\.$/, "").toLowerCase()), `${words} is in the letter`);
  await pressFinder(rig, `[data-action=evidence-write][data-from="${FIRST}"]`);
  same((await piecesOn(rig)).length, 1, "what was begun is gone on with");
  same(await rig.requests(mark), [], "requests");
  await reload(rig);
  same(await piecesOn(rig), [WORDS], "after a reload");
  same(await stored(rig), { local: 0, session: 1, bases: 0, cookies: 0, foreign: [] }, "what was stored");
});

test("what this tab keeps is off with one press, and on again with another", async (rig) => {
  await openFinder(rig);
  await writePiece(rig, FIRST, WORDS);
  await pressFinder(rig, "[data-action=evidence-off]");
  await says(rig, "evidence-where-off");
  same(await storedText(rig, "session"), null, "it is deleted at once");
  same(await piecesOn(rig), [WORDS], "it is still on the page");
  await pressFinder(rig, "[data-action=evidence-on]");
  await says(rig, "evidence-where-tab");
  ok((await storedText(rig, "session"))?.includes(WORDS.proof), "it is kept again");
  await pressFinder(rig, "[data-action=evidence-off]");
  await reload(rig);
  same(await piecesOn(rig), [], "a reload has lost it");
  await says(rig, "evidence-where-off");
});

test("it is kept on this device once that is asked for, in another tab too, and deleted with one press", async (rig) => {
  const origin = await openFinder(rig);
  await writePiece(rig, FIRST, WORDS);
  same(await storedText(rig, "local"), null, "nothing is on the device before");
  await pressFinder(rig, "[data-action=evidence-keep]");
  await says(rig, "evidence-where-device");
  same(await storedText(rig, "session"), null, "it has moved");
  await rig.run(() => sessionStorage.clear());
  await openFinder(rig, { origin });
  same(await piecesOn(rig), [WORDS], "on another visit");
  await pressFinder(rig, "[data-action=evidence-delete]");
  await says(rig, "evidence-where-tab");
  same(await storedText(rig, "local"), null, "it is deleted");
  same(await piecesOn(rig), [WORDS], "it is still on the page");
});

/** Writes into a field of one of the pieces. @param {Rig} rig @param {number} index @param {keyof typeof WORDS} name @param {string} text */
const writeInto = (rig, index, name, text) =>
  rig.run(
    (at, field, words) => {
      const piece = document.querySelectorAll("[data-piece]")[at];
      const box = /** @type {HTMLTextAreaElement} */ (piece.querySelector(`[data-field=${field}]`));
      box.value = words;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
    index,
    name,
    text,
  );

test("on this device every word is kept, whichever piece is written in", async (rig) => {
  await openFinder(rig);
  await writePiece(rig, FIRST, { steps: "one" });
  await writePiece(rig, SECOND, { steps: "two" });
  await pressFinder(rig, "[data-action=evidence-keep]");
  await says(rig, "evidence-where-device");
  await writeInto(rig, 0, "steps", "one, and more");
  await writeInto(rig, 1, "steps", "two, and more");
  await writeInto(rig, 0, "proof", "seen by all");
  const written = await piecesOn(rig);
  same(
    [written[0].steps, written[0].proof, written[1].steps],
    ["one, and more", "seen by all", "two, and more"],
    "shown",
  );
  await reload(rig);
  same(await piecesOn(rig), written, "after a reload");
});

once("more pieces than fit are refused in a sentence, and those that are there stay", async (rig) => {
  const origin = await openFinder(rig);
  await writePiece(rig, FIRST, WORDS);
  const [piece] = JSON.parse(String(await storedText(rig, "session"))).pieces;
  const pieces = Array.from({ length: 100 }, (_, index) => ({ ...piece, id: `p${index}`, from: `prompt p${index}` }));
  const text = JSON.stringify({ format: "metier-evidence/1", pieces, lines: {} });
  await rig.open(`${origin}/method.html`);
  await rig.run((key, words) => sessionStorage.setItem(key, words), EVIDENCE_KEY, text);
  await openFinder(rig, { origin });
  same((await piecesOn(rig)).length, 100, "pieces");
  await pressFinder(rig, `[data-action=evidence-write][data-from="${SECOND}"]`);
  const said = () => rig.run(() => document.querySelector("[data-part=mine] .news")?.textContent);
  await until(async () => (await said()) === evidenceSay("evidence-full", { count: 100 }), "that is said");
  ok(await rig.run(() => document.activeElement?.matches("[data-part=mine] .news")), "it has the focus");
  same(await storedText(rig, "session"), text, "what the tab keeps");
  await reload(rig);
  same((await piecesOn(rig)).length, 100, "pieces after a reload");
});

test("two pages that are open at once each change their own part", async (rig) => {
  const origin = await openFinder(rig);
  await writePiece(rig, FIRST, WORDS);
  await pressFinder(rig, "[data-action=evidence-keep]");
  await says(rig, "evidence-where-device");
  const frame = '<iframe title="evidence" width="380" height="560" src="evidence.html"></iframe>';
  rig.proxy.replaced.set("/both.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><title>Two pages</title><link rel="icon" href="data:,">${frame}${frame}</html>`,
  });
  await rig.open(`${origin}/both.html`);
  /** @template T @param {number} index @param {() => Promise<T>} work */
  const inside = async (index, work) => {
    await rig.driver.switchTo().frame(index);
    try {
      return await work();
    } finally {
      await rig.driver.switchTo().defaultContent();
    }
  };
  for (const index of [0, 1]) await inside(index, () => drawn(rig));
  await inside(1, () => writePiece(rig, SECOND, { steps: "of the second page" }));
  const count = (/** @type {number} */ index, /** @type {number} */ wanted) =>
    until(async () => (await inside(index, () => piecesOn(rig))).length === wanted, `page ${index} has ${wanted}`);
  await count(0, 2);
  await inside(0, () => pressFinder(rig, '[data-piece]:first-child [data-action="evidence-remove"]'));
  await count(1, 1);
  same((await inside(1, () => piecesOn(rig)))[0].steps, "of the second page", "what is left");
  await inside(0, () => pressFinder(rig, "[data-action=evidence-undo]"));
  await count(1, 2);
});

test("what is removed comes back with one press", async (rig) => {
  await openFinder(rig);
  await writePiece(rig, FIRST, WORDS);
  await writePiece(rig, SECOND, { steps: "chose" });
  await pressFinder(rig, '[data-piece]:first-child [data-action="evidence-remove"]');
  same(
    (await piecesOn(rig)).map(({ steps }) => steps),
    ["chose"],
    "what is left",
  );
  ok(
    await rig.run(() => document.activeElement?.getAttribute("data-action") === "evidence-undo"),
    "the focus is on the way back",
  );
  await pressFinder(rig, "[data-action=evidence-undo]");
  same(
    (await piecesOn(rig)).map(({ steps }) => steps),
    [WORDS.steps, "chose"],
    "both, in their order",
  );
});

for (const [name, text] of [
  ["ten thousand words", "A word and another. ".repeat(2500).trim()],
  ["markup", MARKUP.join("\n")],
  ["letters from right to left", "שלום עולם\u202e והנה עוד: مرحبا"],
  ["emoji and letters in parts", "👩🏽‍💻🏳️‍🌈 e\u0301 Ŝ\u0302 𝐫𝐨𝐚𝐝𝐦𝐚𝐩"],
]) {
  once(`what is typed is kept and handed out as typed: ${name}`, async (rig) => {
    await openFinder(rig);
    await writePiece(rig, FIRST, { steps: text });
    await reload(rig);
    same((await piecesOn(rig))[0].steps, text, "after a reload");
    const files = await catchFiles(rig);
    for (const format of ["text", "markdown", "resume"])
      await pressFinder(rig, `[data-action=evidence-save][data-format=${format}]`);
    const [plain, markdown, resume] = await files();
    const whole = text.slice(1);
    ok(plain.name.endsWith(".txt") && plain.text.includes(whole), "the text file has it");
    ok(markdown.name.endsWith(".md"), markdown.name);
    ok(!/(?<!\\)</.test(markdown.text), "nothing is markup in the Markdown file");
    const [{ highlights }] = JSON.parse(resume.text).work;
    ok(resume.name.endsWith(".json") && highlights[0].includes(whole), "the record has it");
    await rig.clean();
  });
}

test("nothing can be taken along before something is written, and what is copied is what is saved", async (rig) => {
  await openFinder(rig);
  await pressFinder(rig, "[data-action=evidence-save][data-format=text]");
  const news = (/** @type {string} */ words) =>
    until(
      () => rig.run((wanted) => document.querySelector("[data-part=becomes] .news")?.textContent === wanted, words),
      `the page says: ${words}`,
    );
  await news(evidenceSay("evidence-take-none"));
  await writePiece(rig, FIRST, WORDS);
  const files = await catchFiles(rig);
  await pressFinder(rig, "[data-action=evidence-save][data-format=markdown]");
  await news(evidenceSay("evidence-saved"));
  const [file] = await files();
  const copied = await rig.later(
    () =>
      new Promise((/** @type {(text: string) => void} */ done) => {
        const writeText = async (/** @type {string} */ text) => done(text);
        Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
        /** @type {HTMLElement} */ (
          document.querySelector("[data-action=evidence-copy][data-format=markdown]")
        ).click();
      }),
  );
  same(copied, file.text, "what is copied");
  await news(evidenceSay("evidence-copied", { format: evidenceSay("evidence-markdown") }));
  await rig.run(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await pressFinder(rig, "[data-action=evidence-copy][data-format=text]");
  await news(evidenceSay("evidence-copy-failed"));
});

for (const [what, script] of [
  ["is full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"],
  [
    "cannot be touched",
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });",
  ],
]) {
  test(`storage that ${what}: the page says so, and hands out the file`, async (rig) => {
    rig.proxy.replaced.set("/throws.js", { headers: { "content-type": "text/javascript" }, body: script });
    await rig.show(
      '<script src="/throws.js"></script><div id="evidence"></div><script type="module" src="/evidence.js"></script>',
    );
    await drawn(rig);
    await says(rig, "evidence-refused");
    await writePiece(rig, FIRST, WORDS);
    await pressFinder(rig, "[data-action=evidence-keep]");
    await says(rig, "evidence-refused");
    const files = await catchFiles(rig);
    await pressFinder(rig, "[data-action=evidence-save][data-format=text]");
    ok((await files())[0].text.includes(WORDS.proof), "the file");
  });
}

once(
  "each line of an advert is answered by the piece that says the same, by none, or by the one that is chosen",
  async (rig) => {
    await openFinder(rig, { quiet: true });
    same(await holdAgainst(rig, " "), evidenceSay("evidence-advert-empty"), "without an advert");
    same(await holdAgainst(rig, ADVERT), evidenceSay("evidence-advert-unwritten"), "without evidence");
    await writePiece(rig, FIRST, WORDS);
    same(await holdAgainst(rig, "Nothing of note."), evidenceSay("evidence-advert-no-lines"), "no advert");
    const mark = rig.proxy.mark();
    const heading = await holdAgainst(rig, ADVERT);
    const lines = await linesOn(rig);
    const answered = lines.filter(({ state }) => state === "answered");
    ok(answered.length > 0 && answered.length < lines.length, `some lines are answered: ${JSON.stringify(lines)}`);
    same(heading, evidenceSay("evidence-meets", { n: answered.length, count: lines.length }), "the heading");
    ok(
      answered.some(({ line, why }) => line.includes("the roadmap") && why.includes("roadmap")),
      "the reason is a phrase that both say",
    );
    ok(!lines.some(({ line }) => line.includes("roadmap for your career")), "what does not count is no line");
    const open = lines.findIndex(({ state }) => state === "open");
    await rig.run((at) => {
      const choice = /** @type {HTMLSelectElement} */ (
        document.querySelectorAll("[data-part=beside] .lines > li")[at].querySelector("select")
      );
      choice.selectedIndex = 1;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    }, open);
    const chosen = (await linesOn(rig))[open];
    same([chosen.state, chosen.why], ["answered", evidenceSay("evidence-by-you")], "the line that is chosen for");
    same(
      await rig.run(() => document.querySelector("#meets-title")?.textContent),
      evidenceSay("evidence-meets", { n: answered.length + 1, count: lines.length }),
      "the heading, counted anew",
    );
    same(await rig.requests(mark), [], "requests");
    ok(!(await storedText(rig, "session"))?.includes("Deliveries"), "the advert is not kept");
  },
);

/** A quiz of statements, as one that is kept or under way. */
const STATEMENTS = {
  format: "metier-quiz/1",
  id: "roles",
  scales: [
    { id: "done", steps: [{ text: "never" }, ...[-1.5, -0.5, 0.5, 1.5].map((offset) => ({ text: "x", offset }))] },
  ],
  items: ["cut", "drew", "helped", "never"].map((id, index) => ({
    id,
    type: "statement",
    scale: "done",
    skill: "customer",
    aim: 2 + index / 2,
    prompt: `Did <b>${id}</b>`,
  })),
};

for (const where of ["kept on this device", "under way in this tab"]) {
  once(`statements that were done alone become prompts, of a quiz that is ${where}`, async (rig) => {
    const origin = rig.fresh();
    rig.allow(/^stores: metier-/);
    rig.proxy.replaced.set("/quizzes/roles.json", {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(STATEMENTS),
    });
    await rig.open(`${origin}/method.html`);
    const steps = { cut: 3, drew: 4, helped: 2, never: 0 };
    if (where.startsWith("kept")) {
      const answers = Object.fromEntries(Object.entries(steps).map(([item, answer]) => [item, { answer, ms: 1 }]));
      await rig.run(
        (text) => localStorage.setItem("metier-profile /", text),
        profileOf({ quiz: STATEMENTS, taken: "2026-11-29", answers }),
      );
    } else {
      const answers = Object.entries(steps).map(([item, answer]) => ({ item, answer, ms: 1 }));
      await rig.run(
        (text) => sessionStorage.setItem("metier-draft / roles", text),
        JSON.stringify({ format: "metier-draft/1", answers }),
      );
    }
    await openFinder(rig, { origin });
    same(
      await rig.run(() =>
        [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".begin [data-from]"))].map(
          (one) => one.dataset.from,
        ),
      ),
      ["statement drew", "statement cut"],
      "what was done alone, the most sure first",
    );
    await writePiece(rig, "statement cut", { proof: "seen" });
    same(
      await rig.run(() => document.querySelector("[data-piece] h3")?.textContent),
      "“Did <b>cut</b>”",
      "its title is the statement as it is",
    );
    await rig.clean();
  });
}

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  test(
    `the page of evidence has no fault of access: ${scheme}`,
    async (rig) => {
      await openFinder(rig);
      await writePiece(rig, FIRST, WORDS);
      await writePiece(rig, SECOND, { steps: "chose" });
      await holdAgainst(rig, ADVERT);
      await rig.run(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
      await audit(rig, "evidence");
    },
    { scheme },
  );
}

test("the page of evidence fits 320 pixels", async (rig) => {
  const origin = await openFinder(rig);
  await rig.run(
    (key, from) => {
      const piece = { id: "a", from, title: "A title", skill: null, kind: "work", place: "Here" };
      const fields = { problem: "p".repeat(200), steps: "s", decision: "", proof: "", gained: "" };
      localStorage.setItem(
        key,
        JSON.stringify({ format: "metier-evidence/1", pieces: [{ ...piece, fields }], lines: {} }),
      );
    },
    EVIDENCE_KEY,
    FIRST,
  );
  await inFrame(rig, "/evidence.html", origin);
  await drawn(rig);
  await holdAgainst(rig, ADVERT);
  await rig.run(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
  await fits(rig, "the page of evidence");
  await rig.driver.switchTo().defaultContent();
});
