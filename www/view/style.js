// The element's style sheet, a file for each group of screens. Lengths hang on the font size of the place where the
// element stands, widths on the element and not on the window.
import { frameStyle } from "./style/frame.js";
import { introStyle } from "./style/intro.js";
import { printStyle } from "./style/print.js";
import { questionStyle } from "./style/question.js";
import { resultStyle } from "./style/result.js";
import { reviewStyle } from "./style/review.js";

/** The sheet of a quiz. */
export function makeSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(frameStyle + introStyle + questionStyle + reviewStyle + resultStyle + printStyle);
  return sheet;
}
