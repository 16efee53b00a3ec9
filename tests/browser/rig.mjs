// What a test holds: one engine, the proxy it runs through, and the page it is on.
import { LIMITS } from "./engines.mjs";
import { testPage } from "./site.mjs";
import { BrowserSaid, ok } from "./suite.mjs";

const WORKER = "/sw.js";
/** In its place: a worker that keeps nothing. To WebKit, one without a letter would be a newer one at each visit. */
export const NO_WORKER = { headers: { "content-type": "text/javascript" }, body: "// Keeps nothing." };
const NO_FAULTS = "the console, errors and policy reports stay empty";

/** @typedef {import('./window.d.ts').Collected} Collected */
/** @template {keyof import('./window.d.ts').Details} K @typedef {import('./window.d.ts').Told<K>} Told */
/** What a condition gives once it holds. @template T @typedef {Exclude<T, false | null | undefined | 0 | ''>} Truthy */

/**
 * Waits for a condition; the answer of `look` is given back once it is truthy. Only what never comes takes so long as
 * the limit, so it is one for a machine with much else to do.
 * @template T
 * @param {() => Promise<T>} look
 * @param {string} what
 * @param {number} [seconds]
 */
export async function until(look, what, seconds = Number(process.env.WAIT ?? 60)) {
  const end = Date.now() + seconds * 1000;
  // Looking costs the browser time, so the longer it takes, the less often.
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 120)) {
    const seen = await look();
    if (seen) return /** @type {Truthy<T>} */ (seen);
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await new Promise((done) => setTimeout(done, pause));
  }
}

export class Rig {
  #port = 20_000;
  /** @type {RegExp[]} */
  #allowed = [];
  /** @type {import('./engines.mjs').Scheme} */
  #scheme = "light";

  /**
   * @param {import('./engines.mjs').Engine} engine
   * @param {import('./proxy.mjs').Proxy} proxy
   * @param {() => Promise<import('./engines.mjs').Engine>} [another] browser of the same kind
   */
  constructor(engine, proxy, another) {
    this.engine = engine;
    this.driver = engine.driver;
    this.proxy = proxy;
    this.another = another;
  }

  /** Goes on in another browser, since this one has ended or no longer answers. */
  async renew() {
    if (!this.another) throw new Error("the browser no longer answers");
    // It may no longer be there to be closed, and says nothing then.
    this.engine.close().catch(() => {});
    this.engine = await this.another();
    this.driver = this.engine.driver;
    this.#scheme = "light";
  }

  /** An origin nobody has visited yet: nothing in its storage, no worker. @param {'127.0.0.1' | 'localhost'} [host] */
  fresh(host = "127.0.0.1") {
    return `http://${host}:${(this.#port += 1)}`;
  }

  /** Opens a page, having made sure that nothing went wrong on the last one. @param {string} url */
  async open(url) {
    await this.clean();
    await this.driver.get(url);
  }

  /**
   * Opens a page of the test's own making.
   * @param {string} body
   * @param {{ origin?: string, site?: string, head?: string, language?: string, query?: string }} [where] origin of the
   *   page, origin of the built files
   */
  async show(body, { origin = this.fresh(), site = origin, query = "", ...more } = {}) {
    this.proxy.replaced.set("/a-test.html", testPage(site, body, more));
    await this.open(`${origin}/a-test.html${query}`);
    return origin;
  }

  /**
   * Runs a function in the page (in the frame the driver is switched to).
   * @template {unknown[]} A
   * @template T
   * @param {(...values: A) => T} work self-contained
   * @param {A} values
   * @returns {Promise<Awaited<T>>}
   */
  run(work, ...values) {
    return this.driver.executeScript(`return (${work}).apply(null, arguments)`, ...values);
  }

