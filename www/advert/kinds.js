// The kinds of work in the order of the record: each has a number, which stands at its marks, in the legend and in the
// tables, and a colour and a line that go with the number.
import { node } from "../shared/dom.js";
import { textPlain } from "../view/text.js";

/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {import("../types.d.ts").AdvertSpan} AdvertSpan */
/** @typedef {import("../types.d.ts").Say} Say */

/** As many looks as the sheet has. */
const looks = 8;

/**
 * The kinds that have shares: they come first, and those that follow only say whether it is product work.
 * @param {AdvertReport} report
 */
export function shownKinds({ archetypes }) {
  return archetypes.filter(({ shown }) => shown);
}

/** Why a cue does not count, or nothing if it does. @param {AdvertSpan} span @param {Say} say */
export function reasonWords({ state, section }, say) {
  if (state === "counted") return "";
  if (state === "negated") return say("negated");
  switch (section) {
    case "benefits":
      return say("left-out-benefits");
    case "apply":
      return say("left-out-apply");
    case "equal":
      return say("left-out-equal");
    case "company":
      return say("left-out-company");
    default:
      return say("left-out");
  }
}

/** What the cues of each kind are and add. @param {AdvertReport} report @param {Say} say */
export function kindsOf({ archetypes, spans }, say) {
  const ranks = new Map(archetypes.map(({ archetype }, rank) => [archetype, rank]));
  const names = archetypes.map(({ name }) => textPlain(name));
  const last = archetypes.filter(({ shown }) => shown).length;
  const own = archetypes.map(({ archetype }) =>
    spans.flatMap((span, index) =>
      span.for
        .filter((one) => one.archetype === archetype && span.state === "counted")
        .map(({ value }) => ({ span, index, value })),
    ),
  );

  /** The ranks that a cue speaks for, the strongest first. @param {AdvertSpan} span */
  const ranksOf = (span) =>
    [...span.for].sort((a, b) => b.value - a.value).flatMap(({ archetype }) => ranks.get(archetype) ?? []);

  const lookOf = (/** @type {number} */ rank) => (rank < last ? `k${rank % looks}` : "k-other");
  const signOf = (/** @type {number} */ rank) => (rank < last ? String(rank + 1) : "×");
  /** The number of a kind, for the eye. @param {number} rank from 0 */
  const keyChip = (rank) => node("span", { class: `key ${lookOf(rank)}`, "aria-hidden": "true" }, signOf(rank));

  /** @param {AdvertSpan} span */
  const looksOf = (span) => {
    const places = ranksOf(span);
    const counted = span.state === "counted";
    const values = span.for.map(({ archetype, value }) => {
      const rank = ranks.get(archetype);
      return `${names[rank ?? -1] ?? archetype}${counted ? ` ${say.signed(value)}` : ""}`;
    });
    return {
      class: `${places.length ? lookOf(places[0]) : "k-other"} ${span.state}`,
      "data-key": counted && places.map(signOf).join("·"),
      title: [values.join("; "), reasonWords(span, say)].filter(Boolean).join(": "),
    };
  };
  return { names, own, ranksOf, looksOf, keyChip };
}
