// node tests/bench/advert.mjs: what reading an advert takes inside WebAssembly, in Node; after `cargo www module` or
// `cargo www build`. The texts are our own adverts, one after another. Times are of this machine and of this minute:
// the best of some batches.
import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../..", import.meta.url);
const bytes = (/** @type {string} */ path) => readFileSync(new URL(path, root));
// Node takes the glue for a module only if a package says so; read as data it needs none.
const glue = await import(`data:text/javascript;base64,${bytes("www/pkg/advert.js").toString("base64")}`);
glue.initSync({ module: bytes("www/pkg/advert_bg.wasm") });
const lexicon = bytes("www/lexicon/product.json").toString();

const folder = "tests/suite/advert/adverts/";
const texts = readdirSync(new URL(folder, root))
  .sort()
  .map((name) =>
    bytes(folder + name)
      .toString()
      .split("\n\n")
      .slice(1)
      .join("\n\n"),
  );
const all = texts.join("\n\n");

/** The best of some batches, in milliseconds. @param {() => void} work @param {number} times */
function best(work, times) {
  const took = Array.from({ length: 15 }, () => {
    const start = performance.now();
    for (let time = 0; time < times; time += 1) work();
    return (performance.now() - start) / times;
  });
  return Math.min(...took);
}

const opening = best(() => glue.Advert.open(lexicon, undefined).free(), 3);
console.log(
  `Milliseconds, Node ${process.versions.node}, best of 15 batches; ${JSON.parse(lexicon).phrases.length} phrases`,
);
console.log(`open the lexicon      ${opening.toFixed(2)}`);
const advert = glue.Advert.open(lexicon, undefined);
for (const count of [100, 300, 1_000, 3_000, 10_000]) {
  const text = all.split(" ").slice(0, count).join(" ");
  const { words, spans } = advert.read(text, "en", undefined);
  const took = best(() => advert.read(text, "en", undefined), Math.ceil(3_000 / count));
  const aim = count === 1_000 ? `  5 ms ${took <= 5 ? "met" : "NOT met"}` : "";
  console.log(
    `${String(words).padStart(6)} words, ${String(spans.length).padStart(4)} spans ${took.toFixed(2).padStart(7)}${aim}`,
  );
}
