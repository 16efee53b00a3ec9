// Where somebody comes from, beside them and beside a role. Typical, not them: it changes no number.
import { disclosure, node, tableNode } from "../shared/dom.js";
import { textBlocks, textInline, textPlain } from "../view/text.js";
import {
  chooser,
  foldNode,
  leadingRole,
  levelPlot,
  levelText,
  roleLabel,
  skillList,
  skillName,
  skillOf,
} from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {Profile["catalogue"]["origins"][number]} Origin */
/** @typedef {{ skill: string, need: number, weight: number, typical: number | null }} Row */

/** Levels that differ by less are alike: the typical ones are known to half a level. */
const alike = 0.5;
/** How many skills a sentence names. */
const mostNamed = 4;

/**
 * The role's skills, what weighs most first.
 * @param {Origin} origin
 * @param {string} role
 * @param {Profile} profile
 * @returns {Row[]}
 */
function rowsOf({ levels }, role, { catalogue }) {
  const needs = catalogue.roles.find((one) => one.role === role)?.needs ?? [];
  return needs
    .map(({ skill, need, weight }) => ({
      skill,
      need,
      weight,
      typical: levels.find((one) => one.skill === skill)?.level ?? null,
    }))
    .sort((a, b) => b.weight - a.weight);
}

/** @param {Origin} origin @param {Row[]} rows @param {string} role @param {Profile} profile @returns {Child} */
function sentences({ from, origin }, rows, role, profile) {
  const { say } = profile.stage;
  const line = (/** @type {import("../types.d.ts").Key} */ key, /** @type {Row[]} */ some) =>
    some.length > 0 &&
    node(
      "p",
      {},
      say.parts(key, {
        role: roleLabel(profile, role),
        skills: skillList(
          profile,
          some.slice(0, mostNamed).map(({ skill }) => skill),
        ),
      }),
    );
  const note = profile.catalogue.roles.find((one) => one.role === role)?.note;
  const typical = rows.filter((row) => row.typical !== null);
  const over = (/** @type {Row} */ { skill, typical: level }) =>
    (skillOf(profile, skill)?.known?.level ?? Number.NaN) - (level ?? Number.NaN);
  // Beyond the own spread as well as beyond half a level: else it would be told of chance.
  const clear = (/** @type {Row} */ row) =>
    Math.abs(over(row)) > Math.max(alike, skillOf(profile, row.skill)?.known?.spread ?? Number.NaN);
  return [
    line(
      "my-origin-over",
      typical.filter((row) => Number(row.typical) >= row.need),
    ),
    line(
      "my-origin-under",
      typical.filter((row) => Number(row.typical) <= row.need - alike),
    ),
    line(
      "my-origin-you-over",
      typical.filter((row) => clear(row) && over(row) > 0),
    ),
    line(
      "my-origin-you-under",
      typical.filter((row) => clear(row) && over(row) < 0),
    ),
    note &&
      node("div", { class: "note" }, node("p", {}, node("b", {}, say("my-note"))), textBlocks(note, profile.stage)),
    node("p", { class: "page" }, node("a", { href: `way-${origin}.html` }, say("my-origin-way"))),
    node("p", { class: "small" }, say.parts("my-origin-from", { from: textInline(from, profile.stage) })),
  ];
}

/** @param {Row[]} rows @param {Profile} profile */
function picture(rows, profile) {
  const { stage } = profile;
  const { say } = stage;
  const key = (/** @type {string} */ kind, /** @type {string} */ words) => node("li", { class: kind }, words);
  return node(
    "div",
    { class: "levels" },
    node(
      "ul",
      { class: "key", "aria-hidden": "true" },
      key("you", say("my-key-you")),
      key("typical", say("my-key-typical")),
      key("need", say("my-key-need")),
    ),
    node(
      "ol",
      {},
      rows.map(({ skill, need, typical }) =>
        node(
          "li",
          {},
          node("span", { class: "what" }, skillName(profile, skill)),
          levelPlot(
            skillOf(profile, skill)?.known ?? null,
            [
              { kind: "need", level: need },
              ...(typical === null ? [] : [{ kind: /** @type {const} */ ("typical"), level: typical }]),
            ],
            stage,
          ),
          node(
            "span",
            { class: "small" },
            say("my-origin-line", {
              you: levelText(skillOf(profile, skill), stage),
              typical: typical === null ? say("my-no-number") : say.whole(typical),
              need: say.whole(need),
            }),
          ),
        ),
      ),
    ),
  );
}

/** @param {Profile} profile @param {(origin: string | null) => void} chosen saves the choice */
export function originPart(profile, chosen) {
  const { catalogue, stage } = profile;
  const { say } = stage;
  let [origin, role] = [profile.origin ?? "", leadingRole(profile)];
  const out = node("div", { class: "side" });
  const draw = () => {
    const one = catalogue.origins.find((other) => other.origin === origin);
    if (!one) return out.replaceChildren();
    const rows = rowsOf(one, role, profile);
    const name = textPlain(catalogue.roles.find((other) => other.role === role)?.name ?? one.name);
    const kids = [
      sentences(one, rows, role, profile),
      picture(rows, profile),
      disclosure(
        say("my-skill-table"),
        tableNode(
          say("my-origin-caption", { origin: textPlain(one.name), role: name }),
          [say("skill"), say("my-typical"), say("my-you"), say("my-needs-of", { role: name })],
          rows.map(({ skill, need, typical }) => [
            skillName(profile, skill),
            typical === null ? say("my-no-number") : say.whole(typical),
            levelText(skillOf(profile, skill), stage),
            say.whole(need),
          ]),
        ),
      ),
    ];
    out.replaceChildren(.../** @type {Node[]} */ (kids.flat(9).filter(Boolean)));
  };
  draw();
  const origins = [
    { id: "", name: say("my-origin-none") },
    ...catalogue.origins.map((one) => ({ id: one.origin, name: textPlain(one.name) })),
  ];
  const roles = catalogue.roles.map((one) => ({ id: one.role, name: textPlain(one.name) }));
  return foldNode(
    "origin",
    say("my-origin-title"),
    stage,
    0,
    node("p", {}, say("my-origin-lead")),
    node(
      "div",
      { class: "choosers" },
      chooser(
        say("my-origin"),
        origins,
        origin,
        stage,
        (id) => {
          origin = id;
          draw();
          chosen(id || null);
        },
        "origin",
      ),
      chooser(
        say("my-plan-role"),
        roles,
        role,
        stage,
        (id) => {
          role = id;
          draw();
        },
        "origin-role",
      ),
    ),
    out,
  );
}
