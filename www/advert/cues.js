// The text with its marks, a legend that shows one kind of cue at a time, and beside it the list of all cues, which
// adds up.
import { disclosure, node, tableNode } from "../shared/dom.js";
import { outOfHundred } from "../view/hundred.js";
import { grouped } from "./groups.js";
import { reasonWords } from "./kinds.js";

/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */
/** @typedef {import("./marked.js").Marked} Marked */
/** @typedef {{ span: import("../types.d.ts").AdvertSpan, index: number, value: number }} Own */

/** How many places of one phrase have a button of their own. */
const mostPlaces = 8;

/** A cue as it stands in the text. @param {Own} own @param {Marked} marked */
function letters({ index }, { cues }) {
  return cues[index]
    .map(({ textContent }) => textContent)
    .join(" ")
    .replace(/\s+/g, " ");
}

/** @param {Own[]} places @param {Marked} marked @param {AdvertStage} stage */
function placeButtons(places, marked, stage) {
  const { jump, say } = stage;
  const shown = places.slice(0, mostPlaces).map((place, n) =>
    jump(say.whole(n + 1), () => marked.cues[place.index][0], {
      "aria-label": say("go-to", { words: letters(place, marked), n: n + 1 }),
    }),
  );
  const more = places.length - shown.length;
  return node(
    "span",
    { class: "places" },
    shown,
    more > 0 && node("span", { class: "hint" }, say("cue-more", { count: more })),
  );
}

/**
 * Its content is made when it is first opened: a long text has thousands of cues.
 * @param {import("../types.d.ts").Child} summary
 * @param {() => import("../types.d.ts").Child} content
 */
function lateDetails(summary, content) {
  const box = node("details", {}, node("summary", {}, summary));
  box.addEventListener(
    "toggle",
    () => {
      const nodes = content();
      if (nodes instanceof Node) box.append(nodes);
    },
    { once: true },
  );
  return box;
}

/** @param {number} rank @param {Marked} marked @param {AdvertStage} stage */
function kindTable(rank, marked, stage) {
  const { kinds, say } = stage;
  const groups = grouped(kinds.own[rank], ({ span }) => span.phrase)
    .map(([, places]) => ({ places, value: places.reduce((sum, { value }) => sum + value, 0) }))
    .sort((a, b) => b.value - a.value);
  // In whole hundredths that add up to the hundredths of the score.
  const cents = outOfHundred(groups.map(({ value }) => value));
  const rows = groups.map(({ places }, index) => [
    node("bdi", {}, letters(places[0], marked)),
    placeButtons(places, marked, stage),
    say.signed(cents[index] / 100),
  ]);
  const sum = cents.reduce((all, one) => all + one, 0) / 100;
  return tableNode(
    say("cues-caption", { name: kinds.names[rank] }),
    [say("cue"), say("cue-places"), say("adds")],
    [...rows, [say("together"), "", node("b", {}, say.signed(sum))]],
  );
}

/** @param {Marked} marked @param {AdvertStage} stage */
function uncountedTable(marked, stage) {
  const { report, say } = stage;
  const out = report.spans.flatMap((span, index) => (span.state === "counted" ? [] : [{ span, index, value: 0 }]));
  const rows = grouped(out, ({ span }) => `${span.phrase} ${reasonWords(span, say)}`).map(([, places]) => [
    node("bdi", {}, letters(places[0], marked)),
    placeButtons(places, marked, stage),
    reasonWords(places[0].span, say),
  ]);
  const table = tableNode(say("uncounted-caption"), [say("cue"), say("cue-places"), say("reason")], rows);
  table.classList.add("uncounted");
  return table;
}

/** @param {Marked} marked @param {AdvertStage} stage */
function cueList(marked, stage) {
  const {
    report,
    kinds: { keyChip, ...kinds },
    say,
  } = stage;
  const out = report.spans.filter(({ state }) => state !== "counted").length;
  const lists = report.archetypes.map(
    ({ score }, rank) =>
      kinds.own[rank].length > 0 &&
      lateDetails(
        [
          keyChip(rank),
          " ",
          say("cues-of", { name: kinds.names[rank], score: say.signed(score), count: kinds.own[rank].length }),
        ],
        () => kindTable(rank, marked, stage),
      ),
  );
  return node(
    "div",
    { class: "cues" },
    disclosure(
      say("cues-title"),
      node("p", { class: "hint" }, say("cues-lead")),
      lists,
      out > 0 && lateDetails(say("uncounted", { count: out }), () => uncountedTable(marked, stage)),
    ),
  );
}

/** Buttons that leave only one kind of cue marked. @param {Marked} marked @param {AdvertStage} stage */
function legend(marked, stage) {
  const {
    report,
    kinds: { keyChip, ...kinds },
    say,
    tell,
  } = stage;
  const ranks = report.spans.map((span) => kinds.ranksOf(span));
  const shown = report.archetypes.flatMap((_, rank) => (ranks.some((own) => own.includes(rank)) ? [rank] : []));
  /** @type {Map<number, HTMLButtonElement>} */
  const buttons = new Map();
  const show = (/** @type {number} */ only) => {
    for (const [rank, button] of buttons) button.setAttribute("aria-pressed", String(rank === only));
    let count = 0;
    marked.cues.forEach((pieces, index) => {
      const off = only >= 0 && !ranks[index].includes(only);
      if (!off) count += 1;
      for (const piece of pieces) piece.classList.toggle("off", off);
    });
    tell(only < 0 ? say("shown-all", { count }) : say("shown-only", { count, name: kinds.names[only] }));
  };
  const make = (/** @type {number} */ rank) => {
    const button = node(
      "button",
      { type: "button", "aria-pressed": String(rank < 0) },
      rank < 0 ? say("all-kinds") : [keyChip(rank), " ", kinds.names[rank]],
    );
    button.addEventListener("click", () => show(button.getAttribute("aria-pressed") === "true" ? -1 : rank));
    buttons.set(rank, button);
    return button;
  };
  const has = (/** @type {string} */ state) => report.spans.some((span) => span.state === state);
  return node(
    "div",
    { class: "legend", role: "group", "aria-label": say("legend") },
    node("span", { class: "hint", "aria-hidden": "true" }, say("legend")),
    [-1, ...shown].map(make),
    (has("negated") || has("left-out")) &&
      node(
        "p",
        { class: "hint" },
        has("negated") && say("legend-negated"),
        " ",
        has("left-out") && say("legend-left-out"),
      ),
  );
}

/** @param {Marked} marked @param {AdvertStage} stage */
export function textPart(marked, stage) {
  const { report, say, back, escape } = stage;
  const counted = report.spans.filter(({ state }) => state === "counted").length;
  const pane = node("div", { class: "pane", role: "region", "aria-label": say("text-label"), tabindex: 0 }, marked.box);
  const text = node("div", { class: "beside" }, pane, back);
  text.addEventListener("keydown", escape);
  return node(
    "section",
    { class: "text" },
    node("h3", {}, say("text-title")),
    node("p", {}, report.spans.length ? say("text-lead", { count: counted }) : say("no-cues")),
    report.spans.length > 0 && legend(marked, stage),
    text,
    report.spans.length > 0 && cueList(marked, stage),
  );
}
