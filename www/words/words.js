// All words of the page, by subject: the one place that names a language. What a file of the release does not use of
// them is not in it.
export { default as language } from "./en/language.js";

export { default as introWords } from "./en/intro.js";
export { newer, noDocument, notLoaded, oneMoment, tryAgain } from "./en/element.js";
export { default as quizWords } from "./en/quiz.js";
export { default as rareWords } from "./en/kinds.js";
export { adaptiveWords, calibratedWords, countedWords, statedWords } from "./en/measurement.js";
export { default as roleWords } from "./en/roles.js";
export { default as problemWords } from "./en/problems.js";
export { default as savingWords } from "./en/saving.js";
export { default as sharingWords } from "./en/sharing.js";
export { default as draftWords } from "./en/draft.js";
export { default as profileWords } from "./en/profile.js";
export { default as advertWords, example } from "./en/advert.js";
export { default as onwardWords } from "./en/onward.js";
export { default as evidenceWords } from "./en/evidence.js";
export { default as oneFileWords } from "./en/one-file.js";
export { default as siteWords } from "./en/site.js";
export { default as embedWords } from "./en/embed.js";
