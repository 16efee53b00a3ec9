// How far the quiz has been tested: its grade, and what its author states for that grade.
import { node } from "./dom.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */

/** The grade, what was done for it, and that nobody checked. @param {Stage} stage @returns {Child} */
export function gradeWords(stage) {
  const { quiz: { grade, note }, say } = stage;
  return [
    node("b", {}, say("grade", { grade, name: say(/** @type {"grade-0"} */ (`grade-${grade}`)) })), " ",
    textInline(note, stage), grade > 0 && ` ${say("grade-stated")}`,
  ];
}

/** What the author states, one line each. @param {import("../types.d.ts").Report} report @param {Stage} stage */
export function statedList({ measurement }, stage) {
  const { quiz: { grade, stated: { experts, people, reliability, fit, study } }, say } = stage;
  return grade > 0 && node("ul", { class: "stated" }, [
    experts && say.parts("stated-experts", { count: experts.count, roles: textInline(experts.roles, stage), agreement: experts.agreement }),
    people !== null && say("stated-people", { count: people }),
    reliability !== null && say("stated-reliability", { reliability }),
    measurement && say("stated-sem", { sem: measurement.sem, change: measurement.reliable_change }),
    fit && say.parts("stated-fit", { words: textInline(fit, stage) }),
    study && say.parts("stated-study", { words: textInline(study, stage) }),
  ].map((line) => line && node("li", {}, line)));
}
