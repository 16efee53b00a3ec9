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

/**
 * What the module says of a text that is too long, for one that it never gets.
 * @param {string} code
 * @param {number} found bytes
 * @param {number} most
 * @returns {Problem}
 */
export function tooLong(code, found, most) {
  const values = Object.entries({ found, most }).map(([name, value]) => ({ name, value }));
  return { severity: "error", code, pointer: "", line: 0, column: 0, values, hint: null };
}
