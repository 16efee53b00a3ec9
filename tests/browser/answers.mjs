// Answers to take a quiz with: read off the document, different for each seed, the same for the same seed.

/** @typedef {string | number | string[] | Record<string, number | string>} Given */
/** @typedef {{ id: string, text: string, why?: string, keys?: unknown, exclusive?: boolean }} Option */
/**
 * @typedef {{ id: string, type: string, prompt: string, scale?: string, instructed?: number, options?: Option[], points?: number, anchors?: string[], min?: number, max?: number, total?: number, step?: number, unit?: string, groups?: { id: string, text: string }[] }} Item
 */
/**
 * @typedef {{ id: string, title: string, about: string, skills: { id: string, name: string }[], items: Item[], scales?: { id: string, steps: unknown[] }[], order?: string, adaptive?: { max: number }, attributions?: string[] }} Quiz
 */

/** A number from 0 up to `count`, by FNV-1a. @param {string} text @param {number} count */
function pick(text, count) {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ /** @type {number} */ (character.codePointAt(0)), 16777619);
  return (hash >>> 8) % count;
}

/** @param {Item} item @param {number} seed @param {Quiz["scales"]} [scales] @returns {Given} */
export function answerTo(item, seed, scales = []) {
  const ids = (item.options ?? []).map((option) => option.id);
  const at = (/** @type {string} */ salt, /** @type {number} */ count) => pick(`${seed} ${item.id} ${salt}`, count);
  switch (item.type) {
    case "single":
      return ids[at("", ids.length)];
    case "multiple": {
      const together = (item.options ?? []).filter(({ exclusive }) => !exclusive).map(({ id }) => id);
      const count = Math.min(item.max ?? together.length, Math.max(item.min ?? 1, 2));
      const first = at("", together.length);
      return together.filter((_, index) => (index - first + together.length) % together.length < count);
    }
    case "likert":
      return at("", item.points ?? 5);
    case "frequency":
      return at("", item.anchors?.length ?? 2);
    case "statement":
      // Every scale has two steps.
      return item.instructed ?? at("", scales.find(({ id }) => id === item.scale)?.steps.length ?? 2);
    case "judge":
      return Object.fromEntries(ids.map((id) => [id, 1 + at(id, item.points ?? 5)]));
    case "best-worst": {
      const best = at("best", ids.length);
      return { best: ids[best], worst: ids[(best + 1 + at("worst", ids.length - 1)) % ids.length] };
    }
    case "allocate": {
      // Few steps to click: all that is left over goes to one option.
      const total = item.total ?? 10;
      const [first, second] = [at("first", ids.length), at("second", ids.length)];
      const share = first === second ? total : Math.min(total, 1 + at("share", 3));
      return Object.fromEntries(
        ids.map((id, index) => [
          id,
          index === first ? total - (first === second ? 0 : share) : index === second ? share : 0,
        ]),
      );
    }
    case "rank": {
      const first = at("", ids.length);
      return [...ids.slice(first), ...ids.slice(0, first)].reverse();
    }
    case "slider": {
      const [low, step] = [item.min ?? 0, item.step ?? 1];
      return low + step * at("", 1 + Math.round(((item.max ?? 0) - low) / step));
    }
    case "number":
      return (item.min ?? 0) + at("", 41) / 4;
    case "sort":
      return Object.fromEntries(ids.map((id) => [id, String(item.groups?.[at(id, item.groups.length)].id)]));
    case "text":
      return `Wenzel ${at("", 1000)},\nabout the scanner \u{1f4e6}`;
    default:
      throw new Error(`no answer for items of type ${item.type}`);
  }
}

/** @param {Quiz} quiz @param {number} [seed] @returns {Map<string, Given | null>} */
export function answersTo(quiz, seed = 1) {
  return new Map(quiz.items.map((item) => [item.id, answerTo(item, seed, quiz.scales)]));
}
