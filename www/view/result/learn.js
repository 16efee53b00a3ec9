// What to learn: the first line as a thing to do this week, all of them folded.
import { disclosure, node } from "../../shared/dom.js";
import { textInline, textPlain } from "../text.js";
import { cardNode } from "./cards.js";

/** @typedef {import("../../types.d.ts").FullReport} FullReport */
/** @typedef {import("../../types.d.ts").Stage} Stage */
/** @typedef {FullReport["learn"][number]} Line */
/** @typedef {Pick<Line, "text" | "minutes" | "leaves"> & { days?: number | null }} Task */

/** What to do, how long it takes and what it leaves. @param {Task} task @param {Stage} stage */
export function lineWords({ text, minutes, days, leaves }, stage) {
  const { say } = stage;
  const more = [
    minutes !== null && say("minutes", { count: minutes }),
    days && say("days", { count: days }),
    leaves && say("learn-leaves", { what: textPlain(leaves) }),
  ].filter(Boolean);
  return [textInline(text, stage), more.length > 0 && node("div", { class: "small first" }, more.join("; "))];
}

/** @param {Line | undefined} line @param {Stage} stage */
export function weekCard(line, stage) {
  return line && cardNode("week", stage, lineWords(line, stage));
}

/** @param {Line[]} learn @param {FullReport} report @param {Stage} stage */
export function learnFold(learn, { skills }, stage) {
  const name = (/** @type {Line} */ { skill }) =>
    skills.length > 1 &&
    skills.filter((one) => one.skill === skill).map((one) => node("b", {}, textInline(one.name, stage), ": "));
  return (
    learn.length > 1 &&
    disclosure(
      stage.say("learn-title"),
      node(
        "ul",
        { class: "learn" },
        learn.map((line) => node("li", {}, name(line), lineWords(line, stage))),
      ),
    )
  );
}
