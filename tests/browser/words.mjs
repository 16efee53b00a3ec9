// The shipped words, said as the pages say them: a test finds a sentence by its key, so that it stays right when the
// words change, and fails when another sentence is shown.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./site.mjs";

/** @typedef {import('../../www/types.d.ts').Say} Say */
/** @typedef {typeof import('../../www/words/en/problems.js').default} Problems */

/**
 * A script of the page. Node takes a file there for one of its own older kind, since nothing beside it says that it is
 * a module.
 * @param {string} name
 */
async function script(name) {
  const text = await readFile(join(ROOT, "www", "words", `${name}.js`), "utf8");
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

/** @type {[typeof import('../../www/words/say.js'), ...{ default: import('../../www/types.d.ts').Words }[]]} */
const [
  { makeSay },
  { default: player },
  { default: first },
  { default: roles },
  { default: items },
  { default: saving },
  { default: own },
  { default: adverts },
  { default: draft },
  { default: sharing },
  { default: evidence },
  { default: site },
] = [
  await script("say"),
  await script("en/quiz"),
  await script("en/intro"),
  await script("en/roles"),
  await script("en/kinds"),
  await script("en/saving"),
  await script("en/profile"),
  await script("en/advert"),
  await script("en/draft"),
  await script("en/sharing"),
  await script("en/evidence"),
  await script("en/site"),
];
/** What the tag says before its player is there. @type {typeof import('../../www/words/en/element.js')} */
export const { newer, tryAgain } = await script("en/element");
/** @type {typeof import('../../www/words/en/measurement.js')} */
const { adaptiveWords, calibratedWords, countedWords, statedWords } = await script("en/measurement");
/** @type {{ default: Problems }} */
const { default: problems } = await script("en/problems");

const language = "en-GB";
const quiz = { ...first, ...player, ...roles, ...items, ...statedWords };

/** A quiz. */
export const say = makeSay(quiz, language);
/** A quiz that chooses its questions. */
export const adaptiveSay = makeSay({ ...quiz, ...adaptiveWords }, language);
/** A quiz whose levels come from calibrated questions. */
export const calibratedSay = makeSay({ ...quiz, ...calibratedWords }, language);
/** A quiz that counts. */
export const countedSay = makeSay({ ...quiz, ...countedWords }, language);
/** The offer at the end of a quiz. */
export const savingSay = makeSay(saving, language);
/** What a tab keeps of a quiz. */
export const draftSay = makeSay(draft, language);
/** What is shared of a result, and shown of a shared one. */
export const sharingSay = makeSay({ ...player, ...sharing }, language);
/** My profile. */
export const profileSay = makeSay({ ...quiz, ...own }, language);
/** The page that finds evidence, and what is asked after a result. */
export const evidenceSay = makeSay(evidence, language);
/** What pages of the site say of themselves. */
export const siteWords = site;
/** The page that reads an advert. */
export const advertSay = makeSay({ ...player, ...adverts }, language);

/** What is wrong with a document or a text. */
export const problemWords = makeSay(problems, language);

/** Stands in a sentence for a value that a test does not know. */
export const ANY = "\uffff";

/** The shape of a sentence with such values, each of which it catches. @param {string} sentence */
export function shapeOf(sentence) {
  return new RegExp(
    sentence
      .split(ANY)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("(.+?)"),
  );
}
