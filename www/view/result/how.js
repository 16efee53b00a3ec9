// How the result was worked out, how far that has been tested, and what it is not for: folded.
import { disclosure, node } from "../../shared/dom.js";
import { gradeWords } from "../evidence.js";
import { assumedWords, repeatNode } from "../pulls.js";
import { textInline } from "../text.js";

/** @typedef {import("../../types.d.ts").FullReport} FullReport */
/** @typedef {import("../../types.d.ts").Stage} Stage */

/** @param {FullReport} report @param {Stage} stage */
export function howFold(report, stage) {
  const { say, quiz } = stage;
  return disclosure(
    say(quiz.grade ? "how-title" : "how-title-untested"),
    node("p", {}, gradeWords(stage)),
    quiz.grade > 0 && stage.whole?.statedList(report, stage),
    node("p", {}, node("b", {}, say("not-for-hiring")), " ", say("not-for-hiring-why")),
    node(
      "p",
      {},
      say(
        report.skills.some(({ error }) => error === "posterior-sd") ? "how-levels-mean" : "how-levels",
        assumedWords(report),
      ),
    ),
    quiz.adaptive && node("p", {}, say(quiz.calibrated ? "how-adaptive-calibrated" : "how-adaptive")),
    report.match && node("p", {}, say("how-roles")),
    node("p", {}, say("pulls-lead")),
    repeatNode({ quiz: quiz.id, version: quiz.version, seed: report.seed }, stage),
    stage.method &&
      node("p", {}, node("a", { href: stage.method, target: "_blank", rel: "noopener" }, say("how-method"))),
    [...quiz.attributions, ...(report.match?.attributions ?? [])].map((tree) =>
      node("p", { class: "small" }, textInline(tree, stage)),
    ),
    node("p", { class: "small" }, say("privacy")),
  );
}
