// Bringing files: never more than 2 MB, never for longer than a minute, without the address of the page, and with
// cookies for the page's own site alone. What fails says which address it was.

/** As much as any reader of ours takes. */
export const mostBytes = 2 ** 21;
const mostSeconds = 60;

/**
 * @param {URL} url
 * @param {{ again?: boolean, signal?: AbortSignal }} [how] again: past every cache, because what came from one did
 *   not do; signal: nobody waits for it any longer
 */
export async function bring(url, { again = false, signal } = {}) {
  const stop = new AbortController();
  const limit = AbortSignal.timeout(mostSeconds * 1000);
  const end = () => stop.abort();
  for (const one of [limit, signal]) one?.addEventListener("abort", end);
  let forbidden = false;
  const look = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI }) => {
    forbidden ||= blockedURI === url.href;
  };
  document.addEventListener("securitypolicyviolation", look, { signal: stop.signal });
  try {
    const response = await fetch(url, {
      cache: again ? "reload" : "default",
      referrerPolicy: "no-referrer",
      signal: stop.signal,
    });
    if (!response.ok) throw new Error(String(response.status));
    return new Blob(await partsOf(response));
  } catch (error) {
    const told = error instanceof Error ? error.message : error;
    // A browser does not say why: no network, a policy, of which an event may tell a moment later, or a host that lets
    // no other page have its files.
    const untold = error instanceof TypeError;
    if (untold) await new Promise((done) => setTimeout(done));
    const far = untold && url.origin !== location.origin && " (another host has to send Access-Control-Allow-Origin)";
    const hint = forbidden ? " (connect-src of the page's Content-Security-Policy has to allow it)" : far || "";
    const why = limit.aborted ? `not there after ${mostSeconds} seconds` : `${told}${hint}`;
    throw Object.assign(new Error(`${url}: ${why}`), { url: url.href, lost: /^4\d\d$/.test(String(why)) });
  } finally {
    // What was left of a file that is too large need not come.
    end();
    signal?.removeEventListener("abort", end);
  }
}

/** @param {Response} response */
async function partsOf(response) {
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
  const parts = [];
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
    bytes += value.length;
    // A byte order mark before them is no part of a text.
    if (bytes > mostBytes + 3) throw new Error("larger than 2 MB");
  }
}

/**
 * Not compileStreaming: that insists on a media type which many static hosts do not send.
 * @param {URL} url
 * @param {boolean} [again]
 */
export async function bringModule(url, again) {
  return WebAssembly.compile(await (await bring(url, { again })).arrayBuffer());
}

/**
 * A script of the release; what it exports is the caller's to say. One that failed may stay failed under its address
 * until the page is left, so that the second attempt has an address of its own, which no cache knows either.
 * @param {URL} url its address
 * @returns {Promise<any>}
 */
export function imported({ href }) {
  const again = `${href}?${Date.now()}`;
  return import(href)
    .catch(() => import(again))
    .catch((error) => {
      throw Object.assign(new Error(`${href}: ${error.message}`), { url: href });
    });
}
