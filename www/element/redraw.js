// The same screens in other words or with other headings: what was chosen and where the focus is stay.
import { groupAt } from "./group.js";
import { choicesOf, chooseAgain, tabStops } from "../view/choices.js";
import { drawQuestion } from "../view/question.js";

/** @typedef {import("../types.d.ts").QuestionScreen} QuestionScreen */

/**
 * Draws every question anew that was on show.
 * @param {Map<string, QuestionScreen>} screens
 * @param {import("../types.d.ts").Stage} stage
 */
export function redrawQuestions(screens, stage) {
  const places = new Map(stage.quiz.items.map(({ id }, index) => [id, index]));
  for (const [id, { section }] of screens) {
    const index = places.get(id) ?? -1;
    const screen = drawQuestion(groupAt(stage.quiz, index).items, index, stage);
    if (!section.querySelector(".untouched")) chooseAgain(screen.section, choicesOf(section));
    if (section.querySelector(".problem")) screen.read(false);
    screens.set(id, screen);
  }
}

/**
 * Puts another screen into a box; the focus is then where it was, counted in stops of Tab.
 * @param {HTMLElement} box
 * @param {(focus: boolean) => void} show
 */
export function keepingFocus(box, show) {
  const place = tabStops(box).findIndex((stop) => stop.matches(":focus"));
  show(box.matches(":focus-within"));
  tabStops(box)[place]?.focus({ preventScroll: true });
}
