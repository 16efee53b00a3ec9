// What is said differently in a quiz that chooses its questions, of the evidence that an author states, and of levels that come from
// calibrated items.

export const adaptiveWords = {
  "questions": { "one": "At most {count} question", "other": "At most {count} questions" },
  "question-of": "Question {n} of at most {total}",
  "not-asked": "Not asked",
  "again-note": "If you change this answer, the questions after it are chosen anew and their answers dropped.",
  "again-dropped": { "one": "Your answer changed, so one later answer was dropped.", "other": "Your answer changed, so {count} later answers were dropped." },
  "how-adaptive": "Which questions you were asked depended on your answers: each was chosen by how much it could add, under the same assumptions. Nobody has tested them for this quiz.",
  "how-adaptive-calibrated": "Which questions you were asked depended on your answers: each time one of those that say most about a level like yours."
};

export const statedWords = {
  "grade-1": "keyed by experts",
  "grade-2": "piloted",
  "grade-3": "calibrated",
  "grade-4": "validated",
  "grade-stated": "Stated by the author, not checked.",
  "stated-experts": { "one": "One expert keyed it ({roles}).", "other": "{count} experts keyed it ({roles}). Their agreement was {agreement}: 0 is none, 1 is full." },
  "stated-people": { "one": "One person answered it.", "other": "{count} people answered it." },
  "stated-reliability": "Its reliability was {reliability}: 0 is chance, 1 is no error.",
  "sign-distance": "By what the author states of those who answered before, hardly one person in a thousand has levels that differ so much from the usual. That may be just you; if you would like to look at some of these answers again:",
  "stated-sem": "Standard error of measurement: {sem} levels. Two attempts of one person differ by more than chance from {change} levels on.",
  "stated-fit": "Fit of the model, and fairness between groups: {words}",
  "stated-study": "Study of what it predicts: {words}"
};

export const calibratedWords = {
  "one-lead": "In numbers: {level}; give or take one standard error, {band}.",
  "skills-lead": "The dot is the level that your answers point to. The band is one standard error to each side: by the calibration that the author states, the true level lies in it for about two people in three who answer like this.",
  "levels-caption": "Levels from 0 to 4, with their standard errors",
  "spread": "Give or take one standard error",
  "pulls-lead": "Each question was calibrated: how likely people of each level are to answer it in each way. An answer pulls the level towards where it is most likely.",
  "how-levels": "Levels come from the response models of the questions, with the parameters that stand in the quiz, and from what is assumed of people before any answer: levels around {mean} with a standard deviation of {sd}. The level is the most probable one; its error is that of the observed information.",
  "how-levels-mean": "Levels come from the response models of the questions, with the parameters that stand in the quiz, and from what is assumed of people before any answer: levels around {mean} with a standard deviation of {sd}. The level is the mean of what is then known of it, and its error the standard deviation."
};
