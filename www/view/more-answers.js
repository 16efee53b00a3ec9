// Answers in words, as the review and the result show them: an order, a number with its unit, groups, a text.
import { headingNode, node } from "./dom.js";
import { quantityNode } from "./quantity.js";
import { textInline, textPlain, textStart } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */

/** The words before each option. @param {Item} item @param {Answer} answer @param {Stage} stage @returns {Map<string, string> | null} null: not one of ours */
export function moreMarks({ type, groups }, answer, { say }) {
  if (type === "rank" && Array.isArray(answer)) return new Map(answer.map((id, index) => [id, say("place", { n: index + 1 })]));
  if (type !== "sort" || answer === null) return null;
  const words = new Map(groups.map(({ id, text }) => [id, textPlain(text)]));
  return new Map(Object.entries(/** @type {Record<string, string>} */ (answer)).map(([id, group]) => [id, String(words.get(group))]));
}

/** @param {string} words */
function ownWords(words) {
  return node("div", { class: "own", dir: "auto" }, words);
}

/** @param {Item} item @param {Answer} answer @param {Stage} stage @returns {Child} nothing: not one of ours */
export function moreWords(item, answer, stage) {
  switch (item.type) {
    case "slider":
    case "number":
      return quantityNode(Number(answer), item, stage);
    case "rank":
      return node("ol", {}, /** @type {string[]} */ (answer).map((wanted) => node("li", {},
        item.options.filter(({ id }) => id === wanted).map(({ text }) => textInline(text, stage)))));
    case "sort":
      return item.groups.map((group) => {
        const within = item.options.filter(({ id }) => /** @type {Record<string, string>} */ (answer)[id] === group.id);
        return within.length > 0 && [
          node("b", { class: "block" }, textInline(group.text, stage)),
          node("ul", {}, within.map(({ text }) => node("li", {}, textInline(text, stage)))),
        ];
      });
    case "text":
      return ownWords(String(answer));
    default:
      return null;
  }
}

/** What the person wrote, to be read again and printed. @param {Map<string, Answer>} answers @param {Stage} stage */
export function ownWordsSection(answers, stage) {
  const { quiz, say } = stage;
  const written = quiz.items.filter(({ id, type }) => type === "text" && answers.get(id));
  return written.length > 0 && node("section", { class: "part" },
    headingNode(stage, 1, say("own-title")),
    node("p", {}, say("own-private")),
    node("dl", { class: "written" }, written.map((item) => node("div", {},
      node("dt", {}, textStart(item.prompt, stage)),
      node("dd", {}, ownWords(String(answers.get(item.id))))))));
}
