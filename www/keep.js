// At the end of a quiz on a page of this site: the offer to keep the result on this device. Nothing is written before the
// person presses the button. An embed elsewhere does not load this.
import { changeKept, countKept, documentWith, keepResult, rebased, saveFile, today, watchKept } from "./keeping.js";
import { node } from "./view/dom.js";
import { guardPresses } from "./view/press.js";
import words from "./words/keep-en.js";
import { makeSay } from "./words/say.js";

/** @typedef {import("./keeping.js").Result} Result */
/** @typedef {import("./types.d.ts").Child} Child */

const say = makeSay(words, "en-GB");
/** What was kept of the sitting under way. @type {WeakMap<EventTarget, Result>} */
const sittings = new WeakMap();
/** What each offer says, once more, when another page has changed what is kept. @type {Map<EventTarget, () => void>} */
const offers = new Map();

watchKept(() => offers.forEach((look) => look()));
document.addEventListener("metier-start", ({ target }) => target && sittings.delete(target));
document.addEventListener("metier-complete", ({ target }) => {
  const record = /** @type {{ toJSON?: () => Omit<Result, "taken"> | null }} */ (target).toJSON?.();
  if (record && target instanceof HTMLElement) offer(target, { ...record, taken: today() });
});

/** @param {HTMLElement} quiz @param {Result} result */
function offer(quiz, result) {
  const level = Math.min(6, (Number.parseInt(quiz.getAttribute("heading") ?? "", 10) || 2) + 1);
  const title = node(/** @type {"h3"} */ (`h${level}`), { tabindex: -1 }, say("keep-title"));
  const terms = node("div", {}, node("p", {}, say("keep-lead")),
    node("ul", {}, node("li", {}, say("keep-what")), node("li", {}, say("keep-where"))));
  const status = node("p", { role: "status" });
  const actions = node("div", { class: "actions" });
  guardPresses(actions, () => actions.firstChild);
  // What is pressed twice is done once.
  let busy = false;
  const button = (/** @type {Parameters<typeof say>[0]} */ key, /** @type {() => void | Promise<void>} */ work, main = false) => {
    const made = node("button", { type: "button", class: main && "main", "data-action": key }, say(key));
    made.addEventListener("click", async () => {
      if (busy) return;
      busy = true;
      await work();
      busy = false;
    });
    return made;
  };
  const file = (main = false) => button("keep-file", () => {
    saveFile(JSON.stringify(documentWith([result])), `metier-${result.quiz.id}-${result.taken}.json`);
    status.textContent = say("keep-saved");
  }, main);
  const profile = () => node("a", { class: "button main", href: "profile.html" }, say("keep-profile"));
  /** @param {string} sentence @param {Child[]} controls */
  const settle = (sentence, ...controls) => {
    terms.remove();
    actions.replaceChildren(...controls.flatMap((control) => (control instanceof Node ? [control] : [])));
    status.textContent = sentence;
  };
  // The button that was pressed is gone.
  const pressed = (/** @type {Parameters<typeof settle>} */ ...what) => {
    settle(...what);
    title.focus();
  };
  const nothing = () => [button("keep-keep", keep, true), file()];
  const keep = async () => {
    const earlier = sittings.get(quiz) ?? null;
    const done = await keepResult(result, earlier);
    if ("problem" in done) return pressed(say(`keep-${done.problem}`), file(true), done.problem !== "refused" && profile());
    sittings.set(quiz, result);
    const undo = async () => {
      const undone = await changeKept((now) => rebased(done.after, done.before, now));
      if (typeof undone === "string") return pressed(say(undone === "left" ? "keep-damaged" : "keep-refused"), file(true), profile());
      offers.delete(quiz);
      if (earlier) sittings.set(quiz, earlier);
      else sittings.delete(quiz);
      pressed(say("keep-undone"), ...nothing());
    };
    const words = (/** @type {number} */ count) => say(done.replaced ? "keep-changed" : "keep-kept", { count });
    const kept = () => [profile(), button("keep-undo", undo)];
    let there = true;
    offers.set(quiz, () => {
      const count = countKept(result);
      if (there !== count > 0) settle("", ...count ? kept() : nothing());
      there = count > 0;
      status.textContent = there ? words(count) : say("keep-undone");
    });
    pressed(words(done.results), ...kept());
  };
  actions.append(button("keep-keep", keep, true), file());
  offers.delete(quiz);
  quiz.querySelector(":scope > .keep")?.remove();
  quiz.append(node("aside", { class: "keep", slot: "result", lang: "en" }, title, terms, status, actions));
}
