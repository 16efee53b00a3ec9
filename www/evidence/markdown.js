// Words of a person in a Markdown file: whatever they typed reads there as they typed it.

/** What can begin or end a style, a link, a tag, a table or a reference, wherever it stands. */
const special = /[\\`*_[\]<>&|~$]/g;
/** What makes something else of a line that begins with it. */
const beginning = /^(\s*)([#+=-]|\d{1,9}(?=[.)]))/;

/** @param {string} line */
function escapedLine(line) {
  const escaped = line.replaceAll(special, "\\$&");
  const [, spaces = "", mark = ""] = beginning.exec(escaped) ?? [];
  if (!mark) return withoutIndent(escaped);
  const rest = escaped.slice(spaces.length + mark.length);
  // A number begins a list with the mark after it.
  return withoutIndent(/\d/.test(mark) ? `${spaces}${mark}\\${rest}` : `${spaces}\\${mark}${rest}`);
}

/** Four spaces would make code of it; these are as wide. @param {string} line */
function withoutIndent(line) {
  return line.replace(/^[ \t]+/, (spaces) => "\u00a0".repeat(spaces.length));
}

/**
 * A text in Markdown, its lines as they are: each but the last ends in a break.
 * @param {string} text
 * @param {string} [indent] before each further line, so that it stays in its entry
 */
export function markdownOf(text, indent = "") {
  return text
    .split(/\r\n|\r|\n/)
    .map(escapedLine)
    .map((line, index, all) => (index < all.length - 1 ? `${line || "\u00a0"}\\` : line || "\u00a0"))
    .join(`\n${indent}`);
}
