// All questions with the answers given, before the result.
import { answerWords } from "../kinds/answer.js";
import { actionButton, headingNode, node } from "../shared/dom.js";
import { textStart } from "./text.js";

/** @typedef {import("../types.d.ts").Answer} Answer */

/**
 * @param {Map<string, Answer>} answers
 * @param {import("../types.d.ts").Stage} stage
 * @returns {import("../types.d.ts").Screen}
 */
export function drawReview(answers, stage) {
  const { quiz, say } = stage;
  const given = quiz.items.filter(({ id }) => (answers.get(id) ?? null) !== null).length;
  const heading = headingNode(stage, 0, say("review-title"));
  const section = node(
    "section",
    { "data-screen": "review" },
    node("div", { class: "top" }, actionButton("back", say("back"))),
    heading,
    node("p", { class: "lead" }, say("review-count", { given, count: quiz.items.length }), " ", say("review-lead")),
    node(
      "ol",
      { class: "answers" },
      quiz.items.map((item, index) =>
        node(
          "li",
          {},
          node(
            "div",
            {},
            node("p", { class: "asked" }, textStart(item.prompt, stage)),
            node("div", { class: "given" }, answerWords(item, answers.get(item.id), stage)),
          ),
          actionButton("change", say("change"), {
            "data-item": item.id,
            "aria-label": say("change-of", { n: index + 1 }),
          }),
        ),
      ),
    ),
    node("div", { class: "actions" }, actionButton("finish", say("finish"), { class: "main" })),
  );
  return { section, heading };
}
