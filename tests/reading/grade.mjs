// How many years of school a text asks for: the grade of Kincaid, Fishburne, Rogers and Chissom (1975), which looks at
// the length of sentences and of words and at nothing else. Few words make it jump, so a text needs some twenty of them.
import { syllable } from "syllable";

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
const LETTER = /\p{L}/u;

/** @typedef {{ words: number, sentences: number, syllables: number }} Counts */

/** The published formula. @param {Counts} counts */
export const gradeOf = ({ words, sentences, syllables }) =>
  (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59;

/** A number is read as one short word. @param {string} word */
export const syllablesOf = (word) =>
  word
    .split("-")
    .map((part) => (LETTER.test(part) ? Math.max(1, syllable(part)) : 1))
    .reduce((sum, count) => sum + count, 0);

/** A sentence ends at a full stop, a question mark or an exclamation mark, and with its paragraph. @param {string} text */
export function countsOf(text) {
  const sentences = text
    .split(/(?<=[.?!]['’"”)]?)(?:\s+|(?=\p{Lu}\p{Ll}))|\n+/u)
    .filter((sentence) => LETTER.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(WORD) ?? []);
  return {
    words: words.length,
    sentences: sentences.length,
    syllables: words.map(syllablesOf).reduce((sum, count) => sum + count, 0),
  };
}
