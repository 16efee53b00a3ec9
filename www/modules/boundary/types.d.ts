/** Text of one style. A line feed in it is a line break. */
export type Run = { text: string; strong: boolean; emphasis: boolean; code: boolean; link: string | null };
/** A paragraph or a list entry; neighbouring entries of one kind form one list. An entry of a numbered list has its number. */
export type Block = { kind: "paragraph" | "bullet" | "number"; number?: number; runs: Run[] };
/** An author's text. `language` and `direction` are set where they differ from the view's. */
export type Tree = { language: string | null; direction: "ltr" | "rtl" | null; blocks: Block[] };

/** What is wrong with an input: its sentence stands in words/en/problems.js under `code`. */
export type Problem = {
  severity: "error" | "warning";
  code: string;
  pointer: string;
  line: number;
  column: number;
  values: { name: string; value: string | number }[];
  hint: string | null;
};
/** What the module throws. */
export type MetierError = Error & { problems: Problem[] };

export type Step = {
  item: string;
  answered: number;
  skipped: number;
  left: number;
  next: string | null;
  dropped: string[];
};

export type Instruction = "would" | "best" | "done";
/**
 * `levels` (what choosing it counts for), `rating` (the experts' mean), `target` (the fewest and most points that it
 * should get, or nothing), `group` (where it belongs, or an empty text) and `talk` (why people differ about that) are for
 * the look back alone.
 */
export type OptionView = {
  id: string;
  text: Tree;
  why: Tree | null;
  levels: { skill: string; level: number }[];
  rating: number | null;
  target: number[];
  group: string;
  exclusive?: boolean;
  talk?: Tree;
};
export type ItemView = {
  id: string;
  type:
    | "single"
    | "multiple"
    | "likert"
    | "frequency"
    | "judge"
    | "best-worst"
    | "allocate"
    | "rank"
    | "slider"
    | "number"
    | "sort"
    | "text"
    | "statement";
  /** The screen that it shares with the items beside it. */
  group?: string | null;
  instruction: Instruction;
  /** The story that comes before the question. */
  situation: Tree | null;
  prompt: Tree;
  sources: string[];
  options: OptionView[];
  groups: OptionView[];
  anchors: Tree[];
  points: number;
  min: number;
  max: number;
  total: number;
  low: number | null;
  high: number | null;
  step: number;
  unit: Tree | null;
};
export type SkillView = { id: string; name: Tree; definition: Tree; levels: Tree[] };
/** What the author states for the evidence grade: nobody checked it. */
export type StatedView = {
  experts: { count: number; roles: Tree; agreement: number } | null;
  people: number | null;
  reliability: number | null;
  fit: Tree | null;
  study: Tree | null;
};
export type QuizView = {
  id: string;
  version: string;
  language: string;
  direction: "ltr" | "rtl";
  title: Tree;
  about: Tree;
  author: Tree | null;
  licence: Tree | null;
  instruction: Instruction;
  minutes: number[];
  seed: number;
  calibrated: boolean;
  adaptive: { max: number } | null;
  next: string | null;
  grade: number;
  note: Tree;
  stated: StatedView;
  attributions: Tree[];
  /** Documents that ask other questions on the same skills, this one among them; empty where it is alone. */
  forms: { id: string; name: Tree; link: string }[];
  languages: string[];
  skills: SkillView[];
  items: ItemView[];
};

/** How an adaptive quiz would go on; the matcher reads it as JSON text. */
export type Choice = {
  /** What the quiz itself would ask: a question, or a screen of them. */
  own: string[];
  /** How far the matcher has a say; null where it has none. */
  rule: {
    asked: number;
    min: number;
    stop_share?: number;
    decides: boolean;
    screen?: number;
    stop_gain?: number;
  } | null;
  /** An instructed item that comes last on a screen of several. */
  joins?: string;
  items: { item: string; shares?: boolean; measures: Record<string, unknown> }[];
};
/** What is known of the skills, as a match takes it. */
export type KnownSkills = {
  skills: { skill: string; mean?: number; variance?: number; level?: number; se?: number }[];
  careless: boolean;
};

