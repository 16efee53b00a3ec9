// An author's text: a tree of blocks and runs, drawn as nodes.
import { node, unseen } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Tree} Tree */
/** @typedef {import("../types.d.ts").Run} Run */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */

/** Letters from right to left, and what controls directions. */
const leftwards = /[\u0590-\u08ff\ufb1d-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|\p{Bidi_Control}/u;

/**
 * Words of ours that may hold an author's: kept apart where those run from right to left, and otherwise one text with what
 * is around them, as it is read out.
 * @param {string} before
 * @param {string} words
 * @param {string} [after]
 * @returns {Child}
 */
export const apart = (before, words, after = "") =>
  leftwards.test(words) ? [before, node("bdi", {}, words), after] : `${before}${words}${after}`;

/**
 * Only https, or what lies on the quiz document's own host; anything else is no link.
 * @param {string} link
 * @param {string} base address of the quiz document
 * @returns {URL | null}
 */
export function safeLink(link, base) {
  try {
    const home = new URL(base);
    const url = new URL(link, home);
    const own = /^(https?|file):$/.test(url.protocol) && url.protocol === home.protocol && url.host === home.host;
    return url.protocol === "https:" || own ? url : null;
  } catch {
    return null;
  }
}

/**
 * Opens beside the quiz, so that no answer is lost; a foreign host is named.
 * @param {string} link
 * @param {Child} words
 * @param {Stage} stage
 */
export function linkNode(link, words, stage) {
  const url = safeLink(link, stage.base);
  if (!url) return node("span", {}, words);
  const foreign = url.host !== location.host;
  return node(
    "a",
    { href: url.href, target: "_blank", rel: "noopener noreferrer nofollow" },
    words,
    foreign && node("bdi", { class: "small", dir: "ltr" }, ` (${url.host})`),
    unseen(` ${stage.say("new-tab")}`),
  );
}

/** @param {Run} run @param {Stage} stage @returns {Child} */
function runNode(run, stage) {
  /** @type {Child} */
  let inner = run.text.split("\n").flatMap((line, index) => (index ? [node("br"), line] : [line]));
  if (run.code) inner = node("code", {}, inner);
  if (run.emphasis) inner = node("em", {}, inner);
  if (run.strong) inner = node("strong", {}, inner);
  return run.link === null ? inner : linkNode(run.link, inner, stage);
}

/**
 * Language and direction: its own, else the quiz's. Where the quiz reads from left to right and the
 * text does not say, the text itself decides, so that an Arabic option in an English quiz is right.
 * @param {Tree} tree
 * @param {Stage} stage
 */
export function voice(tree, { quiz }) {
  return {
    lang: tree.language ?? quiz.language,
    dir: tree.direction ?? (quiz.direction === "rtl" ? "rtl" : "auto"),
  };
}

/** The number of an entry of a numbered list, where no list draws it. @param {import("../types.d.ts").Block} block */
const numbered = ({ number }) => (number === undefined ? "" : `${number}. `);

/** Paragraphs and lists. @param {Tree} tree @param {Stage} stage */
export function textBlocks(tree, stage) {
  const box = node("div", { class: "text", ...voice(tree, stage) });
  /** @type {HTMLElement | undefined} */
  let list;
  for (const { kind, number, runs } of tree.blocks) {
    const children = runs.map((run) => runNode(run, stage));
    const tag = kind === "bullet" ? "ul" : "ol";
    if (kind === "paragraph") {
      list = undefined;
      box.append(node("p", {}, children));
    } else {
      if (list?.localName !== tag) box.append((list = node(tag)));
      list.append(node("li", number === undefined ? {} : { value: number }, children));
    }
  }
  return box;
}

/**
 * The same where only phrasing may stand: in a label, a heading, a sentence.
 * @param {Tree} tree
 * @param {Stage} stage
 */
export function textInline(tree, stage) {
  const { blocks } = tree;
  return node(
    "bdi",
    voice(tree, stage),
    blocks.map((block, index) => {
      const children = [numbered(block), block.runs.map((run) => runNode(run, stage))];
      if (blocks.length === 1) return children;
      return [index > 0 && " ", node("span", { class: block.kind === "bullet" ? "block bullet" : "block" }, children)];
    }),
  );
}

/** The letters alone. @param {Tree} tree */
export function textPlain(tree) {
  return tree.blocks
    .map((block) => numbered(block) + block.runs.map(({ text }) => text).join(""))
    .join(" ")
    .replaceAll("\n", " ");
}

/** What people see as letters, each of which may be several characters. @param {string} text */
function letters(text) {
  return "Segmenter" in Intl ? [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment) : [...text];
}

/**
 * The beginning of a text, to recognise it by: cut between words, and where those have no spaces between letters.
 * @param {string} text
 * @param {number} most about as many letters
 */
export function lettersStart(text, most) {
  const all = letters(text);
  const space = all.lastIndexOf(" ", most);
  return all.length > most + 10 ? `${all.slice(0, space > most * 0.65 ? space : most).join("")} …` : text;
}

/**
 * The same of an author's text.
 * @param {Tree} tree
 * @param {Stage} stage
 * @param {number} [most]
 */
export function textStart(tree, stage, most = 140) {
  return node("bdi", voice(tree, stage), lettersStart(textPlain(tree), most));
}
