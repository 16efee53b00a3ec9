// The page "My profile and roles": what is saved on this device or came from a file, joined, explained, and the
// person's to save, save or delete. Nothing is written here but by a press of a button. The module comes only where
// there is something to read.
import { bring, imported, mostBytes } from "../shared/fetch.js";
import { begun } from "../shared/instance.js";
import { textOf } from "../shared/letters.js";
import { rarerKinds } from "../kinds/rarer-kinds.js";
import { changeSaved, documentOf, savedText, rebased, download, today, watchSaved } from "../site/store.js";
import { drawBar, drawDamage, drawRaw } from "./bar.js";
import { drawEmpty } from "./empty.js";
import { drawProfile } from "./page.js";
import { Reader, say } from "./reading.js";
import { profileSheet } from "./style.js";
import { problemsOf } from "../shared/refusal.js";
import { actionButton, node } from "../shared/dom.js";
import { guardPresses } from "../shared/press.js";
import { problemList } from "../view/problems.js";
import { makeSheet } from "../view/style.js";
import { language } from "../words/words.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {import("../types.d.ts").ReadResult} ReadResult */
/**
 * @typedef {{ text: string | null, saved: boolean }} Shown what is on show: a text, and whether it is the one on this
 *   device
 */
/**
 * What was on show before a change, and what the change made of what is saved.
 * @typedef {{ shown: Shown, change: import("../site/store.js").Change | null }} Step
 */

/**
 * Whether two results may well be of one sitting, from two devices: most quizzes have the same seed for everybody.
 * @param {ReadResult} one
 * @param {ReadResult} other
 */
function isSameSitting(one, other) {
  return one.quiz === other.quiz && one.taken === other.taken && one.report?.seed === other.report?.seed;
}

/** @param {ReadResult} one @param {ReadResult} other */
function hasOtherAnswers(one, other) {
  return JSON.stringify([...one.answers].sort()) !== JSON.stringify([...other.answers].sort());
}

/** Warnings alone are about quizzes, and lose nothing. @param {Problem[]} problems */
function isDamaged(problems) {
  return problems.some(({ severity }) => severity === "error");
}

/**
 * A text less some of its results.
 * @param {Reader} reader
 * @param {string | undefined} text
 * @param {ReadResult[]} results
 */
function without(reader, text, results) {
  return results.reduceRight(
    (/** @type {string | undefined} */ rest, { index }) => reader.edit(rest, (saved) => saved.remove(index)),
    text,
  );
}

async function loadReader() {
  const [glue, catalogue] = await Promise.all([
    begun(
      /** @type {Promise<typeof import("../shared/whole-module.js")>} */ (
        imported(new URL("../shared/whole-module.js", import.meta.url))
      ),
      new URL("../pkg/whole_bg.wasm", import.meta.url),
    ),
    bring(new URL("../roles/product.json", import.meta.url)),
  ]);
  return new Reader(glue, await catalogue.text());
}

class Page {
  #root;
  #box = node("div", { class: "profile", lang: language });
  /** What happened last, for all to read, with the way back from it. */
  #said = node("p", { role: "status" });
  #way = node("div", { class: "actions" });
  #status = node("p", { class: "unseen", role: "status" });
  #file = node("input", { type: "file", accept: ".json,application/json", hidden: true });
  /** @type {Promise<Reader> | null} */
  #reader = null;
  /** @type {Shown} */
  #shown = { text: null, saved: false };
  /** @type {Profile | null} */
  #profile = null;
  /** The last change, which can be undone. @type {Step | null} */
  #step = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#root = host.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [makeSheet(), rarerKinds.sheet(), profileSheet()];
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
    watchSaved(() => (this.#shown.saved || this.#shown.text === null) && this.start());
  }

  /** What this device has. */
  async start() {
    const text = savedText();
    await this.#show({ text: text ?? null, saved: typeof text === "string" });
  }

  /** Draws a text, or that there is none. @param {Shown} shown */
  async #show(shown) {
    this.#shown = shown;
    this.#profile = null;
    if (shown.text === null) return this.#draw(drawEmpty(savedText() === undefined, say));
    try {
      const { profile, problems } = await this.#read(shown.text);
      this.#profile = profile;
      const damage = isDamaged(problems) && shown.saved && this.#damage(problems, profile, true);
      this.#draw([damage, profile && this.#parts(profile, drawBar(profile, shown.saved, say))]);
    } catch (error) {
      this.#draw([
        node(
          "section",
          { class: "damage" },
          node("h2", { class: "title", tabindex: -1 }, say(this.#reader ? "my-error-engine" : "my-error")),
          node("p", { class: "small" }, node("code", {}, String(error))),
          node(
            "div",
            { class: "actions" },
            actionButton("retry", say("retry")),
            actionButton("download", say("my-download")),
            shown.saved && actionButton("delete", say("my-delete")),
          ),
        ),
      ]);
    }
  }

