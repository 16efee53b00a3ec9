// What is saved and what can be done with it, and what is wrong with it where something is.
import { actionButton, node } from "../shared/dom.js";
import { problemList } from "../view/problems.js";
import { dayWords } from "./numbers.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Say} Say */

/**
 * @param {Profile} profile
 * @param {boolean} saved whether it is saved on this device, or from a file alone
 * @param {Say} say
 */
export function drawBar({ results }, saved, say) {
  const count = results.length;
  const day = results
    .map(({ taken }) => taken ?? "")
    .sort()
    .at(-1);
  return node(
    "aside",
    { class: "saved-bar", "aria-label": say("my-bar") },
    node(
      "p",
      {},
      say(saved ? "my-bar-saved" : "my-bar-file", { count }),
      day && ` ${say("my-newest", { day: dayWords(day, say) })}`,
    ),
    node(
      "div",
      { class: "actions" },
      !saved && actionButton("save", say("my-save"), { class: "main" }),
      actionButton("download", say("my-download")),
      actionButton("open", say("my-open")),
      actionButton("show", say("my-show"), { "aria-expanded": "false" }),
      saved && actionButton("delete", say("my-delete")),
      actionButton("print", say("my-print")),
    ),
  );
}

/** @param {string} text @param {Say} say */
export function drawRaw(text, say) {
  return node(
    "pre",
    { class: "raw", tabindex: 0, role: "region", "aria-label": say("my-raw") },
    node("code", {}, text),
  );
}

/**
 * What is wrong with a text, and the ways out.
 * @param {Problem[]} problems
 * @param {number} readable how many results can be read
 * @param {boolean} mended whether there is a text with what can be read
 * @param {boolean} saved whether the text is that of this device
 * @param {Say} say
 */
export function drawDamage(problems, readable, mended, saved, say) {
  return node(
    "section",
    { class: saved ? "damage" : "damage brought" },
    node("h2", { class: "title", tabindex: -1 }, say(readable ? "my-damaged" : "my-damaged-all")),
    node("p", {}, say(saved ? "my-damaged-saved" : readable ? "my-damaged-file" : "my-damaged-file-all")),
    problemList(problems, say),
    saved &&
      node(
        "div",
        { class: "actions" },
        actionButton("download-damaged", say("my-damaged-download"), { class: "main" }),
        mended && actionButton("mend", say("my-damaged-mend")),
        !readable && actionButton("delete", say("my-damaged-clear")),
      ),
  );
}
