// The nodes of the page: what is drawn, what happened last with the way back from it, and what is said to people who
// listen.
import { node } from "../shared/dom.js";
import { guardPresses } from "../shared/press.js";
import { language } from "../words/words.js";

/** @typedef {import("../types.d.ts").Child} Child */

export class Screen {
  #box = node("div", { class: "profile", lang: language });
  /** What happened last, for all to read, with the way back from it. */
  #said = node("p", { role: "status" });
  #way = node("div", { class: "actions" });
  #status = node("p", { class: "unseen", role: "status" });

  /** @param {ShadowRoot} root */
  constructor(root) {
    root.append(node("div", { class: "said" }, this.#said, this.#way), this.#box, this.#status);
    guardPresses(this.#box, () => this.#box.firstChild);
    guardPresses(this.#way, () => this.#way.firstChild);
  }

  /** @param {string} name what kind of screen it is @param {Child} children */
  draw(name, children) {
    this.#box.replaceChildren(node("section", { "data-screen": name }, children));
  }

  /** Says what happened, with ways on. @param {string} words @param {HTMLElement[]} ways */
  say(words, ...ways) {
    this.#said.textContent = words;
    this.#way.replaceChildren(...ways);
  }

  /** @param {string} words */
  tell(words) {
    this.#status.textContent = this.#status.textContent === words ? `${words}\u00a0` : words;
  }

  /** What had the focus is gone: the first heading takes it. @param {string} [selector] */
  focus(selector = "h2") {
    /** @type {HTMLElement | null} */ (this.#box.querySelector(selector) ?? this.#box.querySelector("h2"))?.focus();
  }

  /** The first of the ways on takes the focus. */
  focusWay() {
    this.#way.querySelector("button")?.focus();
  }

  /** Puts what is wrong with a file above the rest, in place of what was said of the file before. @param {HTMLElement | false} damage */
  bring(damage) {
    this.#box.querySelector(".brought")?.remove();
    if (damage) this.#box.querySelector("section")?.prepend(damage);
  }

  /** Shows a text below a button, or hides it again. @param {HTMLElement} button @param {() => HTMLElement} draw @returns {boolean} whether it is shown */
  toggle(button, draw) {
    const shown = this.#box.querySelector(".raw");
    if (shown) shown.remove();
    else button.parentElement?.after(draw());
    button.setAttribute("aria-expanded", String(!shown));
    return !shown;
  }
}
