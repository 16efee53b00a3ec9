// One quiz being taken. Its whole state is the document, the answers and the seed, so that a session in a
// fresh instance that is told the same is the same: after a trap the instance is thrown away and that is done.
import { __wbg_reset_state, build, initSync, Session } from "./pkg/player.js";

/** @typedef {import("./types.d.ts").Matcher} Matcher */
/** @typedef {import("./types.d.ts").Problem} Problem */
/** @typedef {import("./types.d.ts").FullReport} FullReport */
/** @typedef {{ initSync: (input: { module: WebAssembly.Module }) => unknown, __wbg_reset_state: () => void }} Glue */
/** @typedef {{ module: WebAssembly.Module, text: string, roles: string | null, language: string, seed: number | undefined }} Input */

const playerGlue = { __wbg_reset_state, initSync };

/** The module's own refusals carry problems; whatever else is thrown is a trap. @param {unknown} error @returns {Problem[] | null} */
export function problemsOf(error) {
  const problems = /** @type {{ problems?: unknown } | null} */ (error)?.problems;
  return Array.isArray(problems) && problems.length ? problems : null;
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
  #session;
  /** @type {Kept<Matcher> | null} */
  #matcher = null;
  /** What was answered, by item: all that a fresh session needs. @type {Map<string, [answer: string, milliseconds: number]>} */
  #log = new Map();

  /** @param {Input} input */
  constructor(input) {
    this.#input = input;
    this.#seed = input.seed;
    this.#session = new Kept(playerGlue, input.module, () => this.#open());
  }

  /** The document, in the order in which to ask. */
  quiz() {
    const view = this.#session.use((session) => session.quiz());
    // A session made anew must shuffle and draw as this one did.
    this.#input = { ...this.#input, seed: view.seed };
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
    return this.#session.use(() => build());
  }

  /** @param {string} item @param {unknown} answer null = skipped @param {number} milliseconds */
  answer(item, answer, milliseconds) {
    const text = JSON.stringify(answer);
    const step = this.#session.use((session) => session.answer(item, text, milliseconds));
    this.#log.set(item, [text, milliseconds]);
    return step;
  }

  /** @returns {FullReport} */
  report() {
    const report = this.#session.use((session) => session.report());
    const skills = report.skills.map(({ skill, mean, variance }) => (mean === null ? { skill } : { skill, mean, variance }));
    const profile = JSON.stringify({ skills });
    const match = this.#matcher?.use((matcher) => matcher.match(profile, report.language, report.seed)) ?? null;
    return { ...report, match };
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
    const session = Session.open(text, language, seed);
    for (const [item, [answer, milliseconds]] of this.#log) session.answer(item, answer, milliseconds);
    return session;
  }
}
