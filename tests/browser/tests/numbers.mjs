// Numbers as people type them: each engine reads the table that the terminal is held to as well.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { INSTRUMENT } from "../proxy.mjs";
import { ROOT } from "../site.mjs";
import { ok, once, same } from "../suite.mjs";

/** @typedef {{ typed: string, number?: number, whole?: number, decimal?: number }} Row */

once(
  "a number is read in the digits of any script, with any separator; where it may be two, both are offered, and each can be typed",
  async (rig) => {
    /** @type {Row[]} */
    const rows = JSON.parse(await readFile(join(ROOT, "tests", "reference", "numbers-typed.json"), "utf8"));
    ok(rows.length > 50, `${rows.length} rows`);
    await rig.show("");
    const read = await rig.later(
      async (address, texts) => {
        const { readNumber } = await import(address);
        return texts.map((text) => {
          const number = readNumber(text);
          if (typeof number === "object")
            return { whole: readNumber(number.whole), decimal: readNumber(number.decimal) };
          return Number.isNaN(number) ? {} : { number };
        });
      },
      `${INSTRUMENT}www/kinds/quantity.js`,
      rows.map(({ typed }) => typed),
    );
    for (const [index, { typed, ...wanted }] of rows.entries()) same(read[index], wanted, JSON.stringify(typed));
  },
);

once("of two numbers that one is taken which alone lies within the bounds", async (rig) => {
  await rig.show("");
  const read = await rig.later(async (address) => {
    const { readNumber } = await import(address);
    const between = (/** @type {number} */ low, /** @type {number} */ high) => (/** @type {number} */ number) =>
      number >= low && number <= high;
    return [
      readNumber("1.500", between(100, 2000)),
      readNumber("1,500", between(0, 1000)),
      readNumber("-1,500", between(-2, 1000)),
      typeof readNumber("1.500", between(0, 2000)),
      typeof readNumber("-1,500", between(0, 1000)),
    ];
  }, `${INSTRUMENT}www/kinds/quantity.js`);
  same(read, [1500, 1.5, -1.5, "object", "object"], "within the bounds");
});

once("tags of languages have the codes that documents have", async (rig) => {
  await rig.show("");
  const tags = ["deu", "ger-AT", "iw", "zh_TW", "i-lux", "ca-valencia", "de-u-co-phonebk", "x-ours", "", "?"];
  const read = await rig.later(
    async (address, tags) => {
      const { tagOf } = await import(address);
      return tags.map(tagOf);
    },
    `${INSTRUMENT}www/element/meant.js`,
    tags,
  );
  same(read, ["de", "de-AT", "he", "zh-TW", "i-lux", "ca-valencia", "de-u-co-phonebk", "x-ours", "", "?"], "tags");
});
