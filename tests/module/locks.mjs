// What tests and benchmarks take from npm is held by lock files: each package with the SHA-512 of its archive, from the
// registry, under a licence that this list knows, and with no script of its own run. Nothing of it reaches a page.
// `node tests/module/locks.mjs` needs no network; whether a version is known to be bad only the registry can say
// (`npm audit --prefix tests`).
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = new URL("../..", import.meta.url).pathname;
/** Licences under which a program that only builds or tests may be used. */
const LICENCES = new Set(
  (
    "0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC-BY-4.0 CC0-1.0 ISC LGPL-3.0-or-later MIT MIT-0 MPL-2.0 " +
    "Python-2.0 Zlib"
  ).split(" "),
);
/** Their entries name none; their archives say MIT. */
const UNNAMED = new Set(["zod-to-ts", "eval", "format", "require-like"]);

/** Whether an expression of SPDX allows it: all of what is joined by AND, one of what is joined by OR. @param {string} words */
const allowed = (words) =>
  words
    .replaceAll(/[()]/g, "")
    .split(" AND ")
    .every((part) => part.split(" OR ").some((one) => LICENCES.has(one)));

/**
 * What is wrong with a package of a lock file.
 * @param {string} name
 * @param {{ version: string, integrity?: string, resolved?: string, link?: boolean, license?: string }} entry
 */
function faultOf(name, { version, integrity = "", resolved, link, license }) {
  if (link || !/^\d+\.\d+\.\d+/.test(version)) return "is no version of a registry";
  if (resolved && !/^https:\/\/registry\./.test(resolved)) return `comes from ${resolved}`;
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)) return "has no SHA-512";
  if (license === undefined) return UNNAMED.has(name) ? null : "names no licence";
  return allowed(license) ? null : `has the licence ${license}`;
}

const files = execFileSync("git", ["ls-files", "*package-lock.json"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n");
const broken = [];
let count = 0;
for (const file of files) {
  const { packages } = JSON.parse(readFileSync(join(root, file), "utf8"));
  for (const [path, entry] of Object.entries(packages)) {
    if (path === "") continue;
    count += 1;
    const name = path.split("node_modules/").pop() ?? "";
    const fault = faultOf(name, entry);
    if (fault) broken.push(`${dirname(file)}: ${name} ${fault}`);
  }
}
const scripts = readFileSync(join(root, "tests/.npmrc"), "utf8");
if (!/^ignore-scripts=true$/m.test(scripts)) broken.push("tests/.npmrc lets packages run scripts of their own");
if (count < 300) broken.push(`${count} packages`);
console.log(`${count} packages in ${files.length} lock files`);
if (broken.length > 0) console.log(broken.join("\n"));
process.exitCode = broken.length > 0 ? 1 : 0;
