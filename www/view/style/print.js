// What goes to paper: the result, without what only a screen is for.

export const printStyle = `
@media print {
  :host { font-size: 8.25pt; line-height: 1.3; }
  .quiz { border: 0; max-inline-size: none; padding: 0; }
  .actions, .screen, details, button { display: none; }
  .part { margin-block-start: .8em; }
  .h1 { margin-block-end: .3em; }
  .h0 { font-size: 1.8em; text-wrap: wrap; }
  .part > .did { columns: 3; max-inline-size: none; }
  .did li { margin-block: 0 .3em; }
  .lead { margin-block: .5em 0; }
  .picture .plot { min-block-size: 3.8em; }
  .cards { grid-template-columns: repeat(3, 1fr); margin-block: .6em; }
  .card { padding: .7em .9em; }
  .look { display: grid; font-size: .9em; gap: 0 2.4em; grid-template-columns: repeat(3, 1fr); }
  .look > li { margin: 0; }
  .look ul > li:not([data-paper]) { display: none; }
  .look ul > li { margin-block: .4em; }
  .paper { border-block-start: 1px solid var(--line); display: block; font-size: .9em; margin-block: .8em 0; padding-block-start: .5em; }
  .card, tr, li { break-inside: avoid; }
  h3, h4 { break-after: avoid; }
}
`;
