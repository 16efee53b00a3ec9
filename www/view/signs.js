// A kind word about answers that deserve another look, and the way to them.
import { actionButton, node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../types.d.ts").Stage} Stage */

/** More buttons than these would only be in the way. */
const mostButtons = 8;

/**
 * What it is that makes the answers say too little about roles: signs of carelessness come before all others.
 * @param {Report} report
 */
export function carelessSign({ signs, careless }) {
  return careless ? /** @type {"fast" | "flat" | "random"} */ (signs[0].code) : null;
}

/** @param {Report["signs"][number]} sign @param {FullReport} report @param {Stage} stage */
export function signNote({ code, items }, report, { quiz, say }) {
  const noRoles = report.match?.verdict.reason === "careless";
  const inOrder = quiz.items.filter(({ id }) => items.includes(id));
  const again = (/** @type {import("../types.d.ts").ItemView} */ item) => {
    const n = quiz.items.indexOf(item) + 1;
    return [actionButton("change", say.whole(n), { "data-item": item.id, "aria-label": say("change-of", { n }) }), " "];
  };
  return node(
    "p",
    { class: "sign screen", "data-sign": code },
    // The sentence about the roles has said it already.
    say(noRoles && code === carelessSign(report) ? "sign-again" : `sign-${code}`),
    " ",
    inOrder.length > mostButtons ? [actionButton("review", say("change-answers")), " "] : inOrder.map(again),
    !noRoles && say("sign-same"),
  );
}
