// The verdict of a quiz of many skills: two or three candidates side by side, with what carries each, what
// is missing, and how many of 100 profiles fit it best. Never one winner where the answers allow several.
import { actionButton, headingNode, node, tableNode } from "../shared/dom.js";
import { countWords, dotsPicture, outOfHundred } from "./hundred.js";
import { levelNumber, needWords, roleName, shownLevel } from "./level-words.js";
import { carelessSign } from "./signs.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").RoleReport} RoleReport */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Tree} Tree */
/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {import("../types.d.ts").Contribution & { name: Tree, level: number | null }} Need */

/** How many skills a card lists each way, and how many roles the first sentence names. */
const mostReasons = 4;
const mostNamed = 3;

/** @param {Match} match */
function namedRoles({ verdict, roles }) {
  return verdict.roles.flatMap((id) => roles.filter(({ role }) => role === id));
}

/** Of 100 profiles, how many each role fits best. @param {RoleReport[]} roles */
function roleCounts(roles) {
  const counts = outOfHundred(roles.map(({ p_best }) => p_best));
  return new Map(roles.map(({ role }, index) => [role, counts[index]]));
}

/**
 * What a role needs, beside the levels as they are shown; no level where none was measured.
 * @param {RoleReport} role
 * @param {Match} match
 * @returns {Need[]}
 */
