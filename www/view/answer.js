// An answer in words, as the review and the result show it.
import { node } from "./dom.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */

/** What the answer says of each option it touches: words before the option's own. @param {Item} item @param {Answer} answer @param {Stage} stage @returns {Map<string, string>} */
export function optionMarks(item, answer, stage) {
  const { say } = stage;
  const more = stage.items?.marks(item, answer, stage);
  if (more) return more;
  if (answer === null || typeof answer === "number") return new Map();
  if (typeof answer === "string") return new Map([[answer, say("chosen")]]);
  if (Array.isArray(answer)) return new Map(answer.map((id) => [id, say("chosen")]));
  if (item.type === "best-worst") {
    const { best, worst } = /** @type {{ best: string, worst: string }} */ (answer);
    return new Map([[best, say(`best-${item.instruction}`)], [worst, say(`worst-${item.instruction}`)]]);
  }
  const words = item.type === "judge" ? /** @type {const} */ ("rated") : "points";
  return new Map(Object.entries(answer).map(([id, n]) => [id, say(words, { n: Number(n), count: Number(n), points: item.points })]));
}

/** @param {Item} item @param {Answer | undefined} answer @param {Stage} stage @returns {Child} */
export function answerWords(item, answer, stage) {
  const { say } = stage;
  if (answer === null || answer === undefined) return node("span", { class: "muted" }, say("skipped"));
  const more = stage.items?.answerWords(item, answer, stage);
  if (more) return more;
  if (typeof answer === "number") {
    if (item.type === "frequency") return textInline(item.anchors[answer], stage);
    const end = answer === 0 ? item.anchors[0] : answer === item.points - 1 ? item.anchors[1] : null;
    return [say("rated", { n: answer + 1, points: item.points }), end && [" (", textInline(end, stage), ")"]];
  }
  const marks = optionMarks(item, answer, stage);
  const touched = item.options.filter(({ id }) => marks.has(id) && /** @type {Record<string, unknown>} */ (answer)[id] !== 0);
  const bare = typeof answer === "string" || Array.isArray(answer);
  const lines = touched.map(({ id, text }) => [!bare && node("b", {}, `${marks.get(id)}: `), textInline(text, stage)]);
  return lines.length === 1 ? lines[0] : node("ul", {}, lines.map((line) => node("li", {}, line)));
}
