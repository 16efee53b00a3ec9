// The template for translators says each sentence of the plugin, and no other.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Checks it, and gives the number of sentences. @param {string} folder of the plugin */
export function template(folder) {
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");
  const said = new Set();
  for (const [, words, domain] of read("metier-quiz.php").matchAll(/__\( '((?:[^'\\]|\\.)*)', '([^']*)' \)/g))
    said.add(domain === "metier-quiz" ? words.replaceAll("\\'", "'") : `of another domain: ${words}`);
  for (const [, words, domain] of read("editor.js").matchAll(/__\(\s*"([^"]*)",\s*"([^"]*)",?\s*\)/g))
    said.add(domain === "metier-quiz" ? words : `of another domain: ${words}`);
  for (const [, words] of read("metier-quiz.php").matchAll(/^ \* (?:Plugin Name|Description): +(.*)$/gm))
    said.add(words);
  const { title, description, keywords } = JSON.parse(read("block.json"));
  [title, description, ...keywords].forEach((words) => said.add(words));
  const listed = new Set([...read("languages/metier-quiz.pot").matchAll(/^msgid "(.+)"$/gm)].map(([, words]) => words));
  const missing = [...said].filter((words) => !listed.has(words));
  const idle = [...listed].filter((words) => !said.has(words));
  if (missing.length || idle.length)
    throw new Error(
      `languages/metier-quiz.pot lacks ${JSON.stringify(missing)}, and nobody says ${JSON.stringify(idle)}`,
    );
  return said.size;
}
