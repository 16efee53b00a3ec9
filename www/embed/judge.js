// Whether the chosen colours can be read, by day and by night: a colour that is set is the same in both, one that is left
// as it comes is not.
import { palette } from "../tokens.js";
import { contrast, enough, nearest } from "./contrast.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {keyof import("./choice.js").Colours} Part */
/** @typedef {"day" | "night"} Time */
/**
 * @typedef {object} Verdict
 * @property {string} pair
 * @property {Time | "both"} time both = there is one contrast alone
 * @property {number} ratio
 */
/**
 * @typedef {object} Way out of too little contrast
 * @property {Part | "theme"} part
 * @property {string} value
 * @property {"darker" | "lighter" | "day" | "night"} how
 */

/** Which colour stands on which. */
const pairs = /** @type {const} */ ([
  ["text", "surface"],
  ["accent", "surface"],
  ["on-accent", "accent"],
  ["muted", "surface"],
]);

/** When the quiz may be seen. @param {string} theme @returns {Time[]} */
export function timesOf(theme) {
  if (theme === "light") return ["day"];
  return theme === "dark" ? ["night"] : ["day", "night"];
}

/** The colour of a part at a time. @param {Record<string, string>} set @param {string} part @param {Time} time */
function colourAt(set, part, time) {
  const [day, night] = /** @type {Record<string, string[]>} */ (palette)[part === "text" ? "ink" : part];
  return set[part] || (time === "day" ? day : night);
}

/**
 * Colours that go along with the chosen ones, where those of the quiz would be too pale beside them: what stands on the
 * accent, small print, and the edges and the ground of what can be pressed.
 * @param {Choice} choice
 * @returns {Record<string, string>}
 */
export function companionsOf({ colours, theme }) {
  const { accent, surface, text } = colours;
  const times = timesOf(theme);
  /** @type {Record<string, string>} */
  const found = {};
  const pale = (/** @type {string} */ part, /** @type {string} */ ground, /** @type {number} */ least) =>
    times.some((time) => contrast(colourAt(colours, part, time), colourAt(colours, ground, time)) < least);
  if (accent && pale("on-accent", "accent", enough))
    found["on-accent"] = contrast("#ffffff", accent) >= contrast("#000000", accent) ? "#ffffff" : "#000000";
  // Without a text of its own there is none that fits day and night.
  const ink = text || (times.length === 1 ? colourAt({}, "text", times[0]) : "");
  if (!ink || !(surface || text)) return found;
  if (pale("muted", "surface", enough)) found.muted = ink;
  if (pale("edge", "surface", 3)) found.edge = ink;
  if (pale("text", "tint", enough) && surface) found.tint = surface;
  return found;
}

/** The contrast of each pair that has a chosen colour in it. @param {Choice} choice @returns {Verdict[]} */
export function verdictsOf(choice) {
  const times = timesOf(choice.theme);
  /** @type {Record<string, string>} */
  const colours = { ...choice.colours, ...companionsOf(choice) };
  return pairs.flatMap(([above, ground]) => {
    if (!colours[above] && !colours[ground]) return [];
    const ratios = times.map((time) => contrast(colourAt(colours, above, time), colourAt(colours, ground, time)));
    const pair = `${above}-${ground}`;
    /** @type {Verdict["time"][]} */
    const seen = (colours[above] && colours[ground]) || times.length === 1 ? ["both"] : times;
    return seen.map((time, at) => ({ pair, time, ratio: ratios[at] }));
  });
}

/** What would make the colours legible, the least change first. @param {Choice} choice @returns {Way[]} */
export function waysOut(choice) {
  const failing = verdictsOf(choice).filter(({ ratio }) => ratio < enough);
  if (!failing.length) return [];
  const [above, ground] = pairs.find(([one, other]) => `${one}-${other}` === failing[0].pair) ?? pairs[0];
  const { colours } = choice;
  const part = /** @type {Part} */ (above in colours && colours[/** @type {Part} */ (above)] ? above : ground);
  const other = part === above ? ground : above;
  /** @type {Way[]} */
  const ways = [];
  if (colours[part]) {
    const grounds = timesOf(choice.theme).map((time) => colourAt({ ...companionsOf(choice), ...colours }, other, time));
    for (const [how, end] of /** @type {const} */ ([
      ["darker", 0],
      ["lighter", 255],
    ])) {
      const value = nearest(colours[part], grounds, end);
      if (value) ways.push({ part, value, how });
    }
  }
  // Of day and night, the one in which less is wrong than now.
  for (const [how, value] of /** @type {const} */ ([
    ["day", "light"],
    ["night", "dark"],
  ])) {
    const left = verdictsOf({ ...choice, theme: value }).filter(({ ratio }) => ratio < enough);
    if (choice.theme !== value && left.length < failing.length) ways.push({ part: "theme", value, how });
  }
  return ways;
}
