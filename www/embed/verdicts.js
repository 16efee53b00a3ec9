// What is said of the chosen colours: each contrast in words with its number, and ways out where it is too little.
import { actionButton, node } from "../shared/dom.js";
import { better, enough, shown } from "./contrast.js";
import { verdictsOf, waysOut } from "./judge.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./choice.js").Choice} Choice */

/** @param {number} ratio */
function gradeOf(ratio) {
  if (ratio < enough) return "poor";
  return ratio < better ? "enough" : "best";
}

/** @param {import("./judge.js").Verdict} verdict @param {Say} say */
function verdictLine({ pair, time, ratio }, say) {
  const grade = gradeOf(ratio);
  const name = say(/** @type {"embed-pair-text-surface"} */ (`embed-pair-${pair}`));
  const when = time === "both" ? "" : `, ${say(`embed-time-${time}`)}`;
  const words = say(`embed-contrast-${grade}`, { ratio: say.level(shown(ratio)) });
  return node("li", { "data-grade": grade }, `${name}${when}: `, words);
}

/**
 * Says the verdicts of a choice within the form, and offers the ways out. What is said already is not said again.
 * @param {HTMLFormElement} form
 * @param {Choice} choice
 * @param {Say} say
 */
export function drawVerdicts(form, choice, say) {
  const lines = verdictsOf(choice).map((verdict) => verdictLine(verdict, say));
  const ways = waysOut(choice).map(({ part, value, how }) =>
    actionButton("embed-take", say(`embed-way-${how}`, { value }), { "data-to": part, "data-value": value }),
  );
  replace(form.querySelector("[data-part=verdicts]"), lines.length ? [node("ul", { class: "verdicts" }, lines)] : []);
  replace(form.querySelector("[data-part=ways]"), ways);
}

/** @param {Element | null} box @param {Element[]} next */
function replace(box, next) {
  const said = next.map(({ textContent }) => textContent).join("");
  if (box && (box.textContent !== said || box.childElementCount !== next.length)) box.replaceChildren(...next);
}
