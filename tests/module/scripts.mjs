// Scripts of the page in Node, which takes a script for one of its older kind unless a file beside it says otherwise:
// so copies, with such a file.
import { rmSync } from "node:fs";
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";

export const WWW = new URL("../../www/", import.meta.url).pathname;

/** Folders of www that no script of a page imports from. */
const APART = ["dist", "build", "modules", "take", "og"];

/** Where the copies are. */
export const folder = await mkdtemp(join(tmpdir(), "metier-scripts-"));
await cp(WWW, folder, { recursive: true, filter: (path) => !APART.includes(relative(WWW, path).split("/")[0]) });
await writeFile(join(folder, "package.json"), '{ "type": "module" }');
process.on("exit", () => rmSync(folder, { recursive: true }));

/**
 * What each of some scripts exports.
 * @param {string[]} names within www
 * @returns {Promise<any[]>}
 */
export const imported = (names) => Promise.all(names.map((name) => import(pathToFileURL(join(folder, name)).href)));

/** @param {unknown} truth @param {string} what @returns {asserts truth} */
export function ok(truth, what) {
  if (!truth) throw new Error(what);
}

/** @param {unknown} got @param {unknown} wanted @param {string} what */
export function same(got, wanted, what) {
  ok(JSON.stringify(got) === JSON.stringify(wanted), `${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
}
