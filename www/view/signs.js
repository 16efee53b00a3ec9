// A kind word about answers that deserve another look, and the way to them.
import { actionButton, node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * What it is that makes the answers say too little about roles: signs of carelessness come before all others.
 * @param {Report} report
 */
export function carelessSign({ signs, careless }) {
  return careless ? /** @type {"fast" | "flat" | "random" | "instructed"} */ (signs[0].code) : null;
}

/**
 * Nothing where the sentence about the roles has said it already, with the way to the answers.
 * @param {Report["signs"][number]} sign
 * @param {FullReport} report
 * @param {Stage} stage
 */
export function signNote({ code }, report, { say }) {
  const noRoles = report.match?.verdict.reason === "careless";
  if (noRoles && code === carelessSign(report)) return null;
  return node(
    "div",
    { class: "sign screen", "data-sign": code },
    node("p", {}, say(`sign-${code}`), " ", !noRoles && say("sign-same")),
    actionButton("review", say(code === "fast" ? "look-fast" : "look-again"), { "data-sign": code }),
  );
}
