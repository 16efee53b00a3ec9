// The result of several skills: the roles that the answers point to, the strongest signs, a hundred profiles in groups,
// a card for each of the first roles, and what to do this week.
import { node } from "../../shared/dom.js";
import { countWords, hundredGroups, mostGroups } from "../hundred.js";
import { saidSkills } from "../said.js";
import { behavioursPart } from "../result/behaviours.js";
import { firstSteps, weekCard } from "../result/learn.js";
import { textInline } from "../text.js";
import {
  archetypesOf,
  cardRoles,
  elsewhereLine,
  floorsOf,
  gapsOf,
  namedRoles,
  productRoles,
  roleCounts,
  verdictSentence,
  withoutRoles,
} from "../verdict.js";
import { roleCard } from "./card.js";
import { barsPart, levelsFold } from "./levels.js";
import { sideBySide } from "./side-by-side.js";
import { surerFold, wayOn } from "./surer.js";

/** @typedef {import("../../types.d.ts").FullReport} FullReport */
/** @typedef {import("../../types.d.ts").Match} Match */
/** @typedef {import("../../types.d.ts").RoleReport} RoleReport */
/** @typedef {import("../../types.d.ts").Stage} Stage */

/** From this many on, the strongest signs are enough; and more than this would be none. */
const [enoughSigns, mostSigns] = [3, 4];
/** How many titles are told under which one may be hired. */
const mostTitles = 3;

/** The skills that stand out, as far as they can be told from the others. @param {FullReport} report @param {Stage} stage */
export function signsLine({ order, skills }, stage) {
  const { say } = stage;
  /** @type {string[]} */
  const some = [];
  for (const group of order) {
    if (some.length >= enoughSigns || some.length + group.length > mostSigns) break;
    some.push(...group);
  }
  if (!order.length || some.length === order.flat().length) return null;
  const names = some
    .flatMap((id) => skills.filter(({ skill }) => skill === id))
    .map(({ name }) => textInline(name, stage));
  return node(
    "p",
    { class: "lead", "data-signs": some.length },
    names.length
      ? say.parts("signs", { skills: say.list(names) })
      : say(order.length > 1 ? "signs-close" : "signs-none", { count: order[0].length }),
  );
}

/** The titles under which some companies mean other work, where the answers fit that. @param {Match} match @param {Stage} stage */
export function hiredAs(match, stage) {
  const titles = archetypesOf(match)
    .filter(({ also_good }) => also_good)
    .slice(0, mostTitles)
    .map(({ role, name }) => node("b", { "data-title": role }, textInline(name, stage)));
  return (
    titles.length > 0 && node("p", {}, stage.say.parts("hired-as", { roles: stage.say.list(titles, "disjunction") }))
  );
}

/**
 * Of a hundred profiles, how many each product role fits best, and how many fit something else better: said here and
 * nowhere else. Roles that have a card are among those shown.
 * @param {Match} match
 * @param {RoleReport[]} carded
 * @param {Stage} stage
 */
export function profilesPicture(match, carded, stage) {
  const { say } = stage;
  const [roles, counts] = [productRoles(match), roleCounts(match)];
  const count = (/** @type {RoleReport} */ { role }) => counts.get(role) ?? 0;
  const sorted = roles.filter((role) => count(role) > 0).sort((a, b) => count(b) - count(a));
  const first = sorted.filter((role) => carded.includes(role));
  const room = sorted.length > mostGroups ? mostGroups - 1 - first.length : sorted.length;
  const chosen = [...first, ...sorted.filter((role) => !first.includes(role)).slice(0, room)];
  const shown = sorted.filter((role) => chosen.includes(role));
  const others = roles.filter((role) => !shown.includes(role));
  const rest = others.reduce((sum, role) => sum + count(role), 0);
  /** @type {import("../hundred.js").Group[]} */
  const groups = shown.map((role) => ({
    name: textInline(role.name, stage),
    count: count(role),
    words: countWords(count(role), role.p_best_product ?? 0, stage),
  }));
  if (rest > 0)
    groups.push({ name: say("roles-others", { count: others.length }), count: rest, words: say.whole(rest) });
  return [hundredGroups(groups, stage), node("p", { class: "small" }, say("dots-legend")), elsewhereLine(match, stage)];
}

/** How many steps come first for somebody whom no role fits yet. */
const mostSteps = 3;

/** The role that the person is nearest to, where none fits yet. @param {Match | null} match */
function nearestRole(match) {
  const floor = match?.verdict.code === "none-yet" && match.verdict.floor;
  return floor ? match?.roles.find(({ role }) => role === floor.role) : undefined;
}

/**
 * The skills that the first roles need more of come first; before them, where no role fits yet, the must-haves of the
 * nearest that are not met.
 * @param {FullReport} report
 * @param {RoleReport[]} roles
 */
function learnLines({ learn, match }, roles) {
  const nearest = nearestRole(match);
  const open = match && nearest ? floorsOf(nearest, match).filter(({ must_have }) => must_have !== "met") : [];
  const first = nearest ? [nearest, ...roles] : roles;
  const wanted = match ? [...open, ...first.flatMap((role) => gapsOf(role, match))].map(({ skill }) => skill) : [];
  const rank = (/** @type {string} */ skill) => (wanted.includes(skill) ? wanted.indexOf(skill) : wanted.length);
  return [...learn].sort((a, b) => rank(a.skill) - rank(b.skill));
}

/** Where the skills are of no catalogue of roles. @param {FullReport} report @param {Stage} stage */
function skillsSentence({ order, skills }, stage) {
  const { say } = stage;
  const top = skills.filter(({ skill }) => order[0]?.includes(skill)).map(({ name }) => textInline(name, stage));
  return top.length
    ? say.parts("sentence-many", { skills: say.list(top), count: top.length })
    : say("sentence-too-few");
}

/** @type {import("../../types.d.ts").PartsOf} */
export function manyParts(report, _ranked, _answers, plain) {
  const { match, skills } = report;
  const { say } = plain;
  const types = new Map(plain.quiz.items.map(({ id, type }) => [id, type]));
  const stage = { ...plain, said: saidSkills(skills, ({ item }) => types.get(item)) };
  const roles = match && match.verdict.code !== "not-enough-evidence" ? cardRoles(match) : [];
  const named = match && namedRoles(match).length > 0;
  const learn = learnLines(report, roles);
  const nearest = nearestRole(match);
  const steps = nearest ? learn.splice(0, mostSteps) : [];
  const week = nearest ? undefined : learn.shift();
  return {
    sentence: match ? verdictSentence(match, stage) : skillsSentence(report, stage),
    first: [
      match &&
        !named && [node("div", { class: "lead" }, withoutRoles(report, match, stage)), wayOn(report, match, stage)],
      nearest &&
        firstSteps(say.parts("steps-towards", { role: textInline(nearest.name, stage) }), steps, report, stage),
      named && hiredAs(match, stage),
      signsLine(report, stage),
      named && profilesPicture(match, roles, stage),
    ],
    cards: [match && roles.map((role) => roleCard(role, match, stage)), weekCard(week, stage)],
    depth: [
      barsPart(report, stage),
      behavioursPart(
        skills.flatMap(({ behaviours }) => behaviours),
        stage,
      ),
    ],
    folds: [levelsFold(report, stage), match && sideBySide(match, stage), match && surerFold(report, match, stage)],
    learn,
  };
}
