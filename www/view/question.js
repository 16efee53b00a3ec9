// One question: its heading, what is asked, the inputs of its type, and what is said when something is missing.
import { actionButton, headingNode, node } from "../shared/dom.js";
import { textBlocks } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * "What would you do?" fits a situation; a statement about oneself asks for an answer.
 * @param {Item} item
 * @param {Stage} stage
 */
function askWords({ type, instruction }, { kinds, say }) {
  return say(kinds[type].statement ? `ask-self-${instruction}` : `ask-${instruction}`);
}

/**
 * @param {Item} item
 * @param {number} index
 * @param {Stage} stage
 * @returns {import("../types.d.ts").QuestionScreen}
 */
export function drawQuestion(item, index, stage) {
  const { quiz, say } = stage;
  const [prompt, ask, missing] = [stage.id(), stage.id(), stage.id()];
  const fields = stage.kinds[item.type].draw(item, stage);
  const heading = headingNode(
    stage,
    0,
    say("question-of", { n: index + 1, total: quiz.adaptive?.max ?? quiz.items.length }),
  );
  const complaint = node("p", { class: "problem", id: missing });

  const words = node("div", { class: "prompt", id: prompt }, textBlocks(item.prompt, stage));
  const fieldset = node(
    "fieldset",
    { "aria-labelledby": `${prompt} ${ask}` },
    node("legend", { id: ask }, node("strong", {}, fields.ask ?? askWords(item, stage)), " ", fields.how),
    fields.nodes,
  );
  const form = node(
    "form",
    { novalidate: true },
    words,
    fieldset,
    node(
      "div",
      { class: "actions" },
      actionButton("next", say("next"), { class: "main", type: "submit" }),
      actionButton("skip", say("skip")),
    ),
  );
  const section = node(
    "section",
    { "data-screen": "question", "data-item": item.id, "data-type": item.type },
    node("div", { class: "top" }, actionButton("back", say("back")), heading),
    form,
  );

  /** @type {HTMLElement | null} */
  let at = null;
  const settle = () => {
    complaint.remove();
    for (const linked of [fieldset, at]) linked?.removeAttribute("aria-describedby");
  };
  form.addEventListener("input", settle);

  return {
    section,
    heading,
    read(aloud = true) {
      settle();
      const reading = fields.read();
      if ("answer" in reading) return reading.answer;
      at = reading.at;
      complaint.textContent = `${reading.problem} ${say("or-skip")}`;
      (at.closest(".place") ?? at).before(complaint);
      for (const linked of [fieldset, at]) linked.setAttribute("aria-describedby", missing);
      if (aloud) {
        stage.tell(complaint.textContent);
        at.focus();
      }
      return undefined;
    },
  };
}
