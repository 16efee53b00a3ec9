// The first instance of a module. What comes is not always what was asked for: a cache may hold another build's file, a host may
// send a page in its place or half of it.
import { bringModule } from "./bring.js";
import { build } from "./pkg/build.js";

/** @typedef {import("./types.d.ts").Glue} Glue */

/** Whether a policy does not let WebAssembly run: Chromium and Firefox throw a CompileError, WebKit an EvalError; only the words tell. @param {unknown} error */
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
 * A glue with its first instance; both may still be on their way. Gives the module, too.
 * @template {Glue} T
 * @param {T | Promise<T>} coming
 * @param {URL} url of the module
 */
export async function begun(coming, url) {
  let module = bringModule(url);
  // Looked at below.
  module.catch(() => {});
  const glue = await coming;
  await firstInstance(glue, (again) => (again ? (module = bringModule(url, again)) : module));
  return { glue, module: await module };
}
