// What leaves in an event is nobody's to change.

/** Frozen all the way down. @template T @param {T} value @returns {T} */
export function frozen(value) {
  if (value && typeof value === "object" && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
