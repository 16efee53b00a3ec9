// The page on embedding as a builder: a quiz, colours and behaviour are chosen, the quiz shows the choice at once, and the
// lines for every host say it. Nothing of the choice is kept or sent.
import { wantedBy } from "../element/wanted.js";
import { bring } from "../shared/fetch.js";
import { guardPresses } from "../shared/press.js";
import { makeSay } from "../words/say.js";
import { embedWords, language } from "../words/words.js";
import { example, folderOf } from "./choice.js";
import { choiceOf, makeForm, offerLanguages, put, valueOf } from "./form.js";
import { companionsOf } from "./judge.js";
import { hereOf, Live } from "./live.js";
import { fillSnippets, findSnippets } from "./snippets.js";
import { drawVerdicts } from "./verdicts.js";

/** @typedef {import("./form.js").Named} Named */
/** @typedef {import("../types.d.ts").Wanted} Wanted */
/** What a document says at a glance. @typedef {{ wanted: Wanted, languages: string[] }} Glance */

const say = makeSay(embedWords, language);
/** Where nothing is known of a document. @type {Glance} */
const unknown = { wanted: wantedBy(""), languages: [] };

/** @param {string} text @returns {Glance} */
function glanceAt(text) {
  const { language: first, translations = [] } = JSON.parse(text);
  const others = translations.map((/** @type {{ language: string }} */ one) => one.language);
  return { wanted: wantedBy(text), languages: [first, ...others] };
}

class Builder {
  #form;
  #live;
  #snippets = findSnippets(say);
  #around;
  #quizzes;
  /** What is known of documents, by their addresses. @type {Map<string, Glance>} */
  #glances = new Map();
  /** Where the recipes of hosts stand while they are not the chosen one. */
  #places = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-host]"))];

  /** @param {HTMLElement} box */
  constructor(box) {
    const { quizzes = "[]", files = "", version = "" } = box.dataset;
    this.#quizzes = /** @type {Named[]} */ (JSON.parse(quizzes));
    this.#around = { version, files: files === "" ? null : JSON.parse(files), unnamed: say("embed-unnamed") };
    const hosts = this.#places.map((host) => /** @type {Named} */ ([host.dataset.host, nameOf(host)]));
    const base = folderOf(new URL(".", document.baseURI).href) ?? example;
    this.#form = makeForm(this.#quizzes, hosts, base, say);
    this.#live = new Live(/** @type {Element} */ (box.querySelector("[data-part=live]")));
    put(this.#form, "quiz", box.dataset.first ?? "");
    box.prepend(this.#form);
    // An address is looked at once it is written, not letter by letter.
    const isAddress = (/** @type {EventTarget | null} */ target) => /** @type {Element} */ (target).id === "choose-src";
    this.#form.addEventListener(
      "input",
      ({ target }) => isAddress(target) || this.#changed(/** @type {Element} */ (target)),
    );
    this.#form.addEventListener(
      "change",
      ({ target }) => isAddress(target) && this.#changed(/** @type {Element} */ (target)),
    );
    this.#form.addEventListener("click", ({ target }) => this.#pressed(/** @type {Element} */ (target)));
    guardPresses(this.#form, () => this.#form.querySelector("[data-part=ways]")?.firstChild);
    this.#draw();
  }

  /** @param {Element} target */
  #changed(target) {
    const taken = this.#form.querySelector("[data-part=taken]");
    if (taken) taken.textContent = "";
    if (target.id === "choose-host") this.#lead(valueOf(this.#form, "host"));
    this.#draw();
  }

  /** A way out of colours that cannot be read. @param {Element} target */
  #pressed(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-action=embed-take]"));
    const { to, value } = button?.dataset ?? {};
    if (!to || !value) return;
    put(this.#form, to, value);
    this.#draw();
    const taken = this.#form.querySelector("[data-part=taken]");
    if (taken) taken.textContent = say("embed-taken");
    /** @type {HTMLElement | null} */ (this.#form.querySelector(`[name="${to}"]`))?.focus();
  }

  #draw() {
    const found = choiceOf(this.#form, this.#quizzes, say);
    const here = hereOf(found);
    const glance = (here && this.#glances.get(here.href)) ?? unknown;
    if (here && !this.#glances.has(here.href)) this.#look(here);
    // A language that the document has not is chosen no longer.
    const choice = { ...found, lang: offerLanguages(this.#form, glance.languages, say) };
    const companions = companionsOf(choice);
    this.#live.show(choice, companions, say(choice.unwritten ? "embed-own-none" : "embed-own-far"));
    const known = folderOf(valueOf(this.#form, "base")) !== null;
    for (const { button } of this.#snippets) button.disabled = !known;
    fillSnippets(this.#snippets, choice, { ...this.#around, companions, wanted: glance.wanted });
    drawVerdicts(this.#form, choice, say);
  }

  /** What the document says decides which files the lines name, and which languages there are. @param {URL} url */
  async #look(url) {
    this.#glances.set(url.href, unknown);
    try {
      this.#glances.set(url.href, glanceAt(await (await bring(url)).text()));
      this.#draw();
    } catch {
      // The quiz beside says what is wrong with it.
    }
  }

  /** The recipe of the chosen host stands first, open; the one before goes back among the others. @param {string} name */
  #lead(name) {
    const first = document.querySelector("[data-part=chosen]");
    const others = document.querySelector("[data-part=others]");
    for (const place of this.#places) {
      const isChosen = place.dataset.host === name;
      place.toggleAttribute("open", isChosen);
      (isChosen ? first : others)?.append(place);
    }
  }
}

/** What a host is called. @param {Element} host */
function nameOf(host) {
  return host.querySelector("summary")?.firstChild?.textContent?.trim() ?? "";
}

/** What a link leads to is unfolded. */
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}

addEventListener("hashchange", unfold);
unfold();
const box = document.getElementById("builder");
if (box) new Builder(box);
