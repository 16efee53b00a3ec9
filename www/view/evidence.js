// How far the quiz has been tested: its grade.
import { node } from "../shared/dom.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */

/** The grade, what was done for it, and that nobody checked. @param {Stage} stage @returns {Child} */
export function gradeWords(stage) {
  const {
    quiz: { grade, note },
    say,
  } = stage;
  return [
    node("b", {}, say("grade", { grade, name: say(/** @type {"grade-0"} */ (`grade-${grade}`)) })),
    " ",
    textInline(note, stage),
    grade > 0 && ` ${say("grade-stated")}`,
  ];
}
