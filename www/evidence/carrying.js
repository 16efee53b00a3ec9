// The statements that carry a result most: those that raised the skills which count most in the role in front.
import { doneAlone } from "./statements.js";

/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("./statements.js").Statement} Statement */

/** How many are asked for a line of evidence. */
const mostAsked = 3;

/** The role in front, of those that are no archetypes. @param {Match} match */
function leadingRole({ roles }) {
  return [...roles].sort((a, b) => (b.p_best_product ?? -1) - (a.p_best_product ?? -1))[0];
}

/**
 * How much each answer did for a role: what it did to its skill, by the skill's weight in the role.
 * @param {FullReport} report
 * @param {Match} match
 * @returns {Map<string, number>}
 */
function carriedBy(report, match) {
  const weights = new Map(leadingRole(match)?.contributions.map(({ skill, weight }) => [skill, weight]));
  /** @type {Map<string, number>} */
  const carried = new Map();
  for (const { skill, pulls } of report.skills)
    for (const { item, pull } of pulls) carried.set(item, (carried.get(item) ?? 0) + pull * (weights.get(skill) ?? 0));
  return carried;
}

/**
 * The three statements that did most, of those that were done alone; those that did nothing are none of them.
 * @param {FullReport} report
 * @param {unknown} quiz its document
 * @param {Map<string, unknown>} answers by item
 * @returns {Statement[]}
 */
export function carryingStatements(report, quiz, answers) {
  if (!report.match) return [];
  const carried = carriedBy(report, report.match);
  const did = (/** @type {Statement} */ { id }) => carried.get(id) ?? 0;
  return doneAlone(quiz, answers)
    .filter((one) => did(one) > 0)
    .sort((a, b) => did(b) - did(a))
    .slice(0, mostAsked);
}
