// A piece of evidence: what it began with, and what somebody wrote into its five fields. What comes from storage may come
// from anyone: what does not fit is no piece.

/** The fields, in the order in which they are written and read. */
export const fieldNames = /** @type {const} */ (["problem", "steps", "decision", "proof", "gained"]);
/** Where a piece of work was done: each is a part of a resume. */
export const kinds = /** @type {const} */ (["work", "volunteer", "project"]);

/** @typedef {typeof fieldNames[number]} FieldName */
/** @typedef {typeof kinds[number]} Kind */
/**
 * @typedef {object} Piece
 * @property {string} id
 * @property {string} from the prompt or the statement that it began with
 * @property {string} title
 * @property {string | null} skill that the statement is about
 * @property {Kind} kind
 * @property {string} place
 * @property {Record<FieldName, string>} fields as typed
 */
/** A line of evidence, as typed, by the statement that it stands behind. @typedef {Record<string, string>} Lines */
/** @typedef {{ format: string, pieces: Piece[], lines: Lines }} Written */

const format = "metier-evidence/1";
/** More than anybody writes; a text above it is not even read. */
const mostLetters = 4_000_000;
export const mostPieces = 100;

/** @returns {Written} */
export function nothingWritten() {
  return { format, pieces: [], lines: {} };
}

/** @returns {Record<FieldName, string>} */
export function emptyFields() {
  return { problem: "", steps: "", decision: "", proof: "", gained: "" };
}

/** Whether somebody has written anything into it. @param {Piece} piece */
export function isWritten({ fields }) {
  return fieldNames.some((name) => fields[name].trim() !== "");
}

/** What is kept, as a text. @param {Written} written */
export function textOfWritten({ pieces, lines }) {
  return JSON.stringify({ format, pieces, lines });
}

/** Whether there is no room for another piece. @param {Written} written */
export function isFull({ pieces }) {
  return pieces.length >= mostPieces;
}

/** Whether it can be read again. @param {Written} written @param {string} text of it */
export function fits({ pieces }, text) {
  return pieces.length <= mostPieces && text.length <= mostLetters;
}

/** What a kept text holds; null where it is none of ours. @param {string} text @returns {Written | null} */
export function writtenOf(text) {
  if (text.length > mostLetters) return null;
  try {
    const written = JSON.parse(text);
    return isWrittenDocument(written) ? written : null;
  } catch {
    return null;
  }
}

/** @param {any} value @returns {value is Written} */
function isWrittenDocument(value) {
  return (
    value?.format === format &&
    Array.isArray(value.pieces) &&
    value.pieces.length <= mostPieces &&
    value.pieces.every(isPiece) &&
    isTexts(value.lines)
  );
}

/** @param {any} value */
function isPiece(value) {
  const texts = [value?.id, value?.from, value?.title, value?.place];
  return (
    texts.every((text) => typeof text === "string") &&
    (value.skill === null || typeof value.skill === "string") &&
    kinds.includes(value.kind) &&
    isTexts(value.fields) &&
    fieldNames.every((name) => typeof value.fields[name] === "string")
  );
}

/** @param {unknown} value */
function isTexts(value) {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === "string")
  );
}

/**
 * What is there now, with what was changed here: another page of this site may have changed the rest.
 * @param {Written} now
 * @param {Written} own
 * @param {Set<string>} changed the pieces, and the lines, that were changed here; one that is gone here goes
 * @returns {Written}
 */
export function joinedWritten(now, own, changed) {
  const mine = new Map(own.pieces.map((piece) => [piece.id, piece]));
  const kept = now.pieces.flatMap((piece) => (changed.has(piece.id) ? (mine.get(piece.id) ?? []) : [piece]));
  const there = new Set(now.pieces.map(({ id }) => id));
  const added = own.pieces.filter(({ id }) => changed.has(id) && !there.has(id));
  const lines = Object.entries(own.lines).filter(([item]) => changed.has(item));
  const left = Object.entries(now.lines).filter(([item]) => !changed.has(item));
  return { format, pieces: [...kept, ...added], lines: Object.fromEntries([...left, ...lines]) };
}
