// Before the first question: what this is, how long, what is asked, how far to trust it.
import { actionButton, headingNode, node } from "../shared/dom.js";
import { gradeWords } from "./evidence.js";
import { textBlocks, textInline } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/** Whether to answer as one would or as one should. @param {Stage} stage */
function instructionWords({ quiz, say }) {
  const mixed = quiz.items.some(({ instruction }) => instruction !== quiz.instruction);
  return say(mixed ? "intro-mixed" : `intro-${quiz.instruction}`);
}

/** @param {Stage} stage @returns {import("../types.d.ts").Screen} */
export function drawIntro(stage) {
  const { quiz, say } = stage;
  const [low, high] = quiz.minutes;
  const heading = headingNode(stage, 0, textInline(quiz.title, stage));
  const fact = (/** @type {string} */ name, /** @type {import("../types.d.ts").Child[]} */ ...words) =>
    node("div", {}, node("dt", {}, name), node("dd", {}, words));
  const section = node(
    "section",
    { "data-screen": "intro" },
    heading,
    node("div", { class: "lead" }, textBlocks(quiz.about, stage)),
    node(
      "dl",
      { class: "facts" },
      fact(
        say("intro-length"),
        say("questions", { count: quiz.adaptive?.max ?? quiz.items.length }),
        quiz.minutes.length > 0 &&
          `, ${low === high ? say("minutes", { count: high }) : say("minutes-range", { low, count: high })}`,
      ),
      fact(say("intro-asked"), instructionWords(stage)),
      fact(say("intro-evidence"), gradeWords(stage)),
      fact(say("intro-privacy"), say("privacy")),
    ),
    node("div", { class: "actions" }, actionButton("start", say("start"), { class: "main" })),
    (quiz.author ?? quiz.licence) &&
      node(
        "p",
        { class: "small" },
        quiz.author && textInline(quiz.author, stage),
        quiz.author && quiz.licence && " · ",
        quiz.licence && textInline(quiz.licence, stage),
      ),
  );
  return { section, heading };
}
