// What a quiz needs beside the player, loaded before its first question: its module, what names roles, and the words of
// all that is there.
import { common } from "../kinds/table.js";
import { imported } from "../shared/fetch.js";
import { problemsOf } from "../shared/refusal.js";
import { makeSay } from "../words/say.js";
import { language, quizWords } from "../words/words.js";
import { begin, Engine, plain } from "./engine.js";

/** @typedef {import("../types.d.ts").Source} Source */
/** @typedef {import("../types.d.ts").Whole} Whole */

/**
 * A further part and its module, which come together.
 * @template {{ glue: import("../types.d.ts").Glue }} T
 * @param {Source} source
 * @param {"matcher" | "whole"} name
 * @param {Promise<T>} coming
 */
async function partOf(source, name, coming) {
  // Looked at below; until then a failure is no unhandled one.
  source.module(name, false).catch(() => {});
  const part = await coming;
  await begin(part.glue, (again) => source.module(name, again));
  return part;
}

/** The module of everything, with what comes with it. @param {Source} source @returns {Promise<Whole>} */
function wholePlayer(source) {
  const coming = imported(new URL("../shared/whole-module.js", import.meta.url)).then(
    (/** @type {typeof import("../shared/whole-module.js")} */ file) => file.whole,
  );
  return partOf(source, "whole", coming);
}

/** What names roles. @returns {Promise<import("../types.d.ts").Roles>} */
function roleMatcher() {
  return imported(new URL("./role-matcher.js", import.meta.url)).then(
    (/** @type {typeof import("./role-matcher.js")} */ file) => file.roles,
  );
}

/**
 * The player that the document wanted at a glance, or, where the small one hands it on, the other. Mistakes are told by
 * the module of everything alone; their words come with it.
 * @param {Engine} engine
 * @param {Source} source
 * @param {import("../types.d.ts").Wanted} wanted
 * @returns {Promise<Whole | null>}
 */
async function playerFor(engine, source, { module }) {
  if (module === "player") {
    await begin(plain.glue, (again) => source.module("player", again));
    try {
      engine.quiz();
      return null;
    } catch (error) {
      if (problemsOf(error)?.[0].code !== "quiz-full") throw error;
    }
  }
  const whole = await wholePlayer(source);
  engine.replace(whole);
  return whole;
}

/** A quiz with all that it needs. @param {Source} source */
export async function loadQuiz(source) {
  const wanted = await source.wanted;
  const coming = wanted.roles ? roleMatcher() : null;
  // Looked at below; until then a failure is no unhandled one.
  coming?.catch(() => {});
  const engine = new Engine({
    text: await source.text,
    roles: await source.roles,
    language: source.language,
    seed: source.seed,
  });
  const whole = await playerFor(engine, source, wanted);
  const asked = engine.quiz();
  const several = asked.skills.length > 1 ? (coming ?? roleMatcher()) : null;
  // The module of everything matches, too.
  const roles =
    several &&
    (whole
      ? { ...(await several), glue: whole.glue, Matcher: whole.Matcher }
      : await partOf(source, "matcher", several));
  const rarer = asked.items.some(({ type }) => !(type in common)) ? (whole?.rarerKinds ?? null) : null;
  if (roles) engine.match(roles);
  const { adaptiveWords, calibratedWords, countedWords, statedWords } = whole ?? {};
  const words = {
    ...source.words,
    ...quizWords,
    ...roles?.words,
    ...rarer?.words,
    ...statedWords,
    ...(asked.adaptive && adaptiveWords),
    ...(asked.calibrated && calibratedWords),
    ...(!asked.skills.length && countedWords),
  };
  /** Every kind of item that is there. @type {import("../types.d.ts").Kinds} */
  const kinds = { ...common, ...rarer?.kinds };
  return { engine, roles, rarer, kinds, whole, say: makeSay(words, language) };
}
