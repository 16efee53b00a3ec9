// A scale with two named ends: one (likert), or one for each option (judge).
import { node, unseen } from "./dom.js";
import { textInline, textPlain } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * Radios from `first` on, shown as 1 to `points`. Where there is no room side by side they stack, and the
 * ends stand in their rows.
 * @param {Item} item
 * @param {Stage} stage
 * @param {number} first value of the lowest
 */
function scaleRow({ points, anchors }, stage, first) {
  const name = stage.id();
  const inputs = Array.from({ length: points }, (_, index) => node("input", { type: "radio", name, value: index + first }));
  const end = (/** @type {number} */ index) => (index === 0 ? anchors[0] : index === points - 1 ? anchors[1] : undefined);
  const cells = inputs.map((input, index) => {
    const words = end(index);
    return node("label", { class: "cell" }, input, node("span", {}, stage.say.whole(index + 1)),
      words && node("span", { class: "end" }, " ", textInline(words, stage)));
  });
  const ends = anchors.length > 0 && node("div", { class: "ends", "aria-hidden": "true" },
    anchors.map((words) => node("span", {}, textInline(words, stage))));
  return { inputs, row: node("div", { class: `scale points-${points}` }, node("div", { class: "cells" }, cells), ends) };
}

/** @param {HTMLInputElement[]} inputs */
function chosenValue(inputs) {
  return Number(inputs.find(({ checked }) => checked)?.value ?? Number.NaN);
}

/** @param {Item} item @param {Stage} stage @returns {import("../types.d.ts").Fields} */
export function likertFields(item, stage) {
  const { inputs, row } = scaleRow(item, stage, 0);
  return {
    how: stage.say("how-likert"),
    nodes: [row],
    read() {
      const answer = chosenValue(inputs);
      return Number.isNaN(answer) ? { problem: stage.say("choose-one"), at: inputs[0] } : { answer };
    },
  };
}

/** @param {Item} item @param {Stage} stage @returns {import("../types.d.ts").Fields} */
export function judgeFields(item, stage) {
  const { say } = stage;
  const [low, high] = item.anchors.map(textPlain);
  const scales = item.options.map((option) => ({ option, ...scaleRow(item, stage, 1) }));
  return {
    how: say("how-judge"),
    // No legend: where a fieldset is not yet laid out as a grid, its legend cannot stand beside the scale.
    nodes: scales.map(({ option, row }) => {
      const words = stage.id();
      return node("fieldset", { "data-option": option.id, "aria-labelledby": words },
        node("div", { class: "rated place" },
          node("div", { id: words }, textInline(option.text, stage),
            low !== undefined && unseen(` ${say("scale-ends", { low, high, points: item.points })}`)),
          row));
    }),
    read() {
      const unrated = scales.filter(({ inputs }) => Number.isNaN(chosenValue(inputs)));
      if (unrated.length) return { problem: say("rate-all", { count: unrated.length }), at: unrated[0].inputs[0] };
      return { answer: Object.fromEntries(scales.map(({ option, inputs }) => [option.id, chosenValue(inputs)])) };
    },
  };
}
