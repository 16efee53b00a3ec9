// The frame of all further screens: directions, lists, folds and tables.
export const frameStyle = `
/* Words in a left-to-right language, in a quiz that runs from right to left. */
.quiz:dir(rtl), .quiz:dir(rtl) td { text-align: right; }
.quiz:dir(rtl) :is(
  p, p > span, li, dt, dd, legend, h1, h2, h3, h4, h5, h6, summary, caption, th, td div, button, .value, .small
) { text-align: inherit; unicode-bidi: plaintext; }
.quiz:dir(rtl) button.main { text-align: center; }
.block { display: block; }
.bullet::before { content: "• "; }
dt, caption, .eyebrow, .asked { color: var(--muted); }
.tag {
  border: 1px solid var(--edge); border-radius: 1em; color: var(--muted); display: inline-block; font-size: .82em;
  font-weight: 400; padding: .05em .6em;
}

.h1 { font-size: 1.235em; margin-block-end: .5em; }
ul, ol { margin-block: .35em .7em; padding-inline-start: 1.25em; }
li { margin-block: .25em; }
dd { margin: 0; }
a, summary, .link, [data-action="back"] { color: var(--accent); text-underline-offset: .15em; }
code { font: .9em ui-monospace, monospace; }
.eyebrow { margin-block-end: .4em; }
.sign { color: var(--muted); margin-block-start: 1em; max-inline-size: 40em; }
.part, section > details:not(.part *) { margin-block-start: 2.6em; }

.link, [data-action="back"] { border-color: transparent; margin-inline-start: -.5em; padding-inline: .5em; }
.link { text-decoration: underline; }
[data-action="back"]::before { content: "← "; content: "← " / ""; }
[data-action="back"]:dir(rtl)::before { content: "→ "; content: "→ " / ""; }
label :focus-visible { outline: none; }
.actions > span > a { align-items: center; display: inline-flex; font-weight: 550; gap: .3em; min-block-size: var(--target); }
table { border-collapse: collapse; font-size: .93em; inline-size: 100%; margin-block: .8em; overflow-wrap: break-word; }
caption { padding-block-end: .5em; text-align: start; }
th, td {
  border-block-end: 1px solid var(--line); font-weight: inherit; padding-block: .5em; padding-inline: 0 .8em;
  text-align: start; vertical-align: top;
}
thead { color: var(--muted); font-size: .9em; }
tbody th { font-weight: 550; }
th .small { font-weight: 400; }

details { border-block-start: 1px solid var(--line); margin-block-start: 1.2em; }
details + details { margin-block-start: 0; }
summary { cursor: pointer; font-weight: 550; min-block-size: 44px; padding-block: .65em; }
details[open] { padding-block-end: 1em; }
section > details:not(.part *) { border-block-end: 1px solid var(--line); }

@container (max-width: 34em) {
  table, caption, tbody, tr, th, td { border: 0; display: block; padding: 0; }
  thead { clip-path: inset(50%); position: absolute; }
  tr { border-block-end: 1px solid var(--line); padding-block: .6em; }
  td { display: flex; gap: .7em; }
  td > * { min-inline-size: 0; }
  td::before { color: var(--muted); content: attr(data-head); flex: 0 0 40%; }
}
@media (prefers-reduced-motion: no-preference) {
  [data-screen="question"] { animation: come .16s ease-out; }
}
@keyframes come { from { opacity: 0; translate: 0 8px; } }
`;
