// node tests/mutants/page.mjs [shown] [SEED] [COUNT] [FILE:LINE…]: how much the tests of the page notice. Mutants of the flow
// and of what reads a stranger's text, or with `shown` of what people are told, drawn by a seed, each against the tests in
// Node of its group, then against some of the browser tests in Chromium; prints what became of them, and fails if fewer
// than 75 of 100 die.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { draw, inTurns } from "./draw.mjs";
import { SWITCH, mutantsOf, weave } from "./script.mjs";
import { tell } from "./tally.mjs";
import { ROOT, TREES, WORK, copyTree } from "./tree.mjs";

/** @typedef {import('./script.mjs').Mutant} Mutant */
/** @typedef {{ id: number, mutant: Mutant }} Numbered */
/** @typedef {{ sources: string[], node: string[], browser: string[] }} Group browser: files of tests/browser/tests, the quick ones first */

const REQUIRED = 75;
const TREE = TREES.page;
/** Not the project's own: cargo would take what it built of the copy for built of the project. */
const TARGET = join(WORK, "target");
const words = process.argv.slice(2).filter((word) => word !== "shown");
const seed = Number(words[0] || Math.floor(Math.random() * 1e6));
const count = Number(words[1] || 80);
/** Of those that are drawn these alone: survivors, once there is a test of them. */
const again = words.slice(2);
/** Seconds that a page may take to get where a test waits for it. A mutant that never gets there takes as long. */
const WAIT = process.env.WAIT ?? "30";

/** @type {Record<string, Group>} */
const FLOW = {
  flow: {
    sources: ["player", "course", "group", "engine", "redraw", "telling", "watch"].map(
      (name) => `www/element/${name}.js`,
    ),
    node: ["course"],
    browser: ["draft", "element", "questions", "errors", "choices", "methods", "bounds"],
  },
  tag: {
    sources: ["early", "element", "first-look", "loading", "meant", "wanted", "promised", "failure"].map(
      (name) => `www/element/${name}.js`,
    ),
    node: ["course"],
    browser: ["early", "element", "methods", "embed", "errors", "bounds", "traps", "release"],
  },
  draft: { sources: ["www/element/draft.js"], node: [], browser: ["draft"] },
  shared: {
    sources: ["fetch", "instance", "press", "dom", "letters", "once"].map((name) => `www/shared/${name}.js`),
    node: ["loaded"],
    browser: ["presses", "files", "errors", "questions", "result", "bounds"],
  },
  link: {
    sources: [
      "www/site/share/code.js",
      "www/site/share/opened.js",
      "www/site/share/content.js",
      "www/site/shared-link.js",
    ],
    node: ["share"],
    browser: ["share"],
  },
  evidence: {
    sources: ["sentences", "files", "lines", "markdown", "document", "pieces"].map((name) => `www/evidence/${name}.js`),
    node: ["evidence"],
    browser: ["finder"],
  },
  storage: {
    sources: ["www/site/store.js", "www/site/records.js", "www/site/save-offer.js"],
    node: ["store"],
    browser: ["two-pages", "profile-short", "profile", "share"],
  },
};

/** @type {Record<string, Group>} */
const SHOWN = {
  result: {
    sources: [
      ...["adding-up", "counted", "hundred", "level-words", "progress", "pulls", "review", "signs", "skills-chart"],
      ...["verdict", "result/cards", "result/look-back", "result/one", "result/ranked"],
      ...["roles/card", "roles/levels", "roles/many", "roles/side-by-side", "roles/surer"],
    ].map((name) => `www/view/${name}.js`),
    node: [],
    browser: ["views", "roles-said", "levels", "questions", "counted", "result", "profile-said"],
  },
  profile: {
    sources: [
      ...[
        "answers",
        "attempts",
        "changes",
        "compare",
        "explain",
        "head",
        "next",
        "numbers",
        "plan",
        "ranking",
        "skills",
      ],
    ].map((name) => `www/profile/${name}.js`),
    node: [],
    browser: ["profile-said", "profile", "profile-short"],
  },
  advert: {
    sources: ["cues", "facts", "groups", "kinds", "marked", "meets", "met-skills", "summary"].map(
      (name) => `www/advert/${name}.js`,
    ),
    node: [],
    browser: ["advert-beside", "advert"],
  },
};

const GROUPS = process.argv.includes("shown") ? SHOWN : FLOW;

const source = (/** @type {string} */ file) => readFileSync(join(ROOT, file), "utf8");
const groupOf = (/** @type {string} */ file) =>
  Object.keys(GROUPS).find((name) => GROUPS[name].sources.includes(file)) ?? "";

