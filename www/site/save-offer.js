// At the end of a quiz on a page of this site: the offer to save the result on this device, and to share it. Nothing is
// written before the person presses Keep, and nothing of sharing is loaded before they press Share. An embed elsewhere
// does not load this.
import {
  changeSaved,
  countSaved,
  daySaved,
  documentWith,
  saveResult,
  rebased,
  download,
  today,
  watchSaved,
} from "./store.js";
import { disclosure, node } from "../shared/dom.js";
import { imported } from "../shared/fetch.js";
import { guardPresses } from "../shared/press.js";
import { makeSay } from "../words/say.js";
import { language, savingWords } from "../words/words.js";

/** @typedef {import("./store.js").Result} Result */
/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {keyof typeof savingWords} Key */

const say = makeSay(savingWords, language);
/** What the quizzes are called, in the language in which they came. @type {WeakMap<EventTarget, string>} */
const titles = new WeakMap();
/** What was saved of the sitting under way. @type {WeakMap<EventTarget, Result>} */
const sittings = new WeakMap();
/**
 * What each offer says, once more, when another page has changed what is saved.
 * @type {Map<EventTarget, () => void>}
 */
const offers = new Map();
/** How many offers were made: their titles are told apart by it. */
let count = 0;

watchSaved(() => offers.forEach((look) => look()));
document.addEventListener("metier-ready", (event) => {
  const { target, detail } = /** @type {CustomEvent<{ title: string }>} */ (event);
  if (target) titles.set(target, detail.title);
});
document.addEventListener("metier-start", ({ target }) => target && sittings.delete(target));
document.addEventListener("metier-complete", (event) => {
  const { target, detail } = /** @type {CustomEvent<{ report: FullReport }>} */ (event);
  const record = /** @type {{ toJSON?: () => Omit<Result, "taken"> | null }} */ (target).toJSON?.();
  // A tab that was loaded again on another day still has the sitting of that day.
  if (record && target instanceof HTMLElement)
    offer(target, { ...record, taken: daySaved(record) ?? today() }, detail.report);
});

/** @param {HTMLElement} quiz @param {Result} result @param {FullReport} report */
function offer(quiz, result, report) {
  offers.delete(quiz);
  quiz.querySelector(":scope > .saving")?.remove();
  quiz.append(new Offer(quiz, result, report).box);
}

class Offer {
  #quiz;
  #result;
  #report;
  #title;
  #lead = node("p", {}, say("save-lead"));
  #status = node("p", { role: "status" });
  #actions = node("div", { class: "actions" });
  /** What is pressed twice is done once. */
  #busy = false;
  /** The same wherever it stands, so that the focus stays on it. */
  #sharing = this.#button("save-share", () => this.#share());

