// What only a quiz with one of the rarer kinds of items needs: those kinds, their words and their looks. It comes with the
// module that reads them.
import { rareWords as words } from "../words/words.js";
import { rarer } from "./table.js";

/** What several of them share. */
const looks = `
textarea, .typed {
  background: var(--surface); border: 1px solid var(--edge); border-radius: var(--radius); color: inherit; font: inherit;
  max-inline-size: 100%; min-block-size: var(--target); padding: .5em .8em;
}
textarea:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** Their looks, anew. */
export function makeRarerSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    looks +
      Object.values(kinds)
        .map((kind) => kind.looks?.() ?? "")
        .join(""),
  );
  return sheet;
}

/**
 * All that the boundary names but the common ones: the types fail here where the table lacks one.
 * @type {Record<Exclude<import("../types.d.ts").ItemView["type"], keyof typeof import("./table.js").common>, import("../types.d.ts").Kind>}
 */
const kinds = rarer;

export const rarerKinds = { kinds, words };
