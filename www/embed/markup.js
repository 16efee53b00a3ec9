// The lines themselves: the script, the tag, the frame and the link, for what was chosen.
import { attributesOf, pageOf, propertiesOf, sourceOf } from "./choice.js";
import { attributeOf, escaped } from "./escape.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** What a template of the host puts into the tag. @typedef {{ src?: string, href?: string, text?: string }} Holes */
/** @typedef {{ companions?: Record<string, string>, jsx?: boolean, holes?: Holes }} How */

/** @param {string} base */
export const scriptLine = (base) => `<script type="module" src="${attributeOf(`${base}metier.js`)}"></script>`;

/** @param {string} base */
export const helperLine = (base) => `<script src="${attributeOf(`${base}metier-frame.js`)}" defer></script>`;

/** The link, on its own or within the tag. @param {Choice} choice @param {Holes} [holes] */
function link(choice, holes = {}) {
  const href = holes.href?.replaceAll("[[base]]", () => attributeOf(choice.base)) ?? attributeOf(pageOf(choice));
  return `<a href="${href}">${holes.text ?? escaped(choice.title)}</a>`;
}

/** The custom properties as the attribute says them. @param {[string, string][]} properties @param {boolean} jsx */
function style(properties, jsx) {
  if (!properties.length) return "";
  if (jsx) return ` style={{ ${properties.map(([name, value]) => `"${name}": "${value}"`).join(", ")} }}`;
  return ` style="${properties.map(([name, value]) => `${name}:${value}`).join(";")}"`;
}

/**
 * The tag with its link inside. All attributes are in one line: Markdown takes a tag for HTML only if its first line
 * closes it.
 * @param {Choice} choice
 * @param {How} [how]
 */
export function tagLines(choice, { companions, jsx = false, holes } = {}) {
  const src = holes?.src?.replaceAll("[[base]]", () => attributeOf(choice.base)) ?? attributeOf(sourceOf(choice));
  const attributes = attributesOf(choice).map(([name, value]) => {
    if (value === true) return jsx ? ` ${name}={true}` : ` ${name}`;
    return ` ${name}="${value}"`;
  });
  const dressed = style(propertiesOf(choice, companions), jsx);
  return `<metier-quiz src="${src}"${attributes.join("")}${dressed}>\n  ${link(choice, holes)}\n</metier-quiz>`;
}

/** The address of the frame; what the tag has as attributes stands in it, as far as a frame takes it. @param {Choice} choice */
export function frameAddress({ base, name, lang, theme, heading, resume }) {
  const query = new URLSearchParams({ quiz: name });
  if (lang) query.set("lang", lang);
  if (theme) query.set("theme", theme);
  if (heading !== "2") query.set("heading", heading);
  if (resume) query.set("resume", "1");
  return `${base}frame.html?${query}`;
}

/** The frame and the link below it; a quiz at an address of its own has the link alone. @param {Choice} choice */
export function frameLines(choice) {
  const below = `<p>${link(choice)}</p>`;
  if (!choice.name) return below;
  const loading = choice.eager ? "eager" : "lazy";
  return `<iframe data-metier src="${attributeOf(frameAddress(choice))}" title="${escaped(choice.title)}" width="720" height="640" style="border:0;max-width:100%" loading="${loading}"></iframe>\n${below}`;
}

/** What stands in the shortcode of the WordPress plugin. @param {Choice} choice */
export function shortcode(choice) {
  const { name, lang, heading, theme, colours, resume, private: hidden } = choice;
  const said = [
    ["quiz", name || attributeOf(sourceOf(choice))],
    ["lang", lang],
    ["heading", heading === "2" ? "" : heading],
    ["theme", theme],
    ["accent", colours.accent],
  ];
  const words = said.flatMap(([word, value]) => (value ? [`${word}="${value}"`] : []));
  return [...words, ...(resume ? ["resume"] : []), ...(hidden ? ["private"] : [])].join(" ");
}
