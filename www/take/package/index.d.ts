import type { MetierQuiz, MetierQuizEventMap } from "./element.js";

export * from "./element.js";

declare global {
  interface HTMLElementTagNameMap {
    "metier-quiz": MetierQuiz;
  }
  interface HTMLElementEventMap extends MetierQuizEventMap {}
  interface DocumentEventMap extends MetierQuizEventMap {}
  interface WindowEventMap extends MetierQuizEventMap {}
}
