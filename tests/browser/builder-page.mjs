// The page on embedding as its readers use it: its form by keyboard or at once, its lines by their buttons.
import { Key } from "selenium-webdriver";
import { pickByLetter } from "./hands.mjs";
import { until } from "./rig.mjs";
import { ok } from "./suite.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */

/** Opens it, and waits for the form. @param {Rig} rig @param {string} [origin] */
export async function openBuilder(rig, origin = rig.fresh()) {
  await rig.open(`${origin}/embed.html`);
  await formIsThere(rig);
  return origin;
}

/** @param {Rig} rig */
export const formIsThere = (rig) =>
  until(() => rig.run(() => document.querySelector("#choose-quiz") !== null), "the form is there");

/** Folds the whole form out. @param {Rig} rig */
export const unfoldForm = (rig) =>
  rig.run(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });

/** Chooses at once, as a hand would in the end. @param {Rig} rig @param {Record<string, string | boolean>} choice by the names of fields */
export const choose = (rig, choice) =>
  rig.run((fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const input = /** @type {HTMLInputElement} */ (document.getElementById(`choose-${name}`));
      if (typeof value === "boolean") input.checked = value;
      else input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, choice);

/** The lines that a template makes, as they are shown. @param {Rig} rig @param {string} template @param {string} [host] */
export const linesOf = (rig, template, host = "") =>
  rig.run(
    (lines, name) => {
      const all = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`${name} code[data-lines]`))];
      return all.find((code) => code.dataset.lines === lines)?.textContent ?? "";
    },
    template,
    host && `#host-${host}`,
  );

/** Lines of a name may still be those of a document that is on its way. @param {Rig} rig @param {RegExp} pattern */
export const preloadWith = (rig, pattern) =>
  until(async () => {
    const lines = await linesOf(rig, "[[preload]]");
    return pattern.test(lines) && lines;
  }, `the lines have ${pattern}`);

/** The keys alone: Tab as far as an element, then what is pressed there. */
export class Keys {
  /** @param {Rig} rig */
  constructor(rig) {
    this.rig = rig;
  }

  /** @param {...string} keys */
  async type(...keys) {
    const actions = this.rig.driver.actions({ async: true });
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  }

  /** @param {string} words */
  async write(words) {
    await this.rig.driver
      .actions({ async: true })
      .keyDown(Key.CONTROL)
      .sendKeys("a")
      .keyUp(Key.CONTROL)
      .sendKeys(words)
      .perform();
  }

  /** @param {string} selector */
  async reach(selector) {
    const here = () => this.rig.run((one) => document.activeElement === document.querySelector(one), selector);
    for (let turn = 0; !(await here()); turn += 1) {
      ok(turn < 90, `${selector} cannot be reached by Tab`);
      await this.type(Key.TAB);
    }
  }

  /** Chooses from a list by the first letter of an entry. @param {string} name of the field @param {string} value */
  async pick(name, value) {
    const selector = `#choose-${name}`;
    await this.reach(selector);
    const words = await this.rig.run(
      (list, entry) => document.querySelector(`${list} option[value="${entry}"]`)?.textContent ?? "",
      selector,
      value,
    );
    const chosen = () =>
      this.rig.run((list) => /** @type {HTMLSelectElement} */ (document.querySelector(list)).value, selector);
    await pickByLetter(words, value, (letter) => this.type(letter), chosen);
  }
}

/** What buttons copy from now on is written down; gives back how to read it. @param {Rig} rig */
export async function catchCopies(rig) {
  await rig.run(() => {
    const writeText = async (/** @type {string} */ text) => {
      document.documentElement.dataset.copied = text;
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  return () => until(() => rig.run(() => document.documentElement.dataset.copied), "something is copied");
}
