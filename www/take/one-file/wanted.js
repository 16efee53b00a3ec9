// In metier-all.js, what stands in for element/wanted.js: it holds one module, which reads every quiz.
import { wantedBy as usual } from "../../element/wanted.js";

/** @param {string} text @returns {import("../../types.d.ts").Wanted} */
export function wantedBy(text) {
  return { ...usual(text), module: "whole" };
}

/** Nothing stands beside it. */
export function shippedWants() {
  return null;
}
