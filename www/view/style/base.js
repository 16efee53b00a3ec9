// What the first screen needs, and so every other: colours, letters, headings, buttons. What a page may set is listed
// first. It comes with the tag, before the player.
import { palette } from "../../tokens.js";

/** @param {(day: string, night: string) => string} colour */
function paletteWith(colour) {
  return Object.entries(palette)
    .map(([name, [day, night]]) => `--${name}: var(--metier-${name === "ink" ? "text" : name}, ${colour(day, night)});`)
    .join("");
}

export const baseStyle = `
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
h1, h2, h3, h4, h5, h6 { font-family: var(--head); font-weight: 650; line-height: 1.25; margin: 0; text-wrap: balance; }
[tabindex="-1"]:focus { outline: none; }
.h0 { font-size: clamp(1.59em, 1.1em + 2.2cqi, 2.35em); letter-spacing: -.012em; line-height: 1.18; }
p { margin-block: 0 .7em; }
p:last-child, .text > :last-child { margin-block-end: 0; }
.h0 + p { margin-block-start: .6em; }
.lead { font-size: 1.06em; margin-block: .9em 0; }
.lead p, .part > p, .part > ul, .feedback { max-inline-size: 40em; }
button {
  appearance: none; background: none; border: 1px solid var(--edge); border-radius: var(--radius); color: inherit;
  cursor: pointer; font: inherit; font-weight: 550; min-block-size: var(--target); min-inline-size: var(--target);
  overflow-wrap: break-word;
  padding: .4em 1.15em;
}
button:hover { background: var(--tint); border-color: var(--accent); }
.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); padding-inline: 1.7em; }
.main:hover { background: color-mix(in oklab, var(--accent), var(--ink) 18%); }
:is(a, button, summary, input):focus-visible, label:has(:focus-visible) {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
.actions { display: flex; flex-wrap: wrap; gap: .75em; margin-block-start: 1.75em; }
.actions > button { max-inline-size: 100%; }
.unseen, .end {
  block-size: 1px; clip-path: inset(50%); inline-size: 1px; overflow: hidden; position: absolute; white-space: nowrap;
}
.small { font-size: .86em; line-height: 1.45; }
.muted, .small { color: var(--muted); }
@container (max-width: 34em) {
  .quiz { border-inline: 0; border-radius: 0; }
  .main { flex: 1 0 auto; padding-inline: 1em; }
}
@media (prefers-reduced-motion: no-preference) { button { transition: background-color .12s, border-color .12s; } }
@media (prefers-contrast: more) { :host { --line: var(--edge); --muted: var(--ink); } }
@media (forced-colors: active) { .main { border-width: 2px; } }
@media print { .actions { display: none; } }
`;
