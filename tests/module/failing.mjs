// No memory at any allocation while a quiz is taken, once or in every fresh instance: the same report, or an error after
// which, with memory again, comes the same report; no answer is lost. `node tests/module/failing.mjs FOLDER [SEED
// [TIMES]]`, with the modules that `cargo www failing FOLDER` made.
import { cp, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { answersTo } from "../browser/answers.mjs";
import { WWW, folder, imported, ok, same } from "./scripts.mjs";

const made = resolve(process.argv[2] ?? ".");
const seed = Number(process.argv[3] || Math.floor(Math.random() * 1e6));
/** How many times as many allocations are tried as on every change. */
const times = Number(process.argv[4] || 1);

await cp(made, join(folder, "pkg"), { recursive: true });
/** @type {[typeof import('../../www/element/engine.js'), any, any, typeof import('../../www/shared/refusal.js')]} */
const [{ Engine, begin, plain }, matcher, whole, { problemsOf }] = /** @type {any} */ (
  await imported(["element/engine.js", "pkg/matcher.js", "pkg/whole.js", "shared/refusal.js"])
);

/** How many allocations each instance has left: the next one, and those after it; 0 = all that it wants. */
let left = { next: 0, later: 0 };
/** @type {WebAssembly.Global[]} */
const instances = [];
/** @param {WebAssembly.Instance} instance */
function watched(instance) {
  const global = /** @type {WebAssembly.Global} */ (instance.exports.allocations_left);
  global.value = left.next;
  left = { next: left.later, later: left.later };
  instances.push(global);
  return instance;
}
WebAssembly.Instance = /** @type {any} */ (
  new Proxy(WebAssembly.Instance, { construct: (target, words) => watched(Reflect.construct(target, words)) })
);
const { instantiate } = WebAssembly;
WebAssembly.instantiate = /** @type {any} */ (
  async (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) =>
    watched(await instantiate(module, imports))
);

/** From now on there is memory. */
function mended() {
  left = { next: 0, later: 0 };
  for (const global of instances) global.value = 0;
}

const load = (/** @type {string} */ name) => async () =>
  WebAssembly.compile(await readFile(join(folder, "pkg", `${name}_bg.wasm`)));
const wholePlayer = { ...whole };
const roles = { ...matcher };
await begin(plain.glue, load("player"));
await begin(wholePlayer, load("whole"));
await begin(roles, load("matcher"));

/**
 * A quiz of which each step is tried until it is done: again where it failed, with memory if it failed twice.
 * @param {string} text of its document
 * @param {"player" | "whole"} module
 * @returns {{ report: string, failed: number }}
 */
function taken(text, module) {
  let failed = 0;
  /** @template T @param {() => T} step @returns {T} */
  const done = (step) => {
    try {
      return step();
    } catch (error) {
      // What is said of a document or an answer is none of it.
      ok(!problemsOf(error) && error instanceof WebAssembly.RuntimeError, `what failed: ${error}`);
      failed += 1;
      mended();
      return step();
    }
  };
  const engine = new Engine({ text, roles: null, language: "en", seed: 7 });
  if (module === "whole") engine.replace({ glue: wholePlayer, Session: whole.Session });
  const quiz = done(() => engine.quiz());
  if (quiz.skills.length > 1) {
    const matched =
      module === "whole" ? { glue: wholePlayer, Matcher: whole.Matcher } : { glue: roles, Matcher: matcher.Matcher };
    done(() => engine.match(/** @type {any} */ (matched)));
  }
  const answers = answersTo(JSON.parse(text), 2);
  const asked = quiz.items.map(({ id }) => id);
  if (quiz.adaptive === null) for (const id of asked) done(() => engine.answer(id, answers.get(id), 900));
  else {
    for (let next = done(() => engine.first()); next.length > 0;) {
      const screen = next;
      for (const id of screen) ({ next } = done(() => engine.answer(id, answers.get(id), 900)));
    }
  }
  const report = JSON.stringify([done(() => engine.report()), engine.given()]);
  engine.rest();
  return { report, failed };
}

/** So many numbers from 1 to `most`, the same for the same seed. @param {number} count @param {number} most */
function* drawn(count, most) {
  let state = seed;
  for (let made = 0; made < count; made += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield 1 + (state % most);
  }
}

console.log(`seed ${seed}`);
const shipped = (/** @type {string} */ name) => readFile(join(WWW, "quizzes", name), "utf8");
const [pace, setbacks] = (await Promise.all(["pace.json", "setbacks.json"].map(shipped))).map((text) =>
  JSON.parse(text),
);
/** Of two skills, for which the matcher is wanted beside the small player. */
const two = { ...pace };
for (const list of ["skills", "items", "behaviours", "stems", "learning"])
  if (pace[list]) two[list] = [...pace[list], ...setbacks[list]];
for (const [name, text, module, tries] of /** @type {const} */ ([
  ["one skill", JSON.stringify(pace), "player", 20 * times],
  ["two skills", JSON.stringify(two), "player", 20 * times],
  ["one that chooses its questions", await shipped("roles.json"), "whole", 12 * times],
])) {
  mended();
  const plain = taken(text, module);
  same(plain.failed, 0, `failures of ${name} where nothing fails`);
  // Counted down from 0 around.
  const all = instances.reduce((sum, { value }) => sum + (-value >>> 0), 0);
  ok(all > 1000, `allocations of ${name}: ${all}`);
  let [once, always] = [0, 0];
  for (const at of drawn(tries, all)) {
    for (const later of [0, at]) {
      mended();
      for (const global of instances) global.value = at;
      left = { next: later, later };
      const got = taken(text, module);
      same(got.report, plain.report, `${name}, no memory at allocation ${at}${later ? " of each instance" : ""}`);
      if (later) always += got.failed;
      else once += got.failed;
    }
  }
  same(once, 0, `failures of ${name} that were told though there was memory in a fresh instance`);
  ok(always > 0, `some failures of ${name} were told`);
  console.log(`${name}: ${all} allocations, ${tries} tried; with no more in any fresh instance ${always} told`);
}
