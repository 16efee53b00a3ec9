// The page "You may already be one": what somebody has done becomes evidence, lines of a resume and a paragraph of a
// letter, and is held against an advert. Everything it needs is loaded before there is anything to read; after that nothing
// is requested, and nothing that is written is ever sent.
import { advertModule, makeReader } from "../advert/reading.js";
import { actionButton, node } from "../shared/dom.js";
import { guardPresses } from "../shared/press.js";
import { makeSay } from "../words/say.js";
import { evidenceWords, language } from "../words/words.js";
import { Becomes } from "./becomes.js";
import { beginPart, ofPrompt, ofStatement } from "./begin.js";
import { Beside } from "./beside.js";
import { advertDocuments, evidenceDocument, quizText, skillsOfPhrases } from "./document.js";
import { domainPart } from "./domain.js";
import { pieceForm } from "./form.js";
import { keepLine } from "./keep-line.js";
import { openKept } from "./kept.js";
import { emptyFields, mostPieces } from "./pieces.js";
import { draftText, knownStatements } from "./statements.js";

/** @typedef {import("./begin.js").Beginning} Beginning */
/** @typedef {import("./document.js").EvidenceDocument} EvidenceDocument */
/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {import("./statements.js").Statement} Statement */
/** @typedef {{ lexicon: string, roles: string }} AdvertTexts */

/** The quiz whose statements are looked for. */
const quiz = "roles";
const say = makeSay(evidenceWords, language);

class Page {
  #document;
  #beginnings;
  #kept;
  #becomes;
  #keep;
  #forms = node("div", { class: "pieces" });
  #none = node("p", { class: "hint" }, say("evidence-none"));
  #removed = node("p", { class: "news", role: "status", tabindex: -1 });

  /**
   * @param {HTMLElement} host
   * @param {EvidenceDocument} document
   * @param {Statement[]} statements
   * @param {AdvertTexts} texts
   * @param {import("./beside.js").Reading} reading
   */
  constructor(host, document, statements, texts, reading) {
    this.#document = document;
    this.#beginnings = [...statements.map(ofStatement), ...document.prompts.map(ofPrompt)];
    this.#kept = openKept((other) => this.#changed(other));
    /** @type {import("./document.js").Catalogue} */
    const { roles } = JSON.parse(texts.roles);
    const pieces = () => this.#kept.state.written.pieces;
    this.#becomes = new Becomes(
      document,
      roles.filter(({ archetype }) => !archetype),
      pieces,
      say,
    );
    this.#keep = keepLine(this.#kept, say, true);
    const title = host.dataset.quiz ?? quiz;
    host.replaceChildren(
      beginPart(statements, document.prompts, { title, href: `${quiz}.html` }, say),
      node(
        "section",
        { "data-part": "mine", "aria-labelledby": "mine-title" },
        node("h2", { id: "mine-title", tabindex: -1 }, say("evidence-mine")),
        node("p", {}, document.intro),
        node("p", { class: "hint" }, document.keep),
        this.#keep.box,
        this.#none,
        this.#forms,
        this.#removed,
      ),
      this.#becomes.part,
      new Beside(document.line_by_line, reading, pieces, say).part,
      domainPart(document.domain, 2, say),
    );
    this.#draw();
    guardPresses(this.#forms, () => this.#forms.firstChild);
    host.addEventListener("click", ({ target }) => this.#pressed(/** @type {Element} */ (target)));
  }

  /** Something is written, or the place where it is kept is another. @param {boolean} other by another page */
  #changed(other) {
    if (other) this.#draw();
    this.#keep.draw();
    this.#becomes.draw();
  }

