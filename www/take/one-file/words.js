// In metier-all.js, what stands in for words/en/quiz.js: the sentence of a browser that is too old names what else it
// may lack.
import usual from "../../words/en/quiz.js";

export default {
  ...usual,
  "error-browser":
    "This browser cannot run the quiz: it has no WebAssembly, or cannot unpack it. Please open the page in another browser.",
};
