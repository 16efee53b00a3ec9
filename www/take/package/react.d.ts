import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { MetierQuiz, MetierQuizEventMap } from "./index.js";

export * from "./index.js";

/** `onmetier-complete` and the like, as React 19 listens to what is no event of its own. */
type Listeners = { [Name in keyof MetierQuizEventMap as `on${Name}`]?: (event: MetierQuizEventMap[Name]) => void };

/** What the tag takes in JSX. */
export type MetierQuizProps = DetailedHTMLProps<HTMLAttributes<MetierQuiz>, MetierQuiz> &
  Listeners & {
    src?: string;
    roles?: string;
    seed?: string | number;
    heading?: string | number;
    theme?: "light" | "dark" | "auto";
    loading?: "lazy" | "eager";
    resume?: boolean;
    private?: boolean;
    quiz?: string | object;
  };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "metier-quiz": MetierQuizProps;
    }
  }
}
