export default {
  "how-allocate-would": { "one": "Share out {count} point.", "other": "Share out {count} points: more for what you would rather do." },
  "how-allocate-done": { "one": "Share out {count} point.", "other": "Share out {count} points: more for what you have done more." },
  "how-allocate-best": { "one": "Share out {count} point.", "other": "Share out {count} points: more for what is better." },
  "one-less": "One less: {option}",
  "one-more": "One more: {option}",
  "share-left": "{count} of {total} left to share",
  "share-over": { "one": "{count} point too many", "other": "{count} points too many" },
  "share-whole": "Use whole numbers from 0 to {total}.",
  "points": { "one": "{count} point", "other": "{count} points" },

  "how-slider": "Choose the place on the line that comes closest.",
  "slider-name": "Your answer, from {from}, {low}, to {to}, {high}",
  "slider-open": "Not answered yet",
  "slider-missing": "Choose a place on the line first.",

  "ask-number": "Give a number.",
  "your-number": "Your answer",
  "number-missing": "Write a number first.",
  "number-odd": "We cannot read this as a number. Write it in digits, such as 1250 or 2.5.",
  "number-two-ways": "This could be two numbers. Write {whole} or {decimal}.",
  "number-between": "Give a number from {low} to {high}.",
  "number-least": "Give a number of {low} or more.",
  "number-most": "Give a number of {high} or less.",

  "ask-text": "In your own words.",
  "how-text": { "one": "For you alone: it is not scored and never leaves this page. At most {count} character.", "other": "For you alone: it is not scored and never leaves this page. At most {count} characters." },
  "your-words": "Your answer",
  "text-left": { "one": "{count} character left", "other": "{count} characters left" },
  "text-over": { "one": "{count} character too many", "other": "{count} characters too many" },
  "text-missing": "Write something first.",
  "own-title": "In your own words",
  "own-private": "For you alone: it is not scored and never leaves this page."
};
