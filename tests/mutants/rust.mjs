// node tests/mutants/rust.mjs [SEED] [COUNT]: how much the tests of the core notice. Mutants of seven rooms, drawn by a
// seed from the list of cargo-mutants, each against the unit tests and the suite files of its room; prints what became
// of them, and fails if fewer than 90 of 100 die. All that can share a build share one: 300 builds would take hours.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { baseline, build, clean, stagesOf, tryMutant } from "./cargo.mjs";
import { draw, inTurns } from "./draw.mjs";
import { ROOMS, roomOf, sourcesOf } from "./rooms.mjs";
import { tell } from "./tally.mjs";
import { ROOT, TREES, WORK, copyTree, digest } from "./tree.mjs";
import { blamed, replaced, weave } from "./weave.mjs";

/** @typedef {import('./weave.mjs').Mutant} Mutant */
/** @typedef {import('./weave.mjs').Numbered} Numbered */
/** @typedef {import('./cargo.mjs').Programs} Programs */
/** @typedef {import('./tally.mjs').Verdict} Verdict */

const REQUIRED = 90;
const seed = Number(process.argv[2] || Math.floor(Math.random() * 1e6));
const count = Number(process.argv[3] || 300);

/** @returns {Mutant[]} */
function listed() {
  const files = Object.keys(ROOMS)
    .flatMap(sourcesOf)
    .flatMap((glob) => ["--file", glob]);
  const words = ["mutants", "--list", "--json", "--package", "metier", ...files];
  return JSON.parse(execFileSync("cargo", words, { cwd: ROOT, maxBuffer: 1 << 28, encoding: "utf8" }));
}

const source = (/** @type {string} */ file) => readFileSync(join(ROOT, file), "utf8");

/** Writes the files with these mutants in them. @param {Mutant[]} all @param {Numbered[]} drawn */
function write(all, drawn) {
  const files = new Set(drawn.map(({ mutant }) => mutant.file));
  /** @type {Map<string, ReturnType<typeof weave>>} */
  const woven = new Map();
  for (const file of files) {
    const own = drawn.filter(({ mutant }) => mutant.file === file);
    woven.set(
      file,
      weave(
        source(file),
        all.filter((mutant) => mutant.file === file),
        own,
      ),
    );
  }
  for (const [file, { text }] of woven) {
    if (readFileSync(join(TREES.core, file), "utf8") !== text) writeFileSync(join(TREES.core, file), text);
  }
  return woven;
}

/**
 * One build of as many as it can hold; those that do not compile there come out of it, to be tried alone.
 * @param {Mutant[]} all
 * @param {Numbered[]} drawn
 */
async function together(all, drawn) {
  /** @type {Set<number>} */
  const alone = new Set();
  for (let cleaned = false; ;) {
    copyTree(TREES.core);
    const left = drawn.filter(({ id }) => !alone.has(id));
    const woven = write(all, left);
    for (const { alone: some } of woven.values()) for (const id of some) alone.add(id);
    const built = await build();
    if ("programs" in built) return { programs: built.programs, alone };
    const before = alone.size;
    for (const places of built.blames)
      for (const { file, ...span } of places)
        for (const id of blamed(woven.get(file)?.stretches ?? [], span)) alone.add(id);
    if (alone.size > before) continue;
    if (cleaned) throw new Error(`no mutant is at fault:\n${built.told}`);
    await clean();
    cleaned = true;
  }
}

/**
 * What the tests of each stage may take. Of a project in which no file has changed it is known, and that they pass.
 * @param {Programs} programs
 * @returns {Promise<Map<string, number>>}
 */
async function patienceFor(programs) {
  const file = join(WORK, "baseline.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const project = digest();
  if (known.project === project) return new Map(known.patience);
  const stages = Object.entries(ROOMS).flatMap(([room, files]) => stagesOf(room, files));
  /** @type {Map<string, number>} */
  const patience = new Map();
  for (const stage of stages) if (!patience.has(stage.name)) patience.set(stage.name, await baseline(programs, stage));
  writeFileSync(file, JSON.stringify({ project, patience: [...patience] }));
  return patience;
}

/** @param {Numbered} one @param {Programs} programs @param {Map<string, number>} patience @returns {Promise<Verdict>} */
async function judge({ id, mutant }, programs, patience) {
  const room = roomOf(mutant.file);
  const found = await tryMutant(programs, stagesOf(room, ROOMS[room]), patience, id);
  console.log(`     ${found.fate} ${mutant.name}${found.by ? ` by ${found.by}` : ""}`);
  return { room, name: mutant.name, fate: found.fate };
}

/** With a build of its own. @param {Numbered} one @param {Map<string, number>} patience @returns {Promise<Verdict>} */
async function judgeAlone(one, patience) {
  const { mutant } = one;
  copyTree(TREES.core);
  writeFileSync(join(TREES.core, mutant.file), replaced(source(mutant.file), mutant));
  const built = await build();
  if ("programs" in built) return judge(one, built.programs, patience);
  console.log(`     unviable ${mutant.name}`);
  return { room: roomOf(mutant.file), name: mutant.name, fate: "unviable" };
}

const all = listed();
const groups = Object.keys(ROOMS).map((room) => all.filter(({ file }) => roomOf(file) === room));
const drawn = draw(groups, count, seed).map((mutant, at) => ({ id: at + 1, mutant }));
console.log(`seed ${seed}: ${drawn.length} of ${all.length} mutants`);
const { programs, alone } = await together(all, drawn);
console.log(`     ${drawn.length - alone.size} in one build, ${alone.size} each in its own`);
const patience = await patienceFor(programs);
/** @type {Verdict[]} */
const verdicts = [];
const queue = inTurns(drawn.filter(({ id }) => !alone.has(id)));
await Promise.all(
  Array.from({ length: Math.max(1, availableParallelism() - 1) }, async () => {
    for (let one = queue.shift(); one; one = queue.shift()) verdicts.push(await judge(one, programs, patience));
  }),
);
for (const one of drawn.filter(({ id }) => alone.has(id))) verdicts.push(await judgeAlone(one, patience));
process.exitCode = tell(seed, Object.keys(ROOMS), verdicts, REQUIRED) ? 0 : 1;
