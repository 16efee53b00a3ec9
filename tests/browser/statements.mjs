// A quiz of nothing but statements, one that the roles of the catalogue can be told by: for what stands below its result.
import { catalogue } from "./shipped.mjs";

/** The step that is "on my own". */
export const ALONE = 3;

/** @returns {Promise<any>} */
export async function statementsQuiz() {
  const { skills } = /** @type {any} */ (await catalogue());
  const steps = ["Never came up", "Came up, others did it", "With help", "On my own", "Others came to me for it"];
  const offsets = [undefined, -1.5, -0.5, 0.5, 1.5];
  return {
    format: "metier-quiz/1",
    id: "roles",
    version: "1.0.0",
    language: "en",
    title: "What have you done?",
    about: "Statements of a test.",
    instruction: "best",
    scales: [{ id: "done", steps: steps.map((text, index) => ({ text, offset: offsets[index] })) }],
    skills: skills.map((/** @type {any} */ { id, name, definition, levels }) => ({ id, name, definition, levels })),
    items: skills.flatMap((/** @type {any} */ { id }, /** @type {number} */ index) =>
      [2, 3].map((aim) => ({
        id: `${id}-${aim}`,
        type: "statement",
        prompt: `Did ${id} at ${aim}`,
        scale: "done",
        skill: id,
        aim,
        group: `screen-${Math.floor(index / 2)}`,
      })),
    ),
    evidence: { grade: 0, note: "A quiz of a test." },
  };
}

/**
 * Answers to it: others came for what a product manager needs most, the rest was done with help.
 * @param {any} quiz
 * @param {string[]} strong skills
 */
export function statementAnswers(quiz, strong = ["customer", "problem", "strategy", "decision"]) {
  return new Map(
    quiz.items.map((/** @type {any} */ { id, skill, aim }) => [id, strong.includes(skill) ? (aim > 2 ? 3 : 4) : 2]),
  );
}
