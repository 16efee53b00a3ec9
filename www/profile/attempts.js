// What has changed since the time before, in a line: how far, and whether that is more than the doubt.
import { node } from "../shared/dom.js";
import { ownForm } from "../view/forms.js";
import { shownLevel } from "../view/level-words.js";
import { textStart } from "../view/text.js";
import { whenWords } from "./numbers.js";
import { skillName } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ReadResult} ReadResult */
/** @typedef {NonNullable<ReadResult["change"]>[number]} Difference */
/** @typedef {import("../types.d.ts").Child} Child */

/** Of a quiz of many skills so many changes are told at once. */
const mostTold = 3;

/** As the two levels are printed. @param {Difference} difference */
function shownDifference({ before, now }) {
  return Math.round((shownLevel(now) - shownLevel(before)) * 10) / 10;
}

/** @param {Difference} change @param {ReadResult} saved @param {Profile} profile @returns {Child} */
function changeWords(change, { taken }, { results, stage }) {
  const { say } = stage;
  const before = results.find(({ index }) => index === change.since);
  const day = whenWords(before?.taken ?? "", taken, say);
  const other = change.same_form ? undefined : before && ownForm(before.stage.quiz);
  const when = other ? say.parts("my-when-form", { when: day, name: textStart(other.name, stage) }) : day;
  const off = shownDifference(change);
  if (off === 0) return say.parts("my-change-same", { when });
  return say.parts(off > 0 ? "my-change-higher" : "my-change-lower", {
    difference: say.level(Math.abs(off)),
    when,
    verdict: say(`my-verdict-${change.code}`),
  });
}

/** @param {Difference} change */
function isBeyond({ code }) {
  return code === "larger" || code === "reliable";
}

/**
 * The change of a quiz of one skill in a sentence; of many skills those that changed by more than the doubt, and how
 * many by less.
 * @param {ReadResult} saved
 * @param {Profile} profile
 * @returns {Child}
 */
export function changeLine(saved, profile) {
  const { change } = saved;
  const { say } = profile.stage;
  if (!change?.length) return null;
  if (change.length === 1) return changeWords(change[0], saved, profile);
  const beyond = change.filter((one) => isBeyond(one) && shownDifference(one) !== 0);
  const within = change.filter((one) => !isBeyond(one) && shownDifference(one) !== 0).length;
  const told = beyond.slice(0, mostTold).map((one) => [changeOf(one, saved, profile), " "]);
  return [
    told,
    within > 0 && say("my-change-within-doubt", { count: within }),
    !told.length && !within && say("my-change-same-all"),
  ];
}

/** @param {Difference} change @param {ReadResult} saved @param {Profile} profile */
function changeOf(change, saved, profile) {
  return profile.stage.say.parts("my-change-of", {
    skill: skillName(profile, change.skill),
    change: changeWords(change, saved, profile),
  });
}

/** Every change, and what it rests on. @param {ReadResult} saved @param {Profile} profile @returns {Child} */
export function allChanges(saved, profile) {
  const { change } = saved;
  const { say } = profile.stage;
  if (!change?.length) return null;
  return [
    change.length > 1 &&
      node(
        "ul",
        { class: "again" },
        change.map((one) => node("li", {}, changeOf(one, saved, profile))),
      ),
    node(
      "p",
      { class: "small" },
      say("my-again-method"),
      change.some(({ same_form }) => !same_form) && ` ${say("my-again-form")}`,
      change.some(({ same_form, same_version }) => same_form && !same_version) && ` ${say("my-again-version")}`,
    ),
  ];
}
