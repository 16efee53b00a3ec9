// What the inputs of items.js look like, beside style.js.

/** Both engines' names for the parts of a slider; one unknown name would make a shared rule void. @param {"track" | "thumb"} part @param {string} rules @param {string} [where] */
function sliderPart(part, rules, where = "") {
  const names = part === "track" ? ["-webkit-slider-runnable-track", "-moz-range-track"] : ["-webkit-slider-thumb", "-moz-range-thumb"];
  return names.map((name) => `${where}[type=range]::${name} { ${rules} }\n`).join("");
}

const css = `
select, textarea, .typed {
  background: var(--surface); border: 1px solid var(--edge); border-radius: var(--radius); color: inherit; font: inherit;
  max-inline-size: 100%; min-block-size: var(--target); padding: .5em .8em;
}
select { cursor: pointer; min-inline-size: 7.5em; text-overflow: ellipsis; }
select:has(option:not([value=""]):checked) { background: var(--tint); border-color: var(--accent); }
:is(select, textarea):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.share:has(select) { grid-template-columns: 1fr minmax(0, auto); }
textarea { display: block; inline-size: 100%; line-height: 1.5; margin-block: .3em .4em; resize: vertical; }
.over { color: var(--warn); font-weight: 600; }
.own { white-space: pre-line; }
.amount { display: grid; gap: .3em; }
.typing { align-items: center; display: flex; flex-wrap: wrap; gap: .7em; }
.typing .typed { inline-size: 9em; }
.slider { display: grid; gap: .45em; margin-block-start: .4em; }
.slider .ends { margin: 0; }
.readout { display: grid; font-size: 1.35em; font-variant-numeric: tabular-nums; font-weight: 600; line-height: 1.3; min-block-size: 1.3em; text-align: center; }
.readout > * { grid-area: 1 / 1; }
.room { font-weight: 600; visibility: hidden; }
.untouched .readout { color: var(--muted); font-weight: 400; }
[type=range] { appearance: none; background: none; block-size: var(--target); cursor: pointer; border-radius: var(--radius); display: block; inline-size: 100%; margin: 0; }
${sliderPart("track", "background: var(--line); block-size: .6em; border: 1px solid var(--edge); border-radius: 1em; box-sizing: border-box;")}
${sliderPart("thumb", "appearance: none; background: var(--accent); block-size: 1.8em; border: 2px solid var(--surface); border-radius: 50%; box-shadow: 0 0 0 1px var(--accent); box-sizing: border-box; inline-size: 1.8em;")}
[type=range]::-webkit-slider-thumb { margin-block-start: calc(-.6em - 1px); }
${sliderPart("track", "border-style: dashed;", ".untouched ")}
${sliderPart("thumb", "opacity: 0;", ".untouched ")}
.slider .ends b { color: var(--ink); }
.written > div { border-block-start: 1px solid var(--line); padding-block: .8em; }
@container (max-width: 34em) { .share:has(select) { grid-template-columns: 1fr; } .share select { inline-size: 100%; } }
@media (forced-colors: active) {
  select:has(option:not([value=""]):checked) { border: 2px solid Highlight; }
  ${sliderPart("thumb", "forced-color-adjust: none; background: Highlight; border-color: Canvas; box-shadow: 0 0 0 1px CanvasText;")}
}
@media print { .written > div { break-inside: avoid; padding-block: .3em; } }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** One sheet for all quizzes of the page. */
export function moreSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
