// The frame of every screen: colours, letters, headings, buttons, folds and tables. What a page may set is listed first.
import { palette } from "../../tokens.js";

/** @param {(day: string, night: string) => string} colour */
function paletteWith(colour) {
  return Object.entries(palette)
    .map(([name, [day, night]]) => `--${name}: var(--metier-${name === "ink" ? "text" : name}, ${colour(day, night)});`)
    .join("");
}

export const frameStyle = `
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
  --pad: var(--metier-padding, clamp(1em, 5cqi, 2.75em)); padding: var(--pad); scroll-margin-block: var(--metier-scroll-margin, 1em);
}
/* Words in a left-to-right language, in a quiz that runs from right to left. */
.quiz:dir(rtl), .quiz:dir(rtl) td { text-align: right; }
.quiz:dir(rtl) :is(
  p, p > span, li, dt, dd, legend, h1, h2, h3, h4, h5, h6, summary, caption, th, td div, button, .value, .small
) { text-align: inherit; unicode-bidi: plaintext; }
.quiz:dir(rtl) button.main { text-align: center; }
.unseen, .end {
  block-size: 1px; clip-path: inset(50%); inline-size: 1px; overflow: hidden; position: absolute; white-space: nowrap;
}
.block { display: block; }
.bullet::before { content: "• "; }
.muted, .small, dt, caption, .eyebrow, .asked { color: var(--muted); }
.small { font-size: .86em; line-height: 1.45; }
.tag {
  border: 1px solid var(--edge); border-radius: 1em; color: var(--muted); display: inline-block; font-size: .82em;
  font-weight: 400; padding: .05em .6em;
}

h1, h2, h3, h4, h5, h6 { font-family: var(--head); font-weight: 650; line-height: 1.25; margin: 0; text-wrap: balance; }
[tabindex="-1"]:focus { outline: none; }
.h0 { font-size: clamp(1.59em, 1.1em + 2.2cqi, 2.35em); letter-spacing: -.012em; line-height: 1.18; }
.h1 { font-size: 1.235em; margin-block-end: .5em; }
p { margin-block: 0 .7em; }
p:last-child, .text > :last-child { margin-block-end: 0; }
ul, ol { margin-block: .35em .7em; padding-inline-start: 1.25em; }
li { margin-block: .25em; }
dd { margin: 0; }
a, summary, .link, [data-action="back"] { color: var(--accent); text-underline-offset: .15em; }
code { font: .9em ui-monospace, monospace; }
.h0 + p { margin-block-start: .6em; }
.eyebrow { margin-block-end: .4em; }
.sign { color: var(--muted); margin-block-start: 1em; max-inline-size: 40em; }
.lead { font-size: 1.06em; margin-block: .9em 0; }
.lead p, .part > p, .part > ul, .feedback { max-inline-size: 40em; }
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
.actions > button { max-inline-size: 100%; }
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
  .quiz { border-inline: 0; border-radius: 0; }
  .main { flex: 1; }
  table, caption, tbody, tr, th, td { border: 0; display: block; padding: 0; }
  thead { clip-path: inset(50%); position: absolute; }
  tr { border-block-end: 1px solid var(--line); padding-block: .6em; }
  td { display: flex; gap: .7em; }
  td > * { min-inline-size: 0; }
  td::before { color: var(--muted); content: attr(data-head); flex: 0 0 40%; }
}
@media (prefers-reduced-motion: no-preference) {
  [data-screen="question"] { animation: come .16s ease-out; }
  button { transition: background-color .12s, border-color .12s; }
}
@keyframes come { from { opacity: 0; translate: 0 8px; } }
@media (prefers-contrast: more) { :host { --line: var(--edge); --muted: var(--ink); } }
@media (forced-colors: active) {
  .main { border-width: 2px; }
}
`;
