// The result: what fits one screen, then depth. The same order for one skill (result/one.js), for several, whose parts
// come with the matcher (roles/many.js), and for a count, whose parts come with the module of everything (counted.js).
import { actionButton, disclosure, headingNode, node } from "../shared/dom.js";
import { howFold } from "./result/how.js";
import { learnFold } from "./result/learn.js";
import { lookBack } from "./result/look-back.js";
import { oneParts } from "./result/one.js";
import { rankedAnswers } from "./result/ranked.js";
import { formWords, otherForms } from "./forms.js";
import { signNote } from "./signs.js";
import { linkNode, textBlocks, textInline, textPlain, textStart } from "./text.js";

/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Child} Child */

/** Today, as the interface writes it. @param {Stage} stage */
function today({ say }) {
  return new Intl.DateTimeFormat(say.language, { dateStyle: "medium" }).format();
}

/** @param {FullReport} report @param {Stage} stage */
function nextFold({ next }, stage) {
  return (
    next.length > 0 &&
    disclosure(
      stage.say("next-title"),
      node(
        "ul",
        { class: "learn" },
        next.map(({ title, link, why }) =>
          node(
            "li",
            {},
            node("b", {}, linkNode(link, textStart(title, stage), stage)),
            why && node("div", { class: "small" }, textBlocks(why, stage)),
          ),
        ),
      ),
    )
  );
}

/**
 * On paper alone: where it is from, what it is not, and what stands on the page besides.
 * @param {HTMLDetailsElement[]} folds
 * @param {Stage} stage
 */
function paperNote(folds, { quiz, say }) {
  const address = location.protocol.startsWith("http") && location.origin + location.pathname;
  const names = folds.map((fold) => fold.querySelector("summary")?.textContent ?? "");
  return node(
    "p",
    { class: "paper" },
    node("bdi", {}, textPlain(quiz.title)),
    address && `, ${address}`,
    ". ",
    say(quiz.grade ? "not-for-hiring" : "paper-note"),
    " ",
    say.parts("paper-more", { parts: say.list(names.map((name) => `“${name}”`)) }),
  );
}

/** Leads from a card to its question. @param {HTMLElement} section */
function leadBack(section) {
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-look]"))) {
    link.addEventListener("click", () => {
      const question = /** @type {HTMLElement | null} */ (
        section.querySelector(`[data-item="${link.dataset.look}"][tabindex]`)
      );
      const fold = question?.closest("details");
      if (fold) fold.open = true;
      question?.focus();
    });
  }
}

/**
 * @param {FullReport} report
 * @param {Map<string, Answer>} answers
 * @param {Stage} stage
 * @returns {import("../types.d.ts").Screen}
 */
export function drawResult(report, answers, stage) {
  const { say, quiz } = stage;
  const ranked = rankedAnswers(report, stage);
  const { sentence, first, cards, depth, folds, learn } = (
    stage.roles?.manyParts ??
    (report.counted && stage.whole?.countedParts) ??
    oneParts
  )(report, ranked, answers, stage);
  const heading = headingNode(stage, 0, sentence);
  const { open, others } = lookBack(ranked, answers, stage);
  const folded = /** @type {HTMLDetailsElement[]} */ (
    [others, ...folds, learnFold(learn, report, stage), nextFold(report, stage), howFold(report, stage)].filter(Boolean)
  );
  const section = node(
    "section",
    { "data-screen": "result" },
    node("p", { class: "eyebrow" }, textInline(quiz.title, stage), formWords(stage), " · ", today(stage)),
    heading,
    first,
    report.signs.map((sign) => signNote(sign, report, stage)),
    node("div", { class: "cards" }, cards),
    node(
      "div",
      { class: "actions" },
      // Room for the page around: what it puts into the tag with slot="result" shows here.
      node("slot", { name: "result" }),
      actionButton("print", say("print")),
      otherForms(stage),
      actionButton("review", say("change-answers"), { class: "link" }),
      actionButton("restart", say("restart"), { class: "link" }),
    ),
    depth,
    open,
    Object.values(stage.kinds).map((kind) => kind.part?.(answers, stage)),
    node("section", { class: "part screen" }, headingNode(stage, 1, say("more")), folded),
    paperNote(folded, stage),
  );
  leadBack(section);
  return { section, heading };
}
