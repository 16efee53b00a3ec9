// The module of everything, as one file of the release: for the page of one's profile; for the page of adverts once
// somebody brings a profile; and before the first question of a quiz that the small player does not read, or of a document
// with mistakes. Beside it what only such quizzes need: the rarer kinds of items, the result of a count, words, the list
// of what is stated.
import { makeRarerSheet, rarerKinds } from "../kinds/rarer-kinds.js";
import { __wbg_reset_state, begin, build, Matcher, Session } from "../pkg/whole.js";
import { countedParts } from "../view/counted.js";
import { statedList } from "../view/stated.js";
import { adaptiveWords, calibratedWords, countedWords, statedWords } from "../words/words.js";

/** @type {CSSStyleSheet | undefined} */
let made;

/** One sheet for all quizzes of the page. */
const sheet = () => (made ??= makeRarerSheet());

export { __wbg_reset_state, begin, build, Matcher, Saved, Session } from "../pkg/whole.js";
export const whole = {
  glue: { __wbg_reset_state, begin, build },
  Matcher,
  Session,
  rarerKinds: { ...rarerKinds, sheet },
  adaptiveWords,
  calibratedWords,
  countedWords,
  statedWords,
  countedParts,
  statedList,
};
