// From a list to the place in the text that it speaks of, and back again: to tab through all marks is forced on nobody.
import { node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Say} Say */
/**
 * @typedef {(label: import("../types.d.ts").Child, goal: () => HTMLElement | undefined, attributes?: import("../types.d.ts").Attributes) => HTMLElement} Jump
 *   a button that leads into the text
 */

/** @param {Say} say */
export function makeJumps(say) {
  /** @type {HTMLElement | null} */
  let origin = null;
  /** @type {HTMLElement | null} */
  let here = null;
  const back = node("button", { type: "button", class: "back" }, say("back-to-list"));
  back.hidden = true;

  const leave = () => {
    here?.classList.remove("here");
    back.hidden = true;
    here = null;
  };
  const goBack = () => {
    const to = origin;
    leave();
    to?.focus();
    to?.scrollIntoView({ block: "center" });
  };
  back.addEventListener("click", goBack);

  /** @type {Jump} */
  const jump = (label, goal, attributes = {}) => {
    const button = node("button", { type: "button", class: "jump", ...attributes }, label);
    button.addEventListener("click", () => {
      const place = goal();
      if (!place) return;
      leave();
      [origin, here] = [button, place];
      back.hidden = false;
      place.classList.add("here");
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: "center" });
    });
    return button;
  };

  /** Escape leads back. @param {KeyboardEvent} event */
  const escape = (event) => {
    if (event.key === "Escape" && here) goBack();
  };
  return { jump, back, escape };
}
