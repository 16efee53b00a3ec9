// What the pieces become: lines of a resume, paragraphs of a letter, and files to take with one.
import { copied } from "../shared/copied.js";
import { actionButton, node } from "../shared/dom.js";
import { download, today } from "../site/store.js";
import { markdownFile, plainFile, resumeFile, wordsOf } from "./files.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {import("./document.js").EvidenceDocument} EvidenceDocument */
/** @typedef {import("./files.js").Around} Around */

const files = /** @type {const} */ ({
  text: { write: plainFile, type: "text/plain", ending: "txt" },
  markdown: { write: markdownFile, type: "text/markdown", ending: "md" },
  resume: { write: resumeFile, type: "application/json", ending: "json" },
});
/** @typedef {keyof typeof files} Format */
const formats = /** @type {Format[]} */ (Object.keys(files));

/** The name of a role within a sentence. @param {string} name */
const within = (name) => name.slice(0, 1).toLowerCase() + name.slice(1);

export class Becomes {
  #document;
  #say;
  #pieces;
  #role;
  #lines = node("ul", { class: "words", dir: "auto" });
  #letter = node("div", { class: "words letter" });
  #none;
  #shown;
  #news = node("p", { class: "news", role: "status" });

  /**
   * @param {EvidenceDocument} document
   * @param {{ id: string, name: string }[]} roles that one may write to
   * @param {() => Piece[]} pieces
   * @param {Say} say
   */
  constructor(document, roles, pieces, say) {
    this.#document = document;
    this.#pieces = pieces;
    this.#say = say;
    this.#role = this.#roleChoice(roles);
    this.#none = node("p", { class: "hint" }, say("evidence-becomes-none"));
    this.#shown = node(
      "div",
      {},
      node("h3", {}, document.resume.heading),
      this.#lines,
      node("p", { class: "hint" }, document.resume.help),
      node("h3", {}, document.letter.heading),
      node("p", { class: "choice" }, node("label", { for: "evidence-role" }, say("evidence-role")), " ", this.#role),
      this.#letter,
    );
    this.part = node(
      "section",
      { "data-part": "becomes", "aria-labelledby": "becomes-title" },
      node("h2", { id: "becomes-title" }, say("evidence-becomes")),
      this.#none,
      this.#shown,
      node("h3", {}, say("evidence-take")),
      node("p", { class: "hint" }, say("evidence-take-lead")),
      node(
        "ul",
        { class: "take" },
        formats.map((format) => this.#ways(format)),
      ),
      this.#news,
    );
    this.draw();
  }

  /** @param {{ id: string, name: string }[]} roles */
  #roleChoice(roles) {
    const choice = node(
      "select",
      { id: "evidence-role", "data-choose": "role" },
      node("option", { value: "" }, this.#say("evidence-role-none")),
      roles.map(({ name }) => node("option", { value: name }, name)),
    );
    choice.addEventListener("change", () => this.draw());
    return choice;
  }

  /** @param {Format} format */
  #ways(format) {
    const say = this.#say;
    const name = say(`evidence-${format}`);
    const copy = actionButton("evidence-copy", say("evidence-copy"), {
      "data-format": format,
      "aria-label": say("evidence-copy-of", { format: name }),
    });
    const save = actionButton("evidence-save", say("evidence-save"), {
      "data-format": format,
      "aria-label": say("evidence-save-of", { format: name }),
    });
    copy.addEventListener("click", () => this.#hand(format, true));
    save.addEventListener("click", () => this.#hand(format, false));
    return node("li", {}, node("span", {}, name), copy, save);
  }

  /** @returns {Around} */
  get #around() {
    const { resume, letter } = this.#document;
    const role = this.#role.value;
    return {
      templates: { resume, letter },
      resume: resume.heading,
      letter: letter.heading,
      opening: role ? letter.opening.replace("{role}", () => within(role)) : letter.opening_plain,
      closing: letter.closing,
    };
  }

  /** @param {Format} format @param {boolean} copy */
  async #hand(format, copy) {
    const say = this.#say;
    const { lines, letter } = wordsOf(this.#pieces(), this.#around);
    if (lines.length + letter.length === 0) return this.#tell(say("evidence-take-none"));
    const { write, type, ending } = files[format];
    const text = write(this.#pieces(), this.#around);
    if (copy) {
      const done = await copied(text);
      return this.#tell(
        done ? say("evidence-copied", { format: say(`evidence-${format}`) }) : say("evidence-copy-failed"),
      );
    }
    download(new Blob([text], { type }), `metier-evidence-${today()}.${ending}`);
    return this.#tell(say("evidence-saved"));
  }

  /** @param {string} words */
  #tell(words) {
    this.#news.textContent = words;
  }

  /** Once more, with what is written now. */
  draw() {
    const { lines, letter } = wordsOf(this.#pieces(), this.#around);
    this.#none.hidden = letter.length > 0;
    this.#shown.hidden = letter.length === 0;
    this.#lines.replaceChildren(...lines.map((line) => node("li", { dir: "auto" }, line)));
    this.#letter.replaceChildren(...letter.map((paragraph) => node("p", { dir: "auto" }, paragraph)));
  }
}
