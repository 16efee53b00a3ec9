// The statements that somebody answered "on my own" or above: from the draft of the role quiz in this tab, or from results
// that are kept on this device. Never from the address.
import { documentOf, savedText } from "../site/store.js";

/** @typedef {{ id: string, prompt: string, skill: string | null, step: number, aim: number }} Statement */

/** Where the draft of a quiz stands (element/draft.js), before its name. */
const draftPrefix = `metier-draft ${new URL("../", import.meta.url).pathname} `;

/**
 * The statements of a quiz that its answers say were done alone, or by whom others came; the most sure first.
 * @param {any} quiz a document, from anywhere
 * @param {Map<string, unknown>} answers by item
 * @returns {Statement[]}
 */
export function doneAlone(quiz, answers) {
  const scales = new Map((quiz?.scales ?? []).map((/** @type {any} */ scale) => [scale.id, scale.steps]));
  const done = (quiz?.items ?? []).flatMap((/** @type {any} */ item) => {
    if (item?.type !== "statement" || item.instructed !== undefined || typeof item.prompt !== "string") return [];
    const step = answers.get(item.id);
    const offset = typeof step === "number" ? /** @type {any} */ (scales.get(item.scale))?.[step]?.offset : undefined;
    if (!(offset > 0)) return [];
    return [{ id: String(item.id), prompt: item.prompt, skill: item.skill ?? null, step, aim: item.aim ?? 0 }];
  });
  return done.sort((/** @type {Statement} */ a, /** @type {Statement} */ b) => b.step - a.step || b.aim - a.aim);
}

/**
 * The answers of a result, by item: it has a list where the quiz chose its questions, else a record.
 * @param {unknown} answers
 * @returns {Map<string, unknown>}
 */
export function answersByItem(answers) {
  const entries = Array.isArray(answers)
    ? answers.map((one) => [one?.item, one?.answer])
    : Object.entries(Object(answers)).map(([item, given]) => [item, Object(given).answer]);
  return new Map(/** @type {[string, unknown][]} */ (entries));
}

/** What may be wrong with a stranger's text is no fault of this page. @template T @param {() => T} work @param {T} otherwise */
function orElse(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** The text of a draft in this tab. @param {string} quiz */
export function draftText(quiz) {
  return orElse(() => sessionStorage.getItem(draftPrefix + quiz), null);
}

/** Those of a draft. @param {string | null} text @param {() => any} quiz its document */
function fromDraft(text, quiz) {
  if (text === null) return [];
  return orElse(() => {
    const { answers } = JSON.parse(text);
    return doneAlone(quiz(), answersByItem(answers));
  }, []);
}

/** Those of the results that are kept on this device, the newest result first. */
function fromKept() {
  const results = documentOf(savedText() ?? "")?.results ?? [];
  return [...results]
    .reverse()
    .flatMap((result) => orElse(() => doneAlone(result.quiz, answersByItem(result.answers)), []));
}

/**
 * All of them, each once, as it was answered last.
 * @param {string} quiz whose draft is looked at
 * @param {string | null} document its text, where there is a draft
 */
export function knownStatements(quiz, document) {
  const all = [...fromDraft(draftText(quiz), () => JSON.parse(document ?? "{}")), ...fromKept()];
  const seen = new Set();
  return all.filter(({ id }) => !seen.has(id) && seen.add(id));
}
