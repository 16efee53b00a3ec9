// Files that somebody brings: the page reads the letters that the command line reads (src/bin/metier/input.rs), and
// takes none of those that are no texts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { INSTRUMENT } from "../proxy.mjs";
import { ROOT } from "../site.mjs";
import { ok, once, same } from "../suite.mjs";

/** @typedef {{ what: string, bytes: string, text: string | null }} Row */

once("a file is read in the letters that it is in; archives, pictures and tables of programs are none", async (rig) => {
  /** @type {Row[]} */
  const rows = JSON.parse(await readFile(join(ROOT, "tests", "reference", "files.json"), "utf8"));
  ok(rows.length > 40, `${rows.length} rows`);
  await rig.show("");
  const read = await rig.later(
    async (address, files) => {
      const { textOf } = await import(address);
      const texts = [];
      for (const file of files) {
        const bytes = Uint8Array.from(file.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
        texts.push(await textOf(new Blob([bytes]), "windows-1252"));
      }
      return texts;
    },
    `${INSTRUMENT}www/shared/letters.js`,
    rows.map(({ bytes }) => bytes),
  );
  for (const [index, { what, text }] of rows.entries()) same(read[index], text, what);
});
