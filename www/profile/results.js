// The saved results, a line each: quiz, day, level with its band, and what has changed since the time before. Opened,
// each says more of itself and can be deleted.
import { actionButton, node } from "../shared/dom.js";
import { gradeWords } from "../view/evidence.js";
import { plainName, quizName } from "../view/forms.js";
import { shownLevel } from "../view/level-words.js";
import { problemList } from "../view/problems.js";
import { bandWords, isEstimated } from "../view/skills-chart.js";
import { allChanges, changeLine } from "./attempts.js";
import { dayWords, shortDay } from "./numbers.js";
import { partNode, skillOf } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ReadResult} ReadResult */
/** @typedef {import("../types.d.ts").Child} Child */

/** From this day on results show levels by the present method from the first. */
const presentMethod = "2026-11-29";

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

/** What a result says in a few words: its count, the level of its one skill, or how many it has. @param {ReadResult} saved @param {Profile} profile @returns {Child} */
function levelOf({ report, stage }, { stage: { say } }) {
  const { skills = [], counted } = report ?? {};
  if (counted?.of) return say("my-counted", { right: counted.right, of: counted.of });
  if (skills.length > 1) return say("my-results-skills", { count: skills.length });
  const [skill] = skills;
  if (!skill || !isEstimated(skill)) return say("my-no-level");
  return say.parts("my-likely", {
    level: node("b", {}, say.level(shownLevel(skill.level))),
    band: bandWords(skill, stage),
  });
}

/** Where other quizzes have moved the level of a quiz of one skill. @param {ReadResult} saved @param {Profile} profile */
function aloneWords({ newest, report }, profile) {
  const [skill, ...others] = report?.skills ?? [];
  if (!newest || !skill || others.length || !isEstimated(skill)) return null;
  const joint = skillOf(profile, skill.skill)?.known;
  const { say } = profile.stage;
  if (!joint || joint.measured_by.length < 2) return null;
  return node("p", {}, say("my-alone", { level: say.level(shownLevel(skill.level)), joint: say.level(joint.level) }));
}

/** @param {ReadResult} saved @param {Profile} profile */
function resultItem(saved, profile) {
  const { say } = profile.stage;
  const state = !saved.newest && say(saved.again ? "my-twice" : saved.report ? "my-older" : "my-not-counted");
  const change = changeLine(saved, profile);
  return node(
    "li",
    { class: saved.newest ? null : "older" },
    node(
      "details",
      {},
      node(
        "summary",
        {},
        node("b", { class: "title-of" }, quizName(saved.stage)),
        node(
          "span",
          { class: "small" },
          node("bdi", {}, shortDay(saved.taken, say)),
          " · ",
          node("span", { "data-level-of": saved.quiz }, levelOf(saved, profile)),
          state && [" ", node("span", { class: "tag" }, state)],
        ),
        change && node("span", { class: "small changed" }, change),
      ),
      node(
        "div",
        { class: "folded" },
        node("p", {}, say("my-answered-of", { answered: saved.answered, count: saved.items })),
        aloneWords(saved, profile),
        allChanges(saved, profile),
        node("p", { class: "small" }, gradeWords(saved.stage)),
        actionButton("remove", say("my-remove"), {
          "data-index": saved.index,
          "aria-label": say("my-remove-of", { quiz: plainName(saved.stage), day: dayWords(saved.taken, say) }),
        }),
      ),
    ),
  );
}

/**
 * One of which not even the quiz could be read.
 * @param {Profile["view"]["results"][number]} result
 * @param {Profile} profile
 */
function unreadItem({ index, taken }, profile) {
  const { say } = profile.stage;
  const name = say("my-unread", { n: index + 1 });
  return node(
    "li",
    { class: "older" },
    node("b", {}, name),
    node("p", { class: "small" }, say("my-unread-why")),
    actionButton("remove", say("my-remove"), {
      "data-index": index,
      "aria-label": say("my-remove-of", { quiz: name, day: dayWords(taken || null, say) }),
    }),
  );
}

/** Newest first. @param {Profile} profile @param {HTMLElement | null} bar what can be done with them */
export function resultsPart(profile, bar) {
  const unread = profile.view.results.filter(({ index }) => profile.results.every((saved) => saved.index !== index));
  const byDay = [...profile.results].sort((a, b) => b.taken.localeCompare(a.taken) || b.index - a.index);
  const ahead = profile.view.problems.filter(({ code }) => code === "profile-future");
  return partNode(
    "results",
    "my-results-title",
    profile.stage,
    profile.results.some(({ newest }) => !newest) &&
      node("p", { class: "small" }, profile.stage.say("my-results-lead")),
    ahead.length > 0 && node("div", { class: "caution" }, problemList(ahead, profile.stage.say)),
    node(
      "ul",
      { class: "saved" },
      byDay.map((saved) => resultItem(saved, profile)),
      profile.mended === null && unread.map((result) => unreadItem(result, profile)),
    ),
    methodNote(profile),
    bar,
  );
}
