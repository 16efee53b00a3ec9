// The profile page's own sheet, beside that of the quizzes, whose colours, tables and charts it uses.

const css = `
:host { color: var(--ink); container-type: inline-size; display: block; font-family: var(--font); line-height: 1.55; }
/* Margins stay inside, so that nothing moves when the profile takes the place of the first words. */
.profile { display: flow-root; overflow-wrap: anywhere; }
.said:not(:has([role="status"]:empty)) {
  background: var(--tint); border: 1px solid var(--accent); border-radius: var(--radius); margin-block: 0 1.2em;
  padding: .9em 1.2em;
}
.said p { margin: 0; }
.said .actions:empty { display: none; }
.said .actions { margin-block-start: .6em; }
.actions { gap: .6em; margin-block-start: 1em; }
.actions > button { flex: 0 1 auto; }
button { background: var(--surface); }
.main { background: var(--accent); }
.caution, .damage { border-inline-start: 3px solid var(--warn); padding-inline-start: 1em; }
.damage { margin-block: 1.5em; }
.damage ul { list-style: none; padding: 0; }

.head { margin-block: 1.5em 1.6em; }
.head .h0 { font-size: clamp(1.6em, 1.15em + 2cqi, 2.3em); margin-block: 0 .5em; max-inline-size: 22em; }
.head .lead { font-size: 1em; margin: 0; max-inline-size: 40em; }
.head [data-signs] { font-size: 1.06em; font-weight: 550; }
.head .lead > * { margin-block: 0 .6em; }

.part { border-block-start: 1px solid var(--line); margin-block-start: 2em; padding-block-start: 1.5em; }
.part > .title { font-size: 1.45em; letter-spacing: -.01em; margin-block-end: .45em; }
.part .h1 { font-size: 1.12em; margin-block: 0 .35em; }
.part > .h1 { font: 600 1em/1.4 var(--font); margin-block: 1em .4em; }
.h3 { color: var(--muted); font: 600 .92em/1.4 var(--font); letter-spacing: 0; margin-block-start: 1em; }
.part > .small { max-inline-size: 40em; }
[data-part="next"] {
  background: var(--tint); border: 1px solid var(--accent); border-radius: calc(var(--radius) * 1.6);
  margin-block-start: 0; padding: 1.2em 1.4em;
}
[data-part="next"] p { max-inline-size: 40em; }
.exercise { font-size: 1.06em; }
[data-part="next"] section { margin-block-start: 1em; }
[data-part="next"] .top { margin-block: 0 .4em; }

/* What is folded: a line each, the whole of it a target. */
details, section > details:not(.part *) { border-block-start: 1px solid var(--line); margin: 0; }
summary { cursor: pointer; font-weight: 550; min-block-size: var(--target); padding-block: .6em; }
.fold > summary > * {
  color: var(--accent); display: inline; font-family: var(--font); font-size: 1em; font-weight: 600; letter-spacing: 0;
}
.fold, section > .fold:not(.part *) { margin-block-start: 1em; max-inline-size: none; }
.fold + .fold, section > .fold + .fold:not(.part *), .saved + .fold { margin-block-start: 0; }
.part + .fold:not(.part *) { margin-block-start: 2em; }
.folded { padding-block: .2em 1.4em; }
.folded > p { max-inline-size: 40em; }

.cards { grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr)); }
.card { padding-block-end: 0; }
.card .about { display: none; }
.card .reason { margin-block-start: .6em; }
.card .reason summary { color: var(--accent); }
.saved, .changes, .plan, .why, .pulls { list-style: none; margin-inline: 0; padding: 0; }
.reason > p { max-inline-size: 46em; }
.reason > :last-child { margin-block-end: 1em; }

.why > li { margin: 0; }
.why summary, .still { min-block-size: var(--target); padding-block: .35em; }
.still { border-block-start: 1px solid var(--line); padding-inline-start: 1.2em; }
.line { align-items: center; display: inline-grid; gap: 0 1em; grid-template-columns: 1fr auto; inline-size: calc(100% - 1.4em); }
.line .what { color: var(--ink); padding: 0; }
.line .plot { grid-column: 1 / -1; margin-inline: .5em; min-block-size: 1.9em; }
.line .small { font-weight: 400; font-variant-numeric: tabular-nums; }
.points { color: var(--ink); font-variant-numeric: tabular-nums; text-align: end; }
.sum {
  border-block-start: 2px solid var(--edge); display: flex; flex-wrap: wrap; gap: 0 1em; justify-content: space-between;
  padding-block-start: .6em;
}
.pulls { border-inline-start: 3px solid var(--line); padding-inline-start: 1em; }
.pulls > li { margin-block: 0 1.1em; max-inline-size: 46em; }
.pulls p, .pulls .given { margin-block: 0 .15em; }
.pulls .asked { display: block; overflow: visible; }
.pulls .from { font-style: italic; }
.plot .need { stroke: var(--warn); stroke-width: 3; }
.plot .typical {
  fill: var(--surface); stroke: var(--ink); stroke-width: 1.5; height: 9px; transform: translateX(-50%) rotate(45deg);
  transform-box: fill-box; transform-origin: 50% 50%; y: calc(50% - 4.5px);
}

.choosers { display: flex; flex-wrap: wrap; gap: 1em 1.5em; margin-block: 1em; }
.choose { display: grid; flex: 0 1 22em; gap: .25em; min-inline-size: 0; }
.choose label { color: var(--muted); font-size: .92em; }
select {
  appearance: auto; background: var(--surface); border: 1px solid var(--edge); border-radius: var(--radius);
  color: inherit; font: inherit; inline-size: 100%; max-inline-size: 100%; min-block-size: var(--target);
  padding: .3em .7em;
}
select:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.side > p, .note { max-inline-size: 44em; }
.note { border-inline-start: 3px solid var(--line); margin-block: 1em; padding-inline-start: 1em; }

.beams, .levels {
  background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.6);
  margin-block: 1.2em .4em; padding: 1.1em 1.3em;
}
.sides {
  display: grid; font-size: .94em; gap: 1em; grid-template-columns: 1fr 1fr; margin-inline: 13em 15em;
  padding-block-end: .6em;
}
.sides > :first-child { color: var(--accent); text-align: end; }
.beams ul { list-style: none; margin: 0; padding: 0; }
.beams li {
  align-items: center; display: grid; gap: 0 1em; grid-template-columns: 12em 1fr 14em; margin: 0;
  min-block-size: 2.1em;
}
.beams .what { font-weight: 500; padding: 0; }
.beam {
  align-self: stretch; background: linear-gradient(var(--edge), var(--edge)) 50% 0 / 1px 100% no-repeat;
  position: relative;
}
.bar { border-radius: 2px; inset-block: .45em; position: absolute; }
.first .bar { background: var(--accent); inset-inline-end: 50%; }
.second .bar { background: var(--edge); inset-inline-start: 50%; }
td:empty::before, td:has(> div:empty)::before { display: none; }

.rests { display: block; font-weight: 400; }
.columns { display: grid; gap: 1em 3em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr)); }
.changes > li { margin: 0; padding-block: .4em; }
.plan > li { border-block-start: 1px solid var(--line); margin: 0; padding-block: .9em; }
.plan > li > .small { margin: 0; }
.levels ol { list-style: none; margin: 0; padding: 0; }
.levels ol > li { align-items: center; display: grid; gap: 0 1.4em; grid-template-columns: 12em 1fr 16em; margin: 0; }
.levels .plot { grid-column: auto; min-block-size: 2.1em; }
.levels .what { font-weight: 500; padding: 0; }
.levels .key {
  display: flex; flex-wrap: wrap; font-size: .92em; gap: .3em 1.6em; list-style: none; margin: 0 0 .8em; padding: 0;
}
.levels .key li { align-items: center; display: flex; gap: .5em; }
.levels .key li::before { content: ""; display: block; }
.levels .key .you::before { background: var(--accent); block-size: 11px; border-radius: 50%; inline-size: 11px; }
.levels .key .typical::before { block-size: 8px; border: 1.5px solid var(--ink); inline-size: 8px; rotate: 45deg; }
.levels .key .need::before { background: var(--warn); block-size: 1.1em; inline-size: 3px; }

.saved { margin-block: .6em 0; }
.part > .saved { max-inline-size: none; }
.saved > li { border-block-end: 1px solid var(--line); margin: 0; }
.saved summary .small { font-weight: 400; }
.title-of { font-weight: 600; }
.title-of + .small, .changed { display: block; margin-inline-start: 1.2em; }
.older .title-of { color: var(--muted); font-weight: 550; }
.saved .folded { padding-inline-start: 1.2em; }
.again { font-size: .94em; }
.saved-bar { margin-block-start: 1.2em; }
.saved-bar > p { color: var(--muted); font-size: .94em; margin: 0; }
.saved-bar .actions { margin-block-start: .6em; }
.unsaved { background: var(--tint); border: 1px solid var(--accent); border-radius: var(--radius); padding: 1em 1.2em; }
.unsaved > p { color: var(--ink); }
.raw {
  background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); font-size: .92em;
  margin-block: 1em; max-block-size: 22em; overflow: auto; padding: 1em; white-space: pre-wrap;
}

.steps {
  counter-reset: step; display: grid; gap: 1em; grid-template-columns: 3fr 2fr; list-style: none; margin: 0; padding: 0;
}
.steps > li {
  background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.6);
  counter-increment: step; margin: 0; padding: 1.4em 1.5em;
}
.steps > li::before {
  color: var(--accent); content: counter(step); content: counter(step) / ""; display: block;
  font: 600 1.9em/1 var(--head); margin-block-end: .5em;
}
.steps > :first-child { grid-row: span 2; }
.links { list-style: none; margin: 0; padding: 0; }
.links li { margin: 0; }
.links a { align-items: center; display: flex; line-height: 1.3; min-block-size: 44px; }
.drop {
  border: 2px dashed var(--edge); border-radius: calc(var(--radius) * 1.6); margin-block-start: 1em;
  padding: 1.4em 1.5em;
}

@container (max-width: 50em) {
  .sides { margin-inline: 0; }
  .beams li, .levels ol > li { gap: 0; grid-template-columns: 1fr; padding-block: .35em; }
  .beam { min-block-size: 1.5em; }
  .levels .plot { margin-inline: .5em; }
}
@container (max-width: 34em) {
  .steps { grid-template-columns: 1fr; }
  .steps > li, .drop, .beams, .levels, [data-part="next"] { padding-inline: 1.1em; }
  .saved-bar .actions > button { flex: 1 1 auto; }
  .choose { flex: 1 1 100%; }
}
/* Large letters on a small page: names above what they say. */
@container (max-width: 14em) {
  .head .h0 { font-size: 1.3em; }
  .steps > li, .drop, .beams, .levels, [data-part="next"] { padding-inline: .7em; }
  .line { grid-template-columns: minmax(0, 1fr); }
  .points { text-align: start; }
}
@media (forced-colors: active) {
  .plot .need { stroke: Highlight; }
  .plot .typical { fill: Canvas; stroke: CanvasText; }
  .bar { background: CanvasText; }
  .first .bar { background: Highlight; }
  .bar, .levels .levels .key li::before { forced-color-adjust: none; }
}
@media print {
  .said, .saved-bar, .raw, .choosers, [data-part="next"], .kept, details:not([open]) { display: none; }
  .saved details:not([open]) { display: block; }
  .part { margin-block-start: 1.2em; padding-block-start: .8em; }
  .head { margin-block: 0 .6em; }
  .card, .beams li, .levels li, .plan > li, .changes > li, .saved > li { break-inside: avoid; }
  .title { break-after: avoid; }
}
`;

/** The sheet of the page. */
export function profileSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
