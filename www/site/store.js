// What is saved on this device: one text, `metier-profile/1`, in the browser's local storage, and only once somebody
// asked. A text that cannot be read is left as it is, and so is all of one that a change is not about. Other pages of this
// site may be open and change it too: so every change is made to what is saved at that moment, and is undone there.
import { mostBytes } from "../shared/fetch.js";
import { bare, format, noParts, partsOf, textWith } from "./records.js";

/**
 * @typedef {{ quiz: Record<string, unknown>, language?: string, seed?: number, taken?: string, answers: unknown }} Result
 */
/** @typedef {{ format: string, results: Result[], origin?: string }} Document */
/** What was saved, and what is saved now. @typedef {{ before: string | null, after: string | null }} Change */

/** All sites of one host share its storage, so this one's folder is part of the name. */
const key = `metier-profile ${new URL("../", import.meta.url).pathname}`;
/** Where an older version of these pages saved it. It is read, and moves with the first change. */
const olderKey = "metier-profile";
/** What the reader takes; here too, so that nothing is saved that could not be shown. */
const mostResults = 50;

/** What stands under both names: the text, and whether what is under the older name is in it. */
function underBoth() {
  const [text, older] = [localStorage.getItem(key), localStorage.getItem(olderKey)];
  if (older === null || text === null) return { text: text ?? older, all: true };
  const both = rebased(null, older, text);
  return { text: both ?? text, all: both !== undefined };
}

/** The saved text; null = nothing is saved, undefined = this browser does not let the page look. */
export function savedText() {
  try {
    return underBoth().text;
  } catch {
    return undefined;
  }
}

/**
 * Changes what is saved, while no other page does.
 * @param {(now: string | null) => string | null | undefined} work gives the new text for the one saved now; undefined:
 *   it stays as it is
 * @returns {Promise<Change | "refused" | "left">} refused: by this browser; left: by `work`
 */
export async function changeSaved(work) {
  const change = () => changeNow(work);
  try {
    return await navigator.locks.request(key, change);
  } catch {
    // No locks here; reading and writing in one go is as close as it gets.
    return change();
  }
}

/** @param {Parameters<typeof changeSaved>[0]} work @returns {Change | "refused" | "left"} */
function changeNow(work) {
  try {
    const { text: before, all } = underBoth();
    const after = work(before);
    if (after === undefined) return "left";
    if (after === null) localStorage.removeItem(key);
    else localStorage.setItem(key, after);
    if (localStorage.getItem(key) !== after) return "refused";
    if (all) localStorage.removeItem(olderKey);
    return { before, after };
  } catch {
    return "refused";
  }
}

/** Calls back when another tab has saved or deleted something. @param {() => void} changed */
export function watchSaved(changed) {
  addEventListener("storage", (event) => [key, olderKey, null].includes(event.key) && changed());
}

/** The document, to be read; null where it is damaged or another version's. @param {string} text @returns {Document | null} */
export function documentOf(text) {
  return partsOf(text) && JSON.parse(text);
}

/** @param {Result[]} results @returns {Document} */
export function documentWith(results) {
  return { format, results };
}

/** @param {string[]} results @param {string} text with them */
function isTooMuch(results, text) {
  return results.length > mostResults || new TextEncoder().encode(text).length > mostBytes;
}

/** Those of some results that are not among others. @param {string[]} results @param {string[]} others */
function less(results, others) {
  const rest = others.map(bare);
  return results.filter((one) => {
    const at = rest.indexOf(bare(one));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/**
 * What comes of a change to what is saved now, which may no longer be what the change was made from: only the results
 * and the other fields that it changed are changed, and a result that somebody has taken away meanwhile stays away.
 * Turned round it undoes itself.
 * @param {string | null} from null: nothing was saved
 * @param {string | null} to
 * @param {string | null} now
 * @returns {string | null | undefined} undefined: one of them cannot be read, or there is no room
 */
export function rebased(from, to, now) {
  if (now === from) return to;
  const [before, after, present] = [from, to, now].map((text) => (text === null ? noParts() : partsOf(text)));
  if (!before || !after || !present) return undefined;
  const fields = changedFields(before.fields, after.fields, present.fields);
  const results = changedResults(before.results, after.results, present.results);
  const text = textWith({ fields, results });
  if (text === textWith(present)) return now;
  if (isTooMuch(results, text)) return undefined;
  // Every text has a format and a list.
  return results.length > 0 || fields.size > 2 ? text : null;
}

/** @param {Map<string, string>} before @param {Map<string, string>} after @param {Map<string, string>} present */
function changedFields(before, after, present) {
  const fields = new Map(present);
  for (const name of new Map([...before, ...after]).keys()) {
    const [old, value] = [before.get(name), after.get(name)];
    if (name === "results" || bare(old ?? "") === bare(value ?? "")) continue;
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
  }
  return fields;
}

/** @param {string[]} before @param {string[]} after @param {string[]} present */
function changedResults(before, after, present) {
  const [gone, added] = [less(before, after), less(after, before)];
  if (gone.length === added.length) {
    // Each took the place of another.
    const places = new Map(gone.map((one, index) => [bare(one), added[index]]));
    return present.map((one) => places.get(bare(one)) ?? one);
  }
  const rest = less(present, gone);
  return [...rest, ...less(added, rest)];
}

/**
 * Saves a result beside what is there.
 * @param {Result} result
 * @param {Result | null} earlier what was saved of the same sitting, before answers were changed: it is replaced
 * @returns {Promise<Change & { results: number, replaced: boolean } | { problem: "damaged" | "full" | "refused" }>}
 */
export async function saveResult(result, earlier) {
  /** @type {"damaged" | "full"} */
  let problem = "damaged";
  const told = { results: 0, replaced: false };
  const change = await changeSaved((now) => {
    const before = now === null ? noParts() : partsOf(now);
    if (!before) return undefined;
    problem = "full";
    const results = [...before.results];
    const at = earlier ? results.map(bare).indexOf(JSON.stringify(earlier)) : -1;
    results[at < 0 ? results.length : at] = JSON.stringify(result);
    Object.assign(told, { results: results.length, replaced: at >= 0 });
    const after = textWith({ ...before, results });
    return isTooMuch(results, after) ? undefined : after;
  });
  if (change === "left") return { problem };
  return change === "refused" ? { problem: change } : { ...change, ...told };
}

/** How many results are saved, if this is one of them; else 0. @param {Result} result */
export function countSaved(result) {
  const { results = [] } = partsOf(savedText() ?? "") ?? {};
  return less([JSON.stringify(result)], results).length ? 0 : results.length;
}

/**
 * The day on which this very sitting was saved, with the times of its answers, whatever day it is now.
 * @param {Omit<Result, "taken">} record
 */
export function daySaved(record) {
  const { results = [] } = partsOf(savedText() ?? "") ?? {};
  const days = results.map((text) => /** @type {Partial<Result> | null} */ (JSON.parse(text))?.taken);
  return days.find((taken) => typeof taken === "string" && countSaved({ ...record, taken }) > 0);
}

/** The day here, as 2026-11-22. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Hands something to the person as a file. @param {string | Blob} content a text of JSON, or else @param {string} name */
export function download(content, name) {
  const blob = content instanceof Blob ? content : new Blob([content], { type: "application/json" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
