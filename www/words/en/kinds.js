export default {
  "how-rank-would": "Give every option a place: 1 for what you would do above all. If a place is taken, the two change places.",
  "how-rank-best": "Give every option a place: 1 for the best. If a place is taken, the two change places.",
  "place-none": "Place …",
  "place": "Place {n}",
  "place-moved": "Now in place {n}: {option}",
  "place-lost": "Now without a place: {option}",
  "place-all": { "one": "One option has no place yet: this one.", "other": "{count} options have no place yet. This is the first." },

  "how-slider": "Choose the place between the two ends that comes closest.",
  "slider-name": "Your answer, from {from}, {low}, to {to}, {high}",
  "slider-open": "Not answered yet",
  "slider-missing": "Choose a place on the line first.",

  "ask-number": "Give a number.",
  "your-number": "Your answer",
  "number-missing": "Write a number first.",
  "number-odd": "This cannot be read as a number. Write digits, with a point or a comma before decimals, as in 1250 or 2.5.",
  "number-two-ways": "This can be read in two ways. Write {whole} or {decimal}.",
  "number-between": "Give a number from {low} to {high}.",
  "number-least": "Give a number of {low} or more.",
  "number-most": "Give a number of {high} or less.",

  "ask-sort": "Put each one into a group.",
  "group-none": "Group …",
  "group-all": { "one": "One has no group yet: this one.", "other": "{count} have no group yet. This is the first." },

  "ask-text": "In your own words.",
  "how-text": { "one": "It counts for no skill and never leaves this page. At most {count} character.", "other": "It counts for no skill and never leaves this page. At most {count} characters." },
  "your-words": "Your answer",
  "text-left": { "one": "{count} character left", "other": "{count} characters left" },
  "text-over": { "one": "{count} character too many", "other": "{count} characters too many" },
  "text-missing": "Write something first.",
  "own-title": "In your own words",
  "own-private": "For you alone: this is in no report, and nothing of it leaves this page."
};
