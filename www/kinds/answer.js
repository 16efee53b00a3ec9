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

/**
 * What was said of each option.
 * @template N
 * @param {Record<string, N>} answer
 * @param {(said: N) => string} words
 */
export function eachMark(answer, words) {
  return new Map(Object.entries(answer).map(([id, said]) => [id, words(said)]));
}

/**
 * The options that an answer touches: what got most first, the best before the worst, else in the order of the item; a
 * share of nothing is not told.
 * @param {Item} item
 * @param {Answer & {}} answer
 * @param {Stage} stage
 * @param {boolean} [bare] without what was said of each
 */
export function markedWords(item, answer, stage, bare) {
  const marks = optionMarks(item, answer, stage);
  const said = /** @type {any} */ (answer);
  const lines = item.options
    .filter(({ id }) => marks.has(id) && said[id] !== 0)
    .sort((a, b) => said[b.id] - said[a.id] || Number(said.worst === a.id) - Number(said.worst === b.id))
    .map(({ id, text }) => [!bare && node("b", {}, `${marks.get(id)}: `), textInline(text, stage)]);
  return lines.length === 1
    ? lines[0]
    : node(
        "ul",
        {},
        lines.map((line) => node("li", {}, line)),
      );
}

/**
 * The options that were chosen.
 * @param {Item} item
 * @param {string | string[]} answer
 * @param {Stage} stage
 */
export function chosenWords(item, answer, stage) {
  return markedWords(item, answer, stage, true);
}
