// The first look at a quiz, until its player is there: what shows, and what was asked for before it could be done.
import { headingNode, node } from "../shared/dom.js";
import { oneMoment } from "../words/words.js";
import { drawEarly, earlyLook } from "./early.js";

/** @typedef {import("../types.d.ts").Asked} Asked */

export class FirstLook {
  #frame;
  /** @type {Asked} */
  #asked = {};

  /** @param {HTMLElement} frame in which the quiz is drawn */
  constructor(frame) {
    this.#frame = frame;
  }

  /** Whether Start was pressed before it could do anything, or a script has called it. */
  get started() {
    return Boolean(this.#asked.start);
  }

  start() {
    this.#asked.start = true;
  }

  /** As before anybody pressed Start; nothing is to be kept of earlier answers. */
  anew() {
    this.#asked = { anew: true };
    this.#frame.querySelector('[data-screen="early"] [role="status"]')?.remove();
  }

  /** What was asked for, told once: what comes later begins with a first screen. @returns {Asked} */
  taken() {
    const asked = this.#asked;
    this.#asked = {};
    return asked;
  }

  /**
   * The first screen at a glance, unless there is a better one.
   * @param {string} text the document
   * @param {number} level of its heading
   */
  draw(text, level) {
    const look = this.#frame.querySelector("slot.wait") && earlyLook(text);
    if (look) this.#frame.replaceChildren(drawEarly(look, level, (button) => this.#pressed(button)));
  }

  /** @param {HTMLElement} button */
  #pressed(button) {
    if (this.started) return;
    this.start();
    const status = node("p", { class: "small", role: "status" });
    button.after(status);
    // Into a region that is there already, so that it is read out.
    status.textContent = oneMoment;
  }

  /** Another level for its heading. @param {number} level */
  head(level) {
    const heading = this.#frame.querySelector('[data-screen="early"] > .h0');
    heading?.replaceWith(headingNode({ heading: level }, 0, [...heading.childNodes]));
  }
}
