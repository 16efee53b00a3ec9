// Any two roles side by side: for which of them each skill speaks, in points that add up to the whole difference.
import { addingUp } from "../view/adding-up.js";
import { disclosure, node, tableNode } from "../shared/dom.js";
import { countWords } from "../view/hundred.js";
import { textInline, textPlain } from "../view/text.js";
import { productRoles, roleCounts } from "../view/verdict.js";
import { pointUnit, points } from "./numbers.js";
import { chooser, foldNode, levelText, skillName, skillOf } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").RoleReport} RoleReport */
/** @typedef {import("../types.d.ts").Child} Child */

/** How many skills a sentence names on each side. */
const mostNamed = 3;

/**
 * Tenths of a point by which the first is ahead in each skill, widest first.
 * @param {RoleReport} first
 * @param {RoleReport} second
 * @param {Match} match
 */
function leads(first, second, match) {
  const tenths = addingUp(
    match.skills.map((_, index) => first.contributions[index].value - second.contributions[index].value),
    pointUnit,
  );
  return match.skills
    .map(({ skill }, index) => ({
      skill,
      tenths: tenths[index],
      needs: [first, second].map((role) => role.contributions[index].need),
    }))
    .sort((a, b) => b.tenths - a.tenths);
}

/**
 * @param {RoleReport} first
 * @param {RoleReport} second
 * @param {ReturnType<typeof leads>} rows
 * @param {Match} match
 * @param {Profile} profile
 * @returns {Child}
 */
function sentences(first, second, rows, match, profile) {
  const { stage } = profile;
  const { say } = stage;
  const total = rows.reduce((sum, { tenths }) => sum + tenths, 0);
  const [ahead, behind] = total < 0 ? [second, first] : [first, second];
  const names = { first: textInline(ahead.name, stage), second: textInline(behind.name, stage) };
  const sided = (/** @type {number} */ side) =>
    rows
      .filter(({ tenths }) => tenths * side > 0)
      .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths))
      .slice(0, mostNamed)
      .map(({ skill }) => skillName(profile, skill));
  const [forAhead, forBehind] = total < 0 ? [sided(-1), sided(1)] : [sided(1), sided(-1)];
  const counts = roleCounts(match);
  const count = (/** @type {RoleReport} */ { role, p_best_product }) =>
    countWords(counts.get(role) ?? 0, p_best_product ?? 0, stage);
  // What some companies mean is not compared with the product roles by such a count.
  const alike = [ahead, behind].every(({ p_best_product }) => p_best_product !== null);
  return [
    node(
      "p",
      {},
      node(
        "b",
        {},
        say.parts(total ? "my-compare-ahead" : "my-compare-even", { ...names, points: points(Math.abs(total), say) }),
      ),
      " ",
      forAhead.length > 0 &&
        forBehind.length > 0 &&
        say.parts("my-compare-why", {
          forFirst: say.list(forAhead),
          forSecond: say.list(forBehind),
          first: textInline(ahead.name, stage),
          second: textInline(behind.name, stage),
        }),
    ),
    alike &&
      node(
        "p",
        {},
        say.parts("my-compare-chance", {
          n: count(ahead),
          m: count(behind),
          first: textInline(ahead.name, stage),
          second: textInline(behind.name, stage),
        }),
      ),
  ];
}

/**
 * A bar from the middle towards the role that the skill speaks for.
 * @param {ReturnType<typeof leads>} rows
 * @param {RoleReport} first
 * @param {RoleReport} second
 * @param {Profile} profile
 */
function bars(rows, first, second, profile) {
  const { stage } = profile;
  const { say } = stage;
  const widest = Math.max(1, ...rows.map(({ tenths }) => Math.abs(tenths)));
  const row = (/** @type {typeof rows[number]} */ { skill, tenths }) => {
    const bar = node("span", { class: "bar" });
    bar.style.inlineSize = `${(Math.abs(tenths) / widest) * 50}%`;
    const side = tenths > 0 ? "first" : "second";
    const role = tenths > 0 ? first : second;
    return node(
      "li",
      { class: tenths ? side : "none" },
      node("span", { class: "what" }, skillName(profile, skill)),
      node("span", { class: "beam", "aria-hidden": "true" }, tenths !== 0 && bar),
      node(
        "span",
        { class: "small" },
        tenths
          ? [points(Math.abs(tenths), say), " ", say.parts("my-compare-for", { role: textInline(role.name, stage) })]
          : say("my-compare-neither"),
      ),
    );
  };
  return node(
    "div",
    { class: "beams" },
    node(
      "div",
      { class: "sides", "aria-hidden": "true" },
      node("b", {}, "← ", textInline(first.name, stage)),
      node("b", {}, textInline(second.name, stage), " →"),
    ),
    node("ul", {}, rows.map(row)),
  );
}

/**
 * @param {ReturnType<typeof leads>} rows
 * @param {RoleReport} first
 * @param {RoleReport} second
 * @param {Profile} profile
 */
function twin(rows, first, second, profile) {
  const { stage } = profile;
  const { say } = stage;
  const lead = (/** @type {number} */ tenths) =>
    node(
      "span",
      { "data-tenths": tenths },
      tenths
        ? [
            points(Math.abs(tenths), say),
            " ",
            say.parts("my-compare-for", { role: textInline((tenths > 0 ? first : second).name, stage) }),
          ]
        : say("my-compare-neither"),
    );
  const total = rows.reduce((sum, { tenths }) => sum + tenths, 0);
  const names = [first, second].map(({ name }) => textPlain(name));
  return tableNode(
    say("my-compare-caption", { first: names[0], second: names[1] }),
    [say("skill"), say("my-you"), ...names, say("my-lead")],
    [
      ...rows.map(({ skill, tenths, needs }) => [
        skillName(profile, skill),
        levelText(skillOf(profile, skill), stage),
        say.whole(needs[0]),
        say.whole(needs[1]),
        lead(tenths),
      ]),
      [node("b", {}, say("my-sum")), "", "", "", node("b", { class: "total" }, lead(total))],
    ],
  );
}

/** @param {Match} match @param {Profile} profile */
export function comparePart(match, profile) {
  const { stage } = profile;
  const { say } = stage;
  const entries = match.roles.map(({ role, name }) => ({ id: role, name: textPlain(name) }));
  const front = [...new Set([...match.verdict.roles, ...productRoles(match).map(({ role }) => role)])];
  let chosen = front.slice(0, 2);
  const out = node("div", { class: "side" });
  const draw = () => {
    const [first, second] = chosen.map((id) => match.roles.find(({ role }) => role === id));
    if (!first || !second || first === second) return out.replaceChildren(node("p", {}, say("my-compare-same")));
    const rows = leads(first, second, match);
    const kids = [
      sentences(first, second, rows, match, profile),
      bars(rows, first, second, profile),
      disclosure(say("my-skill-table"), twin(rows, first, second, profile)),
    ];
    out.replaceChildren(.../** @type {Node[]} */ (kids.flat(9).filter(Boolean)));
  };
  const choose = (/** @type {number} */ side) => (/** @type {string} */ id) => {
    chosen = chosen.map((one, index) => (index === side ? id : one));
    draw();
    stage.tell(out.querySelector("p")?.textContent ?? "");
  };
  draw();
  return foldNode(
    "compare",
    say("my-compare-title"),
    stage,
    1,
    node("p", {}, say("my-compare-lead")),
    node(
      "div",
      { class: "choosers" },
      chooser(say("my-compare-first"), entries, chosen[0], stage, choose(0), "first"),
      chooser(say("my-compare-second"), entries, chosen[1], stage, choose(1), "second"),
    ),
    out,
  );
}
