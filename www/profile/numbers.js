// Points, days and months in words.

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

/** A day in a few letters, as "28 Nov 2026". @param {string} day @param {import("../types.d.ts").Say} say */
export function shortDay(day, { language }) {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(date);
}

/**
 * When something was, seen from a later day: its month, with the year where that is another; the day where the month is
 * the same.
 * @param {string} day
 * @param {string} later
 * @param {import("../types.d.ts").Say} say
 */
export function whenWords(day, later, say) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || day.slice(0, 7) === later.slice(0, 7))
    return say("my-when-day", { day: dayWords(day, say) });
  const year = day.slice(0, 4) === later.slice(0, 4) ? undefined : "numeric";
  return say("my-when-month", {
    month: new Intl.DateTimeFormat(say.language, { month: "long", year, timeZone: "UTC" }).format(date),
  });
}
