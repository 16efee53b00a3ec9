// The page "My profile and roles": what is kept on this device or came from a file, joined, explained, and the person's to keep,
// save or delete. Nothing is written here but by a press of a button. The module comes only where there is something to read.
import { bring, imported } from "./bring.js";
import { begun } from "./instance.js";
import { items } from "./items.js";
import { changeKept, documentOf, keptText, rebased, saveFile, today, watchKept } from "./keeping.js";
import { drawBar, drawDamage, drawRaw } from "./profile/bar.js";
import { drawEmpty } from "./profile/empty.js";
import { drawProfile } from "./profile/page.js";
import { Reader, say } from "./profile/reading.js";
import { profileSheet } from "./profile/style.js";
import { problemsOf } from "./refusal.js";
import { actionButton, node } from "./view/dom.js";
import { guardPresses } from "./view/press.js";
import { problemList } from "./view/problems.js";
import { makeSheet } from "./view/style.js";

/** @typedef {import("./types.d.ts").Profile} Profile */
/** @typedef {import("./types.d.ts").Problem} Problem */
/** @typedef {import("./types.d.ts").Child} Child */
/** @typedef {import("./types.d.ts").KeptResult} KeptResult */
/** @typedef {{ text: string | null, kept: boolean }} Shown what is on show: a text, and whether it is the one on this device */
/** What was on show before a change, and what the change made of what is kept. @typedef {{ shown: Shown, change: import("./keeping.js").Change | null }} Step */

const mostBytes = 2_000_000;

/** Whether two results may well be of one sitting, from two devices: most quizzes have the same seed for everybody. @param {KeptResult} one @param {KeptResult} other */
function isSameSitting(one, other) {
  return one.quiz === other.quiz && one.taken === other.taken && one.report?.seed === other.report?.seed;
}

/** @param {KeptResult} one @param {KeptResult} other */
function hasOtherAnswers(one, other) {
  return JSON.stringify([...one.answers].sort()) !== JSON.stringify([...other.answers].sort());
}

/** Warnings alone are about quizzes, and lose nothing. @param {Problem[]} problems */
function isDamaged(problems) {
  return problems.some(({ severity }) => severity === "error");
}

/** A text less some of its results. @param {Reader} reader @param {string | undefined} text @param {KeptResult[]} results */
function without(reader, text, results) {
  return results.reduceRight((/** @type {string | undefined} */ rest, { index }) => reader.edit(rest, (saved) => saved.remove(index)), text);
}

async function loadReader() {
  const address = (/** @type {string} */ path) => new URL(path, import.meta.url);
  const [{ glue }, catalogue] = await Promise.all([
    begun(imported(import("./full.js"), "./full.js"), address("./pkg/whole_bg.wasm")), bring(address("./roles/product.json")),
  ]);
  return new Reader(glue, await catalogue.text());
}

