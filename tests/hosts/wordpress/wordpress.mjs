// A WordPress of its own for a test: its files copied, its data in a MariaDB that listens to nobody else, served by PHP's
// own server, the plugin in it as the release has it. All of it is gone afterwards.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const HERE = new URL(".", import.meta.url).pathname;
const ROOT = join(HERE, "../../..");
const TOOLS = join(ROOT, "target/hosts/wordpress");
/** The programs that are needed, and Debian's packages with them. */
const NEEDED = { php: "php-cli php-mysql php-xml", mariadbd: "mariadb-server-core", unzip: "unzip" };

/** Runs a program; what it printed is given back. @param {string} program @param {string[]} words @param {string} [input] */
export function run(program, words, input) {
  return execFileSync(program, words, { encoding: "utf8", input, maxBuffer: 2 ** 28, env: environment() });
}

/** Servers stand where only administrators look for them. */
function environment() {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
}

/** Fails with what to install if a program is missing. */
export function need() {
  const folders = String(environment().PATH).split(":");
  const missing = Object.entries(NEEDED).filter(([name]) => !folders.some((folder) => existsSync(join(folder, name))));
  const packages = missing.map(([, names]) => names).join(" ");
  if (missing.length) throw new Error(`missing; please run: apt-get install --no-install-recommends ${packages}`);
}

/** The folder of Debian's WordPress, fetched once into what is built: it is not ours to commit. */
export function debian() {
  const folder = join(TOOLS, "usr/share/wordpress");
  if (existsSync(folder)) return folder;
  mkdirSync(TOOLS, { recursive: true });
  for (const name of ["wordpress", "libjs-underscore"])
    execFileSync("apt-get", ["download", name], { cwd: TOOLS, stdio: ["ignore", "ignore", "inherit"] });
  for (const file of readdirSync(TOOLS).filter((name) => name.endsWith(".deb")))
    run("dpkg-deb", ["-x", join(TOOLS, file), TOOLS]);
  return folder;
}

/** The plugin's archive in the release. */
export function plugin() {
  const dist = join(ROOT, "www/dist");
  const name = existsSync(dist) && readdirSync(dist).find((file) => /^metier-wordpress-.*\.zip$/.test(file));
  if (!name) throw new Error("the release has no plugin; make it: cargo www build");
  return join(dist, name);
}

/** A port that nobody has. @returns {Promise<number>} */
function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(address.port));
    });
  });
}

