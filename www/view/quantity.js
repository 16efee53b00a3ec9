// Numbers with their units, and numbers as people write them.
import { textInline, textPlain } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Stage} Stage */

/** A number with all of its decimals. @param {number} value @param {Stage} stage */
export function numberWords(value, { say }) {
  return value.toLocaleString(say.language, { maximumFractionDigits: 12 });
}

/** @param {number} value @param {Item} item @param {Stage} stage @returns {import("../types.d.ts").Child} */
export function quantityNode(value, { unit }, stage) {
  return [numberWords(value, stage), unit && ["\u00a0", textInline(unit, stage)]];
}

/** The same as letters alone. @param {number} value @param {Item} item @param {Stage} stage */
export function quantityWords(value, { unit }, stage) {
  return `${numberWords(value, stage)}${unit ? ` ${textPlain(unit)}` : ""}`;
}

/**
 * Reads a number with a point or a comma before its decimals, digits of Arabic and Persian too; spaces may part thousands.
 * A comma before exactly three digits may be either: then both readings are given back, and nothing is guessed.
 * @param {string} text
 * @returns {number | { whole: string, decimal: string }} NaN where it is none
 */
export function readNumber(text) {
  const plain = text.trim()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u2212\u2013]/g, "-")
    .replaceAll("\u066b", ".")
    .replace(/(\d)\s(?=\d{3}(\D|$))/g, "$1");
  if (/^[-+]?[1-9]\d{0,2},\d{3}$/.test(plain)) return { whole: plain.replace(",", ""), decimal: plain.replace(",", ".") };
  const point = plain.replace(",", ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(point) ? Number(point) : Number.NaN;
}
