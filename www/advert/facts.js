// What the advert says in so many words, each linked to its place, and the questions that it leaves.
import { disclosure, node } from "../shared/dom.js";
import { textInline } from "../view/text.js";
import { grouped } from "./groups.js";
import { lineAround } from "./marked.js";
import { productScale } from "./summary.js";

/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */
/** @typedef {import("../types.d.ts").Place} Place */
/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {import("./marked.js").Marked} Marked */

/** So many entries stand open; the rest behind a summary. */
const mostOpen = 3;
/** Of more than these, the first are linked. */
const mostListed = 60;

/** @param {AdvertStage} stage @param {Marked} marked */
export function factsPart(stage, marked) {
  const { report, say, jump } = stage;
  const link = (/** @type {Place} */ spot, /** @type {Child} */ words) => jump(words, () => marked.facts.get(spot));
  /**
   * One entry for each word, with its first place; how often it stands there is said.
   * @param {(Place & { word: string })[]} spots
   */
  const words = (spots) =>
    grouped(spots, ({ word }) => word.toLowerCase()).map(([, same]) => [
      link(same[0], node("bdi", {}, same[0].word)),
      same.length > 1 && node("span", { class: "hint" }, ` ${say("times", { count: same.length })}`),
    ]);
  const inLine = (/** @type {Place} */ spot) =>
    node("li", {}, link(spot, node("bdi", {}, lineAround(marked.lineAt(spot.start), marked.facts.get(spot)))));
  const years = report.years.map((spot) => {
    const tenths = (/** @type {number} */ years) => Math.round(years * 10) / 10;
    const least = tenths(spot.least);
    return link(
      spot,
      spot.most === null
        ? say("years-from", { count: least })
        : say("years-range", { least, count: tenths(spot.most) }),
    );
  });
  const row = (/** @type {Child} */ title, /** @type {Child[]} */ entries) =>
    node(
      "div",
      {},
      node("dt", {}, title),
      node(
        "dd",
        {},
        entries.length ? entries.map((entry) => node("span", { class: "entry" }, entry)) : say("fact-none"),
      ),
    );
  const musts = report.musts.slice(0, mostListed).map(inLine);
  return node(
    "section",
    { class: "facts" },
    disclosure(
      say("facts-title"),
      node(
        "dl",
        { class: "ways" },
        row(say("fact-seniority"), words(report.seniority)),
        row(say("fact-years"), years),
        row(say("fact-superlatives"), words(report.superlatives)),
        node(
          "div",
          {},
          node("dt", {}, say("fact-musts")),
          node(
            "dd",
            {},
            musts.length === 0
              ? say("fact-none")
              : [
                  node("span", {}, say("musts-count", { count: report.musts.length })),
                  musts.length <= mostOpen
                    ? node("ul", {}, musts)
                    : disclosure(say("musts-which", { count: musts.length }), node("ul", {}, musts)),
                ],
          ),
        ),
      ),
    ),
  );
}

/** How many questions stand open. */
const mostAsked = 4;

/** @param {AdvertStage} stage */
export function questionsPart({ report, say, text }) {
  if (!report.questions.length) return null;
  const rest = report.questions.slice(mostAsked);
  const list = (/** @type {typeof rest} */ some, /** @type {number} */ start) =>
    node(
      "ol",
      { start },
      some.map((question) => node("li", {}, textInline(question.text, text))),
    );
  return node(
    "section",
    { class: "questions" },
    node("h3", {}, say("questions-title")),
    node("p", { class: "hint" }, say("questions-lead")),
    list(report.questions.slice(0, mostAsked), 1),
    rest.length > 0 && disclosure(say("questions-more", { count: rest.length }), list(rest, mostAsked + 1)),
  );
}

/** @param {AdvertStage} stage */
export function howPart(stage) {
  const { model, say } = stage;
  const scale = productScale(stage);
  return node(
    "section",
    { class: "how" },
    disclosure(
      say("how-title"),
      node("p", {}, say("how-phrases", { count: model.count })),
      node("p", {}, say("how-limits")),
      scale !== null && node("p", {}, scale),
      node("p", {}, node("a", { href: "method.html#adverts" }, say("how-method"))),
      node("p", {}, node("a", { href: "lexicon/product.json" }, say("how-lexicon", { version: model.version }))),
    ),
  );
}
