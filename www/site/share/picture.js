// The picture of a result, drawn on the device: the quiz, a sentence, the band with its dot or a hundred dots in groups,
// and what it is not. Groups differ by form as well as by shade.
import { palette } from "../../tokens.js";
import { fitted } from "./fit.js";

/** @typedef {import("./content.js").Shown} Shown */
/** @typedef {{ x: number, y: number, width: number, height: number }} Room */

/** Width and height, as places that show pictures ask for them. */
export const shapes = /** @type {const} */ ({ wide: [1200, 630], tall: [1080, 1350] });
/** @typedef {keyof typeof shapes} Shape */

const sans = "system-ui, sans-serif";
const serif = 'ui-serif, "Iowan Old Style", Charter, Palatino, Georgia, serif';
const [ground] = palette.accent;
const [ink] = palette["on-accent"];

/** Where things stand, and the largest letters of each. */
const plans = {
  wide: { edge: 64, head: 30, sentence: 62, small: 26, sentenceHeight: 230, figureHeight: 170, columns: 2 },
  tall: { edge: 76, head: 40, sentence: 100, small: 34, sentenceHeight: 560, figureHeight: 480, columns: 1 },
};

/** @param {HTMLCanvasElement} canvas @param {Shown} shown @param {Shape} shape @returns {boolean} whether it could be drawn */
export function drawPicture(canvas, shown, shape) {
  [canvas.width, canvas.height] = shapes[shape];
  const context = canvas.getContext("2d");
  if (!context) return false;
  const pen = new Pen(context, shown.rtl);
  const { width, height } = canvas;
  const { edge, head, sentence, small, sentenceHeight, figureHeight, columns } = plans[shape];
  const inner = width - 2 * edge;
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  const top = pen.text(shown.head, { x: edge, y: edge * 0.8, width: inner, height: head * 2.6 }, head, `500 @ ${sans}`);
  const noteHeight = small * 2.7;
  const floor = height - edge * 0.75 - noteHeight;
  const figure = { x: edge, y: floor - figureHeight, width: inner, height: figureHeight - small };
  const room = Math.min(sentenceHeight, figure.y - top - head * 1.2);
  const words = { x: edge, y: top + head * 0.6, width: inner, height: room };
  const end = pen.text(shown.sentence, words, sentence, `700 @ ${serif}`, 1.16);
  if (shown.skill)
    drawBand(pen, shown, { ...figure, y: end + head * 0.6, height: floor - small - end - head * 0.6 }, small);
  else drawGroups(pen, shown, figure, small, columns);
  const note = { x: edge, y: floor, width: inner, height: noteHeight };
  pen.text(shown.note, note, small, `400 @ ${sans}`, 1.25, "bottom");
  return true;
}

/** Draws as the text runs, from one side or the other. */
class Pen {
  /** @param {CanvasRenderingContext2D} context @param {boolean} rtl */
  constructor(context, rtl) {
    this.context = context;
    this.rtl = rtl;
    context.direction = rtl ? "rtl" : "ltr";
    context.textBaseline = "alphabetic";
  }

  /** How wide a text is. @param {string} font with @ for the size @returns {import("./fit.js").Measure} */
  measure(font) {
    return (text, size) => {
      this.context.font = font.replace("@", `${size}px`);
      return this.context.measureText(text).width;
    };
  }

  /**
   * A text in a room, as large as it can be. Gives back where it ends.
   * @param {string} text
   * @param {Room} room
   * @param {number} most
   * @param {string} font
   * @param {number} [leading]
   * @param {"top" | "bottom"} [at]
   */
  text(text, { x, y, width, height }, most, font, leading = 1.2, at = "top") {
    const { lines, size } = fitted(text, { width, height, most, leading }, this.measure(font));
    const { context, rtl } = this;
    context.font = font.replace("@", `${size}px`);
    context.fillStyle = ink;
    context.textAlign = rtl ? "right" : "left";
    const start = at === "top" ? y : y + height - lines.length * size * leading;
    lines.forEach((line, index) =>
      context.fillText(line, rtl ? x + width : x, start + size * (index * leading + 0.95)),
    );
    return start + lines.length * size * leading;
  }

  /** Where a part of a width lies, counted from where lines begin. @param {Room} room @param {number} part 0 to 1 */
  across({ x, width }, part) {
    return x + width * (this.rtl ? 1 - part : part);
  }

  /** @param {number} x @param {number} y @param {number} radius @param {number} [ring] the width of its line; none = full */
  dot(x, y, radius, ring = 0) {
    const { context } = this;
    context.beginPath();
    context.arc(x, y, radius - ring / 2, 0, 2 * Math.PI);
    context.lineWidth = ring;
    context.strokeStyle = ink;
    context.fillStyle = ink;
    if (ring) context.stroke();
    else context.fill();
  }

  /** Something fainter. @param {number} strength @param {() => void} work */
  faint(strength, work) {
    this.context.globalAlpha = strength;
    work();
    this.context.globalAlpha = 1;
  }
}

