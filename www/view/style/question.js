// A question: what is asked, and the inputs of the common kinds of items.

export const questionStyle = `
.top {
  align-items: center; display: flex; flex-wrap: wrap; gap: 0 1em; justify-content: space-between;
  margin-block: -.5em 1.2em;
}
.progress { color: var(--muted); display: contents; font-size: .92em; }
.progress > .bar { display: flex; flex: 0 0 100%; gap: 3px; margin-block-start: .25em; }
.bar > * { background: var(--line); block-size: 4px; border-radius: 2px; flex: 1; }
.bar > .done { background: var(--accent); }
.bar > .here { box-shadow: inset 0 0 0 1px var(--accent); }
.asks { display: flex; flex-direction: column; gap: .9em; max-inline-size: 40em; }
.situation { color: var(--muted); order: -1; }
.whole { color: inherit; }
.question { font-size: 1.235em; letter-spacing: 0; line-height: 1.25; }
.long { font-size: 1em; line-height: 1.5; }
fieldset { border: 0; margin: 0; min-inline-size: 0; padding: 0; }
legend { color: var(--muted); margin-block-end: .7em; padding: 0; }
form > fieldset { margin-block-start: .5em; }
form > fieldset + .asks { border-block-start: 1px solid var(--line); margin-block-start: 1.5em; padding-block-start: 1.5em; }
form > .h0 + .asks { margin-block-start: 1.5em; }
input { accent-color: var(--accent); font: inherit; margin: 0; }
label { cursor: pointer; }
label > input { block-size: 1.25em; flex: none; inline-size: 1.25em; }
.row, .cell { border: 1px solid var(--edge); border-radius: var(--radius); min-block-size: var(--target); }
.row { align-items: start; display: grid; gap: .8em; grid-template-columns: auto 1fr; padding: .7em 1em; }
.row > input { margin-block-start: .15em; }
.rows { counter-reset: letter; display: grid; gap: .5em; }
:is(.row, .cell):hover { border-color: var(--accent); }
:is(.row, .cell):has(:checked) {
  background: var(--tint); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent);
}
.groups { display: flex; flex-wrap: wrap; gap: .4em; }
.groups .cell { padding-inline: .8em; }
.rated:has(.groups) { grid-template-columns: 1fr; }
.cells { display: grid; gap: 2px; grid-auto-columns: minmax(44px, 1fr); grid-auto-flow: column; }
.cell { align-items: center; display: flex; gap: .5em; justify-content: center; padding: .5em .25em; }
.scale .cell { flex-direction: column; gap: .25em; }
.ends {
  color: var(--muted); display: flex; font-size: .86em; gap: 1em; justify-content: space-between;
  margin-block-start: .3em;
}
.ends > :last-child { text-align: end; }
.rated, .share {
  align-items: center; border-block-start: 1px solid var(--line); display: grid; gap: .7em 1.5em;
  grid-template-columns: 1fr auto; padding-block: 1em;
}
.sides { display: grid; gap: 0 .5em; grid-template-columns: 1fr auto auto; }
.side { display: contents; }
.sides .told { align-self: center; grid-column: 1; grid-row: var(--at); padding-block: .6em; padding-inline-end: 1em; }
.sides .cell { align-self: center; grid-row: var(--at); margin-block: .5em; padding-inline: 1em; }
.sides .best { grid-column: 2; }
.sides .worst { grid-column: 3; }
select {
  background: var(--surface); border: 1px solid var(--edge); border-radius: var(--radius); color: inherit; cursor: pointer;
  font: inherit; max-inline-size: 100%; min-block-size: var(--target); min-inline-size: 7.5em; padding: .5em .8em;
  text-overflow: ellipsis;
}
select:has(option:not([value=""]):checked) { background: var(--tint); border-color: var(--accent); }
select:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.share:has(select) { grid-template-columns: 1fr minmax(0, auto); }
.problem {
  border-inline-start: 3px solid var(--warn); color: var(--warn); font-weight: 550; margin-block: .6em;
  padding: .2em .8em;
}
@container (max-width: 44em) { .rated { grid-template-columns: 1fr; } }
@container (min-width: 46em) { .rows:has(> :nth-child(4)) { grid-template-columns: 1fr 1fr; } }
@container (max-width: 34em) {
  .share, .share:has(select) { grid-template-columns: 100%; }
  .share select { inline-size: 100%; }
  .sides { grid-template-columns: 1fr 1fr; }
  .sides .told { border-block-start: 1px solid var(--line); grid-column: 1 / -1; padding: .9em 0 .4em; }
  .sides .cell { grid-row: calc(var(--at) + 1); justify-content: start; margin-block: 0 1em; }
  .sides .best { grid-column: 1; }
  .sides .worst { grid-column: 2; }
}
@container (max-width: 17em) {
  .sides .cell { grid-column: 1 / -1; }
  .sides .worst { grid-row: calc(var(--at) + 2); }
  .scale .cell.cell { flex-wrap: wrap; }
}
/* With a keyboard a letter chooses: it stands beside the option, for the eyes alone. */
@media (hover: hover) and (pointer: fine) {
  .row { counter-increment: letter; grid-template-columns: auto 1fr auto; }
  .row::after { color: var(--muted); content: counter(letter, upper-alpha) / ""; font-size: .82em; }
}
/* On a small screen the way on stays in sight; what has the focus is never under it, nor under the points left. */
@media screen and (min-height: 26em) {
  @container (min-width: 17em) and (max-width: 34em) {
    .dock {
      background: var(--surface); border-block-start: 1px solid var(--line); flex-direction: row-reverse;
      inset-block-end: 0; margin: 1.25em calc(-1 * var(--pad)) calc(-1 * var(--pad)); padding: .6em var(--pad);
      position: sticky;
    }
    form :is(input, select, textarea, button, a, summary) { scroll-margin-block: 5em 7em; }
    .dock > button { scroll-margin-block: 0; }
  }
}
${stacked(5)}${stacked(7)}${stacked(9)}${stacked(11)}
@media (prefers-reduced-motion: no-preference) {
  .row, .cell { transition: background-color .12s, border-color .12s; }
}
@media (forced-colors: active) {
  .bar > * { border: 1px solid CanvasText; }
  .bar > .done { background: Highlight; forced-color-adjust: none; }
  :is(.row, .cell):has(:checked) { outline: 2px solid Highlight; outline-offset: -2px; }
  select:has(option:not([value=""]):checked) { border: 2px solid Highlight; }
}
`;

/**
 * Where `points` cells of 44 px do not fit side by side they stand one below the other, with the ends in
 * their rows. In px for the cells, in em for the padding of a large font.
 * @param {number} points
 */
function stacked(points) {
  const width = points * 46 + 32;
  const scales = [points, points - 1].map((n) => `.points-${n}`);
  return `@container (max-width: ${width}px) or (max-width: ${width / 17}em) { :is(${scales}) {
  .cells { grid-auto-flow: row; grid-auto-columns: auto; }
  .cell.cell { flex-direction: row; gap: .8em; justify-content: start; padding: .5em 1em; }
  .end {
    block-size: auto; clip-path: none; color: var(--muted); inline-size: auto; position: static; white-space: normal;
  }
  .ends { display: none; }
} }
`;
}
