// The skills on one axis, which quizzes each rests on, where quizzes disagree, and the answers behind each.
import { disclosure, node, tableNode } from "../shared/dom.js";
import { shownLevel } from "../view/level-words.js";
import { bandWords, levelPhrase, levelWords, skillsChart } from "../view/skills-chart.js";
import { textInline } from "../view/text.js";
import { answersBehind } from "./answers.js";
import { lazily, partNode, skillList } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ProfileSkill} ProfileSkill */
/** @typedef {import("../types.d.ts").SkillReport} SkillReport */
/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {NonNullable<ProfileSkill["known"]>} Known */

/** How many answers of how many quizzes. @param {Known} known @param {Profile} profile */
function restWords({ pulls, measured_by }, { stage: { say } }) {
  return say("my-rests", { count: pulls.length, quizzes: say("my-quizzes", { count: measured_by.length }) });
}

/** The quizzes that a skill rests on, by name. @param {Known} known @param {Profile} profile */
function quizNames({ measured_by }, { results, stage }) {
  return stage.say.list(
    results.filter(({ index }) => measured_by.includes(index)).map((saved) => textInline(saved.title, saved.stage)),
  );
}

/** What each of the quizzes says of a skill on which they disagree. @param {Known} known @param {Profile} profile */
function disagreement(known, { results, stage }) {
  const { say } = stage;
  const measures = results
    .filter(({ index }) => known.measured_by.includes(index))
    .flatMap((saved) => {
      const own = saved.report?.skills.find(({ skill }) => skill === known.skill);
      return own?.level == null
        ? []
        : [
            say.parts("my-measure", {
              quiz: textInline(saved.title, saved.stage),
              level: say.level(shownLevel(own.level)),
            }),
          ];
    });
  return node(
    "p",
    { class: "caution" },
    say.parts("my-disagree", { skill: textInline(known.name, stage), measures: say.list(measures) }),
  );
}

/** @param {Profile} profile */
export function skillsPart(profile) {
  const { view, skills, stage } = profile;
  const { say } = stage;
  const known = /** @type {Known[]} */ (/** @type {unknown} */ (view.skills.filter(({ level }) => level !== null)));
  const asked = view.skills.map((skill) => ({
    ...skill,
    asked: skill.pulls.length || 1,
    answered: skill.pulls.length,
    feedback: null,
  }));
  const missing = skills
    .filter((one) => view.skills.every(({ skill }) => skill !== one.skill))
    .map(({ skill }) => skill);
  const quizzes = new Set(known.flatMap(({ measured_by }) => measured_by)).size;
  const rests = (/** @type {SkillReport} */ { skill }) => {
    const one = known.find((other) => other.skill === skill);
    return one && quizzes > 1 && node("span", { class: "small rests" }, restWords(one, profile));
  };
  const chart = skillsChart(
    /** @type {Report} */ (/** @type {unknown} */ ({ skills: asked, order: view.order })),
    stage,
    rests,
  );
  // A quiz of one skill has named it before; this page has not.
  chart.classList.remove("single");
  const row = (/** @type {Known} */ one) => {
    const shown = /** @type {import("../types.d.ts").Estimated} */ (/** @type {unknown} */ (one));
    return [
      textInline(one.name, stage),
      [levelWords(shown, stage), node("div", { class: "small" }, levelPhrase(shown, stage))],
      bandWords(shown, stage),
      [quizNames(one, profile), node("div", { class: "small" }, restWords(one, profile))],
    ];
  };
  return partNode(
    "skills",
    "my-skills-title",
    stage,
    node("p", {}, say("skills-lead"), " ", say("my-skills-more")),
    chart,
    missing.length > 0 &&
      node("p", { class: "small" }, say.parts("my-not-measured", { skills: skillList(profile, missing) })),
    known.filter(({ disagree }) => disagree).map((one) => disagreement(one, profile)),
    disclosure(
      say("my-skill-table"),
      tableNode(
        say("my-skill-caption"),
        [say("skill"), say("level"), say("spread"), say("my-rests-on")],
        known.map(row),
      ),
    ),
    disclosure(
      say("my-skill-answers"),
      known.map((one) =>
        lazily(
          node(
            "span",
            {},
            node("b", {}, textInline(one.name, stage)),
            node("span", { class: "small" }, ` ${say.level(shownLevel(one.level))}, `, quizNames(one, profile)),
          ),
          () => answersBehind(one, profile),
          "reason",
        ),
      ),
    ),
  );
}
