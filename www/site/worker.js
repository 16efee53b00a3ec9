// Keeps the files of one build, so that quizzes, results and what they lead to work without a network after one visit, and
// every other page once it was opened.
// It holds our files and nothing of a person: no answer, no result, no address with a search in it.
//
// `cargo www build` writes the id and the SHA-256 of each of the build's files into the next three lines. As it stands
// here, with nothing to keep, the worker takes itself and every file that it ever kept away: a site that wants to be
// rid of it publishes this file in the place of its sw.js.
const build = "development";
/** @type {Record<string, string>} */
const files = {};
/** Those that are kept only once somebody has opened them. @type {Record<string, string>} */
const later = {};

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** The folder that this worker stands in, and rules. */
const scope = worker.registration.scope;
/** Shown without a network in the place of a page that nobody has opened yet. */
const instead = "offline.html";
/** Another site on the same host may keep files too, so the scope is part of the name. */
const prefix = `metier ${scope} `;
/** Each file's digest, by its path. */
const digests = new Map([...Object.entries(files), ...Object.entries(later)]);
/**
 * What a browser runs or shows only under its own type. Another file may come under any, but for that of a page.
 * @type {Record<string, RegExp>}
 */
const types = { html: /^text\/html\b/i, js: /^(text|application)\/(x-)?javascript\b/i, css: /^text\/css\b/i };

worker.addEventListener("install", (event) => event.waitUntil(digests.size > 0 ? keep() : worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
worker.addEventListener("message", (event) => event.waitUntil(hear(event)));
worker.addEventListener("fetch", (event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(answer(file, event.request));
});

/** Where a file is asked for and under what it is kept. Many hosts send index.html on to its folder: that, at once. */
function addressOf(/** @type {string} */ file) {
  return new URL(file === "index.html" ? "./" : file, scope);
}

/** Keeps every file of this build that is for everybody, or fails and keeps none: the build before it then stays in force. */
async function keep() {
  const cache = await caches.open(prefix + build);
  try {
    await Promise.all(Object.keys(files).map(async (file) => cache.put(addressOf(file), await bring(file))));
  } catch (error) {
    await caches.delete(prefix + build);
    throw error;
  }
}

/** One file, from the network and not from the browser's own cache, which may hold an older build's. */
async function bring(/** @type {string} */ file) {
  return whole(file, await fetch(addressOf(file), { cache: "reload" }));
}

/**
 * An answer as it may be kept and given to a page: this build's file to the last byte, of a type that the browser
 * takes.
 */
async function whole(/** @type {string} */ file, /** @type {Response} */ response) {
  if (!response.ok) throw new Error(`${file} cannot be had: ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  const own = types[file.slice(file.lastIndexOf(".") + 1)];
  if (own ? !own.test(type) : types.html?.test(type)) throw new Error(`${file} came as ${type || "no type"}`);
  const body = await response.arrayBuffer();
  if ((await digestOf(body)) !== digests.get(file)) throw new Error(`${file} is not this build's`);
  // A response of our own: one that was sent on from another address may not be given to a page, a copy of it may.
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(body, { headers });
}

/** The SHA-256 in hexadecimal digits. */
async function digestOf(/** @type {ArrayBuffer} */ body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Takes the files of other builds away; with nothing to keep, all of them and the worker itself. */
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && (digests.size === 0 || name !== prefix + build));
  await Promise.all(old.map((name) => caches.delete(name)));
  if (digests.size === 0) await worker.registration.unregister();
}

/** The kept file that a request asks for; null for everything that is not ours to answer. */
function fileOf(/** @type {Request} */ request) {
  const address = request.url.split(/[?#]/, 1)[0] ?? "";
  if (request.method !== "GET" || request.headers.has("range") || !address.startsWith(scope)) return null;
  const path = address.slice(scope.length);
  // Hosts offer a folder for its index.html, and some a page without its ending.
  const other = `${path}${path === "" || path.endsWith("/") ? "index" : ""}.html`;
  return [path, other].find((name) => digests.has(name)) ?? null;
}

/**
 * The kept file, if it still is what was kept; else, and for a page that asks past all caches, what the host has now.
 */
async function answer(/** @type {string} */ file, /** @type {Request} */ request) {
  if (request.cache !== "reload") {
    const held = await heldCopy(file);
    if (held) return held;
  }
  try {
    return await renewed(file, request);
  } catch (error) {
    const page = request.mode === "navigate" && (await heldCopy(instead));
    if (!page) throw error;
    return new Response(page.body, { headers: page.headers, status: 503 });
  }
}

/** What is kept. A browser may have thrown it away; other pages of this origin can put something else in its place. */
async function heldCopy(/** @type {string} */ file) {
  try {
    const held = await caches.match(addressOf(file), { cacheName: prefix + build });
    return held && (await whole(file, held));
  } catch {
    return undefined;
  }
}

/**
 * The host's answer as it is. If it is this build's file, it is kept from now on. If the host no longer has that file,
 * this build cannot be whole again: it is given up, so that the next pages come from the host, all of one build. What is
 * kept once it is opened may be another's: nothing that is kept needs it.
 */
async function renewed(/** @type {string} */ file, /** @type {Request} */ request) {
  const response = await fetch(request);
  const copy = await whole(file, response.clone()).catch(() => null);
  if (copy) {
    const cache = await caches.open(prefix + build);
    // Without room to keep it the page has it all the same.
    await cache.put(addressOf(file), copy).catch(() => {});
  } else if (file in files && (response.ok || response.status === 404)) await caches.delete(prefix + build);
  return response;
}

/**
 * A page that is about to reload asks this build, which waits, to take over. It does so only if no other page of the
 * site is open: one with a quiz under way goes on with the files that it began with.
 */
async function hear(/** @type {ExtendableMessageEvent} */ event) {
  const asking = /** @type {Client | null} */ (event.source);
  if (event.data !== "take over" || asking === null) return;
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const alone = pages.every((page) => page.id === asking.id || !page.url.startsWith(scope));
  if (alone) await worker.skipWaiting();
  else asking.postMessage("others open");
}
