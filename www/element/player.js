// The flow: intro, one question a screen, review, result. It draws nothing itself, and keeps only the
// answers, the place, and the screens already drawn: their inputs are the memory of what was chosen.
import { imported } from "../shared/fetch.js";
import { begin, Engine, plain } from "./engine.js";
import { isForbidden } from "../shared/instance.js";
import { build } from "../pkg/build.js";
import { problemsOf } from "../shared/refusal.js";
import { node } from "../shared/dom.js";
import { choicesOf, chooseAgain, tabStops } from "../view/choices.js";
import { drawError } from "../view/error.js";
import { drawIntro } from "../view/intro.js";
import { guardPresses } from "../shared/press.js";
import { drawQuestion } from "../view/question.js";
import { drawResult } from "../view/result.js";
import { drawReview } from "../view/review.js";
import { makeSheet } from "../view/style.js";
import { common } from "../kinds/table.js";
import { textPlain } from "../view/text.js";
import { bringIntoView } from "../view/window.js";
import { makeSay } from "../words/say.js";
import { language, quizWords } from "../words/words.js";

/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Screen} Screen */
/** @typedef {import("../types.d.ts").QuestionScreen} QuestionScreen */
/** @typedef {import("../types.d.ts").Answer} Answer */

/** Ids are counted over all quizzes of the page. */
let lastId = 0;
/** One sheet for all quizzes of the page. @type {CSSStyleSheet | undefined} */
let sheet;

