// An answer in words, as the review and the result show it: what its kind makes of it, and what several kinds share.
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */

/**
 * What the answer says of each option it touches: words before the option's own.
 * @param {Item} item
 * @param {Answer} answer
 * @param {Stage} stage
 * @returns {Map<string, string>}
 */
export function optionMarks(item, answer, stage) {
  return (answer !== null && stage.kinds[item.type].marks?.(item, answer, stage)) || new Map();
}

/** @param {Item} item @param {Answer | undefined} answer @param {Stage} stage @returns {Child} */
export function answerWords(item, answer, stage) {
  if (answer === null || answer === undefined) return node("span", { class: "muted" }, stage.say("skipped"));
  return stage.kinds[item.type].words(item, answer, stage);
}

/** The options, by id, that were chosen. @param {Item} _ @param {string | string[]} answer @param {Stage} stage */
export function chosenMarks(_, answer, { say }) {
  return new Map([answer].flat().map((id) => [id, say("chosen")]));
}

/** The words of some options, in the order of the item. @param {Child[]} lines */
export function linesOf(lines) {
  return lines.length === 1
    ? lines[0]
    : node(
        "ul",
        {},
        lines.map((line) => node("li", {}, line)),
      );
}

/** The options that were chosen. @param {Item} item @param {string | string[]} answer @param {Stage} stage */
export function chosenWords({ options }, answer, stage) {
  return linesOf(options.filter(({ id }) => [answer].flat().includes(id)).map(({ text }) => textInline(text, stage)));
}

/**
 * What was said of each option; a share of nothing is not told.
 * @param {Item} item
 * @param {Answer & object} answer
 * @param {Stage} stage
 */
export function markedWords(item, answer, stage) {
  const marks = optionMarks(item, answer, stage);
  const touched = item.options.filter(
    ({ id }) => marks.has(id) && /** @type {Record<string, unknown>} */ (answer)[id] !== 0,
  );
  return linesOf(touched.map(({ id, text }) => [node("b", {}, `${marks.get(id)}: `), textInline(text, stage)]));
}
