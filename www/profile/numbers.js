// Points and days in words.

/** A fit is told in points, hundredths, to one decimal. */
export const pointUnit = 0.001;

/** Tenths of a point in words, signed. @param {number} tenths @param {import("../types.d.ts").Say} say */
export function signedPoints(tenths, { language }) {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  }).format(tenths / 10);
}

/** Tenths of a point in words. @param {number} tenths @param {import("../types.d.ts").Say} say */
export function points(tenths, { level }) {
  return level(tenths / 10);
}

/**
 * A day as people write it; as it stands where it is none.
 * @param {string | null} day as 2026-11-22
 * @param {import("../types.d.ts").Say} say
 */
export function dayWords(day, { language }) {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? (day ?? "–")
    : new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}
