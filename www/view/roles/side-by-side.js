// All roles side by side: how many of 100 profiles each fits best, the product roles among themselves and what some
// companies mean beside all; or, where none fits yet, what stands in its way.
import { disclosure, node, tableNode } from "../../shared/dom.js";
import { countWords } from "../hundred.js";
import { roleName } from "../level-words.js";
import { textInline } from "../text.js";
import { archetypesOf, floorsOf, floorWords, gapsOf, namedRoles, productRoles, roleCounts } from "../verdict.js";

/** @typedef {import("../../types.d.ts").Match} Match */
/** @typedef {import("../../types.d.ts").RoleReport} RoleReport */
/** @typedef {import("../../types.d.ts").Stage} Stage */

/** How many skills are named as what tips it. */
const mostTipping = 3;

/**
 * The product roles in a table, and in one of their own what some companies mean by them.
 * @param {Match} match
 * @param {{ caption: string, columns: string[] }} words
 * @param {Stage} stage
 */
export function sharesTables(match, { caption, columns }, stage) {
  const { say } = stage;
  const counts = roleCounts(match);
  const hundred = (/** @type {number} */ share) => countWords(Math.round(share * 100), share, stage);
  const row = (/** @type {RoleReport} */ role) => [
    [roleName(role, stage), role.archetype && node("div", { class: "small" }, textInline(role.about, stage))],
    countWords(counts.get(role.role) ?? 0, role.p_best_product ?? role.p_best, stage),
    hundred(role.p_near_best_product ?? role.p_near_best),
    hundred(role.p_must_have_missed),
  ];
  const archetypes = archetypesOf(match);
  const heads = [say("role"), ...columns];
  return [
    tableNode(caption, heads, productRoles(match).map(row)),
    archetypes.length > 0 && tableNode(say("archetypes-caption"), heads, archetypes.map(row)),
  ];
}

/** Where no role fits: what stands in the way of each. @param {Match} match @param {Stage} stage */
function hurdlesTable(match, stage) {
  const { say } = stage;
  const sorted = [productRoles(match), archetypesOf(match)].flatMap((roles) =>
    [...roles].sort((a, b) => a.p_must_have_missed - b.p_must_have_missed),
  );
  return tableNode(
    say("all-caption"),
    [say("role"), say("all-missing"), say("all-missed")],
    sorted.map((role) => {
      const open = floorsOf(role, match)
        .filter(({ must_have }) => must_have !== "met")
        .map((need) => node("div", {}, floorWords(need, stage)));
      return [
        roleName(role, stage),
        open.length ? open : say("all-together"),
        countWords(Math.round(role.p_must_have_missed * 100), role.p_must_have_missed, stage),
      ];
    }),
  );
}

/**
 * Which skills speak for the first and which for the second: none for a role to which it is missing.
 * @param {RoleReport} first
 * @param {RoleReport} second
 * @param {Match} match
 * @param {Stage} stage
 */
function tippingWords(first, second, match, stage) {
  const { say } = stage;
  const missing = (/** @type {RoleReport} */ role) => gapsOf(role, match).map(({ skill }) => skill);
  const [missingFirst, missingSecond] = [missing(first), missing(second)];
  const leads = match.skills
    .map(({ skill, name }, index) => ({
      skill,
      name,
      lead: first.contributions[index].value - second.contributions[index].value,
    }))
    .sort((a, b) => b.lead - a.lead);
  const names = (/** @type {typeof leads} */ list) =>
    say.list(list.slice(0, mostTipping).map(({ name }) => textInline(name, stage)));
  const forFirst = leads.filter(({ skill, lead }) => lead > 0 && !missingFirst.includes(skill));
  const forSecond = leads.filter(({ skill, lead }) => lead < 0 && !missingSecond.includes(skill)).reverse();
  if (!forFirst.length || !forSecond.length) return null;
  return node(
    "p",
    {},
    say.parts("tipping", {
      first: textInline(first.name, stage),
      second: textInline(second.name, stage),
      forFirst: names(forFirst),
      forSecond: names(forSecond),
    }),
  );
}

/** @param {Match} match @param {Stage} stage */
export function sideBySide(match, stage) {
  const { say } = stage;
  const { verdict, roles } = match;
  // Without evidence a ranking would be a guess in a table's clothes.
  if (verdict.code === "not-enough-evidence") return null;
  const title = say("roles-title", { count: roles.length });
  const named = namedRoles(match);
  if (!named.length) return disclosure(title, hurdlesTable(match, stage));
  const rest = productRoles(match).filter((role) => !named.includes(role));
  const alsoGood = rest.filter((role) => role.also_good);
  const [first, second = rest[0]] = named;
  return disclosure(
    title,
    named.length > 1 && node("p", {}, say("roles-tied", { count: named.length })),
    alsoGood.length > 0 &&
      node("p", {}, say.parts("also-good", { roles: say.list(alsoGood.map((role) => roleName(role, stage))) })),
    second && tippingWords(first, second, match, stage),
    sharesTables(
      match,
      { caption: say("others-caption"), columns: [say("others-best"), say("others-near"), say("others-missed")] },
      stage,
    ),
  );
}
