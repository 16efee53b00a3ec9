// How far a quiz is: in words, and as a bar that never goes back, since it shows what is answered or skipped.
import { node } from "../shared/dom.js";

/** More steps than these would be too narrow to tell apart. */
const mostSteps = 20;

/**
 * @param {{ first: number, last: number, done: number }} place questions on show, counted from 1; how many are done
 * @param {import("../types.d.ts").Stage} stage
 */
export function progressNodes({ first, last, done }, { quiz, say }) {
  const total = quiz.adaptive?.max ?? quiz.items.length;
  const place = say(first === last ? "question-of" : "questions-of", { n: first, last, total });
  const [low = 0, high = low] = quiz.minutes;
  const count = Math.ceil((((low + high) / 2) * (total - done)) / total);
  const step = (/** @type {string} */ name, grow = 1) => {
    const one = node("span", { class: name });
    if (grow !== 1) one.style.flexGrow = String(grow);
    return one;
  };
  return [
    node("span", {}, count > 0 ? say("minutes-left", { place, count }) : place),
    node(
      "span",
      { class: "bar", "aria-hidden": "true" },
      total > mostSteps
        ? [done > 0 && step("done", done), done < total && step("", total - done)]
        : Array.from({ length: total }, (_, at) =>
            step(at < done ? "done" : at + 1 >= first && at < last ? "here" : ""),
          ),
    ),
  ];
}
