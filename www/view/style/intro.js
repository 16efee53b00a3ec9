// The screen before the first question.

export const introStyle = `
.length { margin-block: .7em .25em; }
.intro > .small { margin-block-end: 0; }
.intro > .actions + .small { margin-block-start: 1em; }
.intro > :is(.actions, details, .by) { margin-block-start: 1.4em; }
.intro.intro > details + details { border-block-start: 0; margin-block-start: 0; }
@container (max-width: 34em) { .intro > .actions > .main { inline-size: 100%; } }
`;
