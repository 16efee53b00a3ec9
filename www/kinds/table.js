// Every kind of item, a line each: its inputs, how they are read, its answers in words. The rarer ones come
// with the module that reads them (rarer-kinds.js); nothing of them is in the file of the common ones.
import { allocate } from "./allocate.js";
import { bestWorst } from "./best-worst.js";
import { frequency } from "./frequency.js";
import { judge } from "./judge.js";
import { likert } from "./likert.js";
import { multiple } from "./multiple.js";
import { number } from "./number.js";
import { rank } from "./rank.js";
import { single } from "./single.js";
import { slider } from "./slider.js";
import { sort } from "./sort.js";
import { statement } from "./statement.js";
import { text } from "./text.js";

/** @typedef {import("../types.d.ts").Kinds} Kinds */

/** @satisfies {Kinds} */
export const common = {
  single,
  multiple,
  likert,
  frequency,
  judge,
  "best-worst": bestWorst,
  rank,
  sort,
};

/** @satisfies {Kinds} */
export const rarer = {
  allocate,
  slider,
  number,
  statement,
  text,
};
