// How long a reader waits on the pages of our quizzes with a slow phone on a slow network: for the first paint, for the
// quiz, for its first question, and for the result after the last press.
import { Quick } from "../browser/hands.mjs";
import { answersOf } from "../browser/person.mjs";
import { Quiz } from "../browser/quiz.mjs";
import { toReview } from "../browser/walking.mjs";
import { shippedQuiz } from "../browser/shipped.mjs";

const RUNS = 3;
/** Several skills end in a comparison with roles, one skill does not. */
const QUIZZES = ["pace", "roles"];
const median = (/** @type {number[]} */ numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Notes when there is a quiz, and when its first question has been painted. */
const FIRST_SCRIPT = `
addEventListener('metier-ready', () => { window.ready = performance.now(); });
addEventListener('metier-start', () => {
  const pressed = performance.now();
  requestAnimationFrame(() => setTimeout(() => { window.question = performance.now() - pressed; }));
});`;

/**
 * One visit with an empty cache, to the result.
 * @param {import('../browser/rig.mjs').Rig} rig
 * @param {string} name
 */
async function visit(rig, name) {
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (rig.driver);
  const { identifier } = /** @type {any} */ (
    await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: FIRST_SCRIPT })
  );
  await driver.get(`${rig.fresh()}/${name}.html`);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.until(({ screen }) => screen === "intro", "the first screen");
  await toReview(reader, answersOf(await shippedQuiz(name), [3, 1.5, 2.5]));
  const times = await rig.later(async () => {
    const own = /** @type {any} */ (window);
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    const finish = /** @type {HTMLElement} */ (root?.querySelector("button[data-action=finish]"));
    const pressed = performance.now();
    const done = new Promise((shown) => addEventListener("metier-complete", shown, { once: true }));
    finish.click();
    await done;
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
    return { paint, ready: own.ready, question: own.question, result: performance.now() - pressed };
  });
  await driver.sendAndGetDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  return times;
}

/** Prints the waits, under the limits in force. @param {import('../browser/rig.mjs').Rig} rig */
export async function printJourneys(rig) {
  for (const name of QUIZZES) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await visit(rig, name));
    const middle = (/** @type {'paint' | 'ready' | 'question' | 'result'} */ what) =>
      `${median(runs.map((one) => one[what])).toFixed(0)} ms`;
    console.log(
      `  ${name}.html: first paint ${middle("paint")}, quiz ready ${middle("ready")}, first question ${middle("question")} after Start, result ${middle("result")} after the last press`,
    );
  }
}
