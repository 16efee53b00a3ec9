// What to answer next: a question that was skipped, here and now, else the quiz that would tell most.
import { node } from "../shared/dom.js";
import { drawQuestion } from "../view/question.js";
import { linkNode, textInline, textPlain } from "../view/text.js";
import { partNode, skillList, skillName, skillOf } from "./parts.js";

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
    .filter(({ newest, record, shown }) => newest && record && !shown.adaptive)
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
 * @returns {Node[]}
 */
function questionNodes(left, profile, answered) {
  const [{ saved, item, skills }] = left;
  const { stage } = profile;
  const { say } = stage;
  const screen = drawQuestion(item, saved.stage.quiz.items.indexOf(item), { ...saved.stage, heading: 3 });
  screen.section.querySelector("[data-action=back]")?.remove();
  screen.section.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = screen.read();
    if (answer !== undefined) answered(saved, item.id, answer);
  });
  const lead = node(
    "p",
    {},
    say.parts("my-next-skipped", { quiz: textInline(saved.title, saved.stage), skills: skillList(profile, skills) }),
    " ",
    left.length > 1 && say("my-next-more", { count: left.length - 1 }),
  );
  const best = helpful(profile).find(({ skill }) => skills.includes(skill));
  const count = screen.section.querySelector("[data-action=next]");
  if (count) count.textContent = say("my-count");
  const skip = /** @type {HTMLButtonElement} */ (screen.section.querySelector("[data-action=skip]"));
  skip.textContent = say("my-later");
  skip.addEventListener("click", () => {
    const box = lead.parentElement;
    box?.replaceChildren(...(left.length > 1 ? questionNodes(left.slice(1), profile, answered) : quizNodes(profile)));
    /** @type {HTMLElement | null | undefined} */ (
      box?.querySelector("[tabindex='-1']") ?? box?.querySelector("a")
    )?.focus();
  });
  return [lead, ...(best ? [whyWords(best, profile)] : []), screen.section];
}

/**
 * The quiz of the skill that would help most, if it is not saved already.
 * @param {Profile} profile
 * @returns {Node[]}
 */
function quizNodes(profile) {
  const { results, stage } = profile;
  const { say } = stage;
  const taken = (/** @type {string} */ link) =>
    results.some(({ quiz }) => link.slice(link.lastIndexOf("/") + 1).split(".html", 1)[0] === quiz);
  // The quiz of all roles asks about every skill; taking it again would replace its answers, and add none.
  const askedAll = profile.catalogue.skills.every(({ skill }) =>
    results.some(({ stage: { quiz } }) => quiz.skills.some(({ id }) => id === skill)),
  );
  const own = helpful(profile).map(({ skill, share }) => ({ skill, share, quiz: skillOf(profile, skill)?.quiz }));
  const best = own.find(({ quiz }) => quiz && !taken(quiz.link));
  if (best?.quiz && askedAll) {
    return [
      node(
        "p",
        {},
        say.parts("my-next-quiz", {
          quiz: linkNode(best.quiz.link, textPlain(best.quiz.title), stage),
          skill: skillName(profile, best.skill),
        }),
      ),
      whyWords(best, profile),
    ];
  }
  if (askedAll) return [node("p", {}, say("my-next-none"))];
  const first = own[0];
  const names = profile.skills
    .filter(({ known }) => !known)
    .map(({ skill }) => skill)
    .slice(0, 3);
  return [
    node(
      "p",
      {},
      say.parts("my-next-quiz", {
        quiz: node("a", { href: "roles.html" }, say("my-next-roles")),
        skill: skillList(profile, first ? [first.skill] : names),
      }),
    ),
    ...(first ? [whyWords(first, profile)] : []),
  ];
}

/** @param {Profile} profile @param {Answered} answered */
export function nextPart(profile, answered) {
  const left = skippedQuestions(profile);
  return partNode(
    "next",
    "my-next-title",
    profile.stage,
    node("div", { class: "next" }, left.length ? questionNodes(left, profile, answered) : quizNodes(profile)),
  );
}
