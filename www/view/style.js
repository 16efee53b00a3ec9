// The element's style sheet. What a page may set is listed first; lengths hang on the font size of the
// place where the element stands, widths on the element and not on the window.
import { palette } from "../tokens.js";

/** @param {(day: string, night: string) => string} colour */
function paletteWith(colour) {
  return Object.entries(palette)
    .map(([name, [day, night]]) => `--${name}: var(--metier-${name === "ink" ? "text" : name}, ${colour(day, night)});`)
    .join("");
}

const css = `
:host { ${paletteWith((day, night) => `light-dark(${day}, ${night})`)} }
/* Older browsers have it by day. */
@supports not (color: light-dark(red, red)) { :host { ${paletteWith((day) => day)} } }
:host {
  --radius: var(--metier-radius, .6em);
  --font: var(--metier-font, system-ui, sans-serif);
  --head: var(--metier-heading-font, inherit);
  --target: max(44px, 2.75em);
}
* { box-sizing: border-box; }
/* Of what the page around hands down only the size of letters stays, the colour scheme, and whether it is there. */
.quiz {
  all: initial; color-scheme: inherit; font-size: inherit; pointer-events: inherit; visibility: inherit;
  -webkit-text-size-adjust: inherit;
  box-sizing: border-box; color: var(--ink); display: block; font-family: var(--font); line-height: 1.55;
  background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.6);
  margin-inline: auto; max-inline-size: var(--metier-width, 54em); overflow-wrap: anywhere;
  padding: var(--metier-padding, clamp(1em, 5cqi, 2.75em)); scroll-margin-block: var(--metier-scroll-margin, 1em);
}
/* Words in a left-to-right language, in a quiz that runs from right to left. */
.quiz:dir(rtl), .quiz:dir(rtl) td { text-align: right; }
.quiz:dir(rtl) :is(
  p, li, dt, dd, legend, h1, h2, h3, h4, h5, h6, summary, caption, th, td div, button, .value, .small
) { text-align: inherit; unicode-bidi: plaintext; }
.unseen, .end {
  block-size: 1px; clip-path: inset(50%); inline-size: 1px; overflow: hidden; position: absolute; white-space: nowrap;
}
.block { display: block; }
.bullet::before { content: "• "; }
.muted, .small, dt, caption, .eyebrow, .asked { color: var(--muted); }
.small { font-size: .86em; line-height: 1.45; }
.tag {
  border: 1px solid var(--edge); border-radius: 1em; color: var(--muted); display: inline-block; font-size: .78em;
  font-weight: 400; padding: .05em .6em;
}

h1, h2, h3, h4, h5, h6 { font-family: var(--head); font-weight: 650; line-height: 1.25; margin: 0; text-wrap: balance; }
[tabindex="-1"]:focus { outline: none; }
.h0 { font-size: clamp(1.45em, 1.1em + 1.9cqi, 2.1em); letter-spacing: -.012em; line-height: 1.18; }
.h1 { font-size: 1.3em; margin-block-end: .5em; }
.h2 { font-size: 1.12em; }
.h3, .top .h0 { color: var(--muted); font: 600 .92em/1.4 var(--font); letter-spacing: 0; }
.h3 { margin-block-start: 1em; }
p { margin-block: 0 .7em; }
p:last-child, .text > :last-child { margin-block-end: 0; }
ul, ol { margin-block: .35em .7em; padding-inline-start: 1.25em; }
li { margin-block: .25em; }
a, summary, .link, [data-action="back"] { color: var(--accent); text-underline-offset: .15em; }
code { font: .9em ui-monospace, monospace; }
.h0 + p { margin-block-start: .6em; }
.eyebrow { margin-block-end: .4em; }
.sign { color: var(--muted); margin-block-start: 1em; max-inline-size: 40em; }
.lead { font-size: 1.06em; margin-block: .9em 0; }
.lead p, .prompt, .part > p, .part > ul, .feedback { max-inline-size: 40em; }
.part, section > details:not(.part *) { margin-block-start: 2.6em; }

button {
  appearance: none; background: none; border: 1px solid var(--edge); border-radius: var(--radius); color: inherit;
  cursor: pointer; font: inherit; font-weight: 550; min-block-size: var(--target); min-inline-size: var(--target);
  overflow-wrap: break-word;
  padding: .4em 1.15em;
}
button:hover { background: var(--tint); border-color: var(--accent); }
.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); padding-inline: 1.7em; }
.main:hover { background: color-mix(in oklab, var(--accent), var(--ink) 18%); }
.link, [data-action="back"] { border-color: transparent; margin-inline-start: -.5em; padding-inline: .5em; }
.link { text-decoration: underline; }
[data-action="back"]::before { content: "← "; content: "← " / ""; }
[data-action="back"]:dir(rtl)::before { content: "→ "; content: "→ " / ""; }
:is(a, button, summary, input):focus-visible, label:has(:focus-visible) {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
label :focus-visible { outline: none; }
.actions { display: flex; flex-wrap: wrap; gap: .75em; margin-block-start: 1.75em; }
.actions > button { flex: none; max-inline-size: 100%; }

.facts { margin-block: 1.6em 0; }
.facts > div {
  border-block-start: 1px solid var(--line); display: grid; gap: 0 1.5em; grid-template-columns: 8.5em 1fr;
  padding-block: .7em;
}
dd { margin: 0; }
.actions + .small { margin-block: 1.5em 0; }

.top { align-items: center; display: flex; gap: 1em; justify-content: space-between; margin-block: -.5em .9em; }
.prompt { font-size: 1.16em; line-height: 1.5; }
fieldset { border: 0; margin: 0; min-inline-size: 0; padding: 0; }
legend { margin-block-end: .8em; padding: 0; }
form > fieldset { margin-block-start: 1.4em; }
input { accent-color: var(--accent); font: inherit; margin: 0; }
label { cursor: pointer; }
label > input { block-size: 1.25em; flex: none; inline-size: 1.25em; }
.row, .cell { border: 1px solid var(--line); border-radius: var(--radius); min-block-size: var(--target); }
.row { align-items: start; display: grid; gap: .8em; grid-template-columns: auto 1fr; padding: .7em 1em; }
.row > input { margin-block-start: .15em; }
.row + .row { margin-block-start: .5em; }
:is(.row, .cell):hover { border-color: var(--edge); }
:is(.row, .cell):has(:checked) {
  background: var(--tint); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent);
}
.cells { display: grid; gap: 2px; grid-auto-columns: minmax(44px, 1fr); grid-auto-flow: column; }
.cell { align-items: center; display: flex; gap: .5em; justify-content: center; padding: .5em .25em; }
.scale .cell { flex-direction: column; gap: .25em; }
.ends {
  color: var(--muted); display: flex; font-size: .86em; gap: 1em; justify-content: space-between;
  margin-block-start: .3em;
}
.ends > :last-child { text-align: end; }
.rated, .pick, .share {
  align-items: center; border-block-start: 1px solid var(--line); display: grid; gap: .7em 1.5em;
  grid-template-columns: 1fr auto; padding-block: 1em;
}
.pick .cells { gap: .4em; }
.pick .cell { padding-inline: 1em; }
.stepper { display: flex; gap: .25em; }
.stepper > * { scroll-margin-block: 4em; }
.stepper button { font-size: 1.15em; padding: 0; }
.stepper input {
  appearance: textfield; background: none; border: 1px solid var(--edge); border-radius: var(--radius); color: inherit;
  inline-size: 3.4em; min-block-size: var(--target); text-align: center;
}
.stepper input::-webkit-inner-spin-button { appearance: none; }
.left {
  background: var(--surface); font-weight: 600; inset-block-start: 0; margin: 0; padding-block: .5em; position: sticky;
}
.problem {
  border-inline-start: 3px solid var(--warn); color: var(--warn); font-weight: 550; margin-block: .6em;
  padding: .2em .8em;
}

.answers { padding-inline-start: 1.6em; }
.answers > li { border-block-start: 1px solid var(--line); margin: 0; padding-block: .8em; }
.answers > li::marker, .look > li::marker { color: var(--muted); }
.answers > li > div { display: inline-block; inline-size: calc(100% - 8em); vertical-align: top; }
.answers > li > button { float: inline-end; }
.asked { font-size: .92em; margin-block-end: .2em; }

.chart { --mark: .9em; }
.chart > ol { list-style: none; margin: 0; padding: 0; }
.chart li { margin: 0; }
.skill {
  align-items: center; display: grid; gap: 0 1.8em; grid-template-columns: minmax(9em, 12em) 1fr 13em;
  padding-inline-start: var(--mark);
}
.what { font-weight: 550; padding-block: .5em; }
.value { line-height: 1.3; padding-block: .3em; }
.value, table { font-variant-numeric: tabular-nums; }
.value .small { white-space: nowrap; }
.plot { align-self: stretch; grid-column: 2; min-block-size: 2.5em; position: relative; }
.plot svg { block-size: 100%; inline-size: 100%; inset: 0; overflow: visible; position: absolute; }
.plot stop { stop-color: var(--accent); }
.plot rect { height: 1.2em; y: calc(50% - .6em); }
.plot .edge, .plot circle, .dots .full { fill: var(--accent); }
.plot .edge { fill-opacity: .6; }
.plot circle { stroke: var(--surface); stroke-width: 2; }
.plot .tick { stroke: var(--line); }
.axis .plot { min-block-size: 0; }
.names {
  color: var(--muted); display: flex; font-size: .76em; justify-content: space-between; line-height: 1.25;
  padding-block-end: .4em;
}
.names > span { align-items: center; display: flex; flex-direction: column; inline-size: 0; white-space: nowrap; }
.tied { border-inline-start: 3px solid var(--line); margin-block: .5em; --mark: calc(.9em - 3px); }
.tie { font-weight: 550; margin: 0; padding-inline-start: var(--mark); }
.single { --mark: 0; }
.single .what { display: none; }
.single .skill { grid-template-columns: 1fr 10em; }
.single .plot { grid-column: 1; margin-inline: 1em; }
.single .skill:not(.axis) .plot { min-block-size: 4em; }
.single .plot rect { height: 2em; y: calc(50% - 1em); }
.feedback { margin-block-start: 1.2em; }

table { border-collapse: collapse; font-size: .93em; inline-size: 100%; margin-block: .8em; overflow-wrap: break-word; }
caption { padding-block-end: .5em; text-align: start; }
th, td {
  border-block-end: 1px solid var(--line); font-weight: inherit; padding-block: .5em; padding-inline: 0 .8em;
  text-align: start; vertical-align: top;
}
thead { color: var(--muted); font-size: .9em; }
tbody th { font-weight: 550; }
th .small { font-weight: 400; }

.cards {
  display: grid; gap: 1em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5em), 1fr));
  margin-block: .9em 1.2em;
}
.cards:has(> :nth-child(4):last-child) { grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr)); }
.card {
  border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.3); display: grid; gap: 0; grid-row: span 5;
  grid-template-rows: subgrid; padding: 1.15em;
}
.card ul { list-style: none; margin-block: .2em 0; padding: 0; }
.dots { inline-size: 100%; margin-block: .8em .6em; max-inline-size: 17em; }
.dots .rest { fill: none; stroke: var(--edge); stroke-width: .8; }
.reasons {
  align-content: start; display: grid; gap: 0 1.5em;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
}
.count { line-height: 1.4; margin-block-end: .7em; }
.count b { color: var(--accent); font-size: 1.5em; line-height: 1; }
.next li, .learn li, .problems li { margin-block: .6em; }

details { border-block-start: 1px solid var(--line); margin-block-start: 1.2em; }
details + details { margin-block-start: 0; }
summary { cursor: pointer; font-weight: 550; min-block-size: 44px; padding-block: .65em; }
details[open] { padding-block-end: 1em; }
section > details:not(.part *) { border-block-end: 1px solid var(--line); }
.look > li { margin-block: 1.6em; }

@container (max-width: 44em) {
  .rated { grid-template-columns: 1fr; }
  .chart .skill { grid-template-columns: 1fr; }
  .chart .skill > * { grid-column: 1; }
  .what { padding-block: .5em 0; }
  .skill .value { grid-row: 2; padding: 0; }
  .single .value { grid-row: 4; }
  .chart .plot { grid-row: 3; margin-inline: 1.1em; }
}
@container (max-width: 34em) {
  .quiz { border-inline: 0; border-radius: 0; }
  .facts > div, .pick, .share { grid-template-columns: 1fr; }
  .stepper { justify-content: end; }
  .main { flex: 1; }
  .answers > li > div, .answers > li > button { display: block; float: none; inline-size: auto; }
  .answers > li > button { margin-block-start: .5em; }
  table, caption, tbody, tr, th, td { border: 0; display: block; padding: 0; }
  thead { clip-path: inset(50%); position: absolute; }
  tr { border-block-end: 1px solid var(--line); padding-block: .6em; }
  td { display: flex; gap: .7em; }
  td::before { color: var(--muted); content: attr(data-head); flex: 0 0 40%; }
}
@container (max-width: 21em) { .name { display: none; } }
${stacked(5)}${stacked(7)}${stacked(9)}${stacked(11)}
@media (prefers-reduced-motion: no-preference) {
  button, .row, .cell { transition: background-color .12s, border-color .12s; }
}
@media (prefers-contrast: more) { :host { --line: var(--edge); --muted: var(--ink); } }
@media (forced-colors: active) {
  .main { border-width: 2px; }
  :is(.row, .cell):has(:checked) { outline: 2px solid Highlight; outline-offset: -2px; }
  .plot stop { stop-color: Highlight; }
  .plot .edge, .plot circle, .dots .full { fill: CanvasText; }
  .plot .tick, .dots .rest { stroke: CanvasText; }
}
@media print {
  :host { font-size: 8.5pt; line-height: 1.4; }
  .quiz { border: 0; max-inline-size: none; padding: 0; }
  .actions, .screen, details, .link, .about, .learn li:nth-child(n + 7), .card li:nth-child(n + 4) { display: none; }
  .part { margin-block-start: 1.1em; }
  .h0 { font-size: 1.6em; }
  .lead { margin-block: .5em 0; }
  .plot { min-block-size: 1.4em; }
  .what, .value { line-height: 1.2; padding-block: 0; }
  .skill { grid-template-columns: 14em 1fr 14em; }
  .lead p, .part > p, .part > ul { max-inline-size: none; }
  .learn { columns: 2; column-gap: 2.5em; }
  .learn li { margin-block: 0 .4em; }
  .card { padding: .8em 1em; }
  .card li { margin: 0; }
  .h3 { margin-block-start: .5em; }
  .dots { margin-block: .4em; max-inline-size: 12em; }
  .tied { margin-block: .25em; }
  th, td { padding-block: .22em; }
  .card, .skill, tr, li { break-inside: avoid; }
  h3, h4, .tie { break-after: avoid; }
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

/** The sheet of a quiz. */
export function makeSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
