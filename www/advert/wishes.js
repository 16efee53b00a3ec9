// Which lines of a draft are wishes: those that say so, and those under a heading that does.

/** @typedef {import("../evidence/lines.js").Line} Line */
/** Headings of the lexicon. @typedef {{ nice: Set<string>, all: Set<string> }} Headings */

const mostHeadingWords = 8;

/** A line as headings are compared. @param {string} text */
function plainLine(text) {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{N} ]/gu, " ")
    .replaceAll(/ +/g, " ")
    .trim();
}

/** The heading that a line is, without words that may follow it. @param {string} line a plain one @param {Set<string>} headings */
function isHeading(line, headings) {
  const words = line.split(" ");
  if (words.length > mostHeadingWords || line === "") return false;
  return headings.has(line) || headings.has(line.replace(/^(the|your|our|about) /, ""));
}

/** The headings of a lexicon, its kinds of sections. @param {{ kind: string, headings: string[] }[]} sections @returns {Headings} */
export function headingsOf(sections) {
  const of = (/** @type {typeof sections} */ some) => new Set(some.flatMap(({ headings }) => headings.map(plainLine)));
  return { nice: of(sections.filter(({ kind }) => kind === "nice")), all: of(sections) };
}

/**
 * The places, in a list of lines, of those that are wishes.
 * @param {Line[]} lines
 * @param {Headings} headings
 * @param {string[]} phrases that make a wish of a line
 * @returns {Set<number>}
 */
export function wishLines(lines, headings, phrases) {
  const plain = phrases.map((phrase) => ` ${plainLine(phrase)} `);
  /** @type {Set<number>} */
  const wishes = new Set();
  let under = false;
  let entries = 0;
  lines.forEach(({ text }, index) => {
    const line = plainLine(text);
    if (isHeading(line, headings.all)) {
      [under, entries] = [isHeading(line, headings.nice), 0];
      return;
    }
    // An empty line after the entries ends them; one before them does not.
    if (line === "") {
      if (entries > 0) under = false;
      return;
    }
    if (under || plain.some((phrase) => ` ${line} `.includes(phrase))) {
      wishes.add(index);
      entries += 1;
    }
  });
  return wishes;
}
