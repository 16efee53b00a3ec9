// Registers <metier-quiz>; nothing else. A server may import it, where there are no tags to register.
import { MetierQuiz } from "./element/element.js";

if (globalThis.customElements && !customElements.get("metier-quiz")) customElements.define("metier-quiz", MetierQuiz);

/** What stands in the way of a quiz that does not show. */
export const { diagnose } = MetierQuiz;
