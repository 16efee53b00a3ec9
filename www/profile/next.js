// The one next step: a question that was skipped, here and now, else the quiz that would tell most, else something to
// learn.
import { node } from "../shared/dom.js";
import { quizName } from "../view/forms.js";
import { drawQuestion } from "../view/question.js";
import { linkNode, textStart } from "../view/text.js";
import { lazily, partNode, skillList, skillName, skillOf } from "./parts.js";
import { firstExercise } from "./plan.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ReadResult} ReadResult */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").ItemView} ItemView */
/** @typedef {{ saved: ReadResult, item: ItemView, skills: string[] }} Skipped */
/** @typedef {(saved: ReadResult, item: string, answer: Answer) => void} Answered */

/**
 * The skills that an item says something about, wherever in it they stand.
 * @param {unknown} item
 * @returns {string[]}
 */
function skillsIn(item) {
  if (Array.isArray(item)) return item.flatMap(skillsIn);
  if (item === null || typeof item !== "object") return [];
  return Object.entries(item).flatMap(([name, value]) =>
    name === "skill" && typeof value === "string" ? [value] : skillsIn(value),
  );
}

/** How much knowing each skill would help, most first. @param {Profile} profile */
function helpful({ explained }) {
  return explained?.next.skills ?? [];
}

/**
 * What was skipped in the quizzes that count, what would help most first. Where answers choose the questions, the way
 * is over.
 * @param {Profile} profile
 * @returns {Skipped[]}
 */
function skippedQuestions(profile) {
  const order = helpful(profile).map(({ skill }) => skill);
  const rank = (/** @type {Skipped} */ { skills }) =>
    Math.min(...skills.map((skill) => order.indexOf(skill)).map((at) => (at < 0 ? order.length : at)));
  const found = profile.results
    .filter(({ newest, record, shown }) => newest && record && !shown.adaptive && shown.skills.length)
    .flatMap((saved) => {
      const items = /** @type {{ id: string }[]} */ (saved.record?.quiz.items ?? []);
      return saved.stage.quiz.items
        .filter(({ id, type }) => !saved.stage.kinds[type].own && (saved.answers.get(id) ?? null) === null)
        .map((item) => ({ saved, item, skills: [...new Set(skillsIn(items.find(({ id }) => id === item.id)))] }));
    });
  return found.sort((a, b) => rank(a) - rank(b));
}

/**
 * What knowing a skill would do to the share of the role in front.
 * @param {{ skill: string, share: number }} best
 * @param {Profile} profile
 */
function whyWords({ skill, share }, profile) {
  const { say } = profile.stage;
  const [today, then] = [profile.explained?.next.share ?? 0, share].map((one) => Math.round(one * 100));
  return node(
    "p",
    { class: "small" },
    say.parts(then > today ? "my-next-why" : "my-next-why-little", { skill: skillName(profile, skill), today, then }),
  );
}

/**
 * One skipped question, answered where it stands.
 * @param {Skipped[]} left
 * @param {Profile} profile
 * @param {Answered} answered
 * @param {(left: Skipped[]) => void} later what comes in its place
 */
function questionNode([{ saved, item }, ...others], profile, answered, later) {
  const { say } = profile.stage;
  const screen = drawQuestion([item], saved.stage.quiz.items.indexOf(item), { ...saved.stage, heading: 3 });
  // It is one alone: nothing to go back to, and it stands in a page that goes on below it.
  screen.section.querySelector(".top")?.remove();
  screen.heading.removeAttribute("aria-describedby");
  screen.section.querySelector(".dock")?.classList.remove("dock");
  screen.section.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = screen.read()?.get(item.id);
    if (answer !== undefined) answered(saved, item.id, answer);
  });
  const count = screen.section.querySelector("[data-action=next]");
  if (count) count.textContent = say("my-count");
  const skip = /** @type {HTMLButtonElement} */ (screen.section.querySelector("[data-action=skip]"));
  skip.textContent = say("my-later");
  skip.addEventListener("click", () => later(others));
  return screen.section;
}

/**
 * What the skipped question is about, and the question itself, folded until it is asked for.
 * @param {Skipped[]} left
 * @param {boolean} open
 * @param {Profile} profile
 * @param {Answered} answered
 * @returns {HTMLElement[]}
 */