/** Waits until `look` says yes. @param {() => boolean | Promise<boolean>} look @param {string} what */
async function until(look, what) {
  const end = Date.now() + 60_000;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`waited a minute in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export class WordPress {
  /** @type {import('node:child_process').ChildProcess[]} */
  #running = [];
  #port = 0;

  /** @param {string} from a folder with WordPress @param {string} scratch an empty folder of the test */
  constructor(from, scratch) {
    this.from = from;
    this.scratch = scratch;
    this.root = join(scratch, "site");
    this.log = join(scratch, "php.log");
  }

  get address() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The folder that the plugin serves. */
  get served() {
    return `${this.address}/wp-content/plugins/metier-quiz/metier`;
  }

  /** Copies, starts and installs everything. @param {Record<string, string>} posts */
  async start(posts) {
    this.#port = await freePort();
    this.#copy();
    await this.#database();
    const said = run("php", [join(HERE, "install.php"), this.root, this.address, JSON.stringify(posts)]);
    // Before the answer WordPress may have printed that it has no table yet.
    const facts = JSON.parse(said.slice(said.lastIndexOf('{"wordpress"')));
    const words = [
      "-d",
      `error_log=${this.log}`,
      "-S",
      `127.0.0.1:${this.#port}`,
      "-t",
      this.root,
      join(HERE, "router.php"),
    ];
    this.#launch("php", words, { PHP_CLI_SERVER_WORKERS: "6" });
    const answers = () =>
      fetch(this.address).then(
        (answer) => answer.ok,
        () => false,
      );
    await until(answers, "WordPress answers");
    return facts;
  }

  #copy() {
    // Debian's has links to packages that stand beside it, or nowhere.
    run("cp", ["-rP", this.from, this.root]);
    const underscore = join(TOOLS, "usr/share/javascript/underscore");
    if (this.from.startsWith(TOOLS))
      for (const name of ["underscore.js", "underscore.min.js"]) {
        run("rm", ["-f", join(this.root, "wp-includes/js", name)]);
        run("cp", ["-L", join(underscore, name), join(this.root, "wp-includes/js", name)]);
      }
    const content = join(this.root, "wp-content");
    mkdirSync(join(content, "themes"), { recursive: true });
    run("cp", ["-r", join(HERE, "themes/classic"), join(HERE, "themes/blocks"), join(content, "themes")]);
    run("unzip", ["-q", plugin(), "-d", join(content, "plugins")]);
    const constants = {
      DB_NAME: "test",
      DB_USER: "root",
      DB_PASSWORD: "",
      DB_HOST: `localhost:${join(this.scratch, "db.sock")}`,
      WP_DEBUG: true,
      WP_DEBUG_DISPLAY: false,
      WP_DEBUG_LOG: this.log,
      WP_DEFAULT_THEME: "classic",
      WP_HTTP_BLOCK_EXTERNAL: true,
      DISABLE_WP_CRON: true,
      AUTOMATIC_UPDATER_DISABLED: true,
    };
    const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', ${phrase(value)} );`);
    writeFileSync(
      join(this.root, "wp-config.php"),
      `<?php\n${lines.join("\n")}\n$table_prefix = 'wp_';\ndefined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );\nrequire_once ABSPATH . 'wp-settings.php';\n`,
    );
  }

  async #database() {
    const data = join(this.scratch, "db");
    const socket = join(this.scratch, "db.sock");
    const who = ["--no-defaults", `--datadir=${data}`, `--user=${run("id", ["-un"]).trim()}`];
    run("mariadb-install-db", [...who, "--auth-root-authentication-method=normal", "--skip-test-db"]);
    mkdirSync(join(data, "test"));
    const words = [...who, `--socket=${socket}`, "--skip-networking", `--pid-file=${join(this.scratch, "db.pid")}`];
    this.#launch("mariadbd", words);
    await until(() => existsSync(socket), "the database is up");
  }

  /** @param {string} program @param {string[]} words @param {Record<string, string>} [more] */
  #launch(program, words, more = {}) {
    const env = { ...environment(), ...more };
    this.#running.push(spawn(program, words, { env, stdio: "ignore", detached: true }));
  }

  /** What WordPress makes of contents. @param {number} post @param {{ text: string, by?: string }[]} contents @returns {string[]} */
  render(post, contents) {
    const input = JSON.stringify(contents.map(({ text, by = "reader" }) => ({ text, by })));
    return JSON.parse(
      run("php", ["-d", "display_errors=0", join(HERE, "render.php"), this.root, this.address, String(post)], input),
    );
  }

  /** Shows the site in another theme. @param {"classic" | "blocks"} theme */
  wear(theme) {
    const code = `$_SERVER['HTTP_HOST'] = 'x'; require '${this.root}/wp-load.php'; switch_theme( '${theme}' );`;
    run("php", ["-d", "display_errors=0", "-r", code]);
  }

  /** What PHP had to say of the plugin: nothing, if it is right. WordPress before 6.3 has notices of its own. */
  notices() {
    const lines = existsSync(this.log) ? readFileSync(this.log, "utf8").split("\n") : [];
    return lines.filter((line) => /metier-quiz|_doing_it_wrong|register_block|Fatal/.test(line));
  }

  /** Ends all that was started, and waits for it: its folder can go then. */
  async stop() {
    const ended = this.#running.map((one) => one.exitCode ?? one.signalCode ?? once(one, "exit"));
    for (const { pid } of this.#running)
      try {
        // PHP's server has workers: the whole group goes, and nothing that it holds is to last.
        if (pid) process.kill(-pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    await Promise.all(ended);
  }
}

/** A value as PHP writes it. @param {string | boolean} value */
function phrase(value) {
  return typeof value === "boolean" ? String(value) : `'${value.replaceAll(/['\\]/g, "\\$&")}'`;
}
