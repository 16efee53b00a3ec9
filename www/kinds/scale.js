// A scale with two named ends, for likert and judge.
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * Radios from `first` on, shown as 1 to `points`. Where there is no room side by side they stack, and the
 * ends stand in their rows.
 * @param {Item} item
 * @param {Stage} stage
 * @param {number} first value of the lowest
 */
export function scaleRow({ points, anchors }, stage, first) {
  const name = stage.id();
  const inputs = Array.from({ length: points }, (_, index) =>
    node("input", { type: "radio", name, value: index + first }),
  );
  const end = (/** @type {number} */ index) =>
    index === 0 ? anchors[0] : index === points - 1 ? anchors[1] : undefined;
  const cells = inputs.map((input, index) => {
    const words = end(index);
    return node(
      "label",
      { class: "cell" },
      input,
      node("span", {}, stage.say.whole(index + 1)),
      words && node("span", { class: "end" }, " ", textInline(words, stage)),
    );
  });
  const ends =
    anchors.length > 0 &&
    node(
      "div",
      { class: "ends", "aria-hidden": "true" },
      anchors.map((words) => node("span", {}, textInline(words, stage))),
    );
  return {
    inputs,
    row: node("div", { class: `scale points-${points}` }, node("div", { class: "cells" }, cells), ends),
  };
}

/** The number that is chosen; NaN where none is. @param {HTMLInputElement[]} inputs */
export function chosenValue(inputs) {
  return Number(inputs.find(({ checked }) => checked)?.value ?? Number.NaN);
}
