// The kept results: when each was taken, whether it counts, what changed since the time before.
import { actionButton, node } from "../view/dom.js";
import { gradeWords } from "../view/evidence.js";
import { problemList } from "../view/problems.js";
import { textInline, textPlain } from "../view/text.js";
import { dayWords } from "./numbers.js";
import { partNode, skillName } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").KeptResult} KeptResult */

/** @param {KeptResult} kept @param {Profile} profile */
function changes({ change }, profile) {
  const { say } = profile.stage;
  const line = (/** @type {NonNullable<KeptResult["change"]>[number]} */ { skill, since, difference, code, same_version }) => {
    const before = profile.results.find(({ index }) => index === since);
    return node("li", {},
      say.parts(`my-again-${code}`, { skill: skillName(profile, skill), difference: say.signed(difference), day: dayWords(before?.taken ?? null, say) }),
      !same_version && ` ${say("my-again-version")}`);
  };
  return change !== null && change.length > 0 && [
    node("ul", { class: "again" }, change.map(line)),
    node("p", { class: "small" }, say("my-again-method")),
  ];
}

/** @param {KeptResult} kept @param {Profile} profile */
function resultItem(kept, profile) {
  const { say } = profile.stage;
  const day = dayWords(kept.taken, say);
  return node("li", { class: kept.newest ? null : "older" },
    node("div", {},
      node("h3", { class: "h1" }, textInline(kept.title, kept.stage)),
      node("p", { class: "small" }, [say("my-taken", { day }), say("my-answered-of", { answered: kept.answered, count: kept.items }),
        say("my-version", { version: kept.version })].join(" · ")),
      !kept.newest && node("p", { class: "small" }, node("span", { class: "tag" }, say(kept.again ? "my-twice" : kept.report ? "my-older" : "my-not-counted"))),
      kept.newest && node("p", { class: "small" }, gradeWords(kept.stage)),
      changes(kept, profile)),
    actionButton("remove", say("my-remove"), { class: "link", "data-index": kept.index, "aria-label": say("my-remove-of", { quiz: textPlain(kept.title), day }) }));
}

/** One of which not even the quiz could be read. @param {Profile["view"]["results"][number]} result @param {Profile} profile */
function unreadItem({ index, taken }, profile) {
  const { say } = profile.stage;
  const name = say("my-unread", { n: index + 1 });
  return node("li", { class: "older" },
    node("div", {}, node("h3", { class: "h1" }, name), node("p", { class: "small" }, say("my-unread-why"))),
    actionButton("remove", say("my-remove"), { class: "link", "data-index": index, "aria-label": say("my-remove-of", { quiz: name, day: dayWords(taken || null, say) }) }));
}

/** Newest first. @param {Profile} profile */
export function resultsPart(profile) {
  const unread = profile.view.results.filter(({ index }) => profile.results.every((kept) => kept.index !== index));
  const byDay = [...profile.results].sort((a, b) => b.taken.localeCompare(a.taken) || b.index - a.index);
  const ahead = profile.view.problems.filter(({ code }) => code === "profile-future");
  return partNode("results", "my-quizzes-title", profile.stage,
    node("p", {}, profile.stage.say("my-quizzes-lead")),
    ahead.length > 0 && node("div", { class: "caution" }, problemList(ahead, profile.stage.say)),
    node("ul", { class: "kept" }, byDay.map((kept) => resultItem(kept, profile)), profile.mended === null && unread.map((result) => unreadItem(result, profile))));
}
