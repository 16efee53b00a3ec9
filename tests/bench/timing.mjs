// node tests/bench/timing.mjs PROGRAM MODULE…: what the measurement engine costs on this machine: natively, inside
// WebAssembly, beside plain JavaScript on typed arrays and beside jsCAT. `cargo www timing` builds what it needs and
// runs it. Times are of this machine and of this minute: the best of some batches, which other work disturbs least; the
// ratios are what to look at. That all find the same is checked: the module the same bits as the program, plain
// JavaScript the same to 1e-6, jsCAT the same level to 1e-3.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Plain } from "./typed.mjs";

const BATCHES = 15;
const [program, ...modules] = process.argv.slice(2);

/** Numbers from 0 to 1 (mulberry32). @param {number} seed */
function* uniform(seed) {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    yield ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }
}
const source = uniform(3);
const random = () => /** @type {number} */ (source.next().value);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Items as the engine takes them. @param {'2pl' | '3pl' | 'graded'} model @param {number} count */
function bank(model, count) {
  const item = () => {
    const a = Math.min(2.5, Math.max(0.5, Math.exp(0.2 + 0.3 * normal())));
    if (model !== "graded") return [0, a, normal(), model === "3pl" ? 0.1 + 0.15 * random() : 0, 1, 0];
    const first = -1.5 + 0.5 * normal();
    return [1, a, first, first + 0.8, first + 1.7, first + 2.6];
  };
  return Float64Array.from(Array.from({ length: count }, item).flat());
}

/** What people answer, each at a level of their own. @param {Float64Array} items @param {number} persons */
function answers(items, persons) {
  const curves = new Plain(items);
  const answer = (/** @type {number} */ item, /** @type {number} */ theta) => {
    let [category, left] = [0, random()];
    while (category < curves.categories - 1 && (left -= curves.probability(item, category, theta)) > 0) category += 1;
    return category;
  };
  const person = () => {
    const theta = normal();
    return Array.from({ length: curves.count }, (_, item) => answer(item, theta));
  };
  return Uint8Array.from(Array.from({ length: persons }, person).flat());
}

/**
 * A row of a table: what is done, and how many of what is counted that is (people, mostly).
 * @typedef {{ name: string, items: Float64Array, task: string, answers: Uint8Array, extra: number, times: number, share: number, aim?: number, jscat?: boolean }} Row
 */
/**
 * @param {string} name
 * @param {Float64Array} items
 * @param {string} task
 * @param {number} persons
 * @param {number} times
 * @param {Partial<Row>} more
 * @returns {Row}
 */
const row = (name, items, task, persons, times, more = {}) => ({
  name,
  items,
  task,
  answers: answers(items, persons),
  extra: 0,
  times,
  share: Math.max(1, persons),
  ...more,
});

