// The documents that come with the project: what a test says of their texts it reads from them.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DIST, ROOT } from "./site.mjs";

/**
 * @typedef {{ id: string, name: string }} Named
 * @typedef {Named & { needs: { skill: string, need: number }[] }} Role
 * @typedef {{ skills: Named[], roles: Role[], attributions: string[] }} Catalogue
 */

/** @param {string[]} path within the page's folder */
const document = async (...path) => JSON.parse(await readFile(join(ROOT, "www", ...path), "utf8"));

const quizzes = readdirSync(join(ROOT, "www", "quizzes"));
/** The names of the quizzes, each of which has a page. */
export const QUIZZES = quizzes.map((name) => name.replace(".json", ""));
/** Pages that are made alike, of which a few stand for all here: Rust tests read every one. */
const ALIKE = /^(role|way)-/;
const STAND_FOR_ALL = ["role-pm", "role-agile", "way-customer-service"];
/** The pages at the top that are no quiz, by the names of their files; that for frames has the site not around it. */
export const PLAIN_PAGES = readdirSync(DIST)
  .filter((name) => name.endsWith(".html") && !quizzes.includes(name.replace(".html", ".json")))
  .map((name) => name.replace(".html", ""))
  .filter((name) => name !== "frame")
  .filter((name) => !ALIKE.test(name) || STAND_FOR_ALL.includes(name));

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

/**
 * The quiz of all skills as it stood at 1.2.0, with a fixed order: what somebody may have kept.
 * @returns {Promise<import('./answers.mjs').Quiz>}
 */
export async function earlierRoles() {
  return JSON.parse(await readFile(join(ROOT, "tests", "reference", "frozen", "roles.json"), "utf8"));
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
 * @returns {Promise<{ model: { least_words: number, least_phrases: number }, phrases: { phrase: string, for: { archetype: string, weight: number }[] }[] }>}
 */
export const lexicon = () => document("lexicon", "product.json");

/** @param {Named[]} list @param {string} id */
function nameIn(list, id) {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found.name;
}

/** What is asked about evidence, and of a market. @returns {Promise<any>} */
export const evidenceTexts = () => document("roles", "evidence.json");

/** What is said to those who hire. @returns {Promise<any>} */
export const hiringTexts = () => document("roles", "hiring.json");
