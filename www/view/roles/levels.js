// The levels of several skills: the highest and the lowest as bars, all of them folded.
import { disclosure, headingNode, node, tableNode } from "../../shared/dom.js";
import { bandWords, isEstimated, levelPhrase, levelWords, skillsChart } from "../skills-chart.js";
import { textBlocks, textInline } from "../text.js";

/** @typedef {import("../../types.d.ts").Report} Report */
/** @typedef {import("../../types.d.ts").SkillReport} SkillReport */
/** @typedef {import("../../types.d.ts").Stage} Stage */

/** How many of the highest and of the lowest are shown. */
const mostBars = 3;

/** @param {SkillReport} skill @param {Stage} stage */
function levelRow(skill, stage) {
  const { say } = stage;
  const cells = isEstimated(skill)
    ? [[levelWords(skill, stage), node("div", { class: "small" }, levelPhrase(skill, stage))], bandWords(skill, stage)]
    : [say("none-given"), "–"];
  return [textInline(skill.name, stage), ...cells, say("answers-of", { answered: skill.answered, count: skill.asked })];
}

/** The highest and the lowest, where there are more than both. @param {Report} report @param {Stage} stage */
export function barsPart(report, stage) {
  const { say } = stage;
  const order = report.order.flat();
  const some = (/** @type {string[]} */ ids) =>
    skillsChart(
      { ...report, skills: report.skills.filter(({ skill }) => ids.includes(skill)), order: ids.map((id) => [id]) },
      stage,
    );
  const few = order.length <= 2 * mostBars;
  return node(
    "section",
    { class: "part bars" },
    headingNode(stage, 1, say(few ? "bars-all" : "bars-title")),
    node("p", { class: "small" }, say("skills-lead")),
    few
      ? skillsChart(report, stage)
      : [
          headingNode(stage, 2, say("bars-highest")),
          some(order.slice(0, mostBars)),
          headingNode(stage, 2, say("bars-lowest")),
          some(order.slice(-mostBars)),
        ],
  );
}

/** All of them: bars, what the author says of each, and a table. @param {Report} report @param {Stage} stage */
export function levelsFold(report, stage) {
  const { say } = stage;
  return disclosure(
    say("levels-title", { count: report.skills.length }),
    skillsChart(report, stage),
    report.skills.map(
      (skill) =>
        skill.feedback &&
        node(
          "div",
          { class: "feedback" },
          headingNode(stage, 2, textInline(skill.name, stage)),
          skill.from !== skill.to && node("p", { class: "small" }, say("feedback-middle")),
          textBlocks(skill.feedback, stage),
        ),
    ),
    tableNode(
      say("levels-caption"),
      [say("skill"), say("level"), say("spread"), say("answers")],
      report.skills.map((skill) => levelRow(skill, stage)),
    ),
  );
}
