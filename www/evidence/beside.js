// An advert beside the evidence: which of its lines a piece answers, by words, and which nothing answers yet. Where the
// words mislead, the person chooses. Nothing of the advert is kept.
import { disclosure, node } from "../shared/dom.js";
import { askingLines, bareLine, bestPiece, pieceSpeaks, sharedBy } from "./lines.js";
import { fieldNames, isWritten } from "./pieces.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {import("./lines.js").AskingLine} AskingLine */
/** @typedef {import("./lines.js").Reason} Reason */
/** @typedef {import("./lines.js").Spoken & { id: string, title: string }} SpokenPiece */
/**
 * What reads adverts, and the names beside it.
 * @typedef {object} Reading
 * @property {(text: string) => Promise<import("../types.d.ts").AdvertReport>} read
 * @property {() => Promise<{ skillsOf: Map<string, string[]>, names: Map<string, string> }>} known
 */

/** How many lines stand open. */
const mostOpen = 40;
/** How many phrases are told. */
const mostPhrases = 3;

/** The words of a piece, as the reader of adverts takes them. @param {Piece} piece */
function ownWords({ title, from, fields }) {
  const statement = from.startsWith("statement ") ? title : "";
  return [statement, ...fieldNames.map((name) => fields[name])].join("\n");
}

/** A phrase of the lexicon as one reads it. @param {string} phrase */
const readable = (phrase) => phrase.replaceAll("*", "");

export class Beside {
  #say;
  #reading;
  #pieces;
  #box = node("textarea", {
    id: "advert",
    rows: 8,
    dir: "auto",
    autocapitalize: "off",
    autocomplete: "off",
    spellcheck: false,
    "aria-describedby": "advert-hint",
  });
  #complaint = node("div", { class: "complaint", role: "alert", tabindex: -1 });
  #found = node("div", { class: "found" });

  /**
   * @param {{ heading: string, text: string }} words
   * @param {Reading} reading
   * @param {() => Piece[]} pieces
   * @param {Say} say
   */
  constructor(words, reading, pieces, say) {
    this.#reading = reading;
    this.#pieces = pieces;
    this.#say = say;
    const form = node(
      "form",
      { class: "sheet", autocomplete: "off", novalidate: true },
      node("label", { class: "name", for: "advert" }, say("evidence-advert")),
      node("p", { class: "hint", id: "advert-hint" }, say("evidence-advert-hint")),
      this.#box,
      this.#complaint,
      node(
        "div",
        { class: "actions" },
        node(
          "button",
          { type: "submit", class: "main", "data-action": "evidence-compare" },
          say("evidence-advert-read"),
        ),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#compare();
    });
    this.part = node(
      "section",
      { "data-part": "beside", "aria-labelledby": "beside-title" },
      node("h2", { id: "beside-title" }, words.heading),
      node("p", {}, words.text),
      form,
      this.#found,
    );
  }

  /** @param {import("../types.d.ts").Key} key */
  #complain(key) {
    this.#complaint.replaceChildren(node("p", {}, this.#say(key)));
    this.#complaint.focus();
  }

  async #compare() {
    const letters = this.#box.value;
    const written = this.#pieces().filter(isWritten);
    this.#complaint.replaceChildren();
    if (!letters.trim()) {
      this.#complain("evidence-advert-empty");
      return;
    }
    if (written.length === 0) {
      this.#complain("evidence-advert-unwritten");
      return;
    }
    try {
      const { skillsOf, names } = await this.#reading.known();
      const lines = askingLines(letters, await this.#reading.read(letters), skillsOf);
      /** @type {SpokenPiece[]} */
      const spoken = [];
      for (const piece of written) {
        const report = await this.#reading.read(ownWords(piece));
        spoken.push({ id: piece.id, title: piece.title, ...pieceSpeaks(report, piece.skill, skillsOf) });
      }
      if (lines.length === 0) this.#complain("evidence-advert-no-lines");
      else this.#show(lines, spoken, names);
    } catch {
      this.#complain("evidence-advert-failed");
    }
  }

  /** @param {AskingLine[]} lines @param {SpokenPiece[]} pieces @param {Map<string, string>} names of the skills */
  #show(lines, pieces, names) {
    const say = this.#say;
    const heading = node("h3", { id: "meets-title", tabindex: -1 });
    const status = node("p", { class: "unseen", role: "status" });
    const rows = lines.map((line) => this.#row(line, pieces, names, () => count()));
    const count = () => {
      const n = rows.filter(({ answered }) => answered()).length;
      const words = say("evidence-meets", { n, count: rows.length });
      heading.textContent = words;
      return words;
    };
    count();
    const rest = rows.slice(mostOpen);
    const list = (/** @type {typeof rows} */ some) =>
      node(
        "ol",
        { class: "lines" },
        some.map(({ entry }) => entry),
      );
    this.#found.replaceChildren(
      heading,
      node("p", { class: "hint" }, say("evidence-meets-what"), " ", say("evidence-meets-lines")),
      list(rows.slice(0, mostOpen)),
      ...(rest.length ? [disclosure(say("evidence-more-lines", { count: rest.length }), list(rest))] : []),
      status,
    );
    this.#found.addEventListener("change", () => {
      status.textContent = heading.textContent;
    });
    heading.focus();
  }

  /** @param {Reason} reason @param {Map<string, string>} names */
  #reasonWords({ phrases, skills }, names) {
    const say = this.#say;
    if (phrases.length) {
      const words = phrases.slice(0, mostPhrases).map((phrase) => node("bdi", {}, `“${readable(phrase)}”`));
      return node("span", {}, say.parts("evidence-by-phrases", { words: say.list(words) }));
    }
    return say("evidence-by-skills", { skills: say.list(skills.map((id) => names.get(id) ?? id)).join("") });
  }

  /**
   * @param {AskingLine} line
   * @param {SpokenPiece[]} pieces
   * @param {Map<string, string>} names
   * @param {() => void} changed
   */
  #row(line, pieces, names, changed) {
    const say = this.#say;
    const best = bestPiece(line, pieces);
    const bare = bareLine(line.text);
    const choice = node(
      "select",
      { "aria-label": say("evidence-answers-of", { line: bare }), "data-choose": "piece" },
      node("option", { value: "" }, say("evidence-answers-none")),
      pieces.map(({ id, title }) => node("option", { value: id, selected: id === best?.piece.id }, title)),
    );
    const state = node("span", { class: "state" });
    const why = node("span", { class: "hint" });
    const answered = () => choice.value !== "";
    const entry = node(
      "li",
      {},
      node("p", { class: "quote" }, state, " ", node("bdi", {}, bare)),
      node("p", { class: "answer" }, node("label", {}, say("evidence-answers"), " ", choice), " ", why),
    );
    const draw = () => {
      const piece = pieces.find(({ id }) => id === choice.value);
      const reason = piece && sharedBy(line, piece);
      entry.dataset.state = piece ? "answered" : "open";
      state.textContent = say(piece ? "evidence-answered" : "evidence-unanswered");
      why.replaceChildren(reason ? this.#reasonWords(reason, names) : piece ? say("evidence-by-you") : "");
    };
    choice.addEventListener("change", () => {
      draw();
      changed();
    });
    draw();
    return { entry, answered };
  }
}
