// The built site behind the proxy: `cargo www serve --dist`, and the pages and instruments of the tests themselves.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answering, freePort } from "./engines.mjs";
import { INSTRUMENT, plainPath, withCollector, withDigests } from "./proxy.mjs";

export const ROOT = new URL("../..", import.meta.url).pathname;

/**
 * Starts the site's own server; `METIER_SITE=host:port` names one that runs already.
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export async function serveSite() {
  if (process.env.METIER_SITE) return { address: process.env.METIER_SITE, stop: () => {} };
  const port = await freePort();
  const server = spawn("cargo", ["www", "serve", "--dist", "--port", String(port)], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((_, failed) => {
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`cargo www serve ended with ${code}`)));
  });
  ended.catch(() => {});
  await Promise.race([answering(`http://127.0.0.1:${port}/`), ended]);
  return {
    address: `127.0.0.1:${port}`,
    stop: () => {
      server.kill();
    },
  };
}

const SCRIPT = { "content-type": "text/javascript; charset=utf-8" };
const instruments = new Map([
  ["collector.js", new URL("collector.js", import.meta.url)],
  ["traps.js", new URL("traps.js", import.meta.url)],
  ["faults.js", new URL("faults.js", import.meta.url)],
  ["drawn.js", new URL("drawn.js", import.meta.url)],
  ["weighed.js", new URL("weighed.js", import.meta.url)],
  ["aloud.js", new URL("../node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js", import.meta.url)],
]);
/**
 * The page's own files as they are in the folder, the built module among them: the doors that a joined file has no
 * more.
 */
const SOURCE = /^www\/[a-z0-9_/-]+\.(js|wasm)$/;

export const DIST = join(ROOT, "www", "dist");

/** The name in the release of a file, with its digest. @param {string} name without it @param {string} [folder] */
export function built(name, folder = DIST) {
  const found = readdirSync(folder).find((file) => plainPath(file) === name);
  if (!found) throw new Error(`there is no ${name} in ${folder}`);
  return found;
}

/** By the ends of names. @type {Record<string, string>} */
export const TYPES = {
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  wasm: "application/wasm",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml",
};

/**
 * A host of the files of a folder, each page with the collector.
 * @param {string} folder
 * @returns {import('./proxy.mjs').Local}
 */
export function hostOf(folder) {
  const page = async (/** @type {string} */ name) => withCollector(await readFile(join(folder, name), "utf8"));
  return async (path) => {
    const name = path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
    const type = name.split(".").pop() ?? "";
    if (!existsSync(join(folder, name))) return { status: 404, body: "There is no such file here." };
    const body =
      type === "html"
        ? await page(name)
        : name === "sw.js"
          ? await withDigests(await readFile(join(folder, name), "utf8"), page)
          : await readFile(join(folder, name));
    return {
      headers: { "content-type": TYPES[type] ?? "application/octet-stream", "cache-control": "no-cache" },
      body,
    };
  };
}

/**
 * A file of the release under its name without the digest, which is easier to write.
 * @param {string} path
 * @returns {Promise<import('./proxy.mjs').Answer | undefined>}
 */
async function shortNamed(path) {
  const [, name, type = ""] = /^\/([a-z_-]+\.(js|wasm|css))$/.exec(path) ?? [];
  if (!name || name === "metier.js" || name === "sw.js") return undefined;
  const found = readdirSync(DIST).find((file) => plainPath(file) === name);
  return found ? { headers: { "content-type": TYPES[type] }, body: await readFile(join(DIST, found)) } : undefined;
}

/** @type {import('./proxy.mjs').Local} */
export async function instrument(path) {
  if (!path.startsWith(INSTRUMENT)) return shortNamed(path);
  const name = path.slice(INSTRUMENT.length);
  if (SOURCE.test(name))
    return {
      headers: name.endsWith(".wasm") ? { "content-type": "application/wasm" } : SCRIPT,
      body: await readFile(join(ROOT, name)),
    };
  const file = instruments.get(name);
  return file ? { headers: SCRIPT, body: await readFile(file) } : { status: 404, body: "" };
}

/**
 * A page of the site with one more instrument in it, right after the collector.
 * @param {string} name of the page
 * @param {string} script of the instrument
 * @returns {Promise<import('./proxy.mjs').Answer>}
 */
export async function pageWith(name, script) {
  const page = withCollector(await readFile(join(DIST, name), "utf8"));
  const body = page.replace(/collector\.js"><\/script>/, `$&<script src="${INSTRUMENT}${script}"></script>`);
  return { headers: { "content-type": TYPES.html }, body };
}

/**
 * A page of a test's own, under a policy as strict as any host may send: no style but adopted sheets, no trusted types.
 * @param {string} site origin of the built files
 * @param {string} body markup
 * @param {{ head?: string, language?: string }} [more]
 * @returns {import('./proxy.mjs').Answer}
 */
export function testPage(site, body, { head = "", language = "en" } = {}) {
  const policy =
    `default-src 'none'; script-src 'self' ${site} 'wasm-unsafe-eval'; connect-src 'self' ${site}; img-src data:; form-action 'none'; base-uri 'none'; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'`;
  return {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
    body:
      `<!doctype html><html lang="${language}"><head><script src="${INSTRUMENT}collector.js"></script><meta charset="utf-8"><title>Test page</title>` +
      `<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body><main><h1>Test page</h1>${body}</main></body></html>`,
  };
}
