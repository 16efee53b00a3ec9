// <metier-quiz>: attributes, properties, and waiting until somebody looks. All else is player.js,
// which is not fetched before that.

import { bring, bringModule, imported } from "../shared/fetch.js";
import { newer, noDocument, notLoaded, tryAgain } from "../words/words.js";
import { wantedBy } from "./wanted.js";

/** A server may import this file; there is no HTMLElement there. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** Attributes that are properties too; `quiz` is a property alone. */
const reflected = /** @type {const} */ (["src", "roles", "seed", "heading", "theme", "resume"]);

/** @type {CSSStyleSheet | undefined} */
let hostSheet;

/**
 * Height is kept free, so that the page does not jump when the quiz comes: about as much as the first screen of a quiz
 * of one skill takes, in a narrow column more. What hangs on the width is inside the frame, which for that says nothing
 * of its own width: so the track before it, which shows nothing, asks for room in parents that shrink to fit.
 */
function styleHost() {
  if (!hostSheet) {
    hostSheet = new CSSStyleSheet();
    hostSheet.replaceSync(`
:host {
  break-inside: avoid-column; display: block; flex-wrap: wrap; min-block-size: 22em; min-inline-size: 240px;
  writing-mode: horizontal-tb;
}
:host::before {
  block-size: 0; content: ""; display: grid; grid-template-columns: minmax(240px, min(54em, 100vw - 16px));
}
.frame { container-type: inline-size; flex: 1 0 100%; }
.wait { display: block; min-block-size: 30em; }
@container (max-width: 26em) { .wait { min-block-size: 32.25em; } }
@container (max-width: 22.5em) { .wait { min-block-size: 33.75em; } }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
@media print { :host, .wait { min-block-size: 0; } }`);
  }
  return hostSheet;
}

/** The modules, each for all quizzes of the page. */
const modules = {
  player: new URL("../pkg/player_bg.wasm", import.meta.url),
  matcher: new URL("../pkg/matcher_bg.wasm", import.meta.url),
  whole: new URL("../pkg/whole_bg.wasm", import.meta.url),
};
/** @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/**
 * Compiled once for all quizzes of the page. What failed, or did not do, is forgotten, so that another attempt asks
 * anew.
 * @param {keyof typeof modules} name
 * @param {boolean} [again] past every cache
 */
function sharedModule(name, again) {
  const known = compiled.get(name);
  if (known && !again) return known;
  const module = bringModule(modules[name], again);
  compiled.set(name, module);
  const forget = () => {
    if (compiled.get(name) === module) compiled.delete(name);
  };
  // The page asks past the caches because what it got did not do; if this does not do either, the next asks anew.
  module.then(again ? forget : null, forget);
  return module;
}

/**
 * Whether the host has another build by now, whose player has another name. Then its facade is in the browser's cache
 * from now on, and a reload brings all of it.
 */
async function isReplaced() {
  const facade = await bring(new URL(import.meta.url), { again: true }).then(
    (file) => file.text(),
    () => "",
  );
  return facade !== "" && !facade.includes("./player.js");
}

/** A document without the spaces between its parts; a text that is not JSON is returned as it is. @param {string | null} text */
function plainly(text) {
  try {
    return JSON.stringify(JSON.parse(text ?? ""));
  } catch {
    return text;
  }
}

/** What an attribute says, however it is written. @param {string} name @param {string | null} value */
function meantBy(name, value) {
  if (value === null || name === "lang" || name === "heading") return value;
  if (name === "seed") return String(Number.parseInt(value, 10));
  try {
    return addressOf(value).href;
  } catch {
    return value;
  }
}

/** @param {string} address */
function addressOf(address) {
  try {
    return new URL(address, document.baseURI);
  } catch {
    throw Object.assign(new Error(`${address} is no address here`), { url: address, lost: true });
  }
}

/**
 * The rejection is looked at later, by the player; until then it is no unhandled one.
 * @template T
 * @param {Promise<T>} promise
 */
function held(promise) {
  promise.catch(() => {});
  return promise;
}

export class MetierQuiz extends Base {
  static observedAttributes = ["src", "roles", "seed", "lang", "heading"];