class Page {
  #root;
  #box = node("div", { class: "profile", lang: "en" });
  /** What happened last, for all to read, with the way back from it. */
  #said = node("p", { role: "status" });
  #way = node("div", { class: "actions" });
  #status = node("p", { class: "unseen", role: "status" });
  #file = node("input", { type: "file", accept: ".json,application/json", hidden: true });
  /** @type {Promise<Reader> | null} */
  #reader = null;
  /** @type {Shown} */
  #shown = { text: null, kept: false };
  /** @type {Profile | null} */
  #profile = null;
  /** The last change, which can be undone. @type {Step | null} */
  #step = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#root = host.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [makeSheet(), items.sheet(), profileSheet()];
    this.#root.append(node("div", { class: "said" }, this.#said, this.#way), this.#box, this.#status, this.#file);
    guardPresses(this.#box, () => this.#box.firstChild);
    guardPresses(this.#way, () => this.#way.firstChild);
    this.#root.addEventListener("click", (event) => this.#clicked(event));
    this.#file.addEventListener("change", () => {
      this.#bring(this.#file.files?.[0]);
      this.#file.value = "";
    });
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#bring(event.dataTransfer?.files[0]);
    });
    // Another page of this site; what came from a file alone is not on this device.
    watchKept(() => (this.#shown.kept || this.#shown.text === null) && this.start());
  }

  /** What this device has. */
  async start() {
    const text = keptText();
    await this.#show({ text: text ?? null, kept: typeof text === "string" });
  }

  /** Draws a text, or that there is none. @param {Shown} shown */
  async #show(shown) {
    this.#shown = shown;
    this.#profile = null;
    if (shown.text === null) return this.#draw(drawEmpty(keptText() === undefined, say));
    try {
      const { profile, problems } = await this.#read(shown.text);
      this.#profile = profile;
      const damage = isDamaged(problems) && shown.kept && this.#damage(problems, profile, true);
      this.#draw([damage, profile && this.#parts(profile, drawBar(profile, shown.kept, say))]);
    } catch (error) {
      this.#draw([node("section", { class: "damage" },
        node("h2", { class: "title", tabindex: -1 }, say(this.#reader ? "my-error-engine" : "my-error")),
        node("p", { class: "small" }, node("code", {}, String(error))),
        node("div", { class: "actions" }, actionButton("retry", say("retry")), actionButton("save", say("my-save")),
          shown.kept && actionButton("delete", say("my-delete"))))]);
    }
  }

  /** @param {string} text @returns {Promise<{ profile: Profile | null, problems: Problem[] }>} */
  async #read(text) {
    this.#reader ??= loadReader();
    // A failed attempt can be repeated.
    this.#reader.catch(() => { this.#reader = null; });
    const reader = await this.#reader;
    try {
      const profile = reader.read(text, (words) => this.#tell(words));
      return { profile, problems: profile.view.problems };
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) throw error;
      return { profile: null, problems };
    }
  }

  /** @param {Profile} profile @param {HTMLElement} bar */
  #parts(profile, bar) {
    if (profile.view.results.length === 0) return [...drawEmpty(false, say), bar];
    // Where no result can be read there is only what can be done about it.
    return profile.results.length === 0 ? bar : drawProfile(profile, bar, {
      answered: (kept, item, answer) => this.#answer(kept.index, item, answer),
      chosen: (origin) => this.#choose(origin),
    });
  }

  /** @param {Problem[]} problems @param {Profile | null} profile @param {boolean} kept */
  #damage(problems, profile, kept) {
    return drawDamage(problems, profile?.results.length ?? 0, Boolean(profile?.mended), kept, say);
  }

  /** @param {Child} children */
  #draw(children) {
    this.#box.replaceChildren(node("section", { "data-screen": this.#shown.text === null ? "empty" : "profile" }, children));
  }

  /** Says what happened, with ways on. @param {string} words @param {HTMLElement[]} ways */
  #say(words, ...ways) {
    this.#said.textContent = words;
    this.#way.replaceChildren(...ways);
  }

  /** @param {string} words */
  #tell(words) {
    this.#status.textContent = this.#status.textContent === words ? `${words}\u00a0` : words;
  }

  /** What had the focus is gone: the first heading takes it. @param {string} [selector] */
  #focus(selector = "h2") {
    /** @type {HTMLElement | null} */ (this.#box.querySelector(selector) ?? this.#box.querySelector("h2"))?.focus();
  }

  /**
   * Puts another text in the place of the one on show; on this device into what is kept there by now. The step can be undone.
   * @param {string | null} text null: nothing
   * @param {string} words what to say then
   * @param {boolean} [kept] whether it is to be kept on this device
   */
  async #change(text, words, kept = this.#shown.kept) {
    const from = this.#shown.kept ? this.#shown.text : null;
    if (kept) await this.#changeKept((now) => rebased(from, text, now), words);
    else await this.#took(null, { text, kept }, words);
  }

  /** Changes what is kept on this device, and shows it. @param {(now: string | null) => string | null | undefined} work @param {string} words */
  async #changeKept(work, words) {
    const change = await changeKept(work);
    if (typeof change === "string") await this.#failed(change);
    else await this.#took(change, { text: change.after, kept: change.after !== null }, words);
  }

  /** Shows what came of a step, and offers the way back. @param {Step["change"]} change @param {Shown} shown @param {string} words */
  async #took(change, shown, words) {
    const before = this.#shown;
    await this.#show(shown);
    // What was pressed twice is done once, and so it is undone.
    if (!change || change.before !== change.after) this.#step = { shown: before, change };
    this.#say(words, actionButton("undo", say("my-undo")));
  }

  /** Says why nothing was changed. @param {"refused" | "left"} why */
  async #failed(why) {
    if (why === "left") await this.start();
    this.#say(say(why === "left" ? "my-elsewhere" : "my-not-kept"), actionButton("save", say("my-save")));
  }

  /**
   * The text that comes of a change, or undefined after saying why there is none.
   * @param {(reader: Reader, text: string | undefined) => string} work given the text on show
   */
  async #edited(work) {
    try {
      const reader = await this.#reader;
      return reader ? work(reader, this.#shown.text ?? undefined) : undefined;
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) throw error;
      this.#say(say("my-not-done"), problemList(problems, say));
      return undefined;
    }
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("[data-action]");
    if (!(button instanceof HTMLElement)) return;
    const { action, index } = button.dataset;
    const { text } = this.#shown;
    if (action === "open") this.#file.click();
    else if (action === "save" && text !== null) this.#save(text, "metier-profile");
    else if (action === "save-damaged" && text !== null) this.#save(text, "metier-damaged");
    else if (action === "show") this.#raw(button);
    else if (action === "print") print();
    else if (action === "delete") this.#delete();
    else if (action === "retry") this.#show(this.#shown);
    else if (action === "undo") this.#undo();
    else if (action === "keep") this.#keep();
    else if (action === "mend" && this.#profile) this.#change(this.#profile.mended, say("my-kept")).then(() => this.#focus());
    else if (action === "remove") this.#remove(Number(index));
  }

  /** @param {string} text @param {string} name */
  #save(text, name) {
    saveFile(text, `${name}-${today()}.json`);
    this.#say(say("my-saved"));
  }

  /** @param {HTMLElement} button */
  #raw(button) {
    const shown = this.#box.querySelector(".raw");
    if (shown) shown.remove();
    else button.closest(".keeping")?.after(drawRaw(this.#shown.text ?? "", say));
    button.setAttribute("aria-expanded", String(!shown));
    button.textContent = say(shown ? "my-show" : "my-hide");
  }

  /** All of it, whatever another page has added meanwhile. */
  async #delete() {
    if (this.#shown.kept) await this.#changeKept(() => null, say("my-deleted"));
    else await this.#took(null, { text: null, kept: false }, say("my-deleted"));
    this.#focus();
  }

  async #undo() {
    if (!this.#step) return;
    const { shown, change } = this.#step;
    const back = change && await changeKept((now) => rebased(change.after, change.before, now));
    if (typeof back === "string") return this.#failed(back);
    this.#step = null;
    await this.#show(back && (shown.kept || back.after !== null) ? { text: back.after, kept: back.after !== null } : shown);
    this.#say(say("my-undone"));
    this.#focus();
  }

  /** What came from a file is to stay. */
  async #keep() {
    const [{ text }, profile] = [this.#shown, this.#profile];
    if (typeof keptText() === "string" && text !== null && profile) {
      // Another tab has kept something in the meantime: joined with that.
      await this.start();
      await this.#join(text, profile);
      return;
    }
    await this.#change(text, say("my-kept"), true);
    this.#focus();
  }

  /** @param {number} index */
  async #remove(index) {
    const last = this.#profile?.view.results.length === 1;
    const text = await this.#edited((reader, from) => reader.edit(from, (saved) => saved.remove(index)));
    if (text !== undefined) await this.#change(last ? null : text, say("my-removed"));
    this.#focus();
  }

  /** @param {number} index @param {string} item @param {unknown} answer */
  async #answer(index, item, answer) {
    const document = documentOf(this.#shown.text ?? "");
    if (!document) return;
    const results = document.results.map((result, at) =>
      (at === index ? { ...result, answers: { .../** @type {Record<string, unknown>} */ (result.answers), [item]: { answer } } } : result));
    await this.#change(JSON.stringify({ ...document, results }), say("my-answered"));
    this.#focus("[data-part=next] h2");
  }

  /** Changes no number, so nothing is drawn anew. @param {string | null} origin */
  async #choose(origin) {
    const text = await this.#edited((reader, from) => reader.edit(from, (saved) => saved.comeFrom(origin)));
    if (text === undefined) return;
    const { text: from, kept } = this.#shown;
    const change = kept ? await changeKept((now) => rebased(from, text, now)) : { before: from, after: text };
    if (typeof change === "string") return this.#failed(change);
    this.#shown = { kept, text: change.after };
    if (kept) this.#tell(say("my-origin-kept"));
    if (change.after !== text) await this.start();
  }

  /** A file that somebody chose or dropped. @param {File | undefined} file */
  async #bring(file) {
    if (!file) return;
    if (file.size > mostBytes) return this.#say(say("my-too-large"));
    try {
      const text = (await file.text()).replace(/^\ufeff/, "");
      const { profile, problems } = await this.#read(text);
      const asked = profile?.results.length ? await this.#join(profile.mended ?? text, profile) : false;
      this.#box.querySelector(".brought")?.remove();
      if (isDamaged(problems)) this.#box.querySelector("section")?.prepend(this.#damage(problems, profile, false));
      if (!asked) this.#focus();
    } catch {
      this.#say(say("my-error"));
    }
  }

  /**
   * Joins a file's results with what is there; asks where both have one sitting with different answers.
   * @param {string} text
   * @param {Profile} brought what was read of it
   * @returns {Promise<boolean>} whether an answer is waited for
   */
  async #join(text, brought) {
    const own = this.#profile;
    if (!own) {
      // Beside a text that cannot be read nothing is put: it would take its place.
      if (this.#shown.text === null) await this.#change(text, say("my-joined", { count: brought.results.length }));
      else this.#say(say("my-mend-first"));
      return false;
    }
    const differing = own.results.filter((one) => brought.results.some((other) => isSameSitting(one, other) && hasOtherAnswers(one, other)));
    if (!differing.length) {
      await this.#takeIn(text, [], []);
      return false;
    }
    const mine = brought.results.filter((one) => differing.some((other) => isSameSitting(one, other)));
    const answer = (/** @type {"my-differs-file" | "my-differs-mine"} */ key, /** @type {() => Promise<void>} */ work) => {
      const button = actionButton(key, say(key));
      button.addEventListener("click", () => work().then(() => this.#focus()));
      return button;
    };
    this.#say(`${say("my-differs", { count: differing.length })} ${say("my-differs-ask")}`,
      answer("my-differs-file", () => this.#takeIn(text, differing, [])),
      answer("my-differs-mine", () => this.#takeIn(text, [], mine)));
    this.#way.querySelector("button")?.focus();
    return true;
  }

  /** @param {string} text @param {KeptResult[]} dropped of what is here @param {KeptResult[]} left out of the text */
  async #takeIn(text, dropped, left) {
    const count = (this.#profile?.view.results.length ?? 0) - dropped.length;
    const joined = await this.#edited((reader, own) => {
      const other = without(reader, text, left) ?? "";
      return reader.edit(without(reader, own, dropped), (saved) => saved.takeIn(other));
    });
    if (joined === undefined) return;
    const added = (documentOf(joined)?.results.length ?? count) - count;
    if (added) await this.#change(joined, say("my-joined", { count: added }));
    else this.#say(say("my-joined-none"));
  }
}

const host = document.getElementById("profile");
if (host) new Page(host).start();
