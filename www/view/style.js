// The sheet of all screens but the first, a file for each group of them. Lengths hang on the font size of the place
// where the element stands, widths on the element and not on the window.
import { frameStyle } from "./style/frame.js";
import { printStyle } from "./style/print.js";
import { questionStyle } from "./style/question.js";
import { resultStyle } from "./style/result.js";
import { reviewStyle } from "./style/review.js";

/** It stands after that of the first screen. */
export function makeSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(frameStyle + questionStyle + reviewStyle + resultStyle + printStyle);
  return sheet;
}
