// The site without a network: registers the worker, and says when a new version is there.
import { build } from "../pkg/build.js";
import { showFocused } from "../shared/dom.js";
import { language, siteWords } from "../words/words.js";

if (/^[0-9a-f]+$/.test(build) && "serviceWorker" in navigator) {
  // The page itself comes first.
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}

/** Registers the worker and watches for a newer build. */
async function register() {
  try {
    watch(await navigator.serviceWorker.register(workerAddress()));
  } catch {
    // No storage, a private window: the site works as before, only not without a network.
  }
}

/** The worker's address, through the site's one Trusted Types policy, which lets nothing else through. */
function workerAddress() {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return "sw.js";
  return types.createPolicy("metier-sw", { createScriptURL: () => "sw.js" }).createScriptURL("");
}

/**
 * Offers a newer build as soon as it waits. Once a quiz has begun on this page the offer is gone for good, since what
 * was answered would be; the next page makes it again.
 */
function watch(/** @type {ServiceWorkerRegistration} */ registration) {
  const begun = new AbortController();
  document.addEventListener("metier-start", () => begun.abort(), { once: true });
  const look = () => {
    // Without a worker in force this is the first visit, and nothing is new.
    const ready = registration.waiting !== null && navigator.serviceWorker.controller !== null;
    if (ready && !begun.signal.aborted) offer(registration, begun.signal);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
}

/** A bar at the foot of the window: nothing moves, nothing takes the focus, nothing that has it is hidden. */
function offer(/** @type {ServiceWorkerRegistration} */ registration, /** @type {AbortSignal} */ begun) {
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.lang = language;
  notice.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = siteWords["new-version"];
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.action = "reload";
  button.textContent = siteWords.reload;
  button.addEventListener("click", () => takeOver(registration, words));
  document.querySelector(".notice")?.remove();
  (document.querySelector("main") ?? document.body).append(notice);
  // Into a region that is there already, so that it is read out.
  notice.append(words, button);
  // Safari does not scroll what gets the focus from under the bar by itself.
  const out = new AbortController();
  document.addEventListener("focusin", showFocused, { signal: out.signal });
  begun.addEventListener("abort", () => {
    notice.remove();
    out.abort();
  });
}

/** Lets the waiting build take over and loads the page anew, or says what stands in the way. */
function takeOver(/** @type {ServiceWorkerRegistration} */ registration, /** @type {HTMLElement} */ words) {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  serviceWorker.addEventListener("message", () => {
    words.textContent = siteWords["others-open"];
  });
  if (registration.waiting) registration.waiting.postMessage("take over");
  else location.reload();
}
