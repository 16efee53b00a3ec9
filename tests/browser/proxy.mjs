// The one way to the network that the browsers under test have: a proxy on the loopback address which serves our own
// site under any port of 127.0.0.1 and localhost, counts every request, and refuses and records every other host.
// The ports are names only: nothing listens on them. A page that loads has therefore come through here, and each test
// can take a port of its own and so an origin of its own, with storage and service worker to itself.
import { createHash } from "node:crypto";
import http from "node:http";

const OWN_HOSTS = new Set(["127.0.0.1", "localhost"]);
/** Paths under this prefix are the tests' own instruments: answered even when the network is cut, and not counted. */
export const INSTRUMENT = "/__metier-";
const COLLECTOR_TAG = `<script src="${INSTRUMENT}collector.js"></script>`;

/**
 * @typedef {{ method: string, url: string, path: string, kind: 'own' | 'instrument' | 'refused' | 'cut', from: string, mode: string, destination: string, cookie: string, status: number }} Seen
 *   status: once the answer has ended, or nobody waits for it any longer
 * @typedef {{ status?: number, headers?: Record<string, string>, body: string | Uint8Array, endless?: boolean, rest?: Promise<string> }} Answer
 *   endless: the body never ends; rest: what comes after it, later
 * @typedef {(path: string, query: URLSearchParams, origin: string) => Answer | undefined | Promise<Answer | undefined>} Local
 */

/** As the first thing in the head. @param {string} html */
export function withCollector(html) {
  const head = /<head[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + COLLECTOR_TAG + html.slice(at);
}

/** The path of a file of the release without the digest in its name. @param {string} path */
export function plainPath(path) {
  return path.replace(/-[0-9a-f]{12}(?=\.(?:css|js|wasm)$)/, "");
}

/**
 * A worker whose list has the digests of pages as they are really sent.
 * @param {string} worker
 * @param {(name: string) => Promise<string>} page
 */
export async function withDigests(worker, page) {
  let text = worker;
  for (const [line, name] of worker.matchAll(/"([^"]+\.html)": "[0-9a-f]{64}"/g)) {
    text = text.replace(
      line,
      `"${name}": "${createHash("sha256")
        .update(await page(name))
        .digest("hex")}"`,
    );
  }
  return text;
}

export class Proxy {
  /** @type {Seen[]} */
  #seen = [];
  #forgiven = 0;
  #cut = false;
  #port = 0;
  /** Own requests on their way. */
  #open = 0;
  /** @type {Set<() => void>} */
  #waiting = new Set();
  /** The site's worker, with the digests of the pages as they are sent here. @type {Promise<string> | undefined} */
  #worker;
  /**
   * Rewrites of answers, by path (with or without the digest of a name), for one test at a time.
   * @type {Map<string, Answer | (() => Answer | undefined)>}
   */
  replaced = new Map();
  /** Which requests of its own are cut off, for one test. @type {((path: string) => boolean) | null} */
  cutAt = null;
  /** Another host in the place of the site's, for one test. @type {Local | null} */
  host = null;

