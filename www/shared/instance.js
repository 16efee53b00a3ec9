// Instances of a module: the first, and a fresh one after a trap. What comes is not always what was asked for: a cache
// may hold another build's file, a host may send a page in its place or half of it.
import { build } from "../pkg/build.js";
import { bringModule } from "./fetch.js";
import { problemsOf } from "./refusal.js";

/** @typedef {import("../types.d.ts").Glue} Glue */

/**
 * Whether a policy does not let WebAssembly run: Chromium and Firefox throw a CompileError, WebKit an EvalError; only
 * the words tell.
 * @param {unknown} error
 */
export function isForbidden(error) {
  return /unsafe-eval|CSP|Content.Security/i.test(error instanceof Error ? error.message : "");
}

/**
 * Gives a glue its first instance, of a module of this build. What does not do is asked for once more.
 * @param {Glue} glue
 * @param {(again: boolean) => Promise<WebAssembly.Module>} bring again: past every cache
 * @returns {Promise<void>}
 */
export async function firstInstance(glue, bring) {
  const attempt = async (/** @type {boolean} */ again) => {
    await glue.begin(await bring(again));
    if (glue.build() !== build) throw new Error(`A module of build ${glue.build()} came for a page of build ${build}.`);
  };
  await attempt(false).catch((error) => {
    // What did not come at all will not come in the next moment either.
    if (error.url || isForbidden(error)) throw error;
    return attempt(true);
  });
}

/**
 * A glue with its first instance; both may still be on their way.
 * @template {Glue} T
 * @param {T | Promise<T>} coming
 * @param {URL} url of the module
 */
export async function begun(coming, url) {
  const module = bringModule(url);
  // Looked at below.
  module.catch(() => {});
  const glue = await coming;
  await firstInstance(glue, (again) => (again ? bringModule(url, again) : module));
  // A copy, because what a script exports takes no notes.
  return { ...glue };
}

/** Replaces the instance of a glue by a fresh one of the same module. @param {Glue} glue */
export function renewInstance(glue) {
  glue.__wbg_reset_state();
  glue.instance = {};
}

/**
 * Something held inside an instance, made anew whenever that instance is gone.
 * @template {{ free(): void }} T
 * @param {Glue} glue one that has begun
 * @param {() => T} make
 * @returns {import("../types.d.ts").Held<T>}
 */
export function heldIn(glue, make) {
  /** @type {T | null} */
  let thing = null;
  /** @type {object | undefined} */
  let instance;
  const attempt = (/** @type {(thing: T) => any} */ work) => {
    try {
      if (!thing || instance !== glue.instance) {
        thing = make();
        instance = glue.instance;
      }
      return work(thing);
    } catch (error) {
      // Nothing is asked of an instance that trapped, not even to give back what it holds.
      if (!problemsOf(error)) renewInstance(glue);
      throw error;
    }
  };
  return {
    use(work) {
      try {
        return attempt(work);
      } catch (error) {
        if (problemsOf(error)) throw error;
        return attempt(work);
      }
    },
    rest() {
      if (instance === glue.instance) thing?.free();
      thing = null;
    },
  };
}
