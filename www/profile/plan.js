// What to learn: the largest gaps of a role, each with the catalogue's advice and the rows of the inventory it is from.
import { disclosure, node } from "../shared/dom.js";
import { textInline, textPlain } from "../view/text.js";
import { points } from "./numbers.js";
import { chooser, leadingRole, partNode, skillList, skillOf, subheading } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Match} Match */

/** How many gaps are shown before the rest is folded away. */
const mostGaps = 4;

/** @param {{ skill: string, gain: number }} gap @param {string} role @param {Profile} profile */
function gapItem({ skill, gain }, role, profile) {
  const { catalogue, stage } = profile;
  const { say } = stage;
  const one = skillOf(profile, skill);
  const need = catalogue.roles.find((other) => other.role === role)?.needs.find((other) => other.skill === skill);
  if (!one?.known || !need) return null;
  return node(
    "li",
    {},
    subheading(stage, textInline(one.name, stage)),
    node(
      "p",
      { class: "small" },
      say("my-plan-gap", {
        level: say.level(one.known.level),
        need: say.whole(need.need),
        gain: points(Math.round(gain * 1000), say),
      }),
    ),
    node(
      "ul",
      {},
      one.learn.map(({ text, sources }) =>
        node(
          "li",
          {},
          textInline(text, stage),
          sources.length > 0 && node("span", { class: "small" }, ` ${say("sources", { sources: sources.join(", ") })}`),
        ),
      ),
    ),
  );
}

/** @param {string} role @param {Profile} profile */
function plan(role, profile) {
  const { explained, catalogue, stage } = profile;
  const { say } = stage;
  const needs = catalogue.roles.find((one) => one.role === role)?.needs ?? [];
  const isShort = (/** @type {string} */ id) =>
    (skillOf(profile, id)?.known?.level ?? 4) < (needs.find(({ skill }) => skill === id)?.need ?? 0);
  const gaps = (explained?.roles.find((one) => one.role === role)?.gaps ?? []).filter(({ skill }) => isShort(skill));
  const unknown = needs.filter(({ skill }) => !skillOf(profile, skill)?.known).map(({ skill }) => skill);
  const rest = gaps.slice(mostGaps);
  const list = (/** @type {typeof gaps} */ some) =>
    node(
      "ol",
      { class: "plan" },
      some.map((gap) => gapItem(gap, role, profile)),
    );
  return [
    gaps.length ? list(gaps.slice(0, mostGaps)) : node("p", {}, say("my-plan-none")),
    rest.length > 0 && disclosure(say("my-plan-rest", { count: rest.length }), list(rest)),
    unknown.length > 0 &&
      node("p", { class: "small" }, say.parts("my-plan-unknown", { skills: skillList(profile, unknown) })),
  ];
}

/** @param {Match} match @param {Profile} profile */
export function planPart(match, profile) {
  const { stage } = profile;
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
    node("p", {}, stage.say("my-plan-lead")),
    node("div", { class: "choosers" }, chooser(stage.say("my-plan-role"), entries, role, stage, draw, "plan")),
    out,
  );
}
