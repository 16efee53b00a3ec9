// The draft: what a tab keeps of a quiz that is under way, on pages that ask for it.
export default {
  "draft-kept": "Your answers stay in this tab until you close it.",
  "draft-kept-own": "Your answers, and what you write in your own words, stay in this tab until you close it.",
  "draft-off": "Do not keep them",
  "draft-not-kept": "Your answers are not kept: a reload loses them.",
  "draft-on": "Keep them in this tab",
  "draft-question": "Continue at question {n}",
  "draft-review": "Continue to your answers",
  "draft-restart": "Start again",
  "draft-other": "Answers in this tab come from another version of this quiz, and do not fit this one. Please start again; they are then deleted."
};
