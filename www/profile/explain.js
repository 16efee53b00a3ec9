// Why a role fits as it does: what each skill adds, and under it the answers that the skill rests on.
import { addingUp } from "../view/adding-up.js";
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";
import { answersBehind } from "./answers.js";
import { pointUnit, points, signedPoints } from "./numbers.js";
import { lazily, levelPlot, skillOf } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").RoleReport} RoleReport */

/**
 * What each skill adds to a role's fit, most first, in tenths of a point that add up.
 * @param {RoleReport} role
 * @param {Match} match
 */
export function additions(role, match) {
  const tenths = addingUp(
    role.contributions.map(({ value }) => value),
    pointUnit,
  );
  return role.contributions
    .map((contribution, index) => ({ ...contribution, skill: match.skills[index].skill, tenths: tenths[index] }))
    .sort((a, b) => b.value - a.value);
}

/** @param {RoleReport} role @param {Match} match @param {Profile} profile */
export function explanation(role, match, profile) {
  const { stage } = profile;
  const { say } = stage;
  const added = additions(role, match);
  const total = added.reduce((sum, { tenths }) => sum + tenths, 0);
  const [level, shape, must] = addingUp([role.level, role.shape, role.must_have], pointUnit);
  const row = (/** @type {typeof added[number]} */ { skill, need, weight, tenths }) => {
    const one = skillOf(profile, skill);
    if (!one) return null;
    const known = say(one.known ? "my-explain-known" : "my-explain-unknown", {
      level: say.level(one.known?.level ?? 0),
      need: say.whole(need),
    });
    const head = node(
      "span",
      { class: "line" },
      node("b", { class: "what" }, textInline(one.name, stage)),
      levelPlot(one.known, [{ kind: "need", level: need }], stage),
      node("span", { class: "small" }, known, " · ", say("my-explain-weight", { n: Math.round(weight * 100) })),
      node("b", { class: "points" }, say("my-explain-points", { points: signedPoints(tenths, say) })),
    );
    const { known: behind } = one;
    return node(
      "li",
      {},
      behind ? lazily(head, () => answersBehind(behind, profile)) : node("div", { class: "still" }, head),
    );
  };
  return [
    node(
      "p",
      {},
      say.parts("my-explain-lead", {
        role: textInline(role.name, stage),
        fit: say("my-explain-points", { points: points(total, say) }),
      }),
    ),
    node("ol", { class: "why" }, added.map(row)),
    node(
      "p",
      { class: "sum" },
      node("b", {}, say("my-explain-sum")),
      node("b", { class: "points", "data-sum": total }, say("my-explain-points", { points: signedPoints(total, say) })),
    ),
    added.some(({ skill }) => !skillOf(profile, skill)?.known) &&
      node("p", { class: "small" }, say("my-explain-assumed")),
    node(
      "p",
      { class: "small" },
      say("my-explain-parts", {
        level: signedPoints(level, say),
        shape: signedPoints(shape, say),
        must: signedPoints(must, say),
      }),
    ),
  ];
}
