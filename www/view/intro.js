// Before the first question: what this is, how long, what is asked, and Start; how far to trust it is folded below.
import { actionButton, disclosure, headingNode, node } from "../shared/dom.js";
import { gradeWords } from "./evidence.js";
import { firstSentence } from "./sentences.js";
import { textBlocks, textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/** How many questions, how long, and where the answers stay. @param {Stage} stage */
function lengthWords({ quiz, say }) {
  const [low, high = low] = quiz.minutes;
  return [
    quiz.adaptive
      ? say("questions-at-most", { count: quiz.adaptive.max })
      : say("questions", { count: quiz.items.length }),
    low !== undefined && say(low === high ? "minutes" : "minutes-range", { low, count: high }),
    say("on-device"),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Whether to answer as one would or as one should; what is counted is sorted. @param {Stage} stage */
function instructionWords({ quiz, say }) {
  if (!quiz.skills.length) return say("intro-counted");
  const mixed = quiz.items.some(({ instruction }) => instruction !== quiz.instruction);
  return say(mixed ? `intro-mixed-${quiz.instruction}` : `intro-${quiz.instruction}`);
}

/** @param {Stage} stage @returns {import("../types.d.ts").Screen} */
export function drawIntro(stage) {
  const { quiz, say } = stage;
  const heading = headingNode(stage, 0, textInline(quiz.title, stage));
  const [lead, rest] = firstSentence(quiz.about);
  const by = [quiz.author, quiz.licence].filter((words) => words !== null);
  const section = node(
    "section",
    { class: "intro", "data-screen": "intro" },
    heading,
    node("div", { class: "lead" }, textBlocks(lead, stage)),
    node("p", { class: "length" }, lengthWords(stage)),
    node("p", { class: "small" }, instructionWords(stage)),
    node("div", { class: "actions" }, actionButton("start", say("start"), { class: "main" })),
    disclosure(say(quiz.grade ? "evidence-some" : "evidence-none"), node("p", {}, gradeWords(stage))),
    disclosure(say("intro-more"), textBlocks(rest, stage), node("p", {}, say("privacy"))),
    by.length > 0 &&
      node(
        "p",
        { class: "small by" },
        by.map((words, at) => [at > 0 && " · ", textInline(words, stage)]),
      ),
  );
  return { section, heading };
}
