// The first screen before there is a module: what a document says at a glance of its title, its length and how to
// answer, and Start. It is drawn where that can be seen without reading the document as the module does, which draws the
// whole of it a moment later, in the same places.
import { actionButton, headingNode, node } from "../shared/dom.js";
import { introWords, language } from "../words/words.js";

/** Longer ones are for the module to judge. */
const longestTitle = 200;
/** Marks of Markdown, and letters that are not seen: what they mean is the module's to say. */
const unclear = /[*_`[\]<>\\&#~\n]|\p{C}/u;

/** Begins with a letter of a script that runs from right to left. */
const toTheLeft = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc]/u;
/** Settings of an adaptive quiz that asks several questions on a screen. */
const byScreens = ["each", "screen", "alone_max", "stop_gain"];

/** @typedef {{ title: string, lead: string, length: string, instruction: string, language: string }} Early */

/** @param {keyof typeof introWords} key @param {Record<string, unknown>} values */
function say(key, { count, low }) {
  const entry = introWords[key];
  const template = typeof entry === "string" ? entry : entry[/** @type {"one"} */ (plural.select(Number(count)))];
  return template.replace("{count}", String(count)).replace("{low}", String(low));
}
const plural = new Intl.PluralRules(language);

/** The first sentence of a text. @param {string} text */
function firstOf(text) {
  const [first] = "Segmenter" in Intl ? new Intl.Segmenter([], { granularity: "sentence" }).segment(text) : [];
  return first ? first.segment : text;
}

/**
 * What a document says at a glance; null where that is not plain.
 * @param {string} text the document
 * @returns {Early | null}
 */
export function earlyLook(text) {
  try {
    const {
      format,
      title,
      about,
      language,
      instruction,
      minutes = [],
      items,
      adaptive,
      counted,
      translations,
    } = JSON.parse(text);
    const [first] = about.split("\n\n");
    const [low, most = low] = [minutes].flat();
    const known = format === "metier-quiz/1" && !translations && title.length <= longestTitle && items.length > 0;
    if (!known || [title, first, language].some((words) => typeof words !== "string" || !words || unclear.test(words)))
      return null;
    const mixed = items.some((/** @type {any} */ item) => (item.instruction ?? instruction) !== instruction);
    const kind = mixed ? `mixed-${instruction}` : instruction;
    // On screens of several, those that ask for a given answer come on top.
    const instructed = items.filter((/** @type {any} */ item) => item.instructed !== undefined);
    const length = [
      adaptive
        ? say("questions-at-most", {
            count: adaptive.max + (byScreens.some((name) => name in adaptive) ? instructed.length : 0),
          })
        : say("questions", { count: items.length }),
      low !== undefined && say(low === most ? "minutes" : "minutes-range", { low, count: most }),
      say("on-device", {}),
    ];
    return {
      title,
      lead: firstOf(first),
      length: length.filter(Boolean).join(" · "),
      instruction: say(/** @type {keyof typeof introWords} */ (`intro-${counted ? "counted" : kind}`), {}),
      language,
    };
  } catch {
    return null;
  }
}

/**
 * The screen, in the shape that the player gives it.
 * @param {Early} look
 * @param {number} level of its heading
 * @param {(button: HTMLElement) => void} pressed Start, as soon as anybody does
 */
export function drawEarly({ title, lead, length, instruction, language: lang }, level, pressed) {
  const voice = { lang, dir: "auto" };
  const start = actionButton("start", introWords.start, { class: "main" });
  start.addEventListener("click", () => pressed(start));
  return node(
    "div",
    { class: "quiz wait", lang: language, dir: toTheLeft.test(title) ? "rtl" : "ltr" },
    node(
      "section",
      { class: "intro", "data-screen": "early" },
      headingNode({ heading: level }, 0, node("bdi", voice, title)),
      node("div", { class: "lead" }, node("div", { class: "text", ...voice }, node("p", {}, lead))),
      node("p", { class: "length" }, length),
      node("p", { class: "small" }, instruction),
      node("div", { class: "actions" }, start),
    ),
  );
}
