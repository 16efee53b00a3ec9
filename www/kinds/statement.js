// A statement on a scale that several share: one of its steps. The answer is its place in the list, counted from 0.
import { frequency } from "./frequency.js";

/** @type {import("../types.d.ts").Kind<number>} */
export const statement = frequency;
