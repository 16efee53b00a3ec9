// What the answers say of roles: the sentence and what it means, and what is known of a role beside what it needs.
// Never one winner where the answers allow several.
import { node } from "../shared/dom.js";
import { countWords, outOfHundred } from "./hundred.js";
import { needWords, shownLevel } from "./level-words.js";
import { carelessSign } from "./signs.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").RoleReport} RoleReport */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Tree} Tree */
/** @typedef {import("../types.d.ts").Contribution & { name: Tree, level: number | null }} Need */

/** How many roles a sentence names, and how many have a card. */
export const mostNamed = 3;

/** @param {Match} match */
export function namedRoles({ verdict, roles }) {
  return verdict.roles.flatMap((id) => roles.filter(({ role }) => role === id));
}

/** The roles that the verdict is about, the likeliest first: not what some companies mean by one. @param {Match} match */
export function productRoles({ roles }) {
  const share = (/** @type {RoleReport} */ { p_best_product }) => p_best_product ?? 0;
  return roles
    .filter(({ p_best_product }) => p_best_product !== null)
    .sort((a, b) => share(b) - share(a) || b.fit - a.fit);
}

/** What some companies mean by a role. @param {Match} match */
export function archetypesOf({ roles }) {
  return roles.filter(({ p_best_product }) => p_best_product === null);
}

/**
 * Of 100 profiles, how many each role fits best: the product roles compared among themselves, and what some companies
 * mean by one compared with all.
 * @param {Match} match
 */
export function roleCounts(match) {
  const [product, archetypes] = [productRoles(match), archetypesOf(match)];
  const counts = outOfHundred(product.map(({ p_best_product }) => p_best_product ?? 0));
  const apart = outOfHundred([...archetypes.map(({ p_best }) => p_best), 1 - match.p_archetype]);
  return new Map([
    ...product.map(({ role }, index) => /** @type {[string, number]} */ ([role, counts[index]])),
    ...archetypes.map(({ role }, index) => /** @type {[string, number]} */ ([role, apart[index]])),
  ]);
}

/** How many of 100 profiles fit what some companies mean better than any product role. @param {Match} match @param {Stage} stage */
export function elsewhereLine(match, stage) {
  const { say } = stage;
  const archetypes = archetypesOf(match);
  if (match.p_archetype <= 0) return null;
  const counts = roleCounts(match);
  const count = archetypes.reduce((sum, { role }) => sum + (counts.get(role) ?? 0), 0);
  const some = archetypes.filter(({ p_best }) => p_best > 0).sort((a, b) => b.p_best - a.p_best);
  const names = some.map(({ name }) => textInline(name, stage));
  return node(
    "p",
    { class: "small", "data-elsewhere": count },
    say.parts("elsewhere", { n: countWords(count, match.p_archetype, stage), roles: say.list(names, "disjunction") }),
  );
}

/**
 * What a role needs, beside the levels as they are shown; no level where none was measured.
 * @param {RoleReport} role
 * @param {Match} match
 * @returns {Need[]}
 */
export function needsOf({ contributions }, match) {
  return contributions.map((contribution, index) => {
    const { name, measured, level } = match.skills[index];
    return { ...contribution, name, level: measured ? shownLevel(level) : null };
  });
}

/** The skills that a role asks for more of, the most important first. @param {RoleReport} role @param {Match} match */
export function gapsOf(role, match) {
  const short = (/** @type {Need} */ { level, need, weight }) =>
    level === null ? 0 : Math.max(0, need - level) * weight;
  return needsOf(role, match)
    .filter((need) => short(need) > 0)
    .sort((a, b) => short(b) - short(a));
}

/** The must-haves of a role. @param {RoleReport} role @param {Match} match */
export function floorsOf(role, match) {
  return needsOf(role, match).filter(({ floor }) => floor !== null);
}

/** A must-have and its state. @param {Need} need @param {Stage} stage */
export function floorWords({ skill, name, floor, must_have }, stage) {
  const { say } = stage;
  // Of what rests on statements alone only the person says so.
  const state = must_have === "met" && stage.said?.has(skill) ? "said" : (must_have ?? "unknown");
  return [
    textInline(name, stage),
    node(
      "span",
      { class: "small", "data-must-have": state },
      ` ${say("floor-at-least", { floor: say.whole(floor ?? 0) })}: ${say(`floor-${state}`)}`,
    ),
  ];
}

/**
 * The roles that have a card: those in front that are roles of their own, not what some companies mean by another; where
 * there are none, those that come next. Where no role fits yet, those nearest to it.
 * @param {Match} match
 */
export function cardRoles(match) {
  const own = (/** @type {RoleReport[]} */ roles) => roles.filter(({ archetype }) => !archetype);
  const front = own(namedRoles(match));
  const nearest = match.verdict.code === "none-yet";
  const rest = own(match.roles)
    .filter((role) => !front.includes(role))
    .sort((a, b) =>
      nearest ? a.p_must_have_missed - b.p_must_have_missed : (b.p_best_product ?? 0) - (a.p_best_product ?? 0),
    );
  return [...front, ...rest].slice(0, mostNamed);
}

/** The sentence that a result begins with. @param {Match} match @param {Stage} stage */
export function verdictSentence(match, stage) {
  const { say } = stage;
  const some = namedRoles(match).slice(0, mostNamed);
  return say.parts(`verdict-${match.verdict.code}`, {
    roles: say.list(some.map(({ name }) => textInline(name, stage))),
    count: some.length,
  });
}

/** Why no role is named. @param {Report} report @param {Match} match @param {Stage} stage */
export function withoutRoles(report, match, stage) {
  const { say } = stage;
  const { code, reason } = match.verdict;
  if (code === "none-yet") return [node("p", {}, say("none-yet-lead")), nearestFloor(match, stage)];
  const why = reason === "careless" ? carelessSign(report) : reason;
  return node(
    "p",
    {},
    say("not-enough-lead", { answered: report.answered, count: report.asked.length || report.items }),
    // Of nothing there is nothing more to say.
    report.answered > 0 && [" ", say(`not-enough-${why ?? "evidence"}`)],
  );
}

/** The must-have that is nearest to being met. @param {Match} match @param {Stage} stage */
function nearestFloor({ verdict: { floor }, roles, skills }, stage) {
  const { say } = stage;
  const role = roles.find((one) => one.role === floor?.role);
  const skill = skills.find((one) => one.skill === floor?.skill);
  return (
    floor &&
    role &&
    skill &&
    node(
      "p",
      {},
      say.parts("none-yet-nearest", {
        role: textInline(role.name, stage),
        skill: textInline(skill.name, stage),
        floor: needWords(floor.floor, stage),
        n: countWords(Math.round(floor.p_missed * 100), floor.p_missed, stage),
      }),
    )
  );
}
