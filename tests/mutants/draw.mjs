// A sample that anybody can draw again: the same seed, the same mutants.

/** Numbers from 0 to below 1, the same ones for the same seed. @param {number} seed */
function chances(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of each group are drawn: in proportion, by largest remainders. @param {number[]} sizes @param {number} count */
export function shares(sizes, count) {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(count, whole);
  const exact = sizes.map((size) => (whole ? (wanted * size) / whole : 0));
  const given = exact.map(Math.floor);
  const order = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at);
  const missing = wanted - given.reduce((sum, share) => sum + share, 0);
  for (const { at } of order.slice(0, missing)) given[at] += 1;
  return given;
}

/**
 * As many as `count` from groups, from each in proportion to its size, without repetition.
 * @template T
 * @param {T[][]} groups
 * @param {number} count
 * @param {number} seed
 * @returns {T[]} in the order of the groups
 */
export function draw(groups, count, seed) {
  const chance = chances(seed);
  const given = shares(
    groups.map((group) => group.length),
    count,
  );
  return groups.flatMap((group, at) => {
    const left = group.map((_, index) => index);
    const drawn = Array.from({ length: given[at] }, () => left.splice(Math.floor(chance() * left.length), 1)[0]);
    return drawn.sort((one, other) => one - other).map((index) => group[index]);
  });
}

/**
 * The drawn ones in an order in which the groups take turns, so that the first lines already say how it stands.
 * @template {{ id: number }} T
 * @param {T[]} drawn numbered in the order of the groups
 */
export function inTurns(drawn) {
  // Multiples of the golden ratio are spread evenly.
  const turn = (/** @type {T} */ { id }) => (id * 0.618034) % 1;
  return [...drawn].sort((one, other) => turn(one) - turn(other));
}
