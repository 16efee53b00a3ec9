// Everything in one classic script, as a release has it: <metier-quiz>, and for the console `metier.diagnose()`. The joiner
// lets the file that begins it run last, so that a tag that loads at once finds all that it needs.
import { MetierQuiz } from "./element/element.js";

if (!customElements.get("metier-quiz")) customElements.define("metier-quiz", MetierQuiz);

/** @type {any} */ (globalThis).metier ??= { diagnose: MetierQuiz.diagnose };
