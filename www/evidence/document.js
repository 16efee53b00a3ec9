// What the page of evidence is made from: its prompts, fields and sentences, the titles of roles and names of skills, and
// the skills of the lexicon's phrases.
import { bring } from "../shared/fetch.js";

/** @typedef {{ id: string, title: string, prompt: string, example: string }} Prompt */
/** @typedef {{ id: import("./pieces.js").FieldName, label: string, stem: string, hint: string, missing: string }} Field */
/** @typedef {{ id: string, group: string, text: string }} Tick */
/** @typedef {{ heading: string, intro: string, groups: { id: string, name: string }[], items: Tick[], few: string, some: string, many: string }} Domain */
/** @typedef {{ heading: string, why: string, label: string, hint: string, claimed: string, backed: string }} LineWords */
/**
 * @typedef {object} EvidenceDocument
 * @property {Prompt[]} prompts
 * @property {string} intro
 * @property {Field[]} fields
 * @property {string} keep
 * @property {import("./sentences.js").Templates["resume"] & { heading: string, help: string }} resume
 * @property {import("./sentences.js").Templates["letter"] & { heading: string, opening: string, opening_plain: string, closing: string }} letter
 * @property {{ heading: string, text: string }} line_by_line
 * @property {LineWords} line
 * @property {Domain} domain
 */
/** @typedef {{ skills: { id: string, name: string }[], roles: { id: string, name: string, archetype?: boolean }[] }} Catalogue */

/** @param {URL} url */
const text = async (url) => (await bring(url)).text();

/** @returns {Promise<EvidenceDocument>} */
export async function evidenceDocument() {
  return JSON.parse(await text(new URL("../roles/evidence.json", import.meta.url)));
}

/** The documents of the reader of adverts, as texts. */
export async function advertDocuments() {
  const [lexicon, roles] = await Promise.all([
    text(new URL("../lexicon/product.json", import.meta.url)),
    text(new URL("../roles/product.json", import.meta.url)),
  ]);
  return { lexicon, roles };
}

/** The text of the quiz whose statements are looked for. */
export function quizText() {
  return text(new URL("../quizzes/roles.json", import.meta.url));
}

/** The skills of each phrase of a lexicon. @param {string} lexicon */
export function skillsOfPhrases(lexicon) {
  const { phrases } = /** @type {{ phrases: { phrase: string, skills?: string[] }[] }} */ (JSON.parse(lexicon));
  return new Map(phrases.map(({ phrase, skills = [] }) => [phrase, skills]));
}
