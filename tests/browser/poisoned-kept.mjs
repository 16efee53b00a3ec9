// The pages of the site over what a link, the storage of a tab or a form may hold: pieces of evidence, results of others,
// drafts, what is chosen on the embed page.
import { ADVERT } from "./advert-page.mjs";
import { formIsThere, unfoldForm } from "./builder-page.mjs";
import { DOMAIN_KEY, drawn as finderDrawn, EVIDENCE_KEY, holdAgainst } from "./evidence-page.mjs";
import { INSTRUMENT } from "./proxy.mjs";
import { giveHarmless, harmlessOf, look, nothingElse, openUnder, payload } from "./strict-pages.mjs";
import { STRANGERS } from "./strangers.mjs";
import { same } from "./suite.mjs";

/** @typedef {import("./rig.mjs").Rig} Rig */
/** @typedef {import("./strict-pages.mjs").How} How */

// --- evidence: a file that anybody can have written ---

const PIECES = 100;
const FIELDS = /** @type {const} */ (["problem", "steps", "decision", "proof", "gained"]);

/** Written evidence with these words in every text. @param {number[]} turns @param {(at: number) => string} words */
const written = (turns, words) =>
  JSON.stringify({
    format: "metier-evidence/1",
    pieces: turns.map((turn, index) => ({
      id: `${index} ${words(turn)}`,
      from: words(turn + 1),
      title: words(turn + 2),
      skill: words(turn + 3),
      kind: ["work", "volunteer", "project"][index % 3],
      place: words(turn + 4),
      fields: Object.fromEntries(FIELDS.map((field, at) => [field, words(turn + 5 + at)])),
    })),
    lines: Object.fromEntries(turns.map((turn, index) => [`${index} ${words(turn)}`, words(turn + 1)])),
  });

/** @param {Rig} rig @param {string} text @param {string[]} advert */
async function openEvidence(rig, text, advert) {
  await openUnder(rig, "evidence", { session: { [EVIDENCE_KEY]: text, [DOMAIN_KEY]: JSON.stringify(advert) } });
  await finderDrawn(rig);
}

/** @param {Rig} rig @param {number[]} turns */
export async function showEvidence(rig, turns) {
  const mark = rig.proxy.mark();
  let screens = 0;
  for (let from = 0; from < turns.length; from += PIECES) {
    const some = turns.slice(from, from + PIECES);
    /** @param {(at: number) => string} words @param {How} how @param {Awaited<ReturnType<typeof harmlessOf>>} known */
    const walk = async (words, how, known) => {
      const lines = some.map(words);
      await openEvidence(rig, written(some, words), lines);
      await giveHarmless(rig, known);
      const found = await look(rig, "evidence", how);
      await holdAgainst(
        rig,
        `${ADVERT}\n\n${lines.map((line) => `- ${line.replaceAll("\n", " ")} roadmap`).join("\n")}`,
      );
      screens += 2;
      return [...found, ...(await look(rig, "evidence, compared", how === "equal" ? "among" : how))];
    };
    same(await walk((at) => `word ${at}`, "keep", []), [], "what is wrong with harmless words");
    const harmless = await harmlessOf(rig);
    same(await walk(payload, "equal", harmless), [], "what harmless words would not draw");
  }
  await nothingElse(rig, mark);
  console.log(`     evidence: ${turns.length} payloads in each of ${FIELDS.length + 6} texts, ${screens} screens`);
}

// --- links with results ---