/** The site with all drawn mutants in it, in the tree. @param {Numbered[]} drawn */
function build(drawn) {
  copyTree(TREE);
  // The modules do not change: they are not made anew.
  cpSync(join(ROOT, "www", "pkg"), join(TREE, "www", "pkg"), { recursive: true, preserveTimestamps: true });
  for (const file of new Set(drawn.map(({ mutant }) => mutant.file))) {
    const own = drawn.filter(({ mutant }) => mutant.file === file);
    writeFileSync(join(TREE, file), weave(source(file), own));
  }
  const collector = join("tests", "browser", "collector.js");
  writeFileSync(join(TREE, collector), source(collector));
  const env = { ...process.env, CARGO_TARGET_DIR: TARGET };
  execFileSync("cargo", ["www", "build"], { cwd: TREE, env, stdio: ["ignore", "ignore", "inherit"] });
  execFileSync("cargo", ["build", "--quiet", "--locked", "--package", "metier"], { cwd: TREE, env });
}

/** The tree's site, for all runs. */
async function serveTree() {
  const { serveSite } = await import(join(TREE, "tests", "browser", "site.mjs"));
  process.env.CARGO_TARGET_DIR = TARGET;
  return serveSite();
}

/** @typedef {{ passes: boolean, by: string }} Outcome */

/**
 * Runs tests of the tree until one fails.
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
function run(words, env) {
  return new Promise((done, failed) => {
    const child = spawn("node", words, {
      cwd: TREE,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let [rest, by] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (part) => {
      const lines = (rest + part).split("\n");
      rest = lines.pop() ?? "";
      by ||= lines.find((line) => line.startsWith("FAIL "))?.slice(5) ?? "";
      // Its browser is told to go.
      if (by) child.kill("SIGTERM");
    });
    child.once("error", failed);
    child.once("close", (code) => done({ passes: code === 0 && !by, by: by || words.join(" ") }));
  });
}

/** A script of tests/module, in whose world the mutant is chosen before anything is loaded. @param {string} name @param {number} id */
function inNode(name, id) {
  const choice = `data:text/javascript,globalThis.${SWITCH} = ${id}`;
  return run(["--import", choice, `tests/module/${name}.mjs`], {});
}

/** @param {string[]} files of tests/browser/tests @param {number} id */
function inBrowser(files, id) {
  // The first script of every page.
  const collector = join("tests", "browser", "collector.js");
  writeFileSync(join(TREE, collector), `globalThis.${SWITCH} = ${id};\n${source(collector)}`);
  return run(["tests/browser/run.mjs", "chromium", `--in=${files.join(",")}`], { METIER_SITE: site.address, WAIT });
}

/** @param {Group} group @param {number} id 0 = no mutant @returns {Promise<Outcome>} */
async function tested({ node, browser }, id) {
  for (const name of node) {
    const outcome = await inNode(name, id);
    if (!outcome.passes) return outcome;
  }
  for (const file of browser) {
    const outcome = await inBrowser([file], id);
    if (!outcome.passes) return outcome;
  }
  return { passes: true, by: "" };
}

/** Without any mutant every test has to pass. @param {Set<string>} names of groups */
async function baseline(names) {
  const groups = [...names].map((name) => GROUPS[name]);
  const all = {
    sources: [],
    node: [...new Set(groups.flatMap(({ node }) => node))],
    browser: [...new Set(groups.flatMap(({ browser }) => browser))],
  };
  const { passes, by } = await tested(all, 0);
  if (!passes) throw new Error(`without any mutant this fails: ${by}`);
}

const all = Object.values(GROUPS).map(({ sources }) => sources.flatMap((file) => mutantsOf(file, source(file))));
const drawn = draw(all, count, seed)
  .map((mutant, at) => ({ id: at + 1, mutant }))
  .filter(({ mutant }) => !again.length || again.some((place) => mutant.name.startsWith(`${place}:`)));
console.log(`seed ${seed}: ${drawn.length} of ${all.flat().length} mutants`);
build(drawn);
// By the tree's own `cargo www serve`.
const site = await serveTree();
/** @type {import('./tally.mjs').Verdict[]} */
const verdicts = [];
try {
  await baseline(new Set(drawn.map(({ mutant }) => groupOf(mutant.file))));
  for (const { id, mutant } of inTurns(drawn)) {
    const room = groupOf(mutant.file);
    const { passes, by } = await tested(GROUPS[room], id);
    const fate = passes ? "survived" : "killed";
    console.log(`     ${fate} ${mutant.name}${by && ` by ${by}`}`);
    verdicts.push({ room, name: mutant.name, fate });
  }
} finally {
  site.stop();
}
process.exitCode = tell(seed, Object.keys(GROUPS), verdicts, REQUIRED) ? 0 : 1;
