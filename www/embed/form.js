// The form, and what is chosen in it. Nothing of it is kept anywhere.
import { disclosure, node } from "../shared/dom.js";
import { palette } from "../tokens.js";
import { addressOf, example, folderOf, isOpen, standardChoice } from "./choice.js";
import { colourOf } from "./contrast.js";
import { colourField, idOf, remark, selectField, textField, tickField } from "./fields.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {keyof import("./choice.js").Colours} Part */
/** A name and what it is called. @typedef {[name: string, title: string]} Named */

/** The value of the quiz that is at an address of its own. */
const own = "";
const parts = /** @type {const} */ (["accent", "surface", "text"]);
const radii = ["", "0", "3px", "16px"];
const themes = ["", "light", "dark"];

/** @param {Part} part */
const asItComes = (part) => colourOf(palette[part === "text" ? "ink" : part][0]);

/** What is said of all colours stands with the first. @param {Part} part @param {Say} say */
const hintOf = (part, say) => (part === parts[0] ? say("embed-colour-hint") : "");

/** @param {Say} say */
function ownFields(say) {
  return node(
    "div",
    { "data-part": "own", hidden: true },
    textField("src", say("embed-own-src"), "", "", "url"),
    textField("title", say("embed-own-title"), ""),
    textField("page", say("embed-own-page"), "", "", "url"),
  );
}

/** @param {Say} say */
function looks(say) {
  return disclosure(
    say("embed-looks"),
    node(
      "fieldset",
      {},
      node("legend", { class: "unseen" }, say("embed-looks")),
      parts.map((part) =>
        colourField(
          part,
          say(`embed-colour-${part}`),
          asItComes(part),
          say(`embed-colour-pick-${part}`),
          hintOf(part, say),
        ),
      ),
      node("div", { "data-part": "verdicts", role: "status" }),
      node("div", { "data-part": "ways", class: "actions" }),
      node("p", { class: "small", role: "status", "data-part": "taken" }),
      selectField(
        "radius",
        say("embed-radius"),
        radii.map((radius) => [radius, say(/** @type {"embed-radius-0"} */ (`embed-radius-${radius || "none"}`))]),
        "",
      ),
      selectField(
        "theme",
        say("embed-theme"),
        themes.map((theme) => [theme, say(/** @type {"embed-theme-light"} */ (`embed-theme-${theme || "none"}`))]),
        "",
      ),
    ),
  );
}

/** @param {Say} say */
function behaviour(say) {
  const levels = ["1", "2", "3", "4", "5", "6"];
  return disclosure(
    say("embed-behaviour"),
    node(
      "fieldset",
      {},
      node("legend", { class: "unseen" }, say("embed-behaviour")),
      selectField(
        "heading",
        say("embed-heading"),
        levels.map((level) => [level, level]),
        "2",
      ),
      selectField("lang", say("embed-lang"), [["", say("embed-lang-none")]], ""),
      tickField("resume", say("embed-resume")),
      tickField("eager", say("embed-eager")),
      tickField("private", say("embed-private")),
    ),
  );
}

/** What a language is called; a tag that is none is its own name. @param {Intl.DisplayNames} names @param {string} tag */
function nameIn(names, tag) {
  try {
    return names.of(tag);
  } catch {
    return tag;
  }
}

/** @param {Named[]} quizzes @param {Named[]} hosts @param {string} base @param {Say} say */
export function makeForm(quizzes, hosts, base, say) {
  const first = node(
    "fieldset",
    { class: "first-choices" },
    node("legend", {}, say("embed-choose")),
    selectField("quiz", say("embed-quiz"), [...quizzes, [own, say("embed-own")]], quizzes[0][0]),
    selectField("host", say("embed-host"), hosts, hosts[0][0]),
    ownFields(say),
    textField("base", say("embed-base"), base, "", "url"),
  );
  const form = node(
    "form",
    { class: "choose", novalidate: true, "aria-label": say("embed-choose") },
    first,
    looks(say),
    behaviour(say),
  );
  // Nothing is ever sent.
  form.addEventListener("submit", (event) => event.preventDefault());
  // A picker writes its colour into the field that it belongs to.
  form.addEventListener(
    "input",
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset.picks) put(form, target.dataset.picks, target.value);
    },
    true,
  );
  return form;
}

