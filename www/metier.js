// Registers <metier-quiz>; nothing else. Import element.js to have the class without the tag.
import { MetierQuiz } from "./element.js";

if (!customElements.get("metier-quiz")) customElements.define("metier-quiz", MetierQuiz);
