// The sheet of the first screen, which comes with the tag and before all others.
import { baseStyle } from "./style/base.js";
import { introStyle } from "./style/intro.js";

export function makeFirstSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(baseStyle + introStyle);
  return sheet;
}
