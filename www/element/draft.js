// The draft: what this tab keeps of a quiz under way, in its session storage, so that a reload, a crashed tab, Back and
// Forward lose nothing. It is loaded only where the page asks for it (`resume`). What stands in the storage may come from
// anyone: whatever does not fit is no draft. Storage that throws changes nothing. How long a draft may be is for the
// storage alone to say: what it once took can be read again, and what it does not take leaves what was kept before.
import { actionButton, node } from "../shared/dom.js";
import { checksum } from "../shared/checksum.js";
import { chooseAgain, inputsOf } from "../view/choices.js";
import { makeSay } from "../words/say.js";
import { draftWords, language } from "../words/words.js";

/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").QuestionScreen} QuestionScreen */
/** @typedef {import("../view/choices.js").Choices} Choices */
/** What is chosen on a screen, input by input: 1 and 0 of what is ticked, else its text. @typedef {(0 | 1 | string)[]} Chosen */
/** Where somebody is; `undo`: an answer is being changed from the review, and what was chosen before. @typedef {{ screen: "question" | "review" | "result", item?: string, undo?: Chosen | null }} Place */
/**
 * What is kept.
 * @typedef {object} Kept
 * @property {string} format
 * @property {string} quiz
 * @property {string} version
 * @property {string} document its digest
 * @property {string} language in which it was shown
 * @property {number} seed
 * @property {{ item: string, answer: Answer, ms: number }[]} answers in the order in which they were given
 * @property {Record<string, number>} spent milliseconds looked at
 * @property {Record<string, Chosen>} chosen
 * @property {Place} place
 */
/**
 * What the player hands over whenever something is to be kept.
 * @typedef {object} Sitting
 * @property {Stage} stage
 * @property {Kept["answers"]} given
 * @property {Map<string, number>} spent
 * @property {Map<string, QuestionScreen>} screens
 * @property {(index: number) => QuestionScreen} screenOf draws a question that is not drawn yet
 * @property {{ choices: Choices | null } | null} undo
 * @property {HTMLElement | null} section what is on show
 * @property {(seed?: number) => void} begin forgets all answers
 * @property {(index: number, answer: Answer, milliseconds: number) => void} take answers a question; throws where that does not fit
 */

const say = makeSay(draftWords, language);
const format = "metier-draft/1";
/** All sites of one host share its storage, so this one's folder is part of the name. */
const prefix = `metier-draft ${new URL("../", import.meta.url).pathname} `;
/** Stands there where the reader has switched drafts off. It has a space, as no quiz's name has. */
const offKey = `${prefix}is off`;
/**
 * Which quiz of this page has a key, by its box, so that two of the same quiz do not share one. One that a page has put
 * away leaves its key to the next: many replace what they show and load nothing.
 * @type {Map<string, HTMLElement>}
 */
const owners = new Map();

/**
 * Works with the storage, if there is one that works.
 * @template T
 * @param {(storage: Storage) => T} work
 * @returns {T | null}
 */
function stored(work) {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}

/** Whether what is kept would be there again: storage may be full, or not be read. */
function canKeep() {
  const probe = `${prefix}can keep`;
  return stored((storage) => {
    storage.setItem(probe, "1");
    const there = storage.getItem(probe) !== null;
    storage.removeItem(probe);
    return there;
  });
}

/** Enough to tell two documents apart that somebody could mix up. @param {string} text */
function digestOf(text) {
  return `${checksum(new TextEncoder().encode(text)).toString(16)}-${text.length}`;
}

export class Draft {
  #key;
  #box;
  #document;
  #sitting;
  /** @type {Place | null} */
  #place = null;
  /** Whether what is kept is of another document. */
  #other = false;
  #listening = new AbortController();

