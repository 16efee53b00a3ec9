// Words for levels and roles that several views say.
import { node } from "./dom.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/** The name of a level. @param {number} level 0 to 4 @param {Stage} stage */
export function levelName(level, { say }) {
  return say(/** @type {"level-0"} */ (`level-${level}`));
}

/** @param {{ name: import("../types.d.ts").Tree, archetype: boolean }} role @param {Stage} stage */
export function roleName({ name, archetype }, stage) {
  return [textInline(name, stage), archetype && [" ", node("span", { class: "tag" }, stage.say("archetype"))]];
}

/** A level that a role asks for. @param {number} level @param {Stage} stage */
export function needWords(level, stage) {
  const { say } = stage;
  if (Number.isInteger(level)) return say("need", { level, name: levelName(level, stage) });
  return say("need-between", { level, from: levelName(Math.floor(level), stage), to: levelName(Math.ceil(level), stage) });
}
