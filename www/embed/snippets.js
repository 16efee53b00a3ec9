// The lines on the page: filled anew with each choice, and each with a button that copies it.
import { copied } from "../shared/copied.js";
import { node } from "../shared/dom.js";
import { filled } from "./fill.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {{ code: HTMLElement, status: HTMLElement, button: HTMLButtonElement, template: import("./fill.js").Template }} Snippet */

/** @param {HTMLElement} code @returns {import("./fill.js").Template} */
function templateOf({ dataset }) {
  return {
    lines: dataset.lines ?? "",
    own: dataset.own,
    holes: dataset.holes && JSON.parse(dataset.holes),
    jsx: dataset.jsx !== undefined,
  };
}

/** What lines are for: what stands above them. @param {Element} pre */
function whereOf(pre) {
  const host = pre.closest("details")?.querySelector("summary")?.firstChild?.textContent?.trim();
  const where = pre.previousElementSibling?.matches(".where") ? pre.previousElementSibling.textContent : null;
  return [host, where].filter(Boolean).join(", ");
}

/** The lines of the page, each with its button. @param {Say} say @returns {Snippet[]} */
export function findSnippets(say) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("code[data-lines]"))].map((code) => {
    const pre = /** @type {HTMLElement} */ (code.parentElement);
    const status = node("span", { role: "status" });
    const button = node(
      "button",
      { type: "button", "data-action": "embed-copy", "aria-label": say("embed-copy-of", { where: whereOf(pre) }) },
      say("embed-copy"),
    );
    button.addEventListener("click", async () => {
      const done = await copied(code.textContent ?? "");
      if (!done) getSelection()?.selectAllChildren(code);
      status.textContent = say(done ? "embed-copied" : "embed-selected");
    });
    const where = pre.previousElementSibling?.matches(".where") ? pre.previousElementSibling : null;
    pre.before(node("div", { class: "copy" }, where, status, button));
    return { code, status, button, template: templateOf(code) };
  });
}

/** @param {Snippet[]} snippets @param {import("./choice.js").Choice} choice @param {import("./fill.js").Around} around */
export function fillSnippets(snippets, choice, around) {
  for (const { code, status, template } of snippets) {
    const text = filled(template, choice, around);
    if (text === code.textContent) continue;
    code.textContent = text;
    // What was copied is no longer what stands there.
    status.textContent = "";
  }
}
