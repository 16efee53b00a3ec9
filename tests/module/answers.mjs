// What a field of the page takes as an answer, the module takes: nobody who types or moves something ends on the error
// screen. `node tests/module/answers.mjs [RUNS] [SEED]`, with the module of `www/pkg`.
import { join } from "node:path";
import fc from "fast-check";
import { begunIn, quizOf } from "./readers.mjs";
import { imported, ok, same, WWW } from "./scripts.mjs";

const [numRuns, seed] = [Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 16)];

/** As much of an element as the kinds need to be drawn. */
class Drawn {
  value = "";
  valueAsNumber = Number.NaN;
  textContent = "";
  dataset = {};
  style = { setProperty() {} };
  /** @type {Record<string, string>} */
  attributes = {};
  /** @type {Set<string>} */
  #classes = new Set();
  classList = {
    contains: (/** @type {string} */ name) => this.#classes.has(name),
    remove: (/** @type {string} */ name) => this.#classes.delete(name),
    toggle() {},
  };
  /** @type {Record<string, () => void>} */
  #hearers = {};
  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes[name] = value;
    if (name === "class") this.#classes = new Set(value.split(" "));
  }
  append() {}
  replaceChildren() {}
  /** @param {string} type @param {() => void} hear */
  addEventListener(type, hear) {
    this.#hearers[type] = hear;
  }
  /** What somebody has entered. @param {{ value?: string, valueAsNumber?: number }} entered */
  enter(entered) {
    Object.assign(this, entered);
    this.#hearers.input?.();
  }
}

/** All that was drawn, in order. @type {{ tag: string, element: Drawn }[]} */
const drawn = [];
const createElement = (/** @type {string} */ tag) => {
  const element = new Drawn();
  drawn.push({ tag, element });
  return element;
};
Object.assign(globalThis, { document: { createElement, baseURI: "https://a.example/" }, addEventListener() {} });

const [{ rarer }, { bringFile }] = await imported(["kinds/table.js", "profile/join.js"]);
const [whole] = await begunIn(join(WWW, "pkg"));

const words = (/** @type {string} */ key) => key;
const stage = { say: Object.assign(words, { language: "en" }), id: () => "x", tell() {}, quiz: { direction: "ltr" } };

const key = { skill: "s", level: 3 };

/** A quiz with an item, in the module, and that item as the page gets it. @param {object} item */
function opened(item) {
  // Words of one's own measure nothing.
  const measured = { id: "j", type: "number", prompt: "P", correct: 5, keys: [key] };
  const document = quizOf([{ id: "i", prompt: "P", ...item }, measured], "best");
  try {
    const session = whole.Session.open(JSON.stringify(document), "en", 1);
    return { session, shown: session.quiz().items[0] };
  } catch (error) {
    throw new Error(JSON.stringify(/** @type {any} */ (error).problems), { cause: error });
  }
}

/**
 * What a field makes of what is entered; an answer must be one to the module, too.
 * @param {ReturnType<typeof opened>} quiz
 * @param {"input" | "textarea"} tag
 * @param {{ value?: string, valueAsNumber?: number }} entered
 * @returns {{ answer?: unknown, problem?: string }}
 */
function read({ session, shown }, tag, entered) {
  drawn.length = 0;
  const fields = rarer[shown.type].draw(shown, stage);
  drawn.find((one) => one.tag === tag)?.element.enter(entered);
  const reading = fields.read();
  if (reading.problem) return { problem: reading.problem };
  try {
    session.answer("i", JSON.stringify(reading.answer), 0);
  } catch (error) {
    const { problems } = /** @type {any} */ (error);
    const codes = problems?.map((/** @type {{ code: string }} */ { code }) => code) ?? [String(error)];
    throw new Error(`${JSON.stringify(entered)} is taken as ${JSON.stringify(reading.answer)}, and refused: ${codes}`, {
      cause: error,
    });
  }
  return { answer: reading.answer };
}

