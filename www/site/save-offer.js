// At the end of a quiz on a page of this site: the offer to save the result on this device. Nothing is written before
// the person presses the button. An embed elsewhere does not load this.
import { changeSaved, countSaved, documentWith, saveResult, rebased, download, today, watchSaved } from "./store.js";
import { node } from "../shared/dom.js";
import { guardPresses } from "../shared/press.js";
import { makeSay } from "../words/say.js";
import { language, savingWords } from "../words/words.js";

/** @typedef {import("./store.js").Result} Result */
/** @typedef {import("../types.d.ts").Child} Child */

const say = makeSay(savingWords, language);
/** What was saved of the sitting under way. @type {WeakMap<EventTarget, Result>} */
const sittings = new WeakMap();
/**
 * What each offer says, once more, when another page has changed what is saved.
 * @type {Map<EventTarget, () => void>}
 */
const offers = new Map();

watchSaved(() => offers.forEach((look) => look()));
document.addEventListener("metier-start", ({ target }) => target && sittings.delete(target));
document.addEventListener("metier-complete", ({ target }) => {
  const record = /** @type {{ toJSON?: () => Omit<Result, "taken"> | null }} */ (target).toJSON?.();
  if (record && target instanceof HTMLElement) offer(target, { ...record, taken: today() });
});

/** @param {HTMLElement} quiz @param {Result} result */
function offer(quiz, result) {
  const level = Math.min(6, (Number.parseInt(quiz.getAttribute("heading") ?? "", 10) || 2) + 1);
  const title = node(/** @type {"h3"} */ (`h${level}`), { tabindex: -1 }, say("save-title"));
  const terms = node(
    "div",
    {},
    node("p", {}, say("save-lead")),
    node("ul", {}, node("li", {}, say("save-what")), node("li", {}, say("save-where"))),
  );
  const status = node("p", { role: "status" });
  const actions = node("div", { class: "actions" });
  guardPresses(actions, () => actions.firstChild);
  // What is pressed twice is done once.
  let busy = false;
  const button = (
    /** @type {Parameters<typeof say>[0]} */ key,
    /** @type {() => void | Promise<void>} */ work,
    main = false,
  ) => {
    const made = node("button", { type: "button", class: main && "main", "data-action": key }, say(key));
    made.addEventListener("click", async () => {
      if (busy) return;
      busy = true;
      await work();
      busy = false;
    });
    return made;
  };
  const file = (main = false) =>
    button(
      "save-file",
      () => {
        download(JSON.stringify(documentWith([result])), `metier-${result.quiz.id}-${result.taken}.json`);
        status.textContent = say("save-downloaded");
      },
      main,
    );
  const profile = () => node("a", { class: "button main", href: "profile.html" }, say("save-profile"));
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
  const nothing = () => [button("save-here", save, true), file()];
  const save = async () => {
    const earlier = sittings.get(quiz) ?? null;
    const done = await saveResult(result, earlier);
    if ("problem" in done)
      return pressed(say(`save-${done.problem}`), file(true), done.problem !== "refused" && profile());
    sittings.set(quiz, result);
    const undo = async () => {
      const undone = await changeSaved((now) => rebased(done.after, done.before, now));
      if (typeof undone === "string")
        return pressed(say(undone === "left" ? "save-damaged" : "save-refused"), file(true), profile());
      offers.delete(quiz);
      if (earlier) sittings.set(quiz, earlier);
      else sittings.delete(quiz);
      pressed(say("save-undone"), ...nothing());
    };
    const words = (/** @type {number} */ count) => say(done.replaced ? "save-changed" : "save-done", { count });
    const saved = () => [profile(), button("save-undo", undo)];
    let there = true;
    offers.set(quiz, () => {
      const count = countSaved(result);
      if (there !== count > 0) settle("", ...(count ? saved() : nothing()));
      there = count > 0;
      status.textContent = there ? words(count) : say("save-undone");
    });
    pressed(words(done.results), ...saved());
  };
  actions.append(button("save-here", save, true), file());
  offers.delete(quiz);
  quiz.querySelector(":scope > .saving")?.remove();
  quiz.append(node("aside", { class: "saving", slot: "result", lang: language }, title, terms, status, actions));
}
