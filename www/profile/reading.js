// From the saved text to all that the page draws. Nothing is remembered: everything is worked out anew from the
// answers.
import { documentOf, today } from "../site/store.js";
import { rarerKinds } from "../kinds/rarer-kinds.js";
import { common } from "../kinds/table.js";
import { bring, imported } from "../shared/fetch.js";
import { begun, heldIn } from "../shared/instance.js";
import { makeSay } from "../words/say.js";
import { introWords, language, profileWords, quizWords, roleWords, statedWords } from "../words/words.js";
import { shownLevel } from "../view/level-words.js";
import { saidSkills } from "../view/said.js";
import { isEstimated } from "../view/skills-chart.js";

/** @typedef {import("../site/store.js").Result} Result */
/** @typedef {typeof import("../shared/whole-module.js")} Glue */
/** @typedef {import("../pkg/whole.js").Matcher} Matcher */
/** @typedef {import("../pkg/whole.js").Saved} Saved */
/** @typedef {import("../types.d.ts").ReadResult} ReadResult */
/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Stage} Stage */

export const say = makeSay(
  { ...introWords, ...quizWords, ...roleWords, ...rarerKinds.words, ...statedWords, ...profileWords },
  language,
);
let lastId = 0;

/** What every part of the page needs, but for the quiz. @param {(text: string) => void} tell */
function commonStage(tell) {
  const page = document.baseURI;
  // Links of the catalogue start where it stands.
  const base = new URL("roles/product.json", page).href;
  return {
    say,
    roles: null,
    kinds: { ...common, ...rarerKinds.kinds },
    whole: null,
    base,
    method: new URL("method.html", page).href,
    heading: 2,
    id: () => `p${++lastId}`,
    tell,
  };
}

/**
 * What is known of a skill, its level as it is shown: by that it is compared with what stands beside it.
 * @param {Profile["view"]} view
 * @param {string} id
 */
function knownSkill(view, id) {
  const found = /** @type {(import("../types.d.ts").SavedSkill & import("../types.d.ts").Estimated) | undefined} */ (
    /** @type {unknown} */ (view.skills.find((one) => one.skill === id && isEstimated(/** @type {any} */ (one))))
  );
  return found ? { ...found, level: shownLevel(found.level) } : null;
}

/**
 * A result ready to be drawn; none where its quiz could not be read.
 * @param {Profile["view"]["results"][number]} result
 * @param {Result | null} record
 * @param {Omit<Stage, "quiz">} common
 * @returns {ReadResult[]}
 */
function readResult(result, record, common) {
  const { shown, quiz, version, title, grade } = result;
  if (!shown || quiz === null || version === null || title === null || grade === null) return [];
  const answers = new Map(result.answers.map(({ item, answer }) => [item, JSON.parse(answer)]));
  return [{ ...result, shown, quiz, version, title, grade, record, stage: { ...common, quiz: shown }, answers }];
}

/**
 * Works with something of the module's, and gives it back.
 * @template R
 * @param {Saved} saved
 * @param {(saved: Saved) => R} work
 */
function use(saved, work) {
  try {
    return work(saved);
  } finally {
    saved.free();
  }
}

/** The module with the catalogue: what profiles are read with. */
export class Reader {
  #glue;
  #matcher;

  /** @param {Glue} glue one that has an instance @param {string} catalogue */
  constructor(glue, catalogue) {
    this.#glue = glue;
    this.#matcher = heldIn(glue, () => glue.Matcher.open(catalogue));
  }

  /**
   * Everything that the page shows. Throws an error with `problems` where nothing can be read.
   * @param {string} text
   * @param {(text: string) => void} tell says one thing to people who listen
   * @returns {Profile}
   */
  read(text, tell) {
    return this.#matcher.use((matcher) => this.#profile(text, tell, matcher));
  }

  /**
   * The text that comes of a change, letter for letter but for it. Throws an error with `problems` where that cannot
   * be.
   * @param {string | undefined} text none: a profile without results
   * @param {(saved: Saved) => string} work
   */
  edit(text, work) {
    const saved = heldIn(this.#glue, () => this.#glue.Saved.open(text));
    try {
      return saved.use(work);
    } finally {
      saved.rest();
    }
  }

  /** @param {string} text @param {(text: string) => void} tell @param {Matcher} matcher @returns {Profile} */
  #profile(text, tell, matcher) {
    const {
      shown: [view, match, explained],
      mended,
    } = use(this.#glue.Saved.open(text, today()), (saved) => ({
      shown: saved.read(matcher, language),
      mended: saved.mended() ?? null,
    }));
    const catalogue = matcher.catalogue(language);
    const common = { ...commonStage(tell), build: this.#glue.build() };
    const records = documentOf(text)?.results ?? [];
    const results = view.results.flatMap((result) => readResult(result, records[result.index] ?? null, common));
    const skills = catalogue.skills.map((skill) => ({ ...skill, known: knownSkill(view, skill.skill) }));
    const levels = catalogue.skills.map(({ skill, name, definition, levels: anchors }) => ({
      id: skill,
      name,
      definition,
      levels: anchors,
    }));
    // The page itself speaks as a quiz in English would, about the skills of the catalogue.
    const quiz = /** @type {Stage["quiz"]} */ (
      /** @type {unknown} */ ({ language, direction: "ltr", skills: levels, items: [], adaptive: null })
    );
    const said = saidSkills(
      view.skills,
      ({ result, item }) => view.results[result]?.shown?.items.find(({ id }) => id === item)?.type,
    );
    const origin = catalogue.origins.some((one) => one.origin === view.origin) ? view.origin : null;
    return { view, results, mended, skills, match, explained, catalogue, origin, stage: { ...common, quiz, said } };
  }
}

/** Brings the module and the catalogue. @returns {Promise<Reader>} */
export async function loadReader() {
  const [glue, catalogue] = await Promise.all([
    begun(
      /** @type {Promise<typeof import("../shared/whole-module.js")>} */ (
        imported(new URL("../shared/whole-module.js", import.meta.url))
      ),
      new URL("../pkg/whole_bg.wasm", import.meta.url),
    ),
    bring(new URL("../roles/product.json", import.meta.url)),
  ]);
  return new Reader(glue, await catalogue.text());
}
