// The keyboard alone, in a small window: Tab leads through each question and out of it on both sides, and what has the
// focus is never hidden (WCAG 2.4.11). Whole quizzes by keyboard are taken in `take.mjs` and `types.mjs`.
import { Key } from "selenium-webdriver";
import { smallWindow } from "../emulated.mjs";
import { through, type } from "../focus.mjs";
import { follow, WALKS } from "../screens.mjs";
import { ok, same, test } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const HOST = "metier-quiz";
const KINDS = /** @type {import('../screens.mjs').Walk} */ (
  WALKS.find(({ name }) => name === "a question of each kind")
);

/** To the beginning of the screen, where the focus is when it comes. @param {Rig} rig */
const toHeading = (rig) =>
  rig.run((host) => {
    const heading = document.querySelector(host)?.shadowRoot?.querySelector("section[data-screen] [tabindex='-1']");
    /** @type {HTMLElement} */ (heading).focus();
  }, HOST);

/** What is hidden at the stops. @param {import('../focus.mjs').Stop[]} stops */
const hidden = (stops) => stops.filter(({ seen }) => !seen).map(({ name, over }) => `${name} is covered by ${over}`);

test("Tab leads through every question and out of it, and what has the focus is in sight, in a small window", async (rig) => {
  const restore = await smallWindow(rig);
  try {
    await follow(rig, KINDS, "ltr", async (screen) => {
      await toHeading(rig);
      const forth = await through(rig, HOST);
      same(hidden(forth), [], `${screen}, by Tab`);
      ok(forth.length > 1, `${screen} has stops`);
      await toHeading(rig);
      // Against the order from the end of the page.
      for (let turn = 0; turn < forth.length; turn += 1) await type(rig, Key.TAB);
      same(hidden(await through(rig, HOST, true)), [], `${screen}, by Shift and Tab`);
    });
  } finally {
    await restore();
  }
});