  /**
   * @param {string} upstream host:port of the server of the built site
   * @param {Local} local answers of the tests themselves (pages, instruments); undefined = ask upstream
   * @param {{ collect?: boolean }} [more] whether each of the site's pages gets the collector as its first script, for
   *   which bodies must come uncompressed
   */
  constructor(upstream, local, { collect = true } = {}) {
    this.upstream = upstream;
    this.local = local;
    this.collect = collect;
    this.server = http.createServer((request, response) => this.#request(request, response));
    this.server.on("connect", (request, socket) => {
      this.#note(request, `//${request.url}`, "refused");
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    });
    this.server.on("upgrade", (request, socket) => {
      this.#note(request, request.url ?? "", "refused");
      socket.destroy();
    });
    this.server.keepAliveTimeout = 60_000;
    // The site's server gives each connection a thread. It has four; of more it now and then leaves one waiting until
    // another closes.
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  }

  /** @returns {Promise<void>} */
  start() {
    return new Promise((done, failed) => {
      this.server.once("error", failed);
      this.server.listen(0, "127.0.0.1", () => {
        this.#port = /** @type {import('node:net').AddressInfo} */ (this.server.address()).port;
        done();
      });
    });
  }

  get port() {
    return this.#port;
  }
  get address() {
    return `127.0.0.1:${this.#port}`;
  }

  stop() {
    this.agent.destroy();
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  /** Cuts or mends the network for the browser. Connections held open are dropped. @param {boolean} cut */
  cut(cut) {
    this.#cut = cut;
    if (cut) this.server.closeIdleConnections();
  }

  /** A place in the record, for `since`. */
  mark() {
    return this.#seen.length;
  }

  /** The lowest port of a site of the test in hand. */
  oldest = 0;

  /**
   * Every request from a mark on, but the instruments', and but those to an earlier test's site: its pages are gone,
   * and a browser may look for the next version of its worker at any time, and install it.
   * @param {number} mark
   */
  since(mark) {
    const earlier = (/** @type {Seen} */ seen) =>
      URL.canParse(seen.url) && Number(new URL(seen.url).port) < this.oldest && seen.kind === "own";
    return this.#seen.slice(mark).filter((seen) => seen.kind !== "instrument" && !earlier(seen));
  }

  /** Requests for hosts that are not ours, since the start or the last `forgetRefused`. */
  refused() {
    return this.#seen.slice(this.#forgiven).filter((seen) => seen.kind === "refused");
  }

  /** Whether an address was ever cut off, refused or answered with an error. @param {string} url */
  failed(url) {
    return this.#seen.some((seen) => seen.url === url && (seen.kind !== "own" || seen.status >= 400));
  }

  /** After a failure that has been told: the next test starts with a clean sheet. */
  forgetRefused() {
    this.#forgiven = this.#seen.length;
  }

  /** Resolves once no request to a site of ours is on its way. @returns {Promise<void>} */
  idle() {
    if (this.#open === 0) return Promise.resolve();
    return new Promise((done) => this.#waiting.add(() => done()));
  }

  /**
   * @param {http.IncomingMessage} request
   * @param {string} url
   * @param {Seen['kind']} kind
   */
  #note(request, url, kind) {
    const header = (/** @type {string} */ name) => String(request.headers[name] ?? "");
    const path = URL.canParse(url) ? plainPath(new URL(url).pathname) : "";
    /** @type {Seen} */
    const seen = {
      method: request.method ?? "",
      url,
      path,
      kind,
      from: header("referer"),
      mode: header("sec-fetch-mode"),
      destination: header("sec-fetch-dest"),
      cookie: header("cookie"),
      status: 0,
    };
    this.#seen.push(seen);
    return seen;
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async #request(request, response) {
    const url = URL.canParse(request.url ?? "") ? new URL(request.url ?? "") : null;
    if (!url || url.protocol !== "http:" || !OWN_HOSTS.has(url.hostname)) {
      this.#note(request, request.url ?? "", "refused");
      response.writeHead(403).end();
      return;
    }
    const instrument = url.pathname.startsWith(INSTRUMENT);
    const cut = !instrument && (this.#cut || this.cutAt?.(url.pathname));
    const seen = this.#note(request, url.href, instrument ? "instrument" : cut ? "cut" : "own");
    if (cut) {
      request.socket.destroy();
      return;
    }
    this.#open += 1;
    response.once("close", () => {
      this.#open -= 1;
      seen.status = response.statusCode;
      if (this.#open === 0) {
        for (const done of this.#waiting) done();
        this.#waiting.clear();
      }
    });
    try {
      const local =
        this.#replacement(url.pathname) ??
        (await (!instrument && this.host ? this.host : this.local)(url.pathname, url.searchParams, url.origin)) ??
        (await this.#ownWorker(url.pathname));
      if (local) {
        response.writeHead(local.status ?? 200, { "cache-control": "no-store", ...local.headers });
        if (!local.endless && !local.rest) response.end(local.body);
        else response.write(local.body);
        if (local.rest) response.end(await local.rest);
      } else {
        this.#forward(request, response, url);
      }
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  }

  /** @param {string} path */
  #replacement(path) {
    const found = this.replaced.get(path) ?? this.replaced.get(plainPath(path));
    return typeof found === "function" ? found() : found;
  }

  /**
   * Pages come with the collector in them, and so the worker, which compares, must be told of that.
   * @param {string} path
   * @returns {Promise<Answer | undefined>}
   */
  async #ownWorker(path) {
    if (path !== "/sw.js" || !this.collect) return undefined;
    const text = async (/** @type {string} */ name) => (await fetch(`http://${this.upstream}/${name}`)).text();
    this.#worker ??= text("sw.js").then((worker) =>
      withDigests(worker, async (name) => withCollector(await text(name))),
    );
    return { headers: { "content-type": "text/javascript; charset=utf-8" }, body: await this.#worker };
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {URL} url */
  #forward(request, response, url) {
    /** @type {http.OutgoingHttpHeaders} */
    const headers = { ...request.headers, host: this.upstream };
    if (this.collect) headers["accept-encoding"] = "identity";
    delete headers["proxy-connection"];
    const [host, port] = this.upstream.split(":");
    const up = http.request(
      { host, port, method: request.method, path: url.pathname + url.search, headers, agent: this.agent },
      (answer) => {
        if (!this.collect || !/^text\/html/i.test(answer.headers["content-type"] ?? "")) {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
          return;
        }
        /** @type {Buffer[]} */
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => {
          const { "content-length": _, "transfer-encoding": __, etag: ___, ...rest } = answer.headers;
          const body = Buffer.from(withCollector(Buffer.concat(parts).toString("utf8")));
          response.writeHead(answer.statusCode ?? 502, { ...rest, "content-length": body.length });
          response.end(request.method === "HEAD" ? undefined : body);
        });
      },
    );
    up.on("error", (error) => {
      if (!response.headersSent) response.writeHead(502);
      response.end(String(error));
    });
    // Whoever no longer waits must not keep one of the few ways to the site's server.
    response.once("close", () => {
      if (!response.writableFinished) up.destroy();
    });
    request.pipe(up);
  }
}
