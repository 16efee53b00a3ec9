// What went wrong, in words, with the place.
import { actionButton, disclosure, headingNode, node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Say} Say */

/**
 * A sentence for whoever wants to take the quiz, and a way on; what its author needs to know is folded away.
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
  const section = node(
    "section",
    { "data-screen": "error" },
    node(
      "div",
      { role: "alert" },
      heading,
      node("p", {}, say(/** @type {"error-load"} */ (`error-${code}`))),
      answers > 0 && node("p", {}, say("error-answers", { count: answers })),
    ),
    !/document|browser|page/.test(code) &&
      node("div", { class: "actions" }, actionButton("retry", say("retry"), { class: "main" })),
    disclosure(say("error-more"), code === "policy" && node("p", {}, say("error-more-policy")), details),
  );
  return { section, heading };
}
