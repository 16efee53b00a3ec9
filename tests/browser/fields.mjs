// Every text that a stranger's document can hold, read off its schema: a field that is added there is found here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./site.mjs";

/**
 * @typedef {Record<string, any>} Schema
 * @typedef {{ field: string, free: boolean, at: (string | number)[] }} Leaf a text in a document: which field of the
 *   schema, whether any words may stand there, and its place
 * @typedef {{ name: string, rule: Schema }} Known what holds for a value, and the object and field that it stands in
 */

/** @param {string} name of the file, without its end */
const schema = (name) => JSON.parse(readFileSync(join(ROOT, "www", "schema", `${name}.json`), "utf8"));
export const SCHEMAS = {
  quiz: schema("quiz-1"),
  catalogue: schema("roles-1"),
  profile: schema("profile-1"),
  lexicon: schema("advert-1"),
};

/**
 * A rule with what it refers to, and the object that it speaks of: the nearest one with a name of its own.
 * @param {Schema} root
 * @param {Known} known
 * @returns {Known}
 */
function resolved(root, { name, rule }) {
  if (!rule.$ref) return { name, rule };
  const own = /** @type {string} */ (rule.$ref.split("/").pop());
  const meant = resolved(root, { name: own, rule: root.$defs[own] });
  // Objects are known by their own names, single values by the field that they stand in.
  return { name: meant.rule.properties ? meant.name : name, rule: { ...meant.rule, ...rule, $ref: undefined } };
}

/** The rules for the fields of an object, as far as they do not depend on a value. @param {Schema} rule @param {any} value */
function alternatives(rule, value) {
  return (rule.allOf ?? [])
    .filter(
      (/** @type {Schema} */ one) =>
        one.if?.properties?.type && (value === undefined || one.if.properties.type.const === value.type),
    )
    .map((/** @type {Schema} */ one) => one.then);
}

/** @param {Schema} rule */
const isText = ({ type, enum: closed, const: fixed }) =>
  [type].flat().includes("string") && !closed && fixed === undefined;
/** Whether any words may stand there: there is no form that they must have, but that there are some. @param {Schema} rule */
const isFree = ({ pattern, maxLength }) =>
  (pattern === undefined || pattern.startsWith("[^ ")) && maxLength === undefined;

/** What holds for the fields of an object. @param {Schema} root @param {Known} known @param {any} [value] @returns {[string, Known][]} */
function inside(root, { name, rule }, value) {
  const own = Object.entries(rule.properties ?? {}).map(
    ([key, inner]) => /** @type {[string, Known]} */ ([key, resolved(root, { name: `${name}.${key}`, rule: inner })]),
  );
  return [
    ...own.filter(([key]) => key !== "type"),
    ...alternatives(rule, value).flatMap((/** @type {Schema} */ one) =>
      inside(root, resolved(root, { name, rule: one }), value),
    ),
  ];
}

/** Every field that holds a text. @param {Schema} root @returns {Map<string, boolean>} whether any words may stand there */
export function fieldsOf(root) {
  const found = new Map();
  const seen = new Set();
  const visit = (/** @type {Known} */ known) => {
    const { name, rule } = known;
    if (isText(rule)) found.set(name, isFree(rule));
    if (rule.items) visit(resolved(root, { name: `${name}.*`, rule: rule.items }));
    if (typeof rule.additionalProperties === "object")
      visit(resolved(root, { name: `${name}.*`, rule: rule.additionalProperties }));
    if (!rule.properties || seen.has(name)) return;
    seen.add(name);
    for (const [, inner] of inside(root, known)) visit(inner);
  };
  visit({ name: "document", rule: root });
  return found;
}

/** Every text of a document. @param {Schema} root @param {any} document @returns {Leaf[]} */
export function textsOf(root, document) {
  /** @type {Leaf[]} */
  const found = [];
  const visit = (/** @type {Known} */ { name, rule }, /** @type {any} */ value, /** @type {Leaf["at"]} */ at) => {
    if (typeof value === "string") {
      if (isText(rule)) found.push({ field: name, free: isFree(rule), at });
    } else if (Array.isArray(value)) {
      const inner = rule.items && resolved(root, { name: `${name}.*`, rule: rule.items });
      if (inner) value.forEach((one, index) => visit(inner, one, [...at, index]));
    } else if (value && typeof value === "object") {
      const known = new Map(inside(root, { name, rule }, value));
      for (const [key, one] of Object.entries(value)) {
        const own =
          known.get(key) ??
          (typeof rule.additionalProperties === "object"
            ? resolved(root, { name: `${name}.*`, rule: rule.additionalProperties })
            : null);
        if (own) visit(own, one, [...at, key]);
      }
    }
  };
  visit({ name: "document", rule: root }, document, []);
  return found;
}

/**
 * The document with every text that an object of it can have. It is changed.
 * @param {Schema} root
 * @param {any} document
 * @param {(field: string) => string | null} words null leaves the field out
 */
export function filled(root, document, words) {
  const visit = (/** @type {Known} */ { name, rule }, /** @type {any} */ value) => {
    if (Array.isArray(value)) {
      const inner = rule.items && resolved(root, { name: `${name}.*`, rule: rule.items });
      if (inner) for (const one of value) visit(inner, one);
    } else if (value && typeof value === "object") {
      for (const [key, own] of inside(root, { name, rule }, value)) {
        const missing = value[key] === undefined && isText(own.rule) && isFree(own.rule) ? words(own.name) : null;
        if (missing !== null) value[key] = missing;
        else if (value[key] !== undefined) visit(own, value[key]);
      }
    }
  };
  visit({ name: "document", rule: root }, document);
  return document;
}
