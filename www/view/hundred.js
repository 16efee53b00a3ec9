// Shares as natural frequencies: so many of 100, in words and in dots.
import { svgNode } from "./dom.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/** Of 100, as whole numbers that add up to 100: the largest remainders are rounded up. @param {number[]} shares */
export function outOfHundred(shares) {
  const floors = shares.map((share) => Math.floor(share * 100));
  const spare = Math.round(shares.reduce((sum, share) => sum + share, 0) * 100) - floors.reduce((sum, n) => sum + n, 0);
  const byRemainder = shares.map((share, index) => ({ index, rest: share * 100 - floors[index] })).sort((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder.slice(0, spare)) floors[index] += 1;
  return floors;
}

/** @param {number} n @param {number} share @param {Stage} stage */
export function countWords(n, share, { say }) {
  return n === 0 && share > 0 ? say("under-one") : say.whole(n);
}

/** A hundred dots, `count` of them filled: the words beside it say the same. @param {number} count @param {Stage} stage */
export function dotsPicture(count, { quiz }) {
  const dot = (/** @type {number} */ index) => {
    const column = quiz.direction === "rtl" ? 19 - (index % 20) : index % 20;
    return `M${column * 10 + 1} ${Math.floor(index / 20) * 10 + 5}a4 4 0 1 1 8 0a4 4 0 1 1-8 0`;
  };
  const path = (/** @type {number} */ from, /** @type {number} */ to) =>
    Array.from({ length: to - from }, (_, index) => dot(from + index)).join("");
  return svgNode("svg", { class: "dots", viewBox: "0 0 200 50", "aria-hidden": "true" },
    svgNode("path", { class: "rest", d: path(count, 100) }),
    svgNode("path", { class: "full", d: path(0, count) }));
}

