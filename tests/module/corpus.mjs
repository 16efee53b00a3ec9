// A module says what the library says: to every seed and every input of the fuzzers' corpus, the same record or the same
// problems, letter for letter. `node tests/module/corpus.mjs [FOLDER]`, with the modules of `www/pkg`, or those that
// `cargo www counted FOLDER` made.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { begunIn } from "./readers.mjs";

const root = new URL("../..", import.meta.url).pathname;
const folder = resolve(process.argv[2] ?? join(root, "www/pkg"));
const [language, seed] = ["de", 7];
/** Inputs that each reader gets at least. */
const least = 20;

const [whole, advert] = await begunIn(folder);

/** What is wrong is an answer; a trap is none. @param {() => unknown} work */
function said(work) {
  try {
    return work();
  } catch (error) {
    const { problems } = /** @type {{ problems?: unknown }} */ (error);
    if (!problems) throw error;
    return { problems };
  }
}

/** Works with something of the module's, and gives it back. @template {{ free(): void }} T @param {T} thing @param {(thing: T) => unknown} work */
function use(thing, work) {
  try {
    return work(thing);
  } finally {
    thing.free();
  }
}

/** A record as a text. Warnings are for authors (feature `author`): no module has them. @param {unknown} record */
function text(record) {
  const errors = (/** @type {{ severity: string }[]} */ problems) =>
    problems.filter(({ severity }) => severity === "error");
  return JSON.stringify(record, (name, value) => (name === "problems" && Array.isArray(value) ? errors(value) : value));
}

const shipped = whole.Matcher.open();
/** @type {Record<string, (...texts: string[]) => unknown>} */
const readers = {
  quiz: (text) => use(whole.Session.open(text, language, seed), (session) => session.quiz()),
  answers: (text, answer) =>
    use(whole.Session.open(text, language, seed), (session) => {
      const ids = JSON.parse(text).items.map((/** @type {{ id: string }} */ { id }) => id);
      return [ids.map((/** @type {string} */ id) => said(() => session.answer(id, answer, 900))), session.report()];
    }),
  saved: (text) =>
    use(whole.Saved.open(text), (saved) => [saved.known(), saved.mended() ?? null, saved.read(shipped, language)]),
  catalogue: (text, profile) =>
    use(whole.Matcher.open(text), (matcher) => [
      matcher.catalogue(language),
      said(() => matcher.match(profile, language, seed)),
    ]),
  choice: (known, open) => shipped.next(known, open, seed),
  advert: (lexicon, text) => use(advert.Advert.open(lexicon), (reader) => reader.read(text, language)),
};

const program = spawn("cargo", ["run", "--quiet", "--locked", "--package", "metier-fuzz", "--bin", "twin"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => program.on("close", resolve));
/** @type {Map<string, { inputs: number, taken: number }>} */
const counts = new Map(Object.keys(readers).map((name) => [name, { inputs: 0, taken: 0 }]));
const broken = [];
for await (const line of createInterface({ input: program.stdout })) {
  const input = /** @type {{ reader: string, texts: string[], said: any }} */ (JSON.parse(line));
  const count = counts.get(input.reader) ?? { inputs: 0, taken: 0 };
  count.inputs += 1;
  count.taken += input.said?.problems ? 0 : 1;
  const [own, native] = [said(() => readers[input.reader](...input.texts)), input.said].map(text);
  if (own !== native) {
    const at = [...own].findIndex((letter, index) => letter !== native[index]);
    const [from, to] = [Math.max(0, at - 60), at + 60];
    broken.push(`${input.reader} of ${JSON.stringify(input.texts).slice(0, 2000)}
  the module: …${own.slice(from, to)}
  natively:   …${native.slice(from, to)}`);
  }
}
if ((await ended) !== 0) broken.push("the native program failed");
for (const [name, { inputs, taken }] of counts) {
  console.log(`${name}: ${inputs} inputs, of which ${taken} are taken`);
  if (inputs < least || taken === 0) broken.push(`too few inputs of ${name}`);
}
if (broken.length > 0) console.log(broken.join("\n"));
process.exitCode = broken.length > 0 ? 1 : 0;
