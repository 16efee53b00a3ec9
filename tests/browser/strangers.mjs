// Documents in which every text field of the schemas stands somewhere, as a stranger could write them, with harmless words.
import { ADVERT } from "./advert-page.mjs";
import { filled, SCHEMAS } from "./fields.mjs";
import { ladder } from "./ladder.mjs";
import { catalogue, lexicon, shippedQuiz } from "./shipped.mjs";
import { statementsQuiz } from "./statements.mjs";

/** A word that is nothing but a word, another each time: no two options may have the same. */
const words = () => {
  let count = 0;
  return () => `word ${(count += 1)}`;
};

/** @param {keyof typeof SCHEMAS} kind @param {any} document @param {(field: string) => boolean} [left] fields left out */
function whole(kind, document, left = () => false) {
  const next = words();
  // No part of it stands in two places.
  return filled(SCHEMAS[kind], JSON.parse(JSON.stringify(document)), (field) =>
    left(field) || field === "document.$schema" ? null : next(),
  );
}

const NEXT = ["../another.html", "https://example.org/"].map((link) => ({ title: "Another", link }));

/** An item of every type, and all that a quiz of one skill can say. */
async function everything() {
  const quiz = /** @type {any} */ (await shippedQuiz("starter"));
  const of = (/** @type {string} */ type) => quiz.items.find((/** @type {any} */ item) => item.type === type);
  quiz.$schema = "https://example.org/schema/quiz-1.json";
  of("multiple").options[0].shows = ["asks"];
  of("judge").options[0].shows = ["asks"];
  of("allocate").options[0].shows = ["asks"];
  const steps = [{ behaviour: "asks", from: 2 }];
  const together = [
    { ...of("likert"), id: "likert-2", group: "last", shows: steps },
    { ...of("frequency"), id: "frequency-2", group: "last", shows: steps },
  ];
  const targets = {
    id: "allocate-2",
    type: "allocate",
    prompt: "Share them out again.",
    total: 10,
    skill: "listening",
    options: ["a", "b"].map((id) => ({ id, text: `Share ${id}`, target: [4, 6] })),
  };
  quiz.items.push(...together, targets);
  // As they are made from the catalogue for our own.
  quiz.meaning = [
    { role: "pm", name: "Product manager", need: 3, weight: 0.05, floor: 2, from: "D3", text: "What it is." },
  ];
  Object.assign(quiz, {
    attributions: ["Contains words."],
    next: NEXT,
    forms: [
      { id: "my-quiz", name: "A", link: "a.html" },
      { id: "other", name: "B", link: "b.html" },
    ],
  });
  quiz.assumed = { prior_mean: 2, prior_sd: 1, answer_sd: 1.2 };
  quiz.learn.push({ skill: "listening", text: "Ask.", sources: ["a book"] });
  for (const item of quiz.items) item.sources ??= ["a book"];
  return whole("quiz", quiz, (field) => field === "sorted-option.talk");
}

/** What is counted, without a level. */
async function counted() {
  const quiz = /** @type {any} */ (await shippedQuiz("product-or-sales"));
  quiz.items = quiz.items.slice(0, 2);
  const count = quiz.items.flatMap((/** @type {any} */ item) => item.options).length;
  quiz.counted.ends = [{ from: 0, to: count, text: "So many." }];
  return whole("quiz", quiz);
}

/** Questions that are chosen, over a calibration: what a graded quiz says of itself. */
function chosen() {
  const quiz = ladder({ scale: { zero: 2, unit: 1 }, next: NEXT });
  quiz.evidence = {
    ...quiz.evidence,
    sample: { means: [2], covariance: [[0.6]] },
    deviation: 0.8,
    study: "Nobody, never.",
    grade: 4,
  };
  return whole("quiz", quiz);
}

/** Every text that can be translated is, and taken so. */
async function translated() {
  const { items, skills, learn, evidence, ...quiz } = /** @type {any} */ (await shippedQuiz("starter"));
  const kept = {
    ...quiz,
    skills,
    learn,
    evidence,
    items: items.slice(0, 2),
    scales: undefined,
    feedback: undefined,
    summary: undefined,
  };
  const strings = Object.fromEntries([
    ...[
      "title",
      "about",
      "author",
      "skills/listening/name",
      "skills/listening/definition",
      "evidence/note",
      "learn/0/text",
    ].map((path) => [path, "Wort"]),
    ...[0, 1, 2, 3, 4].map((level) => [`skills/listening/levels/${level}`, `Wort ${level}`]),
    ...kept.items.flatMap((/** @type {any} */ { id, options }) => [
      [`items/${id}/prompt`, "Frage"],
      ...options.map((/** @type {any} */ option) => [`items/${id}/options/${option.id}/text`, `Wort ${option.id}`]),
    ]),
  ]);
  return whole("quiz", { ...kept, author: "Nobody", translations: [{ language: "de", strings }] });
}

/** A few skills of the catalogue, one of which has a quiz of its own. */
async function fewSkills() {
  const { skills } = /** @type {any} */ (await catalogue());
  return [...skills.slice(0, 3), skills.find((/** @type {any} */ { quiz }) => quiz)];
}

/** A quiz of several skills of the catalogue. */
async function several() {
  const quiz = await statementsQuiz();
  const ids = (await fewSkills()).map(({ id }) => id);
  quiz.skills = quiz.skills.filter((/** @type {any} */ { id }) => ids.includes(id));
  quiz.items = quiz.items.filter((/** @type {any} */ { skill }) => ids.includes(skill));
  quiz.correlations = [{ skill: ids[0], with: ids[1], value: 0.3 }];
  return whole("quiz", quiz);
}

/** The shipped catalogue, of few skills and roles. */
async function roles() {
  const all = /** @type {any} */ (await catalogue());
  all.skills = await fewSkills();
  const known = new Set(all.skills.map((/** @type {any} */ { id }) => id));
  const ours = (/** @type {any} */ { skill }) => known.has(skill);
  all.roles = all.roles
    .map((/** @type {any} */ role) => ({ ...role, needs: role.needs.filter(ours) }))
    .filter((/** @type {any} */ { needs }) => needs.length)
    .slice(0, 4);
  all.origins = all.origins
    .map((/** @type {any} */ one) => ({ ...one, levels: one.levels.filter(ours) }))
    .filter((/** @type {any} */ { levels }) => levels.length)
    .slice(0, 2);
  for (const skill of all.skills) skill.learn = skill.learn?.slice(0, 2);
  return whole("catalogue", all);
}

export const STRANGERS = {
  everything: await everything(),
  counted: await counted(),
  chosen: chosen(),
  translated: await translated(),
  several: await several(),
};
export const CATALOGUE = await roles();
export const LEXICON = whole("lexicon", await lexicon());
/** Phrases enough that the advert of the tests is read: those that begin as words of it do. */
export const SHORT_LEXICON = {
  ...LEXICON,
  phrases: LEXICON.phrases
    .filter((/** @type {{ phrase: string }} */ { phrase }) => ADVERT.toLowerCase().includes(phrase.split(/[ *]/)[0]))
    .slice(0, 80),
};
