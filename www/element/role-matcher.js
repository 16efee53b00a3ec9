// What only a quiz of several skills needs: the matcher's glue, the verdict and its words. One file of
// the release, loaded before the first question.
import { __wbg_reset_state, begin, build, Matcher } from "../pkg/matcher.js";
import { gapsOf, verdictLead, verdictSection, verdictSentence } from "../view/verdict.js";
import { roleWords as words } from "../words/words.js";

export const roles = {
  glue: { __wbg_reset_state, begin, build },
  Matcher,
  words,
  gapsOf,
  verdictLead,
  verdictSection,
  verdictSentence,
};
