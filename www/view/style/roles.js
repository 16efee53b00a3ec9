// How the result of several skills looks, beside what all results share: bars, a hundred profiles, a card for each role.
// A sheet of its own, which comes with the matcher; My profile has it, too.
const css = `
.h2 { font-size: 1.06em; }
:not(.picture) > .plot rect { height: 1.2em; y: calc(50% - .6em); }
:not(.picture) > .plot text { display: none; }
.chart { --mark: .9em; }
.chart ~ .h2 { border-block-start: 1px solid var(--line); margin-block-start: .8em; padding-block-start: .8em; }
.chart ~ .chart .axis { display: none; }
.chart > ol { list-style: none; margin: 0; padding: 0; }
.chart li { margin: 0; }
.skill {
  align-items: center; display: grid; gap: 0 1.8em; grid-template-columns: minmax(9em, 12em) 1fr 13em;
  padding-inline-start: var(--mark);
}
.what { font-weight: 550; padding-block: .5em; }
.value { font-variant-numeric: tabular-nums; line-height: 1.3; padding-block: .3em; }
.value .small, .card [data-skill] { display: inline-block; }
.chart .plot { align-self: stretch; grid-column: 2; min-block-size: 2.5em; }
.chart .axis .plot { min-block-size: 0; padding-block-end: .4em; }
.tied { border-inline-start: 3px solid var(--line); margin-block: .5em; --mark: calc(.9em - 3px); }
.tie { font-weight: 550; margin: 0; padding-inline-start: var(--mark); }
.feedback { margin-block-start: 1.2em; }

.lead + p:has(> .main) { margin-block: 1em; }
.hundred { align-items: center; display: grid; gap: 1em 2em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr)); margin-block: 1.2em .8em; }
.hundred > svg { display: block; max-inline-size: 30em; }
.dots { inline-size: 100%; margin-block: .8em .6em; max-inline-size: 17em; }
.dots .full { fill: var(--accent); }
.dots .rest { fill: none; stroke: var(--edge); stroke-width: .8; }
.group-0, .group-2 { fill: var(--accent); }
.group-1, .group-3, .group-4 { fill: none; stroke: var(--accent); stroke-width: 1.7; }
.group-5 { fill: var(--muted); }
.key { list-style: none; margin: 0; max-inline-size: 30em; padding: 0; }
.key li { align-items: baseline; display: flex; gap: .6em; margin-block: .15em; }
.key svg { block-size: .85em; flex: none; inline-size: .85em; overflow: visible; }
.key b { white-space: nowrap; font-variant-numeric: tabular-nums; margin-inline-start: auto; }

.card dl { margin: .7em 0 0; }
.card dl > div { border-block-start: 1px solid var(--line); padding-block: .5em; }
.card dl > div:last-child { padding-block-end: 0; }
.cards > [data-card]:nth-child(4) { grid-column: 1 / -1; }
.count { line-height: 1.4; margin-block-end: .7em; }
.count b { color: var(--accent); font-size: 1.5em; line-height: 1; }

@container (max-width: 44em) {
  .chart .skill { grid-template-columns: 1fr; }
  .chart .skill > * { grid-column: 1; }
  .what { padding-block: .5em 0; }
  .skill .value { grid-row: 2; padding: 0; }
  .chart .plot { grid-row: 3; margin-inline: 1.6em; }
}
@container (max-width: 34em) { .card dl > div { display: grid; gap: 0 .8em; grid-template-columns: 5.5em 1fr; } .card dd { grid-column: 2; } }
/* Large letters on a small page: names above what they say. */
@container (max-width: 14em) { .card { padding-inline: .7em; } .card dl > div { display: block; } }
@media (forced-colors: active) {
  .dots .full, .group-0, .group-2, .group-5 { fill: CanvasText; }
  .dots .rest, .group-1, .group-3, .group-4 { stroke: CanvasText; }
}
@media print {
  .about { display: none; }
  .skill { break-inside: avoid; }
  .tie { break-after: avoid; }
  .bars { break-before: page; }
  .what, .value { line-height: 1.2; padding-block: 0; }
  .chart .plot { min-block-size: 1.4em; }
  .skill { grid-template-columns: 14em 1fr 14em; }
  .tied { margin-block: .25em; }
  .hundred { grid-template-columns: 1fr 1fr; }
}
`;

/** The sheet of a result of several skills. */
export function makeRolesSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
