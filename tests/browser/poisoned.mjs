// Documents of strangers with payloads in every text of them: which payload stands where, and which pairs of a field and a
// payload have been seen.
import { fieldsOf, SCHEMAS, textsOf } from "./fields.mjs";
import { LONGEST, PAYLOADS } from "./payloads.mjs";
import { isSaid } from "./security.mjs";
import { ok, same } from "./suite.mjs";

/** @typedef {import("./fields.mjs").Leaf} Leaf */
/** @typedef {keyof typeof SCHEMAS} Kind */
/**
 * A document with payloads in it.
 * @typedef {object} Poisoned
 * @property {any} document
 * @property {Map<string, { leaf: Leaf, payload: number, was: string }>} places by their pointers
 */

/** Texts in which any words may stand; those of some form, which name something; and addresses. @typedef {"words" | "names" | "links"} What */

/** @param {Pick<Leaf, "field" | "free">} leaf @returns {What} */
const whatOf = ({ field, free }) => (field.endsWith(".link") ? "links" : free ? "words" : "names");

/** @param {Leaf["at"]} at */
const pointerTo = (at) => at.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** @param {any} document @param {Leaf["at"]} at @returns {[any, string | number]} what holds it, and as what */
function holderOf(document, at) {
  let holder = document;
  for (const key of at.slice(0, -1)) holder = holder[key];
  return [holder, at[at.length - 1]];
}

/**
 * The same document with a payload in each text; each turn gives each text the next one, so that after as many turns as
 * there are payloads every text has had them all.
 * @param {Kind} kind
 * @param {any} harmless
 * @param {number} turn
 * @param {What} what what is called alike stays so
 * @returns {Poisoned}
 */
export function poisoned(kind, harmless, turn, what) {
  const document = structuredClone(harmless);
  /** @type {Poisoned["places"]} */
  const places = new Map();
  /** @type {Map<string, number>} */
  const called = new Map();
  textsOf(SCHEMAS[kind], document)
    .filter((leaf) => whatOf(leaf) === what)
    .forEach((leaf, index) => {
      const [holder, key] = holderOf(document, leaf.at);
      const was = holder[key];
      if (!called.has(was)) called.set(was, called.size);
      const step = what !== "names" ? index : /** @type {number} */ (called.get(was));
      const payload = (turn + step) % PAYLOADS.length;
      places.set(pointerTo(leaf.at), { leaf, payload, was });
      holder[key] = PAYLOADS[payload].text;
    });
  return { document, places };
}

/** The same with other words than any other document has, which are nothing but words. @param {Poisoned} one @param {number} index */
export function reworded({ document, places }, index) {
  for (const [at, { leaf }] of [...places.values()].entries()) {
    const [holder, key] = holderOf(document, leaf.at);
    holder[key] = `word ${index} ${at}`;
  }
  return document;
}

/**
 * Puts back what stood at these places, as far as a payload stands there now.
 * @param {Poisoned} one
 * @param {Iterable<string>} pointers
 * @returns {{ field: string, payload: number }[]} what was put out
 */
export function mend({ document, places }, pointers) {
  return [...new Set(pointers)].flatMap((pointer) => {
    const place = places.get(pointer);
    if (!place) return [];
    const [holder, key] = holderOf(document, place.leaf.at);
    holder[key] = place.was;
    places.delete(pointer);
    return [{ field: place.leaf.field, payload: place.payload }];
  });
}

/** Which pairs of a field and a payload were drawn, and which were told as a problem. */
export class Pairs {
  /** @type {Map<string, Set<number>>} */
  drawn = new Map();
  /** @type {Map<string, Set<number>>} */
  told = new Map();

  /** @param {"drawn" | "told"} how @param {string} field @param {number} payload */
  saw(how, field, payload) {
    const known = this[how].get(field) ?? new Set();
    this[how].set(field, known.add(payload));
  }

  /** @param {"drawn" | "told"} how */
  count(how) {
    return [...this[how].values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** @param {string} field */
  of(field) {
    return new Set([...(this.drawn.get(field) ?? []), ...(this.told.get(field) ?? [])]).size;
  }
}

/** Joined they are blocks of one text. */
const TOGETHER = 8;
/** Entries of a long list, and how far apart those with payloads are. */
const LONG = 16;
const APART = 4;

/**
 * What each text of a document is still to have, where a document takes so long that every turn should hold as much as
 * it can: texts that stand once in it get several payloads, and those that are told each alone.
 */
export class Queue {
  /** @type {Map<string, { payload: number, alone: boolean }[]>} */
  #left;

  /** @param {Kind} kind @param {What[]} whats @param {Iterable<number>} payloads */
  constructor(kind, whats, payloads) {
    this.kind = kind;
    const fields = [...fieldsOf(SCHEMAS[kind])].filter(([field, free]) => whats.includes(whatOf({ field, free })));
    this.#left = new Map(fields.map(([field]) => [field, [...payloads].map((payload) => ({ payload, alone: false }))]));
  }

  get left() {
    return [...this.#left.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** The document with what comes next. @param {any} harmless */
  next(harmless) {
    const document = structuredClone(harmless);
    /** @type {Map<string, { field: string, payloads: number[] }>} */
    const places = new Map();
    const leaves = textsOf(SCHEMAS[this.kind], document);
    const counts = new Map();
    for (const { field } of leaves) counts.set(field, (counts.get(field) ?? 0) + 1);
    const met = new Map();
    for (const { field, at } of leaves) {
      // Of long lists most is left as it is, or no advert would be read by them.
      const place = (met.get(field) ?? 0) + 1;
      met.set(field, place);
      const left = counts.get(field) > LONG && place % APART ? [] : (this.#left.get(field) ?? []);
      const most = left[0]?.alone ? 1 : Math.max(1, Math.ceil(TOGETHER / counts.get(field)));
      const end = left.findIndex(({ alone }) => alone);
      const taken = left
        .splice(0, left[0]?.alone || end < 0 ? most : Math.min(most, end))
        .map(({ payload }) => payload);
      if (!taken.length) continue;
      const [holder, key] = holderOf(document, at);
      holder[key] = taken.map((payload) => PAYLOADS[payload].text).join("\n\n");
      places.set(pointerTo(at), { field, payloads: taken });
    }
    return { document, places };
  }

  /** What was told of several is told of each, or drawn. @param {string} field @param {number[]} payloads */
  again(field, payloads) {
    this.#left.get(field)?.push(...payloads.map((payload) => ({ payload, alone: true })));
  }
}

/** Fails unless every field of a schema that holds a text has had every payload. @param {Kind} kind @param {Pairs} pairs */
export function allPairs(kind, pairs) {
  const short = [...fieldsOf(SCHEMAS[kind]).keys()]
    .map((field) => [field, pairs.of(field)])
    .filter(([, count]) => count !== PAYLOADS.length);
  same(short, [], `text fields of a ${kind} that have not had all of ${PAYLOADS.length} payloads`);
}

/** Fails where the payloads are fewer, longer or more alike than they are meant to be. */
export async function payloadsAreSound() {
  const fields = Object.values(SCHEMAS).reduce((sum, schema) => sum + fieldsOf(schema).size, 0);
  await isSaid(`${PAYLOADS.length} payloads in each of ${fields} text fields of the schemas`);
  ok(new Set(PAYLOADS.map(({ text }) => text)).size === PAYLOADS.length, "no two are the same");
  ok(PAYLOADS.length >= 300, `${PAYLOADS.length} payloads`);
  same(
    PAYLOADS.filter(({ text }) => Buffer.byteLength(text) > LONGEST).map(({ text }) => text),
    [],
    "payloads that are too long",
  );
}
