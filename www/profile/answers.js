// The answers that a level rests on: what was asked, what was answered, and how far it pulled.
import { addingUp } from "../view/adding-up.js";
import { answerWords } from "../kinds/answer.js";
import { node } from "../shared/dom.js";
import { quizName } from "../view/forms.js";
import { pullSum } from "../view/pulls.js";
import { textStart } from "../view/text.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ProfileSkill} ProfileSkill */

/** @param {Profile} profile @param {NonNullable<ProfileSkill["known"]>} known */
function pullsOf({ results }, known) {
  const hundredths = addingUp(
    known.pulls.map(({ pull }) => pull),
    0.01,
  );
  const pulls = known.pulls.map((pull, index) => ({
    ...pull,
    hundredths: hundredths[index],
    saved: results.find((one) => one.index === pull.result),
  }));
  return pulls.sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull));
}

/**
 * @param {ReturnType<typeof pullsOf>[number]} pull
 * @param {boolean} several whether to name the quiz
 * @param {Profile} profile
 */
function answerLine({ item, value, hundredths, saved }, several, { stage }) {
  const { say } = stage;
  const asked = saved?.stage.quiz.items.find(({ id }) => id === item);
  if (!saved || !asked) return null;
  return node(
    "li",
    {},
    several && node("p", { class: "small from" }, quizName(saved.stage)),
    node("p", { class: "asked" }, textStart(asked.situation ?? asked.prompt, saved.stage)),
    node(
      "div",
      { class: "given" },
      node("b", {}, say("my-you-answered")),
      " ",
      answerWords(asked, saved.answers.get(item), saved.stage),
    ),
    node(
      "p",
      { class: "small" },
      say("my-stands", { value: say.level(value) }),
      ", ",
      say("my-pull", { pull: say.signed(hundredths / 100) }),
    ),
  );
}

/**
 * The answers behind one skill, those that pull most first.
 * @param {NonNullable<ProfileSkill["known"]>} known
 * @param {Profile} profile
 */
export function answersBehind(known, profile) {
  const pulls = pullsOf(profile, known);
  const sum = pulls.reduce((all, { hundredths }) => all + hundredths, 0) / 100;
  return [
    node(
      "ol",
      { class: "pulls" },
      pulls.map((pull) => answerLine(pull, known.measured_by.length > 1, profile)),
    ),
    node("p", { class: "small" }, pullSum(sum, known.prior_mean, known.end, profile.stage)),
  ];
}
