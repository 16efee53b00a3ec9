// node tests/bench/reading.mjs: what the slowest texts take that a stranger can send, inside WebAssembly, in Node;
// after `cargo www module` or `cargo www build`. Each shape of `tests/suite/linear` at the size that its reader takes
// at most; the ratio is to a shipped document of as many bytes, so that it says the same on any machine.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { readersOf } from "../module/readers.mjs";

const root = new URL("../..", import.meta.url);
const bytes = (/** @type {string} */ path) => readFileSync(new URL(path, root));
// Node takes the glue for a module only if a package says so; read as data it needs none.
const moduleOf = async (/** @type {string} */ name) => {
  const glue = await import(`data:text/javascript;base64,${bytes(`www/pkg/${name}.js`).toString("base64")}`);
  glue.initSync({ module: bytes(`www/pkg/${name}_bg.wasm`) });
  return glue;
};
const [whole, advert] = await Promise.all(["whole", "advert"].map(moduleOf));
const read = readersOf(whole, advert, bytes("www/lexicon/product.json").toString());

/** Milliseconds. @param {string} reader @param {string} text */
function took(reader, text) {
  const start = performance.now();
  read(reader, text);
  return performance.now() - start;
}

const shipped = bytes("www/quizzes/roles.json").toString();
const usual = Math.min(...Array.from({ length: 20 }, () => took("quiz", shipped))) / shipped.length;
const program = spawn("cargo", ["run", "--quiet", "--locked", "--release", "--example", "shapes", "--", "caps"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
/** @type {Map<string, { name: string, size: number, milliseconds: number }>} */
const slowest = new Map();
for await (const line of createInterface({ input: program.stdout })) {
  const {
    reader,
    name,
    texts: [text],
  } = /** @type {{ reader: string, name: string, texts: string[] }} */ (JSON.parse(line));
  const [kind, ...shape] = name.split(": ");
  const milliseconds = took(reader, text);
  if (milliseconds > (slowest.get(kind)?.milliseconds ?? 0))
    slowest.set(kind, { name: shape.join(": "), size: text.length, milliseconds });
}
console.log(
  `The slowest text of each kind, Node ${process.versions.node}; a second is ${slowest.size > 0 && [...slowest.values()].every(({ milliseconds }) => milliseconds < 1000) ? "met" : "NOT met"}`,
);
for (const [kind, { name, size, milliseconds }] of slowest) {
  console.log(
    `${kind.padEnd(10)} ${milliseconds.toFixed(0).padStart(6)} ms, ${(milliseconds / (usual * size)).toFixed(1).padStart(5)} times a shipped quiz of ${(size / 1000).toFixed(0)} KB: ${name}`,
  );
}
