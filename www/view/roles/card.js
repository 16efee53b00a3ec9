// A role beside what the person brings: what they bring, what they would learn, what to check first.
import { headingNode, node } from "../../shared/dom.js";
import { levelNumber } from "../level-words.js";
import { textInline } from "../text.js";
import { floorsOf, floorWords, gapsOf, needsOf } from "../verdict.js";

/** @typedef {import("../../types.d.ts").Match} Match */
/** @typedef {import("../../types.d.ts").RoleReport} RoleReport */
/** @typedef {import("../../types.d.ts").Stage} Stage */
/** @typedef {import("../../types.d.ts").Child} Child */
/** @typedef {import("../verdict.js").Need} Need */

/** How many skills a card lists each way. */
const mostSkills = 3;

/** A skill with the level shown and the level asked for. @param {Need} need @param {Stage} stage */
function against({ skill, name, level, need }, stage) {
  const { say } = stage;
  return [
    textInline(name, stage),
    " ",
    node(
      "span",
      { class: "small", "data-skill": skill },
      say.parts("level-need", { level: levelNumber("level", level ?? 0, stage), need: say.whole(need) }),
    ),
  ];
}

/** @param {RoleReport} role @param {Match} match @param {Stage} stage */
export function roleCard(role, match, stage) {
  const { say } = stage;
  const carrying = needsOf(role, match)
    .filter(({ carries }) => carries)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostSkills)
    .map((need) => against(need, stage));
  const row = (/** @type {"bring" | "learn" | "check"} */ kind, /** @type {Child[]} */ lines) =>
    lines.length > 0 &&
    node(
      "div",
      { "data-row": kind },
      node("dt", {}, say(`card-${kind}`)),
      lines.map((line) => node("dd", {}, line)),
    );
  return node(
    "article",
    { class: "card", "data-role": role.role },
    headingNode(stage, 1, textInline(role.name, stage)),
    node("p", { class: "small about" }, textInline(role.about, stage)),
    node(
      "dl",
      {},
      row("bring", carrying.length ? carrying : [say("card-bring-none")]),
      row(
        "learn",
        gapsOf(role, match)
          .slice(0, mostSkills)
          .map((need) => against(need, stage)),
      ),
      row(
        "check",
        floorsOf(role, match).map((need) => floorWords(need, stage)),
      ),
    ),
  );
}
