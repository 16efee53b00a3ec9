// One option of several.
import { chosenMarks, chosenWords } from "./answer.js";
import { oneOf } from "./choice-list.js";

/** @type {import("../types.d.ts").Kind<string>} */
export const single = {
  draw: (item, stage) => oneOf(item.options, stage, (id) => id),
  marks: chosenMarks,
  words: chosenWords,
};
