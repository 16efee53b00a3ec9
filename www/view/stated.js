// What the author of a quiz of grade 1 or more states for that grade.
import { node } from "../shared/dom.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/** What the author states, one line each. @param {import("../types.d.ts").Report} report @param {Stage} stage */
export function statedList({ measurement }, stage) {
  const {
    quiz: {
      stated: { experts, people, reliability, fit, study },
    },
    say,
  } = stage;
  return node(
    "ul",
    { class: "stated" },
    [
      experts &&
        say.parts("stated-experts", {
          count: experts.count,
          roles: textInline(experts.roles, stage),
          agreement: experts.agreement,
        }),
      people !== null && say("stated-people", { count: people }),
      reliability !== null && say("stated-reliability", { reliability }),
      measurement && say("stated-sem", { sem: measurement.sem, change: measurement.reliable_change }),
      fit && say.parts("stated-fit", { words: textInline(fit, stage) }),
      study && say.parts("stated-study", { words: textInline(study, stage) }),
    ].map((line) => line && node("li", {}, line)),
  );
}