const [two, three, graded] = [bank("2pl", 20), bank("3pl", 20), bank("graded", 20)];
const rows = [
  row("EAP with error, 20 items 2PL", two, "eap", 100, 20, { aim: 5, jscat: true }),
  row("EAP with error, 20 items 3PL", three, "eap", 100, 20, { aim: 5, jscat: true }),
  row("EAP with error, 20 graded items", graded, "eap", 100, 20),
  row("MAP with error, 20 items 2PL", two, "map", 100, 10),
  row("next of 60 items 2PL", bank("2pl", 60), "choose", 0, 10_000, { extra: 0.3, aim: 5, jscat: true }),
  row("next of 300 items 2PL", bank("2pl", 300), "choose", 0, 2_000, { extra: 0.3, aim: 5, jscat: true }),
  row("next of 300 items 3PL", bank("3pl", 300), "choose", 0, 2_000, { extra: 0.3, aim: 5, jscat: true }),
  row("next of 300 graded items", bank("graded", 300), "choose", 0, 500, { extra: 0.3 }),
  row("whole test, 20 of 300 items 2PL", bank("2pl", 300), "adapt", 10, 20, { extra: 20, aim: 200, jscat: true }),
  row("whole test, 20 of 300 items 3PL", bank("3pl", 300), "adapt", 10, 20, { extra: 20, aim: 200, jscat: true }),
  row("whole test, 20 of 300 graded items", bank("graded", 300), "adapt", 10, 5, { extra: 20 }),
  row("10,000 people on 20 items 2PL", two, "eap", 10_000, 1, { share: 1, jscat: true }),
  row("8 correlated skills, 5 items each", bank("2pl", 40), "several", 1, 200, { extra: 8 }),
  row("16 correlated skills, 5 items each", bank("2pl", 80), "several", 1, 50, { extra: 16 }),
  row("match, 8 roles by 16 skills", bank("2pl", 1), "match", 0, 5, { aim: 5_000 }),
  row("the same explained", bank("2pl", 1), "explain", 0, 1, { aim: 150_000 }),
  row("assumed: 12 answers, with pulls", bank("2pl", 12), "levels", 0, 20, { extra: 1, aim: 1_000 }),
  row("assumed: 16 skills, 2 answers each", bank("2pl", 2), "levels", 0, 5, { extra: 16, aim: 5_000 }),
  row("which of 112 items decides", bank("2pl", 1), "decide", 0, 1, { extra: 112, aim: 50_000 }),
];
/** Tasks without a plain version: a mode, which the mean of a posterior is not, matching, and what is assumed. */
const alone = ["map", "match", "explain", "levels", "decide"];
const growth = [
  ...[5, 10, 20, 40, 80, 160, 1000].map((count) =>
    row(`EAP, ${count} items 2PL`, bank("2pl", count), "eap", 20, Math.ceil(2_000 / count)),
  ),
  ...[10, 100, 1_000, 10_000].map((persons) =>
    row(`EAP, 20 items 2PL, ${persons} people`, two, "eap", persons, Math.ceil(2_000 / persons), { share: 1 }),
  ),
  ...[30, 100, 300, 1_000, 3_000].map((count) =>
    row(`next of ${count} items 2PL`, bank("2pl", count), "choose", 0, Math.ceil(300_000 / count), { extra: 0.3 }),
  ),
  ...[1, 2, 4, 8, 16, 32].map((skills) =>
    row(
      `${skills} correlated skills, 5 items each`,
      bank("2pl", 5 * skills),
      "several",
      1,
      Math.ceil(4_000 / skills ** 2),
      { extra: skills },
    ),
  ),
];

/**
 * Microseconds of each of `times`, and what was found.
 * @param {(times: number) => ArrayLike<number>} work
 * @param {Row} row
 */
function timed(work, row) {
  let found = work(row.times);
  const took = Array.from({ length: BATCHES }, () => {
    const start = performance.now();
    found = work(row.times);
    return ((performance.now() - start) * 1000) / row.times / row.share;
  });
  return { found, took: Math.min(...took) };
}

