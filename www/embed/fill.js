// A template of lines to copy, filled with what was chosen. The names are those of www/pages/hosts.json.
import { pageOf } from "./choice.js";
import { escaped } from "./escape.js";
import { frameAddress, frameLines, helperLine, scriptLine, shortcode, tagLines } from "./markup.js";
import { framePolicyOf, policyOf } from "./policy.js";
import { preloadLines } from "./preload.js";

/** @typedef {import("./choice.js").Choice} Choice */
/**
 * @typedef {object} Template
 * @property {string} lines
 * @property {string} [own] in their place, for a quiz at an address of its own
 * @property {import("./markup.js").Holes} [holes]
 * @property {boolean} [jsx]
 */
/**
 * @typedef {object} Around what the choice rests on
 * @property {string} version
 * @property {import("./preload.js").Files | null} files null = of no release
 * @property {import("../types.d.ts").Wanted} wanted
 * @property {Record<string, string>} companions
 * @property {string} unnamed what is said in the place of lines that only a release has
 */

/** What each name stands for. @type {Record<string, (choice: Choice, around: Around, template: Template) => string>} */
const names = {
  base: ({ base }) => base,
  metier: ({ base }) => `${base}metier.js`,
  script: ({ base }) => scriptLine(base),
  tag: (choice, { companions }, { jsx, holes }) => tagLines(choice, { companions, jsx, ...(choice.name && { holes }) }),
  frame: (choice) => frameLines(choice),
  "frame-address": (choice) => frameAddress(choice),
  helper: ({ base }) => helperLine(base),
  page: (choice) => pageOf(choice),
  name: ({ name }) => name,
  title: ({ title }) => escaped(title),
  shortcode: (choice) => shortcode(choice),
  version: (_, { version }) => version,
  policy: (choice, { companions }) => policyOf(choice, companions),
  "frame-policy": (choice) => framePolicyOf(choice),
  preload: (choice, { files, wanted, unnamed }) => (files ? preloadLines(choice, files, wanted) : unnamed),
};

/**
 * A name that stands alone in its line keeps its indent on every line of what comes there.
 * @param {Template} template
 * @param {Choice} choice
 * @param {Around} around
 */
export function filled(template, choice, around) {
  const lines = (choice.name ? undefined : template.own) ?? template.lines;
  return lines
    .split("\n")
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? "";
      return line.replace(/\[\[([a-z-]{1,20})\]\]/g, (whole, name) => {
        const value = names[name]?.(choice, around, template) ?? whole;
        return value.replaceAll("\n", `\n${indent}`);
      });
    })
    .join("\n");
}
