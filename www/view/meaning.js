// What one skill means in each role. A single skill tells roles apart too little to name one.
import { disclosure, node, tableNode } from "../shared/dom.js";
import { needWords, roleName, shownLevel } from "./level-words.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").Meaning} Meaning */
/** @typedef {import("../types.d.ts").Stage} Stage */

/** By the band as it is printed. @param {number} need @param {Report} report @param {Stage} stage */
function reachWords(need, { skills: [{ low, high }] }, { say }) {
  if (low === null || high === null) return say("reach-unknown");
  if (need <= shownLevel(low)) return say("reach-above");
  return say(need <= shownLevel(high) ? "reach-within" : "reach-below");
}

/** The word follows the number that stands beside it. @param {Meaning} meaning @param {Stage} stage */
function weightWords({ weight }, { say }) {
  const n = Math.round(weight * 100);
  return say(n >= 9 ? "weight-large" : n >= 5 ? "weight-middle" : "weight-small", { n });
}

/** What the one skill means in each role. @param {Report} report @param {Stage} stage */
export function meaningFold(report, stage) {
  const { say } = stage;
  if (!report.meaning.length) return null;
  const rows = report.meaning.map((meaning) => [
    [roleName(meaning, stage), meaning.text && node("div", { class: "small" }, textInline(meaning.text, stage))],
    [
      needWords(meaning.need, stage),
      meaning.floor !== null && node("div", { class: "small" }, say("must-have", { floor: say.whole(meaning.floor) })),
    ],
    weightWords(meaning, stage),
    reachWords(meaning.need, report, stage),
  ]);
  return disclosure(
    say("meaning-title"),
    node("p", {}, say("meaning-lead")),
    tableNode(say("meaning-caption"), [say("role"), say("role-needs"), say("role-weight"), say("role-reach")], rows),
    node("p", { class: "small" }, say("provenance")),
  );
}
