// How a quiz becomes one page: the page that a release holds has four places for it. The command line fills the same
// (src/bin/metier/bundle.rs), and a test holds both against each other.
import { textPlain } from "../view/text.js";
import { attributeOf } from "./escape.js";

/** What the page has for a quiz, in the order in which it stands there. */
const places = ["{{quiz.language}}", "{{quiz.direction}}", "{{quiz.title}}", "{{quiz.document}}"];

/** A document of JSON as it may stand in a script of a page: nothing in it ends or begins anything there. @param {string} json */
export function harmless(json) {
  return json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/**
 * The page with the quiz in it, each place filled once: what a quiz says is never read as a place.
 * @param {string} template
 * @param {string} document
 * @param {import("../types.d.ts").QuizView} quiz what the document says
 */
export function pageOf(template, document, { language, direction, title }) {
  const values = [attributeOf(language), direction, attributeOf(textPlain(title)), harmless(document)];
  let page = "";
  let rest = template;
  for (const [index, place] of places.entries()) {
    const at = rest.indexOf(place);
    if (at < 0) throw new Error("The page is of another version.");
    page += rest.slice(0, at) + values[index];
    rest = rest.slice(at + place.length);
  }
  return page + rest;
}