function skippedNodes(left, open, profile, answered) {
  const [{ saved, skills }] = left;
  const { say } = profile.stage;
  const best = helpful(profile).find(({ skill }) => skills.includes(skill));
  const lead = node(
    "p",
    {},
    say.parts("my-next-skipped", { quiz: quizName(saved.stage), skills: skillList(profile, skills) }),
    " ",
    left.length > 1 && say("my-next-more", { count: left.length - 1 }),
  );
  const later = (/** @type {Skipped[]} */ others) => {
    const box = lead.parentElement;
    box?.replaceChildren(...(others.length ? skippedNodes(others, true, profile, answered) : quizNodes(profile)));
    const goal =
      box?.querySelector("summary") ?? box?.querySelector("a") ?? box?.closest("section")?.querySelector("h2");
    goal?.focus();
  };
  const fold = lazily(say("my-next-answer"), () => questionNode(left, profile, answered, later), "answer");
  fold.open = open;
  return [lead, ...(best ? [whyWords(best, profile)] : []), fold];
}

/** Whether some quiz has asked about every skill. @param {Profile} profile */
function hasAskedAll({ catalogue, results }) {
  return catalogue.skills.every(({ skill }) =>
    results.some(({ stage: { quiz } }) => quiz.skills.some(({ id }) => id === skill)),
  );
}

/** The quiz to which a link of the catalogue leads. @param {string} link */
function quizOf(link) {
  return link.slice(link.lastIndexOf("/") + 1).split(".html", 1)[0];
}

/**
 * A form of a quiz in which nothing is answered yet: nothing of the quiz where it was not taken, else another one.
 * @param {string} link to the quiz
 * @param {Profile} profile
 */
function openForm(link, { results }) {
  const taken = (/** @type {string} */ id) => results.find(({ quiz }) => quiz === id);
  const saved = taken(quizOf(link));
  return saved ? saved.stage.quiz.forms.find(({ id }) => !taken(id)) : { link, name: null };
}

/**
 * The quiz of the skill that would help most, if it is not saved already, or else another form of it.
 * @param {Profile} profile
 */
function nextQuiz(profile) {
  const { stage } = profile;
  const own = helpful(profile).map(({ skill, share }) => ({ skill, share, quiz: skillOf(profile, skill)?.quiz }));
  // The quiz of all roles asks about every skill; taking it again would replace its answers, and add none.
  if (hasAskedAll(profile)) {
    const [best] = own.flatMap((one) => {
      const form = one.quiz && openForm(one.quiz.link, profile);
      return one.quiz && form ? [{ one, title: textStart(one.quiz.title, stage), form }] : [];
    });
    if (!best) return null;
    const { one, title, form } = best;
    const words = form.name
      ? node("span", {}, stage.say.parts("my-next-form", { quiz: title, name: textStart(form.name, stage) }))
      : title;
    return { link: linkNode(form.link, words, stage), skills: [one.skill], unknown: 0, best: one };
  }
  const unknown = profile.skills.filter(({ known }) => !known).map(({ skill }) => skill);
  const [first] = own;
  return {
    link: node("a", { href: "roles.html" }, stage.say("my-next-roles")),
    skills: first ? [first.skill] : unknown.slice(0, 3),
    unknown: first ? 0 : unknown.length,
    best: first ?? null,
  };
}

/** @param {Profile} profile @returns {HTMLElement[]} */
function quizNodes(profile) {
  const { say } = profile.stage;
  const next = nextQuiz(profile);
  if (next) {
    const { link: quiz, skills, unknown } = next;
    const key = unknown > skills.length ? "my-next-quiz-many" : "my-next-quiz";
    return [
      node("p", {}, say.parts(key, { quiz, skill: skillList(profile, skills), count: unknown })),
      ...(next.best ? [whyWords(next.best, profile)] : []),
    ];
  }
  const exercise = profile.match ? firstExercise(profile) : [];
  return [...exercise, node("p", { class: exercise.length ? "small" : null }, say("my-next-none"))];
}

/** Whether the next step is something to learn. @param {Profile} profile */
export function isNextLearning(profile) {
  return !skippedQuestions(profile).length && !nextQuiz(profile);
}

/** @param {Profile} profile @param {Answered} answered */
export function nextPart(profile, answered) {
  const left = skippedQuestions(profile);
  return partNode(
    "next",
    "my-next-title",
    profile.stage,
    node("div", {}, left.length ? skippedNodes(left, false, profile, answered) : quizNodes(profile)),
  );
}
