// Numbers with their units, and numbers as people write them.
import { asciiDigits } from "./digits.js";
import { textInline, textPlain } from "../view/text.js";

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
 * The digits of a number whose thousands a mark parts: three after the last mark, two or three after the others, as in
 * India, and one to three before the first.
 * @param {string} text
 * @param {string} mark
 */
function grouped(text, mark) {
  const parts = text.split(mark);
  const good = (/** @type {string} */ part, /** @type {number} */ index) =>
    (index === 0 ? /^\d{1,3}$/ : index === parts.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part);
  return parts.every(good) ? parts.join("") : "";
}

/**
 * Reads a number as people type it, in the digits of any script: spaces and apostrophes part thousands; of a point and
 * a comma the last comes before the decimals; one that comes again parts thousands. One alone before exactly three
 * digits may do either: then that which alone may be meant is taken, or else both readings are given back, and nothing
 * is guessed. The terminal reads the same (`src/bin/metier/typed.rs`).
 * @param {string} text
 * @param {(number: number) => boolean} within whether a number may be meant
 * @returns {number | { whole: string, decimal: string }} NaN where it is none
 */
export function readNumber(text, within = () => true) {
  // Keyboards that write from right to left put marks of direction around a number.
  const typed = asciiDigits(text)
    .replace(/^[\u2212\u2013\uff0d\ufe63]/, "-")
    .replace(/^[\uff0b\ufe62]/, "+")
    .replace(/[\u066b\uff0e]/g, ".")
    .replaceAll("\uff0c", ",")
    .replace(/['’\u066c\u2009\u202f\u00a0]/g, " ");
  if (!/^[-+]?[\d., ]*$/.test(typed)) return Number.NaN;
  const sign = /^[-+]/.test(typed) ? typed[0] : "";
  const spaced = typed.slice(sign.length);
  const point = spaced.search(/[.,]/);
  const [thousands, rest] = point < 0 ? [spaced, ""] : [spaced.slice(0, point), spaced.slice(point)];
  const number = (thousands.includes(" ") ? grouped(thousands, " ") || "?" : thousands) + rest;
  if (!/^[\d.,]*$/.test(number)) return Number.NaN;
  const marks = number.replace(/\d/g, "");
  const last = marks.at(-1) ?? "";
  const decimal = () => {
    const [before, after] = number.split(last);
    const whole = marks.length > 1 ? grouped(before, marks[0]) : before;
    return marks.length > 1 && !whole ? "" : `${whole}.${after}`;
  };
  const plainly = !marks
    ? number
    : marks.length > 1 && marks === last.repeat(marks.length)
      ? grouped(number, last)
      : marks.split(last).length === 2
        ? decimal()
        : "";
  const [before, after = ""] = plainly.split(".");
  if (marks.length === 1 && after.length === 3 && /^[1-9]\d{0,2}$/.test(before)) {
    const [whole, decimal] = [Number(sign + before + after), Number(sign + plainly)];
    if (within(whole) !== within(decimal)) return within(whole) ? whole : decimal;
    // With two or four decimals it is no longer to be taken for thousands.
    return {
      whole: sign + before + after,
      decimal: `${sign}${after.endsWith("0") ? `${before}.${after.slice(0, 2)}` : `${plainly}0`}`,
    };
  }
  return /\d/.test(plainly) ? Number(sign + plainly) : Number.NaN;
}
