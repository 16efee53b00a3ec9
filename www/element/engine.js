// One quiz being taken. Its whole state is the document, the answers and the seed, so that a session in a
// fresh instance that is told the same is the same: after a trap the instance is thrown away and that is done.
import { __wbg_reset_state, begin as make, build, Session } from "../pkg/player.js";
import { firstInstance, heldIn } from "../shared/instance.js";

/** @typedef {import("../types.d.ts").Matcher} Matcher */
/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../types.d.ts").Glue} Glue */
/** @typedef {{ text: string, roles: string | null, language: string, seed: number | undefined }} Input */

/** @typedef {import("../types.d.ts").PlayerModule} PlayerModule */

/** @type {PlayerModule} */
export const plain = { glue: { __wbg_reset_state, begin: make, build }, Session };

/** The first instance of each glue, under way or made. @type {WeakMap<Glue, Promise<void>>} */
const begun = new WeakMap();

/**
 * Sees to it that a glue has an instance, of a module of this build; the quizzes of a page share it.
 * @param {Glue} glue
 * @param {(again: boolean) => Promise<WebAssembly.Module>} bring again: past every cache
 * @returns {Promise<void>}
 */
export function begin(glue, bring) {
  const beginning = begun.get(glue) ?? firstInstance(glue, bring);
  begun.set(glue, beginning);
  // A failed attempt can be repeated.
  beginning.catch(() => begun.delete(glue));
  return beginning;
}

export class Engine {
  #input;
  /** The seed that was asked for. */
  #seed;
  #player = plain;
  #session;
  #adaptive = false;
  /** @type {import("../types.d.ts").Held<Matcher> | null} */
  #matcher = null;
  /** What is asked on the present screen. @type {string[]} */
  #screen = [];
  /**
   * What was answered, by item: all that a fresh session needs.
   * @type {Map<string, [answer: string, milliseconds: number]>}
   */
  #log = new Map();

  /** @param {Input} input */
  constructor(input) {
    this.#input = input;
    this.#seed = input.seed;
    this.#session = heldIn(plain.glue, () => this.#open());
  }

  /** Another module takes the player's place, with the same document. @param {PlayerModule} player */
  replace(player) {
    this.#session.rest();
    this.#player = player;
    this.#session = heldIn(player.glue, () => this.#open());
  }

  /** The document, in the order in which to ask. */
  quiz() {
    const view = this.#session.use((session) => session.quiz());
    // A session made anew must shuffle and draw as this one did.
    this.#input = { ...this.#input, seed: view.seed };
    this.#adaptive = view.adaptive !== null;
    return view;
  }

  /** With a matcher, the report says which roles fit. @param {import("../types.d.ts").Roles} roles */
  match({ glue, Matcher }) {
    this.#matcher = heldIn(glue, () => Matcher.open(this.#input.roles ?? undefined));
    // A catalogue with mistakes is told before the first question.
    this.#matcher.use(() => {});
  }

  /** @param {string} item @param {unknown} answer null = skipped @param {number} milliseconds */
  answer(item, answer, milliseconds) {
    const text = JSON.stringify(answer);
    const step = this.#session.use((session) => session.answer(item, text, milliseconds));
    for (const dropped of step.dropped) this.#log.delete(dropped);
    this.#log.set(item, [text, milliseconds]);
    // What stands on one screen was chosen together; what comes after it waits for the last of its answers.
    const rest = this.#screen.includes(item) ? this.#screen.filter((one) => !this.#log.has(one)) : [];
    return { ...step, ...(rest.length ? { next: rest } : this.#decided(step.next)) };
  }

  /** The first question, or all of the first screen. */
  first() {
    return this.#decided(this.#session.use((session) => session.quiz()).next).next;
  }

  /**
   * What comes next: one question, or a screen of them. Where an adaptive quiz is to decide between roles, the matcher has
   * the last word on it and on the end.
   * @param {string | null} next
   * @returns {{ next: readonly string[], left?: number }}
   */
  #decided(next) {
    const choice = next === null ? null : this.#session.use((session) => session.choice?.());
    this.#screen = [...(choice?.own ?? (next === null ? [] : [next]))];
    if (!this.#matcher || !choice?.rule) return { next: this.#screen };
    const [report, known] = this.#session.use((session) => session.report());
    const decided = this.#matcher.use((matcher) =>
      matcher.next?.(JSON.stringify(known), JSON.stringify(choice), report.seed),
    );
    this.#screen = [...(decided ?? [])];
    return decided ? { next: decided } : { next: [], left: 0 };
  }

  /** @returns {FullReport} */
  report() {
    const [report, known] = this.#session.use((session) => session.report());
    const match =
      this.#matcher?.use((matcher) => matcher.match(JSON.stringify(known), report.language, report.seed)) ?? null;
    return { ...report, match };
  }

  /** What was answered, in order. */
  given() {
    return [...this.#log].map(([item, [answer, ms]]) => ({ item, answer: JSON.parse(answer), ms }));
  }

  /**
   * What the result rests on, as a saved profile holds it.
   * @param {string[]} own items whose answers stay with the person
   */
  record(own) {
    const { text, seed = 0 } = this.#input;
    const { language } = this.#session.use((session) => session.quiz());
    const kept = new Set(own);
    const given = this.given().filter(({ item }) => !kept.has(item));
    // Where the questions are chosen as it goes, their order is part of the answers.
    const answers = this.#adaptive ? given : Object.fromEntries(given.map(({ item, ...rest }) => [item, rest]));
    return { quiz: JSON.parse(text.replace(/^\ufeff/, "")), language, seed, answers };
  }

  /** From now on in another language, as far as the document has it. @param {string} language */
  speak(language) {
    this.#session.rest();
    this.#input = { ...this.#input, language };
  }

  /** Forgets all answers, and draws a seed anew where none is given. @param {number} [seed] */
  restart(seed = this.#seed) {
    this.#log.clear();
    this.#screen = [];
    this.#session.rest();
    this.#input = { ...this.#input, seed };
  }

  rest() {
    this.#session.rest();
    this.#matcher?.rest();
  }

  #open() {
    const { text, language, seed } = this.#input;
    const session = this.#player.Session.open(text, language, seed);
    for (const [item, [answer, milliseconds]] of this.#log) session.answer(item, answer, milliseconds);
    return session;
  }
}
