// All questions with the answers given, a line each, before the result: first the way to that, then what was skipped.
import { answerWords } from "../kinds/answer.js";
import { actionButton, headingNode, node } from "../shared/dom.js";
import { lettersStart, textStart } from "./text.js";

/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Stage} Stage */

/** Letters of a question and of an answer, to recognise them by. */
const most = 60;

/** An answer on one line. @param {import("../types.d.ts").ItemView} item @param {Answer} answer @param {Stage} stage */
function shortAnswer(item, answer, stage) {
  const whole = node("div", {}, answerWords(item, answer, stage));
  // Of what is in groups, each group before the first of it.
  const group = (/** @type {Element} */ line) =>
    !line.previousElementSibling && line.parentElement?.previousElementSibling?.textContent;
  const lines = [...whole.querySelectorAll("li")].map((line) =>
    [group(line), line.textContent].filter(Boolean).join(": "),
  );
  return node("bdi", { lang: stage.quiz.language }, lettersStart(lines.join("; ") || (whole.textContent ?? ""), most));
}

/**
 * @param {Map<string, Answer>} answers
 * @param {Stage} stage
 * @param {string[]} [quick] items to look at before the others
 * @returns {import("../types.d.ts").Screen}
 */
export function drawReview(answers, stage, quick = []) {
  const { quiz, say } = stage;
  const lines = quiz.items.map((item, index) => ({ item, n: index + 1, answer: answers.get(item.id) ?? null }));
  const line = (/** @type {typeof lines[0]} */ { item, n, answer }) =>
    node(
      "li",
      {},
      node("span", { class: "n" }, say.whole(n)),
      node(
        "div",
        {},
        node("p", { class: "asked" }, textStart(item.situation ?? item.prompt, stage, most)),
        answer !== null && node("p", { class: "given" }, shortAnswer(item, answer, stage)),
      ),
      actionButton("change", say(answer === null ? "answer-now" : "change"), {
        class: "link",
        "data-item": item.id,
        "aria-label": say(answer === null ? "answer-of" : "change-of", { n }),
      }),
    );
  const part = (/** @type {import("../types.d.ts").Key} */ title, /** @type {typeof lines} */ some) =>
    some.length > 0 && [
      headingNode(stage, 1, say(title, { count: some.length })),
      node("ol", { class: "answers", role: "list" }, some.map(line)),
    ];
  const given = lines.filter(({ answer }) => answer !== null);
  const hurried = new Set(quick);
  const isQuick = (/** @type {typeof lines[0]} */ { item }) => hurried.has(item.id);
  const heading = headingNode(stage, 0, say("review-title"));
  const section = node(
    "section",
    { "data-screen": "review" },
    node("div", { class: "top" }, actionButton("back", say("back"))),
    heading,
    node("p", { class: "lead" }, say("review-count", { given: given.length, count: lines.length })),
    node("div", { class: "actions" }, actionButton("finish", say("finish"), { class: "main" })),
    part("review-quick", given.filter(isQuick)),
    part(
      "review-skipped",
      lines.filter(({ answer }) => answer === null),
    ),
    part(
      "review-given",
      given.filter((one) => !isQuick(one)),
    ),
  );
  return { section, heading };
}
