// What is wrong with a document: all problems at once, each with sentence, place and advice. Loaded only where
// there are any, and that shows before the first question.
import { node } from "../shared/dom.js";
import { problemWords } from "../words/words.js";

/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Say} Say */

/** @type {import("../types.d.ts").Words} */
const table = problemWords;

/** A piece of the document, which turns nothing around it. @param {string} piece */
function strange(piece) {
  return node("bdi", {}, piece.replace(/\p{Bidi_Control}/gu, ""));
}

/** @param {Problem} problem @param {Say} say */
function problemItem({ severity, code, pointer, line, column, values, hint }, say) {
  const given = (/** @type {string} */ wanted) => {
    const value = values.find(({ name }) => name === wanted)?.value ?? "";
    return typeof value === "number" ? say.whole(value) : strange(value);
  };
  const fill = (/** @type {string} */ template) =>
    template.split(/\{(\w{1,40})\}/).map((part, index) => (index % 2 ? given(part) : part));
  /** A sentence may have a form for one thing and another for several. @param {string} key */
  const template = (key) => {
    const entry = table[key];
    if (typeof entry !== "object") return entry;
    const count = Number(values.find(({ name }) => name === "count")?.value);
    return entry[new Intl.PluralRules(say.language).select(count)] ?? entry.other;
  };
  const advice = template(`${code}.hint`);
  return node(
    "li",
    {},
    node("p", {}, node("bdi", {}, fill(template(code) ?? code))),
    // A text that is no document has no place in it to tell.
    line > 0 &&
      node(
        "p",
        { class: "small" },
        say(severity === "error" ? "problem-error" : "problem-warning", { line, column }),
        " ",
        node("code", {}, strange(pointer || "/")),
        " ",
        node("code", {}, code),
      ),
    hint !== null &&
      node("p", { class: "small" }, node("bdi", {}, say.parts("problem-meant", { hint: strange(hint) }))),
    advice && node("p", { class: "small" }, fill(advice)),
  );
}

/** @param {Problem[]} problems @param {Say} say */
export function problemList(problems, say) {
  return node(
    "ul",
    { class: "problems" },
    problems.map((problem) => problemItem(problem, say)),
  );
}
