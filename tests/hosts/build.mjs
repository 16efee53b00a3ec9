// A host's folder, made ready: copied to target/hosts, what its lock file names installed, the quiz laid beside it, built.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DIST, ROOT } from "../browser/site.mjs";

const execute = promisify(execFile);
const MADE = join(ROOT, "target", "hosts");
/** What is installed, and what tells whether it still fits the lock file: these stay from run to run. */
const KEPT = new Set(["node_modules", ".venv", "installed"]);

/**
 * @typedef {object} Host
 * @property {(place: Place) => Promise<void> | void} [build] from the folder to what is served; the first of a folder's
 *   hosts may build for all
 * @property {string} out the folder, within the place, whose files are served
 * @property {string} [page] the address of the page with the quiz; without it, `/`
 * @property {"links" | "state"} [away] how one goes away and comes back: by `#away` and `#home` with the browser's
 *   history behind them, or by parts of one page shown and not; without it, neither
 * @property {boolean} [reloads] whether those links load a new page; without it, the page has to stay
 * @property {boolean} [site] whether what is not among the files is asked of the site itself
 * @property {boolean} [bare] whether what is served leaves the tag to scripts, so that no link can be in it
 * @property {() => boolean} [settled] runs in the page: whether the host is done with a page that it has shown, so that
 *   its links are its own
 * @property {RegExp[]} [allow] what the host itself does that would be a fault of ours
 * @property {Record<string, string>} [headers] with every file
 * @property {(visit: import('./visit.mjs').Visit) => Promise<void>} [also] what is asked of this host alone, in place of
 *   the visit where `instead` says so
 * @property {boolean} [instead]
 *
 * @typedef {object} Place
 * @property {string} folder where the host is built
 * @property {string} versions of what is installed, to be read
 * @property {(program: string, ...words: string[]) => Promise<string>} run there; what it said
 * @property {(path: string) => Promise<void>} unpack the archive of the release, whose one folder is `metier`, into a
 *   folder there
 * @property {(path: string) => void} quizzes the package's quizzes, copied to a folder there
 */

/** Something that this machine does not have and that cannot be installed here. */
export class Missing extends Error {}

/** @param {string} name the folder @param {[string, Host][]} hosts those of it that are wanted @returns {Promise<Place>} */
export async function build(name, hosts) {
  const folder = join(MADE, name);
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) if (!KEPT.has(entry)) rmSync(join(folder, entry), { recursive: true });
  // Where a lock file was renewed something may be installed.
  const filter = (/** @type {string} */ path) => !path.endsWith("/node_modules");
  cpSync(new URL(name, import.meta.url).pathname, folder, { recursive: true, filter });
  const at = (/** @type {string} */ path) => join(folder, path);
  /** @type {Place} */
  const place = {
    folder,
    versions: "",
    run: runner(folder),
    unpack: (path) => unpack(at(path)),
    quizzes: (path) => cpSync(at("node_modules/metier-quiz/quizzes"), at(path), { recursive: true }),
  };
  await install(place);
  place.versions = versionsOf(folder) || "no package";
  const builds = new Set(hosts.map(([, host]) => host.build));
  for (const one of builds) await one?.(place);
  return place;
}

/** @param {string} folder @returns {Place["run"]} */
function runner(folder) {
  const path = ["node_modules/.bin", ".venv/bin"]
    .map((bin) => join(folder, bin))
    .concat(process.env.PATH ?? "")
    .join(":");
  // Nothing is told to those who made a host.
  const env = {
    ...process.env,
    PATH: path,
    CI: "true",
    DO_NOT_TRACK: "1",
    ASTRO_TELEMETRY_DISABLED: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  return async (program, ...words) => {
    try {
      const { stdout, stderr } = await execute(program, words, {
        cwd: folder,
        env,
        maxBuffer: 2 ** 26,
        timeout: 900_000,
      });
      return stdout + stderr;
    } catch (error) {
      const { code, stdout = "", stderr = "" } = /** @type {any} */ (error);
      if (code === "ENOENT") throw new Missing(`${program} is not on this machine`, { cause: error });
      const said = `${stdout}${stderr}`.trim().split("\n").slice(-30).join("\n");
      throw new Error(`${[program, ...words].join(" ")} failed:\n${said}`, { cause: error });
    }
  };
}

/** By the lock file, unless that is done; and the packed quiz as if it had been named there. @param {Place} place */
async function install({ folder, run }) {
  const lock = ["package-lock.json", "requirements.txt"]
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path));
  const wanted = lock.map((path) => readFileSync(path, "utf8")).join("\n");
  const mark = join(folder, "installed");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== wanted) {
    try {
      for (const path of lock) await (path.endsWith(".json") ? installNode(run) : installPython(run));
    } catch (error) {
      throw new Missing(/** @type {Error} */ (error).message, { cause: error });
    }
    writeFileSync(mark, wanted);
  }
  if (!existsSync(join(folder, "package.json"))) return;
  rmSync(join(folder, "node_modules/.cache"), { recursive: true, force: true });
  const quiz = join(folder, "node_modules/metier-quiz");
  rmSync(quiz, { recursive: true, force: true });
  mkdirSync(quiz, { recursive: true });
  await run("tar", "-xzf", await packed(run), "-C", quiz, "--strip-components=1");
}

/** @param {Place["run"]} run */
const installNode = (run) => run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");

/** @param {Place["run"]} run */
async function installPython(run) {
  await run("python3", "-m", "venv", ".venv");
  await run(
    ".venv/bin/pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--require-hashes",
    "--requirement",
    "requirements.txt",
  );
}

/** @type {Promise<string> | undefined} */
let tarball;

/** The npm package of this build. @param {Place["run"]} run */
function packed(run) {
  const folder = join(MADE, "package");
  tarball ??= run("cargo", "www", "package", folder).then(() => {
    const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
    if (!name) throw new Error(`there is no package in ${folder}`);
    return join(folder, name);
  });
  return tarball;
}

/** @param {string} path */
async function unpack(path) {
  mkdirSync(path, { recursive: true });
  const name = readdirSync(DIST).find((file) => /^metier-.*\.zip$/.test(file));
  if (!name) throw new Error("the release has no archive");
  await runner(path)("python3", "-m", "zipfile", "-e", join(DIST, name), ".");
}

/** What package.json or requirements.txt names, as it is installed. @param {string} folder */
function versionsOf(folder) {
  const manifest = join(folder, "package.json");
  const names = existsSync(manifest) ? Object.keys(JSON.parse(readFileSync(manifest, "utf8")).dependencies) : [];
  const node = names.map((name) => {
    const { version } = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
    return `${name} ${version}`;
  });
  const wanted = join(folder, "requirements.in");
  const python = existsSync(wanted) ? readFileSync(wanted, "utf8").trim().split("\n") : [];
  return [...node, ...python.map((line) => line.replace("==", " "))].join(", ");
}

/** A file of a folder at an address, as static hosts find it; null = none. @param {string} folder @param {string} path */
export function fileAt(folder, path) {
  const name = join(folder, decodeURIComponent(path));
  const tries = [name, join(name, "index.html"), `${name}.html`];
  return tries.find((one) => existsSync(one) && statSync(one).isFile()) ?? null;
}