  /**
   * @param {string} quiz
   * @param {string} text the document
   * @param {HTMLElement} box in which the quiz is drawn
   * @param {() => Sitting} sitting
   */
  constructor(quiz, text, box, sitting) {
    let key = prefix + quiz;
    for (let n = 2; owners.get(key)?.isConnected; n += 1) key = `${prefix + quiz} ${n}`;
    owners.set(key, box);
    this.#key = key;
    this.#box = box;
    this.#document = digestOf(text);
    this.#sitting = sitting;
    const { signal } = this.#listening;
    box.addEventListener("input", () => this.save(), { signal });
    box.addEventListener("change", () => this.save(), { signal });
    addEventListener("pagehide", () => this.save(), { signal });
  }

  /** The quiz is gone; what is kept of it stays. */
  close() {
    this.#listening.abort();
    if (this.#isOwner()) owners.delete(this.#key);
  }

  /** Whether no other has taken over. */
  #isOwner() {
    return owners.get(this.#key) === this.#box;
  }

  /**
   * What is kept is answered again, if it is of this document. What is no draft, or does not fit, is deleted, and all is
   * as if there had been none.
   * @param {number | undefined} seed that the page asks for
   */
  resume(seed) {
    const text = this.#isOff() ? null : stored((storage) => storage.getItem(this.#key));
    if (text === null) return;
    const kept = keptOf(text);
    this.#other = kept !== null && (kept.document !== this.#document || kept.seed !== (seed ?? kept.seed));
    if (this.#other) return;
    const { begin } = this.#sitting();
    try {
      if (!kept) throw new TypeError("not a draft");
      begin(kept.seed);
      this.#answer(kept);
      this.#place = kept.place;
    } catch {
      this.forget();
      begin();
    }
  }

  /** The answers, and on each screen what was chosen. @param {Kept} kept */
  #answer({ answers, chosen, spent }) {
    for (const [at, { item, answer, ms }] of answers.entries()) {
      const { stage, take } = this.#sitting();
      const { items } = stage.quiz;
      // Mostly they were answered as they stand.
      take(items[at]?.id === item ? at : items.findIndex(({ id }) => id === item), answer, ms);
    }
    const { stage, screenOf, spent: times } = this.#sitting();
    stage.quiz.items.forEach(({ id }, index) => {
      if (Object.hasOwn(chosen, id)) chooseAgain(screenOf(index).section, choicesIn(chosen[id]));
      if (Object.hasOwn(spent, id)) times.set(id, spent[id]);
    });
  }

  /** Where to go on: what the intro offers. */
  get place() {
    return this.#place;
  }

  /** What was chosen before an answer was being changed; null = none was. */
  get undo() {
    const undo = this.#place?.undo;
    return undo === undefined ? null : { choices: undo && choicesIn(undo) };
  }

  forget() {
    this.#place = null;
    this.#other = false;
    stored((storage) => storage.removeItem(this.#key));
  }

  /** Keeps how things stand. Nothing is kept before the first question, and of a failure only what was there before. */
  save() {
    if (!this.#isOwner()) return;
    const { section, undo, stage, given, spent, screens } = this.#sitting();
    const { screen, item } = section?.dataset ?? {};
    if (screen === "question" || screen === "review" || screen === "result") {
      const before = undo && { undo: undo.choices && section && chosenOn(section, undo.choices) };
      this.#place = { screen, ...(screen === "question" && { item, ...before }) };
    }
    if (!this.#place || this.#isOff()) return;
    const { id, version, language: shown, seed } = stage.quiz;
    const chosen = [...screens]
      .filter(([, { section }]) => !section.querySelector(".untouched"))
      .map(([id, { section }]) => [id, chosenOn(section)]);
    /** @type {Kept} */
    const kept = {
      format,
      quiz: id,
      version,
      document: this.#document,
      language: shown,
      seed,
      answers: given,
      spent: Object.fromEntries(spent),
      chosen: Object.fromEntries(chosen),
      place: this.#place,
    };
    stored((storage) => storage.setItem(this.#key, JSON.stringify(kept)));
  }

  /** The intro says what is kept, and how to go on. @param {HTMLElement} section */
  dress(section) {
    const { stage } = this.#sitting();
    const start = section.querySelector("[data-action=start]");
    const at = stage.quiz.items.findIndex(({ id }) => id === this.#place?.item);
    if (this.#other) start?.replaceChildren(say("draft-restart"));
    else if (this.#place) {
      const words = at < 0 ? say("draft-review") : say("draft-question", { n: at + 1 });
      const go = actionButton("continue", words, { class: "main" });
      start?.replaceWith(go, actionButton("restart", say("draft-restart")));
    }
    const actions = section.querySelector(".actions");
    if (this.#other) actions?.before(node("p", { class: "small" }, say("draft-other")));
    if (canKeep()) actions?.after(this.#line(stage));
  }

  /** What is kept, and the switch. @param {Stage} stage */
  #line(stage) {
    const line = node("p", { class: "small draft" });
    const draw = () => {
      const own = stage.quiz.items.some(({ type }) => stage.kinds[type].own);
      const off = this.#isOff();
      const words = say(off ? "draft-not-kept" : own ? "draft-kept-own" : "draft-kept");
      const turn = actionButton("draft", say(off ? "draft-on" : "draft-off"), { class: "link" });
      turn.addEventListener("click", () => {
        this.#turn(!off);
        draw();
        line.querySelector("button")?.focus();
        stage.tell(line.firstChild?.textContent ?? "");
      });
      line.replaceChildren(words, " ", turn);
    };
    draw();
    return line;
  }

  #isOff() {
    return Boolean(stored((storage) => storage.getItem(offKey)));
  }

  /** For this tab. Off deletes at once all that it keeps of quizzes. @param {boolean} off */
  #turn(off) {
    stored((storage) => {
      if (!off) return storage.removeItem(offKey);
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
      return storage.setItem(offKey, "1");
    });
    if (!off) this.save();
  }
}

/**
 * What is chosen on a screen, or was.
 * @param {HTMLElement} section
 * @param {Choices} [choices]
 * @returns {Chosen}
 */
function chosenOn(section, choices) {
  return inputsOf(section).map((input, index) => {
    const { checked, value = "" } = choices?.[index] ?? input;
    return /^(radio|checkbox)$/.test(input.type) ? (checked ? 1 : 0) : value;
  });
}

/** Of what is ticked the value is the option, and stays. @param {Chosen} chosen */
function choicesIn(chosen) {
  return chosen.map((one) => (typeof one === "string" ? { value: one } : { checked: one === 1 }));
}

/** A text as a draft; null where it is none. @param {string} text @returns {Kept | null} */
function keptOf(text) {
  try {
    const kept = JSON.parse(text);
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** @param {any} kept @returns {kept is Kept} */
function isKept(kept) {
  const { answers, spent, chosen, place, seed, document } = kept;
  return (
    kept.format === format &&
    typeof document === "string" &&
    Number.isInteger(seed) &&
    seed >= 0 &&
    seed < 2 ** 32 &&
    Array.isArray(answers) &&
    answers.every(({ item, answer, ms }) => typeof item === "string" && answer !== undefined && isTime(ms)) &&
    isRecord(spent, isTime) &&
    isRecord(chosen, isChosen) &&
    isPlace(place)
  );
}

/** @param {unknown} value */
const isTime = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** @param {unknown} value */
const isChosen = (value) =>
  Array.isArray(value) && value.every((one) => one === 0 || one === 1 || typeof one === "string");

/** @param {unknown} value @param {(one: unknown) => boolean} check */
function isRecord(value, check) {
  return typeof value === "object" && value !== null && Object.values(value).every(check);
}

/** @param {any} place */
function isPlace(place) {
  const { screen, item, undo } = place;
  return (
    ["question", "review", "result"].includes(screen) &&
    (screen === "question" ? typeof item === "string" : item === undefined) &&
    (undo == null || isChosen(undo))
  );
}
