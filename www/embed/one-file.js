// On the page about embedding: makes one page of a quiz, which is handed out as a file. Nothing is sent.
import { disclosure, node } from "../shared/dom.js";
import { bring, imported } from "../shared/fetch.js";
import { begun, isForbidden } from "../shared/instance.js";
import { documentText } from "../shared/letters.js";
import { makeOnce } from "../shared/once.js";
import { problemsOf } from "../shared/refusal.js";
import { download } from "../site/store.js";
import { problemList } from "../view/problems.js";
import { makeSay } from "../words/say.js";
import { language, oneFileWords, quizWords } from "../words/words.js";
import { harmless, pageOf } from "./one-page.js";

const say = makeSay({ ...quizWords, ...oneFileWords }, language);

/** The module that reads every quiz. */
const reader = makeOnce(() =>
  begun(
    /** @type {Promise<typeof import("../shared/whole-module.js")>} */ (
      imported(new URL("../shared/whole-module.js", import.meta.url))
    ),
    new URL("../pkg/whole_bg.wasm", import.meta.url),
  ),
);

/** The page without a quiz. */
const template = makeOnce(async () => (await bring(new URL("../one-page.txt", import.meta.url))).text());

/** @param {HTMLFormElement} form */
function begin(form) {
  const [quizzes, own] = /** @type {[HTMLSelectElement, HTMLInputElement]} */ (
    /** @type {unknown} */ ([...form.querySelectorAll("select, input")])
  );
  const [status, complaint] = [...form.querySelectorAll("[role=status], [role=alert]")];
  const isOwn = () => quizzes.value === "";
  const turn = () => {
    own.hidden = !isOwn();
  };

  /** The document that is chosen and its name; null where there is none. */
  async function chosen() {
    if (!isOwn()) {
      const file = await bring(new URL(`quizzes/${quizzes.value}.json`, document.baseURI));
      return { name: quizzes.value, text: await file.text() };
    }
    const [file] = own.files ?? [];
    return file ? { name: file.name.replace(/\.[a-z\d]{1,9}$/i, ""), text: await documentText(file) } : null;
  }

  async function make() {
    complaint.replaceChildren();
    status.textContent = say("one-making");
    try {
      const quiz = await chosen();
      if (!quiz) return tell(node("p", {}, say("one-missing")));
      const [{ Session }, page] = await Promise.all([reader(), template()]);
      const session = Session.open(quiz.text, "", 1);
      // As its page will read it, where each "<" takes six bytes.
      Session.open(harmless(quiz.text), "", 1).free();
      const made = pageOf(page, quiz.text, session.quiz());
      session.free();
      download(new Blob([made], { type: "text/html" }), `${quiz.name}.html`);
      const name = node("bdi", {}, `${quiz.name}.html`);
      status.replaceChildren(node("span", {}, say.parts("one-made", { name })));
    } catch (error) {
      tell(...failure(error));
    }
  }

  /** @param {...Node} nodes */
  function tell(...nodes) {
    status.textContent = "";
    complaint.replaceChildren(...nodes);
  }

  quizzes.addEventListener("change", turn);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
  // What is chosen above is meant here, too.
  const builder = /** @type {HTMLElement | null} */ (document.querySelector("#builder"));
  const follow = (/** @type {string | undefined} */ name) => {
    if ([...quizzes.options].some(({ value }) => value === name)) quizzes.value = String(name);
    turn();
  };
  builder?.addEventListener("input", ({ target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    if (field.id === "choose-quiz") follow(field.value);
  });
  // Whatever a browser remembers of an earlier visit.
  follow(builder?.dataset.first);
  form.hidden = false;
}

/** What went wrong, in a sentence; what only authors need stands below. @param {unknown} error */
function failure(error) {
  const problems = problemsOf(error);
  if (problems) return [node("p", {}, say("one-problems")), problemList(problems, say)];
  const { message = "", url = "" } = /** @type {{ message?: string, url?: string }} */ (error ?? {});
  const key = isForbidden(error) ? "error-policy" : url || error instanceof TypeError ? "error-load" : "error-engine";
  return [node("p", {}, say(key)), disclosure(say("error-more"), node("p", {}, node("code", {}, message)))];
}

const form = document.querySelector("form.one-file");
if (form instanceof HTMLFormElement) begin(form);
