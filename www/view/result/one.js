// The result of one skill: a sentence, band and dot, how sure that is, three cards, and what was done how often.
import { disclosure, node } from "../../shared/dom.js";
import { levelName, levelNumber } from "../level-words.js";
import { meaningFold } from "../meaning.js";
import { bandWords, isEstimated, levelPhrase, onePicture } from "../skills-chart.js";
import { textBlocks, textInline } from "../text.js";
import { behavioursPart } from "./behaviours.js";
import { choiceCards } from "./cards.js";
import { weekCard } from "./learn.js";

/** @typedef {import("../../types.d.ts").FullReport} FullReport */
/** @typedef {import("../../types.d.ts").SkillReport} SkillReport */
/** @typedef {import("../../types.d.ts").Estimated} Estimated */
/** @typedef {import("../../types.d.ts").Stage} Stage */
/** @typedef {import("../../types.d.ts").Parts} Parts */

/**
 * The author's sentence about the person, else one of ours: only where the whole band is that of one level is the level
 * named alone.
 * @param {SkillReport} skill
 * @param {Stage} stage
 */
function sentence(skill, stage) {
  const { say } = stage;
  if (skill.summary) return textInline(skill.summary.you, stage);
  if (!isEstimated(skill)) return say("sentence-too-few");
  const { from, to, end } = skill;
  if (from !== to) return say("sentence-between", { from: levelName(from, stage), to: levelName(to, stage) });
  const name = levelName(from, stage);
  return end ? say("sentence-end", { end: say(`end-${end}`), name }) : say("sentence-one", { level: from, name });
}

/** Where the level lies, in words and numbers. @param {Estimated} skill @param {Stage} stage */
function placeWords(skill, stage) {
  const { say } = stage;
  const { from, to, end } = skill;
  const name = (/** @type {number} */ level) => node("b", {}, levelName(level, stage));
  return say.parts("one-lead", {
    place: end
      ? say("place-end", { end: say(`end-${end}`) })
      : say.parts(from === to ? "place-near" : "place-between", { from: name(from), to: name(to) }),
    level: levelNumber("level", skill.level, stage),
    band: bandWords(skill, stage),
  });
}

/** What the level means, in the words of the scale and of the author. @param {Estimated} skill @param {Stage} stage */
function levelFold(skill, stage) {
  const { say } = stage;
  return disclosure(
    say("level-means"),
    node("div", {}, levelPhrase(skill, stage)),
    skill.feedback && [
      skill.from !== skill.to && node("p", { class: "small" }, say("feedback-middle")),
      textBlocks(skill.feedback, stage),
    ],
  );
}

/** @type {import("../../types.d.ts").PartsOf} */
export function oneParts(report, ranked, answers, stage) {
  const { say } = stage;
  const [skill] = report.skills;
  const sure = isEstimated(skill);
  const given = say("review-count", { given: skill.answered, count: skill.asked });
  const { strong, look } = choiceCards(ranked, answers, stage);
  return {
    sentence: sentence(skill, stage),
    first: [
      node(
        "div",
        { class: "one", "data-skill": skill.skill },
        sure && onePicture(skill, stage),
        node("p", { class: "lead" }, sure ? placeWords(skill, stage) : given),
        sure && skill.answered < skill.asked && node("p", { class: "small" }, given),
        sure && disclosure(say("how-sure"), node("p", {}, say("skills-lead"))),
      ),
    ],
    cards: [strong, weekCard(report.learn[0], stage), look],
    depth: behavioursPart(skill.behaviours, stage),
    folds: [sure && levelFold(skill, stage), meaningFold(report, stage)],
    learn: report.learn.slice(1),
  };
}
