// The flow: intro, one question a screen, review, result. It draws nothing itself, and keeps only the
// answers, the place, and the screens already drawn: their inputs are the memory of what was chosen.
import { build } from "../pkg/build.js";
import { node } from "../shared/dom.js";
import { guardPresses } from "../shared/press.js";
import { choicesOf, chooseAgain } from "../view/choices.js";
import { drawError } from "../view/error.js";
import { drawIntro } from "../view/intro.js";
import { drawQuestion } from "../view/question.js";
import { drawResult } from "../view/result.js";
import { drawReview } from "../view/review.js";
import { nameParts } from "../view/parts.js";
import { textPlain } from "../view/text.js";
import { bringIntoView } from "../view/window.js";
import { makeSay } from "../words/say.js";
import { language, quizWords } from "../words/words.js";
import { Course } from "./course.js";
import { failureOf } from "./failure.js";
import { loadQuiz } from "./loading.js";
import { groupAt } from "./group.js";
import { keepingFocus, redrawQuestions } from "./redraw.js";
import { dressRoot } from "./sheets.js";
import { signOf, Teller } from "./telling.js";
import { Watch } from "./watch.js";

/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Screen} Screen */
/** @typedef {import("../types.d.ts").QuestionScreen} QuestionScreen */
/** @typedef {import("../types.d.ts").Answer} Answer */

/** Ids are counted over all quizzes of the page. */
let lastId = 0;

export class Player {
  #host;
  #frame;
  #source;
  #box = node("div", { class: "quiz", lang: language });
  #status = node("p", { class: "unseen", role: "status" });
  #over = false;
  /** What the quiz needs, once it is there. @type {Awaited<ReturnType<typeof loadQuiz>> | undefined} */
  #parts;
  #say;
  /** @type {Stage | undefined} */
  #stage;
  /** @type {Map<string, QuestionScreen>} */
  #screens = new Map();
  /** @type {Map<string, Answer>} */
  #answers = new Map();
  #watch = new Watch();
  #teller;
  #course = new Course();
  /** Which of those is on show; -1 = another screen. */
  #at = -1;
  /**
   * Present while one answer is changed from the review: what was chosen before, if anything was.
   * @type {{ choices: import("../view/choices.js").Choices | null } | null}
   */
  #undo = null;
  /** What this tab keeps, where the page asks for it. @type {import("./draft.js").Draft | undefined} */
  #draft;
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
    this.#teller = new Teller(host, source.private);
    this.#say = makeSay({ ...source.words, ...quizWords }, language);
    guardPresses(this.#box, () => this.#box.firstChild);
    this.#box.addEventListener("click", (event) => this.#clicked(event));
    // Nothing is ever sent.
    this.#box.addEventListener("submit", (event) => event.preventDefault());
    this.#begin();
  }

  /** Gives the instance back while the element is in no document; the answers stay. */
  rest() {
    this.#parts?.engine.rest();
  }

