// What only a calibrated or an adaptive quiz needs: the player with measurement in its module, and its words. One file of
// the release, loaded before the first question.
import { __wbg_reset_state, build, initSync, Session } from "./pkg/measurement.js";
import { adaptiveWords, calibratedWords } from "./words/measurement-en.js";

export const measurement = { player: { glue: { __wbg_reset_state, initSync }, Session, build }, adaptiveWords, calibratedWords };
