// The lines of an advert beside what somebody wrote: which of them speak of the same work, by the phrases that the lexicon
// knows. Words, not proof.

/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {import("../types.d.ts").AdvertSpan} AdvertSpan */
/** A line of a text as it is seen. @typedef {{ start: number, text: string }} Line */
/** What a text speaks of. @typedef {{ phrases: Set<string>, skills: Set<string> }} Spoken */
/** A line of the advert with a phrase that counts. @typedef {Line & Spoken} AskingLine */
/** Why a piece answers a line. @typedef {{ phrases: string[], skills: string[] }} Reason */

/**
 * The lines of a text as the reader of adverts says that it is seen.
 * @param {string} text
 * @param {Pick<AdvertReport, "shown">} report
 * @returns {Line[]}
 */
export function shownLines(text, { shown }) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Line | null} */
  let line = null;
  for (const { start, end, ends, stands } of shown.parts) {
    line ??= { start, text: "" };
    line.text += stands ?? text.slice(start, end);
    if (!ends) continue;
    lines.push(line);
    line = null;
  }
  return line ? [...lines, line] : lines;
}

/** A line without the mark of its list. @param {string} text */
export function bareLine(text) {
  return text
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s\-–—*•·▪◦‣]+/u, "")
    .trim();
}

/** The place in a list of lines, in their order, that holds a place in the text. @param {Line[]} lines @param {number} at */
export function lineIndex(lines, at) {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What some phrases speak of. @param {AdvertSpan[]} spans @param {Map<string, string[]>} skillsOf the skills of each phrase @returns {Spoken} */
function spokenOf(spans, skillsOf) {
  const phrases = new Set(spans.map(({ phrase }) => phrase));
  return { phrases, skills: new Set([...phrases].flatMap((phrase) => skillsOf.get(phrase) ?? [])) };
}

/** The most words of a title. */
const mostTitleWords = 8;

/** The place of the advert's title, which asks for nothing; -1 where the first line is more than one. @param {Line[]} lines */
function titleIndex(lines) {
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  return lines[first]?.text.trim().split(/\s+/).length <= mostTitleWords && lines.length > 1 ? first : -1;
}

/**
 * The lines of an advert that hold a phrase that counts.
 * @param {string} text
 * @param {AdvertReport} report
 * @param {Map<string, string[]>} skillsOf
 * @returns {AskingLine[]}
 */
export function askingLines(text, report, skillsOf) {
  const lines = shownLines(text, report);
  /** @type {AdvertSpan[][]} */
  const spans = lines.map(() => []);
  for (const span of report.spans) if (span.state === "counted") spans[lineIndex(lines, span.start)]?.push(span);
  const title = titleIndex(lines);
  return lines.flatMap((line, index) =>
    index !== title && spans[index].length ? [{ ...line, ...spokenOf(spans[index], skillsOf) }] : [],
  );
}

/**
 * What a piece speaks of: the phrases in its words, in whatever part they stand, and the skill of the statement that it
 * began with.
 * @param {AdvertReport} report on its words
 * @param {string | null} skill
 * @param {Map<string, string[]>} skillsOf
 * @returns {Spoken}
 */
export function pieceSpeaks(report, skill, skillsOf) {
  const { phrases, skills } = spokenOf(
    report.spans.filter(({ state }) => state !== "negated"),
    skillsOf,
  );
  return { phrases, skills: skill === null ? skills : skills.add(skill) };
}

/** What both speak of; null where that is nothing. @param {Spoken} line @param {Spoken} piece @returns {Reason | null} */
export function sharedBy(line, piece) {
  const both = (/** @type {Set<string>} */ one, /** @type {Set<string>} */ other) =>
    [...one].filter((word) => other.has(word));
  const shared = { phrases: both(line.phrases, piece.phrases), skills: both(line.skills, piece.skills) };
  return shared.phrases.length + shared.skills.length > 0 ? shared : null;
}

/** How much two share: a phrase is more than a skill. @param {Reason} reason */
const strength = ({ phrases, skills }) => phrases.length * 100 + skills.length;

/**
 * The piece that shares most with a line, the first of those that share as much.
 * @template {Spoken} T
 * @param {Spoken} line
 * @param {T[]} pieces
 * @returns {{ piece: T, reason: Reason } | null}
 */
export function bestPiece(line, pieces) {
  const fitting = pieces.flatMap((piece) => {
    const reason = sharedBy(line, piece);
    return reason ? [{ piece, reason }] : [];
  });
  const [first] = fitting.sort((a, b) => strength(b.reason) - strength(a.reason));
  return first ?? null;
}
