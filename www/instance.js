// Things inside an instance of a module, which outlive it: after a trap the instance is thrown away, and they are made anew.

/** @typedef {import("./types.d.ts").Problem} Problem */
/** @typedef {{ initSync: (input: { module: WebAssembly.Module }) => unknown, __wbg_reset_state: () => void }} Glue */

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
export class Kept {
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