  /** @type {import("./player.js").Player | null} */
  #player = null;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  /** A page that changes its language changes the quiz's, where that has none of its own. */
  #page =
    globalThis.MutationObserver &&
    new MutationObserver(() => {
      this.#player?.speak(this.#language());
    });
  /** All that is shown stands in it. */
  #frame;
  /** @type {string | null} */
  #quiz = null;
  /** Which attempt to load is the present one; 0 = nobody has looked yet. */
  #turn = 0;
  /** Ends the downloads of the present attempt; null = they are done. @type {AbortController | null} */
  #coming = null;

  constructor() {
    super();
    // Where there are no such sheets it ends here, and the children show.
    const sheet = styleHost();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const slot = document.createElement("slot");
    slot.className = "wait";
    this.#frame = document.createElement("div");
    this.#frame.className = "frame";
    this.#frame.append(slot);
    root.append(this.#frame);
  }

  connectedCallback() {
    // What was set before the element was known hides the accessors: set it again.
    for (const name of [...reflected, /** @type {const} */ ("quiz")]) {
      if (Object.getOwnPropertyDescriptor(this, name)) {
        const value = /** @type {any} */ (this)[name];
        delete this[name];
        // Some frameworks write back what they read before there was an accessor: nothing.
        if (value !== undefined) /** @type {any} */ (this)[name] = value;
      }
    }
    if (!this.#turn) this.#wait();
    this.#page.observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  disconnectedCallback() {
    this.#page.disconnect();
    this.#stopWaiting();
    // A move is a removal and an insertion in one go; only a true removal gives the instance back.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  attributeChangedCallback(
    /** @type {string} */ name,
    /** @type {string | null} */ old,
    /** @type {string | null} */ value,
  ) {
    if (meantBy(name, old) === meantBy(name, value)) return;
    if (name === "heading") this.#player?.head(this.#level());
    else if (name !== "lang" || !this.#player?.speak(this.#language())) this.#again();
  }

  get src() {
    return this.getAttribute("src");
  }
  set src(value) {
    this.#reflect("src", value);
  }
  /** Address of another catalogue of roles. */
  get roles() {
    return this.getAttribute("roles");
  }
  set roles(value) {
    this.#reflect("roles", value);
  }
  get seed() {
    return this.getAttribute("seed");
  }
  set seed(value) {
    this.#reflect("seed", value);
  }
  /** Level of the main heading, 1 to 6. */
  get heading() {
    return this.getAttribute("heading");
  }
  set heading(value) {
    this.#reflect("heading", value);
  }
  get theme() {
    return this.getAttribute("theme");
  }
  set theme(value) {
    this.#reflect("theme", value);
  }

  /** Whether this tab keeps what is answered until it is closed. */
  get resume() {
    return this.hasAttribute("resume");
  }
  set resume(value) {
    this.toggleAttribute("resume", Boolean(value));
  }

  /** The quiz document as text, or as an object that JSON can say, instead of `src`. */
  get quiz() {
    return this.#quiz;
  }
  set quiz(/** @type {string | object | null | undefined} */ value) {
    let text = value == null ? null : String(value);
    try {
      if (value && typeof value === "object") text = JSON.stringify(value);
    } catch {
      // What JSON cannot say is read as what it is not: a document.
    }
    const before = this.#quiz;
    this.#quiz = text;
    if (plainly(text) !== plainly(before)) this.#again();
  }

  /**
   * What the answers so far rest on: the quiz document, the language shown, the seed and the answers; nothing before it
   * is loaded. With the day added it is a result of a saved profile.
   */
  toJSON() {
    return this.#player?.record() ?? null;
  }

  #reflect(/** @type {string} */ name, /** @type {string | number | null | undefined} */ value) {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** Nothing is fetched before the quiz is seen or touched. */
  #wait() {
    this.#stopWaiting();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#load(),
    );
    // Not the element itself, which may be told to have no box.
    this.#observer.observe(this.#frame);
    for (const touch of ["pointerover", "focusin"]) this.addEventListener(touch, this.#touched);
  }

  #stopWaiting() {
    this.#observer?.disconnect();
    for (const touch of ["pointerover", "focusin"]) this.removeEventListener(touch, this.#touched);
  }

  #touched = () => {
    this.#load();
  };

  /** The document changed under a quiz that is there already, or came to one that nobody could load yet. */
  #again() {
    if (this.#turn) this.#load();
    else if (this.isConnected) this.#wait();
  }

  /** Out of the document for good: the instance is given back, and what is still on its way is not waited for. */
  #leave() {
    this.#player?.rest();
    if (!this.#coming) return;
    this.#stop();
    // It begins anew when it comes back.
    this.#turn = 0;
  }

  /** The present attempt is over. */
  #stop() {
    this.#coming?.abort();
    this.#coming = null;
    this.#player?.end();
    this.#player = null;
  }

