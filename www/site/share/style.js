// The sheet of the panel and of a shared result, which comes with them: pages that show neither do not load it. The
// colours are those of the page.

const rules = `
.share { background: var(--surface); color: var(--ink); }
dialog.share { border: 1px solid var(--line); border-radius: 1rem; box-sizing: border-box; inline-size: min(44rem, 100vw - 1rem); margin: auto; max-block-size: calc(100dvb - 1rem); max-inline-size: none; overflow: auto; overscroll-behavior: contain; padding: 1rem 1.25rem 1.25rem; }
dialog.share::backdrop { background: rgb(0 0 0 / .55); }
section.share { border: 1px solid var(--line); border-radius: 1rem; margin-block: 1.5rem; padding: 1.25rem; }
.share :is(h1, h2) { font-size: 1.45rem; margin: 0; outline: none; }
.share p { margin-block: .6rem; max-inline-size: 42rem; }
.share .top { align-items: center; display: flex; gap: 1rem; justify-content: space-between; }
.share figure { margin: .75rem 0; }
.share canvas { block-size: auto; border-radius: .6rem; display: block; margin-inline: auto; max-block-size: 46vh; max-inline-size: 100%; }
.share fieldset { border: 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; min-inline-size: 0; padding: 0; }
.share legend { float: inline-start; font-weight: 600; margin-inline-end: 1.25rem; padding: .6rem 0; }
.share label { align-items: center; cursor: pointer; display: inline-flex; gap: .5em; min-block-size: 44px; }
.share input[type="radio"] { accent-color: var(--accent); block-size: 1.25rem; flex: none; inline-size: 1.25rem; margin: 0; }
.share button { background: none; border: 1px solid var(--edge); border-radius: .6em; color: inherit; cursor: pointer; font: inherit; font-weight: 550; min-block-size: 44px; padding: .4em 1.15em; }
.share button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.share button:hover { border-color: var(--accent); }
.share .actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-block: .75rem; }
.share summary { align-items: center; color: var(--accent); cursor: pointer; display: list-item; font-weight: 550; min-block-size: 44px; padding-block: .6rem; }
.share .words { color: var(--muted); font-size: .94em; }
.share [role="status"]:empty { display: none; }
dialog.share [role="status"] { background: var(--surface); inset-block-end: -1.25rem; margin-block-end: 0; padding-block: .6rem; position: sticky; }
.share textarea { background: var(--surface); border: 1px solid var(--edge); border-radius: .4rem; box-sizing: border-box; color: inherit; font: inherit; inline-size: 100%; padding: .5rem; }
@media (forced-colors: active) { .share canvas { forced-color-adjust: none; } }
@media print { dialog.share { display: none; } }`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Puts the sheet in force, once. */
export function dressPage() {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
