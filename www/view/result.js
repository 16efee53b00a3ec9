// The result, in the order in which it is to be read: a sentence, levels with their spread, roles, what to
// learn, the questions again, and how it was worked out.
import { addingUp } from "./adding-up.js";
import { answerWords, optionMarks } from "../kinds/answer.js";
import { actionButton, disclosure, headingNode, node, tableNode } from "../shared/dom.js";
import { gradeWords } from "./evidence.js";
import { levelName, levelNumber } from "./level-words.js";
import { meaningSection } from "./meaning.js";
import { assumedWords, pullSum } from "./pulls.js";
import { signNote } from "./signs.js";
import { bandWords, isEstimated, levelPhrase, levelWords, skillsChart } from "./skills-chart.js";
import { linkNode, textBlocks, textInline, textPlain, textStart } from "./text.js";

/** @typedef {import("../types.d.ts").Report} Report */
/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../types.d.ts").SkillReport} SkillReport */
/** @typedef {import("../types.d.ts").Estimated} Estimated */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Child} Child */

/** How many pulls each way are shown, and how many things to learn before the rest is folded away. */
const mostPulls = 3;
const mostLearn = 7;

/** The first sentence. @param {FullReport} report @param {Stage} stage */
function resultSentence({ match, skills, order }, stage) {
  const { say } = stage;
  if (match) return stage.roles?.verdictSentence(match, stage);
  const [only] = skills;
  if (skills.length === 1) return isEstimated(only) ? oneSentence(only, stage) : say("sentence-too-few");
  const top = skills.filter(({ skill }) => order[0]?.includes(skill)).map(({ name }) => textInline(name, stage));
  return top.length
    ? say.parts("sentence-many", { skills: say.list(top), count: top.length })
    : say("sentence-too-few");
}

/**
 * Only where the whole band is that of one level is the level named alone.
 * @param {Estimated} skill
 * @param {Stage} stage
 */
function oneSentence({ from, to, end }, stage) {
  const { say } = stage;
  if (from !== to) return say("sentence-between", { from: levelName(from, stage), to: levelName(to, stage) });
  const name = levelName(from, stage);
  return end ? say("sentence-end", { end: say(`end-${end}`), name }) : say("sentence-one", { level: from, name });
}

/** The sentence in numbers, and what the scale says of such a level. @param {Estimated} skill @param {Stage} stage */
function oneLead(skill, stage) {
  return [
    node(
      "p",
      {},
      stage.say.parts(skill.end ? "one-lead-end" : "one-lead", {
        level: levelNumber("level", skill.level, stage),
        band: bandWords(skill, stage),
      }),
    ),
    node("div", {}, textInline(skill.name, stage), ": ", levelPhrase(skill, stage)),
  ];
}

/** @param {FullReport} report @param {Stage} stage @returns {Child} */
function resultLead(report, stage) {
  if (report.match) return stage.roles?.verdictLead(report, report.match, stage);
  const [only] = report.skills;
  if (report.skills.length === 1 && isEstimated(only)) return oneLead(only, stage);
  return node(
    "p",
    {},
    stage.say("count-lead", { answered: report.answered, count: report.asked.length || report.items }),
  );
}

/** @param {SkillReport} skill @param {Stage} stage */
function levelRow(skill, stage) {
  const { say } = stage;
  const cells = isEstimated(skill)
    ? [[levelWords(skill, stage), node("div", { class: "small" }, levelPhrase(skill, stage))], bandWords(skill, stage)]
    : [say("none-given"), "–"];
  return [textInline(skill.name, stage), ...cells, say("answers-of", { answered: skill.answered, count: skill.asked })];
}

/**
 * The pulls that matter most, highest first; in hundredths that add up.
 * @param {SkillReport} skill
 * @param {Report} report
 * @param {Stage} stage
 */
