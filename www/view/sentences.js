// Sentences of an author's text: the first says what a quiz is about, the last of a long prompt is its question.

/** @typedef {import("../types.d.ts").Tree} Tree */

/** In words: what is longer is a story, perhaps with a question at its end. */
const longWords = 20;

/** @param {import("../types.d.ts").Block} block */
const plain = ({ runs }) => runs.map(({ text }) => text).join("");

/** Where each sentence of a block begins. @param {import("../types.d.ts").Block} block @returns {number[]} */
function starts(block) {
  if (!("Segmenter" in Intl)) return [0];
  return [...new Intl.Segmenter([], { granularity: "sentence" }).segment(plain(block))].map(({ index }) => index);
}

/**
 * A text in two, cut within one of its blocks.
 * @param {Tree} tree
 * @param {number} at index of the block
 * @param {number} offset in its letters
 * @returns {[Tree, Tree]}
 */
function cut(tree, at, offset) {
  const { blocks } = tree;
  let seen = 0;
  const runs = blocks[at].runs.map((run) => {
    const place = Math.max(0, offset - seen);
    seen += run.text.length;
    return [run.text.slice(0, place), run.text.slice(place)].map((text) => ({ ...run, text }));
  });
  const half = (/** @type {0 | 1} */ side) => {
    const kept = runs.map((run) => run[side]).filter(({ text }) => text);
    return kept.length ? [{ ...blocks[at], runs: kept }] : [];
  };
  return [
    { ...tree, blocks: [...blocks.slice(0, at), ...half(0)] },
    { ...tree, blocks: [...half(1), ...blocks.slice(at + 1)] },
  ];
}

/** The first sentence, and the rest. @param {Tree} tree @returns {[Tree, Tree]} */
export function firstSentence(tree) {
  const [block] = tree.blocks;
  return block ? cut(tree, 0, starts(block)[1] ?? plain(block).length) : [tree, tree];
}

/** Whether a text is longer than a question is. @param {Tree} tree */
export function isLong({ blocks }) {
  return blocks.map(plain).join(" ").trim().split(/\s+/).length > longWords;
}

/**
 * What is told and what is asked, as the author parts them; else the question at the end of a long prompt. A long one
 * without it is told as a whole.
 * @param {import("../types.d.ts").ItemView} item
 * @returns {{ situation: Tree | null, question: Tree | null }}
 */
export function asked({ prompt, situation }) {
  if (situation) return { situation, question: prompt };
  const { blocks } = prompt;
  if (blocks.length === 1 && !isLong(prompt)) return { situation: null, question: prompt };
  const last = blocks.length - 1;
  const end = blocks[last];
  if (end?.kind !== "paragraph" || !/[?؟？]$/.test(plain(end).trimEnd())) return { situation: prompt, question: null };
  const [told, question] = cut(prompt, last, starts(end).at(-1) ?? 0);
  return { situation: told.blocks.length ? told : null, question };
}
