// What only a calibrated or an adaptive quiz needs, one with stated evidence or rarer types of items, or a document
// with mistakes: the full player, its words, and the list of what is stated. One file of the release, loaded before the
// first question.
import { __wbg_reset_state, begin, build, Session } from "../pkg/full.js";
import { statedList } from "../view/stated.js";
import { adaptiveWords, calibratedWords, statedWords } from "../words/words.js";

export const full = {
  glue: { __wbg_reset_state, begin, build },
  Session,
  adaptiveWords,
  calibratedWords,
  statedWords,
  statedList,
};
