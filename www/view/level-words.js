// Words for levels and roles that several views say.
import { node } from "../shared/dom.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */
/** The whole levels nearest to the ends of a band. @typedef {{ from: number, to: number }} Reach */

/** A level as it is shown, and compared with what is shown beside it: on the scale, in tenths. @param {number} level */
export function shownLevel(level) {
  return Math.round(Math.min(4, Math.max(0, level)) * 10) / 10;
}

/**
 * A number that a test can find.
 * @param {"level" | "low" | "high" | "spread"} kind
 * @param {number} level
 * @param {{ say: import("../types.d.ts").Say }} stage
 */
export function levelNumber(kind, level, { say }) {
  return node("span", { [`data-${kind}`]: true }, say.level(kind === "spread" ? level : shownLevel(level)));
}

/** The name of a level. @param {number} level 0 to 4 @param {Stage} stage */
export function levelName(level, { say }) {
  return say(/** @type {"level-0"} */ (`level-${level}`));
}

/**
 * The name of the level; where the band crosses a boundary, the two between which it lies.
 * @param {Reach} reach
 * @param {Stage} stage
 */
export function reachName({ from, to }, stage) {
  return from === to
    ? levelName(from, stage)
    : stage.say("level-between", { from: levelName(from, stage), to: levelName(to, stage) });
}

/** @param {{ name: import("../types.d.ts").Tree, archetype: boolean }} role @param {Stage} stage */
export function roleName({ name, archetype }, stage) {
  return [textInline(name, stage), archetype && [" ", node("span", { class: "tag" }, stage.say("archetype"))]];
}

/** A level that a role asks for. @param {number} level @param {Stage} stage */
export function needWords(level, stage) {
  const { say } = stage;
  if (Number.isInteger(level)) return say("need", { level, name: levelName(level, stage) });
  return say("need-between", {
    level,
    from: levelName(Math.floor(level), stage),
    to: levelName(Math.ceil(level), stage),
  });
}
