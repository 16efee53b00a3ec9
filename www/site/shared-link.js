// A link with somebody's result in it: on a quiz page of this site it is shown in the place of the quiz, until the
// reader takes that. What reads it is loaded only where there is such a link.
import { imported } from "../shared/fetch.js";

/** Where the result stands in an address, and how much of one is looked at. */
const before = "#r=";
const mostLetters = 2000;

/** Only where the site's own page has a quiz to go with it. */
const quiz = /** @type {HTMLElement | null} */ (document.querySelector("main > metier-quiz"));
/** What stands before the quiz. @type {HTMLElement | null} */
let section = null;

if (quiz) {
  const look = () => {
    if (location.hash.startsWith(before)) show(quiz, location.hash.slice(before.length, mostLetters));
  };
  addEventListener("hashchange", look);
  look();
}

/** @param {HTMLElement} quiz @param {string} code */
async function show(quiz, code) {
  quiz.hidden = true;
  const leave = () => {
    clear();
    history.replaceState(null, "", location.pathname + location.search);
    quiz.hidden = false;
    // A first screen that is there already gets the focus; one that is still to come takes it from here.
    const heading = /** @type {HTMLElement | null | undefined} */ (
      quiz.shadowRoot?.querySelector("[data-screen] [tabindex='-1']")
    );
    if (heading) return heading.focus();
    quiz.tabIndex = -1;
    quiz.focus();
  };
  /** @type {typeof import("./share/share.js") | undefined} */
  let file;
  try {
    file = await imported(new URL("./share/share.js", import.meta.url));
    const opened = await file?.openShared(code, quiz, leave);
    if (!opened) return;
    put(quiz, opened.section);
    quiz.hidden = opened.shows;
  } catch {
    if (file) put(quiz, file.lostShared());
    quiz.hidden = false;
  }
}

function clear() {
  section?.remove();
  section = null;
}

/** @param {HTMLElement} quiz @param {HTMLElement} next */
function put(quiz, next) {
  clear();
  section = next;
  quiz.before(next);
}
