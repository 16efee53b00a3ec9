// From the fields of a piece to one line of a resume and a paragraph of a letter. Words are taken as they were typed: only
// spaces at both ends and one full stop at the end are dropped where a sentence goes on.
import { fieldNames } from "./pieces.js";

/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {import("./pieces.js").FieldName} FieldName */
/** What the document says of both. @typedef {{ resume: Record<"full" | "without_proof" | "without_gained" | "steps_only", string>, letter: { sentences: Record<FieldName, string> } }} Templates */

/** The ends of sentences that need no full stop after them, in several scripts. */
const ended = /[.!?…。！？؟।]["'”’»)]{0,4}$/u;

/** A field as it goes into a sentence. @param {string} text */
function joined(text) {
  const bare = text.trim();
  return bare.endsWith(".") && !bare.endsWith("..") ? bare.slice(0, -1) : bare;
}

/** Its first letter a capital, where the script has capitals. @param {string} text */
function capital(text) {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** @param {string} template @param {Record<string, string>} fields as they are joined */
function filled(template, fields) {
  const words = template.replaceAll(/\{(\w{1,20})\}/g, (_, /** @type {string} */ name) => {
    const value = fields[name.toLowerCase()] ?? "";
    return /^[A-Z]/.test(name) ? capital(value) : value;
  });
  // The mark of the template is the second one.
  return ended.test(words.slice(0, -1)) && words.endsWith(".") ? words.slice(0, -1) : words;
}

/** @param {Piece} piece */
function joinedFields({ fields }) {
  return /** @type {Record<FieldName, string>} */ (
    Object.fromEntries(fieldNames.map((name) => [name, joined(fields[name])]))
  );
}

/** One line of a resume; none without what the person did. @param {Piece} piece @param {Templates} templates */
export function resumeLine(piece, { resume }) {
  const fields = joinedFields(piece);
  if (!fields.steps) return "";
  const which =
    fields.gained && fields.proof
      ? "full"
      : fields.gained
        ? "without_proof"
        : fields.proof
          ? "without_gained"
          : "steps_only";
  return filled(resume[which], fields);
}

/** A paragraph of a letter: a sentence for each field that has words. @param {Piece} piece @param {Templates} templates */
export function letterParagraph(piece, { letter }) {
  const fields = joinedFields(piece);
  return fieldNames
    .filter((name) => fields[name])
    .map((name) => filled(letter.sentences[name], fields))
    .join(" ");
}
