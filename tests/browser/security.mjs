// Figures in SECURITY.md: what is counted is what is said.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { NAMES } from "./engines.mjs";
import { ROOT } from "./site.mjs";
import { ENGINE, ok } from "./suite.mjs";

/** Fails unless it says this; one engine counts for all. @param {string} sentence */
export async function isSaid(sentence) {
  const words = await readFile(join(ROOT, ".github", "SECURITY.md"), "utf8");
  ok(ENGINE !== NAMES[0] || words.replace(/\s+/g, " ").includes(sentence), `SECURITY.md says: ${sentence}`);
}

/** Of bytes. @param {number} bytes */
export const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;
/** To three figures, as English has it: one more sentence on a page does not make it another page. @param {number} count */
export const about = (count) => Number(count.toPrecision(3)).toLocaleString("en");