  /** @param {string} text @returns {Promise<{ profile: Profile | null, problems: Problem[] }>} */
  async #read(text) {
    this.#reader ??= loadReader();
    // A failed attempt can be repeated.
    this.#reader.catch(() => {
      this.#reader = null;
    });
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
    return profile.results.length === 0
      ? bar
      : drawProfile(profile, bar, {
          answered: (saved, item, answer) => this.#answer(saved.index, item, answer),
          chosen: (origin) => this.#choose(origin),
        });
  }

  /** @param {Problem[]} problems @param {Profile | null} profile @param {boolean} saved */
  #damage(problems, profile, saved) {
    return drawDamage(problems, profile?.results.length ?? 0, Boolean(profile?.mended), saved, say);
  }

  /** @param {Child} children */
  #draw(children) {
    this.#box.replaceChildren(
      node("section", { "data-screen": this.#shown.text === null ? "empty" : "profile" }, children),
    );
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
   * Puts another text in the place of the one on show; on this device into what is saved there by now. The step can be
   * undone.
   * @param {string | null} text null: nothing
   * @param {string} words what to say then
   * @param {boolean} [saved] whether it is to be saved on this device
   */
  async #change(text, words, saved = this.#shown.saved) {
    const from = this.#shown.saved ? this.#shown.text : null;
    if (saved) await this.#changeSaved((now) => rebased(from, text, now), words);
    else await this.#took(null, { text, saved }, words);
  }

  /**
   * Changes what is saved on this device, and shows it.
   * @param {(now: string | null) => string | null | undefined} work
   * @param {string} words
   */
  async #changeSaved(work, words) {
    const change = await changeSaved(work);
    if (typeof change === "string") await this.#failed(change);
    else await this.#took(change, { text: change.after, saved: change.after !== null }, words);
  }

  /**
   * Shows what came of a step, and offers the way back.
   * @param {Step["change"]} change
   * @param {Shown} shown
   * @param {string} words
   */
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
    this.#say(say(why === "left" ? "my-elsewhere" : "my-not-saved"), actionButton("download", say("my-download")));
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
    else if (action === "download" && text !== null) this.#download(text, "metier-profile");
    else if (action === "download-damaged" && text !== null) this.#download(text, "metier-damaged");
    else if (action === "show") this.#raw(button);
    else if (action === "print") print();
    else if (action === "delete") this.#delete();
    else if (action === "retry") this.#show(this.#shown);
    else if (action === "undo") this.#undo();
    else if (action === "save") this.#save();
    else if (action === "mend" && this.#profile)
      this.#change(this.#profile.mended, say("my-saved")).then(() => this.#focus());
    else if (action === "remove") this.#remove(Number(index));
  }

  /** @param {string} text @param {string} name */
  #download(text, name) {
    download(text, `${name}-${today()}.json`);
    this.#say(say("my-downloaded"));
  }

  /** @param {HTMLElement} button */
  #raw(button) {
    const shown = this.#box.querySelector(".raw");
    if (shown) shown.remove();
    else button.closest(".saved-bar")?.after(drawRaw(this.#shown.text ?? "", say));
    button.setAttribute("aria-expanded", String(!shown));
    button.textContent = say(shown ? "my-show" : "my-hide");
  }

  /** All of it, whatever another page has added meanwhile. */
  async #delete() {
    if (this.#shown.saved) await this.#changeSaved(() => null, say("my-deleted"));
    else await this.#took(null, { text: null, saved: false }, say("my-deleted"));
    this.#focus();
  }

  async #undo() {
    if (!this.#step) return;
    const { shown, change } = this.#step;
    const back = change && (await changeSaved((now) => rebased(change.after, change.before, now)));
    if (typeof back === "string") return this.#failed(back);
    this.#step = null;
    await this.#show(
      back && (shown.saved || back.after !== null) ? { text: back.after, saved: back.after !== null } : shown,
    );
    this.#say(say("my-undone"));
    this.#focus();
  }

  /** What came from a file is to stay. */
  async #save() {
    const [{ text }, profile] = [this.#shown, this.#profile];
    if (typeof savedText() === "string" && text !== null && profile) {
      // Another tab has saved something in the meantime: joined with that.
      await this.start();
      await this.#join(text, profile);
      return;
    }
    await this.#change(text, say("my-saved"), true);
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
      at === index
        ? { ...result, answers: { .../** @type {Record<string, unknown>} */ (result.answers), [item]: { answer } } }
        : result,
    );
    await this.#change(JSON.stringify({ ...document, results }), say("my-answered"));
    this.#focus("[data-part=next] h2");
  }

  /** Changes no number, so nothing is drawn anew. @param {string | null} origin */
  async #choose(origin) {
    const text = await this.#edited((reader, from) => reader.edit(from, (saved) => saved.comeFrom(origin)));
    if (text === undefined) return;
    const { text: from, saved } = this.#shown;
    const change = saved ? await changeSaved((now) => rebased(from, text, now)) : { before: from, after: text };
    if (typeof change === "string") return this.#failed(change);
    this.#shown = { saved, text: change.after };
    if (saved) this.#tell(say("my-origin-saved"));
    if (change.after !== text) await this.start();
  }

  /** A file that somebody chose or dropped. @param {File | undefined} file */
  async #bring(file) {
    if (!file) return;
    if (file.size > mostBytes) return this.#say(say("my-too-large"));
    try {
      const text = (await textOf(file, "utf-8")) ?? (await file.text());
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
    const differing = own.results.filter((one) =>
      brought.results.some((other) => isSameSitting(one, other) && hasOtherAnswers(one, other)),
    );
    if (!differing.length) {
      await this.#takeIn(text, [], []);
      return false;
    }
    const mine = brought.results.filter((one) => differing.some((other) => isSameSitting(one, other)));
    const answer = (
      /** @type {"my-differs-file" | "my-differs-mine"} */ key,
      /** @type {() => Promise<void>} */ work,
    ) => {
      const button = actionButton(key, say(key));
      button.addEventListener("click", () => work().then(() => this.#focus()));
      return button;
    };
    this.#say(
      `${say("my-differs", { count: differing.length })} ${say("my-differs-ask")}`,
      answer("my-differs-file", () => this.#takeIn(text, differing, [])),
      answer("my-differs-mine", () => this.#takeIn(text, [], mine)),
    );
    this.#way.querySelector("button")?.focus();
    return true;
  }

  /** @param {string} text @param {ReadResult[]} dropped of what is here @param {ReadResult[]} left out of the text */
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
