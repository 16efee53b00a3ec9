// What the tag itself says, before the player and its words are there: each sentence alone, since this is loaded by every page with a tag.
export const noDocument = "There is no quiz here yet: the tag needs the attribute src or the property quiz.";
export const notLoaded = "The quiz did not arrive. Check your connection. ";
export const newer = "There is a newer version: please reload the page.";
export const tryAgain = "Try again";
export const oneMoment = "One moment: the quiz is on its way.";
