// The skills that an advert asks for beside those of a person: each once, by how far the level is from the need.
import { node, svgNode } from "../shared/dom.js";
import { levelNumber, shownLevel } from "../view/level-words.js";
import { textInline, textPlain } from "../view/text.js";
import { grouped } from "./groups.js";
import { lineAround } from "./marked.js";

/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */
/** @typedef {import("../types.d.ts").AdvertMeets} Meet */
/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {import("./marked.js").Marked} Marked */
/** A skill and the lines that ask for it. @typedef {Meet & { starts: number[], over: number | null }} Met */

/** How many lines of the advert are quoted under a skill. */
const mostQuoted = 3;
/** How long a quoted line may be, in letters. */
const mostLetters = 110;

/** Of two as far from their needs: the higher need is the better fit, and below it the more to prepare. @param {Met} a @param {Met} b */
function further(a, b) {
  return ((a.need ?? 0) - (b.need ?? 0)) * ((a.over ?? 0) < 0 ? -1 : 1);
}

/** What is furthest below its need comes first; what was not measured comes last. @param {Meet[]} meets @returns {Met[]} */
export function metSkills(meets) {
  const over = (/** @type {Meet} */ { level, need }) =>
    level === null || need === null ? null : Math.round((shownLevel(level) - need) * 10) / 10;
  return grouped(meets, ({ skill }) => skill)
    .map(([, same]) => ({ ...same[0], starts: same.map(({ start }) => start), over: over(same[0]) }))
    .sort((a, b) => (a.over ?? Infinity) - (b.over ?? Infinity) || further(a, b));
}

/** Where a level may lie, on the scale. @param {number} level @param {number} spread */
function bandOf(level, spread) {
  return { low: Math.max(0, level - spread), high: Math.min(4, level + spread) };
}

/** Level and need on one axis from 0 to 4; the words beside it say the same. @param {Meet} meet */
function picture({ level, spread, need, state }) {
  const at = (/** @type {number} */ value) => `${Math.min(4, Math.max(0, value)) * 25}%`;
  const band = level !== null && spread !== null && bandOf(level, spread);
  return svgNode(
    "svg",
    { class: `axis ${state}`, "aria-hidden": "true" },
    svgNode("line", { class: "track", x1: 0, x2: "100%", y1: "50%", y2: "50%" }),
    band && svgNode("rect", { x: at(band.low), width: `${(band.high - band.low) * 25}%` }),
    level !== null && svgNode("circle", { cx: at(level), cy: "50%", r: 5 }),
    need !== null && svgNode("line", { class: "need", x1: at(need), x2: at(need), y1: 0, y2: "100%" }),
  );
}

/** A level; at an end of the scale, that it may lie beyond. @param {number} level @param {AdvertStage} stage */
function ownLevel(level, stage) {
  const number = levelNumber("level", level, stage);
  if (level > 0 && level < 4) return number;
  return stage.say.parts(level > 0 ? "level-top" : "level-bottom", { level: number });
}

/** @param {Meet} meet @param {AdvertStage} stage */
function levelWords({ level, spread, need }, stage) {
  const { say } = stage;
  if (level === null || spread === null)
    return need === null ? say("meets-unknown") : say("meets-need-only", { need: say.whole(need) });
  const { low, high } = bandOf(level, spread);
  return say.parts(need === null ? "meets-level-only" : "meets-level", {
    level: ownLevel(level, stage),
    low: levelNumber("low", low, stage),
    high: levelNumber("high", high, stage),
    need: need === null ? "" : say.whole(need),
  });
}

/** The lines that ask for a skill, each a way to its place. @param {Met} met @param {number} most @param {Marked} marked @param {AdvertStage} stage */
function quotes({ starts }, most, marked, { jump }) {
  return starts.slice(0, most).map((start) =>
    node(
      "div",
      { class: "quote" },
      jump(node("bdi", {}, lineAround(marked.lineAt(start), undefined, mostLetters)), () => marked.lineAt(start)),
    ),
  );
}

/** What to prepare for a skill. @param {Met} met @param {AdvertStage} stage */
function prepareWords({ prepare }, { say, text }) {
  return (
    textPlain(prepare) !== "" && node("p", {}, node("b", {}, say("meets-prepare")), " ", textInline(prepare, text))
  );
}

/** @param {Met} met @param {Marked} marked @param {AdvertStage} stage */
function skillRow(met, marked, stage) {
  const { say, text } = stage;
  return node(
    "li",
    { class: met.state, "data-skill": met.skill },
    node(
      "p",
      {},
      node("b", {}, textInline(met.name, text)),
      " ",
      node("span", { class: "state" }, say(`state-${met.state}`)),
    ),
    picture(met),
    node("p", { class: "hint" }, levelWords(met, stage)),
    prepareWords(met, stage),
    quotes(met, mostQuoted, marked, stage),
  );
}

/** @param {Met[]} skills @param {Marked} marked @param {AdvertStage} stage */
export function skillRows(skills, marked, stage) {
  return node(
    "ol",
    { class: "meets" },
    skills.map((met) => skillRow(met, marked, stage)),
  );
}

/**
 * One skill on a card of its own.
 * @param {"best" | "first"} kind
 * @param {Child} title
 * @param {Met} met
 * @param {Marked} marked
 * @param {AdvertStage} stage
 */
export function skillCard(kind, title, met, marked, stage) {
  return node(
    "div",
    { class: `meet ${kind}`, "data-card": kind, "data-of": met.skill },
    node("h4", {}, title),
    node("p", {}, levelWords(met, stage)),
    picture(met),
    kind === "first" && prepareWords(met, stage),
    node("p", { class: "hint" }, stage.say("meets-asked")),
    quotes(met, 1, marked, stage),
  );
}
