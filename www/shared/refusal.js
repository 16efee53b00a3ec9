// What the modules refuse, as against what breaks.

/** @typedef {import("../types.d.ts").Problem} Problem */

/**
 * The module's own refusals carry problems; whatever else is thrown is a trap.
 * @param {unknown} error
 * @returns {Problem[] | null}
 */
export function problemsOf(error) {
  const problems = /** @type {{ problems?: unknown } | null} */ (error)?.problems;
  return Array.isArray(problems) && problems.length ? problems : null;
}
