// Numbers that are to be added up by whoever reads them.

/** A fit is told in points, hundredths, to one decimal. */
export const pointUnit = 0.001;

/**
 * Whole numbers of `unit` that add up to the rounded sum of `values`: where rounding each alone would miss it, those
 * nearest to the other side give way, by one unit each.
 * @param {number[]} values
 * @param {number} unit
 */
export function addingUp(values, unit) {
  const scaled = values.map((value) => value / unit);
  const whole = scaled.map(Math.round);
  const spare = Math.round(scaled.reduce((sum, value) => sum + value, 0)) - whole.reduce((sum, value) => sum + value, 0);
  const step = Math.sign(spare);
  const willing = scaled.map((value, index) => ({ index, rest: (value - whole[index]) * step })).sort((a, b) => b.rest - a.rest);
  for (const { index } of willing.slice(0, Math.abs(spare))) whole[index] += step;
  return whole;
}

/** Tenths of a point in words, signed. @param {number} tenths @param {import("../types.d.ts").Say} say */
export function signedPoints(tenths, { language }) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(tenths / 10);
}

/** Tenths of a point in words. @param {number} tenths @param {import("../types.d.ts").Say} say */
export function points(tenths, { level }) {
  return level(tenths / 10);
}

/** A day as people write it; as it stands where it is none. @param {string | null} day as 2026-11-22 @param {import("../types.d.ts").Say} say */
export function dayWords(day, { language }) {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day ?? "–" : new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}
