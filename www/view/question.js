// A screen of questions: mostly one, or a few short ones that belong together. What is told, what is asked, the inputs
// of its kind, and what is said when something is missing.
import { actionButton, headingNode, node, showFocused } from "../shared/dom.js";
import { chooseByLetter } from "./letters.js";
import { progressNodes } from "./progress.js";
import { asked, isLong } from "./sentences.js";
import { textBlocks, textInline } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * "What would you do?" fits a situation; a statement about oneself asks for an answer.
 * @param {Item} item
 * @param {Stage} stage
 */
function askWords({ type, instruction }, { kinds, say }) {
  return say(kinds[type].statement && instruction === "would" ? "ask-self" : `ask-${instruction}`);
}

/**
 * One question. Who listens hears the question first, and the story by reading on; who looks sees them the other way
 * round.
 * @param {Item} item
 * @param {number} depth of its heading
 * @param {Stage} stage
 */
function drawPart(item, depth, stage) {
  const { quiz, say } = stage;
  const [name, how, story, missing] = [stage.id(), stage.id(), stage.id(), stage.id()];
  const fields = stage.kinds[item.type].draw(item, stage);
  const { situation, question } = asked(item);
  const ask = fields.ask ?? ((!question || item.instruction !== quiz.instruction) && askWords(item, stage));
  const heading = headingNode(stage, depth, question ? textInline(question, stage) : ask);
  heading.id = name;
  heading.classList.add("question", ...(depth || (question && isLong(question)) ? ["long"] : []));
  const near = situation && question && !isLong(situation);
  if (near) heading.setAttribute("aria-describedby", story);

  const fieldset = node(
    "fieldset",
    { "aria-labelledby": `${name} ${how}`, "data-item": item.id },
    node("legend", { id: how }, question && ask, " ", fields.how),
    fields.nodes,
  );
  chooseByLetter(fieldset);
  const complaint = node("p", { class: "problem", part: "problem", id: missing });
  /** @type {HTMLElement | null} */
  let at = null;
  const settle = () => {
    complaint.remove();
    for (const linked of [fieldset, at]) linked?.removeAttribute("aria-describedby");
  };
  fieldset.addEventListener("input", settle);

  return {
    id: item.id,
    heading,
    look: fields.read,
    nodes: [
      node(
        "div",
        { class: "asks" },
        heading,
        situation &&
          node("div", { class: question ? "situation" : "situation whole", id: story }, textBlocks(situation, stage)),
      ),
      fieldset,
    ],
    /** Reads the inputs; what is missing is written there. */
    read() {
      settle();
      const reading = fields.read();
      if ("answer" in reading) return reading;
      at = reading.at;
      complaint.textContent = depth ? reading.problem : `${reading.problem} ${say("or-skip")}`;
      (at.closest(".place") ?? at).before(complaint);
      for (const linked of [fieldset, at]) linked.setAttribute("aria-describedby", missing);
      return reading;
    },
    said: () => complaint.textContent ?? "",
  };
}

/**
 * @param {Item[]} items one, or those of a group
 * @param {number} index of the first
 * @param {Stage} stage
 * @returns {import("../types.d.ts").QuestionScreen}
 */
export function drawQuestion(items, index, stage) {
  const { say } = stage;
  const several = items.length > 1;
  const [first, last] = [index + 1, index + items.length];
  const parts = items.map((item) => drawPart(item, several ? 1 : 0, stage));
  const title = items.every(({ instruction }) => instruction === "done") ? "ask-done" : "group-title";
  const heading = several ? headingNode(stage, 0, say(title)) : parts[0].heading;
  const place = stage.id();
  heading.setAttribute("aria-describedby", `${place} ${heading.getAttribute("aria-describedby") ?? ""}`.trim());
  const progress = node("p", { class: "progress", id: place });
  const section = node(
    "section",
    { "data-screen": "question", "data-item": items[0].id, "data-type": items[0].type },
    node("div", { class: "top" }, actionButton("back", say("back")), progress),
    node(
      "form",
      { novalidate: true },
      several && heading,
      parts.map(({ nodes }) => nodes),
      node(
        "div",
        { class: "actions dock" },
        actionButton("next", say("next"), { class: "main", type: "submit" }),
        actionButton("skip", say(several ? "skip-open" : "skip"), { class: "link" }),
      ),
    ),
  );

  // Safari does not scroll what gets the focus from under the dock by itself.
  section.addEventListener("focusin", showFocused);

  return {
    section,
    heading,
    count: items.length,
    place: (done) => progress.replaceChildren(...progressNodes({ first, last, done }, stage)),
    skipped: () =>
      new Map(
        parts.map(({ id, look }) => {
          const reading = several && look();
          return [id, reading && "answer" in reading ? reading.answer : null];
        }),
      ),
    read(aloud = true) {
      const answers = new Map();
      /** @type {{ n: number, said: string, at: HTMLElement }[]} */
      const open = [];
      parts.forEach((part, at) => {
        const reading = part.read();
        if ("answer" in reading) answers.set(part.id, reading.answer);
        else open.push({ n: first + at, said: part.said(), at: reading.at });
      });
      if (!open.length) return answers;
      if (aloud) {
        const numbers = say.list(open.map(({ n }) => say.whole(n))).join("");
        stage.tell(several ? say("still-open", { numbers, count: open.length }) : open[0].said);
        open[0].at.focus();
      }
      return undefined;
    },
  };
}
