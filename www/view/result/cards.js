// The three cards of a result: the strongest choice, what to try this week, and what to look at again.
import { answerWords, optionMarks } from "../../kinds/answer.js";
import { headingNode, node } from "../../shared/dom.js";
import { apart, textInline, textStart } from "../text.js";
import { favoured, improvable } from "./ranked.js";

/** @typedef {import("../../types.d.ts").Answer} Answer */
/** @typedef {import("../../types.d.ts").Stage} Stage */
/** @typedef {import("../../types.d.ts").Child} Child */
/** @typedef {import("./ranked.js").Ranked} Ranked */

/** An answer that counts for as much as this needs no second look. */
const goodEnough = 3.5;

/** @param {"strong" | "week" | "look"} kind @param {Stage} stage @param {Child[]} words */
export function cardNode(kind, stage, ...words) {
  return node("div", { class: "card", "data-card": kind }, headingNode(stage, 1, stage.say(`card-${kind}`)), words);
}

/**
 * An answer by its question's first words, what was chosen and what that counts for.
 * @param {"strong" | "look"} kind
 * @param {Ranked} ranked
 * @param {Answer} answer
 * @param {Stage} stage
 */
function choiceCard(kind, ranked, answer, stage) {
  const { say, quiz } = stage;
  const { item, value } = ranked;
  const option = favoured(ranked, answer);
  const mark = option && optionMarks(item, answer, stage).get(option.id);
  return cardNode(
    kind,
    stage,
    node(
      "p",
      { class: "small" },
      say("question-n", { n: quiz.items.indexOf(item) + 1 }),
      " ",
      textStart(item.situation ?? item.prompt, stage, 70),
    ),
    node(
      "p",
      {},
      node("b", {}, say(option ? "you-chose" : "your-answer")),
      " ",
      option ? textInline(option.text, stage) : answerWords(item, answer, stage),
      mark && mark !== say("chosen") && apart(" (", mark, ")"),
    ),
    node(
      "p",
      { class: "small" },
      kind === "strong" && option?.why && [textInline(option.why, stage), " "],
      say("answer-counts", { level: say.level(value) }),
    ),
    kind === "look" && node("button", { type: "button", class: "link", "data-look": item.id }, say("look-see")),
  );
}

/** @param {Ranked[]} ranked @param {Map<string, Answer>} answers @param {Stage} stage */
export function choiceCards(ranked, answers, stage) {
  const card = (/** @type {"strong" | "look"} */ kind, /** @type {Ranked | undefined} */ one) =>
    one && choiceCard(kind, one, answers.get(one.item.id) ?? null, stage);
  // Of those that count least, one that gives reasons.
  const open = improvable(ranked, answers);
  const last = open.find(({ value }) => value < goodEnough && value === open.at(-1)?.value);
  return { strong: card("strong", ranked[0]), look: card("look", last === ranked[0] ? undefined : last) };
}