function pullsTable({ name, pulls, end }, { assumed }, stage) {
  const { say, quiz } = stage;
  const hundredths = addingUp(
    pulls.map(({ pull }) => pull),
    0.01,
  );
  const sum = hundredths.reduce((all, one) => all + one, 0) / 100;
  const sorted = pulls
    .map((pull, index) => ({ ...pull, pull: hundredths[index] / 100 }))
    .sort((a, b) => b.pull - a.pull);
  const shown = sorted.length > 2 * mostPulls ? [...sorted.slice(0, mostPulls), ...sorted.slice(-mostPulls)] : sorted;
  const rows = shown.flatMap(({ item, value, pull }) => {
    const index = quiz.items.findIndex(({ id }) => id === item);
    return index < 0
      ? []
      : [
          [
            node("span", { class: "small" }, `${say.whole(index + 1)}. `, textStart(quiz.items[index].prompt, stage)),
            say.level(value),
            say.signed(pull),
          ],
        ];
  });
  const hidden = sorted.length - shown.length;
  return [
    tableNode([textInline(name, stage)], [say("question"), say("pull-value"), say("pull")], rows),
    node(
      "p",
      { class: "small" },
      hidden > 0 && `${say("pull-hidden", { count: hidden })} `,
      pullSum(sum, assumed.prior_mean, end, stage),
    ),
  ];
}

/** @param {Report} report @param {Stage} stage */
function skillsSection(report, stage) {
  const { say } = stage;
  const feedback = report.skills.filter((skill) => skill.feedback);
  const pulled = report.skills.filter(({ pulls }) => pulls.length > 0);
  return node(
    "section",
    { class: "part" },
    headingNode(stage, 1, say("skills-title", { count: report.skills.length })),
    node("p", {}, say("skills-lead")),
    skillsChart(report, stage),
    feedback.map((skill) =>
      node(
        "div",
        { class: "feedback" },
        report.skills.length > 1 && headingNode(stage, 2, textInline(skill.name, stage)),
        isEstimated(skill) && skill.from !== skill.to && node("p", { class: "small" }, say("feedback-middle")),
        skill.feedback && textBlocks(skill.feedback, stage),
      ),
    ),
    disclosure(
      say("levels-table"),
      tableNode(
        say("levels-caption"),
        [say("skill"), say("level"), say("spread"), say("answers")],
        report.skills.map((skill) => levelRow(skill, stage)),
      ),
    ),
    pulled.length > 0 &&
      disclosure(
        say("pulls-title"),
        node("p", {}, say("pulls-lead")),
        pulled.map((skill) => pullsTable(skill, report, stage)),
      ),
  );
}

/** @param {Report} report @param {Stage} stage */
function nextSection({ next }, stage) {
  return (
    next.length > 0 &&
    node(
      "section",
      { class: "part screen" },
      headingNode(stage, 1, stage.say("next-title")),
      node(
        "ul",
        { class: "next" },
        next.map(({ title, link, why }) =>
          node(
            "li",
            {},
            node("b", {}, linkNode(link, textPlain(title), stage)),
            why && node("div", { class: "small" }, textBlocks(why, stage)),
          ),
        ),
      ),
    )
  );
}

/** @param {string[]} sources @param {Stage} stage */
function sourcesWords(sources, { say }) {
  return sources.length > 0 && node("span", { class: "small" }, ` ${say("sources", { sources: sources.join(", ") })}`);
}

/** The skills that the named roles need more of come first. @param {FullReport} report @param {Stage} stage */
function learnSection(report, stage) {
  const { learn, skills, match } = report;
  if (!learn.length) return null;
  const named = match?.roles.filter(({ role }) => match.verdict.roles.includes(role)) ?? [];
  const wanted = named.flatMap((role) => (match && stage.roles?.gapsOf(role, match)) ?? []).map(({ skill }) => skill);
  const rank = (/** @type {string} */ skill) => (wanted.includes(skill) ? wanted.indexOf(skill) : wanted.length);
  const sorted = [...learn].sort((a, b) => rank(a.skill) - rank(b.skill));
  const entry = (/** @type {typeof learn[number]} */ { skill, text, sources }) =>
    node(
      "li",
      {},
      skills.length > 1 &&
        skills.filter((one) => one.skill === skill).map(({ name }) => node("b", {}, textInline(name, stage), ": ")),
      textInline(text, stage),
      sourcesWords(sources, stage),
    );
  const rest = sorted.slice(mostLearn);
  return node(
    "section",
    { class: "part" },
    headingNode(stage, 1, stage.say("learn-title")),
    node("ul", { class: "learn" }, sorted.slice(0, mostLearn).map(entry)),
    rest.length > 0 &&
      disclosure(stage.say("learn-more", { count: rest.length }), node("ul", { class: "learn" }, rest.map(entry))),
  );
}

