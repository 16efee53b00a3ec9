// What a failure is called: one code for the words that readers see, a coarser one for scripts.
import { isForbidden } from "../shared/instance.js";
import { problemsOf } from "../shared/refusal.js";

/** What kind of failure: it decides the words. @param {unknown} error */
function wordsFor(error) {
  const [problem] = problemsOf(error) ?? [];
  if (problem) return problem.code === "seed-range" ? "page" : "document";
  // The second is the newest that the quiz cannot do without.
  if (!("WebAssembly" in globalThis && "timeout" in AbortSignal)) return "browser";
  if (isForbidden(error)) return "policy";
  const { url = "", lost = false } = /** @type {{ url?: string, lost?: boolean }} */ (error ?? {});
  if (lost) return "lost";
  return url || error instanceof TypeError ? "load" : "engine";
}

/** @param {unknown} error */
export function failureOf(error) {
  const words = wordsFor(error);
  return {
    words,
    code: words === "lost" ? "load" : words === "page" ? "document" : words,
    message: error instanceof Error ? error.message : String(error),
    // A copy, which may be frozen, made as the oldest browsers can, too.
    problems: /** @type {import("../types.d.ts").Problem[]} */ (JSON.parse(JSON.stringify(problemsOf(error) ?? []))),
  };
}
