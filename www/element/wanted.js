// Which module a document will want, before any module has read it: what it says at a glance. A wrong guess costs time
// and nothing else, since the small player hands on what it does not read.
import { meantBy } from "./meant.js";

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
    const rare = order === "adaptive" || counted;
    const whole = rare || items.some((/** @type {any} */ { type }) => !common.test(type));
    return { module: whole ? "whole" : "player", roles: skills?.length > 1 };
  } catch {
    return { module: "player", roles: false };
  }
}

/** The quizzes of one skill that stand beside the script. */
const small = /^quizzes\/(negotiation|pace|setbacks)(-b)?\.json$/;

/**
 * The same of a quiz that comes along with this script, before it is there; null where only the document can tell.
 * @param {string | null} src
 * @returns {import("../types.d.ts").Wanted | null}
 */
export function shippedWants(src) {
  const home = new URL("../", import.meta.url).href;
  const address = meantBy("src", src) ?? "";
  return address.startsWith(home) && small.test(address.slice(home.length)) ? { module: "player", roles: false } : null;
}
