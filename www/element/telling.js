// What the events of a quiz say of it.
import { textPlain } from "../view/text.js";

/** @typedef {import("../types.d.ts").QuizView} QuizView */

/** How many questions there are, or at most. @param {QuizView} quiz */
export function countOf({ adaptive, items }) {
  return adaptive?.max ?? items.length;
}

/** The quiz is loaded. @param {QuizView} quiz */
export function readyOf(quiz) {
  const { id, version, language, title } = quiz;
  return { quiz: id, version, language, title: textPlain(title), items: countOf(quiz) };
}

/** It has begun; `resumed` only where it goes on. @param {QuizView} quiz @param {boolean} [resumed] */
export function startOf(quiz, resumed) {
  const { id, version, seed } = quiz;
  return { quiz: id, version, seed, items: countOf(quiz), ...(resumed && { resumed }) };
}

/** The answers that a sign is about. @param {import("../types.d.ts").Report} report @param {string} wanted */
export function signOf({ signs }, wanted) {
  return signs.find(({ code }) => code === wanted)?.items;
}
