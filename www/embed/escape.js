// Words within lines to copy. A host reads such lines as HTML, Markdown, JSX or a template: so each letter that means
// something to any of them stands as a character reference, which all of them leave alone and every browser reads.

/** Those that have a name. @type {Record<string, string>} */
const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they may stand between tags, in an attribute or in a quoted word of a shortcode. @param {string} words */
export function escaped(words) {
  return words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[&<>"'{}[\]`*_~\\|#$%@=^+:!]|\.(?=\S)/g, (letter) => named[letter] ?? `&#${letter.charCodeAt(0)};`);
}

/** What an attribute or a text of a page may say, left as it is but for what would end it. @param {string} words */
export const attributeOf = (words) => words.replace(/[&<>"]/g, (letter) => named[letter]);