export type Pull = { item: string; value: number; weight: number; pull: number };
/** How often the answers showed a behaviour, of the items that offered it: at least two. */
export type Behaviour = { behaviour: string; name: Tree; shown: number; offered: number };
export type SkillReport = {
  skill: string;
  name: Tree;
  state: "estimated" | "too-few";
  asked: number;
  answered: number;
  mean: number | null;
  variance: number | null;
  level: number | null;
  spread: number | null;
  standard_error?: number;
  error?: "observed-information" | "posterior-sd";
  theta?: number;
  low: number | null;
  high: number | null;
  /** The whole levels nearest to low and high; where they differ, the level is called neither. */
  from: number | null;
  to: number | null;
  end: "top" | "bottom" | null;
  feedback: Tree | null;
  /** A sentence about the person at these levels, in the second person and in the first. */
  summary: { you: Tree; i: Tree } | null;
  behaviours: Behaviour[];
  pulls: Pull[];
};
export type Meaning = {
  role: string;
  name: Tree;
  archetype: boolean;
  need: number;
  weight: number;
  floor: number | null;
  provenance: string;
  text: Tree | null;
};
/** What a skill does for a role, in the order of the match's skills. A gap is need - level of the skill. */
export type Contribution = {
  skill: string;
  value: number;
  need: number;
  weight: number;
  floor: number | null;
  p_floor_missed: number;
  must_have: "met" | "uncertain" | "missed" | "unknown" | null;
  /** Whether the skill carries the role for this person. */
  carries: boolean;
};
export type RoleReport = {
  role: string;
  name: Tree;
  about: Tree;
  archetype: boolean;
  fit: number;
  level: number;
  shape: number;
  must_have: number;
  p_best: number;
  p_near_best: number;
  /** The same among the roles that are no archetypes, which the verdict is about; null for an archetype. */
  p_best_product: number | null;
  p_near_best_product: number | null;
  p_must_have_missed: number;
  also_good: boolean;
  evidence: number;
  contributions: Contribution[];
};
export type Verdict = {
  code: "none-yet" | "not-enough-evidence" | "clear" | "leaning" | "too-close";
  roles: string[];
  reason: null | "evidence" | "unmeasured-floor" | "careless";
  floor: null | { role: string; skill: string; floor: number; level: number; p_missed: number };
  unmeasured: string[];
  evidence: number;
};
/** A skill of the catalogue. `level` is as it is shown everywhere; one that was not measured has it from those beside it. */
export type SkillName = { skill: string; name: Tree; group: Tree; measured: boolean; level: number };
/** `p_archetype`: share of the draws in which an archetype fits best of all roles. */
export type Match = {
  verdict: Verdict;
  p_archetype: number;
  roles: RoleReport[];
  skills: SkillName[];
  attributions: Tree[];
};
/** What knowing a skill would do to the largest probability of one role; the most telling skill first. */
export type Next = { share: number; skills: { skill: string; share: number }[] };
/** The smallest shift of a mean, in levels and in its standard deviations, with which another role leads; below 0 downwards. */
export type Change = { skill: string; direction: "up" | "down"; shift: number; errors: number; role: string };
/** Skills that carry the role, the heaviest contribution first; those below its need, with what closing the gap would add to the fit. */
export type RoleExplained = {
  role: string;
  strengths: { skill: string; over: number }[];
  gaps: { skill: string; gap: number; gain: number }[];
};
/** Changes by size in standard deviations, roles in the order of the match. */
export type Explained = { next: Next; changes: Change[]; roles: RoleExplained[] };
/** What a catalogue leaves out is an empty text or list. */
export type CatalogueView = {
  skills: {
    skill: string;
    name: Tree;
    definition: Tree;
    levels: Tree[];
    group: Tree;
    sources: string[];
    learn: {
      text: Tree;
      from: number;
      to: number;
      minutes: number | null;
      days: number | null;
      leaves: Tree | null;
      sources: string[];
    }[];
    quiz: { title: Tree; link: string } | null;
  }[];
  roles: {
    role: string;
    name: Tree;
    about: Tree;
    archetype: boolean;
    note: Tree | null;
    needs: { skill: string; need: number; weight: number; floor: number | null; from: string }[];
  }[];
  origins: { origin: string; name: Tree; from: Tree; sources: string[]; levels: { skill: string; level: number }[] }[];
  attributions: Tree[];
};
export type Report = {
  format: "metier-report/1";
  /** How levels below evidence grade 3 are worked out. */
  method: number;
  quiz: string;
  version: string;
  language: string;
  seed: number;
  grade: number;
  answered: number;
  skipped: number;
  items: number;
  asked: string[];
  measurement?: { reliability: number; sem: number; reliable_change: number };
  signs: { code: "fast" | "flat" | "random" | "misfit" | "distance" | "instructed"; items: string[] }[];
  /** Whether one of the signs is one of carelessness, by which no role is named. */
  careless: boolean;
  assumed: { prior_mean: number; prior_sd: number; answer_sd: number };
  skills: SkillReport[];
  /** Of a quiz that counts, which has no skills. Nothing is said of a count where some items were skipped. */
  counted?: {
    right: number;
    of: number;
    end: Tree | null;
    sections: { title: Tree; lines: Tree[]; sources: string[] }[];
  };
  order: string[][];
  meaning: Meaning[];
  /** What fits the levels. */
  learn: { skill: string; text: Tree; minutes: number | null; leaves: Tree | null; sources: string[] }[];
  next: { title: Tree; link: string; why: Tree | null }[];
};

