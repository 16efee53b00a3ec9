// The tests' own runner, because all tests of an engine share one browser and run one after the other.
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { NAMES } from "./engines.mjs";

/** @typedef {import('./engines.mjs').Scheme} Scheme */
/** @typedef {{ name: string, scheme: Scheme, run: (rig: import('./rig.mjs').Rig) => Promise<void> }} Test */
/** @type {Test[]} */
const tests = [];
/** The engine that this run is of. */
export const ENGINE = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? "chromium";
/** Whether this run is of what `tests/run` leaves to `tests/run long`. */
const REST = process.argv.includes("--rest");
/** The folder in which runs of one engine beside each other write which tests they have taken. */
const shared = process.argv.find((word) => word.startsWith("--shared="))?.slice(9);
/** Seconds that a test may take, and that a browser may take to say where it is after one that failed. */
const LIMIT = 400;
const LIMIT_AFTER = 150;

/**
 * @param {string} name
 * @param {Test['run']} run
 * @param {{ scheme?: Scheme }} [reader] what the reader prefers, light or dark
 */
function add(name, run, { scheme = "light" } = {}) {
  tests.push({ name, scheme, run });
}

/** A test on every change, in every engine. @param {Parameters<typeof add>} what */
export function test(...what) {
  if (!REST) add(...what);
}

/**
 * A test of what is ours and the same in every browser: sentences, sums, which part shows what. One engine runs it on
 * every change; the others with --rest.
 * @param {Parameters<typeof add>} what
 */
export function once(...what) {
  if ((ENGINE === NAMES[0]) !== REST) add(...what);
}

/** A test of what only Chromium's driver can do: slow networks, paper, windows of a given size. @param {Parameters<typeof add>} what */
export function inChromium(...what) {
  if (ENGINE === NAMES[0] && !REST) add(...what);
}

/** A test with --rest alone. @param {Parameters<typeof add>} what */
export function rest(...what) {
  if (REST) add(...what);
}

/** The dark ones last: for the dark scheme WebKit gets a second window, and the first no longer has the keyboard. */
const inOrder = () => tests.toSorted((one, other) => Number(one.scheme === "dark") - Number(other.scheme === "dark"));

/** Whether the test at this place is for this run: whoever comes first has it. @param {number} index */
function isOurs(index) {
  if (shared === undefined) return true;
  try {
    closeSync(openSync(join(shared, String(index)), "wx"));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {unknown} truth @param {string} message @returns {asserts truth} */
export function ok(truth, message) {
  if (!truth) throw new Error(message);
}

/** As JSON, keys in order. @param {unknown} value */
const sortedJson = (value) =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** @param {unknown} got @param {unknown} wanted @param {string} what */
export function same(got, wanted, what) {
  const [a, b] = [sortedJson(got), sortedJson(wanted)];
  if (a !== b) throw new Error(`${what}: got ${a?.slice(0, 2000)}, wanted ${b?.slice(0, 2000)}`);
}

/**
 * The page did and had what it should, but the browser wrote of a fault in its own console, and named no script of ours.
 * Browsers write there of their own troubles too, with loading and leaving above all.
 */
export class BrowserSaid extends Error {}

/**
 * @param {import('./rig.mjs').Rig} rig
 * @param {string[]} only parts of the names of the tests to run; none = all
 */
export async function runAll(rig, only) {
  const count = { passed: 0, failed: 0 };
  const wanted = inOrder().filter(({ name }) => !only.length || only.some((part) => name.includes(part)));
  for (const [index, one] of wanted.entries()) {
    if (!isOurs(index)) continue;
    const first = await tried(rig, one);
    let last = first;
    // What is our fault is written again, or ends the next browser as it ended this one; both are told.
    if (first.gone || first.error instanceof BrowserSaid) {
      tell("once", rig, one, first);
      if (first.gone) await rig.renew();
      last = await tried(rig, one);
    }
    if (last.error === undefined) count.passed += 1;
    else count.failed += 1;
    tell(last.error === undefined ? "ok  " : "FAIL", rig, one, last);
    // Each of the others would take as long to say so.
    if (last.gone) throw new Error(`the browser no longer answers, after ${count.passed} tests that passed`);
  }
  return count;
}

/**
 * Runs one test to its end.
 * @param {import('./rig.mjs').Rig} rig
 * @param {Test} one
 */
async function tried(rig, { scheme, run }) {
  const start = performance.now();
  /** @type {unknown} */
  let error;
  let state = "";
  let gone = false;
  try {
    const whole = rig
      .before(scheme)
      .then(() => run(rig))
      .then(() => rig.after());
    await Promise.race([whole, tooLate(LIMIT)]);
  } catch (thrown) {
    error = thrown ?? new Error("nothing");
    const seen = rig.state().catch(() => "");
    const recovered = seen.then(() => rig.recover().catch(() => {}));
    state = await Promise.race([seen, tooLate(LIMIT_AFTER)]).catch(() => "");
    const answers = recovered.then(() => rig.driver.getCurrentUrl());
    gone = await Promise.race([answers.then(() => false), tooLate(LIMIT_AFTER)]).catch(() => true);
  }
  return { error, state, gone, seconds: (performance.now() - start) / 1000 };
}

/**
 * @param {string} line
 * @param {import('./rig.mjs').Rig} rig
 * @param {Test} one
 * @param {Awaited<ReturnType<typeof tried>>} how
 */
function tell(line, rig, { name }, { error, state, seconds }) {
  const why = error === undefined ? "" : `\n${indent(told(error))}${indent(state)}`;
  console.log(`${line} ${rig.engine.name}: ${name} (${seconds.toFixed(1)} s)${why}`);
}

/** A test that never ends does not keep the others from being run. @param {number} seconds @returns {Promise<never>} */
function tooLate(seconds) {
  return new Promise((_, failed) => {
    setTimeout(() => failed(new Error(`not done after ${seconds} s`)), seconds * 1000).unref();
  });
}

/** Message, and the lines of the tests that led to it. @param {unknown} error */
function told(error) {
  if (!(error instanceof Error)) return String(error);
  const way = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^ +at .*tests\/browser\//.test(line) && !/suite\.mjs|run\.mjs/.test(line))
    .map((line) => line.replace(/\(?file:.*tests\/browser\//, "").replace(/\)$/, ""));
  // A driver's error may have no message; its name says what it was.
  return [error.message || error.name, ...way.slice(0, 4)].join("\n");
}

/** @param {string} text */
function indent(text) {
  return (
    text &&
    text
      .split("\n")
      .slice(0, 24)
      .map((line) => `       ${line.slice(0, 1000)}`)
      .join("\n") + "\n"
  );
}
