// What the page says while nothing is saved: what it is for, and the ways to begin.
import { actionButton, node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Say} Say */

/** The quizzes of this site, the one about all skills first. */
const quizzes = /** @type {const} */ (["roles", "negotiation", "pace", "setbacks"]);

/** @param {boolean} refused whether the browser lets nobody look into its storage @param {Say} say */
export function drawEmpty(refused, say) {
  const step = (
    /** @type {import("../types.d.ts").Key} */ title,
    /** @type {import("../types.d.ts").Child[]} */ ...children
  ) => node("li", {}, node("h3", { class: "h1" }, say(title)), children);
  return [
    node(
      "div",
      { class: "head" },
      node("h2", { class: "h0", tabindex: -1 }, say("my-empty-title")),
      node(
        "div",
        { class: "lead" },
        node("p", {}, say("my-empty-lead")),
        refused && node("p", { class: "caution" }, say("my-refused")),
      ),
    ),
    node(
      "ol",
      { class: "steps" },
      step(
        "my-step-take",
        node("p", {}, say("my-step-take-why")),
        node(
          "ul",
          { class: "links" },
          quizzes.map((quiz) => node("li", {}, node("a", { href: `${quiz}.html` }, say(`my-quiz-${quiz}`)))),
        ),
      ),
      step("my-step-save", node("p", {}, say("my-step-save-why"))),
      step("my-step-back", node("p", {}, say("my-step-back-why"))),
    ),
    node(
      "div",
      { class: "drop" },
      node("h3", { class: "h1" }, say("my-step-file")),
      node("p", {}, say("my-step-file-why")),
      node("div", { class: "actions" }, actionButton("open", say("my-open"))),
    ),
  ];
}
