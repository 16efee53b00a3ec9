// What is saved and what can be done with it, and what is wrong with it where something is.
import { actionButton, disclosure, node } from "../shared/dom.js";
import { problemList } from "../view/problems.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Say} Say */

/**
 * @param {Profile} profile
 * @param {boolean} saved whether it is saved on this device, or from a file alone
 * @param {Say} say
 */
export function drawBar({ results }, saved, say) {
  return node(
    "section",
    { class: saved ? "saved-bar" : "saved-bar unsaved", "aria-label": say("my-bar") },
    node("p", {}, say(saved ? "my-bar-saved" : "my-bar-file", { count: results.length })),
    node(
      "div",
      { class: "actions" },
      !saved && actionButton("save", say("my-save"), { class: "main" }),
      actionButton("download", say("my-download")),
      actionButton("open", say("my-open")),
      actionButton("print", say("my-print")),
      saved && actionButton("delete", say("my-delete")),
    ),
  );
}

/** The button that shows what is saved as it stands there, and hides it again. @param {Say} say */
export function rawButton(say) {
  return actionButton("show", say("my-show"), { "aria-expanded": "false" });
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
 * That a text is damaged, the ways out, and folded what is wrong with it.
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
    node(
      "div",
      { role: "alert" },
      node("h2", { class: "title", tabindex: -1 }, say(readable ? "my-damaged" : "my-damaged-all")),
      node("p", {}, say(saved ? "my-damaged-saved" : readable ? "my-damaged-file" : "my-damaged-file-all")),
    ),
    saved &&
      node(
        "div",
        { class: "actions" },
        actionButton("download-damaged", say("my-damaged-download"), { class: "main" }),
        mended && actionButton("mend", say("my-damaged-mend")),
        !readable && actionButton("delete", say("my-damaged-clear")),
      ),
    disclosure(say("my-details"), problemList(problems, say)),
  );
}

/**
 * That the page did not work, and the ways on. Announced, since nobody pressed anything.
 * @param {unknown} error
 * @param {boolean} loaded whether all of the page was there
 * @param {boolean} saved whether the results are those of this device
 * @param {Say} say
 */
export function drawFailure(error, loaded, saved, say) {
  return node(
    "section",
    { class: "damage" },
    node(
      "div",
      { role: "alert" },
      node("h2", { class: "title", tabindex: -1 }, say(loaded ? "my-error-engine" : "my-error")),
    ),
    node(
      "div",
      { class: "actions" },
      actionButton("retry", say("retry"), { class: "main" }),
      actionButton("download", say("my-download")),
      saved && actionButton("delete", say("my-delete")),
    ),
    disclosure(say("my-details"), node("p", { class: "small" }, node("code", {}, String(error)))),
  );
}
