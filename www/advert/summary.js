// What the advert asks for, in words: a ranking with its doubt, and whether it is product work at all.
import { disclosure, node, svgNode, tableNode } from "../shared/dom.js";
import { outOfHundred } from "../view/hundred.js";
import { textInline, textPlain } from "../view/text.js";
import { shownKinds } from "./kinds.js";

/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */
/** @typedef {import("../types.d.ts").Child} Child */

/** From which count of 100 a kind of work is named in the first sentences, and its advice shown at most. */
const worthNaming = 10;
/** Of how many kinds of work the advice is in sight. */
const mostAdvised = 2;
/** From which value on the scale of product work each of the sentences holds. */
const bands = /** @type {const} */ ([
  [0.8, "product-3"],
  [0.5, "product-2"],
  [0.2, "product-1"],
  [0, "product-0"],
]);

/**
 * Of 100 parts of what the cues weigh, how many each kind has; null without a verdict.
 * @param {import("../types.d.ts").AdvertReport} report
 */
export function countsOf(report) {
  const archetypes = shownKinds(report);
  return archetypes.every(({ part }) => part !== null) ? outOfHundred(archetypes.map(({ part }) => part ?? 0)) : null;
}

/**
 * Kinds from `first` on that have enough to be named, at least one.
 * @param {number[]} counts
 * @param {number} first
 * @param {AdvertStage} stage
 */
function otherKinds(counts, first, { report, say, text }) {
  const named = shownKinds(report)
    .slice(first)
    .flatMap(({ name }, index) => {
      const n = counts[first + index];
      return n >= worthNaming || index === 0 ? [say.parts("other-evidence", { n, name: textInline(name, text) })] : [];
    });
  return say.list(named);
}

/** The heading and what follows it. @param {AdvertStage} stage @returns {{ title: Child[], lead: Child[] }} */
export function verdictWords(stage) {
  const { report, model, say, text } = stage;
  const { verdict, archetypes, words, phrases, superlatives, musts, breadth } = report;
  const counts = countsOf(report);
  if (verdict === "other-language") return { title: [say("other-language")], lead: [say("other-language-why")] };
  if (!counts || verdict === "too-short" || verdict === "too-few") {
    const [title, why, count, least] =
      verdict === "too-short"
        ? /** @type {const} */ (["too-short", "too-short-why", words, model.least_words])
        : /** @type {const} */ (["too-few", "too-few-why", phrases, model.least_phrases]);
    return { title: [say(title)], lead: [say(why, { count, least })] };
  }
  const name = node("b", {}, textInline(archetypes[0].name, text));
  const n = counts[0];
  if (verdict === "superhero") {
    const pressure = say.list(
      [
        musts.length >= model.musts && say("superhero-musts", { count: musts.length }),
        superlatives.length > 0 && say("superhero-superlatives", { count: superlatives.length }),
      ].filter(Boolean),
    );
    return {
      title: [say("superhero", { breadth: say.whole(Math.round(breadth ?? 0)) })],
      lead: [
        node("p", {}, say.parts("superhero-why", { others: otherKinds(counts, 0, stage), pressure })),
        node("p", { class: "ask" }, say("superhero-ask")),
      ],
    };
  }
  if (verdict === "one") {
    return {
      title: say.parts(n > 99 ? "nearly-all" : n > 50 ? "most-evidence" : "more-evidence", { n, name }),
      lead: [
        node(
          "p",
          {},
          counts[1] > 0 && [say.parts("rest-evidence", { others: otherKinds(counts, 1, stage) }), " "],
          doubtWords(stage),
        ),
      ],
    };
  }
  return {
    title: say.parts("first-evidence", { n, name, others: otherKinds(counts, 1, stage) }),
    lead: [node("p", {}, doubtWords(stage))],
  };
}

/** How often so clear a lead was right. @param {AdvertStage} stage */
function doubtWords({ report, say }) {
  const n = Math.round((report.archetypes[0].share ?? 0) * 100);
  return say(n > 97 ? "lead-mostly" : "lead-right", { n });
}

