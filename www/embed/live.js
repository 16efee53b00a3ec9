// The quiz as its readers will see it, on this page.
import { node } from "../shared/dom.js";
import { attributesOf, propertiesOf } from "./choice.js";

/** @typedef {import("./choice.js").Choice} Choice */

/** What the quiz of this page takes from a choice; when it loads is seen at once here. @param {Choice} choice */
const shownOf = (choice) => attributesOf(choice).filter(([name]) => name !== "loading");

/** Where the document is to be had from here; null = nowhere yet, or from another host, of which this page loads nothing. @param {Choice} choice */
export function hereOf({ name, src, unwritten }) {
  if (unwritten) return null;
  if (name) return new URL(`quizzes/${name}.json`, document.baseURI);
  const url = new URL(src);
  return url.origin === location.origin ? url : null;
}

/** The quiz within its part of the page. */
export class Live {
  #note = node("p", { class: "small" });
  #tag;

  /** @param {Element} part */
  constructor(part) {
    this.#tag = /** @type {HTMLElement} */ (part.querySelector("metier-quiz"));
    part.append(this.#note);
  }

  /**
   * @param {Choice} choice
   * @param {Record<string, string>} companions
   * @param {string} absent what is said of a quiz that cannot be shown here
   */
  show(choice, companions, absent) {
    const src = hereOf(choice);
    this.#note.textContent = src ? "" : absent;
    // How much a page is told is settled when the tag is made.
    if (this.#tag.hasAttribute("private") !== choice.private) this.#renew(choice);
    this.#tag.hidden = !src;
    if (src && new URL(this.#tag.getAttribute("src") ?? "", document.baseURI).href !== src.href)
      this.#tag.setAttribute("src", src.href);
    this.#dress(choice, companions);
  }

  /** Another tag in its place, with the same link. @param {Choice} choice */
  #renew(choice) {
    const next = document.createElement("metier-quiz");
    next.setAttribute("src", this.#tag.getAttribute("src") ?? "");
    next.toggleAttribute("private", choice.private);
    next.append(...this.#tag.childNodes);
    this.#tag.replaceWith(next);
    this.#tag = next;
  }

  /** @param {Choice} choice @param {Record<string, string>} companions */
  #dress(choice, companions) {
    const tag = this.#tag;
    const wanted = new Map(shownOf(choice));
    for (const name of ["lang", "heading", "theme", "resume"]) {
      const value = wanted.get(name);
      if (value === undefined) tag.removeAttribute(name);
      else if (tag.getAttribute(name) !== (value === true ? "" : value))
        tag.setAttribute(name, value === true ? "" : value);
    }
    const set = new Map(propertiesOf(choice, companions));
    for (const name of [...tag.style])
      if (name.startsWith("--metier-") && !set.has(name)) tag.style.removeProperty(name);
    for (const [name, value] of set) tag.style.setProperty(name, value);
  }
}
