// Shares as natural frequencies: so many of 100, in words and in dots.
import { addingUp } from "./adding-up.js";
import { svgNode } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/** Of 100, as whole numbers that add up to 100. @param {number[]} shares */
export function outOfHundred(shares) {
  return addingUp(shares, 0.01);
}

/**
 * The number in words: neither none nor all where that is only rounded.
 * @param {number} n
 * @param {number} share
 * @param {Stage} stage
 */
export function countWords(n, share, { say }) {
  if (n === 0 && share > 0) return say("under-one");
  return n === 100 && share < 1 ? say("over-99") : say.whole(n);
}

/**
 * A hundred dots, `count` of them filled: the words beside it say the same.
 * @param {number} count
 * @param {Stage} stage
 */
export function dotsPicture(count, { quiz }) {
  const dot = (/** @type {number} */ index) => {
    const column = quiz.direction === "rtl" ? 19 - (index % 20) : index % 20;
    return `M${column * 10 + 1} ${Math.floor(index / 20) * 10 + 5}a4 4 0 1 1 8 0a4 4 0 1 1-8 0`;
  };
  const path = (/** @type {number} */ from, /** @type {number} */ to) =>
    Array.from({ length: to - from }, (_, index) => dot(from + index)).join("");
  return svgNode(
    "svg",
    { class: "dots", viewBox: "0 0 200 50", "aria-hidden": "true" },
    svgNode("path", { class: "rest", d: path(count, 100) }),
    svgNode("path", { class: "full", d: path(0, count) }),
  );
}
