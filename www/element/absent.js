// What shows and is said where the player, which has all other words, is not there yet, or did not come.
import { actionButton, node } from "../shared/dom.js";
import { bring } from "../shared/fetch.js";
import { oneMoment, tryAgain } from "../words/words.js";

/**
 * Whether the host has another build by now, whose player has another name. Then its facade is in the browser's cache
 * from now on, and a reload brings all of it.
 */
export async function isReplaced() {
  const facade = await bring(new URL(import.meta.url), { again: true }).then(
    (file) => file.text(),
    () => "",
  );
  return facade !== "" && !facade.includes("./player.js");
}

/**
 * The children again, with one line above them.
 * @param {HTMLElement} frame
 * @param {string} sentence
 * @returns {{ line: HTMLElement, focused: boolean }} whether the focus was on what is gone
 */
export function lineAbove(frame, sentence) {
  const line = node("p", { role: "alert", tabindex: -1 }, sentence);
  const focused = frame.querySelector(":focus") !== null;
  frame.replaceChildren(line, node("slot"));
  return { line, focused };
}

/** @param {() => void} retry */
export function retryButton(retry) {
  const button = actionButton("retry", tryAgain);
  button.addEventListener("click", () => {
    button.textContent = oneMoment;
    retry();
  });
  return button;
}

/** The children, with room for what comes. @param {HTMLElement} frame */
export function showWaiting(frame) {
  frame.replaceChildren(node("slot", { class: "wait" }));
}
