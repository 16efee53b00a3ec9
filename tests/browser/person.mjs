// Somebody who answers as a person of certain levels would, in contrast to the picks of `answers.mjs`: so that results
// look as results of people do.
import { answerTo } from "./answers.mjs";

/** @typedef {import('./answers.mjs').Given} Given */

/** The mean level that an option stands for; none: it says nothing. @param {any} option */
const levelOf = ({ keys }) =>
  keys?.length
    ? keys.reduce((/** @type {number} */ sum, /** @type {any} */ key) => sum + key.level, 0) / keys.length
    : null;

/** The options, those of the person's level first. @param {any} item @param {number} level */
const byNearness = (item, level) =>
  [...item.options].sort(
    (one, other) => Math.abs((levelOf(one) ?? 9) - level) - Math.abs((levelOf(other) ?? 9) - level),
  );

/** A place on a scale of so many. @param {number} level @param {number} count @param {boolean} reverse */
const place = (level, count, reverse) => Math.round(((reverse ? 4 - level : level) / 4) * (count - 1));

/**
 * @param {any} item
 * @param {number} level
 * @param {any[]} steps of its scale
 * @returns {Given}
 */
function answer(item, level, steps) {
  const { type, options, keys, points, anchors, min, total } = item;
  const ids = () => byNearness(item, level).map(({ id }) => id);
  switch (type) {
    case "single":
      return ids()[0];
    case "multiple":
      return ids().slice(0, min ?? 1);
    case "best-worst":
      return { best: ids()[0], worst: /** @type {string} */ (ids().at(-1)) };
    case "allocate":
      return Object.fromEntries(ids().map((id, index) => [id, index ? (index === 1 ? 3 : 0) : total - 3]));
    case "judge":
      return Object.fromEntries(
        options.map((/** @type {any} */ { id, key }, /** @type {number} */ index) => {
          // The better one is, the nearer to the experts.
          const off = level > 3 ? 0 : index % 2 ? 1 : -1;
          return [id, Math.min(points, Math.max(1, Math.round(key.mean + off)))];
        }),
      );
    case "statement": {
      if (item.instructed !== undefined) return item.instructed;
      const off = (/** @type {any} */ step) => Math.abs(Math.min(4, Math.max(0, item.aim + step.offset)) - level);
      const told = steps.filter((/** @type {any} */ { offset }) => offset !== undefined);
      return steps.indexOf(told.sort((/** @type {any} */ a, /** @type {any} */ b) => off(a) - off(b))[0]);
    }
    case "frequency":
      return place(level, anchors.length, keys?.[0].reverse);
    case "likert":
      return place(level, points, keys?.[0].reverse);
    default:
      return answerTo(item, 3);
  }
}

/** What the item is about. @param {any} item @returns {string | undefined} */
const skillOf = ({ skill, keys, options }) => skill ?? keys?.[0]?.skill ?? options?.[0]?.keys?.[0]?.skill;

/**
 * @param {any} quiz
 * @param {number[]} levels of the skills, in turn
 * @returns {Map<string, Given | null>}
 */
export function answersOf(quiz, levels) {
  const ids = quiz.skills.map((/** @type {{ id: string }} */ { id }) => id);
  return new Map(
    quiz.items.map((/** @type {any} */ item) => {
      const index = Math.max(0, ids.indexOf(skillOf(item)));
      const steps = quiz.scales?.find((/** @type {any} */ { id }) => id === item.scale)?.steps ?? [];
      return [item.id, answer(item, levels[index % levels.length], steps)];
    }),
  );
}
