// One line of evidence for each of the statements that carry a result most: without it they are claimed.
import { node } from "../shared/dom.js";
import { keepLine } from "./keep-line.js";
import { openKept } from "./kept.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./document.js").LineWords} LineWords */
/** @typedef {import("./kept.js").Kept} Kept */
/** @typedef {import("./statements.js").Statement} Statement */

/** How many such parts were made: their ids are told apart by it. */
let count = 0;

/**
 * @param {Statement} statement
 * @param {LineWords} words
 * @param {string} hint its id
 * @param {Kept} kept
 */
function linePart({ id: item, prompt }, words, hint, kept) {
  const id = `${hint}-${item}`;
  const [before, after = ""] = words.label.split("{statement}");
  const box = node("textarea", {
    id,
    rows: 2,
    dir: "auto",
    autocomplete: "off",
    "data-item": item,
    "aria-describedby": hint,
  });
  const state = node("p", { class: "small state-of", role: "status" });
  const draw = () => {
    const backed = box.value.trim() !== "";
    state.dataset.state = backed ? "backed" : "claimed";
    const sentence = backed ? words.backed : words.claimed;
    // It is said once, not at each letter.
    if (state.textContent !== sentence) state.textContent = sentence;
  };
  box.value = kept.state.written.lines[item] ?? "";
  box.addEventListener("input", () => {
    kept.line(item, box.value);
    draw();
  });
  draw();
  return node(
    "div",
    { class: "line-of" },
    node("label", { for: id }, before, node("bdi", {}, prompt), after),
    box,
    state,
  );
}

/**
 * @param {Statement[]} statements
 * @param {LineWords} words
 * @param {number} level of its heading
 * @param {Say} say
 */
export function resultLines(statements, words, level, say) {
  const id = `lines-${++count}`;
  const kept = openKept(() => line.draw());
  const line = keepLine(kept, say, false);
  return node(
    "aside",
    { class: "saving", slot: "result", "data-part": "lines", "aria-labelledby": id },
    node(/** @type {"h3"} */ (`h${level}`), { id }, words.heading),
    node("p", {}, statements.length < 3 ? say("evidence-why", { count: statements.length }) : words.why),
    node("p", { class: "small", id: `${id}-hint` }, words.hint),
    statements.map((one) => linePart(one, words, `${id}-hint`, kept)),
    line.box,
    node("p", {}, node("a", { href: "evidence.html" }, say("evidence-finder"))),
  );
}
