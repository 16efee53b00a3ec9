// What a quiz tells the page around it: events that leave the shadow tree and carry frozen plain data.
import { complain } from "../shared/complain.js";
import { frozen } from "../shared/frozen.js";
import { textPlain } from "../view/text.js";

/** @typedef {import("../types.d.ts").QuizView} QuizView */
/** @typedef {import("../types.d.ts").Answer} Answer */

/** How many questions there are, or at most. @param {QuizView} quiz */
function countOf({ adaptive, items }) {
  return adaptive?.max ?? items.length;
}

export class Teller {
  #host;
  #private;

  /**
   * @param {HTMLElement} host
   * @param {boolean} closed neither answers nor results are told
   */
  constructor(host, closed) {
    this.#host = host;
    this.#private = closed;
  }

  /** @param {string} name @param {Record<string, unknown>} detail */
  #emit(name, detail) {
    const init = { bubbles: true, composed: true, detail: frozen(detail) };
    this.#host.dispatchEvent(new CustomEvent(`metier-${name}`, init));
  }

  /** The quiz is loaded. @param {QuizView} quiz */
  ready(quiz) {
    const { id, version, language, title } = quiz;
    this.#emit("ready", { quiz: id, version, language, title: textPlain(title), items: countOf(quiz) });
  }

  /** It has begun; `resumed` only where it goes on. @param {QuizView} quiz @param {boolean} [resumed] */
  start(quiz, resumed) {
    const { id, version, seed } = quiz;
    this.#emit("start", { quiz: id, version, seed, items: countOf(quiz), ...(resumed && { resumed }) });
  }

  /**
   * A question was answered, or skipped.
   * @param {QuizView} quiz
   * @param {{ item: string, answer: Answer, own: boolean, milliseconds: number }} given own: in one's own words, which are
   *   nobody else's
   */
  answer(quiz, { item, answer, own, milliseconds }) {
    const told = own || this.#private ? null : structuredClone(answer);
    this.#emit("answer", { quiz: quiz.id, item, answer: told, answered: answer !== null, milliseconds });
  }

  /** How far it is. @param {QuizView} quiz @param {{ answered: number, skipped: number, left: number }} step */
  progress(quiz, step) {
    this.#emit("progress", { quiz: quiz.id, ...step, items: countOf(quiz) });
  }

  /** The result shows. @param {QuizView} quiz @param {import("../types.d.ts").FullReport} report @param {boolean} [resumed] */
  complete(quiz, report, resumed) {
    const told = this.#private ? null : report;
    this.#emit("complete", { quiz: quiz.id, version: quiz.version, report: told, ...(resumed && { resumed }) });
  }

  /**
   * Something went wrong.
   * @param {{ code: string, message: string, problems: import("../types.d.ts").Problem[] }} failure
   * @param {string} words what readers are told
   * @param {string} address of the document
   */
  error(failure, words, address) {
    this.#emit("error", failure);
    complain(`${words} ${failure.message}${failure.message.includes("://") ? "" : ` (${address})`}`);
  }
}

/** The answers that a sign is about. @param {import("../types.d.ts").Report} report @param {string} wanted */
export function signOf({ signs }, wanted) {
  return signs.find(({ code }) => code === wanted)?.items;
}
