// A quiz document made by a page's own script; the element takes it as JSON text. It is a demonstration, no
// measurement.
const quiz = {
  format: "metier-quiz/1",
  id: "demonstration-property",
  version: "1.0.0",
  language: "en",
  title: "A demonstration: one question",
  about: "It shows how a page hands over a document of its own. Its result means nothing.",
  instruction: "would",
  skills: [
    {
      id: "agreement",
      name: "Agreement",
      definition: "Ends a conversation with who does what by when.",
      levels: [
        "none",
        "hopes that it is clear",
        "says what was agreed",
        "names who and when",
        "checks that it happened",
      ],
    },
  ],
  items: [
    {
      id: "end",
      type: "single",
      prompt: "A call with a supplier ends well, and everybody seems to agree. What do you do?",
      options: [
        { id: "leave", text: "I thank everybody and hang up.", keys: [{ skill: "agreement", level: 1 }] },
        { id: "say", text: "I say once more what we agreed.", keys: [{ skill: "agreement", level: 2 }] },
        {
          id: "write",
          text: "I write down who does what by when, and send it.",
          keys: [{ skill: "agreement", level: 3 }],
        },
      ],
    },
  ],
  evidence: { grade: 0, note: "A demonstration, keyed by nobody." },
};

const element = /** @type {import("../element/element.js").MetierQuiz} */ (document.querySelector("metier-quiz"));
element.quiz = JSON.stringify(quiz);
