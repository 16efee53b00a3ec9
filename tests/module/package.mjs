// The npm package, the archive and the plugin, as those who take them get them: each file that one of them names is there, the
// package comes into Node without a word, its types fit ten lines of somebody's, and what manifest and types say of the
// tag is what the element and its page say. `node tests/module/package.mjs FOLDER`: what `cargo www package` wrote.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";

const root = new URL("../../", import.meta.url).pathname;
const dist = join(root, "www/dist");
const made = process.argv[2] ?? join(root, "target/package");

/** @param {unknown} truth @param {string} what */
function ok(truth, what) {
  if (!truth) throw new Error(what);
}

/** @param {Iterable<string>} one @param {Iterable<string>} other @param {string} what */
function same(one, other, what) {
  const [left, right] = [one, other].map((list) => [...new Set(list)].sort().join("\n"));
  ok(left === right, `${what}:\n${left}\n--- beside\n${right}`);
}

/** The first group of each match. @param {string} text @param {RegExp} pattern */
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

/** Every path that a value names, however deep. @param {any} value @returns {string[]} */
function paths(value) {
  if (typeof value === "string") return value.startsWith("./") ? [value.slice(2)] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(paths) : [];
}

const folder = await mkdtemp(join(tmpdir(), "metier-package-"));
try {
  await checkPackage();
  await checkArchive();
  await checkPlugin();
} finally {
  await rm(folder, { recursive: true });
}

async function checkPackage() {
  const packed = (await readdir(made)).find((name) => name.endsWith(".tgz"));
  ok(packed, `${made} has no packed file; make it: cargo www package`);
  const at = join(folder, "node_modules/metier-quiz");
  await mkdir(at, { recursive: true });
  execFileSync("tar", ["-xzf", join(made, String(packed)), "-C", at, "--strip-components=1"]);
  const there = new Set(await readdir(at, { recursive: true }));
  const read = (/** @type {string} */ path) => readFile(join(at, path), "utf8");
  const [manifest, elements] = await Promise.all(
    ["package.json", "custom-elements.json"].map(async (path) => JSON.parse(await read(path))),
  );
  checkPaths(manifest, elements, there);
  await checkNames(there, read);
  await checkSaid(elements.modules[0].declarations[0], await read("element.d.ts"));
  await checkInNode();
  await checkTypes();
  console.log(`${packed}: ${there.size} files and folders`);
}

/** What manifests name is there, and nothing else is packed than they say. @param {any} manifest @param {any} elements @param {Set<string>} there */
function checkPaths(manifest, elements, there) {
  const { unpkg, jsdelivr, types, customElements } = manifest;
  const modules = elements.modules.map((/** @type {{ path: string }} */ { path }) => path);
  for (const path of [...paths(manifest), unpkg, jsdelivr, types.slice(2), customElements, ...modules, elements.readme])
    ok(path.includes("*") ? there.has(path.split("/*")[0]) : there.has(path), `no ${path} in the package`);
  const patterns = [...manifest.files, "package.json", "README.md"].map(
    (/** @type {string} */ pattern) =>
      new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace("*", "[^/]*").replace(/\/$/, "(/.*)?")}$`),
  );
  for (const path of there)
    ok(
      patterns.some((pattern) => pattern.test(path)),
      `npm would leave ${path} behind`,
    );
}

/** What a script or a type names beside it is there. @param {Set<string>} there @param {(path: string) => Promise<string>} read */
async function checkNames(there, read) {
  for (const path of there) {
    if (!/\.(js|d\.ts)$/.test(path)) continue;
    const text = await read(path);
    const named = all(text, /(?:import\(|new URL\(|from )["'`](\.\.?\/[^"'`]+)["'`]/g);
    for (const name of named) {
      const target = join("/", path, "..", name).slice(1);
      ok(there.has(path.endsWith(".ts") ? target.replace(/\.js$/, ".d.ts") : target), `${path} names ${name}`);
    }
    ok(!text.includes('method.html",import.meta') && !text.includes("`./method.html`"), `${path} wants a page`);
  }
}

