// The whole page of a profile, in the order in which it is to be read.
import { node } from "../shared/dom.js";
import { verdictLead, verdictSentence } from "../view/verdict.js";
import { changesPart } from "./changes.js";
import { comparePart } from "./compare.js";
import { howPart } from "./how.js";
import { nextPart } from "./next.js";
import { dayWords } from "./numbers.js";
import { originPart } from "./origin.js";
import { planPart } from "./plan.js";
import { rankingPart } from "./ranking.js";
import { resultsPart } from "./results.js";
import { skillsPart } from "./skills.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").Match} Match */
/**
 * @typedef {{ answered: import("./next.js").Answered, chosen: (origin: string | null) => void }} Changes what the
 *   person may change from within the page
 */

/** From this day on results show levels by the present method from the first. */
const presentMethod = "2026-12-01";

/** Said once, where a result may be older than the method. @param {Profile} profile */
function methodNote({ results, stage }) {
  const { say, method } = stage;
  if (results.every(({ taken }) => taken >= presentMethod)) return null;
  return node(
    "p",
    { class: "small", "data-note": "method" },
    say.parts("my-method", {
      day: dayWords(presentMethod, say),
      better: node("a", { href: `${method}#level` }, say("my-method-better")),
    }),
  );
}

/** What the profile says in a sentence, and what that means. @param {Profile} profile */
function head(profile) {
  const { view, results, skills, match, stage } = profile;
  const { say } = stage;
  const counted = results.filter(({ newest }) => newest);
  const sum = (/** @type {"answered" | "items"} */ field) => counted.reduce((all, one) => all + one[field], 0);
  const report = /** @type {Report} */ (
    /** @type {unknown} */ ({ answered: sum("answered"), items: sum("items"), asked: [], skills: view.skills })
  );
  const count = view.skills.filter(({ level }) => level !== null).length;
  const asked = skills.some(({ known }) => known);
  const title = match
    ? verdictSentence(match, stage)
    : count
      ? say("my-known-title", { count })
      : say("sentence-too-few");
  const careless = match?.verdict.reason === "careless";
  return node(
    "div",
    { class: "head" },
    node("p", { class: "eyebrow" }, say("my-many-lead", { count: counted.length, answers: sum("answered") })),
    node("h2", { class: "h0", tabindex: -1 }, title),
    node(
      "div",
      { class: "lead" },
      careless
        ? node("p", {}, say("my-careless-lead"))
        : match
          ? verdictLead(report, match, stage)
          : node(
              "p",
              {},
              count > 0 && `${say(asked ? "my-known-one" : "my-known-none", { count })} `,
              say("my-known-on"),
            ),
    ),
    methodNote(profile),
  );
}

/**
 * Ways to the parts; what is inside a shadow tree no address leads to.
 * @param {HTMLElement[]} parts
 * @param {import("../types.d.ts").Say} say
 */
function contents(parts, say) {
  const link = (/** @type {HTMLElement} */ part) => {
    const heading = /** @type {HTMLElement} */ (part.querySelector("h2"));
    const name = /** @type {"roles"} */ (part.dataset.part);
    const made = node("a", { href: `#${name}` }, say(`my-go-${name}`));
    made.addEventListener("click", (event) => {
      event.preventDefault();
      heading.focus({ preventScroll: true });
      part.scrollIntoView();
    });
    return node("li", {}, made);
  };
  return node("nav", { class: "contents", "aria-label": say("my-contents") }, node("ul", {}, parts.map(link)));
}

/**
 * @param {Profile} profile
 * @param {HTMLElement} bar what is saved, and what can be done with it
 * @param {Changes} changes
 */
export function drawProfile(profile, bar, { answered, chosen }) {
  const { match, explained, stage } = profile;
  // Without evidence a ranking would be a guess in a table's clothes.
  const ranked = match && match.verdict.code !== "not-enough-evidence" ? match : null;
  const parts = /** @type {HTMLElement[]} */ (
    [
      ranked && rankingPart(ranked, profile),
      ranked && comparePart(ranked, profile),
      skillsPart(profile),
      ranked && explained && changesPart(profile),
      nextPart(profile, answered),
      match && explained && planPart(match, profile),
      originPart(profile, chosen),
      resultsPart(profile),
      howPart(profile),
    ].filter(Boolean)
  );
  return [head(profile), contents(parts, stage.say), bar, ...parts];
}
