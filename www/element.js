// <metier-quiz>: attributes, properties, and waiting until somebody looks. All else is player.js,
// which is not fetched before that.

/** A server may import this file; there is no HTMLElement there. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** Attributes that are properties too; `quiz` is a property alone. */
const reflected = /** @type {const} */ (["src", "roles", "seed", "heading", "theme"]);

/** @type {CSSStyleSheet | undefined} */
let hostSheet;

/** Height is kept free, so that the page does not jump when the quiz comes. */
function styleHost() {
  if (!hostSheet) {
    hostSheet = new CSSStyleSheet();
    hostSheet.replaceSync(`
:host { display: block; container-type: inline-size; min-block-size: 22em; }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
@media print { :host { min-block-size: 0; } }`);
  }
  return hostSheet;
}

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/** Compiled once for all quizzes of the page. A failed attempt is forgotten, so that it can be repeated. @param {URL} url */
function sharedModule(url) {
  const module = compiled.get(url.href) ?? fetchPlain(url)
    // Not compileStreaming: that insists on a media type which many static hosts do not send.
    .then(async (response) => WebAssembly.compile(await response.arrayBuffer()));
  compiled.set(url.href, module);
  module.catch(() => compiled.delete(url.href));
  return module;
}

/** No cookies, no address of the page. @param {URL} url */
async function fetchPlain(url) {
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw Object.assign(new Error(`${response.status} ${url}`), { url: url.href, status: response.status });
  return response;
}

/** @param {URL} url */
async function fetchText(url) {
  return (await fetchPlain(url)).text();
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
  static observedAttributes = ["src", "roles", "seed", "lang"];

  /** @type {import("./player.js").Player | null} */
  #player = null;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  /** @type {string | null} */
  #quiz = null;
  /** Which attempt to load is the present one; 0 = nobody has looked yet. */
  #turn = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styleHost()];
    root.append(document.createElement("slot"));
  }

  connectedCallback() {
    // What was set before the element was known hides the accessors: set it again.
    for (const name of [...reflected, /** @type {const} */ ("quiz")]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#turn) this.#wait();
  }

  disconnectedCallback() {
    this.#stopWaiting();
    // A move is a removal and an insertion in one go; only a true removal gives the instance back.
    queueMicrotask(() => this.isConnected || this.#player?.rest());
  }

  attributeChangedCallback(/** @type {string} */ _name, /** @type {string | null} */ old, /** @type {string | null} */ value) {
    if (old !== value) this.#again();
  }

  get src() { return this.getAttribute("src"); }
  set src(value) { this.#reflect("src", value); }
  /** Address of another catalogue of roles. */
  get roles() { return this.getAttribute("roles"); }
  set roles(value) { this.#reflect("roles", value); }
  get seed() { return this.getAttribute("seed"); }
  set seed(value) { this.#reflect("seed", value); }
  /** Level of the main heading, 1 to 6. */
  get heading() { return this.getAttribute("heading"); }
  set heading(value) { this.#reflect("heading", value); }
  get theme() { return this.getAttribute("theme"); }
  set theme(value) { this.#reflect("theme", value); }

  /** The quiz document as text, instead of `src`. */
  get quiz() { return this.#quiz; }
  set quiz(text) {
    this.#quiz = text === null ? null : String(text);
    this.#again();
  }

  /**
   * What the answers so far rest on: the quiz document, the language shown, the seed and the answers; nothing before it is
   * loaded. With the day added it is a result of a kept profile.
   */
  toJSON() { return this.#player?.record() ?? null; }

  #reflect(/** @type {string} */ name, /** @type {string | number | null} */ value) {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** Nothing is fetched before the quiz is seen or touched. */
  #wait() {
    this.#stopWaiting();
    this.#observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#load());
    this.#observer.observe(this);
    for (const touch of ["pointerover", "focusin"]) this.addEventListener(touch, this.#touched);
  }

  #stopWaiting() {
    this.#observer?.disconnect();
    for (const touch of ["pointerover", "focusin"]) this.removeEventListener(touch, this.#touched);
  }

  #touched = () => { this.#load(); };

  /** The document changed under a quiz that is there already, or came to one that nobody could load yet. */
  #again() {
    if (this.#turn) this.#load();
    else if (this.isConnected) this.#wait();
  }

  async #load() {
    if (this.#quiz === null && !this.src) return;
    this.#stopWaiting();
    const turn = ++this.#turn;
    const url = new URL(this.src ?? "", document.baseURI);
    const seed = Number.parseInt(this.seed ?? "", 10);
    const source = {
      module: held(sharedModule(new URL("./pkg/player_bg.wasm", import.meta.url))),
      full: () => sharedModule(new URL("./pkg/full_bg.wasm", import.meta.url)),
      matcher: () => sharedModule(new URL("./pkg/matcher_bg.wasm", import.meta.url)),
      text: held(this.#quiz === null ? fetchText(url) : Promise.resolve(this.#quiz)),
      roles: held(this.roles ? fetchText(new URL(this.roles, document.baseURI)) : Promise.resolve(null)),
      base: url.href,
      method: new URL("./method.html", import.meta.url).href,
      language: this.lang || this.closest("[lang]")?.getAttribute("lang") || "",
      seed: seed >= 0 ? seed : undefined,
      heading: Math.min(6, Math.max(1, Number.parseInt(this.heading ?? "", 10) || 2)),
    };
    try {
      const { Player } = await import("./player.js");
      if (turn !== this.#turn) return;
      this.#player?.end();
      this.#player = new Player(this, source, () => this.#load());
    } catch (error) {
      this.#failed(error);
    }
  }

  /** The words live in the player, and it did not come: the children stay, with one line. */
  #failed(/** @type {unknown} */ error) {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = "This quiz could not be loaded. Reload the page to try again.";
    this.shadowRoot?.replaceChildren(line, document.createElement("slot"));
    const detail = Object.freeze({ code: "load", message: String(error), problems: Object.freeze([]) });
    this.dispatchEvent(new CustomEvent("metier-error", { bubbles: true, composed: true, detail }));
  }
}
