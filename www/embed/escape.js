// Words within lines to copy. A host reads such lines as HTML, Markdown, JSX or a template: so each letter that means
// something to any of them stands as a character reference, which all of them leave alone and every browser reads.

/** Those that have a name. */
const named = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** Words as they may stand between tags, in an attribute or in a quoted word of a shortcode. @param {string} words */
export function escaped(words) {
  return words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[&<>"'{}[\]`*_~\\|#$%@=^+:!]|\.(?=\S)/g, (letter) => named.get(letter) ?? `&#${letter.charCodeAt(0)};`);
}

/** An address as an attribute may say it. @param {string} address */
export const attributeOf = (address) => address.replace(/[&<>"]/g, (letter) => String(named.get(letter)));
