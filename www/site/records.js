// A saved profile cut into its parts and put together again, letter for letter: what a change is not about is never
// written anew. JSON.parse would round long numbers and drop the first of two fields of one name. The module cuts the
// text likewise (src/saved/outline.rs).

/** Its fields by name, and its results, each as it stands in the text. @typedef {{ fields: Map<string, string>, results: string[] }} Parts */

export const format = "metier-profile/1";

/** A profile without results. @returns {Parts} */
export function noParts() {
  return { fields: new Map(Object.entries({ format: `"${format}"`, results: "[]" })), results: [] };
}

/** Where the string that begins at a place has its last quotation mark. @param {string} json @param {number} at */
function stringEnd(json, at) {
  let end = at + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === "\\" ? 2 : 1;
  return end;
}

/** What stands between the brackets and commas of a list or an object. @param {string} json it alone, known to be sound */
function membersOf(json) {
  const members = [];
  let [depth, start] = [0, 1];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') at = stringEnd(json, at);
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth === 0 || (depth === 1 && sign === ",")) {
      members.push(json.slice(start, at).trim());
      start = at + 1;
    }
  }
  return members.filter(Boolean);
}

/**
 * The fields of an object; null where two have the same name, or where escapes in a name may hide that.
 * @param {string} json
 */
function fieldsOf(json) {
  const members = membersOf(json).map((member) => {
    const end = stringEnd(member, 0);
    return /** @type {const} */ ([member.slice(1, end), member.slice(member.indexOf(":", end) + 1).trim()]);
  });
  const fields = new Map(members);
  return fields.size < members.length || members.some(([name]) => name.includes("\\")) ? null : fields;
}

/** The parts of a text; null where it is damaged, another version's, or not to be cut without doubt. @param {string} text @returns {Parts | null} */
export function partsOf(text) {
  try {
    const document = JSON.parse(text);
    if (document.format !== format || !Array.isArray(document.results)) return null;
  } catch {
    return null;
  }
  const fields = fieldsOf(text.trim());
  return fields && { fields, results: membersOf(fields.get("results") ?? "") };
}

/** The text of some parts. @param {Parts} parts */
export function textWith({ fields, results }) {
  const members = [...fields].map(([name, value]) => `"${name}":${name === "results" ? `[${results}]` : value}`);
  return `{${members}}`;
}

/** Without the spaces and line breaks outside its strings: so two texts are compared. @param {string} json */
export function bare(json) {
  let [text, start] = ["", 0];
  for (let at = 0; at < json.length; at += 1) {
    if (json[at] === '"') at = stringEnd(json, at);
    else if (" \n\r\t".includes(json[at])) {
      text += json.slice(start, at);
      start = at + 1;
    }
  }
  return text + json.slice(start);
}
