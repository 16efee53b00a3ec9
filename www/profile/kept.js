// What is on show, a text and whether it is the one on this device, and every change to it. Each change is made to what
// is saved at that moment, says what it did, and can be undone.
import { actionButton } from "../shared/dom.js";
import { problemsOf } from "../shared/refusal.js";
import { partsOf, textWith } from "../site/records.js";
import { changeSaved, rebased, savedText } from "../site/store.js";
import { problemList } from "../view/problems.js";
import { loadReader, say } from "./reading.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("./reading.js").Reader} Reader */
/** @typedef {import("./screen.js").Screen} Screen */
/** @typedef {{ text: string | null, saved: boolean }} Shown */
/**
 * What was on show before a change, and what the change made of what is saved.
 * @typedef {{ shown: Shown, change: import("../site/store.js").Change | null }} Step
 */

export class Kept {
  #screen;
  #show;
  /** @type {Promise<Reader> | null} */
  #reader = null;
  /** @type {Shown} */
  shown = { text: null, saved: false };
  /** What was read of it. @type {Profile | null} */
  profile = null;
  /** The last change, which can be undone. @type {Step | null} */
  #step = null;

  /** @param {Screen} screen @param {() => Promise<void>} show draws what is on show by now */
  constructor(screen, show) {
    this.#screen = screen;
    this.#show = show;
  }

  /** Whether the module that reads results is there, or on its way. */
  get loaded() {
    return this.#reader !== null;
  }

  /** What this device has. */
  async start() {
    const text = savedText();
    await this.put({ text: text ?? null, saved: typeof text === "string" });
  }

  /** @param {Shown} shown */
  async put(shown) {
    this.shown = shown;
    this.profile = null;
    await this.#show();
  }

  /** @param {string} text @returns {Promise<{ profile: Profile | null, problems: Problem[] }>} */
  async read(text) {
    this.#reader ??= loadReader();
    // A failed attempt can be repeated.
    this.#reader.catch(() => {
      this.#reader = null;
    });
    const reader = await this.#reader;
    try {
      const profile = reader.read(text, (words) => this.#screen.tell(words));
      return { profile, problems: profile.view.problems };
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) throw error;
      return { profile: null, problems };
    }
  }

  /**
   * Puts another text in the place of the one on show; on this device into what is saved there by now. The step can be
   * undone.
   * @param {string | null} text null: nothing
   * @param {string} words what to say then
   * @param {boolean} [saved] whether it is to be saved on this device
   */
  async change(text, words, saved = this.shown.saved) {
    const from = this.shown.saved ? this.shown.text : null;
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
    const before = this.shown;
    await this.put(shown);
    // What was pressed twice is done once, and so it is undone.
    if (!change || change.before !== change.after) this.#step = { shown: before, change };
    this.#screen.say(words, actionButton("undo", say("my-undo")));
  }

  /** Says why nothing was changed. @param {"refused" | "left"} why */
  async #failed(why) {
    if (why === "left") await this.start();
    this.#screen.say(
      say(why === "left" ? "my-elsewhere" : "my-not-saved"),
      actionButton("download", say("my-download")),
    );
  }

  /** All of it, whatever another page has added meanwhile. */
  async delete() {
    if (this.shown.saved) await this.#changeSaved(() => null, say("my-deleted"));
    else await this.#took(null, { text: null, saved: false }, say("my-deleted"));
    this.#screen.focus();
  }

  async undo() {
    if (!this.#step) return;
    const { shown, change } = this.#step;
    const back = change && (await changeSaved((now) => rebased(change.after, change.before, now)));
    if (typeof back === "string") {
      await this.#failed(back);
      return;
    }
    this.#step = null;
    await this.put(
      back && (shown.saved || back.after !== null) ? { text: back.after, saved: back.after !== null } : shown,
    );
    this.#screen.say(say("my-undone"));
    this.#screen.focus();
  }

  /** @param {number} index */
  async remove(index) {
    const last = this.profile?.view.results.length === 1;
    const text = await this.edited((reader, from) => reader.edit(from, (saved) => saved.remove(index)));
    if (text !== undefined) await this.change(last ? null : text, say("my-removed"));
    this.#screen.focus();
  }

  /** @param {number} index @param {string} item @param {unknown} answer */
  async answer(index, item, answer) {
    const parts = partsOf(this.shown.text ?? "");
    if (!parts?.results[index]) {
      this.#screen.say(say("my-not-done"));
      return;
    }
    // This one alone is written anew: the module has read all of it.
    const result = JSON.parse(parts.results[index]);
    const answers = { ...result.answers, [item]: { answer } };
    const results = [...parts.results];
    results[index] = JSON.stringify({ ...result, answers });
    await this.change(textWith({ ...parts, results }), say("my-answered"));
    this.#screen.focus("[data-part=next] h2");
  }

  /** Changes no number, so nothing is drawn anew. @param {string | null} origin */
  async comeFrom(origin) {
    const text = await this.edited((reader, from) => reader.edit(from, (saved) => saved.comeFrom(origin)));
    if (text === undefined) return;
    const { text: from, saved } = this.shown;
    const change = saved ? await changeSaved((now) => rebased(from, text, now)) : { before: from, after: text };
    if (typeof change === "string") {
      await this.#failed(change);
      return;
    }
    this.shown = { saved, text: change.after };
    if (saved) this.#screen.tell(say("my-origin-saved"));
    if (change.after !== text) await this.start();
  }

  /**
   * The text that comes of a change, or undefined after saying why there is none.
   * @param {(reader: Reader, text: string | undefined) => string} work given the text on show
   */
  async edited(work) {
    try {
      const reader = await this.#reader;
      return reader ? work(reader, this.shown.text ?? undefined) : undefined;
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) throw error;
      this.#screen.say(say("my-not-done"), problemList(problems, say));
      return undefined;
    }
  }
}
