// All drawn mutants in one build: the body of each function is written down once as it is and once for each of its
// mutants, and a number in the environment says which of them runs.

/**
 * As `cargo mutants --list --json` tells it; places count from 1, columns in characters.
 * @typedef {{ line: number, column: number }} Place
 * @typedef {{ start: Place, end: Place }} Span
 * @typedef {{ name: string, file: string, genre: string, replacement: string, span: Span, function: { span: Span } | null }} Mutant
 * @typedef {{ id: number, mutant: Mutant }} Numbered
 * @typedef {{ start: number, end: number, ids: number[] }} Stretch bytes of the woven file, and who may be at fault there
 */

/** The variable in which a run finds the number of its mutant. */
export const SWITCH = "METIER_MUTANT";

/** Whether this mutant is the one that runs: asked for once, so that a loop stays as quick as it was. @param {number} id */
const chosen = (id) =>
  `{ static ON: std::sync::LazyLock<bool> = std::sync::LazyLock::new(|| std::env::var("${SWITCH}").is_ok_and(|id| id == "${id}")); *ON }`;

/** The offset of a place in a text. @param {string} text @param {Place} place */
function offset(text, { line, column }) {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf("\n", start) + 1;
  const end = text.indexOf("\n", start);
  const letters = Array.from(text.slice(start, end < 0 ? text.length : end));
  return start + letters.slice(0, column - 1).join("").length;
}

/** @param {string} text @param {Span} span */
const range = (text, { start, end }) => ({ start: offset(text, start), end: offset(text, end) });

/** The text with one mutant instead of what it replaces. @param {string} text @param {Mutant} mutant */
export function replaced(text, mutant) {
  const { start, end } = range(text, mutant.span);
  return `${text.slice(0, start)}${mutant.replacement}${text.slice(end)}`;
}

/**
 * Where the body of each function begins, known from those mutants that replace the whole of it.
 * @param {string} text of a file
 * @param {Mutant[]} all of its mutants
 */
function bodies(text, all) {
  /** @type {Map<number, number>} by the start of the function */
  const found = new Map();
  for (const mutant of all) {
    if (mutant.genre !== "FnValue" || !mutant.function) continue;
    const head = text.slice(0, range(text, mutant.span).start).replace(/(\s|\/\/[^\n]*\n)*$/, "");
    if (head.endsWith("{")) found.set(range(text, mutant.function.span).start, head.length);
  }
  return found;
}

/**
 * A file with all its drawn mutants that a number can choose. The others come back as `alone`: each needs a build of its
 * own, as one in a constant does, or in a function within another.
 * @param {string} text
 * @param {Mutant[]} all mutants of the file, drawn or not
 * @param {Numbered[]} drawn
 * @returns {{ text: string, alone: number[], stretches: Stretch[] }}
 */
export function weave(text, all, drawn) {
  const starts = bodies(text, all);
  /** @type {Map<number, { start: number, end: number, drawn: Numbered[] }>} */
  const functions = new Map();
  /** @type {number[]} */
  const alone = [];
  for (const one of drawn) {
    const whole = one.mutant.function && range(text, one.mutant.function.span);
    const start = whole ? starts.get(whole.start) : undefined;
    const meets = (/** @type {number} */ key, /** @type {number} */ end) =>
      whole && key !== whole.start && key < whole.end && whole.start < end;
    const taken = [...functions].some(([key, { end }]) => meets(key, end));
    if (!whole || start === undefined || taken || range(text, one.mutant.span).start < start) {
      alone.push(one.id);
      continue;
    }
    const group = functions.get(whole.start);
    if (group) group.drawn.push(one);
    else functions.set(whole.start, { start, end: whole.end - 1, drawn: [one] });
  }
  /** @type {Stretch[]} */
  const stretches = [];
  let woven = "";
  let bytes = 0;
  let at = 0;
  const write = (/** @type {string} */ part) => {
    woven += part;
    return (bytes += Buffer.byteLength(part));
  };
  for (const group of [...functions.values()].sort((one, other) => one.start - other.start)) {
    const before = write(text.slice(at, group.start));
    for (const { id, mutant } of group.drawn) {
      const start = write(` if ${chosen(id)} {`);
      const changed = range(text, mutant.span);
      const end = write(
        `${text.slice(group.start, changed.start)}${mutant.replacement}${text.slice(changed.end, group.end)}`,
      );
      stretches.push({ start, end, ids: [id] });
      write("} else");
    }
    at = group.end;
    const after = write(` {${text.slice(group.start, group.end)}}`);
    stretches.push({ start: before, end: after, ids: group.drawn.map(({ id }) => id) });
  }
  write(text.slice(at));
  return { text: woven, alone, stretches };
}

/** Who may be at fault where a compiler points: one mutant, or those of the function. @param {Stretch[]} stretches @param {{ byte_start: number, byte_end: number }} span */
export function blamed(stretches, span) {
  const within = stretches.filter(({ start, end }) => start <= span.byte_start && span.byte_end <= end);
  return within.find(({ ids }) => ids.length === 1)?.ids ?? within[0]?.ids ?? [];
}
