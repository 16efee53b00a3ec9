// One quiz being taken. Its whole state is the document, the answers and the seed, so that a session in a
// fresh instance that is told the same is the same: after a trap the instance is thrown away and that is done.
import { __wbg_reset_state, build, initSync, Session } from "./pkg/player.js";
import { problemsOf } from "./refusal.js";

/** @typedef {import("./types.d.ts").Matcher} Matcher */
/** @typedef {import("./types.d.ts").FullReport} FullReport */
/** @typedef {{ initSync: (input: { module: WebAssembly.Module }) => unknown, __wbg_reset_state: () => void }} Glue */
/** @typedef {{ module: WebAssembly.Module, text: string, roles: string | null, language: string, seed: number | undefined }} Input */

/** @typedef {import("./types.d.ts").PlayerModule} PlayerModule */

/** @type {PlayerModule} */
const plain = { glue: { __wbg_reset_state, initSync }, Session, build };

/** What the matcher takes: what is known of each skill and how it is shown, and whether the answers look careless. @param {import("./types.d.ts").Report} report */
function profileOf({ skills, careless }) {
  const entry = (/** @type {import("./types.d.ts").SkillReport} */ { skill, mean, variance, level, spread, standard_error: error }) =>
    (mean === null ? { skill } : { skill, mean, variance, level, se: spread ?? error });
  return JSON.stringify({ skills: skills.map(entry), careless });
}

/** How many instances each glue has had. The quizzes of a page share the latest. @type {WeakMap<Glue, number>} */
const instances = new WeakMap();

/** Replaces the instance of a glue by a fresh one of the same compiled module. @param {Glue} glue @param {WebAssembly.Module} module */
function renewInstance(glue, module) {
  const count = instances.get(glue) ?? 0;
  if (count) glue.__wbg_reset_state();
  else glue.initSync({ module });
  instances.set(glue, count + 1);
}

/**
 * Something kept inside an instance, made anew whenever that instance is gone.
 * @template {{ free(): void }} T
 */
class Kept {
  #glue;
  #module;
  #make;
  /** @type {T | null} */
  #thing = null;
  #instance = 0;

  /** @param {Glue} glue @param {WebAssembly.Module} module @param {() => T} make */
  constructor(glue, module, make) {
    this.#glue = glue;
    this.#module = module;
    this.#make = make;
  }

  /**
   * Works with it. After a trap, once more with a fresh one.
   * @template R
   * @param {(thing: T) => R} work
   */
  use(work) {
    const attempt = () => {
      if (!instances.has(this.#glue)) renewInstance(this.#glue, this.#module);
      const instance = instances.get(this.#glue) ?? 0;
      if (!this.#thing || this.#instance !== instance) {
        this.#thing = this.#make();
        this.#instance = instance;
      }
      return work(this.#thing);
    };
    try {
      return attempt();
    } catch (error) {
      if (problemsOf(error)) throw error;
      renewInstance(this.#glue, this.#module);
      return attempt();
    }
  }

  /** Gives its memory back; the next use makes it anew. */
  rest() {
    if (this.#thing && this.#instance === instances.get(this.#glue)) this.#thing.free();
    this.#thing = null;
  }
}

export class Engine {
  #input;
  /** The seed that was asked for. */
  #seed;
  #player = plain;
  #session;
  /** How the quiz goes on if it is adaptive. @type {import("./types.d.ts").QuizView["adaptive"]} */
  #adaptive = null;
  /** @type {Kept<Matcher> | null} */
  #matcher = null;
  /** What was answered, by item: all that a fresh session needs. @type {Map<string, [answer: string, milliseconds: number]>} */
  #log = new Map();

  /** @param {Input} input */
  constructor(input) {
    this.#input = input;
    this.#seed = input.seed;
    this.#session = new Kept(plain.glue, input.module, () => this.#open());
  }

  /** Another module takes the player's place, with the same document. @param {PlayerModule} player @param {WebAssembly.Module} module */
  replace(player, module) {
    this.#session.rest();
    this.#player = player;
    this.#session = new Kept(player.glue, module, () => this.#open());
  }

  /** The document, in the order in which to ask. */
  quiz() {
    const view = this.#session.use((session) => session.quiz());
    // A session made anew must shuffle and draw as this one did.
    this.#input = { ...this.#input, seed: view.seed };
    this.#adaptive = view.adaptive;
    return view;
  }

  /** With a second module, the report says which roles fit. @param {import("./types.d.ts").Roles} roles @param {WebAssembly.Module} module */
  match({ glue, Matcher }, module) {
    this.#matcher = new Kept(glue, module, () => Matcher.open(this.#input.roles ?? undefined));
    // A catalogue with mistakes is told before the first question.
    this.#matcher.use(() => {});
  }

  /** Build id of the module. */
  build() {
    return this.#session.use(() => this.#player.build());
  }

  /** @param {string} item @param {unknown} answer null = skipped @param {number} milliseconds */
  answer(item, answer, milliseconds) {
    const text = JSON.stringify(answer);
    const step = this.#session.use((session) => session.answer(item, text, milliseconds));
    for (const dropped of step.dropped) this.#log.delete(dropped);
    this.#log.set(item, [text, milliseconds]);
    return { ...step, ...this.#decided(step.next, step.answered + step.skipped) };
  }

  /** The first question. @returns {string | null} */
  first() {
    return this.#decided(this.#session.use((session) => session.quiz()).next, 0).next;
  }

  /**
   * Where an adaptive quiz is to decide between roles, the matcher has the last word on what comes next and on the end.
   * @param {string | null} next
   * @param {number} asked
   */
  #decided(next, asked) {
    const { decides = false, stop_share: share = null, min = 1 } = this.#adaptive ?? {};
    if (next === null || !this.#matcher || (!decides && share === null)) return { next };
    const items = JSON.stringify({ items: this.#session.use((session) => session.candidates?.() ?? []) });
    const report = this.#session.use((session) => session.report());
    const question = this.#matcher.use((matcher) => matcher.question(profileOf(report), items, report.seed));
    if (question && share !== null && asked >= min && question.share >= share) return { next: null, left: 0 };
    return { next: (decides && question?.item) || next };
  }

  /** @returns {FullReport} */
  report() {
    const report = this.#session.use((session) => session.report());
    const match = this.#matcher?.use((matcher) => matcher.match(profileOf(report), report.language, report.seed)) ?? null;
    return { ...report, match };
  }

  /** What the result rests on, as a kept profile holds it. @param {string[]} own items whose answers stay with the person */
  record(own) {
    const { text, seed = 0 } = this.#input;
    const { language } = this.#session.use((session) => session.quiz());
    const given = [...this.#log].filter(([item]) => !own.includes(item)).map(([item, [answer, ms]]) => ({ item, answer: JSON.parse(answer), ms }));
    // Where the questions are chosen as it goes, their order is part of the answers.
    const answers = this.#adaptive ? given : Object.fromEntries(given.map(({ item, ...rest }) => [item, rest]));
    return { quiz: JSON.parse(text.replace(/^\ufeff/, "")), language, seed, answers };
  }

  /** Forgets all answers, and draws a seed anew where none was given. */
  restart() {
    this.#log.clear();
    this.#session.rest();
    this.#input = { ...this.#input, seed: this.#seed };
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
