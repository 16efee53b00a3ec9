// The style sheets of a quiz, in the order in which they count.
import { makeSheet } from "../view/style.js";

/** One for all quizzes of the page. @type {CSSStyleSheet | undefined} */
let sheet;

/** A part with a sheet of its own. @typedef {{ sheet(): CSSStyleSheet }} Sheeted */

/**
 * Puts the player's sheets, and those of its parts, behind the two that the tag brings.
 * @param {HTMLElement} frame within the shadow root
 * @param {{ roles: Sheeted | null, rarer: Sheeted | null } | undefined} parts
 */
export function dressRoot(frame, parts) {
  const root = /** @type {ShadowRoot} */ (frame.getRootNode());
  const own = [parts?.roles, parts?.rarer].flatMap((part) => part?.sheet() ?? []);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 2), (sheet ??= makeSheet()), ...own];
}
