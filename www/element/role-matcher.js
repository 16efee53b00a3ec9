// What only a quiz of several skills needs: the matcher's glue, the parts of its result and their words. One file of
// the release, loaded before the first question.
import { __wbg_reset_state, begin, build, Matcher } from "../pkg/matcher.js";
import { manyParts } from "../view/roles/many.js";
import { makeRolesSheet } from "../view/style/roles.js";
import { roleWords as words } from "../words/words.js";

/** @type {CSSStyleSheet | undefined} */
let made;

/** One sheet for all quizzes of the page. */
function sheet() {
  return (made ??= makeRolesSheet());
}

export const roles = { glue: { __wbg_reset_state, begin, build }, Matcher, words, sheet, manyParts };
