// The page that reads an advert. Everything it needs is loaded before there is anything to read: the lexicon and the
// catalogue with the page, the module when the page is idle or the box is touched. After that nothing is requested, and
// nothing that is pasted is ever sent or saved.
import { drawHiring } from "./hiring.js";
import { keepMode, modeAtFirst } from "./mode.js";
import { makeProfiles } from "./profiles.js";
import { advertModule, makeReader } from "./reading.js";
import { bring, imported } from "../shared/fetch.js";
import { begun, isForbidden } from "../shared/instance.js";
import { documentText, textWithin } from "../shared/letters.js";
import { savedText } from "../site/store.js";
import { problemsOf, tooLong } from "../shared/refusal.js";
import { drawReading } from "./result.js";
import { disclosure, node } from "../shared/dom.js";
import { problemList } from "../view/problems.js";
import { makeSay } from "../words/say.js";
import { advertWords, example, language, quizWords } from "../words/words.js";

/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */

/** The module's own cap. */
const mostBytes = 200 * 1024;
const say = makeSay({ ...quizWords, ...advertWords }, language);

/** @template {Element} T @param {string} selector @param {new () => T} kind @returns {T} */
function only(selector, kind) {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`There is no ${selector} on this page.`);
}

const form = only("form.sheet", HTMLFormElement);
const box = only("#text", HTMLTextAreaElement);
const fileInput = only("#file", HTMLInputElement);
const news = only("form.sheet .news", HTMLElement);
const complaint = only("form.sheet .complaint", HTMLElement);
const reading = only("section.reading", HTMLElement);
const modeSays = only(".mode-says", HTMLElement);
const modes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[name=mode]"));
/** What is said to those who hire, once it is there. @type {import("./hiring.js").HiringDocument | null} */
let hiringDocument = null;
/** Says one thing to people who listen; the words in sight say it too. */
const status = node("p", { class: "unseen", role: "status" });
reading.before(status);
const tell = (/** @type {string} */ text) => {
  status.textContent = text;
};

const text = async (/** @type {URL} */ url) => (await bring(url)).text();
const documents = () =>
  Promise.all([
    text(new URL("../lexicon/product.json", import.meta.url)),
    text(new URL("../roles/product.json", import.meta.url)),
    text(new URL("../roles/hiring.json", import.meta.url)),
  ]);
let coming = documents();
coming.catch(() => {});

const reader = makeReader(async () => {
  const [glue, [lexicon, roles, hiring]] = await Promise.all([
    advertModule(),
    coming.catch(() => (coming = documents())),
  ]);
  hiringDocument = JSON.parse(hiring);
  sayMode();
  return { glue, lexicon, roles };
}, language);

// The module of profiles is large and not everybody brings one. It comes with the others all the same, so that there is
// no request at all after an advert was pasted; the site's worker keeps it for use without a network anyway.
const profiles = makeProfiles(() =>
  begun(
    /** @type {Promise<typeof import("../shared/whole-module.js")>} */ (
      imported(new URL("../shared/whole-module.js", import.meta.url))
    ),
    new URL("../pkg/whole_bg.wasm", import.meta.url),
  ),
);

const prepare = () => {
  reader.prepare().catch(() => {});
  profiles.prepare().catch(() => {});
};
const idle = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(prepare) : setTimeout(prepare));
if (document.readyState === "complete") idle();
else addEventListener("load", idle, { once: true });
for (const touch of ["focusin", "pointerover", "dragenter"]) document.addEventListener(touch, prepare, { once: true });

/** What went wrong, in a sentence; the technical part folded. @param {unknown} error @param {"problem-lead" | "profile-lead"} lead */
function failure(error, lead) {
  const details = (/** @type {Node} */ what) => disclosure(say("details"), what);
  const problems = problemsOf(error);
  if (problems) {
    const long = problems.some(({ code }) => code === "advert-long");
    return [node("p", {}, say(long ? "too-long" : lead)), details(problemList(problems, say))];
  }
  const { message = "", url = "" } = /** @type {{ message?: string, url?: string }} */ (error ?? {});
  const key = isForbidden(error)
    ? "policy-failed"
    : url || error instanceof TypeError
      ? "load-failed"
      : "engine-failed";
  return [node("p", {}, say(key)), details(node("p", { class: "hint" }, node("code", {}, message)))];
}

/** @param {...(Node | string)} nodes */
function complain(...nodes) {
  news.textContent = "";
  complaint.replaceChildren(...nodes);
  if (nodes.length) complaint.focus();
}

