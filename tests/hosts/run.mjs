// node tests/hosts/run.mjs [NAME…]: the quiz in programs that other people build their pages with. Each is installed by
// its lock file, builds a small page with the tag, and Chromium takes the quiz there to its result. Last line: counts
// PASSED FAILED SKIPPED. With --allow-missing, a program that cannot be had here is skipped instead of failed.
//
// What is tested at each host (`visit.mjs`): the page is built without an error, on a server too; the tag comes with the
// link inside it; a quiz is taken to its result; going away and coming back by the host's own links shows it again; where
// the tag says `resume`, Back loses no answer; console, errors and policy reports stay empty. `host.mjs` of a host says
// what is asked of it alone.
//
// A host is a folder here: its page, its configuration, package.json with package-lock.json (or requirements.txt with
// digests), and `host.mjs`, whose `hosts` name how it is built and what its pages are (`Host` in `build.mjs`). What makes
// pages of its own kind (a plugin, a shortcode) has `run.mjs` instead, or too: a script that ends with 0 if all is right. The quiz is
// no dependency: it is what `cargo www package` has packed, and what a release has as an archive, so that a lock file
// holds only what others make. Everything is built in target/hosts, where what is installed stays for the next run.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { open } from "../browser/engines.mjs";
import { Proxy } from "../browser/proxy.mjs";
import { Rig } from "../browser/rig.mjs";
import { instrument, serveSite } from "../browser/site.mjs";
import { runAll, test } from "../browser/suite.mjs";
import { build, Missing } from "./build.mjs";
import { visit } from "./visit.mjs";

const words = process.argv.slice(2);
const allowMissing = words.includes("--allow-missing");
const only = words.filter((word) => !word.startsWith("--"));
const FOLDER = new URL("./", import.meta.url);

// Browsers leave folders behind; here they leave them where they go with the run.
const scratch = (process.env.TMPDIR = mkdtempSync(join(tmpdir(), "metier-")));
const count = { passed: 0, failed: 0, skipped: 0 };
const site = await serveSite();
const proxy = new Proxy(site.address, instrument);
/** @type {import('../browser/engines.mjs').Engine | undefined} */
let engine;
try {
  await proxy.start();
  await buildAll();
  engine = await open("chromium", proxy.address);
  console.log(`     chromium ${engine.version}`);
  const taken = await runAll(new Rig(engine, proxy), []);
  count.passed += taken.passed;
  count.failed += taken.failed;
} catch (error) {
  count.failed += 1;
  console.log(`FAIL hosts: ${error instanceof Error ? error.stack : error}`);
} finally {
  await engine?.close().catch(() => {});
  await proxy.stop();
  site.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
console.log(`counts ${count.passed} ${count.failed} ${count.skipped}`);
process.exitCode = count.failed || !count.passed ? 1 : 0;

/** Builds every host that is asked for, one after the other; what is built has its test. */
async function buildAll() {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const unknown = new Set(only);
  for (const { name: folder } of folders) {
    const at = (/** @type {string} */ file) => new URL(`${folder}/${file}`, FOLDER);
    if (existsSync(at("run.mjs")) && (!only.length || only.includes(folder))) await runOne(folder, at("run.mjs"));
    unknown.delete(folder);
    if (!existsSync(at("host.mjs"))) continue;
    /** @type {{ hosts: Record<string, import('./build.mjs').Host> }} */
    const { hosts } = await import(at("host.mjs").href);
    const asked = (/** @type {string} */ name) => !only.length || only.includes(name) || only.includes(folder);
    const wanted = Object.entries(hosts).filter(([name]) => asked(name));
    for (const name of [folder, ...Object.keys(hosts)]) unknown.delete(name);
    if (wanted.length) await buildOne(folder, wanted);
  }
  for (const name of unknown) {
    count.failed += 1;
    console.log(`FAIL there is no host named ${name}`);
  }
}

/** A host with a script of its own. @param {string} folder @param {URL} script */
async function runOne(folder, script) {
  const start = performance.now();
  const done = await promisify(execFile)(process.execPath, [fileURLToPath(script)], { maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => ({ ok: true, said: stdout }),
    ({ stdout, stderr, message }) => ({ ok: false, said: `${stdout}${stderr}` || message }),
  );
  const took = ((performance.now() - start) / 1000).toFixed(1);
  const missing = !done.ok && allowMissing && /please run: apt-get/.test(done.said);
  count[done.ok ? "passed" : missing ? "skipped" : "failed"] += 1;
  const verdict = done.ok ? "ok  " : missing ? "skip" : "FAIL";
  console.log(`${verdict} ${folder}: its own script (${took} s)`);
  if (!done.ok) console.log(`       ${done.said.trim().slice(-4000).replaceAll("\n", "\n       ")}`);
}

/** @param {string} folder @param {[string, import('./build.mjs').Host][]} wanted */
async function buildOne(folder, wanted) {
  const start = performance.now();
  const took = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    const place = await build(folder, wanted);
    console.log(`     ${folder} built (${took()}): ${place.versions}`);
    for (const [name, host] of wanted) test(name, (rig) => visit(rig, host, place));
  } catch (error) {
    const skipped = error instanceof Missing && allowMissing;
    count[skipped ? "skipped" : "failed"] += wanted.length;
    const why = error instanceof Error ? error.message : String(error);
    console.log(`${skipped ? "skip" : "FAIL"} ${folder} (${took()})\n       ${why.replaceAll("\n", "\n       ")}`);
  }
}