/** What stands in a field. @param {HTMLFormElement} form @param {string} name */
export function valueOf(form, name) {
  const input = /** @type {HTMLInputElement | HTMLSelectElement} */ (form.querySelector(`#${idOf(name)}`));
  if (input instanceof HTMLInputElement && input.type === "checkbox") return input.checked ? "1" : "";
  return input.value;
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
export function put(form, name, value) {
  /** @type {HTMLInputElement | HTMLSelectElement} */ (form.querySelector(`#${idOf(name)}`)).value = value;
}

/** What is said of the address of the copy; null = it is none. @param {string | null} base @param {Say} say */
function remarkOn(base, say) {
  if (base === null) return say("embed-no-address");
  if (base === folderOf(new URL(".", document.baseURI).href)) return say("embed-base-here");
  return isOpen(base) ? say("embed-base-open") : "";
}

/** @param {HTMLFormElement} form @param {Named[]} quizzes @param {Say} say @returns {Choice} */
export function choiceOf(form, quizzes, say) {
  const of = (/** @type {string} */ name) => valueOf(form, name);
  const base = folderOf(of("base"));
  remark(form, "base", base === null, remarkOn(base, say));
  const name = of("quiz");
  const title = quizzes.find(([quiz]) => quiz === name)?.[1] ?? "";
  /** @type {HTMLElement} */ (form.querySelector("[data-part=own]")).hidden = name !== own;
  return {
    ...standardChoice(base ?? example, name, title),
    ...(name === own && ownOf(form, base ?? example, say)),
    colours: coloursOf(form, say),
    radius: of("radius"),
    theme: of("theme"),
    heading: of("heading"),
    lang: of("lang"),
    resume: of("resume") !== "",
    eager: of("eager") !== "",
    private: of("private") !== "",
  };
}

/**
 * A quiz at an address of its own; what is not written yet stands as an example.
 * @param {HTMLFormElement} form
 * @param {string} base
 * @param {Say} say
 */
function ownOf(form, base, say) {
  const address = (/** @type {string} */ name) => {
    const words = valueOf(form, name);
    const found = addressOf(words);
    const wrong = found === null && words.trim() !== "";
    remark(form, name, wrong, wrong ? say("embed-no-address") : "");
    return found;
  };
  const src = address("src");
  return {
    src: src ?? `${base}quizzes/my-quiz.json`,
    unwritten: src === null,
    page: address("page") ?? base,
    title: valueOf(form, "title").trim() || say("embed-own"),
  };
}

/** @param {HTMLFormElement} form @param {Say} say */
function coloursOf(form, say) {
  const colours = { accent: "", surface: "", text: "" };
  for (const part of parts) {
    const words = valueOf(form, part);
    colours[part] = colourOf(words);
    const wrong = colours[part] === "" && words.trim() !== "";
    remark(form, part, wrong, wrong ? say("embed-no-colour") : hintOf(part, say));
    const picker = /** @type {HTMLInputElement} */ (form.querySelector(`[data-picks="${part}"]`));
    picker.value = colours[part] || asItComes(part);
  }
  return colours;
}

/**
 * The languages that the document has, to choose from. Gives back the one that is chosen, "" = none.
 * @param {HTMLFormElement} form
 * @param {string[]} languages
 * @param {Say} say
 */
export function offerLanguages(form, languages, say) {
  const select = /** @type {HTMLSelectElement} */ (form.querySelector(`#${idOf("lang")}`));
  /** @type {HTMLElement} */ (select.closest("[data-field]")).hidden = languages.length < 2;
  const there = [...select.options].slice(1).map(({ value }) => value);
  if (there.join() === languages.join()) return select.value;
  const names = new Intl.DisplayNames([say.language], { type: "language", fallback: "code" });
  select.replaceChildren(
    node("option", { value: "" }, say("embed-lang-none")),
    ...languages.map((language) => node("option", { value: language }, nameIn(names, language))),
  );
  return select.value;
}
