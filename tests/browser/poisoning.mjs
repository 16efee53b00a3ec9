// Documents with payloads in all their texts, taken screen by screen: nothing runs, opens, asks or is drawn as an element.
import { mend, poisoned } from "./poisoned.mjs";
import { PAYLOADS } from "./payloads.mjs";
import { INSTRUMENT } from "./proxy.mjs";
import { catalogue } from "./shipped.mjs";
import { CATALOGUE, LEXICON, SHORT_LEXICON, STRANGERS } from "./strangers.mjs";
import { ok, same } from "./suite.mjs";
import { JSON_TYPE } from "./walking.mjs";

/** @typedef {import("./rig.mjs").Rig} Rig */
/** @typedef {import("./poisoned.mjs").Poisoned} Poisoned */
/** @typedef {import("./poisoned.mjs").What} What */
/** @typedef {(document: any, how: "keep" | "equal", own: string) => Promise<{ found: string[], told: string[] | null, title: string }>} Take */

const TAGS = `<script src="${INSTRUMENT}drawn.js"></script><script type="module" src="/metier.js"></script>`;
/** What a page asks for: its own files, and the documents of these tests. */
const KNOWN = /\.(js|wasm)$|\/strangers\/\d+\.json$/;

/** Documents that are wrong in other ways: what a page may say of any. @param {any} base */
const wrong = (base) => [
  "{",
  JSON.stringify({ ...base, titel: "x" }),
  JSON.stringify({ ...base, minutes: "x", language: "!", id: "A" }),
  JSON.stringify({ ...base, feedback: [{ skill: "listenin", from: 3, to: 1, text: "" }] }),
];

/** @param {Rig} rig @param {import("./window.d.ts").Taken} taken */
const inPage = (rig, taken) => rig.later((one) => window.__drawn.take(one), taken);

/** Shows a page that takes documents, and what it says of those that are wrong. @param {Rig} rig @param {What} what */
async function ready(rig, what) {
  await rig.show(TAGS);
  const names = what === "names";
  for (const text of wrong(STRANGERS.everything)) await inPage(rig, { text, name: "wrong", how: "keep", names });
}

/** @param {"keep" | "equal"} how */
const orLess = (how) => (how === "equal" ? "among" : how);

