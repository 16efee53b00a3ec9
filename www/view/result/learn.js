// What to learn: the first line as a thing to do this week, or the first of them as steps towards a role; the rest folded.
import { between, disclosure, headingNode, node } from "../../shared/dom.js";
import { textInline } from "../text.js";
import { cardNode } from "./cards.js";

/** @typedef {import("../../types.d.ts").FullReport} FullReport */
/** @typedef {import("../../types.d.ts").Stage} Stage */
/** @typedef {import("../../types.d.ts").Child} Child */
/** @typedef {FullReport["learn"][number]} Line */
/** @typedef {Pick<Line, "text" | "minutes" | "leaves"> & { days?: number | null }} Task */

/** What to do, how long it takes and what it leaves. @param {Task} task @param {Stage} stage */
export function lineWords({ text, minutes, days, leaves }, stage) {
  const { say } = stage;
  const more = [
    minutes !== null && say("minutes", { count: minutes }),
    days ? say("days", { count: days }) : null,
    leaves && say.parts("learn-leaves", { what: textInline(leaves, stage) }),
  ].filter(Boolean);
  return [textInline(text, stage), more.length > 0 && node("div", { class: "small first" }, between("; ", more))];
}

/** @param {Line | undefined} line @param {Stage} stage */
export function weekCard(line, stage) {
  return line && cardNode("week", stage, lineWords(line, stage));
}

/** @param {Line[]} learn @param {FullReport} report @param {Stage} stage */
function linesOf(learn, { skills }, stage) {
  const name = (/** @type {Line} */ { skill }) =>
    skills.length > 1 &&
    skills.filter((one) => one.skill === skill).map((one) => node("b", {}, textInline(one.name, stage), ": "));
  return learn.map((line) => node("li", {}, name(line), lineWords(line, stage)));
}

/**
 * The first steps towards something.
 * @param {Child} heading
 * @param {Line[]} learn
 * @param {FullReport} report
 * @param {Stage} stage
 */
export function firstSteps(heading, learn, report, stage) {
  return (
    learn.length > 0 &&
    node(
      "section",
      { class: "part", "data-steps": learn.length },
      headingNode(stage, 1, heading),
      node("ol", { class: "learn" }, linesOf(learn, report, stage)),
    )
  );
}

/** @param {Line[]} learn those that stand nowhere else @param {FullReport} report @param {Stage} stage */
export function learnFold(learn, report, stage) {
  return (
    learn.length > 0 &&
    disclosure(stage.say("learn-title"), node("ul", { class: "learn" }, linesOf(learn, report, stage)))
  );
}