/** Attributes, members, events, parts and states are those of the element, and the page about it names each. @param {any} tag @param {string} types */
async function checkSaid(tag, types) {
  const source = (/** @type {string} */ path) => readFile(join(root, "www", path), "utf8");
  const [element, telling, parts, page] = await Promise.all(
    ["element/element.js", "element/telling.js", "view/parts.js", "dist/embed.html"].map(source),
  );
  /** @type {(list: { name: string }[]) => string[]} */
  const names = (list) => list.map(({ name }) => name);
  const strings = (/** @type {string} */ list) => all(list, /"([^"]+)"/g);
  const observed = strings(element.match(/observedAttributes = \[(.*?)\]/s)?.[1] ?? "");
  const reflected = strings(element.match(/const reflected = .*?\[(.*?)\]/s)?.[1] ?? "");
  const accessors = all(element, /^ {2}get (\w+)\(\)/gm);
  const open = all(element, /^ {2}(?:static )?(?:async )?([a-z]\w*)\([^)]*\) \{/gm).filter(
    (name) => !/^(constructor|\w+Callback)$/.test(name),
  );
  const events = [
    ...all(element, /CustomEvent\("([\w-]+)"/g),
    ...all(telling, /#emit\("(\w+)"/g).map((name) => `metier-${name}`),
  ];
  const styled = all(parts.match(/const parts = \{(.*?)\};/s)?.[1] ?? "", /^ {2}"?([\w-]+)"?:/gm);
  const screens = ["intro", "question", "review", "result", "error"];
  const members = (/** @type {string} */ kind) =>
    names(tag.members.filter((/** @type {any} */ one) => one.kind === kind));

  same(names(tag.attributes), [...observed, ...reflected], "attributes of the manifest and of the element");
  same(members("field"), accessors, "properties of the manifest and of the element");
  same(members("method"), open, "methods of the manifest and of the element");
  same(names(tag.events), events, "events of the manifest and of the element");
  same(names(tag.cssParts), ["screen", "problem", ...styled], "parts of the manifest and of the element");
  same(names(tag.cssStates), ["loading", ...screens], "states of the manifest and of the screens");
  same(all(types, /"(metier-\w+)": CustomEvent/g), events, "events of the types and of the element");
  same(all(types, /^ {2}get (\w+)\(\)/gm), accessors, "properties of the types and of the element");
  const listed = [tag.attributes, tag.events, tag.cssProperties, tag.cssParts, tag.cssStates].flatMap(names);
  for (const name of [...listed, ...accessors])
    ok(page.includes(`<th scope="row"><code>${name}</code></th>`), `embed.html says nothing of ${name}`);
}

/** A server may import it: nothing is thrown and nothing said. */
async function checkInNode() {
  const lines = `
    import { MetierQuiz } from "metier-quiz";
    import { MetierQuiz as same } from "metier-quiz/element";
    import "metier-quiz/metier.js";
    import { readFileSync } from "node:fs";
    const quiz = JSON.parse(readFileSync(new URL(import.meta.resolve("metier-quiz/quizzes/pace.json")), "utf8"));
    if (MetierQuiz !== same || typeof MetierQuiz !== "function" || quiz.id !== "pace") throw new Error("not what it should be");`;
  await writeFile(join(folder, "server.mjs"), lines);
  const said = execFileSync(process.execPath, ["server.mjs"], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  ok(said === "", `in Node the package says: ${said}`);
}

/** Ten lines of somebody's are right, and each that is marked is not. */
async function checkTypes() {
  const lines = `
    import { MetierQuiz, type CompleteDetail } from "metier-quiz";
    import { MetierQuiz as Plain } from "metier-quiz/element";
    const quiz: MetierQuiz = document.createElement("metier-quiz");
    quiz.src = "a.json"; quiz.seed = 7; quiz.resume = true; quiz.quiz = { id: "a" };
    const seed: string | null = quiz.seed;
    quiz.loading = "eager"; quiz.private = false;
    quiz.ready.then(({ title }) => quiz.start().then(() => quiz.restart(), () => console.log(title)));
    MetierQuiz.diagnose().then(({ quizzes }) => console.log(quizzes.map(({ screen }) => screen)));
    quiz.addEventListener("metier-answer", ({ detail }) => console.log(detail.item, detail.milliseconds + 1, seed));
    document.addEventListener("metier-complete", ({ detail }) => say(detail));
    const say = ({ report, quiz }: CompleteDetail) => console.log(quiz, report?.skills.map(({ level }) => level), report?.match?.verdict.code);
    customElements.define("my-quiz", class extends Plain {});
    console.log(quiz.toJSON()?.answers.length);
    // @ts-expect-error: it is there to be waited for
    quiz.ready = null;
    // @ts-expect-error: the seed is no list
    quiz.seed = [];
    // @ts-expect-error: nothing of that name is told
    quiz.addEventListener("metier-answer", ({ detail }) => detail.result);`;
  // React's own types are not installed here; this is the part of them that ours add to.
  const react = `
    export interface HTMLAttributes<T> { className?: string; onClick?: (event: { currentTarget: T }) => void }
    export type DetailedHTMLProps<E, T> = E & { key?: string; ref?: (element: T | null) => void };
    export namespace JSX { interface Element {} interface IntrinsicElements { p: { children?: unknown } } }`;
  const page = `
    import type { JSX } from "react";
    import type { MetierQuizProps } from "metier-quiz/react";
    export const props: JSX.IntrinsicElements["metier-quiz"] = { src: "a.json", theme: "dark", "onmetier-complete": ({ detail }) => console.log(detail.quiz) };
    export const more: MetierQuizProps = { quiz: {}, ref: (element) => element?.toJSON() };
    // @ts-expect-error: there is no such look
    export const wrong: MetierQuizProps = { theme: "pink" };`;
  await mkdir(join(folder, "node_modules/react"));
  await writeFile(join(folder, "node_modules/react/package.json"), '{ "name": "react", "types": "index.d.ts" }');
  await writeFile(join(folder, "node_modules/react/index.d.ts"), react);
  await writeFile(join(folder, "consumer.ts"), lines);
  await writeFile(join(folder, "react.ts"), page);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    target: "es2023",
    module: "nodenext",
    types: [],
    lib: ["es2023", "dom", "dom.iterable"],
  };
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["consumer.ts", "react.ts"] }),
  );
  try {
    execFileSync(process.execPath, [join(root, "tests/node_modules/typescript/bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
  } catch (error) {
    throw new Error(`the types: ${/** @type {any} */ (error).stdout}`, { cause: error });
  }
}

/** The archive has files of the release as they are there, but for the address of the method, and pages of its own. */
async function checkArchive() {
  const { name, files } = await archive(/^metier-[\d.]+\.zip$/);
  const own = await checkServed(files, "metier/");
  const hosts = [
    "hosts/apache/htaccess.txt",
    "hosts/hugo/layouts/shortcodes/metier.html",
    "hosts/jekyll/_includes/metier.html",
  ];
  same(own, [...(await expected()), "index.html", ...hosts], "the archive's own files");
  const worker = await readFile(join(dist, "sw.js"), "utf8");
  ok(!worker.includes(".zip"), "the service worker would keep an archive");
  console.log(`${name}: ${files.size} files`);
}

/** The plugin has the same folder in its own, without what is for those who upload it by hand. */
async function checkPlugin() {
  const { name, files } = await archive(/^metier-wordpress-[\d.]+\.zip$/);
  const [folder, served] = ["metier-quiz/", "metier-quiz/metier/"];
  const inside = new Map([...files].filter(([path]) => path.startsWith(served)));
  same(await checkServed(inside, served), await expected(), "the plugin's own files");
  const read = [
    "block.json",
    "editor.js",
    "languages/metier-quiz.pot",
    "metier-quiz.php",
    "quizzes.json",
    "readme.txt",
  ];
  const paths = [...files.keys()].filter((path) => !path.startsWith(served));
  same(
    paths,
    read.map((path) => folder + path),
    "what WordPress reads of the plugin",
  );
  console.log(`${name}: ${files.size} files`);
}

/** An archive of the release, which a page leads to and says the size of. @param {RegExp} called */
async function archive(called) {
  const name = String((await readdir(dist)).find((file) => called.test(file)));
  const bytes = await readFile(join(dist, name));
  const embed = await readFile(join(dist, "embed.html"), "utf8");
  const size = (bytes.length / 1024).toFixed(1);
  ok(embed.includes(`<a href="${name}">${name}</a> (${size} KB)`), `embed.html does not lead to ${name}, ${size} KB`);
  return { name, files: unzipped(bytes) };
}

/** What is in the folder that a site serves, beside files of the release. */
async function expected() {
  const quizzes = (await readdir(join(dist, "quizzes"))).map((file) => file.replace(".json", ".html"));
  return ["page.css", ...quizzes, "LICENSE-APACHE", "LICENSE-CC-BY-4.0", "LICENSE-MIT"];
}

/** Checks the folder that a site serves, and gives the files that the release has not. @param {Map<string, Buffer>} files @param {string} folder */
async function checkServed(files, folder) {
  const own = [];
  for (const [path, bytes] of files) {
    ok(path.startsWith(folder), `${path} is not in the one folder`);
    const inside = path.slice(folder.length);
    if (inside !== "frame.html" && /^[^/]*\.(html|css)$|^LICENSE|^hosts\//.test(inside)) own.push(inside);
    else if (inside === "metier.js") checkFacade(String(bytes), await readFile(join(dist, inside), "utf8"));
    else ok(bytes.equals(await readFile(join(dist, inside))), `${inside} is another in the release`);
    // Those for makers of sites have words of theirs where an address is.
    if (/\.html$|^quizzes\//.test(inside) && !inside.startsWith("hosts/")) checkLinks(path, String(bytes), files);
  }
  // The lines to copy name these, too.
  for (const name of ["frame.html", "metier-frame.js"]) ok(files.has(`${folder}${name}`), `no ${name} in ${folder}`);
  for (const quiz of await readdir(join(dist, "quizzes")))
    ok(files.has(`${folder}quizzes/${quiz}`), `no ${quiz} in ${folder}`);
  return own;
}

/** @param {string} packed @param {string} released */
function checkFacade(packed, released) {
  const [before, after] = released.split("new URL(`./method.html`,import.meta.url).href");
  ok(packed.startsWith(before) && packed.endsWith(after), "metier.js differs in more than where the method is");
}

/** What a page or a quiz of the archive leads to is in it. @param {string} path @param {string} text @param {Map<string, Buffer>} files */
function checkLinks(path, text, files) {
  for (const link of [...all(text, / (?:href|src)="([^"#:]+)"/g), ...all(text, /"link":"(\.\.?\/[^"]+)"/g)])
    ok(link === "./" || files.has(join(path, "..", link)), `${path} leads to ${link}`);
}

/** The files of an archive, by the list at its end. @param {Buffer} bytes */
function unzipped(bytes) {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, comment] = [
      bytes.readUInt32LE(at + 20),
      ...[28, 30, 32].map((place) => bytes.readUInt16LE(at + place)),
    ];
    const own = bytes.readUInt32LE(at + 42);
    const start = own + 30 + bytes.readUInt16LE(own + 26) + bytes.readUInt16LE(own + 28);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), inflateRawSync(bytes.subarray(start, start + size)));
    at += 46 + name + extra + comment;
  }
  return files;
}
