// The advert's text with its cues marked. Lines stay lines, each with a direction of its own, and every letter enters
// as text: of what was pasted nothing becomes markup. Which parts are in sight the reader has said, which takes its
// words from them alone: so every cue that counts has a mark.
import { node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {import("../types.d.ts").AdvertSpan} AdvertSpan */
/** @typedef {import("../types.d.ts").Place} Place */
/**
 * Where each cue, each fact and each line stands on the page.
 * @typedef {object} Marked
 * @property {HTMLElement} box
 * @property {HTMLElement[][]} cues the pieces of each cue, in the order of the record: more than one where it goes on
 *   in the next line
 * @property {Map<Place, HTMLElement>} facts
 * @property {(at: number) => HTMLElement} lineAt the line that holds a place
 */

/** @param {AdvertReport} report @returns {Place[]} */
function factsOf({ seniority, years, musts, superlatives }) {
  return [...seniority, ...years, ...musts, ...superlatives].sort((a, b) => a.start - b.start);
}

/** What covers a place; places are asked for in order. @param {Place[]} spans @param {Place[]} facts */
function makeCover(spans, facts) {
  let [nextSpan, nextFact] = [0, 0];
  /** @type {Place[]} */
  let open = [];
  return (/** @type {number} */ at) => {
    while (nextSpan < spans.length && spans[nextSpan].end <= at) nextSpan += 1;
    for (; nextFact < facts.length && facts[nextFact].start <= at; nextFact += 1) open.push(facts[nextFact]);
    open = open.filter(({ end }) => end > at);
    return { cue: nextSpan < spans.length && spans[nextSpan].start <= at ? nextSpan : -1, facts: open };
  };
}

/**
 * @param {string} text
 * @param {AdvertReport} report
 * @param {(span: AdvertSpan) => import("../types.d.ts").Attributes} looks class, key and words of a cue's mark
 * @returns {Marked}
 */
export function markedText(text, report, looks) {
  const { spans } = report;
  const facts = factsOf(report);
  const cuts = [...new Set([...spans, ...facts].flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const cover = makeCover(spans, facts);
  const { parts, tagged } = report.shown;
  /** @type {HTMLElement[][]} */
  const cues = spans.map(() => []);
  /** @type {Map<Place, HTMLElement>} */
  const factNodes = new Map();
  /** @type {{ start: number, line: HTMLElement }[]} */
  const lines = [];
  /** @type {HTMLElement | null} */
  let line = null;
  let cut = 0;

  const mark = (/** @type {number} */ index) => {
    const made = node("mark", { tabindex: -1, "data-cue": index, ...looks(spans[index]) });
    // The number stands after the last piece alone.
    cues[index].at(-1)?.removeAttribute("data-key");
    cues[index].push(made);
    return made;
  };
  for (const { start, end, ends, stands } of parts) {
    if (!line) {
      line = node("div", { class: "line", dir: "auto", tabindex: -1 });
      lines.push({ start, line });
    }
    /** @type {HTMLElement | null} */
    let into = null;
    let within = -1;
    for (let at = start; at < end;) {
      while (cut < cuts.length && cuts[cut] <= at) cut += 1;
      const to = Math.min(end, cuts[cut] ?? end);
      const { cue, facts: said } = cover(at);
      if (cue < 0) into = null;
      else if (cue !== within || !into) line.append((into = mark(cue)));
      within = cue;
      // A letter and its accent are named as one character, and shown as one. A mark never begins within a name.
      const letters = stands === undefined ? text.slice(at, to) : at === start ? stands.normalize("NFC") : "";
      const piece = said.length ? node("span", { class: "fact", tabindex: -1 }, letters) : letters;
      if (typeof piece !== "string") for (const fact of said) if (!factNodes.has(fact)) factNodes.set(fact, piece);
      (into ?? line).append(piece);
      at = to;
    }
    if (!ends) continue;
    // A copied page has lines of nothing but tags; an empty line of a text is meant.
    if (tagged ? !line.textContent?.trim() : start === end && !line.firstChild)
      tagged ? lines.pop() : line.append(node("br"));
    line = null;
  }

  const lineAt = (/** @type {number} */ at) => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle].start <= at) low = middle;
      else high = middle - 1;
    }
    return lines[low].line;
  };
  return {
    box: node(
      "div",
      { class: tagged ? "advert tagged" : "advert" },
      lines.map((one) => one.line),
    ),
    cues,
    facts: factNodes,
    lineAt,
  };
}

/**
 * A line as it is shown, shortened around one place in it.
 * @param {HTMLElement} line
 * @param {HTMLElement} [place]
 * @param {number} [most] letters
 */
export function lineAround(line, place, most = 110) {
  const text = (line.textContent ?? "").replace(/\s/g, " ");
  const bare = (/** @type {string} */ part) => part.replace(/^[\s\-–—*•·▪◦‣]+/u, "").trimEnd();
  if (text.length <= most) return bare(text);
  const before = document.createRange();
  before.setStart(line, 0);
  if (place) before.setEndBefore(place);
  const at = before.toString().length;
  const length = place?.textContent?.length ?? 0;
  // Cut between words.
  const from = text.lastIndexOf(" ", Math.max(0, at - (most - length) / 2)) + 1;
  const end = text.indexOf(" ", Math.max(at + length, from + most));
  const shown = bare(text.slice(from > at ? 0 : from, end < 0 ? text.length : end));
  return `${from > 0 && from <= at ? "… " : ""}${shown}${end < 0 ? "" : " …"}`;
}
