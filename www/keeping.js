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

/**
 * Keeps a result beside what is there.
 * @param {Result} result
 * @param {Result | null} earlier what was kept of the same sitting, before answers were changed: it is replaced
 * @returns {{ results: number, replaced: boolean } | { problem: "damaged" | "full" | "refused" }}
 */
export function keepResult(result, earlier) {
  const text = keptText();
  if (text === undefined) return { problem: "refused" };
  const before = text === null ? documentWith([]) : documentOf(text);
  if (!before) return { problem: "damaged" };
  const replaced = JSON.stringify(earlier);
  const others = before.results.filter((one) => JSON.stringify(one) !== replaced);
  const after = { ...before, results: [...others, result] };
  if (isTooMuch(after)) return { problem: "full" };
  if (!keepText(JSON.stringify(after))) return { problem: "refused" };
  return { results: after.results.length, replaced: others.length < before.results.length };
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
