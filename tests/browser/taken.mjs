// A shipped quiz, taken on its page, with what the command line says of the same answers.
import { Quick } from "./hands.mjs";
import { nativeReport, timedSheet } from "./native.mjs";
import { Quiz } from "./quiz.mjs";
import { shippedText } from "./shipped.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */

/**
 * @param {Rig} rig
 * @param {string} name
 * @param {Map<string, any>} answers
 * @param {{ origin?: string, other?: import('./answers.mjs').Quiz }} [more] other: a quiz in its place
 */
export async function taken(rig, name, answers, { origin = rig.fresh(), other } = {}) {
  const text = other ? JSON.stringify(other) : await shippedText(name);
  /** @type {import('./answers.mjs').Quiz} */
  const quiz = JSON.parse(text);
  if (other)
    rig.proxy.replaced.set(`/quizzes/${name}.json`, { headers: { "content-type": "application/json" }, body: text });
  await rig.open(`${origin}/${name}.html`);
  const reader = new Quiz(rig, new Quick(rig));
  const screen = await reader.take({ quiz, answers });
  const [{ detail }] = await rig.told("start");
  const sheet = timedSheet(answers, await rig.told("answer"), quiz);
  return { origin, reader, screen, report: await nativeReport(text, sheet, { seed: detail.seed }) };
}
