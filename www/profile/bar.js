// What is kept and what can be done with it, and what is wrong with it where something is.
import { actionButton, node } from "../view/dom.js";
import { problemList } from "../view/problems.js";
import { dayWords } from "./numbers.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Say} Say */

/** @param {Profile} profile @param {boolean} kept whether it is kept on this device, or from a file alone @param {Say} say */
export function drawBar({ results }, kept, say) {
  const count = results.length;
  const day = results.map(({ taken }) => taken ?? "").sort().at(-1);
  return node("aside", { class: "keeping", "aria-label": say("my-bar") },
    node("p", {}, say(kept ? "my-bar-kept" : "my-bar-file", { count }), day && ` ${say("my-newest", { day: dayWords(day, say) })}`),
    node("div", { class: "actions" },
      !kept && actionButton("keep", say("my-keep"), { class: "main" }),
      actionButton("save", say("my-save")),
      actionButton("open", say("my-open")),
      actionButton("show", say("my-show"), { "aria-expanded": "false" }),
      kept && actionButton("delete", say("my-delete")),
      actionButton("print", say("my-print"))));
}

/** @param {string} text @param {Say} say */
export function drawRaw(text, say) {
  return node("pre", { class: "raw", tabindex: 0, role: "region", "aria-label": say("my-raw") }, node("code", {}, text));
}

/**
 * What is wrong with a text, and the ways out.
 * @param {Problem[]} problems
 * @param {number} readable how many results can be read
 * @param {boolean} mended whether there is a text with what can be read
 * @param {boolean} kept whether the text is that of this device
 * @param {Say} say
 */
export function drawDamage(problems, readable, mended, kept, say) {
  return node("section", { class: kept ? "damage" : "damage brought" },
    node("h2", { class: "title", tabindex: -1 }, say(readable ? "my-damaged" : "my-damaged-all")),
    node("p", {}, say(kept ? "my-damaged-kept" : readable ? "my-damaged-file" : "my-damaged-file-all")),
    problemList(problems, say),
    kept && node("div", { class: "actions" },
      actionButton("save-damaged", say("my-damaged-save"), { class: "main" }),
      mended && actionButton("mend", say("my-damaged-mend")),
      !readable && actionButton("delete", say("my-damaged-clear"))));
}
