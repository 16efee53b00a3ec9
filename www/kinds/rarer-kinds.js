// What only a quiz with one of the rarer kinds of items needs: those kinds, their words and their looks. One file of
// the release, loaded before the first question.
import { rareWords as words } from "../words/words.js";
import { rarer } from "./table.js";

/** What several of them share. */
const looks = `
select, textarea, .typed {
  background: var(--surface); border: 1px solid var(--edge); border-radius: var(--radius); color: inherit; font: inherit;
  max-inline-size: 100%; min-block-size: var(--target); padding: .5em .8em;
}
select { cursor: pointer; min-inline-size: 7.5em; text-overflow: ellipsis; }
select:has(option:not([value=""]):checked) { background: var(--tint); border-color: var(--accent); }
:is(select, textarea):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.share:has(select) { grid-template-columns: 1fr minmax(0, auto); }
@container (max-width: 34em) { .share:has(select) { grid-template-columns: 1fr; } .share select { inline-size: 100%; } }
@media (forced-colors: active) { select:has(option:not([value=""]):checked) { border: 2px solid Highlight; } }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** One sheet for all quizzes of the page. */
function rarerSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(
      looks +
        Object.values(kinds)
          .map((kind) => kind.looks?.() ?? "")
          .join(""),
    );
  }
  return sheet;
}

/**
 * All that the boundary names but the common ones: the types fail here where the table lacks one.
 * @type {Record<Exclude<import("../types.d.ts").ItemView["type"], keyof typeof import("./table.js").common>, import("../types.d.ts").Kind>}
 */
const kinds = rarer;

export const rarerKinds = { kinds, words, sheet: rarerSheet };
