// Texts of any length and script into a box: lines are broken between words, and within words that are longer than a
// line; letters shrink until all of it is in. Nothing is ever cut off at an edge.

/** How wide a text is in letters of a size. @typedef {(text: string, size: number) => number} Measure */
/** @typedef {{ width: number, height: number, most: number, leading?: number }} Box most: the largest size */

/** The smallest letters, and how much larger the next ones are. */
const smallest = 12;
const step = 2;
/** Longer texts end with an ellipsis: in letters of the smallest size they would fill more than the picture. */
const mostLetters = 700;

/** What people see as letters. @param {string} text */
function lettersOf(text) {
  return "Segmenter" in Intl ? [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment) : [...text];
}

/**
 * @param {string} text
 * @param {Box} box
 * @param {Measure} measure
 * @returns {{ lines: string[], size: number, leading: number }}
 */
export function fitted(text, { width, height, most, leading = 1.2 }, measure) {
  const letters = lettersOf(text.trim().replaceAll(/\s+/g, " "));
  let words = letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : letters.join("");
  for (let size = most; ; size -= step) {
    const wide = (/** @type {string} */ part) => measure(part, size);
    const lines = linesOf(words, width, wide);
    const room = Math.max(1, Math.floor(height / (size * leading)));
    // Smaller letters before a word in two pieces, as long as that does not make all of it tiny.
    const broken = size > most / 2 && words.split(" ").some((word) => wide(word) > width);
    if (lines.length <= room && !broken) return { lines, size, leading };
    if (size - step >= smallest) continue;
    // As small as can be read, and still too long.
    words = `${lines.slice(0, room).join(" ").slice(0, -2).trimEnd()}…`;
    return { lines: linesOf(words, width, (part) => measure(part, size)).slice(0, room), size, leading };
  }
}

/** @param {string} text @param {number} width @param {(part: string) => number} wide */
function linesOf(text, width, wide) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => piecesOf(one, width, wide))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && wide(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** A word in as many pieces as it needs lines. @param {string} word @param {number} width @param {(part: string) => number} wide */
function piecesOf(word, width, wide) {
  if (wide(word) <= width) return [word];
  const pieces = [""];
  for (const letter of lettersOf(word)) {
    const last = pieces[pieces.length - 1];
    if (last && wide(last + letter) > width) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces;
}
