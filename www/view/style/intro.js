// The screen before the first question.

export const introStyle = `
.length { margin-block: .7em .25em; }
[data-screen="intro"] > .small { margin-block-end: 0; }
[data-screen="intro"] > .actions + .small { margin-block-start: 1em; }
[data-screen="intro"] > :is(.actions, details, .by) { margin-block-start: 1.4em; }
[data-screen="intro"] > details + details { border-block-start: 0; margin-block-start: 0; }
@container (max-width: 34em) { [data-screen="intro"] > .actions > .main { inline-size: 100%; } }
`;
