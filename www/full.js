// What only a calibrated or an adaptive quiz needs, one with stated evidence or rarer types of items, or a document with mistakes:
// the full player and its words. One file of the release, loaded before the first question.
import { __wbg_reset_state, begin, build, Session } from "./pkg/full.js";
import { adaptiveWords, calibratedWords, statedWords } from "./words/measurement-en.js";

export const full = { glue: { __wbg_reset_state, begin, build }, Session, adaptiveWords, calibratedWords, statedWords };
