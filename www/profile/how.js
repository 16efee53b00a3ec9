// How it was worked out, how far to trust it, and whose data it rests on.
import { disclosure, node } from "../shared/dom.js";
import { assumedWords, repeatNode } from "../view/pulls.js";
import { textInline, textPlain } from "../view/text.js";
import { rawButton } from "./bar.js";
import { foldNode } from "./parts.js";

/** @param {import("../types.d.ts").Profile} profile */
export function howPart({ results, match, catalogue, stage }) {
  const { say } = stage;
  const report = results.find((one) => one.report)?.report;
  const quizzes = results.filter(({ newest }) => newest);
  const trees = [...catalogue.attributions, ...quizzes.flatMap((saved) => saved.stage.quiz.attributions)];
  const once = trees.filter(
    (tree, index) => trees.findIndex((other) => textPlain(other) === textPlain(tree)) === index,
  );
  return foldNode(
    "how",
    say("my-how-title"),
    stage,
    0,
    node("p", {}, node("b", {}, say("not-for-hiring")), " ", say("not-for-hiring-why")),
    node("p", {}, say("my-how-joined")),
    match && node("p", {}, say("my-how-roles")),
    disclosure(
      say("how-more"),
      report && node("p", {}, say("how-levels", assumedWords(report))),
      quizzes.map(({ quiz, version, report }) => repeatNode({ quiz, version, seed: report?.seed }, stage)),
    ),
    node("p", {}, node("a", { href: stage.method }, say("how-method"))),
    node("p", {}, node("a", { href: stage.base }, say("my-how-catalogue"))),
    once.map((tree) => node("p", { class: "small" }, textInline(tree, stage))),
    node("div", { class: "actions kept" }, rawButton(say)),
  );
}
