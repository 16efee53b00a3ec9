// The tests' own runner, because all tests of an engine share one browser and run one after the other.
import { NAMES } from "./engines.mjs";

/** @typedef {import('./engines.mjs').Scheme} Scheme */
/** @typedef {{ name: string, scheme: Scheme, run: (rig: import('./rig.mjs').Rig) => Promise<void> }} Test */
/** @type {Test[]} */
const tests = [];
/** The engine that this run is of. */
export const ENGINE = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? "chromium";
const EVERY = process.argv.includes("--every");
/** Seconds. */
const LIMIT = 400;

/**
 * @param {string} name
 * @param {Test['run']} run
 * @param {{ scheme?: Scheme }} [reader] what the reader prefers, light or dark
 */
export function test(name, run, { scheme = "light" } = {}) {
  tests.push({ name, scheme, run });
}

/**
 * A test of what is ours and the same in every browser: sentences, sums, which part shows what. One engine runs it; the
 * others with --every.
 * @param {Parameters<typeof test>} what
 */
export function once(...what) {
  if (ENGINE === NAMES[0] || EVERY) test(...what);
}

/** The dark ones last: for the dark scheme WebKit gets a second window, and the first no longer has the keyboard. */
const inOrder = () => [...tests].sort((one, other) => Number(one.scheme === "dark") - Number(other.scheme === "dark"));

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
 * @param {import('./rig.mjs').Rig} rig
 * @param {string[]} only parts of the names of the tests to run; none = all
 */
export async function runAll(rig, only) {
  const count = { passed: 0, failed: 0 };
  for (const { name, scheme, run } of inOrder().filter(
    (one) => !only.length || only.some((part) => one.name.includes(part)),
  )) {
    const start = performance.now();
    let line = "ok  ";
    let why = "";
    try {
      await Promise.race([
        rig
          .before(scheme)
          .then(() => run(rig))
          .then(() => rig.after()),
        tooLate(),
      ]);
      count.passed += 1;
    } catch (error) {
      line = "FAIL";
      count.failed += 1;
      why = `\n${indent(told(error))}${indent(await rig.state().catch(() => ""))}`;
      await rig.recover().catch(() => {});
    }
    console.log(`${line} ${rig.engine.name}: ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)${why}`);
  }
  return count;
}

/** A browser that no longer answers ends its test, not the run. @returns {Promise<never>} */
function tooLate() {
  return new Promise((_, failed) => {
    setTimeout(() => failed(new Error(`not done after ${LIMIT} s`)), LIMIT * 1000).unref();
  });
}

/** Message, and the lines of the tests that led to it. @param {unknown} error */
function told(error) {
  if (!(error instanceof Error)) return String(error);
  const way = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^ +at .*tests\/browser\//.test(line) && !/suite\.mjs|run\.mjs/.test(line))
    .map((line) => line.replace(/\(?file:.*tests\/browser\//, "").replace(/\)$/, ""));
  return [error.message, ...way.slice(0, 4)].join("\n");
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
