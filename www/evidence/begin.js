// Where to begin: statements that somebody says they have done, and prompts for whoever has taken no quiz.
import { actionButton, disclosure, node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./statements.js").Statement} Statement */
/** @typedef {import("./document.js").Prompt} Prompt */
/** What one can begin with. @typedef {{ from: string, title: string, skill: string | null }} Beginning */

/** How many statements stand open. */
const mostOpen = 6;

/** @param {Statement} statement @returns {Beginning} */
export function ofStatement({ id, prompt, skill }) {
  return { from: `statement ${id}`, title: `“${prompt}”`, skill };
}

/** @param {Prompt} prompt @returns {Beginning} */
export function ofPrompt({ id, title }) {
  return { from: `prompt ${id}`, title, skill: null };
}

/**
 * Begins a piece, or leads to the one that was begun.
 * @param {Beginning} beginning
 * @param {Say} say
 */
function beginButton({ from, title }, say) {
  return actionButton("evidence-write", say("evidence-write"), {
    "data-from": from,
    "data-title": title,
    "aria-label": say("evidence-write-of", { title }),
  });
}

/** @param {Statement[]} statements @param {Say} say */
function statementList(statements, say) {
  return node(
    "ul",
    { class: "begin" },
    statements.map((one) =>
      node("li", {}, node("span", { dir: "auto" }, one.prompt), beginButton(ofStatement(one), say)),
    ),
  );
}

/** @param {Prompt[]} prompts @param {Say} say */
function promptList(prompts, say) {
  return node(
    "div",
    { class: "prompts" },
    prompts.map((one) =>
      disclosure(
        one.title,
        node("p", {}, one.prompt),
        node("p", { class: "hint" }, say("evidence-for-example", { example: one.example })),
        beginButton(ofPrompt(one), say),
      ),
    ),
  );
}

/**
 * @param {Statement[]} statements
 * @param {Prompt[]} prompts
 * @param {{ title: string, href: string }} quiz
 * @param {Say} say
 */
export function beginPart(statements, prompts, quiz, say) {
  const rest = statements.slice(mostOpen);
  const said = statements.length > 0;
  return node(
    "section",
    { "data-part": "begin" },
    said && [
      node("h2", {}, say("evidence-begin-said")),
      node("p", { class: "hint" }, say("evidence-begin-said-lead")),
      statementList(statements.slice(0, mostOpen), say),
      rest.length > 0 && disclosure(say("evidence-begin-more", { count: rest.length }), statementList(rest, say)),
    ],
    node("h2", {}, say(said ? "evidence-begin-prompts" : "evidence-begin-here")),
    node("p", { class: "hint" }, say("evidence-begin-prompts-lead")),
    promptList(prompts, say),
    !said &&
      node(
        "p",
        { class: "hint" },
        say.parts("evidence-begin-quiz", { quiz: node("a", { href: quiz.href }, quiz.title) }),
      ),
  );
}
