// Which module a document will want, before any module has read it: what it says at a glance. A wrong guess costs time
// and nothing else, since the small player hands on what it does not read.

/** Types of items that the small player reads. */
const common = /^(single|multiple|likert|frequency|judge|best-worst|rank|sort)$/;

/**
 * Whether a document wants the module of everything, and whether it names roles.
 * @param {string} text
 * @returns {import("../types.d.ts").Wanted}
 */
export function wantedBy(text) {
  try {
    const { order, counted, skills, items } = JSON.parse(text);
    const whole =
      order === "adaptive" || Boolean(counted) || items.some((/** @type {any} */ { type }) => !common.test(type));
    return { module: whole ? "whole" : "player", roles: skills?.length > 1 };
  } catch {
    return { module: "player", roles: false };
  }
}
