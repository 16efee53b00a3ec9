// The module of everything, as one file of the release: for the page of one's profile; for the page of adverts once
// somebody brings a profile; and before the first question of a calibrated or an adaptive quiz, one with stated evidence
// or rarer types of items, or a document with mistakes. Beside it the words that only such quizzes need, and the list of
// what is stated.
import { __wbg_reset_state, begin, build, Matcher, Session } from "../pkg/whole.js";
import { statedList } from "../view/stated.js";
import { adaptiveWords, calibratedWords, statedWords } from "../words/words.js";

export { __wbg_reset_state, begin, build, Matcher, Saved, Session } from "../pkg/whole.js";
export const whole = {
  glue: { __wbg_reset_state, begin, build },
  Matcher,
  Session,
  adaptiveWords,
  calibratedWords,
  statedWords,
  statedList,
};
