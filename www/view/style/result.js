// How a result looks, of one skill or of several; what only several have stands in roles.js.

export const resultStyle = `
.one .lead { margin: 0; }
.one details { border: 0; margin: 0; max-inline-size: 44em; }
.picture { margin: 1em 1.6em .6em; }
.plot { position: relative; }
.plot svg { block-size: 100%; inline-size: 100%; inset: 0; overflow: visible; position: absolute; }
.plot stop { stop-color: var(--accent); }
.plot rect { height: 2em; y: calc(50% - 1em); }
.plot .edge, .plot circle { fill: var(--accent); }
.plot .edge { fill-opacity: .6; }
.plot circle { stroke: var(--surface); stroke-width: 2; }
.plot .tick { stroke: var(--line); }
.plot text { fill: var(--ink); font-weight: 650; paint-order: stroke; stroke: var(--surface); stroke-width: 5; }
.picture .plot { min-block-size: 5.5em; }
.names { color: var(--muted); display: flex; font-size: .86em; justify-content: space-between; line-height: 1.3; }
.names > span { display: flex; inline-size: 0; justify-content: center; white-space: nowrap; }

.cards {
  display: grid; gap: .75em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr)); margin-block: 1.2em;
}
.card { border: 1px solid var(--line); border-radius: var(--radius); padding: 1em 1.15em; }
.card .h1 { font-size: 1.06em; margin-block-end: .4em; }
.card p { margin-block: 0 .4em; }
.card .link { margin-block-end: -.5em; }
[data-card="week"] { background: var(--tint); border-color: var(--accent); }
::slotted(*) { flex: 1 0 100%; }
.did { list-style: none; padding: 0; }

.look ul { list-style: none; padding: 0; }
.look { padding-inline-start: 2.3em; }
.look > li { margin-block: 1.6em; scroll-margin-block: 5em; }
.look > li:focus { outline: 3px solid var(--accent); outline-offset: .5em; }
.look ul > li { border-inline-start: 3px solid var(--line); margin-block: .8em; padding-inline-start: .9em; }
.look .chosen { border-color: var(--accent); }
.look > li > p { margin-block: .4em; }
.asked-for { font-weight: 600; }
.first::first-letter { text-transform: uppercase; }
.counted { font-size: .86em; }
.counted b { color: var(--accent); }
.learn li { margin-block: .7em; }
.picture { font-variant-numeric: tabular-nums; }
.paper { display: none; }

@container (max-width: 30em) { .names > :nth-child(even) { margin-block-start: 1.3em; } }
@container (max-width: 16em) {
  .names > :nth-child(3) { margin-block-start: 2.6em; }
  .names > :nth-child(4) { margin-block-start: 3.9em; }
}
@media (prefers-reduced-motion: no-preference) {
  .picture .band { animation: open .5s ease-out; transform-box: fill-box; transform-origin: center; }
}
@keyframes open { from { transform: scaleX(0); } }
@media (forced-colors: active) {
  .plot stop { stop-color: Highlight; }
  .plot .edge, .plot circle, .plot text { fill: CanvasText; }
  .plot .tick { stroke: CanvasText; }
}
`;
