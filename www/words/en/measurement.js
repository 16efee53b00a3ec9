// What is said differently in a quiz that chooses its questions, in one that counts, of questions that share a screen and
// the evidence that an author states, and of levels that come from calibrated items.

export const adaptiveWords = {
  "question-of": "{n} of at most {total}",
  "not-asked": "Not asked",
  "again-note": "If you change this answer, the later questions are chosen again and their answers are lost.",
  "again-dropped": { "one": "You changed this answer, so one later answer is gone.", "other": "You changed this answer, so {count} later answers are gone." },
  "how-adaptive": "Your answers decided which questions came next: each time the one that could tell most, by the same assumptions. Nobody has tested these assumptions for this quiz.",
  "how-adaptive-calibrated": "Your answers decided which questions came next: each time one of those that tell most about a level like yours."
};

export const countedWords = {
  "counted": "You sorted {right} of {of} as we do.",
  "counted-none": "You sorted nothing, so there is nothing to count.",
  "counted-skipped": { "one": "You skipped one question. It counts neither way.", "other": "You skipped {count} questions. They count neither way." },
  "counted-no-level": "This is a count and no level: it says how often you and the authors agree, and nothing of how good you are at anything.",
  "counted-talk": "Worth talking about",
  "we-chose": "We chose:",
  "people-differ": "Why people differ:",
  "how-levels": "Whatever you put where the authors put it counts one. What you skipped counts neither way.",
  "pulls-lead": "That is all: no level and no comparison with other people is worked out from it."
};

export const statedWords = {
  "questions-of": "{n} to {last} of {total}",
  "group-title": "A few short questions",
  "skip-open": "Skip the open ones",
  "still-open": { "one": "Question {numbers} is still open. Answer it, or skip it.", "other": "Questions {numbers} are still open. Answer them, or skip the open ones." },

  "grade-1": "keyed by experts",
  "grade-2": "piloted",
  "grade-3": "calibrated",
  "grade-4": "validated",
  "grade-stated": "Stated by the author, not checked.",
  "stated-experts": { "one": "One expert keyed it ({roles}).", "other": "{count} experts keyed it ({roles}). Their agreement was {agreement}: 0 is none, 1 is full." },
  "stated-people": { "one": "One person answered it before you.", "other": "{count} people answered it before you." },
  "stated-reliability": "Its reliability was {reliability}: 0 is chance, 1 is no error.",
  "sign-distance": "Your levels are very unusual: by what the author says of earlier people, about one in a thousand differs so much. That may be just you.",
  "stated-sem": "Standard error of measurement: {sem} levels. Two attempts of one person differ by more than chance from {change} levels on.",
  "stated-fit": "Fit of the model, and fairness between groups: {words}",
  "stated-study": "Study of what it predicts: {words}"
};

export const calibratedWords = {
  "one-lead": "{place}: {level} of 4; give or take one standard error, {band}.",
  "skills-lead": "The dot is the level that your answers point to. The band is one standard error to each side: by the calibration that the author states, the true level lies in it for about two people in three who answer like this.",
  "levels-caption": "Levels from 0 to 4, with their standard errors",
  "spread": "Give or take one standard error",
  "pulls-lead": "Each question was calibrated: how likely people of each level are to answer it in each way. An answer pulls the level towards where it is most likely.",
  "how-levels": "Levels come from the response models of the questions, with the parameters that stand in the quiz, and from what is assumed of people before any answer: levels around {mean} with a standard deviation of {sd}. The level is the most probable one; its error is that of the observed information.",
  "how-levels-mean": "Levels come from the response models of the questions, with the parameters that stand in the quiz, and from what is assumed of people before any answer: levels around {mean} with a standard deviation of {sd}. The level is the mean of what is then known of it, and its error the standard deviation."
};
