// The shapes that the page's own modules share, beside those that cross the boundary, which are the module's.
import type { AdvertReport } from "./pkg/advert.js";
import type { Choice, ItemView, Match, QuizView, Report, Session, SkillReport, Tree } from "./pkg/player.js";
import type { CatalogueView, Explained, SavedResult, SavedSkill, SavedView } from "./pkg/whole.js";
import type { Matcher as RoleMatcher } from "./pkg/matcher.js";
import type { Matcher as WholeMatcher } from "./pkg/whole.js";
import type { Result } from "./site/store.js";

export type {
  Block,
  Contribution,
  ItemView,
  Match,
  Meaning,
  OptionView,
  Problem,
  QuizView,
  Report,
  RoleReport,
  Run,
  Session,
  SkillName,
  SkillReport,
  Step,
  Tree,
} from "./pkg/player.js";
export type { AdvertMeets, AdvertReport, AdvertSpan, Place } from "./pkg/advert.js";
export type { Change, Saved, SavedResult, SavedSkill, SavedView } from "./pkg/whole.js";

/** The matcher; that of the module of everything says what an adaptive quiz asks next, too. */
export type Matcher = RoleMatcher & { next?: WholeMatcher["next"] };
/** The report with the roles: a match where the quiz has several skills of the catalogue. */
export type FullReport = Report & { match: Match | null };
/** What makes and renews the instance of a module. */
export type Glue = {
  begin: (module: WebAssembly.Module) => Promise<unknown>;
  build: () => string;
  __wbg_reset_state: () => void;
  /** Stands for its instance: another object after each that was thrown away. */
  instance?: object;
};
/** Something held inside an instance of a module. */
export type Held<T> = {
  /** Works with it. After a trap, once more with a fresh one. */
  use<R>(work: (thing: T) => R): R;
  /** Gives its memory back; the next use makes it anew. */
  rest(): void;
};
/** A player: the plain one, or the whole one, which can also say what could be asked next. */
export type PlayerModule = {
  glue: Glue;
  Session: { open(text: string, language: string, seed?: number | null): Session & { choice?(): Choice | null } };
};

/** A skill for which level and spread are known. */
export type Estimated = SkillReport & { level: number; low: number; high: number; from: number; to: number };

/** What every part of a reading needs to be drawn. */
export type AdvertStage = {
  report: AdvertReport;
  /** What the lexicon takes for a verdict, its version, and how many phrases it has. */
  model: { least_words: number; least_phrases: number; musts: number; version: string; count: number };
  kinds: ReturnType<typeof import("./advert/kinds.js").kindsOf>;
  say: Say;
  /** For the texts of the documents. */
  text: Stage;
  jump: import("./advert/jump.js").Jump;
  back: HTMLElement;
  escape: (event: KeyboardEvent) => void;
  tell: (text: string) => void;
};

/** What an answer may be; null = skipped. */
export type Answer =
  null | string | number | string[] | Record<string, number | string> | { best: string; worst: string };

export type Child = Node | string | null | undefined | false | Child[];
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** The keys of all words, each of which is there where its table is. */
export type Key = KeysOf<
  | "introWords"
  | "quizWords"
  | "roleWords"
  | "rareWords"
  | "advertWords"
  | "savingWords"
  | "oneFileWords"
  | "onwardWords"
  | "sharingWords"
  | "draftWords"
  | "profileWords"
  | "evidenceWords"
  | "embedWords"
  | "adaptiveWords"
  | "calibratedWords"
  | "countedWords"
  | "statedWords"
  | "problemWords"
>;
/** The keys of some tables of words. */
type KeysOf<T extends keyof AllWords> = T extends T ? keyof AllWords[T] : never;
type AllWords = typeof import("./words/words.js");
export type Words = Record<string, string | Record<string, string>>;
export type Values = Record<string, Child | number>;
export interface Say {
  /** The sentence as one string. */
  (key: Key, values?: Record<string, string | number>): string;
  /** The sentence in parts, so that an author's words can stand in it as nodes. */
  parts(key: Key, values?: Values): Child[];
  list(nodes: Child[], type?: "conjunction" | "disjunction"): Child[];
  level(value: number): string;
  whole(value: number): string;
  signed(value: number): string;
  language: string;
}

/** What only a quiz of several skills loads. */
export type Roles = Omit<typeof import("./element/role-matcher.js").roles, "Matcher"> & {
  Matcher: { open(text?: string | null): Matcher };
};

/** What the module of everything comes with. */
export type Whole = typeof import("./shared/whole-module.js").whole;

/** What only a quiz with one of the rarer kinds of items loads. */
export type RarerKinds = Whole["rarerKinds"];

/** A kind of item, whose answers are `A` where they are not skipped. */
export type Kind<A = any> = {
  /** Whether its prompt is a statement about the person, and no situation. */
  statement?: true;
  /** Whether its answers are the person's own words: nobody else's, and in no event and no record. */
  own?: true;
  /** The inputs, and what is read from them. */
  draw(item: ItemView, stage: Stage): Fields;
  /** What an answer says of each option that it touches: words before the option's own. */
  marks?(item: ItemView, answer: A, stage: Stage): Map<string, string>;
  /** An answer in words. */
  words(item: ItemView, answer: A, stage: Stage): Child;
  /** A part of its own in the result. */
  part?(answers: Map<string, Answer>, stage: Stage): Child;
  /** Rules of its own for the sheet of the rarer kinds. */
  looks?(): string;
};
/** Kinds of items by the name that documents give them. */
export type Kinds = Record<string, Kind>;

