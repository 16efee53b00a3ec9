// How to be more certain of a role: what to answer, to look at again, or to take besides.
import { actionButton, disclosure, node } from "../../shared/dom.js";
import { carelessSign } from "../signs.js";
import { textInline } from "../text.js";

/** @typedef {import("../../types.d.ts").Report} Report */
/** @typedef {import("../../types.d.ts").Match} Match */
/** @typedef {import("../../types.d.ts").Stage} Stage */

/**
 * What leads to the questions, where there is something to do there; to those that look careless first.
 * @param {Report} report
 * @param {Match} match
 * @param {string} kind
 * @param {Stage} stage
 */
function wayBack(report, { verdict }, kind, { say }) {
  if (verdict.reason === "careless")
    return actionButton("review", say("surer-again"), { class: kind, "data-sign": carelessSign(report) ?? "" });
  const count = report.skipped;
  return count > 0 && actionButton("review", say("surer-skipped", { count }), { class: kind });
}

/** The way on where no role can be named. @param {Report} report @param {Match} match @param {Stage} stage */
export function wayOn(report, match, stage) {
  const button = wayBack(report, match, "main", stage);
  return button && node("p", {}, button);
}

/** @param {Report} report @param {Match} match @param {Stage} stage */
export function surerFold(report, match, stage) {
  const { say } = stage;
  const { verdict, skills } = match;
  const listed = (/** @type {typeof skills} */ some) => say.list(some.map(({ name }) => textInline(name, stage)));
  const helpful = skills.filter(({ skill }) => verdict.unmeasured.includes(skill));
  const missing = skills.filter(
    ({ skill, measured }) => !measured && report.skills.every((one) => one.skill !== skill),
  );
  const lines = [
    wayBack(report, match, "link", stage),
    helpful.length > 0 && say.parts("surer-unmeasured", { skills: listed(helpful) }),
    missing.length > 0 && say.parts("surer-missing", { skills: listed(missing) }),
    say("surer-longer"),
  ].filter(Boolean);
  return disclosure(
    say("surer-title"),
    node(
      "ul",
      {},
      lines.map((line) => node("li", {}, line)),
    ),
  );
}