  /**
   * The same for a function that gives a promise.
   * @template {unknown[]} A
   * @template T
   * @param {(...values: A) => Promise<T>} work self-contained
   * @param {A} values
   * @returns {Promise<T>}
   */
  async later(work, ...values) {
    const result = /** @type {{ value?: T, error?: string }} */ (
      await this.driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1]; (${work}).apply(null, [...arguments].slice(0, -1)).then(value => done({ value }), error => done({ error: error + '\\n' + error?.stack }))`,
        ...values,
      )
    );
    if (result.error !== undefined) throw new Error(`in the page: ${result.error}`);
    return /** @type {T} */ (result.value);
  }

  /**
   * What the first script of this page has written down; null on a page that has none.
   * @returns {Promise<Collected | null>}
   */
  collected() {
    return this.run(() => {
      const all = window.__collected;
      return all
        ? { faults: all.faults, said: all.said, printed: all.printed, events: JSON.parse(JSON.stringify(all.events)) }
        : null;
    });
  }

  /** The events that have left elements on this page, in order. @returns {Promise<Collected['events']>} */
  async events() {
    return (await this.collected())?.events ?? [];
  }

  /**
   * The same of one kind.
   * @template {keyof import('./window.d.ts').Details} K
   * @param {K} kind
   * @returns {Promise<Told<K>[]>}
   */
  async told(kind) {
    return /** @type {Told<K>[]} */ ((await this.events()).filter(({ type }) => type === `metier-${kind}`));
  }

  /**
   * What pages have asked for since a mark. A worker's own script, for which a browser may look at any time, and what a
   * worker fetches for its cache, are not theirs.
   * @param {number} mark
   */
  async requests(mark) {
    await this.proxy.idle();
    return this.proxy
      .since(mark)
      .filter(({ path, from }) => path !== WORKER && !from.endsWith(WORKER))
      .map(({ method, url }) => `${method} ${url}`);
  }

  /** Faults that this test provokes on purpose. @param {RegExp} pattern */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Fails if the page has had a fault since it was opened, or an error without its line in the console. */
  async clean() {
    const { faults: own = [], said = [], events = [] } = (await this.collected().catch(() => null)) ?? {};
    const errors = events.filter(({ type }) => type === "metier-error").length;
    ok(said.length === errors, `${errors} errors have a line each in the console:\n${said.join("\n")}`);
    const provoked = (/** @type {string} */ fault) => this.#allowed.some((pattern) => pattern.test(fault));
    const faults = own.filter((fault) => !provoked(fault) && !this.#leftEarly(fault));
    const browsers = (await this.engine.console()).filter(
      (line) => !/\bmetier-quiz: ./.test(line) && !provoked(line) && !this.#leftEarly(line),
    );
    if (faults.length + browsers.length === 0) return;
    const told = `${NO_FAULTS}:\n${[...faults, ...browsers].join("\n")}`;
    // A worker's faults are written there alone, so what names a script of ours is ours.
    if (faults.length > 0 || browsers.some((line) => /\.m?js\b/.test(line))) throw new Error(told);
    throw new BrowserSaid(told);
  }

  /**
   * Firefox calls it a fault when a page is left while one of its files is on its way, or a script at work. It is none
   * unless the file was refused.
   * @param {string} fault
   */
  #leftEarly(fault) {
    // Content that has to end at once; a script of a page on show has no limit here.
    if (/Script terminated by timeout/.test(fault)) return true;
    // The worker's answer, which nobody waits for any more: of no address, or given up. A worker that cannot answer is
    // told by its own words.
    if (/Failed to load ‘’\. A ServiceWorker intercepted/.test(fault)) return true;
    if (/A ServiceWorker passed a promise .* rejected with ‘AbortError\b/.test(fault)) return true;
    // So does Chromium of the icon in the manifest, in its own words.
    const file =
      /Loading failed for the \w+ with source “([^”]+)”/.exec(fault)?.[1] ??
      /following icon from the Manifest: (\S+) \(Download error/.exec(fault)?.[1];
    return file !== undefined && !this.proxy.failed(file);
  }

  /**
   * From here on the site has its worker. Other tests do without: each is on a site of its own, of which the worker
   * fetches every file, which takes more than a quarter of the time of them all.
   */
  withWorker() {
    this.proxy.replaced.delete(WORKER);
  }

  /** The worker of this page, once it has filled its cache. */
  async workerReady() {
    ok(this.proxy.replaced.get(WORKER) !== NO_WORKER, "the site has its worker: rig.withWorker()");
    // Not `ready`: in Firefox that promise now and then stays open though the worker is at work.
    const active = () =>
      this.later(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
    // A crowded WebKit now and then forgets a worker that was being installed when its page was left; the next page
    // load begins anew.
    await until(active, "the worker is at work", 20).catch(() => this.driver.navigate().refresh());
    await until(active, "the worker is at work", 60);
    return this.proxy.idle();
  }

  /** The page on show in another colour scheme. Not in WebKit, which has a window for each. @param {import('./engines.mjs').Scheme} scheme */
  see(scheme) {
    return this.#prefer(scheme);
  }

  /** What the reader prefers. @param {import('./engines.mjs').Scheme} scheme */
  async #prefer(scheme) {
    if (scheme === this.#scheme) return;
    this.#scheme = scheme;
    this.driver = await this.engine.scheme(scheme);
    await this.driver.manage().setTimeouts(LIMITS);
  }

  /** @param {import('./engines.mjs').Scheme} scheme */
  async before(scheme) {
    this.#allowed = [];
    this.proxy.oldest = this.#port + 1;
    await this.#prefer(scheme);
    this.proxy.cut(false);
    this.proxy.cutAt = null;
    this.proxy.replaced.clear();
    this.proxy.replaced.set(WORKER, NO_WORKER);
    this.proxy.host = null;
  }

  async after() {
    await this.clean();
    const strangers = this.proxy.refused();
    ok(
      strangers.length === 0,
      `requests for other hosts: ${strangers.map((seen) => `${seen.method} ${seen.url}`).join(", ")}`,
    );
    await this.driver.get("about:blank");
  }

  /** Where the page was when a test failed. */
  async state() {
    const seen = await this.run(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const section = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("section[data-screen]");
      const shown =
        section instanceof HTMLElement
          ? JSON.stringify(section.dataset)
          : `none; instead: ${document.querySelector("metier-quiz")?.shadowRoot?.textContent}`;
      return `at ${location.href}; focus on ${active?.outerHTML.slice(0, 160).replace(/\s+/g, " ")}; screen ${shown}`;
    });
    const faults = (await this.collected())?.faults ?? [];
    const unanswered = this.proxy
      .since(0)
      .slice(-40)
      .filter((one) => one.status >= 400 || one.kind !== "own")
      .map((one) => `${one.kind} ${one.status} ${one.url}`);
    return [seen, ...faults, ...unanswered].join("\n");
  }

  async recover() {
    this.proxy.cut(false);
    this.proxy.cutAt = null;
    await this.driver.switchTo().defaultContent();
    await this.engine.console();
    await this.driver.get("about:blank");
    this.proxy.forgetRefused();
  }
}