/** What every view needs to draw: the quiz, the words, where links start, how deep the headings are. */
export type Stage = {
  quiz: QuizView;
  say: Say;
  base: string;
  heading: number;
  /** Address of the page that explains the method; empty where there is none, as in a package without a site. */
  method: string;
  /** Build id of module and page. */
  build: string;
  /** An id that no other node of the page has. */
  id: () => string;
  /** Present where the quiz has several skills. */
  roles: Roles | null;
  /** The kinds of items that are there: all that the quiz has. */
  kinds: Kinds;
  /** Present where the whole module is: what the author states for a grade, and the result of a count. */
  whole: { statedList: typeof import("./view/stated.js").statedList; countedParts: PartsOf } | null;
  /** The skills that rest on statements of the person alone. */
  said?: ReadonlySet<string>;
  /** Says one thing to people who listen. */
  tell: (text: string) => void;
};

/** What was read from a question's inputs: the answer, or what is missing and where. */
export type Reading = { answer: Exclude<Answer, null> } | { problem: string; at: HTMLElement };
/** `ask` stands in place of the instruction where that does not fit. */
export type Fields = { ask?: string; how: Child; nodes: Child[]; read: () => Reading };

/** What a result is made of: for one skill, for several, or for a count. */
export type Parts = {
  /** Its heading. */
  sentence: Child;
  /** What stands between that and the cards. */
  first: Child;
  cards: Child;
  /** What stands open below the actions, before the questions. */
  depth: Child;
  /** What only those who want to know more unfold. */
  folds: Child[];
  /** The lines of what to learn that no other part shows, in their order. */
  learn: Report["learn"];
};
export type PartsOf = (
  report: FullReport,
  ranked: import("./view/result/ranked.js").Ranked[],
  answers: Map<string, Answer>,
  stage: Stage,
) => Parts;

/** A screen: what to show and what takes focus. */
export type Screen = { section: HTMLElement; heading: HTMLElement };
export type QuestionScreen = Screen & {
  /** How many questions stand on it. */
  count: number;
  /** Says how far the quiz is, with so many questions done. */
  place: (done: number) => void;
  /** The answers by item; where something is missing that is said, and if `aloud`, which it is unless told otherwise, focused. */
  read: (aloud?: boolean) => Map<string, Answer> | undefined;
  /** The answers where the open questions are skipped: a question alone is. */
  skipped: () => Map<string, Answer>;
};

/** What `metier-ready` says. */
export type Ready = { quiz: string; version: string; language: string; title: string; items: number };

/** What a document wants at a glance: its module, and whether it names roles. */
export type Wanted = { module: "player" | "whole"; roles: boolean };

/** What was asked of a quiz before there was a player. */
export type Asked = { start?: boolean; anew?: boolean };

/** What the element hands to the player. */
export type Source = {
  text: Promise<string>;
  /** Its module is on its way. */
  wanted: Promise<Wanted>;
  roles: Promise<string | null>;
  /**
   * The player; the matcher, for quizzes of several skills; everything, for calibrated and adaptive quizzes, for those
   * that count, stated evidence and rarer types of items, and to tell mistakes. `again`: past every cache.
   */
  module: (name: "player" | "matcher" | "whole", again: boolean) => Promise<WebAssembly.Module>;
  base: string;
  method: string;
  /** What is said before the first question, which the tag says first. */
  words: Words;
  language: string;
  seed: number | undefined;
  heading: number;
  /** The page is told neither answers nor results. */
  private: boolean;
  /** Another screen is on show. */
  shown: (screen: string) => void;
  /** What was asked for before there was a player; asked once. */
  asked: () => Asked;
  /** What keeps a draft, where the page asks for it. */
  draft: Promise<typeof import("./element/draft.js") | undefined> | undefined;
};

/**
 * A saved result that could be read, with what is needed to draw it: its quiz as the reader saw it, and the answers by
 * item. `record` is what stands in the document; nothing where that cannot be edited.
 */
export type ReadResult = Omit<SavedResult, "answers"> & {
  quiz: string;
  version: string;
  title: Tree;
  grade: number;
  shown: QuizView;
  record: Result | null;
  stage: Stage;
  answers: Map<string, Answer>;
};

/** A skill of the catalogue beside what is known of it; nothing where no saved quiz measures it. */
export type ProfileSkill = CatalogueView["skills"][number] & { known: (SavedSkill & Estimated) | null };

/** All that the profile page draws, read from one text. */
export type Profile = {
  view: SavedView;
  /** Those that could be read, in the order of the document. */
  results: ReadResult[];
  /** The text with what could be read of one that breaks off. */
  mended: string | null;
  skills: ProfileSkill[];
  /** How the roles fit; nothing where fewer than two skills of the catalogue are measured. */
  match: Match | null;
  explained: Explained | null;
  catalogue: CatalogueView;
  /** Where the person says they come from: an origin of the catalogue. */
  origin: string | null;
  stage: Stage;
};