/** @param {File | undefined} file */
async function takeFile(file) {
  if (!file) return;
  const { text, bytes } = await textWithin(file, mostBytes, "windows-1252");
  if (bytes > mostBytes)
    return complain(...failure({ problems: [tooLong("advert-long", bytes, mostBytes)] }, "problem-lead"));
  if (text === null) return complain(node("p", {}, named("no-text", file)));
  fill(text, named("file-read", file));
}

/** A sentence about a file, which its name does not turn. @param {"no-text" | "file-read"} key @param {File} file */
function named(key, { name }) {
  return say.parts(key, { name: node("bdi", {}, name) });
}

/** @param {string} content @param {import("../types.d.ts").Child} sentence */
function fill(content, sentence) {
  box.value = content;
  complaint.replaceChildren();
  news.replaceChildren(node("span", {}, sentence));
  box.scrollTop = 0;
}

/** @param {boolean} [quiet] somebody is at the switch, and stays there */
async function read(quiet = false) {
  const letters = box.value;
  complain();
  if (!letters.trim()) {
    complain(node("p", {}, say("empty")));
    box.focus();
    return;
  }
  try {
    const report = await reader.read(letters);
    show(report, letters, await reader.known(), quiet);
  } catch (error) {
    complain(...failure(error, "problem-lead"));
  }
}

/** @param {AdvertReport} report @param {string} letters @param {Awaited<ReturnType<typeof reader.known>>} known @param {boolean} quiet */
function show(report, letters, { model, skills, headings }, quiet) {
  const stage = /** @type {import("../types.d.ts").Stage} */ (
    /** @type {unknown} */ ({ say, base: document.baseURI, quiz: { language, direction: "ltr" } })
  );
  const page = { model, say, text: stage, tell };
  const { nodes, heading } =
    mode() === "hiring" && hiringDocument
      ? drawHiring(report, letters, page, hiringDocument, headings)
      : drawReading(report, letters, page, {
          saved: typeof savedText() === "string",
          compare: async (file) => {
            const profile = file ? await documentText(file) : (savedText() ?? "");
            const { profile: measured, problems, careless } = await profiles.read(profile, skills);
            const notes = [
              careless && node("p", {}, say("profile-careless")),
              problems.length > 0 &&
                node("div", { class: "complaint" }, node("p", {}, say("profile-problems")), problemList(problems, say)),
            ];
            return { report: await reader.read(letters, measured), notes: notes.filter((one) => one !== false) };
          },
          complain: (error) => failure(error, "profile-lead"),
        });
  reading.replaceChildren(...nodes);
  reading.hidden = false;
  if (quiet) {
    tell(heading.textContent ?? "");
    return;
  }
  heading.focus({ preventScroll: true });
  reading.scrollIntoView();
}

/** @returns {import("./mode.js").Mode} */
const mode = () => ([...modes].find(({ checked }) => checked)?.value === "hiring" ? "hiring" : "applying");

/** The words of the form for whoever reads. */
function sayMode() {
  const hiring = mode() === "hiring";
  only("label.name", HTMLLabelElement).textContent = say(hiring ? "hiring-label" : "applying-label");
  only("form.sheet button.main", HTMLButtonElement).textContent = say(hiring ? "hiring-button" : "applying-button");
  modeSays.textContent = hiringDocument?.intro.text ?? "";
  modeSays.hidden = !hiring || !hiringDocument;
}

for (const one of modes) {
  one.checked = one.value === modeAtFirst();
  one.addEventListener("change", () => {
    keepMode(mode());
    sayMode();
    // What is read already is read anew, where it is.
    if (!reading.hidden && box.value.trim()) read(true);
  });
}
sayMode();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
only("#example", HTMLButtonElement).addEventListener("click", () => fill(example, say("example-in")));
fileInput.addEventListener("change", () => {
  takeFile(fileInput.files?.[0]);
  // The same file may be chosen again.
  fileInput.value = "";
});

// A file may be dropped anywhere on the page, or the browser would go away to show it. Buttons for files take their
// own, and dropped text goes where it is dropped, as ever.
const isOurs = (/** @type {DragEvent} */ { dataTransfer, target }) =>
  dataTransfer?.types.includes("Files") && !(target instanceof HTMLInputElement);
document.addEventListener("dragover", (event) => {
  if (!isOurs(event)) return;
  event.preventDefault();
  form.classList.add("over");
});
for (const end of ["dragleave", "drop"]) document.addEventListener(end, () => form.classList.remove("over"));
document.addEventListener("drop", (event) => {
  if (!isOurs(event)) return;
  event.preventDefault();
  takeFile(event.dataTransfer?.files[0]);
});
