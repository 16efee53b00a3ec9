// The documents that come with the project: what a test says of their texts it reads from them.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DIST, ROOT } from "./site.mjs";

/**
 * @typedef {{ id: string, name: string }} Named
 * @typedef {{ skills: Named[], roles: Named[], attributions: string[] }} Catalogue
 */

/** @param {string[]} path within the page's folder */
const document = async (...path) => JSON.parse(await readFile(join(ROOT, "www", ...path), "utf8"));

const quizzes = readdirSync(join(ROOT, "www", "quizzes"));
/** The pages at the top that are no quiz, by the names of their files. */
export const PLAIN_PAGES = readdirSync(DIST)
  .filter((name) => name.endsWith(".html") && !quizzes.includes(name.replace(".html", ".json")))
  .map((name) => name.replace(".html", ""));

/** The text of a quiz; `starter` has an item of every type. @param {string} name */
export function shippedText(name) {
  return readFile(
    name === "starter"
      ? join(ROOT, "src", "bin", "metier", "starter.json")
      : join(ROOT, "www", "quizzes", `${name}.json`),
    "utf8",
  );
}

/** @param {string} name @returns {Promise<import('./answers.mjs').Quiz>} */
export async function shippedQuiz(name) {
  return JSON.parse(await shippedText(name));
}

/** What a quiz is called. @param {string} name */
export async function titleOf(name) {
  return (await shippedQuiz(name)).title;
}

/** The skills and roles that everything is held against. @returns {Promise<Catalogue>} */
export const catalogue = () => document("roles", "product.json");

/** @param {string} id */
export async function roleName(id) {
  return nameIn((await catalogue()).roles, id);
}

/** The name of the one skill of a quiz. @param {string} quiz */
export async function skillOf(quiz) {
  const {
    skills: [{ name }],
  } = await shippedQuiz(quiz);
  return name;
}

/**
 * The phrases by which adverts are read, and how many words and phrases a verdict takes.
 * @returns {Promise<{ model: { least_words: number, least_phrases: number } }>}
 */
export const lexicon = () => document("lexicon", "product.json");

/** @param {Named[]} list @param {string} id */
function nameIn(list, id) {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found.name;
}
