// Sentences from a table of words: templates, plurals, lists and numbers as the language has them.

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("../types.d.ts").Child} Child */

/**
 * @param {import("../types.d.ts").Words} table
 * @param {string} language
 * @returns {Say}
 */
export function makeSay(table, language) {
  const plural = new Intl.PluralRules(language);
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  });

  /** @type {Say["parts"]} */
  const parts = (key, values = {}) => {
    const entry = table[key];
    const template = typeof entry === "string" ? entry : (entry[plural.select(Number(values.count))] ?? entry.other);
    return template.split(/\{(\w{1,40})\}/).map((part, index) => {
      const value = index % 2 ? values[part] : part;
      return typeof value === "number" ? whole.format(value) : value;
    });
  };

  return Object.assign(
    /** @type {(...given: Parameters<Say["parts"]>) => string} */ ((key, values) => parts(key, values).join("")),
    {
      parts,
      language,
      level: (/** @type {number} */ value) => tenths.format(value),
      whole: (/** @type {number} */ value) => whole.format(value),
      signed: (/** @type {number} */ value) => signed.format(value),
      /** @type {Say["list"]} */
      list: (nodes, type = "conjunction") =>
        new Intl.ListFormat(language, { type })
          .formatToParts(nodes.map((_, index) => String(index)))
          .map((part) => (part.type === "element" ? nodes[Number(part.value)] : part.value)),
    },
  );
}
