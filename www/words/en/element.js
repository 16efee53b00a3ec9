// What the tag itself says, before the player and its words are there: each sentence alone, since this is loaded by every page with a tag.
export const noDocument = "This quiz names no document: it needs the attribute src or the property quiz.";
export const notLoaded = "This quiz could not be loaded. ";
export const newer = "Its site has a newer version: reload the page.";
export const tryAgain = "Try again";
