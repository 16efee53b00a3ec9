// The answered questions by what their answers count for, and which of them teach most.

/** @typedef {import("../../types.d.ts").ItemView} Item */
/** @typedef {import("../../types.d.ts").Answer} Answer */
/** @typedef {import("../../types.d.ts").Stage} Stage */
/**
 * An answered question, the level that its answer stands for, and by how much it pulls the whole.
 * @typedef {{ item: Item, value: number, pull: number }} Ranked
 */

/**
 * The highest first; of those that count the same, the ones that give reasons.
 * @param {import("../../types.d.ts").Report} report
 * @param {Stage} stage
 * @returns {Ranked[]}
 */
export function rankedAnswers({ skills }, { quiz }) {
  const counted = new Map(skills.flatMap(({ pulls }) => pulls.map((pull) => [pull.item, pull])));
  return quiz.items
    .flatMap((item) => {
      const { value, pull } = counted.get(item.id) ?? {};
      return value === undefined || pull === undefined ? [] : { item, value, pull };
    })
    .sort((a, b) => b.value - a.value || b.item.options.length - a.item.options.length);
}

/** What was put into another group than its own; nothing where all is right. @param {Item} item @param {any} said */
function misplaced({ options, type }, said) {
  return type === "sort" ? options.find(({ id, group }) => said[id] !== group) : undefined;
}

/**
 * Those that a second look may change: whatever it counts for, nothing is better than all in the right groups.
 * @param {Ranked[]} ranked
 * @param {Map<string, Answer>} answers
 */
export function improvable(ranked, answers) {
  return ranked.filter(({ item }) => item.type !== "sort" || misplaced(item, answers.get(item.id)));
}

/**
 * The strongest and the two weakest of those that have options to learn from.
 * @param {Ranked[]} ranked
 * @param {Map<string, Answer>} answers
 */
export function telling(ranked, answers) {
  const reasoned = (/** @type {Ranked[]} */ some) => some.filter(({ item }) => item.options.length);
  const weakest = reasoned(improvable(ranked, answers)).slice(-2).reverse();
  return [...new Set([...reasoned(ranked).slice(0, 1), ...weakest])];
}

/**
 * The option that an answer favours most: the one chosen, the best, the highest rated; of several, the one nearest to
 * what the answer counted for. Of what was sorted: what is in the wrong group.
 * @param {Ranked} ranked
 * @param {Answer} answer
 */
export function favoured({ item, value }, answer) {
  const said = /** @type {any} */ (answer);
  const { options, type } = item;
  if (type === "sort") return misplaced(item, said) ?? options[0];
  const numbers = type === "judge" || type === "allocate";
  const most = numbers && Math.max(.../** @type {number[]} */ (Object.values(said)));
  const off = (/** @type {Item["options"][number]} */ { levels }) => Math.abs((levels[0]?.level ?? value) - value);
  return options
    .filter(({ id }) =>
      numbers ? said[id] === most : type === "rank" ? said[0] === id : [said.best ?? said].flat().includes(id),
    )
    .sort((a, b) => off(a) - off(b))[0];
}