function needsOf({ contributions }, match) {
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
function floorsOf(role, match) {
  return needsOf(role, match).filter(({ floor }) => floor !== null);
}

/** @param {Need} need @param {Stage} stage */
function floorWords({ name, floor, must_have }, stage) {
  const { say } = stage;
  return [
    textInline(name, stage),
    node(
      "span",
      { class: "small", "data-must-have": must_have },
      ` ${say("floor-at-least", { floor: say.whole(floor ?? 0) })}: ${say(`floor-${must_have ?? "unknown"}`)}`,
    ),
  ];
}

/** @param {Child} title @param {Child[]} lines @param {Stage} stage */
function shortList(title, lines, stage) {
  return (
    lines.length > 0 &&
    node(
      "div",
      {},
      headingNode(stage, 3, title),
      node(
        "ul",
        {},
        lines.map((line) => node("li", {}, line)),
      ),
    )
  );
}

/** @param {RoleReport} role @param {number} count @param {Match} match @param {Stage} stage */
function candidateCard(role, count, match, stage) {
  const { say } = stage;
  const carrying = needsOf(role, match)
    .filter(({ carries }) => carries)
    .sort((a, b) => b.weight - a.weight);
  const against = (/** @type {Need} */ { skill, name, level, need }) => [
    textInline(name, stage),
    " ",
    node(
      "span",
      { class: "small", "data-skill": skill },
      say.parts("level-need", { level: levelNumber("level", level ?? 0, stage), need: say.whole(need) }),
    ),
  ];
  return node(
    "article",
    { class: "card", "data-role": role.role },
    node(
      "div",
      {},
      headingNode(stage, 2, textInline(role.name, stage)),
      role.archetype && node("span", { class: "tag" }, say("archetype")),
    ),
    dotsPicture(count, stage),
    node("p", { class: "count" }, say.parts("of-hundred", { n: node("b", {}, countWords(count, role.p_best, stage)) })),
    node("p", { class: "small about" }, textInline(role.about, stage)),
    node(
      "div",
      { class: "reasons" },
      shortList(
        say("carries"),
        carrying.length ? carrying.slice(0, mostReasons).map(against) : [say("carries-none")],
        stage,
      ),
      shortList(say("gaps"), gapsOf(role, match).slice(0, mostReasons).map(against), stage),
      shortList(
        say("must-haves"),
        floorsOf(role, match).map((need) => floorWords(need, stage)),
        stage,
      ),
    ),
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
    say.list(list.slice(0, 3).map(({ name }) => textInline(name, stage)));
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

/** What would make it surer. @param {Report} report @param {Match} match @param {Stage} stage */
function surerSection(report, { verdict, skills }, stage) {
  const { say } = stage;
  const listed = (/** @type {typeof skills} */ some) => say.list(some.map(({ name }) => textInline(name, stage)));
  const helpful = skills.filter(({ skill }) => verdict.unmeasured.includes(skill));
  const missing = skills.filter(
    ({ skill, measured }) => !measured && report.skills.every((one) => one.skill !== skill),
  );
  const lines = [
    verdict.reason === "careless" && [
      say("surer-again"),
      " ",
      actionButton("review", say("surer-go"), { class: "link" }),
    ],
    report.skipped > 0 && [
      say("surer-skipped", { count: report.skipped }),
      " ",
      actionButton("review", say("surer-go"), { class: "link" }),
    ],
    helpful.length > 0 && say.parts("surer-unmeasured", { skills: listed(helpful) }),
    missing.length > 0 && say.parts("surer-missing", { skills: listed(missing) }),
    say("surer-longer"),
  ].filter(Boolean);
  return node(
    "section",
    { class: "part" },
    headingNode(stage, 1, say("surer-title")),
    node(
      "ul",
      {},
      lines.map((line) => node("li", {}, line)),
    ),
  );
}

/** @param {RoleReport[]} roles @param {Map<string, number>} counts @param {Stage} stage */
function rolesTable(roles, counts, stage) {
  const { say } = stage;
  const hundred = (/** @type {number} */ share) => countWords(Math.round(share * 100), share, stage);
  return tableNode(
    say("others-caption"),
    [say("role"), say("others-best"), say("others-near"), say("others-missed")],
    roles.map((role) => [
      roleName(role, stage),
      countWords(counts.get(role.role) ?? 0, role.p_best, stage),
      hundred(role.p_near_best),
      hundred(role.p_must_have_missed),
    ]),
  );
}

/** Where no role fits: what stands in the way of each. @param {Match} match @param {Stage} stage */
function hurdlesTable(match, stage) {
  const { say } = stage;
  const sorted = [...match.roles].sort((a, b) => a.p_must_have_missed - b.p_must_have_missed);
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

/** The sentence that the result begins with. @param {Match} match @param {Stage} stage */
export function verdictSentence(match, stage) {
  const { say } = stage;
  const named = namedRoles(match);
  const names = say.list(named.slice(0, mostNamed).map(({ name }) => textInline(name, stage)));
  const key = named.length > mostNamed ? "verdict-many" : /** @type {const} */ (`verdict-${match.verdict.code}`);
  return say.parts(key, { roles: names, count: named.length });
}

/** What the sentence means. @param {Report} report @param {Match} match @param {Stage} stage @returns {Child} */
export function verdictLead(report, match, stage) {
  const { say } = stage;
  const { verdict, roles } = match;
  if (verdict.code === "not-enough-evidence") {
    return node(
      "p",
      {},
      say("not-enough-lead", { answered: report.answered, count: report.asked.length || report.items }),
      " ",
      say(
        `not-enough-${verdict.reason === "careless" ? (carelessSign(report) ?? "evidence") : (verdict.reason ?? "evidence")}`,
      ),
    );
  }
  if (verdict.code === "none-yet") return [node("p", {}, say("none-yet-lead")), nearestFloor(match, stage)];
  const counts = roleCounts(roles);
  const named = namedRoles(match).map((role) =>
    say.parts("lead-count", {
      n: countWords(counts.get(role.role) ?? 0, role.p_best, stage),
      role: textInline(role.name, stage),
    }),
  );
  return [
    node("p", {}, say.parts("lead-hundred", { counts: say.list(named) })),
    node("p", {}, say(`lead-${verdict.code}`)),
  ];
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

/**
 * The candidates, what tips it, the other roles, what would make it surer.
 * @param {Report} report
 * @param {Match} match
 * @param {Stage} stage
 * @returns {Child}
 */
export function verdictSection(report, match, stage) {
  const { say } = stage;
  const { verdict, roles } = match;
  const surer = surerSection(report, match, stage);
  // Without evidence a ranking would be a guess in a table's clothes.
  if (verdict.code === "not-enough-evidence") return surer;
  const named = namedRoles(match);
  if (!named.length) {
    return [
      node("section", { class: "part" }, headingNode(stage, 1, say("roles-none-title")), hurdlesTable(match, stage)),
      surer,
    ];
  }
  const counts = roleCounts(roles);
  const rest = roles.filter(({ role }) => !verdict.roles.includes(role));
  const alsoGood = rest.filter((role) => role.also_good);
  const [first, second = rest[0]] = named;
  return [
    node(
      "section",
      { class: "part" },
      headingNode(stage, 1, say("roles-title")),
      node("p", { class: "small" }, say("dots-legend")),
      named.length > 1 &&
        node(
          "p",
          { class: "tie" },
          say("roles-tied", {
            count: named.length,
            n: named.reduce((sum, { role }) => sum + (counts.get(role) ?? 0), 0),
          }),
        ),
      node(
        "div",
        { class: "cards" },
        named.map((role) => candidateCard(role, counts.get(role.role) ?? 0, match, stage)),
      ),
      second && tippingWords(first, second, match, stage),
      alsoGood.length > 0 &&
        node("p", {}, say.parts("also-good", { roles: say.list(alsoGood.map((role) => roleName(role, stage))) })),
      rest.length > 0 && rolesTable(rest, counts, stage),
    ),
    surer,
  ];
}
