// How often, or how much: one of a list of words. The answer is its place in the list, counted from 0.
import { textInline } from "../view/text.js";
import { oneOf } from "./choice-list.js";

/** @type {import("../types.d.ts").Kind<number>} */
export const frequency = {
  statement: true,
  draw: ({ anchors }, stage) =>
    oneOf(
      anchors.map((text, index) => ({ id: String(index), text })),
      stage,
      Number,
    ),
  words: ({ anchors }, answer, stage) => textInline(anchors[answer], stage),
};