/** @param {Rig} rig @param {number[]} turns */
export async function openLinks(rig, turns) {
  const mark = rig.proxy.mark();
  await openUnder(rig, "pace");
  const found = await rig.later(
    async (texts, source) => {
      const { write } = await import(source);
      const shared = () => document.querySelector("main > section.share");
      // The quiz is out of sight: it may have come before, or not.
      const shown = () => /** @type {HTMLElement} */ (shared());
      const skill = { skill: "urgency", level: 2, low: 1, high: 3, end: null };
      const day = "2026-11-22";
      const right = { quiz: "pace", version: "1.1.0", day, skills: [skill], roles: [] };
      const role = { role: "pm", share: 60, named: true };
      const open = async (/** @type {string} */ code) => {
        shared()?.classList.add("before");
        location.hash = `#r=${code}`;
        await window.__drawn.until(() => shared() && !shared()?.matches(".before"), `the link with ${code}`);
      };
      const wrong = [];
      for (const code of [
        "",
        "AAAA",
        ...[right, { ...right, version: "2" }, { ...right, quiz: "x" }, { ...right, roles: [role] }].map(write),
      ]) {
        await open(code);
        window.__drawn.look(shown(), "link", "keep");
      }
      let links = 0;
      for (const text of texts) {
        const made = [
          { quiz: text },
          { version: text },
          { skills: [{ ...skill, skill: text }] },
          { roles: [{ ...role, role: text }] },
        ].map((more) => write({ ...right, ...more }));
        for (const code of [text, encodeURIComponent(text), ...made]) {
          // The same address again is none.
          links += 1;
          await open(made.includes(code) && code ? code : `${code ?? text}&${links}`);
          wrong.push(...window.__drawn.look(shown(), "link", "among"));
        }
      }
      return { wrong: [...new Set(wrong)], links };
    },
    turns.map(payload),
    `${INSTRUMENT}www/site/share/code.js`,
  );
  same(found.wrong, [], "what harmless words would not draw");
  await nothingElse(rig, mark);
  console.log(`     links with results: ${found.links} over ${turns.length} payloads`);
}

// --- drafts ---

/** @param {Rig} rig @param {number[]} turns */
export async function resumeDrafts(rig, turns) {
  rig.allow(/^stores: metier-/);
  await rig.show(`<script src="${INSTRUMENT}drawn.js"></script><script type="module" src="/metier.js"></script>`);
  const mark = rig.proxy.mark();
  const { everything } = STRANGERS;
  const key = `metier-draft / ${everything.id}`;
  const own = everything.items.find((/** @type {any} */ { type }) => type === "text").id;
  const found = await rig.later(
    async (text, name, item, payloads) => {
      /** The quiz over what this tab has kept of it. @param {"keep" | "among"} how */
      const again = async (how) => {
        /** @type {any} */
        const quiz = document.createElement("metier-quiz");
        for (const one of ["resume", "loading"]) quiz.setAttribute(one, "eager");
        const ready = new Promise((done) => quiz.addEventListener("metier-ready", done, { once: true }));
        quiz.quiz = text;
        document.querySelector("main > metier-quiz")?.remove();
        document.querySelector("main")?.append(quiz);
        await ready;
        const wrong = window.__drawn.look(document, "draft", how);
        const go = quiz.shadowRoot.querySelector("[data-action=continue]");
        go?.click();
        await window.__drawn.until(() => !go || !quiz.shadowRoot.querySelector("[data-screen=intro]"), "it goes on");
        wrong.push(...window.__drawn.look(document, "draft, gone on with", how));
        if (!go) quiz.shadowRoot.querySelector("[data-action=start]").click();
        await window.__drawn.until(
          () => quiz.shadowRoot.querySelector("[data-screen=question], [data-screen=review]"),
          "a screen",
        );
        return wrong;
      };
      await again("keep");
      dispatchEvent(new Event("pagehide"));
      const kept = JSON.parse(sessionStorage.getItem(name) ?? "null");
      const places = [
        { screen: "question", item },
        { screen: "review" },
        { screen: "question", item: kept.place.item },
      ];
      const drafts = (/** @type {string} */ words) => [
        ...places.map((place) => ({
          ...kept,
          chosen: { [item]: [words] },
          answers: [{ item, answer: words, ms: 9000 }],
          spent: {},
          place,
        })),
        { ...kept, quiz: words, version: words, language: words },
        { ...kept, format: words, document: words },
        { ...kept, place: { screen: words, item: words } },
        { ...kept, place: { screen: "question", item: words } },
        { ...kept, chosen: { [words]: [words] }, spent: { [words]: 1 } },
        words,
      ];
      const wrong = [];
      let count = 0;
      for (const [index, words] of ["my words", ...payloads].entries())
        for (const draft of drafts(words)) {
          sessionStorage.setItem(name, typeof draft === "string" ? draft : JSON.stringify(draft));
          const seen = await again(index ? "among" : "keep");
          if (index) wrong.push(...seen);
          count += 1;
        }
      return { wrong: [...new Set(wrong)], count };
    },
    JSON.stringify(everything),
    key,
    own,
    turns.map(payload),
  );
  same(found.wrong, [], "what harmless words would not draw");
  await nothingElse(rig, mark);
  console.log(`     drafts: ${found.count} over ${turns.length} payloads`);
}

