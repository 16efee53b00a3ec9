// The answers, before the result: a line each, with the way to change it.

export const reviewStyle = `
[data-screen="review"] > .h1 { margin-block: 1.6em .5em; }
.answers { list-style: none; margin: 0; padding: 0; }
.answers > li {
  align-items: center; border-block-start: 1px solid var(--line); display: grid; gap: 0 .7em;
  grid-template-columns: 1.6em minmax(0, 1fr) auto; margin: 0; padding-block: .4em;
}
.answers .n { color: var(--muted); }
.answers p { margin: 0; }
.asked {
  display: -webkit-box; font-size: .88em; line-height: 1.45; overflow: hidden; -webkit-box-orient: vertical;
  -webkit-line-clamp: 1;
}
.given { line-height: 1.35; }
`;