  /** As Start or Continue does. @returns {boolean} whether there is a quiz that could begin, or has */
  start() {
    if (!this.#stage) return false;
    const first = this.#box.querySelector('[data-screen="intro"]');
    if (first) this.#attempt(() => (this.#draft?.place ? this.#continue() : this.#start(0)));
    return true;
  }

  /** Forgets all answers, and shows the first screen. @returns {boolean} whether there is a quiz that could do so */
  again() {
    if (this.#stage) this.#attempt(() => this.#restart());
    return Boolean(this.#stage);
  }

  /** What the result rests on. What somebody wrote in their own words is nobody else's, and not in it. */
  record() {
    if (!this.#parts) return null;
    const { engine, kinds } = this.#parts;
    return engine.record(this.#course.all.filter(({ type }) => kinds[type].own).map(({ id }) => id));
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
    this.#course.all = view.items;
    this.#stage = { ...stage, quiz: this.#course.asked(view) };
    this.#dress();
    this.#redraw();
  }

  /** What is on show, and every question that was, with what is chosen there. */
  #redraw() {
    redrawQuestions(this.#screens, this.#known().stage);
    keepingFocus(this.#box, (focus) => this.#showAgain(focus));
  }

  /** @param {boolean} focus */
  #showAgain(focus) {
    const shown = /** @type {HTMLElement} */ (this.#box.firstChild).dataset.screen;
    if (shown === "question") {
      const screen = /** @type {QuestionScreen} */ (this.#screens.get(this.#item().id));
      this.#show(screen, focus);
      this.#dressed(screen);
    } else if (shown === "review") this.#review(focus);
    else if (shown === "result") this.#result(focus);
    else if (shown === "intro") this.#intro(focus);
  }

  /** Another document takes this one's place. */
  end() {
    this.#over = true;
    this.#draft?.close();
    this.rest();
  }

  async #begin() {
    try {
      const [parts, draft] = await Promise.all([loadQuiz(this.#source), this.#source.draft]);
      const text = await this.#source.text;
      if (this.#over) return;
      this.#parts = parts;
      this.#say = parts.say;
      this.#open();
      this.#draft = draft && new draft.Draft(this.#known().quiz.id, text, this.#box, () => this.#sitting());
      const asked = this.#source.asked();
      if (asked.anew) this.#draft?.forget();
      this.#draft?.resume(this.#source.seed);
      const finished = this.#draft?.place?.screen === "result";
      const focus = this.#host.contains(document.activeElement);
      // Who stands on Start stays there.
      if (!finished) keepingFocus(this.#frame, () => this.#intro(focus && !this.#frame.querySelector("button:focus")));
      this.#teller.ready(this.#known().quiz);
      if (finished) this.#attempt(() => this.#finish(true, focus));
      // A draft is not left behind by somebody who could not know of it.
      else if (asked.start && !this.#draft?.place) this.start();
    } catch (error) {
      if (!this.#over) this.#fail(error);
    }
  }

  /** What a draft is made from, and how it is taken up. @returns {import("./draft.js").Sitting} */
  #sitting() {
    const { engine, stage } = this.#known();
    if (this.#at >= 0) this.#watch.look(this.#item().id);
    return {
      stage,
      given: engine.given(),
      spent: this.#watch.spent,
      undo: this.#undo,
      screens: this.#screens,
      screenOf: (index) => this.#screenOf(index),
      section: /** @type {HTMLElement | null} */ (this.#box.firstElementChild),
      begin: (seed) => this.#renew(seed),
      take: (index, answer, milliseconds) => {
        this.#at = index;
        this.#take(answer, milliseconds);
        this.#at = -1;
      },
    };
  }

  /** Everything as it is before the first answer. */
  #open() {
    const { base, method, heading } = this.#source;
    const { engine, say, roles, kinds, whole } = this.#known().parts;
    const quiz = engine.quiz();
    const id = () => `m${++lastId}`;
    const tell = (/** @type {string} */ text) => this.#tell(text);
    this.#stage = { quiz, say, roles, kinds, whole, base, method, heading, build, id, tell };
    this.#course.begin(quiz);
    this.#append(engine.first());
    this.#screens.clear();
    this.#answers.clear();
    this.#watch.spent.clear();
    this.#dress();
  }

  /** The box around the screens, as the quiz is. */
  #dress() {
    const { quiz } = this.#known();
    this.#box.dir = quiz.direction;
    this.#box.setAttribute("role", "region");
    this.#box.setAttribute("aria-label", textPlain(quiz.title));
  }

  /** An adaptive quiz grows by one screen at a time, and only what was asked is shown. @param {readonly string[]} next */
  #append(next) {
    const { stage, quiz } = this.#known();
    if (!quiz.adaptive) return;
    this.#course.append(next);
    this.#stage = { ...stage, quiz: this.#course.asked(quiz) };
  }

  #restart() {
    this.#draft?.forget();
    this.#renew();
    this.#intro();
  }

  /** Forgets all answers. @param {number} [seed] */
  #renew(seed) {
    this.#known().engine.restart(seed);
    this.#open();
  }

  /** What exists once a document is open. */
  #known() {
    if (!this.#parts) throw new Error("no document is open");
    const stage = /** @type {Stage} */ (this.#stage);
    return { parts: this.#parts, engine: this.#parts.engine, stage, quiz: stage?.quiz };
  }

  /** @param {string} text */
  #tell(text) {
    // The same words again would be no change, and so would not be read.
    this.#status.textContent = this.#status.textContent === text ? `${text}\u00a0` : text;
  }

  /** @param {Screen} screen @param {boolean} [focus] */
  #show({ section, heading }, focus = true) {
    this.#box.replaceChildren(section);
    nameParts(section);
    this.#source.shown(String(section.dataset.screen));
    if (this.#box.parentNode !== this.#frame) {
      dressRoot(this.#frame, this.#parts);
      this.#frame.replaceChildren(this.#box, this.#status);
    }
    this.#draft?.save();
    this.#status.textContent = "";
    if (!focus) return;
    bringIntoView(this.#box, section.firstElementChild ?? heading);
    heading.focus({ preventScroll: true });
  }

  #intro(focus = true) {
    this.#at = -1;
    const { stage } = this.#known();
    // It speaks of all questions, of which none may have been chosen yet.
    const screen = drawIntro({ ...stage, quiz: { ...stage.quiz, items: this.#course.all } });
    this.#draft?.dress(screen.section);
    this.#show(screen, focus);
  }

  /** @param {number} index */
  #ask(index) {
    const { quiz } = this.#known();
    if (!quiz.items[index]) return this.#review();
    const at = groupAt(quiz, index).first;
    const screen = this.#screenOf(at);
    this.#at = at;
    this.#watch.begin();
    this.#show(screen);
    this.#dressed(screen);
  }

  /** The screen on which a question stands. @param {number} index */
  #screenOf(index) {
    const { stage, quiz } = this.#known();
    const { first, items } = groupAt(quiz, index);
    const { id } = items[0];
    const screen = this.#screens.get(id) ?? drawQuestion(items, first, stage);
    this.#screens.set(id, screen);
    return screen;
  }

  /** What a screen says of the answers so far: also, before, which a change would drop. @param {QuestionScreen} screen */
  #dressed({ section, place, count }) {
    const { quiz, stage } = this.#known();
    place(this.#answers.size);
    section.querySelector(".again")?.remove();
    const later = quiz.adaptive && quiz.items.slice(this.#at + count).some(({ id }) => this.#answers.has(id));
    if (later) section.querySelector("form")?.before(node("p", { class: "small again" }, stage.say("again-note")));
  }

  /** @param {boolean} [focus] @param {string[]} [quick] what to look at first */
  #review(focus, quick) {
    this.#at = -1;
    this.#undo = null;
    this.#show(drawReview(this.#answers, this.#known().stage, quick), focus);
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("[data-action]");
    if (!(button instanceof HTMLElement)) return;
    const { action, item, sign } = button.dataset;
    // Next is the form's submit button, so that Enter in an input presses it, too; but where a frame allows no forms,
    // nothing submits.
    if (action === "next") event.preventDefault();
    if (action === "retry") this.#attempt(this.#retry);
    else if (action === "print") print();
    else this.#attempt(() => this.#act(String(action), item ?? sign));
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

  /** @param {string} action @param {string} [what] an item, or a sign */
  #act(action, what) {
    const { quiz, engine } = this.#known();
    if (action === "start") this.#start(0);
    else if (action === "continue") this.#continue();
    else if (action === "next") this.#next();
    else if (action === "skip") this.#skip();
    else if (action === "back") this.#back();
    else if (action === "change") this.#change(quiz.items.findIndex(({ id }) => id === what));
    else if (action === "review") this.#review(true, what ? signOf(engine.report(), what) : []);
    else if (action === "finish") this.#finish();
    else if (action === "restart") this.#restart();
  }

  /** @param {number} index past the last: the review @param {boolean} [resumed] */
  #start(index, resumed) {
    this.#ask(index);
    this.#teller.start(this.#known().quiz, resumed);
  }

  /** Where the draft was left. */
  #continue() {
    const { items } = this.#known().quiz;
    const { place, undo = null } = this.#draft ?? {};
    const index = items.findIndex(({ id }) => id === place?.item);
    this.#undo = undo;
    this.#start(index < 0 ? items.length : index, true);
  }

  #next() {
    const answers = this.#screenOf(this.#at).read();
    if (answers) this.#answer(answers);
  }

  #skip() {
    const answers = this.#screenOf(this.#at).skipped();
    // Nothing chosen is left behind.
    if ([...answers.values()].every((answer) => answer === null)) this.#screens.delete(this.#item().id);
    this.#answer(answers);
  }

  #item() {
    return this.#known().quiz.items[this.#at];
  }

  /** @param {Map<string, Answer>} answers of the screen on show, in its order */
  #answer(answers) {
    const milliseconds = Math.round(this.#watch.look(this.#item().id) / answers.size);
    const steps = [...answers].map(([id, answer]) => ({ id, answer, ...this.#take(answer, milliseconds) }));
    const dropped = steps.flatMap((step) => step.dropped);
    if (this.#undo) this.#review();
    else this.#ask(this.#at);
    if (dropped.length) this.#tell(this.#say("again-dropped", { count: dropped.length }));
    for (const step of steps) this.#told(step, milliseconds);
  }

  /** Notes an answer to the present question, and goes on to the next. @param {Answer} answer @param {number} milliseconds */
  #take(answer, milliseconds) {
    const { engine, quiz } = this.#known();
    const { id } = this.#item();
    const step = engine.answer(id, answer, milliseconds);
    const { answered, skipped, next } = step;
    this.#answers.set(id, answer);
    this.#at += 1;
    // Here an adaptive quiz goes on as if this had been its newest question, also from the review.
    if (quiz.adaptive && this.#at === answered + skipped) {
      const forgotten = this.#course.goOnAfter(this.#at, next);
      for (const id of forgotten) for (const kept of [this.#answers, this.#screens, this.#watch.spent]) kept.delete(id);
      this.#append(next);
      this.#undo = null;
    }
    return step;
  }

  /**
   * @param {{ id: string, answer: Answer, answered: number, skipped: number, left: number }} step
   * @param {number} milliseconds
   */
  #told({ id, answer, answered, skipped, left }, milliseconds) {
    const { quiz, parts } = this.#known();
    const item = this.#course.item(id);
    const own = item ? parts.kinds[item.type].own : false;
    this.#teller.answer(quiz, { item: id, answer, own: Boolean(own), milliseconds });
    this.#teller.progress(quiz, { answered, skipped, left });
  }

  #back() {
    if (this.#at < 0) return this.#ask(this.#known().quiz.items.length - 1);
    this.#watch.look(this.#item().id);
    if (this.#undo) {
      const { choices } = this.#undo;
      // Where nothing was chosen there is nothing to choose again: the next look at it is a first one.
      if (choices) chooseAgain(this.#screenOf(this.#at).section, choices);
      else this.#screens.delete(this.#item().id);
      return this.#review();
    }
    if (this.#at === 0) this.#intro();
    else this.#ask(this.#at - 1);
  }

  /** @param {number} index */
  #change(index) {
    const { items } = groupAt(this.#known().quiz, index);
    const skipped = items.every(({ id }) => this.#answers.get(id) === null);
    this.#undo = { choices: skipped ? null : choicesOf(this.#screenOf(index).section) };
    this.#ask(index);
  }

  /** @param {boolean} [resumed] @param {boolean} [focus] */
  #finish(resumed, focus) {
    const { quiz } = this.#known();
    const report = this.#result(focus);
    this.#teller.complete(quiz, report, resumed);
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
    const { words, code, message, problems } = failureOf(error);
    const said = this.#say(/** @type {"error-load"} */ (`error-${words}`));
    this.#teller.error({ code, message, problems }, said, this.#source.base);
    const screen = await drawError(
      { code: words, message, problems, answers: this.#answers.size },
      this.#say,
      this.#source.heading,
    );
    if (this.#over) return;
    this.#show(screen, this.#answers.size > 0 || this.#at >= 0 || this.#host.contains(document.activeElement));
    // Whatever the page's author put inside the tag is still of use.
    if (!this.#stage) this.#box.after(node("slot"));
  }
}
