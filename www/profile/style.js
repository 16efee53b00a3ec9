// The profile page's own sheet, beside that of the quizzes, whose colours, tables and charts it uses.

const css = `
:host { color: var(--ink); container-type: inline-size; display: block; font-family: var(--font); line-height: 1.55; }
.profile { overflow-wrap: anywhere; }
.said:not(:has([role="status"]:empty)) {
  background: var(--tint); border: 1px solid var(--accent); border-radius: var(--radius); margin-block: 0 1.2em;
  padding: .9em 1.2em;
}
.said p { margin: 0; }
.said .actions:empty { display: none; }
.said .actions { margin-block-start: .6em; }
button { background: var(--surface); font-size: .94em; }
.link { background: none; }
.main { background: var(--accent); }
.caution, .damage { border-inline-start: 3px solid var(--warn); padding-inline-start: 1em; }

.title { font-size: clamp(1.45em, 1.2em + 1.2cqi, 1.85em); letter-spacing: -.01em; margin-block-end: .45em; }
.profile .h1 { font-size: 1.12em; margin-block: 0 .35em; }
.profile .h2 { font-size: 1.25em; letter-spacing: -.006em; }
.profile .h2 .tag { font-family: var(--font); vertical-align: .2em; }
.part {
  border-block-start: 1px solid var(--line); margin-block-start: 3.2em; padding-block-start: 2em;
  scroll-margin-block-start: .5em;
}
.part > details, .part > section { max-inline-size: none; }

.saved-bar {
  margin-block-start: 1em; align-items: center; border-block: 1px solid var(--line); display: flex; flex-wrap: wrap;
  gap: .4em 1.5em; justify-content: space-between; padding-block: .7em;
}
.saved-bar p { color: var(--muted); font-size: .94em; margin: 0; }
.saved-bar .actions { gap: .4em; margin: 0; }
.saved-bar button { font-size: .88em; padding-inline: .85em; }
.raw {
  background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); font-size: .86em;
  margin-block: 1em; max-block-size: 22em; overflow: auto; padding: 1em; white-space: pre-wrap;
}
.damage { margin-block: 1.5em; }
.damage ul { list-style: none; padding: 0; }

.head { margin-block: 2.2em 1.6em; }
.head .h0 { font-size: clamp(1.5em, 1.15em + 2cqi, 2.15em); margin-block: 0 .5em; max-inline-size: 22em; }
.head .lead { margin: 0; max-inline-size: 44em; }
.head .lead + .small { color: var(--muted); margin-block-start: 1em; }
.contents ul { display: flex; flex-wrap: wrap; gap: 0 1.4em; list-style: none; margin: 0; padding: 0; }
.contents li { margin: 0; }
.contents a { align-items: center; display: flex; font-size: .94em; min-block-size: 44px; min-inline-size: 44px; }

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
.drop .actions { margin-block-start: 1em; }

.group { margin-block-start: 1.8em; }
.group > .h1 { color: var(--muted); font: 600 .94em/1.4 var(--font); margin-block-end: .7em; }
.group.front > .h1 { color: var(--accent); }
.roles { display: grid; gap: .9em; list-style: none; margin: 0; padding: 0; }
.role {
  background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.6); display: grid;
  gap: 0 2em; grid-template-columns: 13.5em 1fr; margin: 0; padding: 1.4em 1.5em 0;
}
.front .role { border-color: var(--accent); }
.role .dots { margin-block: .2em .7em; }
.role .count { margin-block: 0 .2em; }
.role .told { padding-block-end: 1.1em; }
.role .told > .small { margin-block: .25em .8em; max-inline-size: 44em; }
.role .reasons { display: block; }
.role .reasons p { margin-block: 0 .3em; }
.doubt { color: var(--warn); }
.role > .reason { grid-column: 1 / -1; margin: 0; }
.role > .reason > .text { max-inline-size: 46em; }

.why, .pulls, .plan, .changes, .saved { list-style: none; margin: 0; padding: 0; }
.why > li { margin: 0; }
.why details { margin: 0; }
.why summary, .still { min-block-size: 44px; padding-block: .35em; }
.why summary { list-style-position: outside; margin-inline-start: 1.2em; }
.still { border-block-start: 1px solid var(--line); padding-inline-start: 1.2em; }
.line { align-items: center; display: grid; gap: 0 1.4em; grid-template-columns: 11.5em 1fr 15.5em 7em; }
.line .what { color: var(--ink); padding: 0; }
.line .plot { grid-column: auto; min-block-size: 2.2em; }
.line .small { font-weight: 400; font-variant-numeric: tabular-nums; }
.points { color: var(--ink); font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
.sum {
  border-block-start: 2px solid var(--edge); display: flex; gap: 1em; justify-content: space-between;
  padding-block-start: .6em;
}
.pulls { border-inline-start: 3px solid var(--line); margin-inline-start: 1.2em; padding-inline-start: 1.2em; }
.pulls > li { margin-block: 0 1.1em; max-inline-size: 46em; }
.pulls p, .pulls .given { margin-block: 0 .15em; }
.pulls .from { font-style: italic; }
.plot .need { stroke: var(--warn); stroke-width: 3; }
.plot .typical {
  fill: var(--surface); stroke: var(--ink); stroke-width: 1.5; height: 9px; transform: translateX(-50%) rotate(45deg);
  transform-box: fill-box; transform-origin: 50% 50%; y: calc(50% - 4.5px);
}

.choosers { display: flex; flex-wrap: wrap; gap: 1em 1.5em; margin-block: 1.2em; }
.choose { display: grid; flex: 0 1 22em; gap: .25em; min-inline-size: 0; }
.choose label { color: var(--muted); font-size: .9em; }
select {
  appearance: auto; background: var(--surface); border: 1px solid var(--edge); border-radius: var(--radius);
  color: inherit; font: inherit; inline-size: 100%; max-inline-size: 100%; min-block-size: var(--target);
  padding: .3em .7em;
}
select:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.side > p, .note { max-inline-size: 44em; }
.note { border-inline-start: 3px solid var(--line); margin-block: 1em; padding-inline-start: 1em; }
.note p { margin-block: 0 .3em; }

.beams {
  background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.6);
  margin-block: 1.4em .4em; padding: 1.2em 1.5em;
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
.beams .what { font-weight: 500; }
.beam {
  align-self: stretch; background: linear-gradient(var(--edge), var(--edge)) 50% 0 / 1px 100% no-repeat;
  position: relative;
}
.bar { border-radius: 2px; inset-block: .45em; position: absolute; }
.first .bar { background: var(--accent); inset-inline-end: 50%; }
.second .bar { background: var(--edge); inset-inline-start: 50%; }
td:empty::before, td:has(> div:empty)::before { display: none; }

.rests { display: block; font-weight: 400; }
.columns { display: grid; gap: 1.5em 3em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr)); }
.changes > li { border-block-start: 1px solid var(--line); margin: 0; padding-block: .8em; }
.changes p { margin: 0; }
div.next {
  background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.6);
  padding: 1.4em 1.5em;
}
div.next > p { max-inline-size: 44em; }
div.next section { border-block-start: 1px solid var(--line); margin-block-start: 1em; padding-block-start: 1.2em; }
div.next .top { margin-block: 0 .4em; }
.plan { counter-reset: gap; }
.plan > li {
  border-block-start: 1px solid var(--line); display: grid; gap: .2em 2em; grid-template-columns: 17em 1fr; margin: 0;
  padding-block: 1em;
}
.plan > li > .h1, .plan > li > p { grid-column: 1; margin: 0; }
.plan > li > ul { grid-area: 1 / 2 / span 3; margin: 0; }
.levels {
  background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.6);
  margin-block: 1.4em .4em; padding: 1.2em 1.5em;
}
.levels ol { list-style: none; margin: 0; padding: 0; }
.levels ol > li { align-items: center; display: grid; gap: 0 1.4em; grid-template-columns: 12em 1fr 16em; margin: 0; }
.levels .plot { grid-column: auto; min-block-size: 2.1em; }
.levels .what { font-weight: 500; padding: 0; }
.key {
  display: flex; flex-wrap: wrap; font-size: .9em; gap: .3em 1.6em; list-style: none; margin: 0 0 .8em; padding: 0;
}
.key li { align-items: center; display: flex; gap: .5em; }
.key li::before { content: ""; display: block; }
.key .you::before { background: var(--accent); block-size: 11px; border-radius: 50%; inline-size: 11px; }
.key .typical::before { block-size: 8px; border: 1.5px solid var(--ink); inline-size: 8px; rotate: 45deg; }
.key .need::before { background: var(--warn); block-size: 1.1em; inline-size: 3px; }
.part > .saved { max-inline-size: none; }
.saved > li {
  align-items: start; border-block-start: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .5em 2em;
  justify-content: space-between; margin: 0; padding-block: 1.1em;
}
.saved > li > div { flex: 1 1 24em; max-inline-size: 46em; }
.saved p { margin-block: 0 .3em; }
.older .h1 { color: var(--muted); }
.again { font-size: .94em; }

@container (max-width: 50em) {
  .role { grid-template-columns: 1fr; }
  .role .shares { border-block-end: 1px solid var(--line); margin-block-end: 1em; padding-block-end: .8em; }
  .line { gap: 0 1em; grid-template-columns: 1fr auto; padding-block: .3em; }
  .line .what { grid-column: 1 / -1; }
  .line .plot { grid-column: 1 / -1; margin-inline: .5em 1.5em; }
  .sides { margin-inline: 0; }
  .beams li, .levels ol > li { gap: 0; grid-template-columns: 1fr; padding-block: .35em; }
  .beam { min-block-size: 1.5em; }
  .levels .plot { margin-inline: .5em; }
  .plan > li { grid-template-columns: 1fr; }
  .plan > li > ul { grid-area: auto; margin-block-start: .5em; }
}
@container (max-width: 34em) {
  .steps { grid-template-columns: 1fr; }
  .role, .steps > li, .drop, .beams, .levels, div.next { padding-inline: 1.1em; }
  .saved-bar .actions > button { flex: 1 1 auto; }
  .pulls { margin-inline-start: 0; }
  .choose { flex: 1 1 100%; }
}
@media (forced-colors: active) {
  .plot .need { stroke: Highlight; }
  .plot .typical { fill: Canvas; stroke: CanvasText; }
  .bar { background: CanvasText; }
  .first .bar { background: Highlight; }
  .bar, .key li::before { forced-color-adjust: none; }
}
@media print {
  .said, .saved-bar, .contents, .raw, .choosers, [data-part="next"], .saved button { display: none; }
  .part { margin-block-start: 1.2em; padding-block-start: .8em; }
  .title { font-size: 1.3em; }
  .head { margin-block: 0 .6em; }
  .role { grid-template-columns: 11em 1fr; padding: .8em 1em 0; }
  .role, .beams li, .levels li, .plan > li, .changes > li { break-inside: avoid; }
  .title, .group > .h1 { break-after: avoid; }
}
`;

/** The sheet of the page. */
export function profileSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
