// What is shown of a result, on the picture and in words: the same whether it is one's own or comes from a link.
import { textPlain } from "../../view/text.js";
import { productRoles, roleCounts } from "../../view/verdict.js";
import { makeSay } from "../../words/say.js";
import { language, quizWords, sharingWords } from "../../words/words.js";

/** @typedef {import("../../types.d.ts").FullReport} FullReport */
/** @typedef {import("./code.js").SharedResult} SharedResult */
/** @typedef {import("./code.js").SharedSkill} SharedSkill */
/**
 * What the result's own documents call things; the roles with whether they are product roles, or only what some
 * companies mean by one.
 * @typedef {{ title: string, sentence?: string, roles: Map<string, { name: string, product: boolean }> }} Names
 */
/** @typedef {{ name: string, count: number }} Group */
/**
 * @typedef {object} Shown
 * @property {string} head the quiz
 * @property {string} sentence in the first person
 * @property {string} note the day, and what it is not
 * @property {SharedSkill | null} skill
 * @property {string[]} levels their names
 * @property {Group[]} groups of a hundred
 * @property {string} legend
 * @property {boolean} rtl
 * @property {string} alt the picture in words
 */

export const say = makeSay({ ...quizWords, ...sharingWords }, language);

/** How many roles have a group of their own, and how many the sentence names. */
const mostGroups = 4;
const mostNamed = 3;
/** Scripts that run from right to left. */
const fromRight = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]|\ud803[\udc80-\udfff]|\ud83a[\udd00-\udd5f]/;

/** A result that has something to show; null where no level was estimated, or no role is named: what a result does not say, its picture does not show. @param {FullReport} report @param {string} day */
export function sharedOf(report, day) {
  const { quiz, version, match, skills } = report;
  const [only] = skills;
  if (match) return match.verdict.roles.length ? { quiz, version, day, skills: [], roles: rolesOf(match) } : null;
  if (skills.length !== 1 || only.level === null || only.low === null || only.high === null) return null;
  const { skill, end } = only;
  const [level, low, high] = [only.level, only.low, only.high].map(hundredthOf);
  return { quiz, version, day, skills: [{ skill, level, low, high, end }], roles: [] };
}

/** The roles that the result compares with each other. @param {NonNullable<FullReport["match"]>} match */
function rolesOf(match) {
  const { verdict } = match;
  const counts = roleCounts(match);
  const all = productRoles(match).map(({ role }) => ({
    role,
    share: counts.get(role) ?? 0,
    named: verdict.roles.includes(role),
  }));
  // In the order in which the result names them.
  const rank = (/** @type {string} */ role) => (verdict.roles.includes(role) ? verdict.roles.indexOf(role) : Infinity);
  return all.sort((a, b) => (rank(a.role) === rank(b.role) ? 0 : rank(a.role) - rank(b.role)) || b.share - a.share);
}

/** The hundredth nearest to a level that is shown as the same tenth. @param {number} level */
function hundredthOf(level) {
  const shown = Math.min(4, Math.max(0, level));
  const tenth = Math.round(shown * 10);
  return Math.min(tenth * 10 + 4, Math.max(tenth * 10 - 5, Math.round(shown * 100))) / 100;
}

/** The names of one's own result. @param {FullReport} report @param {string} title @returns {Names} */
export function namesOf({ match, skills }, title) {
  const [only] = skills;
  const own = /** @type {{ summary?: { i: import("../../types.d.ts").Tree } | null } | undefined} */ (only)?.summary;
  return {
    title,
    sentence: match || !own ? undefined : textPlain(own.i),
    roles: new Map(
      match?.roles.map(({ role, name, archetype }) => [role, { name: textPlain(name), product: !archetype }]),
    ),
  };
}

/** @param {SharedResult} result @param {Names} names @returns {Shown} */
export function shownOf({ day, skills, roles }, names) {
  const [skill = null] = skills;
  const levels = /** @type {const} */ ([0, 1, 2, 3, 4]).map((level) => say(`level-${level}`));
  const sentence = (skill && names.sentence) ?? (skill ? skillSentence(skill, levels) : roleSentence(roles, names));
  const groups = skill ? [] : groupsOf(roles, names);
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
  const alt = [
    say("alt-head", { title: names.title, date }),
    sentence,
    skill ? skillAlt(skill, levels) : rolesAlt(groups),
    say("alt-note"),
  ];
  return {
    head: say("picture-head", { title: names.title }),
    sentence,
    note: say("picture-note", { date }),
    skill,
    levels,
    groups,
    legend: say("hundred"),
    rtl: fromRight.test(names.title),
    alt: alt.join(" "),
  };
}

/** The whole level nearest to one as it is shown, in tenths; of two the higher. @param {number} level */
export function wholeLevel(level) {
  return Math.min(4, Math.floor(Math.round(level * 10) / 10 + 0.5));
}

/** As the result says it, in the first person. @param {SharedSkill} skill @param {string[]} levels */
function skillSentence({ low, high, end }, levels) {
  const [from, to] = [wholeLevel(low), wholeLevel(high)];
  if (from !== to) return say("i-between", { from: levels[from], to: levels[to] });
  return end ? say(`i-${end}`, { name: levels[from] }) : say("i-one", { level: from, name: levels[from] });
}

/** The product roles among those named; the others where there is none. @param {SharedResult["roles"]} roles @param {Names} names */
function roleSentence(roles, names) {
  const named = roles.filter(({ named }) => named);
  const product = named.filter(({ role }) => names.roles.get(role)?.product);
  const shown = (product.length ? product : named).slice(0, mostNamed).map(({ role }) => nameOf(role, names));
  return shown.length ? say("i-roles", { roles: say.list(shown).join("") }) : say("i-no-role");
}

/** @param {string} role @param {Names} names */
const nameOf = (role, names) => names.roles.get(role)?.name ?? role;

/** The larger shares, the largest first; what is left is one group. @param {SharedResult["roles"]} roles @param {Names} names */
function groupsOf(roles, names) {
  const sorted = roles.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
  const own = sorted.slice(0, mostGroups);
  const groups = own.map(({ role, share }) => ({ name: nameOf(role, names), count: share }));
  const rest = 100 - own.reduce((sum, { share }) => sum + share, 0);
  const count = Math.max(1, sorted.length - own.length);
  return rest > 0 ? [...groups, { name: say("others", { count }), count: rest }] : groups;
}

/** @param {SharedSkill} skill @param {string[]} levels */
function skillAlt({ level, low, high }, levels) {
  const values = { level: say.level(level), low: say.level(low), high: say.level(high) };
  return say("alt-skill", { ...values, levels: say.list(levels).join("") });
}

/** @param {Group[]} groups */
function rolesAlt(groups) {
  const counts = groups.map(({ name, count }) => say("alt-count", { role: name, count }));
  return say("alt-roles", { counts: say.list(counts).join("") });
}