/** @typedef {{ found: ArrayLike<number>, took: number }} Timed */
/** All rows natively, in one process. @param {Row[]} rows @returns {Timed[]} */
function native(rows) {
  const tasks = rows.map(({ items, task, answers, extra, times }) => ({
    items: [...items],
    task,
    answers: [...answers],
    extra,
    times,
    batches: BATCHES,
  }));
  const done = spawnSync(program, { input: JSON.stringify(tasks), maxBuffer: 2 ** 28, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${program}: ${done.error ?? done.stderr}`);
  return JSON.parse(done.stdout).map(
    (/** @type {{ found: number[], took: number[] }} */ { found, took }, /** @type {number} */ index) => ({
      found,
      took: Math.min(...took) / 1000 / rows[index].times / rows[index].share,
    }),
  );
}

/** jsCAT, where it is installed. */
function jscat() {
  try {
    return createRequire(import.meta.url)("@bdelab/jscat").Cat;
  } catch {
    console.log("jsCAT is not installed; once: npm ci --prefix tests");
    return null;
  }
}

/** What jsCAT does for a row. @param {any} Cat @param {Row} row */
function byJscat(Cat, { items, task, answers, extra, share, jscat }) {
  if (!Cat || !jscat) return null;
  const stimuli = Array.from({ length: items.length / 6 }, (_, id) => {
    const [, a, b, c, d] = items.subarray(6 * id);
    return { id, a, b, c, d, difficulty: b };
  });
  const zetas = stimuli.map(({ a, b, c, d }) => ({ a, b, c, d }));
  const person = (/** @type {number} */ from) => [...answers.subarray(from, from + stimuli.length)];
  const one = (/** @type {number} */ from) => {
    const cat = new Cat({ method: "EAP", itemSelect: "MFI", theta: task === "choose" ? extra : 0 });
    if (task === "choose") return [cat.findNextItem(stimuli).nextStimulus.id];
    if (task === "eap") {
      cat.updateAbilityEstimate(zetas, person(from));
      return [cat.theta, NaN];
    }
    let left = stimuli;
    const [given, order] = [person(from), /** @type {number[]} */ ([])];
    for (let step = 0; step < extra; step += 1) {
      const { nextStimulus, remainingStimuli } = cat.findNextItem(left);
      left = remainingStimuli;
      order.push(nextStimulus.id);
      cat.updateAbilityEstimate(zetas[nextStimulus.id], given[nextStimulus.id]);
    }
    return [...order, cat.theta, NaN];
  };
  // A few people stand for all: one already takes milliseconds.
  const all = answers.length / stimuli.length;
  const persons = Math.min(all, 5);
  const work = () =>
    persons === 0 ? one(0) : Array.from({ length: persons }, (_, index) => one(index * stimuli.length)).flat();
  return { work, share: persons === 0 ? 1 : (share * persons) / all };
}

/**
 * Fails where two do not find the same; NaN says that one does not know.
 * @param {string} name
 * @param {ArrayLike<number>} one
 * @param {ArrayLike<number>} other
 * @param {number} most
 */
function same(name, one, other, most) {
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    if (Math.abs(one[index] - other[index]) > most)
      throw new Error(`${name}: number ${index} is ${one[index]} and ${other[index]}`);
  }
}

/** @param {number | undefined} took */
const figure = (took) => (took === undefined ? "-" : took.toFixed(took < 10 ? 2 : took < 1000 ? 1 : 0)).padStart(10);
/** @param {number | undefined} took @param {number} beside */
const ratio = (took, beside) =>
  (took === undefined ? "-" : `${(took / beside).toFixed(took / beside < 10 ? 2 : 0)}x`).padStart(8);

/**
 * @param {string} title
 * @param {Row[]} rows
 * @param {any[]} banks constructors of banks, the module that ships first
 * @param {any} Cat
 */
function print(title, rows, banks, Cat) {
  const names = ["native", ...modules.map((module) => basename(module)), "plain JS", ...(Cat ? ["jsCAT"] : [])];
  console.log(`\n${title}; ratios to ${basename(modules[0])}`);
  console.log(
    `${"".padEnd(36)}${names.map((name, index) => name.padStart(10) + (index === 1 ? "" : "".padStart(8))).join("")}  aim`,
  );
  const natively = native(rows);
  rows.forEach((row, index) => {
    const inside = banks.map((Bank) => {
      const bank = new Bank(row.items);
      const done = timed((times) => bank.run(row.task, row.answers, row.extra, times), row);
      bank.free();
      same(`${row.name}, program and module`, natively[index].found, done.found, 0);
      return done;
    });
    const plain = new Plain(row.items);
    const beside = alone.includes(row.task)
      ? undefined
      : timed((times) => plain.run(row.task, row.answers, row.extra, times), row);
    if (beside) same(`${row.name}, plain JavaScript`, beside.found, natively[index].found, 1e-6);
    const third = byJscat(Cat, row);
    const cat = third && timed(third.work, { ...row, times: 1, share: third.share });
    if (cat) same(`${row.name}, jsCAT`, cat.found, natively[index].found, 1e-3);
    const took = [natively[index].took, ...inside.map((one) => one.took), beside?.took, ...(Cat ? [cat?.took] : [])];
    const cells = took.map((one, place) => figure(one) + (place === 1 ? "" : ratio(one, took[1])));
    const aim = row.aim === undefined ? "" : `${row.aim} us ${took[1] <= row.aim ? "met" : "NOT met"}`;
    console.log(`${row.name.padEnd(36)}${cells.join("")}  ${aim}`);
  });
}

const banks = [];
for (const module of modules) {
  const glue = await import(pathToFileURL(resolve(`${module}/timing.js`)).href);
  glue.initSync({ module: readFileSync(`${module}/timing_bg.wasm`) });
  banks.push(glue.Bank);
}
const Cat = jscat();
print(
  "Microseconds each (10,000 people: for all), Node " + process.versions.node + `, best of ${BATCHES} batches`,
  rows,
  banks,
  Cat,
);
print("How cost grows, microseconds", growth, banks, null);
