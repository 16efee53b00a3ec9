// Shares as natural frequencies: so many of 100, in words and in dots.
import { addingUp } from "./adding-up.js";
import { node, svgNode } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */
/** A part of the hundred. @typedef {{ name: Child, count: number, words: string }} Group */

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

/** The shapes that tell groups apart without their shade: dot, ring, diamond, hollow diamond, cross and point. */
const shapes = [
  "m-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0",
  "m-3.2 0a3.2 3.2 0 1 1 6.4 0a3.2 3.2 0 1 1-6.4 0",
  "m-4.4 0l4.4-4.4 4.4 4.4-4.4 4.4z",
  "m-3.6 0l3.6-3.6 3.6 3.6-3.6 3.6z",
  "m-3 0h6m-3-3v6",
  "m-1.6 0a1.6 1.6 0 1 1 3.2 0a1.6 1.6 0 1 1-3.2 0",
];
/** How many groups can be told apart. */
export const mostGroups = shapes.length;

/**
 * A hundred dots in groups, one after the other, each of its own shape; and what each group is, with its number.
 * @param {Group[]} groups
 * @param {Stage} stage
 */
export function hundredGroups(groups, { quiz }) {
  let placed = 0;
  const marks = groups.map(({ count }, group) => {
    const places = Array.from({ length: count }, () => {
      const index = placed++;
      const column = quiz.direction === "rtl" ? 19 - (index % 20) : index % 20;
      return `M${column * 10 + 5} ${Math.floor(index / 20) * 10 + 5}${shapes[group]}`;
    });
    return svgNode("path", { class: `group-${group}`, d: places.join("") });
  });
  return node(
    "div",
    { class: "hundred" },
    svgNode("svg", { viewBox: "0 0 200 50", "aria-hidden": "true" }, marks),
    node(
      "ul",
      { class: "key" },
      groups.map(({ name, words }, group) =>
        node(
          "li",
          {},
          svgNode(
            "svg",
            { viewBox: "0 0 10 10", "aria-hidden": "true" },
            svgNode("path", { class: `group-${group}`, d: `M5 5${shapes[group]}` }),
          ),
          node("span", {}, name),
          " ",
          node("b", {}, words),
        ),
      ),
    ),
  );
}
