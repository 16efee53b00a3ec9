// The questions again: what was answered, what each option counts for, and why. Those that teach most stand open.
import { answerWords, optionMarks } from "../../kinds/answer.js";
import { between, disclosure, headingNode, node } from "../../shared/dom.js";
import { apart, textBlocks, textInline } from "../text.js";
import { favoured, telling } from "./ranked.js";

/** @typedef {import("../../types.d.ts").ItemView} Item */
/** @typedef {import("../../types.d.ts").OptionView} OptionView */
/** @typedef {import("../../types.d.ts").Answer} Answer */
/** @typedef {import("../../types.d.ts").Stage} Stage */
/** @typedef {import("./ranked.js").Ranked} Ranked */

/** What an option counts for by the quiz's key. @param {OptionView} option @param {Item} item @param {Stage} stage */
function keyWords({ levels, rating, target: [low, high], group }, { points, total, groups }, stage) {
  const { quiz, say } = stage;
  if (rating !== null) return [say("key-rating", { n: rating, points })];
  if (high !== undefined)
    return [say("key-rating", { n: low === high ? low : say("band", { low, high }), points: total })];
  const right = groups.find(({ id }) => id === group);
  if (right) return [say.parts("key-group", { group: textInline(right.text, stage) })];
  return levels.map(({ skill, level }) => {
    const words = say("counts", { level: say.whole(level) });
    const named = levels.length > 1 && quiz.skills.find(({ id }) => id === skill);
    return named ? [words, " (", textInline(named.name, stage), ")"] : words;
  });
}

/** What an option counts for in one number, to compare with others of its question. @param {OptionView} option */
function keyed({ levels, rating }) {
  return rating ?? levels[0]?.level ?? 0;
}

/**
 * One question with all its options. On paper only the one favoured and the one that counts most are shown.
 * @param {Item} item
 * @param {number | undefined} number
 * @param {Ranked | undefined} counted nothing where it was skipped
 * @param {Map<string, Answer>} answers
 * @param {Stage} stage
 */
function questionAgain(item, number, counted, answers, stage) {
  const { say } = stage;
  const answer = answers.get(item.id) ?? null;
  const marks = optionMarks(item, answer, stage);
  const highest = Math.max(...item.options.map(keyed));
  const first = counted && favoured(counted, answer);
  const option = (/** @type {OptionView} */ one) => {
    // A share of nothing is no choice.
    const mark = /** @type {any} */ (answer)?.[one.id] === 0 ? undefined : marks.get(one.id);
    const keys = keyWords(one, item, stage);
    return node(
      "li",
      { class: mark !== undefined && "chosen", "data-paper": one === first || (highest > 0 && keyed(one) === highest) },
      textInline(one.text, stage),
      (mark !== undefined || keys.length > 0) &&
        node(
          "div",
          { class: "counted" },
          mark !== undefined && node("b", {}, mark === say("chosen") ? mark : apart(`${say("you-chose")} `, mark)),
          mark !== undefined && keys.length > 0 && " · ",
          between(", ", keys),
        ),
      one.why && node("div", { class: "small" }, textBlocks(one.why, stage)),
    );
  };
  const whole = item.options.length === 0 || answer === null;
  const alike = !counted && item.type === "judge" && new Set(Object.values(answer ?? {})).size === 1;
  return node(
    "li",
    { value: number, "data-item": item.id, tabindex: -1 },
    item.situation && node("div", { class: "muted" }, textBlocks(item.situation, stage)),
    node("div", { class: item.situation && "asked-for" }, textBlocks(item.prompt, stage)),
    (whole || counted || alike) &&
      node(
        "p",
        {},
        whole && [node("b", {}, say("your-answer")), " ", answerWords(item, answer, stage), " "],
        counted && say("answer-pulls", { level: say.level(counted.value), pull: say.signed(counted.pull) }),
        alike && say("answer-alike"),
      ),
    item.options.length > 0 && node("ul", {}, item.options.map(option)),
  );
}

/**
 * Those that teach most, open, and the others, folded.
 * @param {Ranked[]} ranked
 * @param {Map<string, Answer>} answers
 * @param {Stage} stage
 */
export function lookBack(ranked, answers, stage) {
  const { say, quiz } = stage;
  const open = telling(ranked, answers).map(({ item }) => item);
  // A quiz may have many questions: each is looked up, not looked for.
  const opened = new Set(open);
  const others = quiz.items.filter((item) => !opened.has(item));
  const numbers = new Map(quiz.items.map((item, index) => [item, index + 1]));
  const ranks = new Map(ranked.map((one) => [one.item, one]));
  const list = (/** @type {Item[]} */ items) =>
    node(
      "ol",
      { class: "look" },
      items.map((item) => questionAgain(item, numbers.get(item), ranks.get(item), answers, stage)),
    );
  return {
    open:
      open.length > 0 &&
      node("section", { class: "part" }, headingNode(stage, 1, say("look-open", { count: open.length })), list(open)),
    others:
      others.length > 0 &&
      disclosure(say(open.length ? "look-title" : "look-all", { count: others.length }), list(others)),
  };
}