  #language() {
    return this.lang || this.closest("[lang]")?.getAttribute("lang") || "";
  }

  #level() {
    return Math.min(6, Math.max(1, Number.parseInt(this.heading ?? "", 10) || 2));
  }

  /**
   * The document from the property, from a script of JSON within the tag, or from its address.
   * @param {AbortSignal} signal
   */
  async #text(signal) {
    const own = this.#quiz ?? (this.src ? null : this.#inline());
    return own ?? (await bring(addressOf(this.src ?? ""), { signal })).text();
  }

  #inline() {
    return this.querySelector(':scope > script[type="application/json"]')?.textContent ?? null;
  }

  /** @param {AbortSignal} signal */
  async #catalogue(signal) {
    return this.roles ? (await bring(addressOf(this.roles), { signal })).text() : null;
  }

  /**
   * What the player needs, all of it on its way.
   * @param {AbortSignal} signal
   * @returns {Omit<import("../types.d.ts").Source, "language" | "heading">}
   */
  #source(signal) {
    const seed = Number.parseInt(this.seed ?? "", 10);
    const text = held(this.#text(signal));
    // One module, and never two: the document says which. One that does not come is told by the player.
    const wanted = text.then(wantedBy, () => wantedBy(""));
    held(wanted.then(({ module }) => sharedModule(module)));
    let base = document.baseURI;
    try {
      base = new URL(this.src ?? "", base).href;
    } catch {
      // No address to begin with, or a page that has none of its own: links then lead nowhere unless they are whole.
    }
    return {
      module: sharedModule,
      text,
      wanted,
      roles: held(this.#catalogue(signal)),
      base,
      method: new URL("../method.html", import.meta.url).href,
      // A quiz without a draft is better than none.
      draft: this.resume ? imported(new URL("./draft.js", import.meta.url)).catch(() => undefined) : undefined,
      seed: seed >= 0 ? seed : undefined,
    };
  }

  async #load() {
    if (this.#quiz === null && !this.src && this.#inline() === null) return this.#nothing();
    this.#stopWaiting();
    const turn = ++this.#turn;
    if (this.#coming) this.#stop();
    const coming = (this.#coming = new AbortController());
    const source = this.#source(coming.signal);
    Promise.allSettled([source.text, source.roles]).then(() => {
      if (this.#coming === coming) this.#coming = null;
    });
    try {
      /** @type {typeof import("./player.js")} */
      const { Player } = await imported(new URL("./player.js", import.meta.url));
      if (turn !== this.#turn) return;
      this.#player?.end();
      // These two may have changed since.
      const words = { ...source, language: this.#language(), heading: this.#level() };
      this.#player = new Player(this, this.#frame, words, () => this.#load());
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
    }
  }

  /** No document is named. A script may do so as long as the page is being loaded; afterwards it is told. */
  #nothing() {
    if (this.#turn) return this.#takeAway();
    this.#stopWaiting();
    if (document.readyState === "complete") this.#tell(noDocument);
    else
      addEventListener(
        "load",
        () => {
          if (!this.#turn && this.isConnected) this.#wait();
        },
        { once: true },
      );
  }

  /** What there was is taken away: the children are shown again. */
  #takeAway() {
    this.#stop();
    this.#turn = 0;
    const slot = document.createElement("slot");
    this.#frame.replaceChildren(slot);
  }

  /**
   * The words live in the player, which is not there: the children stay, with one line.
   * @param {string} sentence
   * @param {unknown} [error]
   */
  #tell(sentence, error = sentence) {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = sentence;
    this.#frame.replaceChildren(line, document.createElement("slot"));
    const detail = Object.freeze({ code: "load", message: String(error), problems: Object.freeze([]) });
    this.dispatchEvent(new CustomEvent("metier-error", { bubbles: true, composed: true, detail }));
    return line;
  }

  /** The player did not come. @param {unknown} error */
  async #failed(error) {
    const line = this.#tell(notLoaded, error);
    if (await isReplaced()) line.append(newer);
    else line.append(this.#retry());
  }

  #retry() {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.action = "retry";
    button.textContent = tryAgain;
    button.addEventListener("click", () => this.#load());
    return button;
  }
}
