// An old Chromium, told what to do in its own protocol: of a driver it needs one as old as itself, and no package has
// that. It does what `Rig` asks of a driver, as far as quizzes by script need it.
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the browser says when a page goes while a script is on its way. */
const GONE = /context|navigated|Inspected target/i;

class Page {
  #next = 0;
  /** @type {Map<number, { done: (result: any) => void, failed: (error: Error) => void }>} */
  #open = new Map();
  /** @type {(() => void)[]} */
  #loads = [];
  /** @type {string[]} */
  said = [];

  /** @param {any} socket */
  constructor(socket) {
    this.socket = socket;
    socket.on("message", (/** @type {Buffer} */ data) => this.#heard(JSON.parse(String(data))));
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  send(method, params = {}) {
    const id = (this.#next += 1);
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((done, failed) => this.#open.set(id, { done, failed }));
  }

  /** @param {any} message */
  #heard({ id, method, params, result, error }) {
    if (method === "Page.loadEventFired") for (const done of this.#loads.splice(0)) done();
    if (method === "Log.entryAdded") this.said.push(`${params.entry.level}: ${params.entry.text} ${params.entry.url}`);
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (error) open?.failed(new Error(error.message));
    else open?.done(result);
  }

  /** Does what begins a load, and waits for its end. @param {() => Promise<unknown>} begin */
  async #loaded(begin) {
    const loaded = new Promise((done) => this.#loads.push(() => done(null)));
    await begin();
    await loaded;
  }

  /** @param {string} url */
  get(url) {
    return this.#loaded(() => this.send("Page.navigate", { url }));
  }

  navigate() {
    return { back: () => this.#loaded(() => this.executeScript("history.back()")) };
  }

  /** @param {string} script @param {unknown[]} values */
  executeScript(script, ...values) {
    return this.#run(`function () { ${script} }`, values);
  }

  /** @param {string} script @param {unknown[]} values */
  executeAsyncScript(script, ...values) {
    return this.#run(
      `function (...values) { return new Promise((done) => (function () { ${script} }).call(null, ...values, done)) }`,
      values,
    );
  }

  /** @param {string} functionDeclaration @param {unknown[]} values @returns {Promise<any>} */
  async #run(functionDeclaration, values) {
    try {
      const { result } = await this.send("Runtime.evaluate", { expression: "globalThis" });
      const answer = await this.send("Runtime.callFunctionOn", {
        objectId: result.objectId,
        functionDeclaration,
        arguments: values.map((value) => ({ value })),
        awaitPromise: true,
        returnByValue: true,
      });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? "in the page");
      return answer.result.value ?? null;
    } catch (error) {
      if (!GONE.test(String(error))) throw error;
      return this.#run(functionDeclaration, values);
    }
  }
}

/**
 * @param {string} folder where its packages are installed
 * @param {string} binary
 * @param {string} proxy host:port
 * @returns {Promise<import('../../browser/engines.mjs').Engine>}
 */
export async function openOld(folder, binary, proxy) {
  const own = spawn(
    binary,
    [
      "--headless",
      "--no-sandbox",
      "--no-zygote",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--window-size=1280,900",
      "--remote-debugging-port=0",
      `--user-data-dir=${mkdtempSync(join(tmpdir(), "old-"))}`,
      `--proxy-server=http://${proxy}`,
      "--proxy-bypass-list=<-loopback>",
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const { host } = new URL(await listening(own));
  const version = await (await fetch(`http://${host}/json/version`)).json();
  const [target] = await (await fetch(`http://${host}/json/list`)).json();
  const { WebSocket } = createRequire(join(folder, "package.json"))("ws");
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((done, failed) => socket.once("open", done).once("error", failed));
  const page = new Page(socket);
  for (const part of ["Page", "Log"]) await page.send(`${part}.enable`);
  const driver = /** @type {import('selenium-webdriver').WebDriver} */ (/** @type {unknown} */ (page));
  return {
    name: "old chromium",
    version: version.Browser,
    driver,
    scheme: async () => driver,
    console: async () => page.said.splice(0),
    close: async () => {
      socket.close();
      const ended = new Promise((done) => own.once("exit", done));
      own.kill();
      await ended;
    },
  };
}

/** The address that a browser says it listens at. @param {import('node:child_process').ChildProcess} own @returns {Promise<string>} */
function listening(own) {
  return new Promise((done, failed) => {
    let said = "";
    own.stderr?.on("data", (data) => {
      said += data;
      const [, address] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (address) done(address);
    });
    own.once("exit", (code) => failed(new Error(`it ended with ${code}:\n${said}`)));
    own.once("error", failed);
  });
}
