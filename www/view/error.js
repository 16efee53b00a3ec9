// What went wrong, in words, with the place.
import { actionButton, headingNode, node } from "./dom.js";

/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Say} Say */

/**
 * @param {{ code: string, message: string, problems: Problem[], answers: number }} failure
 * @param {Say} say
 * @param {number} level
 * @returns {Promise<import("../types.d.ts").Screen>}
 */
export async function drawError({ code, message, problems, answers }, say, level) {
  const plain = () => node("p", { class: "small" }, node("code", {}, message));
  const details = problems.length
    ? await import("./problems.js").then(({ problemList }) => problemList(problems, say), plain)
    : plain();
  const heading = headingNode({ heading: level }, 0, say(answers ? "error-paused" : "error-title"));
  const section = node("section", { "data-screen": "error" },
    heading,
    node("p", {}, say(/** @type {"error-load"} */ (`error-${code}`))),
    answers > 0 && node("p", {}, say("error-answers", { count: answers })),
    details,
    code !== "document" && node("div", { class: "actions" }, actionButton("retry", say("retry"), { class: "main" })));
  return { section, heading };
}
