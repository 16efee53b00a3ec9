// A copy of the project in which sources are changed: nobody's own files are touched, and what a test asks of the
// project is there. Files keep their times unless they differ, so cargo builds only what did change.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

export const ROOT = new URL("../../", import.meta.url).pathname;
export const WORK = join(ROOT, "target", "mutants");
/** The copy of each part. */
export const TREES = { core: join(WORK, "core"), page: join(WORK, "page") };

/** All that is committed or added, by name. */
function listed() {
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", words, { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
  return names.filter((name) => existsSync(join(ROOT, name)) && lstatSync(join(ROOT, name)).isFile());
}

/** A project of the same files has the same. */
export function digest() {
  const all = createHash("sha256");
  for (const name of listed()) all.update(`${name}\0`).update(readFileSync(join(ROOT, name)));
  return all.digest("hex");
}

/** All that is committed or added, as it is now. @param {string} tree */
export function copyTree(tree) {
  const names = listed();
  const list = `${tree}.json`;
  mkdirSync(dirname(list), { recursive: true });
  // What an earlier copy had and the project has no more would be built beside what took its place.
  const before = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const name of before) if (!names.includes(name)) rmSync(join(tree, name), { force: true });
  writeFileSync(list, JSON.stringify(names));
  for (const name of names) copyIfOther(join(ROOT, name), join(tree, name));
  const packages = join(tree, "tests", "node_modules");
  if (!existsSync(packages)) symlinkSync(join(ROOT, "tests", "node_modules"), packages);
}

/** @param {string} from @param {string} to */
function copyIfOther(from, to) {
  if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  // A file that was changed here and is put back is newer than what was built of the change.
  utimesSync(to, new Date(), new Date());
}
