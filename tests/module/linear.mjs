// Reading is linear in the module, too: of every shape of text twice as much takes at most two and a half times as many
// steps. Steps are counted, so that a busy machine changes nothing. `node tests/module/linear.mjs FOLDER`, with the
// modules that `cargo www counted FOLDER` made.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { begunIn, readersOf } from "./readers.mjs";

const root = new URL("../..", import.meta.url).pathname;
const folder = resolve(process.argv[2] ?? ".");
/** How many times as many steps twice as much may take. */
const most = 2.5;
/** Shapes of each kind at least. */
const shapes = 40;

const [whole, advert] = await begunIn(folder);
const read = readersOf(whole, advert, await readFile(join(root, "www/lexicon/product.json"), "utf8"));

/** The steps that a reader takes. @param {string} reader @param {string} text */
function stepsOf(reader, text) {
  const before = whole.steps() + advert.steps();
  read(reader, text);
  return whole.steps() + advert.steps() - before;
}

const program = spawn("cargo", ["run", "--quiet", "--locked", "--example", "shapes"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
/** @type {Map<string, number>} */
const counts = new Map();
const broken = [];
for await (const line of createInterface({ input: program.stdout })) {
  const { reader, name, texts } = /** @type {{ reader: string, name: string, texts: string[] }} */ (JSON.parse(line));
  const kind = name.split(":")[0];
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const steps = texts.map((text) => stepsOf(reader, text));
  if (!(steps[0] > 0 && steps[1] <= most * steps[0] && steps[2] <= most * steps[1]))
    broken.push(`${name}: ${steps.join(", ")} steps`);
}
for (const kind of ["quiz", "text", "profile", "answers", "catalogue", "lexicon", "advert"]) {
  const count = counts.get(kind) ?? 0;
  if (count < shapes) broken.push(`${count} shapes of a ${kind}`);
}
console.log([...counts].map(([kind, count]) => `${count} of a ${kind}`).join(", "));
if (broken.length > 0) console.log(broken.join("\n"));
process.exitCode = broken.length > 0 ? 1 : 0;
