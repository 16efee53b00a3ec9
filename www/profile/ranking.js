// The roles, words first: groups instead of ranks, natural frequencies, and the reasons behind each.
import { disclosure, node, tableNode } from "../shared/dom.js";
import { countWords, dotsPicture, outOfHundred } from "../view/hundred.js";
import { roleName } from "../view/level-words.js";
import { textBlocks, textInline } from "../view/text.js";
import { explanation } from "./explain.js";
import { lazily, partNode, skillList, skillName, skillOf, subheading } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").RoleReport} RoleReport */
/** @typedef {import("../types.d.ts").Key} Key */

/** How many skills a line names. */
const mostNamed = 4;
/** The must-haves that are told, under the words for their state. */
const told = /** @type {const} */ ([
  ["missed", "my-missed"],
  ["uncertain", "my-uncertain"],
  ["unknown", "my-floors-unknown"],
]);

/** Of 100 profiles, how many each role fits best. @param {Match} match */
export function bestCounts({ roles }) {
  const counts = outOfHundred(roles.map(({ p_best }) => p_best));
  return new Map(roles.map(({ role }, index) => [role, counts[index]]));
}

/**
 * Whether the level shown reaches what a role needs.
 * @param {string} id
 * @param {RoleReport} role
 * @param {Profile} profile
 */
function reaches(id, { contributions }, profile) {
  const need = contributions.find(({ skill }) => skill === id)?.need ?? 0;
  return (skillOf(profile, id)?.known?.level ?? 0) >= need;
}

/** @param {RoleReport} role @param {Profile} profile */
function reasons(role, profile) {
  const {
    explained,
    stage: { say },
  } = profile;
  const why = explained?.roles.find((one) => one.role === role.role);
  const strengths = why?.strengths ?? [];
  const gaps = why?.gaps.filter(({ skill }) => !reaches(skill, role, profile)) ?? [];
  const named = (/** @type {{ skill: string }[]} */ list) =>
    skillList(
      profile,
      list.slice(0, mostNamed).map(({ skill }) => skill),
    );
  const floors = (/** @type {typeof told[number]} */ [state, key]) => {
    const some = role.contributions.filter(({ must_have }) => must_have === state);
    return (
      some.length > 0 &&
      node(
        "p",
        { class: "doubt" },
        say.parts(key, {
          skills: say.list(
            some.map(({ skill, floor }) =>
              say.parts("my-floor", { skill: skillName(profile, skill), floor: say.whole(floor ?? 0) }),
            ),
          ),
        }),
      )
    );
  };
  return node(
    "div",
    { class: "reasons" },
    strengths.length > 0 && node("p", {}, say.parts("my-carried", { skills: named(strengths) })),
    gaps.length > 0 && node("p", {}, say.parts("my-short", { skills: named(gaps) })),
    told.map(floors),
  );
}

/** @param {RoleReport} role @param {number} count @param {Profile} profile */
function roleRow(role, count, profile) {
  const { match, catalogue, stage } = profile;
  const { say } = stage;
  const note = catalogue.roles.find((one) => one.role === role.role)?.note;
  const near = Math.round(role.p_near_best * 100);
  return node(
    "li",
    { class: "role", "data-role": role.role },
    node(
      "div",
      { class: "shares" },
      dotsPicture(count, stage),
      node(
        "p",
        { class: "count" },
        say.parts("my-best-of", { n: node("b", {}, countWords(count, role.p_best, stage)) }),
      ),
      node("p", { class: "small" }, say("my-near-of", { n: countWords(near, role.p_near_best, stage) })),
    ),
    node(
      "div",
      { class: "told" },
      node("h4", { class: "h2" }, roleName(role, stage)),
      node("p", { class: "small" }, textInline(role.about, stage)),
      reasons(role, profile),
    ),
    match && lazily(say("my-why"), () => explanation(role, match, profile), "reason"),
    note && lazily(say("my-note"), () => textBlocks(note, stage), "reason"),
  );
}

/**
 * Those in front, those nearly as good, the others.
 * @param {Match} match
 * @returns {{ key: Key, roles: RoleReport[] }[]}
 */
function groups({ verdict, roles }) {
  const front = roles.filter(({ role }) => verdict.roles.includes(role));
  const others = roles.filter((role) => !front.includes(role));
  // Where no role fits, what matters is how near each is.
  if (!front.length)
    return [
      { key: "my-group-none-yet", roles: [...roles].sort((a, b) => a.p_must_have_missed - b.p_must_have_missed) },
    ];
  const also = others.filter(({ also_good }) => also_good);
  const rest = others.filter((role) => !also.includes(role));
  return [
    { key: /** @type {Key} */ (`my-group-${verdict.code}`), roles: front },
    { key: /** @type {const} */ ("my-group-also"), roles: also },
    { key: /** @type {const} */ ("my-group-rest"), roles: rest },
  ].filter((group) => group.roles.length > 0);
}

/** @param {Match} match @param {Profile} profile */
export function rankingPart(match, profile) {
  const { stage } = profile;
  const { say } = stage;
  const counts = bestCounts(match);
  const hundred = (/** @type {number} */ share) => countWords(Math.round(share * 100), share, stage);
  return partNode(
    "roles",
    "my-roles-title",
    stage,
    node("p", {}, say("my-roles-lead")),
    groups(match).map(({ key, roles }) =>
      node(
        "div",
        { class: roles.every(({ role }) => match.verdict.roles.includes(role)) ? "group front" : "group" },
        subheading(stage, say(key)),
        node(
          "ul",
          { class: "roles" },
          roles.map((role) => roleRow(role, counts.get(role.role) ?? 0, profile)),
        ),
      ),
    ),
    disclosure(
      say("my-roles-table"),
      tableNode(
        say("my-roles-caption"),
        [say("role"), say("others-best"), say("others-near"), say("others-missed")],
        match.roles.map((role) => [
          roleName(role, stage),
          countWords(counts.get(role.role) ?? 0, role.p_best, stage),
          hundred(role.p_near_best),
          hundred(role.p_must_have_missed),
        ]),
      ),
    ),
  );
}
