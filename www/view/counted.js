// The result of a quiz that counts: the count as a sentence, what is said of it, the statements about which people
// differ, and what else the author says. There is no level, and none is hinted at.
import { optionMarks } from "../kinds/answer.js";
import { headingNode, node } from "../shared/dom.js";
import { apart, textBlocks, textInline } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").OptionView} Option */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * A statement about which people differ: where it was put, where the authors put it and why, and what speaks for
 * another place.
 * @param {Item} item
 * @param {Option} option
 * @param {Answer} answer
 * @param {Stage} stage
 */
function talkCard(item, { id, text, why, group, talk }, answer, stage) {
  const { say } = stage;
  const own = optionMarks(item, answer, stage).get(id);
  const heading = headingNode(stage, 2, textInline(text, stage));
  // As the headings of other cards look.
  heading.className = "h1";
  const ours = item.groups.filter((one) => one.id === group).map((one) => textInline(one.text, stage));
  return node(
    "div",
    { class: "card", "data-card": "talk" },
    heading,
    node("p", {}, node("b", {}, say(own ? "you-chose" : "your-answer")), " ", own ? apart("", own) : say("skipped")),
    node("p", {}, node("b", {}, say("we-chose")), " ", ours),
    why && node("p", { class: "small" }, textInline(why, stage)),
    talk && node("p", {}, node("b", {}, say("people-differ")), " ", textInline(talk, stage)),
  );
}

/** @param {NonNullable<import("../types.d.ts").Report["counted"]>["sections"][number]} section @param {Stage} stage */
function sectionPart({ title, lines }, stage) {
  return node(
    "section",
    { class: "part" },
    headingNode(stage, 1, textInline(title, stage)),
    node(
      "ul",
      { class: "learn" },
      lines.map((line) => node("li", {}, textInline(line, stage))),
    ),
  );
}

/** @type {import("../types.d.ts").PartsOf} */
export function countedParts({ counted, skipped }, _, answers, stage) {
  const { say, quiz } = stage;
  const { right = 0, of = 0, end = null, sections = [] } = counted ?? {};
  const talks = quiz.items.flatMap((item) =>
    item.options
      .filter(({ talk }) => talk)
      .map((option) => talkCard(item, option, answers.get(item.id) ?? null, stage)),
  );
  return {
    sentence: of ? say("counted", { right, of }) : say("counted-none"),
    first: [
      end && node("div", { class: "lead" }, textBlocks(end, stage)),
      of > 0 && skipped > 0 && node("p", { class: "lead" }, say("counted-skipped", { count: skipped })),
      node("p", { class: "small" }, say("counted-no-level")),
      talks.length > 0 && node("div", { class: "part" }, headingNode(stage, 1, say("counted-talk"))),
    ],
    cards: talks,
    depth: sections.map((section) => sectionPart(section, stage)),
    folds: [],
    learn: [],
  };
}