  /** @param {HTMLElement} quiz @param {Result} result @param {FullReport} report */
  constructor(quiz, result, report) {
    this.#quiz = quiz;
    this.#result = result;
    this.#report = report;
    const id = `saving-${++count}`;
    const level = Math.min(6, (Number.parseInt(quiz.getAttribute("heading") ?? "", 10) || 2) + 1);
    this.#title = node(/** @type {"h3"} */ (`h${level}`), { id, tabindex: -1 });
    guardPresses(this.#actions, () => this.#actions.firstChild);
    // After a reload the result on show may be one that is kept.
    const kept = countSaved(result);
    if (kept) {
      sittings.set(quiz, result);
      this.#watch({ before: null, after: documentText(result) }, false);
    }
    this.#settle(kept > 0, kept ? say("save-done", { count: kept }) : "");
    this.box = node(
      "aside",
      { class: "saving", slot: "result", lang: language, "aria-labelledby": id },
      this.#title,
      this.#status,
      this.#actions,
      this.#lead,
      this.#terms(),
    );
  }

  /** @param {Key} key @param {() => void | Promise<void>} work @param {boolean} [main] */
  #button(key, work, main = false) {
    const made = node("button", { type: "button", class: main && "main", "data-action": key }, say(key));
    made.addEventListener("click", async () => {
      if (this.#busy) return;
      this.#busy = true;
      await work();
      this.#busy = false;
    });
    return made;
  }

  /** What is kept and where, and the other way to keep it. */
  #terms() {
    return disclosure(
      say("save-terms"),
      node("ul", {}, node("li", {}, say("save-what")), node("li", {}, say("save-where"))),
      node("div", { class: "actions" }, this.#file()),
    );
  }

  #file(main = false) {
    const hand = () => {
      const { quiz, taken } = this.#result;
      download(documentText(this.#result), `metier-${quiz.id}-${taken}.json`);
      this.#status.textContent = say("save-downloaded");
    };
    return this.#button("save-file", hand, main);
  }

  #profile() {
    return node("a", { class: "button main", href: "profile.html" }, say("save-profile"));
  }

  /** @param {boolean} kept @param {string} sentence @param {HTMLElement[]} controls */
  #settle(kept, sentence, ...controls) {
    this.#title.textContent = say(kept ? "save-kept" : "save-title");
    this.#lead.hidden = kept;
    const usual = kept
      ? [this.#profile(), this.#sharing, this.#button("save-undo", () => this.#undo())]
      : [this.#button("save-here", () => this.#save(), true), this.#sharing];
    this.#actions.replaceChildren(...(controls.length ? controls : usual));
    this.#status.textContent = sentence;
  }

  /** The button that was pressed is gone. @param {boolean} kept @param {string} sentence @param {HTMLElement[]} controls */
  #pressed(kept, sentence, ...controls) {
    this.#settle(kept, sentence, ...controls);
    this.#title.focus();
  }

  /** How to take back what was kept last. @type {() => Promise<void>} */
  #undo = async () => {};

  async #save() {
    const earlier = sittings.get(this.#quiz) ?? null;
    const done = await saveResult(this.#result, earlier);
    if ("problem" in done) {
      const ways = [this.#file(true), this.#sharing];
      return this.#pressed(
        false,
        say(`save-${done.problem}`),
        ...ways,
        ...(done.problem === "refused" ? [] : [this.#profile()]),
      );
    }
    sittings.set(this.#quiz, this.#result);
    this.#watch(done, done.replaced, earlier);
    this.#pressed(true, this.#words(done.replaced, done.results));
  }

  /** @param {boolean} replaced @param {number} count */
  #words(replaced, count) {
    return say(replaced ? "save-changed" : "save-done", { count });
  }

  /**
   * From now on it can be taken back, here or on another page.
   * @param {import("./store.js").Change} change
   * @param {boolean} replaced
   * @param {Result | null} [earlier] what it replaced
   */
  #watch({ before, after }, replaced, earlier = null) {
    const quiz = this.#quiz;
    this.#undo = async () => {
      const undone = await changeSaved((now) => rebased(after, before, now));
      if (typeof undone === "string") {
        const why = say(undone === "left" ? "save-damaged" : "save-refused");
        return this.#pressed(true, why, this.#file(true), this.#sharing, this.#profile());
      }
      offers.delete(quiz);
      if (earlier) sittings.set(quiz, earlier);
      else sittings.delete(quiz);
      this.#pressed(false, say("save-undone"));
    };
    let there = true;
    offers.set(quiz, () => {
      const count = countSaved(this.#result);
      const words = count ? this.#words(replaced, count) : say("save-undone");
      if (there !== count > 0) this.#settle(count > 0, words);
      there = count > 0;
      this.#status.textContent = words;
    });
  }

  async #share() {
    const title = titles.get(this.#quiz) ?? document.title;
    const opened = await openSharing(
      { report: this.#report, title, day: this.#result.taken ?? today() },
      this.#sharing,
    );
    if (!opened) this.#status.textContent = say("save-no-share");
  }
}

/** @param {Result} result */
function documentText(result) {
  return JSON.stringify(documentWith([result]));
}

/**
 * Opens the panel; its file comes now.
 * @param {Parameters<typeof import("./share/share.js").openPanel>} what
 * @returns {Promise<boolean>} whether it came
 */
async function openSharing(...what) {
  try {
    /** @type {typeof import("./share/share.js")} */
    const { openPanel } = await imported(new URL("./share/share.js", import.meta.url));
    openPanel(...what);
    return true;
  } catch {
    return false;
  }
}
