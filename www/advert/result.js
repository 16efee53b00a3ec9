// A reading, drawn: words first, then the shares, the offer to compare, the questions, the text, and the facts.
import { node } from "../shared/dom.js";
import { textPart } from "./cues.js";
import { factsPart, howPart, questionsPart } from "./facts.js";
import { makeJumps } from "./jump.js";
import { kindsOf } from "./kinds.js";
import { markedText } from "./marked.js";
import { meetsPart } from "./meets.js";
import { productPart, sharesPart, verdictWords } from "./summary.js";

/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */

/**
 * @param {AdvertReport} report
 * @param {string} letters the advert as it was pasted
 * @param {Pick<AdvertStage, "model" | "say" | "text" | "tell">} page
 * @param {Omit<Parameters<typeof meetsPart>[0], "marked">} profile
 */
export function drawReading(report, letters, page, profile) {
  const { say } = page;
  const kinds = kindsOf(report, say);
  /** @type {AdvertStage} */
  const stage = { ...page, report, kinds, ...makeJumps(say) };
  const marked = markedText(letters, report, kinds.looksOf);
  const { title, lead } = verdictWords(stage);
  const heading = node("h2", { id: "reading-title", tabindex: -1 }, title);
  const nodes = [
    node("p", { class: "eyebrow" }, say("reading")),
    heading,
    node("div", { class: "lead" }, lead),
    productPart(stage),
    sharesPart(stage),
    meetsPart({ ...profile, marked }, stage),
    questionsPart(stage),
    textPart(marked, stage),
    factsPart(stage, marked),
    howPart(stage),
  ].filter((one) => one !== null);
  return { nodes, heading };
}
