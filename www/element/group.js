// Which questions stand on one screen: neighbours of one group, among them those that an adaptive quiz chose together;
// else each alone.

/**
 * @param {import("../types.d.ts").QuizView} quiz
 * @param {number} index of a question
 */
export function groupAt({ items }, index) {
  const { group } = items[index];
  const apart = (/** @type {number} */ at) => !group || items[at]?.group !== group;
  let [first, end] = [index, index + 1];
  while (!apart(first - 1)) first -= 1;
  while (!apart(end)) end += 1;
  return { first, items: items.slice(first, end) };
}