/** Frozen all the way down: what leaves in an event is nobody's to change. @template T @param {T} value @returns {T} */
function frozen(value) {
  if (value && typeof value === "object" && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** What kind of failure: it decides the words. @param {unknown} error */
function failureCode(error) {
  const [problem] = problemsOf(error) ?? [];
  if (problem) return problem.code === "seed-range" ? "page" : "document";
  if (!("WebAssembly" in globalThis)) return "browser";
  if (isForbidden(error)) return "policy";
  const { url = "", lost = false } = /** @type {{ url?: string, lost?: boolean }} */ (error ?? {});
  if (lost) return "lost";
  return url || error instanceof TypeError ? "load" : "engine";
}

export class Player {
  #host;
  #frame;
  #source;
  #box = node("div", { class: "quiz", lang: language });
  #status = node("p", { class: "unseen", role: "status" });
  #over = false;
  /** @type {Engine | undefined} */
  #engine;
  /** @type {import("../types.d.ts").Roles | null} */
  #roles = null;
  /** The rarer kinds of items, where the quiz has one of them. @type {import("../types.d.ts").RarerKinds | null} */
  #rarer = null;
  /** Every kind of item that is there. @type {import("../types.d.ts").Kinds} */
  #kinds = common;
  /** @type {Stage["statedList"]} */
  #statedList = null;
  #say = makeSay(quizWords, language);
  /** @type {Stage | undefined} */
  #stage;
  /** @type {Map<string, QuestionScreen>} */
  #screens = new Map();
  /** @type {Map<string, Answer>} */
  #answers = new Map();
  /** Milliseconds looked at, by item. @type {Map<string, number>} */
  #spent = new Map();
  #since = 0;
  /** The quiz's questions. @type {import("../types.d.ts").QuizView["items"]} */
  #all = [];
  /** Which of them are asked, in order. @type {number[]} */
  #order = [];
  /** Which of those is on show; -1 = another screen. */
  #at = -1;
  /**
   * Present while one answer is changed from the review: what was chosen before; nothing where it was skipped.
   * @type {{ choices: ReturnType<typeof choicesOf> | null } | null}
   */
  #undo = null;
  #retry;

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} frame where to draw, within the host
   * @param {import("../types.d.ts").Source} source
   * @param {() => void} reload loads everything anew
   */
  constructor(host, frame, source, reload) {
    this.#host = host;
    this.#frame = frame;
    this.#source = source;
    this.#retry = reload;
    guardPresses(this.#box, () => this.#box.firstChild);
    this.#box.addEventListener("click", (event) => this.#clicked(event));
    // Nothing is ever sent.
    this.#box.addEventListener("submit", (event) => event.preventDefault());
    this.#begin();
  }

  /** Gives the instance back while the element is in no document; the answers stay. */
  rest() {
    this.#engine?.rest();
  }

  /** What the result rests on. What somebody wrote in their own words is nobody else's, and not in it. */
  record() {
    return this.#engine?.record(this.#all.filter(({ type }) => this.#kinds[type].own).map(({ id }) => id)) ?? null;
  }

  /** Another level for the headings. @param {number} level */
  head(level) {
    this.#source.heading = level;
    if (!this.#stage) return;
    this.#stage.heading = level;
    this.#redraw();
  }

  /**
   * Another language, with all that was chosen and answered.
   * @param {string} language
   * @returns {boolean} whether a quiz is open that can speak it
   */
  speak(language) {
    if (!this.#stage) return false;
    if (language === this.#source.language) return true;
    this.#source.language = language;
    this.#attempt(() => this.#turn(language));
    return true;
  }

  /** @param {string} language */
  #turn(language) {
    const { engine, stage } = this.#known();
    engine.speak(language);
    const view = engine.quiz();
    this.#all = view.items;
    const quiz = { ...view, items: this.#order.map((index) => this.#all[index]) };
    this.#stage = { ...stage, quiz };
    this.#dress();
    this.#redraw();
  }

  /** What is on show, and every question that was, with what is chosen there. */
  #redraw() {
    const { stage, quiz } = this.#known();
    for (const [id, { section }] of this.#screens) {
      const index = quiz.items.findIndex((item) => item.id === id);
      const screen = drawQuestion(quiz.items[index], index, stage);
      if (!section.querySelector(".untouched")) chooseAgain(screen.section, choicesOf(section));
      if (section.querySelector(".problem")) screen.read(false);
      this.#screens.set(id, screen);
    }
    const focus = this.#box.matches(":focus-within");
    const place = tabStops(this.#box).findIndex((stop) => stop.matches(":focus"));
    const shown = /** @type {HTMLElement} */ (this.#box.firstChild).dataset.screen;
    if (shown === "question") {
      const screen = /** @type {QuestionScreen} */ (this.#screens.get(this.#item().id));
      this.#show(screen, focus);
      this.#warn(screen);
    } else if (shown === "review") this.#review(focus);
    else if (shown === "result") this.#result(focus);
    else if (shown === "intro") this.#intro(focus);
    tabStops(this.#box)[place]?.focus({ preventScroll: true });
  }

  /** Another document takes this one's place. */
  end() {
    this.#over = true;
    this.rest();
  }

  async #begin() {
    try {
      const { text, roles: catalogue, language: wanted, seed } = this.#source;
      await this.#module(plain.glue, "player");
      const engine = new Engine({ text: await text, roles: await catalogue, language: wanted, seed });
      const whole = await this.#fill(engine);
      const { adaptiveWords, calibratedWords, statedWords, statedList = null } = whole ?? {};
      this.#statedList = statedList;
      const asked = engine.quiz();
      const several = asked.skills.length > 1;
      const more = asked.items.some(({ type }) => !(type in common));
      [this.#roles, this.#rarer] = await Promise.all([
        several ? this.#matching(whole) : null,
        more
          ? imported(new URL("../kinds/rarer-kinds.js", import.meta.url)).then(
              (/** @type {typeof import("../kinds/rarer-kinds.js")} */ file) => file.rarerKinds,
            )
          : null,
      ]);
      this.#kinds = { ...common, ...this.#rarer?.kinds };
      if (this.#roles) engine.match(this.#roles);
      this.#say = makeSay(
        {
          ...quizWords,
          ...this.#roles?.words,
          ...this.#rarer?.words,
          ...statedWords,
          ...(asked.adaptive && adaptiveWords),
          ...(asked.calibrated && calibratedWords),
        },
        language,
      );
      if (this.#over) return;
      this.#engine = engine;
      this.#open();
      this.#intro(this.#host.contains(document.activeElement));
      const { id, version, language: shown, title, items, adaptive } = this.#known().quiz;
      this.#emit("ready", {
        quiz: id,
        version,
        language: shown,
        title: textPlain(title),
        items: adaptive?.max ?? items.length,
      });
    } catch (error) {
      if (!this.#over) this.#fail(error);
    }
  }

  /**
   * Sees to it that a module is there, the right one.
   * @param {import("../types.d.ts").Glue} glue
   * @param {"player" | "matcher" | "whole"} name
   */
  #module(glue, name) {
    return begin(glue, (again) => this.#source.module(name, again));
  }

  /**
   * A further part and its module, which come together.
   * @template {{ glue: import("../types.d.ts").Glue }} T
   * @param {"matcher" | "whole"} name
   * @param {Promise<T>} coming
   */
  async #part(name, coming) {
    // Looked at below; until then a failure is no unhandled one.
    this.#source.module(name, false).catch(() => {});
    const part = await coming;
    await this.#module(part.glue, name);
    return part;
  }

  /**
   * What names roles; the module of everything matches, too.
   * @param {import("../types.d.ts").Whole | null} whole
   * @returns {Promise<import("../types.d.ts").Roles>}
   */
  async #matching(whole) {
    const coming = imported(new URL("./role-matcher.js", import.meta.url)).then(
      (/** @type {typeof import("./role-matcher.js")} */ file) => file.roles,
    );
    return whole ? { ...(await coming), glue: whole.glue, Matcher: whole.Matcher } : this.#part("matcher", coming);
  }

  /**
   * Some quizzes need the module of everything, and mistakes are told by it alone; its words come with it.
   * @param {Engine} engine
   */
  async #fill(engine) {
    try {
      engine.quiz();
    } catch (error) {
      if (problemsOf(error)?.[0].code !== "quiz-full") throw error;
      const whole = await this.#part(
        "whole",
        imported(new URL("../shared/whole-module.js", import.meta.url)).then(
          (/** @type {typeof import("../shared/whole-module.js")} */ file) => file.whole,
        ),
      );
      engine.replace(whole);
      return whole;
    }
    return null;
  }

  /** Everything as it is before the first answer. */
  #open() {
    const { base, method, heading } = this.#source;
    const { engine } = this.#known();
    const quiz = engine.quiz();
    const id = () => `m${++lastId}`;
    const tell = (/** @type {string} */ text) => this.#tell(text);
    this.#stage = {
      quiz,
      say: this.#say,
      roles: this.#roles,
      kinds: this.#kinds,
      statedList: this.#statedList,
      base,
      method,
      heading,
      build,
      id,
      tell,
    };
    this.#all = quiz.items;
    this.#order = quiz.adaptive ? [] : quiz.items.map((_, index) => index);
    this.#append(engine.first());
    this.#screens.clear();
    this.#answers.clear();
    this.#spent.clear();
    this.#dress();
  }

  /** The box around the screens, as the quiz is. */
  #dress() {
    const { quiz } = this.#known();
    this.#box.dir = quiz.direction;
    this.#box.setAttribute("role", "region");
    this.#box.setAttribute("aria-label", textPlain(quiz.title));
  }

  /** An adaptive quiz grows by one question at a time, and only what was asked is shown. @param {string | null} next */
  #append(next) {
    const { stage, quiz } = this.#known();
    if (!quiz.adaptive) return;
    if (next !== null) this.#order.push(this.#all.findIndex(({ id }) => id === next));
    this.#stage = { ...stage, quiz: { ...quiz, items: this.#order.map((index) => this.#all[index]) } };
  }

  #restart() {
    this.#known().engine.restart();
    this.#open();
    this.#intro();
  }

  /** What exists once a document is open. */
  #known() {
    if (!this.#engine) throw new Error("no document is open");
    const stage = /** @type {Stage} */ (this.#stage);
    return { engine: this.#engine, stage, quiz: stage?.quiz };
  }

  /** @param {string} text */
  #tell(text) {
    // The same words again would be no change, and so would not be read.
    this.#status.textContent = this.#status.textContent === text ? `${text}\u00a0` : text;
  }

  /** @param {string} name @param {Record<string, unknown>} detail */
  #emit(name, detail) {
    this.#host.dispatchEvent(
      new CustomEvent(`metier-${name}`, { bubbles: true, composed: true, detail: frozen(detail) }),
    );
  }

  /** @param {Screen} screen @param {boolean} [focus] */
  #show({ section, heading }, focus = true) {
    const root = /** @type {ShadowRoot} */ (this.#host.shadowRoot);
    this.#box.replaceChildren(section);
    if (this.#box.parentNode !== this.#frame) {
      root.adoptedStyleSheets = [
        ...root.adoptedStyleSheets.slice(0, 1),
        (sheet ??= makeSheet()),
        ...(this.#rarer ? [this.#rarer.sheet()] : []),
      ];
      this.#frame.replaceChildren(this.#box, this.#status);
    }
    this.#status.textContent = "";
    if (!focus) return;
    bringIntoView(this.#box, heading);
    heading.focus({ preventScroll: true });
  }

  #intro(focus = true) {
    this.#at = -1;
    this.#show(drawIntro(this.#known().stage), focus);
  }

  /** @param {number} index */
  #ask(index) {
    const { stage, quiz } = this.#known();
    const item = quiz.items[index];
    if (!item) return this.#review();
    const screen = this.#screens.get(item.id) ?? drawQuestion(item, index, stage);
    this.#screens.set(item.id, screen);
    this.#at = index;
    this.#since = performance.now();
    this.#show(screen);
    this.#warn(screen);
  }

  /** In an adaptive quiz a changed answer drops the later ones: that is said before. @param {Screen} screen */
  #warn({ section }) {
    const { quiz, stage } = this.#known();
    section.querySelector(".again")?.remove();
    const later = quiz.adaptive && quiz.items.slice(this.#at + 1).some(({ id }) => this.#answers.has(id));
    if (later) section.querySelector("form")?.before(node("p", { class: "small again" }, stage.say("again-note")));
  }

  /** @param {boolean} [focus] */
  #review(focus) {
    this.#at = -1;
    this.#undo = null;
    this.#show(drawReview(this.#answers, this.#known().stage), focus);
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("[data-action]");
    if (!(button instanceof HTMLElement)) return;
    const { action, item } = button.dataset;
    // Next is the form's submit button, so that Enter in an input presses it, too; but where a frame allows no forms,
    // nothing submits.
    if (action === "next") event.preventDefault();
    if (action === "retry") this.#attempt(this.#retry);
    else if (action === "print") print();
    else this.#attempt(() => this.#act(String(action), item));
  }

  /** Does it; a failure shows, and can be repeated. @param {() => void} work */
  #attempt(work) {
    try {
      work();
    } catch (error) {
      this.#retry = work;
      this.#fail(error);
    }
  }

  /** @param {string} action @param {string} [item] */
  #act(action, item) {
    const { quiz } = this.#known();
    if (action === "start") this.#start();
    else if (action === "next") this.#next();
    else if (action === "skip") this.#skip();
    else if (action === "back") this.#back();
    else if (action === "change") this.#change(quiz.items.findIndex(({ id }) => id === item));
    else if (action === "review") this.#review();
    else if (action === "finish") this.#finish();
    else if (action === "restart") this.#restart();
  }

  #start() {
    const { quiz } = this.#known();
    this.#ask(0);
    this.#emit("start", {
      quiz: quiz.id,
      version: quiz.version,
      seed: quiz.seed,
      items: quiz.adaptive?.max ?? quiz.items.length,
    });
  }

  #next() {
    const answer = this.#screens.get(this.#item().id)?.read();
    if (answer !== undefined) this.#answer(answer);
  }

  #skip() {
    // Nothing chosen is left behind.
    this.#screens.delete(this.#item().id);
    this.#answer(null);
  }

  #item() {
    return this.#known().quiz.items[this.#at];
  }

  /** @param {Answer} answer */
  #answer(answer) {
    const { engine, quiz } = this.#known();
    const { id, type } = this.#item();
    const milliseconds = this.#looked();
    const { answered, skipped, left, next, dropped } = engine.answer(id, answer, milliseconds);
    this.#answers.set(id, answer);
    // Here an adaptive quiz goes on as if this had been its newest question, also from the review.
    if (quiz.adaptive && this.#at + 1 === answered + skipped) {
      const later = this.#order.splice(this.#at + 1).map((index) => this.#all[index].id);
      // What stays the next question keeps what was chosen there; all others are forgotten.
      if (later.join() !== next)
        for (const id of later) for (const kept of [this.#answers, this.#screens, this.#spent]) kept.delete(id);
      this.#append(next);
      this.#undo = null;
    }
    if (this.#undo) this.#review();
    else this.#ask(this.#at + 1);
    if (dropped.length) this.#tell(this.#say("again-dropped", { count: dropped.length }));
    // One's own words are nobody else's.
    const told = this.#kinds[type].own ? null : structuredClone(answer);
    this.#emit("answer", { quiz: quiz.id, item: id, answer: told, answered: answer !== null, milliseconds });
    this.#emit("progress", { quiz: quiz.id, answered, skipped, left, items: quiz.adaptive?.max ?? quiz.items.length });
  }

  /** Milliseconds for which this question has been on show, all visits together. */
  #looked() {
    const { id } = this.#item();
    const now = performance.now();
    const spent = (this.#spent.get(id) ?? 0) + Math.round(now - this.#since);
    this.#since = now;
    this.#spent.set(id, spent);
    return spent;
  }

  #back() {
    if (this.#at < 0) return this.#ask(this.#known().quiz.items.length - 1);
    this.#looked();
    if (this.#undo) {
      const { id } = this.#item();
      const { choices } = this.#undo;
      const screen = this.#screens.get(id);
      // Where nothing was chosen there is nothing to choose again: the next look at it is a first one.
      if (choices && screen) chooseAgain(screen.section, choices);
      else this.#screens.delete(id);
      return this.#review();
    }
    if (this.#at === 0) this.#intro();
    else this.#ask(this.#at - 1);
  }

  /** @param {number} index */
  #change(index) {
    this.#ask(index);
    const { id } = this.#item();
    const screen = this.#screens.get(id);
    if (screen) this.#undo = { choices: this.#answers.get(id) === null ? null : choicesOf(screen.section) };
  }

  #finish() {
    const { quiz } = this.#known();
    const report = this.#result();
    this.#emit("complete", { quiz: quiz.id, version: quiz.version, report });
  }

  /** @param {boolean} [focus] */
  #result(focus) {
    const { engine, stage } = this.#known();
    const report = engine.report();
    this.#at = -1;
    this.#show(drawResult(report, this.#answers, stage), focus);
    return report;
  }

  /** @param {unknown} error */
  async #fail(error) {
    const words = failureCode(error);
    // What is told to scripts is coarser.
    const code = words === "lost" ? "load" : words === "page" ? "document" : words;
    const problems = problemsOf(error) ?? [];
    const message = error instanceof Error ? error.message : String(error);
    this.#emit("error", { code, message, problems: structuredClone(problems) });
    const screen = await drawError(
      { code: words, message, problems, answers: this.#answers.size },
      this.#say,
      this.#source.heading,
    );
    if (this.#over) return;
    this.#show(screen, this.#answers.size > 0 || this.#at >= 0);
    // Whatever the page's author put inside the tag is still of use.
    if (!this.#stage) this.#box.after(node("slot"));
  }
}
