// Levels on one common axis: a dot, and around it a band that fades towards level -+ spread. The words
// beside each row and the table below say the same, so that nothing hangs on the picture.
import { node, svgNode } from "../shared/dom.js";
import { levelName, levelNumber, reachName } from "./level-words.js";
import { textInline } from "./text.js";

/** @typedef {import("../types.d.ts").SkillReport} SkillReport */
/** @typedef {import("../types.d.ts").Estimated} Estimated */
/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */

const levels = /** @type {const} */ ([0, 1, 2, 3, 4]);

/** @param {SkillReport} skill @returns {skill is Estimated} */
export function isEstimated(skill) {
  return skill.state === "estimated" && skill.level !== null;
}

/**
 * What the scale says of the level; where the band crosses a boundary, of each level that it reaches, under its name.
 * @param {Estimated} skill
 * @param {Stage} stage
 */
export function levelPhrase({ skill, from, to }, stage) {
  const anchors = stage.quiz.skills.find(({ id }) => id === skill)?.levels ?? [];
  const phrase = (/** @type {number} */ level) => anchors[level] && textInline(anchors[level], stage);
  if (from === to || !anchors.length) return phrase(from);
  return levels
    .slice(from, to + 1)
    .map((level) => node("div", {}, node("b", {}, levelName(level, stage)), ": ", phrase(level)));
}

/** @param {Estimated} skill @param {Stage} stage @returns {Child} */
export function levelWords(skill, stage) {
  const { say } = stage;
  const { level, end } = skill;
  return [
    say.parts("level-near", { level: levelNumber("level", level, stage), name: reachName(skill, stage) }),
    end && ` ${say("at-end", { end: say(`end-${end}`) })}`,
  ];
}

/** @param {Estimated} skill @param {Stage} stage */
export function bandWords({ low, high, end }, stage) {
  return stage.say.parts(end ? `band-${end}` : "band", {
    low: levelNumber("low", low, stage),
    high: levelNumber("high", high, stage),
  });
}

/** Where on the axis, in per cent; the axis runs as the text does. @param {number} level @param {Stage} stage */
function place(level, { quiz }) {
  return `${Math.round((quiz.direction === "rtl" ? 4 - level : level) * 2500) / 100}%`;
}

/** @param {Estimated} skill @param {Stage} stage */
function bandPicture({ level, spread, standard_error, low, high }, stage) {
  const off = spread ?? standard_error ?? 0;
  const shade = stage.id();
  // A calibrated level may lie beyond the ends of the axis.
  const [start, dot, end] = [low, level, high].map((value) => Math.min(4, Math.max(0, value)));
  const [from, to] = [start, end].sort((a, b) => (stage.quiz.direction === "rtl" ? b - a : a - b));
  const width = `${(end - start) * 25}%`;
  return svgNode(
    "svg",
    { "aria-hidden": "true" },
    svgNode(
      "linearGradient",
      { id: shade, gradientUnits: "userSpaceOnUse", x1: place(level - off, stage), x2: place(level + off, stage) },
      [0, 0.5, 1].map((offset) => svgNode("stop", { offset, "stop-opacity": offset === 0.5 ? 0.6 : 0.12 })),
    ),
    levels.map((tick) =>
      svgNode("line", { class: "tick", x1: place(tick, stage), x2: place(tick, stage), y1: 0, y2: "100%" }),
    ),
    svgNode(
      "g",
      { class: "band" },
      svgNode("rect", { x: place(from, stage), width, fill: `url(#${shade})` }),
      [from, to].map((edge) => svgNode("rect", { class: "edge", x: place(edge, stage), width: 1 })),
    ),
    svgNode("circle", { cx: place(dot, stage), cy: "50%", r: 6 }),
    svgNode("text", { x: place(dot, stage), y: "50%", dy: "-1.4em", "text-anchor": "middle" }, stage.say.level(dot)),
  );
}

/** One skill alone: band and dot, with the names of the levels below. @param {Estimated} skill @param {Stage} stage */
export function onePicture(skill, stage) {
  return node("div", { class: "picture" }, node("div", { class: "plot" }, bandPicture(skill, stage)), axisNames(stage));
}

/** @param {SkillReport} skill @param {Stage} stage @param {Child} more what stands under the name */
function skillRow(skill, stage, more) {
  return node(
    "div",
    { class: "skill", "data-skill": skill.skill },
    node("b", { class: "what" }, textInline(skill.name, stage), more),
    isEstimated(skill)
      ? [
          node("div", { class: "plot" }, bandPicture(skill, stage)),
          node(
            "div",
            { class: "value" },
            levelWords(skill, stage),
            " ",
            node("span", { class: "small" }, bandWords(skill, stage)),
          ),
        ]
      : node(
          "div",
          { class: "small value" },
          stage.say(skill.asked ? "too-few" : "not-asked", { answered: skill.answered, count: skill.asked }),
        ),
  );
}

/** The five names of the levels, each at its place on the axis. @param {Stage} stage */
function axisNames(stage) {
  return node(
    "div",
    { class: "names", "aria-hidden": "true" },
    levels.map((level) => node("span", {}, levelName(level, stage))),
  );
}

/**
 * Highest first; what is too close to call stands in one group.
 * @param {Report} report
 * @param {Stage} stage
 * @param {(skill: SkillReport) => Child} more what stands under a skill's name
 */
export function skillsChart(report, stage, more = () => null) {
  const rowOf = (/** @type {string} */ id) =>
    report.skills.filter(({ skill }) => skill === id).map((skill) => skillRow(skill, stage, more(skill)));
  const unsure = report.skills.filter((skill) => !isEstimated(skill));
  return node(
    "div",
    { class: "chart" },
    node("div", { class: "skill axis" }, node("div", { class: "plot" }, axisNames(stage))),
    node(
      "ol",
      {},
      report.order.map((group) =>
        node(
          "li",
          { class: group.length > 1 && "tied" },
          group.length > 1 && node("p", { class: "small tie" }, stage.say("tied", { count: group.length })),
          group.map(rowOf),
        ),
      ),
      unsure.map((skill) => node("li", {}, skillRow(skill, stage, more(skill)))),
    ),
  );
}
