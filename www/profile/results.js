// The saved results: when each was taken, whether it counts, what changed since the time before.
import { actionButton, node } from "../shared/dom.js";
import { gradeWords } from "../view/evidence.js";
import { problemList } from "../view/problems.js";
import { textInline, textPlain } from "../view/text.js";
import { dayWords } from "./numbers.js";
import { partNode, skillName } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ReadResult} ReadResult */

/** @param {ReadResult} saved @param {Profile} profile */
function changes({ change }, profile) {
  const { say } = profile.stage;
  const line = (
    /** @type {NonNullable<ReadResult["change"]>[number]} */ { skill, since, difference, code, same_version },
  ) => {
    const before = profile.results.find(({ index }) => index === since);
    return node(
      "li",
      {},
      say.parts(`my-again-${code}`, {
        skill: skillName(profile, skill),
        difference: say.signed(difference),
        day: dayWords(before?.taken ?? null, say),
      }),
      !same_version && ` ${say("my-again-version")}`,
    );
  };
  return (
    change !== null &&
    change.length > 0 && [
      node("ul", { class: "again" }, change.map(line)),
      node("p", { class: "small" }, say("my-again-method")),
    ]
  );
}

/** @param {ReadResult} saved @param {Profile} profile */
function resultItem(saved, profile) {
  const { say } = profile.stage;
  const day = dayWords(saved.taken, say);
  return node(
    "li",
    { class: saved.newest ? null : "older" },
    node(
      "div",
      {},
      node("h3", { class: "h1" }, textInline(saved.title, saved.stage)),
      node(
        "p",
        { class: "small" },
        [
          say("my-taken", { day }),
          say("my-answered-of", { answered: saved.answered, count: saved.items }),
          say("my-version", { version: saved.version }),
        ].join(" · "),
      ),
      !saved.newest &&
        node(
          "p",
          { class: "small" },
          node("span", { class: "tag" }, say(saved.again ? "my-twice" : saved.report ? "my-older" : "my-not-counted")),
        ),
      saved.newest && node("p", { class: "small" }, gradeWords(saved.stage)),
      changes(saved, profile),
    ),
    actionButton("remove", say("my-remove"), {
      class: "link",
      "data-index": saved.index,
      "aria-label": say("my-remove-of", { quiz: textPlain(saved.title), day }),
    }),
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
    node("div", {}, node("h3", { class: "h1" }, name), node("p", { class: "small" }, say("my-unread-why"))),
    actionButton("remove", say("my-remove"), {
      class: "link",
      "data-index": index,
      "aria-label": say("my-remove-of", { quiz: name, day: dayWords(taken || null, say) }),
    }),
  );
}

/** Newest first. @param {Profile} profile */
export function resultsPart(profile) {
  const unread = profile.view.results.filter(({ index }) => profile.results.every((saved) => saved.index !== index));
  const byDay = [...profile.results].sort((a, b) => b.taken.localeCompare(a.taken) || b.index - a.index);
  const ahead = profile.view.problems.filter(({ code }) => code === "profile-future");
  return partNode(
    "results",
    "my-quizzes-title",
    profile.stage,
    node("p", {}, profile.stage.say("my-quizzes-lead")),
    ahead.length > 0 && node("div", { class: "caution" }, problemList(ahead, profile.stage.say)),
    node(
      "ul",
      { class: "saved" },
      byDay.map((saved) => resultItem(saved, profile)),
      profile.mended === null && unread.map((result) => unreadItem(result, profile)),
    ),
  );
}