  /** A form for each piece. Where somebody is writing, it stays as it is. */
  #draw() {
    const { pieces } = this.#kept.state.written;
    const there = new Map(
      [.../** @type {NodeListOf<HTMLElement>} */ (this.#forms.querySelectorAll("[data-piece]"))].map((form) => [
        form.dataset.piece,
        form,
      ]),
    );
    const forms = pieces.map((piece) => {
      const form = there.get(piece.id);
      return form?.contains(document.activeElement)
        ? form
        : pieceForm(piece, this.#document, ({ id }) => this.#kept.changed(id), say);
    });
    for (const form of there.values()) if (!forms.includes(form)) form.remove();
    // What has the focus is not moved.
    forms.forEach((form, index) => {
      if (this.#forms.children[index] !== form) this.#forms.insertBefore(form, this.#forms.children[index] ?? null);
    });
    this.#none.hidden = pieces.length > 0;
  }

  /** @param {Element} target */
  #pressed(target) {
    const button = target.closest("button");
    const { action, from } = button?.dataset ?? {};
    if (action === "evidence-write") {
      const beginning = this.#beginnings.find((one) => one.from === from);
      if (beginning) this.#write(beginning);
    } else if (action === "evidence-remove") {
      const piece = /** @type {HTMLElement | null | undefined} */ (button?.closest("[data-piece]"))?.dataset.piece;
      if (piece) this.#remove(piece);
    }
  }

  /** Begins a piece, or leads to the one that was begun. @param {Beginning} beginning */
  #write({ from, title, skill }) {
    const { written } = this.#kept.state;
    const begun = written.pieces.find((piece) => piece.from === from);
    const id = begun?.id ?? `${Date.now().toString(36)}-${written.pieces.length}`;
    if (!begun) {
      // A line that was asked for after the result is where the proof begins.
      const line = from.startsWith("statement ") ? written.lines[from.slice("statement ".length)] : undefined;
      const fields = { ...emptyFields(), ...(line && { proof: line }) };
      if (!this.#kept.add({ id, from, title, skill, kind: "work", place: "", fields })) {
        this.#refuse();
        return;
      }
    }
    this.#removed.replaceChildren();
    this.#draw();
    this.#lead(id);
  }

  /** There is no room for another piece: that is said where the last one stands, and led to. */
  #refuse() {
    this.#removed.replaceChildren(say("evidence-full", { count: mostPieces }));
    this.#removed.focus();
  }

  /** @param {string} id */
  #lead(id) {
    const form = this.#forms.querySelector(`[data-piece="${CSS.escape(id)}"]`);
    form?.querySelector("h3")?.focus({ preventScroll: true });
    form?.scrollIntoView();
  }

  /** @param {string} id */
  #remove(id) {
    const taken = this.#kept.remove(id);
    if (!taken) return;
    this.#draw();
    const undo = actionButton("evidence-undo", say("evidence-undo"), { class: "link" });
    undo.addEventListener("click", () => {
      // Another page may have begun one meanwhile.
      if (!this.#kept.add(taken.piece, taken.at)) {
        this.#refuse();
        return;
      }
      this.#removed.replaceChildren();
      this.#draw();
      this.#lead(id);
    });
    const title = node("bdi", {}, taken.piece.title);
    this.#removed.replaceChildren(node("span", {}, say.parts("evidence-removed", { title })), " ", undo);
    undo.focus();
  }
}

/** @param {HTMLElement} host */
async function start(host) {
  const glue = advertModule();
  // Looked at once somebody reads an advert.
  glue.catch(() => {});
  const [own, texts, draft] = await Promise.all([
    evidenceDocument(),
    advertDocuments(),
    draftText(quiz) === null ? null : quizText(),
  ]);
  const { skills } = /** @type {import("./document.js").Catalogue} */ (JSON.parse(texts.roles));
  const known = { skillsOf: skillsOfPhrases(texts.lexicon), names: new Map(skills.map(({ id, name }) => [id, name])) };
  const reader = makeReader(async () => ({ glue: await glue, ...texts }), language);
  reader.prepare().catch(() => {});
  new Page(host, own, knownStatements(quiz, draft), texts, {
    read: (text) => reader.read(text),
    known: async () => known,
  });
}

const host = document.getElementById("evidence");
if (host) {
  start(host).catch(() => {
    host.replaceChildren(node("p", { class: "complaint", role: "alert" }, say("evidence-load-failed")));
  });
}
