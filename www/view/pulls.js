// What pulls come to, what they start from, and what repeats them.
import { node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * The level that the pulls add up to, to the hundredth; it may lie beyond the end of the scale.
 * @param {number} sum in hundredths that were added up
 * @param {number} prior
 * @param {"top" | "bottom" | null} end
 * @param {{ say: Stage["say"] }} stage
 */
export function pullSum(sum, prior, end, { say }) {
  return say(end ? "pull-sum-end" : "pull-sum", {
    sum: say.signed(sum),
    prior,
    level: prior + sum,
    shown: say.level(end === "top" ? 4 : 0),
  });
}

/**
 * What was assumed, as the words name it: the spread of one answer is not known, and lies between two others.
 * @param {import("../types.d.ts").Report} report
 */
export function assumedWords({ assumed: { prior_mean: mean, prior_sd: sd, answer_sd: answer } }) {
  return { mean, sd, answer, least: answer / 1.5, most: answer * 1.5 };
}

/**
 * What repeats a result, letter for letter: quiz, version, seed and build.
 * @param {{ quiz: string, version: string, seed: number | undefined }} result
 * @param {import("../types.d.ts").Stage} stage
 */
export function repeatNode({ quiz, version, seed }, { say, build }) {
  return node(
    "p",
    {},
    say.parts("how-repeat", { quiz, version: node("bdi", {}, version), seed: String(seed ?? "–"), build }),
  );
}
