// What to learn: the skills that would bring somebody closest to a role, each with the catalogue's exercises.
import { disclosure, headingNode, node } from "../shared/dom.js";
import { lineWords } from "../view/result/learn.js";
import { textInline, textPlain } from "../view/text.js";
import { gapsOf } from "../view/verdict.js";
import { chooser, foldNode, leadingRole, partNode, roleLabel, skillList, skillName, skillOf } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Match} Match */

/** How many gaps are shown before the rest is folded away. */
const mostGaps = 4;

/**
 * The measured skills in which the shown level is below what a role needs, in the order of its card.
 * @param {string} role
 * @param {Profile} profile
 * @returns {string[]}
 */
function gapsFor(role, profile) {
  const { match } = profile;
  const one = match?.roles.find((other) => other.role === role);
  return match && one ? gapsOf(one, match).map(({ skill }) => skill) : [];
}

/**
 * The catalogue's exercises in a skill for somebody of the profile's level.
 * @param {string} skill
 * @param {Profile} profile
 */
function exercisesOf(skill, profile) {
  const one = skillOf(profile, skill);
  // A level that is 2 but for rounding is 2.
  const level = (one?.known?.level ?? 0) + 1e-9;
  return (one?.learn ?? []).filter(({ from, to }) => from <= level && (level < to || to === 4));
}

/**
 * The one exercise to begin with: for the role in front, in the skill that would help most.
 * @param {Profile} profile
 * @returns {HTMLElement[]} nothing where there is none
 */
export function firstExercise(profile) {
  const { stage } = profile;
  const role = leadingRole(profile);
  const [skill] = gapsFor(role, profile);
  const [exercise] = skill ? exercisesOf(skill, profile) : [];
  if (!skill || !exercise) return [];
  return [
    node(
      "p",
      {},
      stage.say.parts("my-next-learn", {
        role: roleLabel(profile, role),
        skill: node("b", {}, skillName(profile, skill)),
      }),
    ),
    node("div", { class: "exercise" }, lineWords(exercise, stage)),
  ];
}

/** @param {string} skill @param {string} role @param {Profile} profile */
function gapItem(skill, role, profile) {
  const { catalogue, stage } = profile;
  const { say } = stage;
  const one = skillOf(profile, skill);
  const need = catalogue.roles.find((other) => other.role === role)?.needs.find((other) => other.skill === skill);
  if (!one?.known || !need) return null;
  return node(
    "li",
    {},
    headingNode(stage, 2, textInline(one.name, stage)),
    node(
      "p",
      { class: "small" },
      say("my-plan-gap", { level: say.level(one.known.level), need: say.whole(need.need) }),
    ),
    node(
      "ul",
      {},
      exercisesOf(skill, profile).map((exercise) => node("li", {}, lineWords(exercise, stage))),
    ),
  );
}

/** @param {string} role @param {Profile} profile */
function plan(role, profile) {
  const { catalogue, stage } = profile;
  const { say } = stage;
  const needs = catalogue.roles.find((one) => one.role === role)?.needs ?? [];
  const gaps = gapsFor(role, profile);
  const unknown = needs.filter(({ skill }) => !skillOf(profile, skill)?.known).map(({ skill }) => skill);
  const rest = gaps.slice(mostGaps);
  const list = (/** @type {string[]} */ some) =>
    node(
      "ol",
      { class: "plan" },
      some.map((skill) => gapItem(skill, role, profile)),
    );
  return [
    gaps.length ? list(gaps.slice(0, mostGaps)) : node("p", {}, say("my-plan-none")),
    rest.length > 0 && disclosure(say("my-plan-rest", { count: rest.length }), list(rest)),
    unknown.length > 0 &&
      node("p", { class: "small" }, say.parts("my-plan-unknown", { skills: skillList(profile, unknown) })),
  ];
}

/**
 * @param {Match} match
 * @param {Profile} profile
 * @param {boolean} begun whether the first exercise stands above already, as the next step
 */
export function planPart(match, profile, begun) {
  const { stage } = profile;
  const { say } = stage;
  const out = node("div", { class: "planned" });
  const draw = (/** @type {string} */ role) =>
    out.replaceChildren(.../** @type {Node[]} */ (plan(role, profile).filter(Boolean)));
  const role = leadingRole(profile);
  draw(role);
  const entries = match.roles.map((one) => ({ id: one.role, name: textPlain(one.name) }));
  return partNode(
    "plan",
    "my-plan-title",
    stage,
    !begun && firstExercise(profile),
    foldNode(
      "exercises",
      say("my-plan-fold"),
      stage,
      1,
      node("p", { class: "small" }, say("my-plan-lead")),
      node("div", { class: "choosers" }, chooser(say("my-plan-role"), entries, role, stage, draw, "plan")),
      out,
    ),
  );
}
