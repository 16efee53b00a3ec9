// What somebody wants to know first: the roles that the results point to, the strongest skills, and how sure that is.
import { node } from "../shared/dom.js";
import { hiredAs, signsLine } from "../view/roles/many.js";
import { verdictSentence, withoutRoles } from "../view/verdict.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").Child} Child */

/** Without roles: how many skills are known, and where to go on. @param {Profile} profile @returns {Child[]} */
function withoutMatch({ view, skills, results, stage: { say } }) {
  const count = view.skills.filter(({ level }) => level !== null).length;
  // A count is none of a skill.
  const title = results.some(({ report }) => report?.skills.length) ? "sentence-too-few" : "my-counts-only";
  const asked = skills.some(({ known }) => known);
  return [
    count ? say("my-known-title", { count }) : say(title),
    node("p", {}, count > 0 && `${say(asked ? "my-known-one" : "my-known-none", { count })} `, say("my-known-on")),
  ];
}

/** What the sentence about roles means. @param {Match} match @param {Profile} profile @returns {Child} */
function lead(match, { view, results, stage }) {
  const { say } = stage;
  const { code, reason, roles } = match.verdict;
  const counted = results.filter(({ newest, report }) => newest && report?.skills.length);
  const sum = (/** @type {"answered" | "items"} */ field) => counted.reduce((all, one) => all + one[field], 0);
  const report = /** @type {import("../types.d.ts").FullReport} */ (
    /** @type {unknown} */ ({ ...view, match, answered: sum("answered"), items: sum("items"), asked: [] })
  );
  if (reason === "careless") return node("p", {}, say("my-careless-lead"));
  if (!roles.length) return [withoutRoles(report, match, stage), signsLine(report, stage)];
  return [
    signsLine(report, stage),
    node("p", {}, say(/** @type {"my-call-clear"} */ (`my-call-${code}`), { count: roles.length })),
    hiredAs(match, stage),
  ];
}

/** What the profile says in a sentence, and what that means. @param {Profile} profile */
export function head(profile) {
  const { results, match, stage } = profile;
  const { say } = stage;
  const counted = results.filter(({ newest }) => newest);
  const answers = counted.reduce((all, one) => all + one.answered, 0);
  const [title, words] = match ? [verdictSentence(match, stage), lead(match, profile)] : withoutMatch(profile);
  return node(
    "div",
    { class: "head" },
    node("p", { class: "eyebrow" }, say("my-from", { count: counted.length, answers })),
    node("h2", { class: "h0", tabindex: -1 }, title),
    node("div", { class: "lead" }, words),
  );
}
