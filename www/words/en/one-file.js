// What is said where a quiz is made into one page.
export default {
  "one-making": "Being made …",
  "one-made": "{name} is on its way to your downloads. It was made in this page, and nothing was sent.",
  "one-missing": "Choose a file first.",
  "one-problems": "No page was made: there are mistakes in the quiz.",
};
