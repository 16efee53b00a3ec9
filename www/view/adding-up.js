// Numbers that are to be added up by whoever reads them.

/**
 * Whole numbers of `unit` that add up to the rounded sum of `values`: where rounding each alone would miss it, those
 * nearest to the other side give way, by one unit each.
 * @param {number[]} values
 * @param {number} unit
 */
export function addingUp(values, unit) {
  const scaled = values.map((value) => value / unit);
  const whole = scaled.map(Math.round);
  const spare =
    Math.round(scaled.reduce((sum, value) => sum + value, 0)) - whole.reduce((sum, value) => sum + value, 0);
  const step = Math.sign(spare);
  const willing = scaled
    .map((value, index) => ({ index, rest: (value - whole[index]) * step }))
    .sort((a, b) => b.rest - a.rest);
  for (const { index } of willing.slice(0, Math.abs(spare))) whole[index] += step;
  return whole;
}
