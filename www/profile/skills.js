// The skills: the highest and the lowest in sight, all of them folded, with the quizzes and answers that each rests on,
// and where quizzes disagree.
import { disclosure, headingNode, node, tableNode } from "../shared/dom.js";
import { shownLevel } from "../view/level-words.js";
import { bandWords, levelPhrase, levelWords, skillsChart } from "../view/skills-chart.js";
import { quizName } from "../view/forms.js";
import { textInline } from "../view/text.js";
import { answersBehind } from "./answers.js";
import { foldNode, lazily, partNode, skillList } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ProfileSkill} ProfileSkill */
/** @typedef {import("../types.d.ts").SkillReport} SkillReport */
/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {NonNullable<ProfileSkill["known"]>} Known */

/** How many skills are shown at each end; twice as many and fewer are all shown. */
const mostShown = 3;

/** @param {Profile} profile */
function knownSkills({ view }) {
  const known = /** @type {Known[]} */ (/** @type {unknown} */ (view.skills.filter(({ level }) => level !== null)));
  return known.sort((a, b) => b.level - a.level);
}

/** How many answers of how many quizzes. @param {Known} known @param {Profile} profile */
function restWords({ pulls, measured_by }, { stage: { say } }) {
  return say("my-rests", { count: pulls.length, quizzes: say("my-quizzes", { count: measured_by.length }) });
}

/** The quizzes that a skill rests on, by name. @param {Known} known @param {Profile} profile */
function quizNames({ measured_by }, { results, stage }) {
  return stage.say.list(
    results.filter(({ index }) => measured_by.includes(index)).map((saved) => quizName(saved.stage)),
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
              quiz: quizName(saved.stage),
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

/**
 * The skills in these groups on their axis.
 * @param {string[][]} order
 * @param {Profile} profile
 * @param {(skill: SkillReport) => import("../types.d.ts").Child} [more] what stands under a name
 */
function chart(order, { view, stage }, more) {
  const named = order.flat();
  const skills = view.skills
    .filter(({ skill, level }) => (level === null ? more : named.includes(skill)))
    .map((skill) => ({ ...skill, asked: skill.pulls.length || 1, answered: skill.pulls.length, feedback: null }));
  const drawn = skillsChart(/** @type {Report} */ (/** @type {unknown} */ ({ skills, order })), stage, more);
  // A quiz of one skill has named it before; this page has not.
  drawn.classList.remove("single");
  return drawn;
}

/** @param {Known[]} known @param {Profile} profile */
function skillTable(known, profile) {
  const { stage } = profile;
  const { say } = stage;
  const row = (/** @type {Known} */ one) => {
    const shown = /** @type {import("../types.d.ts").Estimated} */ (/** @type {unknown} */ (one));
    return [
      textInline(one.name, stage),
      [levelWords(shown, stage), node("div", { class: "small" }, levelPhrase(shown, stage))],
      bandWords(shown, stage),
      [quizNames(one, profile), node("div", { class: "small" }, restWords(one, profile))],
    ];
  };
  return disclosure(
    say("my-skill-table"),
    tableNode(say("my-skill-caption"), [say("skill"), say("level"), say("spread"), say("my-rests-on")], known.map(row)),
  );
}

/** @param {Known[]} known @param {Profile} profile */
function skillAnswers(known, profile) {
  const { stage } = profile;
  const { say } = stage;
  return disclosure(
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
  );
}

/** Everything about every skill. @param {Known[]} known @param {Profile} profile */
function allSkills(known, profile) {
  const { view, stage } = profile;
  const { say } = stage;
  const quizzes = new Set(known.flatMap(({ measured_by }) => measured_by)).size;
  const rests = (/** @type {SkillReport} */ { skill }) => {
    const one = known.find((other) => other.skill === skill);
    return one && quizzes > 1 && node("span", { class: "small rests" }, restWords(one, profile));
  };
  return foldNode(
    "all-skills",
    say("my-skills-all", { count: known.length }),
    stage,
    1,
    node("p", { class: "small" }, say("my-skills-sure")),
    chart(view.order, profile, rests),
    skillTable(known, profile),
    skillAnswers(known, profile),
  );
}

/** @param {Profile} profile */
export function skillsPart(profile) {
  const { view, skills, stage } = profile;
  const { say } = stage;
  const known = knownSkills(profile);
  const many = known.length > 2 * mostShown;
  const missing = skills
    .filter((one) => view.skills.every(({ skill }) => skill !== one.skill))
    .map(({ skill }) => skill);
  const ends = (/** @type {Known[]} */ some) =>
    chart(
      some.map(({ skill }) => [skill]),
      profile,
    );
  return partNode(
    "skills",
    "my-skills-title",
    stage,
    node("p", { class: "small" }, say("my-skills-lead"), known.length > 1 && ` ${say("my-skills-close")}`),
    many
      ? [
          headingNode(stage, 1, say("my-skills-top")),
          ends(known.slice(0, mostShown)),
          headingNode(stage, 1, say("my-skills-bottom")),
          ends(known.slice(-mostShown)),
        ]
      : known.length > 0 && chart(view.order, profile),
    known.filter(({ disagree }) => disagree).map((one) => disagreement(one, profile)),
    missing.length > 0 &&
      known.length > 0 &&
      node("p", { class: "small" }, say.parts("my-not-measured", { skills: skillList(profile, missing) })),
    view.skills.length > 0 && allSkills(known, profile),
  );
}
