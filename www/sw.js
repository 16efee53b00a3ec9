// Keeps the files of one build, so that the whole site works without a network after one visit.
// It holds our files and nothing of a person: no answer, no result, no address with a search in it.
//
// `cargo www build` writes the id and the list of the build's files into the next two lines. As it stands here, with
// nothing to keep, the worker takes itself and every file that it ever kept away: a site that wants to be rid of it
// publishes this file in the place of its sw.js.
const build = "development";
/** @type {string[]} */
const files = [];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** The folder that this worker stands in, and rules. */
const scope = worker.registration.scope;
/** Another site on the same host may keep files too, so the scope is part of the name. */
const prefix = `metier ${scope} `;
const kept = new Set(files);

worker.addEventListener("install", (event) => event.waitUntil(files.length > 0 ? keep() : worker.skipWaiting()));
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

/** Keeps every file of this build, or fails and keeps none: the build before it then stays in force. */
async function keep() {
  const cache = await caches.open(prefix + build);
  try {
    await Promise.all(files.map(async (file) => cache.put(addressOf(file), await bring(file))));
  } catch (error) {
    await caches.delete(prefix + build);
    throw error;
  }
}

/** One file, from the network and not from the browser's own cache, which may hold an older build's. */
async function bring(/** @type {string} */ file) {
  const response = await fetch(addressOf(file), { cache: "reload" });
  if (!response.ok) throw new Error(`${file} cannot be had: ${response.status}`);
  if (!response.redirected) return response;
  // What was sent on from another address may not be given to a page as it is; a copy of it may.
  return new Response(response.body, { status: response.status, headers: response.headers });
}

/** Takes the files of other builds away; with nothing to keep, all of them and the worker itself. */
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && (files.length === 0 || name !== prefix + build));
  await Promise.all(old.map((name) => caches.delete(name)));
  if (files.length === 0) await worker.registration.unregister();
}

/** The kept file that a request asks for; null for everything that is not ours to answer. */
function fileOf(/** @type {Request} */ request) {
  const address = request.url.split(/[?#]/, 1)[0] ?? "";
  if (request.method !== "GET" || request.headers.has("range") || !address.startsWith(scope)) return null;
  const path = address.slice(scope.length);
  // Hosts offer a folder for its index.html, and some a page without its ending.
  const other = `${path}${path === "" || path.endsWith("/") ? "index" : ""}.html`;
  return [path, other].find((name) => kept.has(name)) ?? null;
}

/** The kept file; the network only where the browser has thrown the cache away. */
async function answer(/** @type {string} */ file, /** @type {Request} */ request) {
  const cache = await caches.open(prefix + build);
  return (await cache.match(addressOf(file))) ?? fetch(request);
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
