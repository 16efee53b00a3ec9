// What is kept on this device: one text, `metier-profile/1`, in the browser's local storage, and only once somebody asked.
// A text that cannot be read is left as it is.

/** @typedef {{ quiz: Record<string, unknown>, language?: string, seed?: number, taken?: string, answers: unknown }} Result */
/** @typedef {{ format: string, results: Result[], origin?: string }} Document */

const key = "metier-profile";
const format = "metier-profile/1";
/** What the reader takes; here too, so that nothing is kept that could not be shown. */
const mostResults = 50;
const mostBytes = 2_000_000;

/** The kept text; null = nothing is kept, undefined = this browser does not let the page look. */
export function keptText() {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Whether it could be kept. @param {string} text */
export function keepText(text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Whether nothing is kept any more. */
export function forgetText() {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another tab has kept or deleted something. @param {() => void} changed */
export function watchKept(changed) {
  addEventListener("storage", (event) => (event.key === key || event.key === null) && changed());
}

/** The document; null where it is damaged or another version's. @param {string} text @returns {Document | null} */
export function documentOf(text) {
  try {
    const document = JSON.parse(text);
    return document.format === format && Array.isArray(document.results) ? document : null;
  } catch {
    return null;
  }
}

/** @param {Result[]} results @returns {Document} */
export function documentWith(results) {
  return { format, results };
}

/** @param {Document} document */
function isTooMuch(document) {
  return document.results.length > mostResults || new TextEncoder().encode(JSON.stringify(document)).length > mostBytes;
}

/** Whether both are of the same sitting: the seed is drawn anew for each. @param {Result} one @param {Result} other */
function isSameSitting(one, other) {
  return one.quiz.id === other.quiz.id && one.seed === other.seed;
}

/**
 * Keeps a result beside what is there. One of the same sitting is replaced: its answers were changed.
 * @param {Result} result
 * @returns {{ results: number } | { problem: "damaged" | "full" | "refused" }}
 */
export function keepResult(result) {
  const text = keptText();
  if (text === undefined) return { problem: "refused" };
  const before = text === null ? documentWith([]) : documentOf(text);
  if (!before) return { problem: "damaged" };
  const after = { ...before, results: [...before.results.filter((one) => !isSameSitting(one, result)), result] };
  if (isTooMuch(after)) return { problem: "full" };
  return keepText(JSON.stringify(after)) ? { results: after.results.length } : { problem: "refused" };
}

/** The day here, as 2026-11-22. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Hands a text to the person as a file. @param {string} text @param {string} name */
export function saveFile(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
