// <metier-quiz>: attributes, properties, waiting until somebody looks, and the first screen at a glance. All else is
// player.js, which is not fetched before that.

import { complain } from "../shared/complain.js";
import { node } from "../shared/dom.js";
import { bring, imported } from "../shared/fetch.js";
import { makeFirstSheet } from "../view/first-style.js";
import { introWords, newer, noDocument, notLoaded } from "../words/words.js";
import { isReplaced, lineAbove, retryButton, showWaiting } from "./absent.js";
import { FirstLook } from "./first-look.js";
import { hostSheet } from "./host-sheet.js";
import { addressOf, meantBy, plainly, tagOf } from "./meant.js";
import { sharedModule } from "./modules.js";
import { promised } from "./promised.js";
import { States } from "./states.js";
import { shippedWants, wantedBy } from "./wanted.js";

/** A server may import this file; there is no HTMLElement there. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** Attributes that are properties too; `quiz` is a property alone. */
const reflected = /** @type {const} */ (["src", "roles", "seed", "heading", "theme", "loading", "resume", "private"]);
/** Those of a page that stand in it now. @type {Set<MetierQuiz>} */
const present = new Set();
/** One for all quizzes of the page. @type {CSSStyleSheet | undefined} */
let firstSheet;

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
  static observedAttributes = ["src", "roles", "seed", "lang", "heading", "loading"];

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
  /** Which attempt to load is the present one: a number is never given twice. */
  #turn = 0;
  /** Whether somebody has looked: it is loaded, or on its way. */
  #begun = false;
  /** Whether it was ever in a page: what is set before is read then. */
  #met = false;
  /** Whether the page is told neither answers nor results, as it was when the quiz came into it. */
  #closed = false;
  /** The last thing that went wrong, of the present attempt. @type {string | null} */
  #error = null;
  /** Ends the downloads of the present attempt; null = they are done. @type {AbortController | null} */
  #coming = null;

  #first;
  #ready = /** @type {import("./promised.js").Promised<import("../types.d.ts").Ready>} */ (promised());
  #states = new States(this);

  constructor() {
    super();
    this.#frame = node("div", { class: "frame" });
    this.#first = new FirstLook(this.#frame);
    showWaiting(this.#frame);
    this.addEventListener("metier-ready", (event) => {
      if (event.target === this) this.#ready.resolve(/** @type {CustomEvent} */ (event).detail);
    });
    this.addEventListener("metier-error", (event) => {
      if (event.target !== this) return;
      const { code, message } = /** @type {CustomEvent} */ (event).detail;
      this.#error = message;
      this.#ready.reject(Object.assign(new Error(message), { code }));
    });
  }

  /** The shadow root, closed where the page asks for that before the element is first there. */
  #attach() {
    if (this.#frame.parentNode) return;
    // Where there are no such sheets it ends here, and the children show.
    const sheets = [hostSheet(), (firstSheet ??= makeFirstSheet())];
    this.#closed = this.private;
    const own = this.attachShadow({ mode: this.#closed ? "closed" : "open" });
    own.adoptedStyleSheets = sheets;
    own.append(this.#frame);
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
    this.#attach();
    present.add(this);
    this.#met = true;
    if (!this.#begun) this.#wait();
    this.#page.observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  disconnectedCallback() {
    present.delete(this);
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
    if (!this.#met || meantBy(name, old) === meantBy(name, value)) return;
    // Start was pressed for another quiz.
    if (name === "src") this.#first.taken();
    if (name === "loading") {
      if (this.isConnected && !this.#begun) this.#wait();
    } else if (name === "heading") {
      this.#first.head(this.#level());
      this.#player?.head(this.#level());
    } else if (name !== "lang" || !this.#player?.speak(this.#language())) this.#again();
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

  /** When to load: as soon as it is there (`eager`), or as soon as somebody sees it (anything else). */
  get loading() {
    return this.getAttribute("loading");
  }
  set loading(value) {
    this.#reflect("loading", value);
  }

  /** Whether this tab keeps what is answered until it is closed. */
  get resume() {
    return this.hasAttribute("resume");
  }
  set resume(value) {
    this.toggleAttribute("resume", Boolean(value));
  }

  /** Whether the page is told neither answers nor results. */
  get private() {
    return this.hasAttribute("private");
  }
  set private(value) {
    this.toggleAttribute("private", Boolean(value));
  }

  /** The quiz document as text, or as an object that JSON can say, instead of `src`. */
  get quiz() {
    return this.#quiz;
  }
  set quiz(/** @type {string | object | null | undefined} */ value) {
    /** @type {string | null} */
    let text = null;
    try {
      if (value != null) text = typeof value === "object" ? JSON.stringify(value) : String(value);
    } catch {
      // What JSON cannot say is read as what it is not: a document.
      text = "{}";
    }
    const before = this.#quiz;
    this.#quiz = text;
    if (plainly(text) === plainly(before)) return;
    this.#first.taken();
    this.#again();
  }

  /**
   * What the answers so far rest on: the quiz document, the language shown, the seed and the answers; nothing before it
   * is loaded. With the day added it is a result of a saved profile.
   */
  toJSON() {
    return (!this.#closed && this.#player?.record()) || null;
  }

  /** What `metier-ready` says, once the first screen is there; rejected if the quiz cannot be shown. */
  get ready() {
    return this.#ready.promise;
  }

  /** As Start or Continue does, where nothing has begun; loads the quiz first, if nobody has seen it yet. */
  start() {
    if (this.#player?.start()) return this.ready;
    this.#first.start();
    if (this.isConnected && (!this.#begun || this.#error !== null)) this.#load();
    return this.ready;
  }

  /** Forgets all answers and shows the first screen. */
  restart() {
    if (!this.#player?.again()) this.#first.anew();
  }

  /** What stands in the way of a quiz that does not show: for the console, as plain data. */
  static async diagnose() {
    const { diagnose } = /** @type {typeof import("./diagnose.js")} */ (
      await imported(new URL("./diagnose.js", import.meta.url))
    );
    return diagnose(
      new URL("../metier.js", import.meta.url).href,
      [...present].map((quiz) => quiz.#account()),
    );
  }

  #account() {
    const { src, private: closed, loading, resume } = this;
    const { width, height } = this.getBoundingClientRect();
    return {
      src,
      screen: this.#states.current || "not looked at yet",
      error: this.#error,
      private: closed,
      loading,
      resume,
      width,
      height,
    };
  }

  #reflect(/** @type {string} */ name, /** @type {string | number | null | undefined} */ value) {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** Nothing is fetched before the quiz is seen or touched, unless it is to be eager. */
  #wait() {
    this.#stopWaiting();
    // Not before the script that defines the tag has run to its end.
    if (this.loading === "eager" || this.#first.started) return queueMicrotask(() => this.#seen());
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#seen(),
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
    this.#seen();
  };

  /** Somebody looks for the first time. */
  #seen() {
    if (this.isConnected && !this.#begun) this.#load();
  }

  /** The document changed under a quiz that is there already, or came to one that nobody could load yet. */
  #again() {
    if (this.#begun) this.#load();
    else if (this.isConnected) this.#wait();
  }

  /** Out of the document for good: the instance is given back, and what is still on its way is not waited for. */
  #leave() {
    this.#player?.rest();
    if (!this.#coming) return;
    this.#stop();
    // It begins anew when it comes back.
    this.#forget();
  }

  /** As if nobody had looked: what is still on its way is of no attempt that counts. */
  #forget() {
    this.#turn += 1;
    this.#begun = false;
  }

  /** The present attempt is over. */
  #stop() {
    this.#coming?.abort();
    this.#coming = null;
    this.#player?.end();
    this.#player = null;
  }

  #language() {
    return tagOf(this.lang || this.closest("[lang]")?.getAttribute("lang") || "");
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
    // One module, and never two: the document says which; of the quizzes that came along that is known before. One
    // that does not come is told by the player.
    const known = this.#quiz === null ? shippedWants(this.src) : null;
    const wanted = known ? Promise.resolve(known) : text.then(wantedBy, () => wantedBy(""));
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
      words: introWords,
      private: this.#closed,
      shown: (screen) => this.#states.show(screen),
      asked: () => this.#first.taken(),
      // A quiz without a draft is better than none; what a draft holds the page could read.
      draft:
        this.resume && !this.#closed
          ? imported(new URL("./draft.js", import.meta.url)).catch(() => undefined)
          : undefined,
      seed: seed >= 0 ? seed : undefined,
    };
  }

  async #load() {
    if (this.#quiz === null && !this.src) {
      // A document within the tag may still be on its way, half of it there.
      if (document.readyState === "loading") return this.#later(document, "DOMContentLoaded");
      if (this.#inline() === null) return this.#nothing();
    }
    this.#stopWaiting();
    this.#begun = true;
    const turn = ++this.#turn;
    if (this.#frame.querySelector('[data-screen="early"]')) showWaiting(this.#frame);
    if (this.#coming) this.#stop();
    if (this.#ready.settled) this.#ready = promised();
    this.#error = null;
    this.#states.show("loading");
    const coming = (this.#coming = new AbortController());
    const source = this.#source(coming.signal);
    Promise.allSettled([source.text, source.roles]).then(() => {
      if (this.#coming === coming) this.#coming = null;
    });
    source.text.then(
      (text) => turn === this.#turn && this.#first.draw(text, this.#level()),
      () => {},
    );
    try {
      /** @type {typeof import("./player.js")} */
      const { Player } = await imported(new URL("./player.js", import.meta.url));
      if (turn !== this.#turn) return;
      this.#player?.end();
      // These two may have changed since.
      const shown = { ...source, language: this.#language(), heading: this.#level() };
      this.#player = new Player(this, this.#frame, shown, () => this.#load());
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
    }
  }

  /** No document is named. A script may do so as long as the page is being loaded; afterwards it is told. */
  #nothing() {
    if (this.#begun) return this.#takeAway();
    this.#stopWaiting();
    if (document.readyState === "complete") this.#tell(noDocument);
    else this.#later(window, "load");
  }

  /** Waits anew once more of the page is there. @param {EventTarget} whose @param {string} event */
  #later(whose, event) {
    this.#stopWaiting();
    const wait = () => {
      if (!this.#begun && this.isConnected) this.#wait();
    };
    whose.addEventListener(event, wait, { once: true });
  }

  /** What there was is taken away: the children are shown again. */
  #takeAway() {
    this.#stop();
    this.#forget();
    this.#states.show("");
    this.#frame.replaceChildren(node("slot"));
  }

  /**
   * The words live in the player, which is not there: the children stay, with one line.
   * @param {string} sentence
   * @param {unknown} [error]
   */
  #tell(sentence, error = sentence) {
    this.#states.show("error");
    complain(`${sentence} ${error === sentence ? "" : error}`.trim());
    const { line, focused } = lineAbove(this.#frame, sentence);
    const detail = Object.freeze({ code: "load", message: String(error), problems: Object.freeze([]) });
    this.dispatchEvent(new CustomEvent("metier-error", { bubbles: true, composed: true, detail }));
    // Who stood on what is gone stays here.
    if (focused) line.focus({ preventScroll: true });
    return line;
  }

  /** The player did not come. @param {unknown} error */
  async #failed(error) {
    const line = this.#tell(notLoaded, error);
    if (await isReplaced()) line.append(newer);
    else line.append(retryButton(() => this.#load()));
  }
}
