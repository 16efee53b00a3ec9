// Lists to choose from: one of them (single, frequency), or several (multiple).
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";

/** @typedef {import("../types.d.ts").Tree} Tree */
/** @typedef {import("../types.d.ts").Stage} Stage */

/**
 * A row for each choice, with an input whose value is its id.
 * @param {{ id: string, text: Tree }[]} choices
 * @param {"radio" | "checkbox"} type
 * @param {Stage} stage
 */
export function choiceList(choices, type, stage) {
  const name = stage.id();
  const inputs = choices.map(({ id }) => node("input", { type, name, value: id }));
  const rows = choices.map(({ text }, index) =>
    node("label", { class: "row place" }, inputs[index], node("span", {}, textInline(text, stage))),
  );
  return {
    inputs,
    nodes: [node("div", { class: "rows" }, rows)],
    chosen: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
  };
}

/**
 * One of a list.
 * @param {{ id: string, text: Tree }[]} choices
 * @param {Stage} stage
 * @param {(id: string) => string | number} answerOf
 * @returns {import("../types.d.ts").Fields}
 */
export function oneOf(choices, stage, answerOf) {
  const { say } = stage;
  const { inputs, nodes, chosen } = choiceList(choices, "radio", stage);
  return {
    how: say("how-single"),
    nodes,
    read() {
      const [id] = chosen();
      return id === undefined ? { problem: say("choose-one"), at: inputs[0] } : { answer: answerOf(id) };
    },
  };
}