// --- the form of the embed page ---

/** The elements that a browser would make of lines, which it does not run. @param {Rig} rig @param {string[]} lines */
const elementsOf = (rig, lines) =>
  rig.run(
    (all) =>
      all.map((text) =>
        [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("*")]
          // A host's own way to write a style is none to a browser.
          .map(
            (one) =>
              `${one.localName} ${one
                .getAttributeNames()
                .filter((name) => /^[a-z-]+$/.test(name))
                .sort()}`,
          )
          .join("\n"),
      ),
    lines,
  );

const CHOSEN = ["title", "src", "page", "base", "accent", "surface", "text"];

/** @param {Rig} rig @param {number[]} turns */
export async function chooseLines(rig, turns) {
  const mark = rig.proxy.mark();
  await openUnder(rig, "embed");
  await formIsThere(rig);
  await unfoldForm(rig);
  const { wrong, lines } = await rig.later(
    async (fields, payloads) => {
      const { look, write } = window.__drawn;
      const set = (/** @type {string} */ name, /** @type {string} */ words) =>
        write(/** @type {Element} */ (document.getElementById(`choose-${name}`)), words);
      const now = () => [...document.querySelectorAll("code[data-lines]")].map(({ textContent }) => textContent ?? "");
      const right = [
        "A title",
        "https://example.org/q.json",
        "https://example.org/",
        "https://example.org/",
        "#123456",
        "#fff",
        "#000",
      ];
      const reset = () => fields.forEach((name, at) => set(name, right[at]));
      set("quiz", "");
      /** @type {{ field: string, words: string, lines: string[] }[]} */
      const seen = [];
      for (const bad of [null, ...fields]) {
        reset();
        if (bad) set(bad, "ftp://a b");
        look(document, "form", "keep");
        if (bad === null) seen.push({ field: "", words: "", lines: now() });
      }
      const found = [];
      for (const words of payloads)
        for (const field of fields) {
          reset();
          set(field, words);
          found.push(...look(document, "form", "among"));
          seen.push({ field, words, lines: now() });
        }
      return { wrong: [...new Set(found)], lines: seen };
    },
    CHOSEN,
    turns.map(payload),
  );
  same(wrong, [], "what harmless words would not draw");
  await nothingElse(rig, mark);
  rig.proxy.replaced.set("/inert.html", {
    headers: { "content-type": "text/html" },
    body: '<!doctype html><title>Inert</title><link rel="icon" href="data:,">',
  });
  await rig.open(`${rig.fresh()}/inert.html`);
  const [harmless] = await Promise.all([elementsOf(rig, lines[0].lines)]);
  const found = [];
  for (const { field, words, lines: own } of lines.slice(1)) {
    const made = await elementsOf(rig, own);
    found.push(...made.flatMap((one, at) => (one === harmless[at] ? [] : [`${field} ${words}: ${own[at]}`])));
  }
  same(found.slice(0, 10), [], "lines that become other elements");
  console.log(
    `     form of the embed page: ${lines.length} choices, ${lines.length * harmless.length} lines, over ${turns.length} payloads`,
  );
}