/** As letters, a payload without marks is what it is. @param {string} text */
const isPlain = (text) => !/[*`[\]\\\n\t\r]|^\s|\s$|^[-+\d]|[^\x20-\x7e]/.test(text);

/**
 * Takes a document with payloads until nothing is wrong with it any more: what is told is mended.
 * @param {Poisoned} one
 * @param {Take} take
 * @param {import("./poisoned.mjs").Pairs} pairs
 * @returns {Promise<string[]>} what is wrong
 */
async function untilTaken(one, take, pairs) {
  const title = one.places.get("/translations/0/strings/title") ?? one.places.get("/title");
  const own = PAYLOADS[[...one.places.values()][0]?.payload ?? 0].text;
  // Without a payload it is the harmless document.
  while (one.places.size) {
    const seen = await take(one.document, "equal", own);
    if (seen.found.length) return seen.found;
    if (!seen.told) {
      for (const { leaf, payload } of one.places.values()) pairs.saw("drawn", leaf.field, payload);
      const wanted = title && [...one.places.values()].includes(title) && PAYLOADS[title.payload].text;
      if (wanted && seen.title && isPlain(wanted) && seen.title !== wanted)
        return [`${wanted} is drawn as ${seen.title}`];
      return [];
    }
    const mended = mend(one, seen.told);
    for (const { field, payload } of mended) pairs.saw("told", field, payload);
    // A name that is right in one place and was mended in another no longer leads there.
    if (!mended.length) {
      const own = [...one.places].filter(([, { leaf }]) => leaf.field.endsWith(".id")).map(([pointer]) => pointer);
      mend(one, own.length ? own : [...one.places.keys()]);
    }
  }
  return [];
}

/** Who may have been asked, opened or told. @param {Rig} rig @param {number} mark */
async function nothingElse(rig, mark) {
  const asked = await rig.requests(mark);
  same(
    asked.filter((one) => !KNOWN.test(one)),
    [],
    "requests",
  );
  same((await rig.driver.getAllWindowHandles()).length, 1, "windows");
  same(await rig.run(() => /** @type {any} */ ({}).polluted ?? null), null, "the prototype of all objects");
}

/**
 * @param {Rig} rig
 * @param {{ kind: import("./poisoned.mjs").Kind, harmless: any, what: What, turns: Iterable<number>, take: Take, pairs: import("./poisoned.mjs").Pairs }} way
 */
async function inTurns(rig, { kind, harmless, what, turns, take, pairs }) {
  const mark = rig.proxy.mark();
  const first = await take(harmless, "keep", "my words");
  same([first.told, first.found], [null, []], "what is wrong with a harmless document");
  const found = new Set();
  for (const turn of turns) {
    for (const line of await untilTaken(poisoned(kind, harmless, turn, what), take, pairs))
      found.add(`turn ${turn}, ${line}`);
    ok(found.size < 20, [...found].join("\n"));
  }
  same([...found], [], "what harmless words would not draw");
  await nothingElse(rig, mark);
}

/** What a test has seen, in a line. @param {Rig} rig @param {import("./poisoned.mjs").Pairs} pairs */
async function report(rig, pairs) {
  const { screens, elements } = await rig.run(() => window.__drawn.record);
  console.log(
    `     ${PAYLOADS.length} payloads: ${pairs.count("drawn")} pairs drawn, ${pairs.count("told")} told, ${screens} screens of ${elements} elements`,
  );
}

/** @param {Rig} rig @param {keyof typeof STRANGERS} name @param {What} what @param {Iterable<number>} turns @param {import("./poisoned.mjs").Pairs} pairs */
export async function takeQuizzes(rig, name, what, turns, pairs) {
  await ready(rig, what);
  const more = { loading: "eager", ...(name === "translated" && { lang: "de" }) };
  // A host of another address is named, what leads to the page itself is not offered, and of skills that the catalogue does
  // not know there is less to say.
  const isLooser = what === "links" || (what === "names" && name === "several");
  /** @type {Take} */
  const take = (document, how, own) =>
    inPage(rig, {
      text: JSON.stringify(document),
      name,
      how: isLooser ? orLess(how) : how,
      own,
      more,
      names: what === "names",
    });
  await inTurns(rig, { kind: "quiz", harmless: STRANGERS[name], what, turns, take, pairs });
  await report(rig, pairs);
}

/** @param {Rig} rig @param {What} what @param {Iterable<number>} turns @param {import("./poisoned.mjs").Pairs} pairs */
export async function takeCatalogues(rig, what, turns, pairs) {
  await ready(rig, what);
  const text = JSON.stringify(STRANGERS.several);
  let count = 0;
  /** @type {Take} */
  const take = async (document, how, own) => {
    const path = `/strangers/${(count += 1)}.json`;
    rig.proxy.replaced.set(path, { headers: JSON_TYPE, body: JSON.stringify(document) });
    const seen = await inPage(rig, {
      text,
      name: "catalogue",
      how: what === "words" ? how : orLess(how),
      own,
      more: { loading: "eager", roles: path },
      names: what === "names",
    });
    rig.proxy.replaced.delete(path);
    // The title on show is the quiz's.
    return { ...seen, title: "" };
  };
  await inTurns(rig, { kind: "catalogue", harmless: CATALOGUE, what, turns, take, pairs });
  await report(rig, pairs);
}

/**
 * The names of a lexicon, in the parts of the page of adverts that read it and tell what is wrong.
 * @param {Rig} rig
 * @param {Iterable<number>} turns
 * @param {import("./poisoned.mjs").Pairs} pairs
 */
export async function readLexicons(rig, turns, pairs) {
  await rig.show(TAGS);
  const roles = JSON.stringify(await catalogue());
  /** What is told of a lexicon and how it is drawn. @param {any} document @param {"keep" | "among"} how */
  const told = (document, how) =>
    rig.later(
      async (lexicon, known, alike, source) => {
        const [{ begun }, { Advert, ...glue }, { problemList }, { makeSay }, { language, quizWords, advertWords }] =
          await Promise.all(
            ["shared/instance", "shared/advert-module", "view/problems", "words/say", "words/words"].map(
              (name) => import(`${source}${name}.js`),
            ),
          );
        await begun(Promise.resolve({ Advert, ...glue }), new URL(`${source}pkg/advert_bg.wasm`, location.href));
        const main = /** @type {Element} */ (document.querySelector("main"));
        /** @type {string[]} */
        let pointers = [];
        try {
          Advert.open(lexicon, known).free();
          main.replaceChildren();
        } catch (/** @type {any} */ error) {
          pointers = error.problems.map((/** @type {any} */ { pointer }) => pointer);
          main.replaceChildren(problemList(error.problems, makeSay({ ...quizWords, ...advertWords }, language)));
        }
        return { pointers, found: window.__drawn.look(main, "lexicon", alike) };
      },
      JSON.stringify(document),
      roles,
      how,
      `${INSTRUMENT}www/`,
    );
  for (const more of [
    {},
    { titel: "x" },
    { id: "A", version: "", language: "!" },
    { phrases: [{ phrase: "x", for: [{ archetype: "pn", weight: 1 }] }] },
  ])
    await told({ ...LEXICON, ...more }, "keep");
  for (const turn of turns) {
    const one = poisoned("lexicon", SHORT_LEXICON, turn, "names");
    for (;;) {
      const { pointers, found } = await told(one.document, "among");
      same(found, [], "what harmless words would not draw");
      const mended = mend(one, pointers);
      for (const { field, payload } of mended) pairs.saw("told", field, payload);
      if (mended.length) continue;
      if (!pointers.length)
        for (const { leaf, payload } of one.places.values()) pairs.saw("drawn", leaf.field, payload);
      break;
    }
  }
  await report(rig, pairs);
}

/** What must be found, were it ever drawn: in the page, and in a text of the quiz. @type {[string, (root: Element, text: Element) => void][]} */
const FOREIGN = [
  ["an element", (root) => void root.append(document.createElement("img"))],
  ["an element in a text", (_, text) => void text.append(document.createElement("iframe"))],
  ["an attribute", (root) => root.setAttribute("contenteditable", "")],
  ["a style", (root) => void Object.assign(root, { style: "position: fixed" })],
  ["a style in a text", (_, text) => text.append(Object.assign(document.createElement("em"), { style: "color: red" }))],
  ["a name", (root) => root.setAttribute("id", "getElementById")],
  [
    "an address",
    (_, text) =>
      text.append(
        Object.assign(document.createElement("a"), {
          href: "javascript:void 0",
          target: "_blank",
          rel: "noopener noreferrer nofollow",
        }),
      ),
  ],
  ["one more of what is there", (root) => root.append(root.cloneNode(false))],
];

/** That a look sees what it is for. @param {Rig} rig */
export async function elementsThatAreFound(rig) {
  await rig.show(TAGS);
  await inPage(rig, {
    text: JSON.stringify(STRANGERS.everything),
    name: "everything",
    how: "keep",
    more: { loading: "eager" },
  });
  for (const [what, put] of FOREIGN) {
    const [before, after] = /** @type {string[][]} */ (
      await rig.driver.executeScript(`
        const root = document.querySelector("metier-quiz").shadowRoot;
        const section = root.querySelector("section");
        const whole = section.cloneNode(true);
        window.__drawn.look(root, "whole", "keep");
        const first = window.__drawn.look(root, "whole", "equal");
        (${put})(section, section.querySelector("div.text"));
        const second = window.__drawn.look(root, "whole", "equal");
        section.replaceWith(whole);
        return [first, second];`)
    );
    same(before, [], "before");
    ok(after.length > 0, `${what} is found`);
  }
}
