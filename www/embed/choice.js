// What a blogger chooses, and what it means for the tag: its attributes and the custom properties that it sets.

/** The address that stands for that of a copy. The page without scripts has it too (www/build/src/made/hosts.rs). */
export const example = "https://quiz.example/";

/**
 * @typedef {object} Choice
 * @property {string} base whole address of the copy, with a slash at its end
 * @property {string} name of a quiz of the copy; "" = one at an address of its own
 * @property {string} title what the link says
 * @property {string} src address of the document, where the quiz is at one of its own
 * @property {string} page address that the link leads to there
 * @property {boolean} unwritten whether that address of the document is still to be written
 * @property {Colours} colours each as #rrggbb; "" = as it comes
 * @property {string} radius of corners; "" = as it comes
 * @property {string} theme light, dark, auto; "" = as the page around it
 * @property {string} heading level, 1 to 6
 * @property {string} lang "" = that of the page around it
 * @property {boolean} resume
 * @property {boolean} eager
 * @property {boolean} private
 */
/** @typedef {{ accent: string, surface: string, text: string }} Colours */

/** The choice of somebody who has chosen nothing but a quiz. @param {string} base @param {string} name @param {string} title @returns {Choice} */
export function standardChoice(base, name, title) {
  return {
    ...{ base, name, title, src: "", page: "", unwritten: false, colours: { accent: "", surface: "", text: "" } },
    ...{ radius: "", theme: "", heading: "2", lang: "", resume: false, eager: false, private: false },
  };
}

/** Letters that an address may hold and a template, a shortcode or a script would read otherwise. */
const risky = /[[\]{}`'|^\\]/g;

/** An address without its beginning is one with https. @param {string} text */
function wholeOf(text) {
  const [host] = text.split(/[/?#]/)[0].split(":");
  const isHost = host.includes(".") && !/[^\w.-]/.test(host);
  return isHost && !text.includes("://") ? `https://${text}` : text;
}

/**
 * A whole address of the web, with nothing in it that any host would take for its own; null if it is none.
 * @param {string} words as somebody wrote them
 */
export function addressOf(words) {
  const text = wholeOf(words.trim());
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href.replace(risky, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The address of a folder, with a slash at its end: without a question, a fragment and the name of a page in it.
 * @param {string} words
 */
export function folderOf(words) {
  const address = addressOf(words)?.split("#")[0].split("?")[0];
  if (!address) return null;
  const quizzes = address.lastIndexOf("/quizzes/");
  if (quizzes > 0 && address.endsWith(".json")) return address.slice(0, quizzes + 1);
  const last = address.lastIndexOf("/");
  if (/\.(html?|js|json)$/.test(address) && last > "https://".length) return address.slice(0, last + 1);
  return address.endsWith("/") ? address : `${address}/`;
}

/** Whether a page with https may load nothing from an address. @param {string} base */
export const isOpen = (base) => base.startsWith("http:") && !/^http:..(127\.|localhost[:/])/.test(base);

/** Where the document of the quiz is. @param {Choice} choice */
export const sourceOf = ({ base, name, src }) => (name ? `${base}quizzes/${name}.json` : src);

/** Where its link leads. @param {Choice} choice */
export const pageOf = ({ base, name, page }) => (name ? `${base}${name}.html` : page);

/**
 * The custom properties that the colours and corners set. A colour brings others along where they would be too pale on
 * it: `companions` says which (contrast.js).
 * @param {Choice} choice
 * @param {Record<string, string>} [companions]
 * @returns {[name: string, value: string][]}
 */
export function propertiesOf({ colours, radius }, companions = {}) {
  /** @type {Record<string, string>} */
  const all = { ...colours, ...companions, radius };
  return Object.entries(all).flatMap(([name, value]) =>
    value ? [/** @type {[string, string]} */ ([`--metier-${name}`, value])] : [],
  );
}

/**
 * The attributes of the tag but for src and style; true = without a value.
 * @param {Choice} choice
 * @returns {[name: string, value: string | true][]}
 */
export function attributesOf(choice) {
  /** @type {[string, string | boolean][]} */
  const all = [
    ["lang", choice.lang],
    ["heading", choice.heading === "2" ? "" : choice.heading],
    ["theme", choice.theme],
    ["resume", choice.resume],
    ["loading", choice.eager && "eager"],
    ["private", choice.private],
  ];
  return all.flatMap(([name, value]) => (value ? [/** @type {[string, string | true]} */ ([name, value])] : []));
}
