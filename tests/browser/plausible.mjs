// Answers of a person with a level in each skill, who is a little off now and then, as people are. For tests of what a
// result says: answers drawn at random look random, and are told so.

/** @typedef {import('./answers.mjs').Given} Given */
/** @typedef {{ skill: string, level?: number, reverse?: boolean }} Key */

/** From -1 to 1, by FNV-1a. @param {string} text */
function wobble(text) {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return ((hash >>> 8) % 2001) / 1000 - 1;
}

/**
 * A level for each skill: a few high, a few low, most between, others for each seed.
 * @param {string} skill
 * @param {number} seed
 */
export function levelOf(skill, seed) {
  return 2.6 + 1.3 * wobble(`${seed} ${skill}`);
}

/** How good an option is, 0 to 4. @param {any} option @param {any} item */
function worth(option, item) {
  if (option.key) return ((option.key.mean - 1) / ((item.points ?? 5) - 1)) * 4;
  if (option.target) return option.target[1];
  const levels = (option.keys ?? []).map((/** @type {Key} */ { level }) => level ?? 2);
  return levels.length
    ? levels.reduce((/** @type {number} */ sum, /** @type {number} */ one) => sum + one, 0) / levels.length
    : 2;
}

/** @param {any} item @returns {string} */
function skillOf(item) {
  return item.skill ?? item.keys?.[0]?.skill ?? item.options?.[0]?.keys?.[0]?.skill ?? "";
}

/** Steps of a shared scale as levels; null is no evidence. @param {any} item @param {any} quiz */
function stepLevels({ scale, aim }, quiz) {
  const steps = quiz.scales?.find((/** @type {any} */ { id }) => id === scale)?.steps ?? [];
  return steps.map((/** @type {any} */ { offset }) =>
    offset === undefined ? null : Math.min(4, Math.max(0, aim + offset)),
  );
}

/** The place of the number that comes nearest. @param {(number | null)[]} numbers @param {number} wanted */
function nearest(numbers, wanted) {
  const off = numbers.map((one) => (one === null ? Infinity : Math.abs(one - wanted)));
  return off.indexOf(Math.min(...off));
}

/** @param {any} item @param {number} seed @param {any} quiz @returns {Given} */
function answerTo(item, seed, quiz) {
  if (item.instructed !== undefined) return item.instructed;
  const level = Math.min(4, Math.max(0, levelOf(skillOf(item), seed) + 0.5 * wobble(`${seed} ${item.id}`)));
  const options = item.options ?? [];
  const ids = options.map((/** @type {any} */ { id }) => id);
  const worths = options.map((/** @type {any} */ option) => worth(option, item));
  const byWorth = [...ids].sort((a, b) => worths[ids.indexOf(b)] - worths[ids.indexOf(a)]);
  switch (item.type) {
    case "single":
      return ids[nearest(worths, level)];
    case "multiple": {
      const first = Math.round(((4 - level) / 4) * Math.max(0, ids.length - (item.min ?? 1)));
      const chosen = byWorth.slice(first, first + (item.min ?? 1));
      return ids.filter((/** @type {string} */ id) => chosen.includes(id));
    }
    case "statement":
      return nearest(stepLevels(item, quiz), level);
    case "likert":
    case "frequency": {
      const last = (item.type === "likert" ? (item.points ?? 5) : (item.anchors?.length ?? 2)) - 1;
      const at = Math.round((level / 4) * last);
      return item.keys?.[0]?.reverse ? last - at : at;
    }
    case "judge":
      return Object.fromEntries(
        ids.map((/** @type {string} */ id, /** @type {number} */ index) => {
          const middle = ((item.points ?? 5) + 1) / 2;
          const mean = options[index].key?.mean ?? middle;
          return [id, Math.round(middle + (mean - middle) * (level / 4))];
        }),
      );
    case "best-worst": {
      const at = Math.min(ids.length - 2, Math.round(((4 - level) / 4) * (ids.length - 1)));
      return { best: byWorth[at], worst: byWorth[ids.length - 1] };
    }
    case "rank": {
      // Of equals that which stands first; lower levels move the best down.
      const first = Math.min(ids.length - 1, Math.round(((4 - level) / 4) * (ids.length - 1)));
      const [best, ...others] = byWorth;
      return [...others.slice(0, first), best, ...others.slice(first)];
    }
    case "sort":
      return Object.fromEntries(
        options.map((/** @type {any} */ { id, group }, /** @type {number} */ index) => [
          id,
          index < Math.round((level / 4) * ids.length)
            ? group
            : item.groups.find((/** @type {any} */ one) => one.id !== group).id,
        ]),
      );
    case "allocate": {
      const total = item.total ?? 10;
      const shares = worths.map((/** @type {number} */ one) => 0.3 + one * (level / 4));
      const sum = shares.reduce((/** @type {number} */ all, /** @type {number} */ one) => all + one, 0);
      const given = shares.map((/** @type {number} */ one) => Math.floor((one / sum) * total));
      given[worths.indexOf(Math.max(...worths))] +=
        total - given.reduce((/** @type {number} */ all, /** @type {number} */ one) => all + one, 0);
      return Object.fromEntries(ids.map((/** @type {string} */ id, /** @type {number} */ index) => [id, given[index]]));
    }
    default:
      throw new Error(`no plausible answer for items of type ${item.type}`);
  }
}

/** @param {any} quiz @param {number} seed @returns {Map<string, Given>} */
export function plausibleAnswers(quiz, seed) {
  return new Map(quiz.items.map((/** @type {any} */ item) => [item.id, answerTo(item, seed, quiz)]));
}