/** The scale with its five names, the band, and the dot. @param {Pen} pen @param {Shown} shown @param {Room} room @param {number} small */
function drawBand(pen, { skill, levels }, room, small) {
  if (!skill) return;
  const { context } = pen;
  const height = Math.min(room.height - small * 1.8, small * 3.4);
  const top = room.y + (room.height - small * 1.8 - height) / 2;
  const axis = { ...room, x: room.x + 4, width: room.width - 8 };
  const at = (/** @type {number} */ level) => pen.across(axis, level / 4);
  pen.faint(0.55, () => levels.forEach((_, level) => context.fillRect(at(level) - 1.5, top, 3, height)));
  const [from, to] = [at(skill.low), at(skill.high)].sort((a, b) => a - b);
  context.fillStyle = ink;
  pen.faint(0.45, () => context.fillRect(from, top + height * 0.12, Math.max(6, to - from), height * 0.76));
  context.fillRect(from - 2, top + height * 0.12, 4, height * 0.76);
  context.fillRect(to - 2, top + height * 0.12, 4, height * 0.76);
  pen.dot(at(skill.level), top + height / 2, height * 0.21);
  drawNames(pen, levels, axis, top + height + small * 1.3, small);
}

/** The names of the levels in one size, in which each has its place. @param {Pen} pen @param {string[]} levels @param {Room} axis @param {number} y @param {number} most */
function drawNames(pen, levels, axis, y, most) {
  const { context } = pen;
  const wide = pen.measure(`500 @ ${sans}`);
  const room = axis.width / 4 - 16;
  const widest = Math.max(...levels.map((name) => wide(name, most)));
  const size = Math.min(most, (most * room) / widest);
  context.font = `500 ${size}px ${sans}`;
  context.fillStyle = ink;
  levels.forEach((name, level) => {
    const ends = pen.rtl ? ["right", "left"] : ["left", "right"];
    const side = level === 0 ? ends[0] : level === levels.length - 1 ? ends[1] : "center";
    context.textAlign = /** @type {CanvasTextAlign} */ (side);
    context.fillText(name, pen.across(axis, level / 4), y);
  });
}

/** The forms of the groups: radius and ring as parts of a dot's room, and how strong. */
const forms = [
  { radius: 0.46, ring: 0, strength: 1 },
  { radius: 0.46, ring: 0.16, strength: 1 },
  { radius: 0.28, ring: 0, strength: 1 },
  { radius: 0.3, ring: 0.08, strength: 0.85 },
  { radius: 0.12, ring: 0, strength: 0.85 },
];

/**
 * A hundred dots in groups, and beside or below them what each group is.
 * @param {Pen} pen
 * @param {Shown} shown
 * @param {Room} room
 * @param {number} small
 * @param {number} columns
 */
function drawGroups(pen, { groups }, room, small, columns) {
  const gap = small;
  const width = (room.width - gap * (columns - 1)) / columns;
  const cell = Math.min(width / 20, room.height / 5);
  const start = pen.rtl ? room.x + room.width - width : room.x;
  const field = { x: start, y: room.y, width: cell * 20, height: cell * 5 };
  if (pen.rtl) field.x = room.x + room.width - field.width;
  const kinds = groups.flatMap(({ count }, index) => Array.from({ length: count }, () => index));
  kinds.forEach((kind, index) => {
    const x = pen.across(field, ((index % 20) + 0.5) / 20);
    drawForm(pen, kind, x, field.y + (Math.floor(index / 20) + 0.5) * cell, cell);
  });
  const beside = columns > 1;
  const legend = {
    x: beside ? (pen.rtl ? room.x : room.x + field.width + gap) : room.x,
    y: beside ? room.y : field.y + field.height + gap,
    width: beside ? room.width - field.width - gap : room.width,
    height: beside ? room.height : room.height - field.height - gap,
  };
  drawLegend(pen, groups, legend, small);
}

/** @param {Pen} pen @param {number} kind @param {number} x @param {number} y @param {number} cell */
function drawForm(pen, kind, x, y, cell) {
  const { radius, ring, strength } = forms[kind];
  pen.faint(strength, () => pen.dot(x, y, radius * cell, ring * cell));
}

/** A line for each group: its form, its name, its number. @param {Pen} pen @param {Shown["groups"]} groups @param {Room} room @param {number} most */
function drawLegend(pen, groups, room, most) {
  const line = Math.min(room.height / groups.length, most * 1.6);
  const size = Math.min(most, line / 1.3);
  const number = pen.measure(`700 @ ${sans}`)("100", size) + size / 2;
  groups.forEach(({ name, count }, index) => {
    const y = room.y + index * line;
    drawForm(pen, index, pen.across(room, size / 2 / room.width), y + line / 2, size);
    const wide = room.width - size * 1.5 - number;
    const x = pen.rtl ? room.x + number : room.x + size * 1.5;
    pen.text(name, { x, y: y + (line - size * 1.2) / 2, width: wide, height: size * 1.2 }, size, `500 @ ${sans}`);
    const { context } = pen;
    context.font = `700 ${size}px ${sans}`;
    context.textAlign = pen.rtl ? "left" : "right";
    context.fillText(String(count), pen.across(room, 1), y + (line - size * 1.2) / 2 + size * 0.95);
  });
}
