// The whole page of a profile, in the order in which it is to be read.
import { head } from "./head.js";
import { howPart } from "./how.js";
import { isNextLearning, nextPart } from "./next.js";
import { originPart } from "./origin.js";
import { planPart } from "./plan.js";
import { rankingPart } from "./ranking.js";
import { resultsPart } from "./results.js";
import { skillsPart } from "./skills.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/**
 * @typedef {{ answered: import("./next.js").Answered, chosen: (origin: string | null) => void }} Changes what the
 *   person may change from within the page
 */

/**
 * @param {Profile} profile
 * @param {HTMLElement} bar what can be done with what is kept
 * @param {boolean} saved whether it is kept on this device; else that comes first
 * @param {Changes} changes
 */
export function drawProfile(profile, bar, saved, { answered, chosen }) {
  const { match, explained } = profile;
  // Without evidence a ranking would be a guess in a table's clothes.
  const ranked = match && match.verdict.code !== "not-enough-evidence" ? match : null;
  return [
    !saved && bar,
    head(profile),
    nextPart(profile, answered),
    ranked && rankingPart(ranked, profile),
    skillsPart(profile),
    match && explained && planPart(match, profile, isNextLearning(profile)),
    resultsPart(profile, saved ? bar : null),
    originPart(profile, chosen),
    howPart(profile),
  ];
}
