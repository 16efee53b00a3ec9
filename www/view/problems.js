// What is wrong with a document: all problems at once, each with sentence, place and advice. Loaded only where
// there are any, and that shows before the first question.
import { node } from "../shared/dom.js";
import { makeSay } from "../words/say.js";
import { problemWords } from "../words/words.js";

/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("../types.d.ts").Key} Key */

/** A piece of the document, which turns nothing around it. @param {string} piece */
function strange(piece) {
  return node("bdi", {}, piece.replace(/\p{Bidi_Control}/gu, ""));
}

/** @param {Problem} problem @param {Say} say @param {Say} tell */
function problemItem({ severity, code, pointer, line, column, values, hint }, say, tell) {
  const given = Object.fromEntries(
    values.map(({ name, value }) => [name, typeof value === "number" ? value : strange(value)]),
  );
  const told = (/** @type {string} */ key) => key in problemWords && tell.parts(/** @type {Key} */ (key), given);
  const advice = told(`${code}.hint`);
  return node(
    "li",
    {},
    node("p", {}, node("bdi", {}, told(code) || code)),
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
    advice && node("p", { class: "small" }, advice),
  );
}

/** @param {Problem[]} problems @param {Say} say */
export function problemList(problems, say) {
  const tell = makeSay(problemWords, say.language);
  return node(
    "ul",
    { class: "problems" },
    problems.map((problem) => problemItem(problem, say, tell)),
  );
}