/** @param {AdvertStage} stage */
export function productPart({ report, say }) {
  if (report.product === null) return null;
  // As it is printed.
  const value = Math.round(report.product * 100) / 100;
  const key = bands.find(([from]) => value >= from)?.[1] ?? "product-0";
  return node(
    "div",
    { class: "product" },
    node("p", {}, node("b", {}, say("product-title")), " ", say(key)),
    svgNode(
      "svg",
      { class: "gauge", "aria-hidden": "true" },
      svgNode("rect", { class: "track", width: "100%" }),
      svgNode("rect", { class: "fill", width: `${Math.round(value * 1000) / 10}%` }),
    ),
  );
}

/** The number behind that sentence. @param {AdvertStage} stage */
export function productScale({ report, say }) {
  if (report.product === null) return null;
  const value = Math.round(report.product * 100) / 100;
  return say("product-scale", {
    value:
      report.product > 0.99 ? say("product-most") : report.product < 0.01 ? say("product-least") : say.whole(value),
  });
}

/** Opens beside the reading, which a page that is left would lose. @param {string} role @param {string} name @param {AdvertStage["say"]} say */
function roleLink(role, name, say) {
  const address = { href: `role-${role}.html`, target: "_blank", rel: "noopener" };
  return node("div", {}, node("a", address, say("role-page", { role: name })));
}

/** @param {AdvertStage} stage */
export function sharesPart(stage) {
  const { report, say, text, kinds } = stage;
  const { keyChip, own } = kinds;
  const counts = countsOf(report);
  if (!counts) return null;
  const shown = shownKinds(report);
  const shareWords = (/** @type {number} */ rank) => {
    const share = shown[rank].part ?? 0;
    if (counts[rank] === 0 && share > 0) return "<1";
    return counts[rank] === 100 && share < 1 ? ">99" : say.whole(counts[rank]);
  };
  const bars = shown.map(
    ({ name, part }, rank) =>
      part !== 0 &&
      node(
        "li",
        { class: counts[rank] < worthNaming && "slight" },
        keyChip(rank),
        node("span", { class: "what" }, textInline(name, text)),
        svgNode(
          "svg",
          { class: `bar k${rank}`, "aria-hidden": "true" },
          svgNode("rect", { width: `${counts[rank]}%` }),
        ),
        node("b", { class: "n" }, shareWords(rank)),
      ),
  );
  const absent = shown.filter(({ part }) => part === 0).map(({ name }) => textInline(name, text));
  const found = (/** @type {number} */ rank) => {
    const places = own[rank];
    if (!places.length) return say("none");
    return say("places", { phrases: new Set(places.map(({ span }) => span.phrase)).size, count: places.length });
  };
  const rows = shown.map(({ name, about, advice }, rank) => [
    [textInline(name, text), node("div", { class: "about" }, textInline(about, text))],
    shareWords(rank),
    found(rank),
    textInline(advice, text),
  ]);
  const advised = shown.flatMap((kind, rank) =>
    rank < mostAdvised && (counts[rank] >= worthNaming || rank === 0) && textPlain(kind.advice)
      ? [{ ...kind, rank }]
      : [],
  );
  return node(
    "section",
    { class: "shares" },
    node("h3", {}, say("shares-title")),
    node("p", { class: "hint" }, say("shares-figure")),
    node("ol", { class: "bars" }, bars),
    node(
      "p",
      { class: "hint" },
      absent.length > 0 && [say.parts("shares-none", { names: say.list(absent, "disjunction") }), " "],
      say("not-chances"),
    ),
    advised.length > 0 && [
      node("h4", {}, say("advice-title")),
      node(
        "dl",
        { class: "advice" },
        advised.map(({ name, advice, role, rank }) =>
          node(
            "div",
            {},
            node("dt", {}, keyChip(rank), textInline(name, text)),
            node("dd", {}, textInline(advice, text), role && roleLink(role, textPlain(name), say)),
          ),
        ),
      ),
    ],
    disclosure(
      say("shares-table"),
      tableNode(say("shares-caption"), [say("kind"), say("share"), say("phrases"), say("advice")], rows),
    ),
  );
}
