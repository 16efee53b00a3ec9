// The contrast of two colours as WCAG 2.2 defines it, and the nearest colours that have enough.

/** What texts need, and what they had better have (AA and AAA, texts of common size). */
export const enough = 4.5;
export const better = 7;

/** A colour as #rrggbb; "" if it is none. @param {string} words */
export function colourOf(words) {
  const digits = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(words.trim())?.[1].toLowerCase();
  if (!digits) return "";
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}`;
}

/** @param {string} colour as #rrggbb or #rgb */
const channels = (colour) => [1, 3, 5].map((at) => Number.parseInt(colourOf(colour).slice(at, at + 2), 16));

/** @param {number[]} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [low, high] = [one, other].map((colour) => luminance(channels(colour)) + 0.05).sort((a, b) => a - b);
  return high / low;
}

/** As people may read it: never more than there is. @param {number} ratio */
export const shown = (ratio) => Math.floor(ratio * 10) / 10;

/** @param {number[]} colour */
const written = (colour) => `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;

/**
 * The nearest colour on the way to black, or to white, that has enough contrast with each of `grounds`; null if none has.
 * @param {string} colour
 * @param {string[]} grounds
 * @param {0 | 255} end
 */
export function nearest(colour, grounds, end) {
  const from = channels(colour);
  for (let step = 1; step <= 255; step += 1) {
    const mixed = written(from.map((channel) => channel + ((end - channel) * step) / 255));
    if (grounds.every((ground) => contrast(mixed, ground) >= enough)) return mixed;
  }
  return null;
}
