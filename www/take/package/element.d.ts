import type { Match, Problem, Report } from "./report.js";

export type { Match, Problem, Report, RoleReport, SkillReport, Tree } from "./report.js";

/** What an answer may be; null = skipped. */
export type Answer =
  null | string | number | string[] | Record<string, number | string> | { best: string; worst: string };

/** The quiz is loaded and its first screen shows. `items`: how many questions there are, or at most. */
export interface ReadyDetail {
  readonly quiz: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly items: number;
}

/** Somebody pressed Start, or Continue: then `resumed` is true. */
export interface StartDetail {
  readonly quiz: string;
  readonly version: string;
  readonly seed: number;
  readonly items: number;
  readonly resumed?: true;
}

/** A question was answered, or skipped (null). Own words are never told: then `answer` is null and `answered` true. */
export interface AnswerDetail {
  readonly quiz: string;
  readonly item: string;
  readonly answer: Answer;
  readonly answered: boolean;
  readonly milliseconds: number;
}

/** How far it is, after each answer. */
export interface ProgressDetail {
  readonly quiz: string;
  readonly answered: number;
  readonly skipped: number;
  readonly left: number;
  readonly items: number;
}

/** The result shows. After a reload with `resume` it shows again, and `resumed` is true. */
export interface CompleteDetail {
  readonly quiz: string;
  readonly version: string;
  /** With the match of roles, where the quiz has several skills; nothing of a private quiz. */
  readonly report: (Report & { match: Match | null }) | null;
  readonly resumed?: true;
}

/** Something could not be loaded, read or worked out; the element says so itself. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** The events of the tag by name: they bubble, leave the shadow tree, and carry frozen plain data. */
export interface MetierQuizEventMap {
  "metier-ready": CustomEvent<ReadyDetail>;
  "metier-start": CustomEvent<StartDetail>;
  "metier-answer": CustomEvent<AnswerDetail>;
  "metier-progress": CustomEvent<ProgressDetail>;
  "metier-complete": CustomEvent<CompleteDetail>;
  "metier-error": CustomEvent<ErrorDetail>;
}

/** What the answers so far rest on. With the day added as `taken` it is one result of a file that My profile opens. */
export interface MetierRecord {
  /** The quiz document. */
  quiz: unknown;
  language: string;
  seed: number;
  answers: unknown[];
}

/** What `diagnose` says. */
export interface MetierDiagnosis {
  build: string;
  /** The script that defines the tag. */
  script: string;
  page: string;
  language: string;
  /** Whether the page is a secure context. */
  trusted: boolean;
  /** "runs", or why it does not. */
  webAssembly: string;
  quizzes: {
    src: string | null;
    screen: string;
    error: string | null;
    private: boolean;
    loading: string | null;
    resume: boolean;
    width: number;
    height: number;
  }[];
}

/** What stands as `<metier-quiz>` in a page. This class is an element; what defines the tag is "metier-quiz". */
export class MetierQuiz extends HTMLElement {
  static readonly observedAttributes: string[];
  /* members */
}
