// Ways through the site for those who look at its screens: a page opened in a direction, a quiz over a document of one's
// own, answered screen after screen.
import { Quick } from "./hands.mjs";
import { Quiz } from "./quiz.mjs";
import { until } from "./rig.mjs";
import { ok, same } from "./suite.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */
/** @typedef {'ltr' | 'rtl'} Direction */

export const JSON_TYPE = { "content-type": "application/json" };

/** Gives a document in place of a shipped one. @param {Rig} rig @param {string} name @param {unknown} quiz */
const put = (rig, name, quiz) =>
  rig.proxy.replaced.set(`/quizzes/${name}.json`, { headers: JSON_TYPE, body: JSON.stringify(quiz) });

/** The page, and what it holds, as they would be in a language that runs this way. @param {Rig} rig @param {Direction} direction */
export const turn = (rig, direction) =>
  rig.run((way) => {
    document.documentElement.dir = way;
  }, direction);

/**
 * Opens a page of the site.
 * @param {Rig} rig
 * @param {Direction} direction
 * @param {string} path
 * @param {string} [origin]
 */
export async function visit(rig, direction, path, origin = rig.fresh()) {
  await rig.open(`${origin}/${path}`);
  await turn(rig, direction);
}

/**
 * Opens the page of a quiz over this document.
 * @param {Rig} rig
 * @param {Direction} direction
 * @param {string} name
 * @param {any} quiz
 * @param {string} [query]
 */
export async function begin(rig, direction, name, quiz, query = "") {
  put(rig, name, { ...quiz, direction });
  await visit(rig, direction, `${name}.html${query}`);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.until(({ screen }) => screen === "intro", "the first screen");
  if (name === "roles") await drawAlike(rig, reader);
  return reader;
}

/** Where questions are chosen by draws, the same seed asks the same. @param {Rig} rig @param {Quiz} reader */
async function drawAlike(rig, reader) {
  const ready = async () => (await rig.told("ready")).length;
  await until(async () => (await ready()) > 0, "the quiz is ready");
  const before = await ready();
  await rig.run(() => document.querySelector("metier-quiz")?.setAttribute("seed", "1"));
  await until(async () => (await ready()) > before, "the quiz is ready again");
  await reader.until(({ screen }) => screen === "intro", "the first screen again");
}

/**
 * Answers what is shown, question after question, until there are no more.
 * @param {Quiz} reader
 * @param {Map<string, import('./quiz.mjs').Given | null>} answers an item with none is skipped
 * @returns {AsyncGenerator<import('./quiz.mjs').Screen, void, void>} each question before it is answered
 */
export async function* questions(reader, answers) {
  await reader.press("start");
  let screen = await reader.until((now) => now.screen === "question", "the first question");
  for (let asked = 0; screen.screen === "question"; asked += 1) {
    ok(asked < 100, "the questions come to an end");
    const { item, type, together } = screen;
    yield screen;
    const given = answers.get(String(item)) ?? null;
    if (together.length > 1) await reader.group(together, answers);
    else if (given === null) await reader.press("skip");
    else {
      await reader.answer(String(type), given);
      await reader.press("next");
    }
    screen = await reader.until((now) => now.screen !== "question" || now.item !== item, `what follows ${item}`);
  }
  same(screen.screen, "review", "what follows the last question");
}

/** All questions at once. @param {Quiz} reader @param {Map<string, import('./quiz.mjs').Given | null>} answers */
export async function toReview(reader, answers) {
  for await (const _ of questions(reader, answers));
}

/** @param {Quiz} reader */
export async function toResult(reader) {
  await reader.press("finish");
  await reader.until(({ screen }) => screen === "result", "the result");
}