/**
 * Each question again: what was answered, and the reasons for each option.
 * @param {Map<string, Answer>} answers
 * @param {Stage} stage
 */
function lookBack(answers, stage) {
  const { say, quiz } = stage;
  return disclosure(
    say("look-title"),
    node(
      "ol",
      { class: "look" },
      quiz.items.map((item) => {
        const answer = answers.get(item.id) ?? null;
        const marks = optionMarks(item, answer, stage);
        return node(
          "li",
          {},
          textBlocks(item.prompt, stage),
          node(
            "p",
            {},
            node("b", {}, say("your-answer")),
            " ",
            item.options.length > 0 && answer !== null ? say("marked-below") : answerWords(item, answer, stage),
            sourcesWords(item.sources, stage),
          ),
          item.options.length > 0 &&
            node(
              "ul",
              {},
              item.options.map(({ id, text, why }) =>
                node(
                  "li",
                  {},
                  marks.has(id) && node("span", { class: "tag" }, marks.get(id)),
                  marks.has(id) && " ",
                  textInline(text, stage),
                  why && node("div", { class: "small" }, textBlocks(why, stage)),
                ),
              ),
            ),
        );
      }),
    ),
  );
}

/** @param {FullReport} report @param {Stage} stage */
function howSection(report, stage) {
  const { say, quiz, build } = stage;
  return node(
    "section",
    { class: "part" },
    headingNode(stage, 1, say("how-title")),
    node("p", {}, gradeWords(stage)),
    stage.quiz.grade > 0 && stage.statedList?.(report, stage),
    node("p", {}, node("b", {}, say("not-for-hiring")), " ", say("not-for-hiring-why")),
    disclosure(
      say("how-more"),
      node(
        "p",
        {},
        say(
          report.skills.some(({ error }) => error === "posterior-sd") ? "how-levels-mean" : "how-levels",
          assumedWords(report),
        ),
      ),
      quiz.adaptive && node("p", {}, say(quiz.calibrated ? "how-adaptive-calibrated" : "how-adaptive")),
      report.match && node("p", {}, say("how-roles")),
      node("p", {}, say("how-repeat", { quiz: quiz.id, version: quiz.version, seed: String(report.seed), build })),
    ),
    node("p", {}, node("a", { href: stage.method, target: "_blank", rel: "noopener" }, say("how-method"))),
    [...quiz.attributions, ...(report.match?.attributions ?? [])].map((tree) =>
      node("p", { class: "small" }, textInline(tree, stage)),
    ),
    node("p", { class: "small" }, say("privacy")),
  );
}

/**
 * @param {FullReport} report
 * @param {Map<string, Answer>} answers
 * @param {Stage} stage
 * @returns {import("../types.d.ts").Screen}
 */
export function drawResult(report, answers, stage) {
  const { say, quiz } = stage;
  const heading = headingNode(stage, 0, resultSentence(report, stage));
  const section = node(
    "section",
    { "data-screen": "result" },
    node("p", { class: "eyebrow" }, say("result"), " · ", textInline(quiz.title, stage)),
    heading,
    node("div", { class: "lead" }, resultLead(report, stage)),
    report.signs.map((sign) => signNote(sign, report, stage)),
    skillsSection(report, stage),
    report.match ? stage.roles?.verdictSection(report, report.match, stage) : meaningSection(report, stage),
    // Room for the page around: what it puts into the tag with slot="result" shows here.
    node("slot", { name: "result" }),
    nextSection(report, stage),
    learnSection(report, stage),
    Object.values(stage.kinds).map((kind) => kind.part?.(answers, stage)),
    lookBack(answers, stage),
    howSection(report, stage),
    node(
      "div",
      { class: "actions" },
      actionButton("print", say("print"), { class: "main" }),
      actionButton("review", say("change-answers")),
      actionButton("restart", say("restart")),
    ),
  );
  return { section, heading };
}
