// The tests of the changed tree: built by cargo, run one file of the suite after the other until one fails.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { STATISTICAL } from "./rooms.mjs";
import { TREES, WORK } from "./tree.mjs";
import { SWITCH } from "./weave.mjs";

/** @typedef {{ file: string, byte_start: number, byte_end: number }} Blame */
/** @typedef {{ unit: string, suite: string }} Programs the test programs that were built */
/** @typedef {'killed' | 'timeout' | 'survived' | 'unviable'} Fate */
/** @typedef {{ name: string, program: keyof Programs, filter: string }} Stage */

/** A mutant that loops ends after so many times the processor seconds that its tests take otherwise. */
const PATIENCE = 5;
const LEAST_SECONDS = 10;
/** One that fills a list for ever ends with that. In KiB. */
const MEMORY = 4_000_000;

const settings = {
  ...process.env,
  CARGO_TARGET_DIR: join(WORK, "target"),
  CARGO_PROFILE_DEV_DEBUG: "0",
  CARGO_TERM_COLOR: "never",
};

/**
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => boolean} [enough] whether this line of its output says all
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, out: string, err: string }>}
 */
function run(command, words, env, enough = () => false) {
  return new Promise((done, failed) => {
    const child = spawn(command, words, { cwd: TREES.core, env, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err, rest] = ["", "", ""];
    child.stdout.setEncoding("utf8").on("data", (part) => {
      out += part;
      const lines = (rest + part).split("\n");
      rest = lines.pop() ?? "";
      if (lines.some(enough)) child.kill("SIGKILL");
    });
    child.stderr.setEncoding("utf8").on("data", (part) => (err += part));
    child.once("error", failed);
    child.once("close", (code, signal) => done({ code, signal, out, err }));
  });
}

/**
 * Builds the unit tests and the suite of the tree.
 * @returns {Promise<{ programs: Programs } | { blames: Blame[][], told: string }>} blames: for each error the places it
 *   points at
 */
export async function build() {
  const words = ["test", "--locked", "--no-run", "--lib", "--test", "suite", "--message-format=json"];
  const { code, out, err } = await run("cargo", words, settings);
  const messages = out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  if (code === 0) {
    const made = messages.filter(({ reason, profile }) => reason === "compiler-artifact" && profile.test);
    const programOf = (/** @type {string} */ kind) => made.find(({ target }) => target.kind[0] === kind)?.executable;
    return { programs: { unit: programOf("lib"), suite: programOf("test") } };
  }
  const errors = messages.filter(({ reason, message }) => reason === "compiler-message" && message.level === "error");
  const blames = errors.map(({ message }) =>
    [message, ...message.children].flatMap(({ spans }) =>
      spans.map((/** @type {any} */ span) => ({
        file: span.file_name,
        byte_start: span.byte_start,
        byte_end: span.byte_end,
      })),
    ),
  );
  const told = errors.map(({ message }) => message.rendered).join("\n") || err;
  return { blames: blames.filter((places) => places.length > 0), told };
}

/** What was built of the tree is forgotten: after a build that was cut off the next may not link. */
export const clean = () => run("cargo", ["clean", "--quiet", "--package", "metier"], settings);

/** The tests of a room, in the order in which they are asked. @param {string} room @param {string[]} files @returns {Stage[]} */
export const stagesOf = (room, files) => [
  { name: `unit ${room}`, program: "unit", filter: `${room}::` },
  ...files.map((file) => ({ name: file, program: /** @type {const} */ ("suite"), filter: `${file}::` })),
];

/** @param {Programs} programs @param {Stage} stage @param {number} seconds @param {string} id */
function ask(programs, { program, filter }, seconds, id) {
  const skipped = STATISTICAL.flatMap((name) => ["--skip", `${name}::`]);
  const limits = `ulimit -v ${MEMORY} -t ${seconds} -c 0; "$0" "$@"; code=$?; times >&2; exit $code`;
  const env = { ...settings, [SWITCH]: id, CARGO_MANIFEST_DIR: TREES.core };
  return { limits, env, words: [programs[program], filter, ...skipped] };
}

/**
 * Runs the tests of a stage with no mutant at work; all have to pass.
 * @param {Programs} programs
 * @param {Stage} stage
 * @returns {Promise<number>} processor seconds that a mutant may take
 */
export async function baseline(programs, stage) {
  const { limits, env, words } = ask(programs, stage, 3600, "");
  const { code, out, err } = await run("bash", ["-c", limits, ...words], env);
  if (code !== 0) throw new Error(`without any mutant, ${stage.name} fails:\n${out}\n${err}`);
  const spent = [...err.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return Math.ceil(LEAST_SECONDS + PATIENCE * spent.reduce((sum, one) => sum + one, 0));
}

/**
 * @param {Programs} programs
 * @param {Stage[]} stages
 * @param {Map<string, number>} patience by stage
 * @param {number} id of the mutant
 * @returns {Promise<{ fate: Fate, by: string }>} by: the test that failed, or the stage
 */
export async function tryMutant(programs, stages, patience, id) {
  for (const stage of stages) {
    const { env, words } = ask(programs, stage, 0, String(id));
    const limits = `ulimit -v ${MEMORY} -t ${patience.get(stage.name)} -c 0; exec "$0" "$@"`;
    let by = "";
    const { code, signal } = await run("bash", ["-c", limits, ...words], env, (line) => {
      by ||= /^test (\S+).* \.\.\. FAILED$/.exec(line)?.[1] ?? "";
      return by !== "";
    });
    if (by) return { fate: "killed", by };
    if (signal === "SIGXCPU" || (signal === "SIGKILL" && !by)) return { fate: "timeout", by: stage.name };
    if (code !== 0) return { fate: "killed", by: `${stage.name} (${signal ?? `code ${code}`})` };
  }
  return { fate: "survived", by: "" };
}