/** How the level of a skill differs from that of the result before, as the evidence grade allows. */
export type Difference = {
  skill: string;
  /** Index of the earlier result. */
  since: number;
  before: number;
  now: number;
  difference: number;
  /** Than the spread; or from evidence grade 2, at one version of the quiz, by the standard error of a difference. */
  code: "larger" | "not-larger" | "reliable" | "not-reliable";
  /** What the difference was held against, in levels. */
  limit: number;
  same_version: boolean;
  same_form: boolean;
};
/** A result of a saved profile. What could not be read is null or empty, and the problems say why. */
export type SavedResult = {
  index: number;
  quiz: string | null;
  version: string | null;
  title: Tree | null;
  /** The language in which it was taken. */
  language: string;
  /** YYYY-MM-DD */
  taken: string;
  grade: number | null;
  answered: number;
  items: number;
  /** Whether it is the latest of its quiz, and so counts. */
  newest: boolean;
  /** Whether the same result stands there before. */
  again: boolean;
  report: Report | null;
  /** The quiz, for the words of items and options. */
  shown: QuizView | null;
  /** Each answer as JSON text; "null" = skipped. */
  answers: { item: string; answer: string }[];
  /** Of the latest: since the result before of the same quiz; null where there is none. */
  change: Difference[] | null;
};
/** A skill, from all results that count. */
export type SavedSkill = {
  skill: string;
  name: Tree;
  state: "estimated" | "too-few";
  mean: number | null;
  variance: number | null;
  level: number | null;
  spread: number | null;
  standard_error?: number;
  low: number | null;
  high: number | null;
  /** The whole levels nearest to low and high; where they differ, the level is called neither. */
  from: number | null;
  to: number | null;
  end: "top" | "bottom" | null;
  /** The pulls add up to the level less this. */
  prior_mean: number;
  /** Indices of the results that measured it. */
  measured_by: number[];
  /** Whether two of them are further apart than their errors explain. */
  disagree: boolean;
  pulls: { result: number; item: string; value: number; pull: number }[];
};
export type SavedView = {
  results: SavedResult[];
  skills: SavedSkill[];
  /** Highest first, in groups too close to tell apart. */
  order: string[][];
  /** Whether a result that counts bears a sign of carelessness. */
  careless: boolean;
  origin: string | null;
  problems: Problem[];
};

/** Where something stands in the text, in UTF-16 code units. */
export type Place = { start: number; end: number };
export type AdvertSection = "duties" | "requirements" | "nice" | "company" | "benefits" | "apply" | "equal";
export type AdvertArchetype = {
  archetype: string;
  name: Tree;
  about: Tree;
  advice: Tree;
  role: string | null;
  shown: boolean;
  score: number;
  /** Of all scores that are shown; `share` is softmax of the scores. */
  part: number | null;
  share: number | null;
  sources: string[];
};
/** A phrase of the lexicon. Spans are in the order of the text and never overlap; the values of an archetype add up to its score. */
export type AdvertSpan = Place & {
  phrase: string;
  state: "counted" | "negated" | "left-out";
  section: AdvertSection | null;
  for: { archetype: string; value: number }[];
};
/** Words found in the text. They may overlap spans. */
export type AdvertFact = Place & { word: string };
/** Months are parts of a year. */
export type AdvertYears = Place & { least: number; most: number | null };
export type AdvertQuestion = { when: string; text: Tree; sources: string[] };
/** How a skill of the person meets a line of the advert. */
export type AdvertMeets = Place & {
  skill: string;
  name: Tree;
  state: "strength" | "gap" | "even" | "unknown";
  level: number | null;
  spread: number | null;
  need: number | null;
  prepare: Tree;
  sources: string[];
};
/** A part of the text that is seen: `stands` is what is shown in its place, `ends` says that a line ends after it. */
export type AdvertPart = Place & { ends: boolean; stands?: string };
export type AdvertReport = {
  words: number;
  phrases: number;
  verdict: "other-language" | "too-short" | "too-few" | "superhero" | "one" | "several";
  product: number | null;
  breadth: number | null;
  archetypes: AdvertArchetype[];
  spans: AdvertSpan[];
  seniority: AdvertFact[];
  years: AdvertYears[];
  musts: AdvertFact[];
  superlatives: AdvertFact[];
  questions: AdvertQuestion[];
  meets: AdvertMeets[] | null;
  /** The text as it is seen: words lie within its parts alone. */
  shown: { tagged: boolean; parts: AdvertPart[] };
};