const zeros = (/** @type {number} */ count) => "0".repeat(count);

// --- numbers ---

const number = opened({ type: "number", correct: 5, keys: [key] });
const typed = (/** @type {string} */ value) => read(number, "input", { value });
same(typed("1250.5"), { answer: 1250.5 }, "a number as people write it");
same(typed("-0.1"), { answer: -0.1 }, "one below 0");
same(typed(`0.${zeros(37)}1`), { answer: 0 }, "one too small to be told from 0");
ok(
  Number(typed(`0.${zeros(21)}12345678901234568`).answer) > 0,
  "a small one with many digits is near to what was typed",
);
same(typed(`1${zeros(13)}`), { problem: "number-between" }, "one out of bounds");
const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 38 }).map((all) => all.join(""));
fc.assert(
  fc.property(fc.constantFrom("", "-"), digits, fc.constantFrom(".", ",", ""), digits, (sign, before, mark, after) => {
    typed(`${sign}${before}${mark}${after}`.slice(0, 40));
  }),
  { numRuns, seed },
);
fc.assert(
  fc.property(fc.nat(37), digits, (count, after) => void typed(`.${zeros(count)}${after}`.slice(0, 40))),
  { numRuns, seed },
);

// --- sliders: every position of those whose positions are numbers that a computer can tell apart ---

for (const [low, high, step] of [
  [0, 100, 1],
  [-1, 1, 0.01],
  [0, 0.001, 0.000001],
  [1e9, 1e9 + 10, 0.25],
  [1e12 - 8, 1e12, 0.125],
  [-1e12, -1e12 + 3, 0.5],
  [0, 123.4567891, 0.1234567891],
]) {
  const slider = opened({
    type: "slider",
    min: low,
    max: high,
    step,
    anchors: ["A", "B"],
    keys: [{ skill: "s" }],
  });
  for (let position = 0; position <= Math.round((high - low) / step); position += 1) {
    const value = low + position * step;
    const apart = Math.abs(Number(read(slider, "input", { valueAsNumber: value }).answer) - value);
    ok(apart < step * 1e-6, `${value} is taken for a number ${apart} away`);
  }
}

// --- words ---

const text = opened({ type: "text", max: 5_000 });
const written = (/** @type {string} */ value) => read(text, "textarea", { value });
same(written("a".repeat(5_001)), { problem: "text-over." }, "one too many");
for (const letter of ["a", "é", "字", "\u{1f600}", "\u{e0001}", "\\", '"', "\0", "\n", "\u2028"])
  written(letter.repeat(4_999) + "a");
for (const blank of [" ", "\n\t", "\u00a0", "\ufeff", "\v", "\u3000", "\ud800"])
  same(written(blank), { problem: "text-missing" }, "no words");
fc.assert(
  fc.property(
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    (one) => {
      written(one);
    },
  ),
  { numRuns, seed },
);

// --- files of results, however they are written: as much as is read, and a byte more ---

for (const [name, write] of Object.entries({
  plain: (/** @type {string} */ text) => new Blob([text]),
  marked: (/** @type {string} */ text) => new Blob(["\ufeff", text]),
  wide: (/** @type {string} */ text) => new Blob([Buffer.from(`\ufeff${text}`, "utf16le")]),
})) {
  /** @type {string[]} */
  const heard = [];
  const screen = { say: (/** @type {string} */ words) => heard.push(words), bring() {}, focus() {} };
  const kept = { read: async () => (heard.push("read"), { profile: null, problems: [] }) };
  for (const bytes of [2 ** 21, 2 ** 21 + 1]) await bringFile(write(" ".repeat(bytes)), kept, screen);
  same([heard.length, heard.indexOf("read"), heard.lastIndexOf("read")], [2, 0, 0], `${name}: ${heard}`);
}

console.log("What a field takes as an answer, the module takes, and files as it does.");
