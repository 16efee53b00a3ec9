// What there is to read on the site: the sentences of the tables of words, and what the pages show.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;
const WORDS = join(ROOT, "www", "words", "en");
const DIST = join(ROOT, "www", "dist");

/** A text with where it stands. @typedef {{ name: string, text: string }} Text */

/** Plain words in the place of what only a reader's own answers give; anything else is a number. */
const STAND_INS = new Map(
  Object.entries({
    ...{ skill: "planning", skills: "planning and research", name: "planning", title: "Keeping the pace" },
    ...{ role: "analyst", roles: "analyst and designer", first: "analyst", second: "designer" },
    ...{ option: "ask the team first", day: "1 May", other: "research", from: "working", to: "expert" },
  }),
);
/** The advert that a reader can put in as an example speaks as adverts do. */
const NOT_OURS = new Set(["example"]);
/** @param {string} template */
const filled = (template) => template.replaceAll(/\{(\w+)\}/g, (_, name) => STAND_INS.get(name) ?? "7");

/** A label is no sentence: a name of three long words says nothing about how hard the page is to read. @param {string} text */
const isSentence = (text) => /[.?!:]['’"”)]?$/.test(text) && text.split(/\s+/).length >= 4;

/**
 * The sentences of a file of words; of those that go with a number the plural.
 * @param {string} file
 * @returns {Promise<Text[]>}
 */
async function sentencesOf(file) {
  const source = readFileSync(join(WORDS, file), "utf8");
  /** @type {Record<string, unknown>} */
  const tables = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  return Object.entries(tables)
    .flatMap(([name, table]) => (typeof table === "string" ? [[name, table]] : Object.entries(Object(table))))
    .map(([name, words]) => ({ name, text: filled(typeof words === "string" ? words : words.other) }))
    .filter(({ name, text }) => isSentence(text) && !NOT_OURS.has(name));
}

/** The sentences of each file of words, by its name. */
export async function tables() {
  const files = readdirSync(WORDS).filter((file) => file.endsWith(".js"));
  return Promise.all(files.map(async (file) => ({ file: `words/en/${file}`, texts: await sentencesOf(file) })));
}

/** Words that a licence asks for, as it has them. */
const DEMANDED = /^(Includes information from|Contains public sector information)/;

const BLOCK =
  /<\/?(?:p|li|h[1-6]|dt|dd|div|ul|ol|dl|tr|td|th|section|article|header|footer|main|nav|form|label|button|summary|details|figure|figcaption|caption|aside|br|option|pre|blockquote|fieldset|legend|address)\b[^>]*>/gi;
const UNREAD = /<!--.*?-->|<(head|script|style|svg|template|textarea|pre|code)\b.*?<\/\1>/gis;
/** @type {Record<string, string>} */
const NAMED = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  middot: "·",
  hellip: "…",
  ldquo: "“",
  rdquo: "”",
};

/** What a page shows, a paragraph each, from its first heading to its last line. @param {string} page @returns {Text[]} */
function paragraphsOf(page) {
  return readFileSync(join(DIST, page), "utf8")
    .replaceAll(UNREAD, (found) => (/^<code/i.test(found) ? "code" : " "))
    .replaceAll(BLOCK, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(\w+);/g, (entity, name) => NAMED[name] ?? entity)
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => isSentence(line) && !DEMANDED.test(line))
    .map((text) => ({ name: text.slice(0, 32), text }));
}

/** What each page of the built site shows, by its name. */
export const pages = () =>
  readdirSync(DIST)
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ file, texts: paragraphsOf(file) }));
