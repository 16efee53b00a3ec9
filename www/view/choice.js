// Choosing from a list: one (single, frequency) or several (multiple).
import { node } from "./dom.js";
import { textInline, textPlain } from "./text.js";

/** @typedef {import("../types.d.ts").ItemView} Item */
/** @typedef {import("../types.d.ts").Stage} Stage */

/** @param {Item} item @param {Stage} stage */
function choiceHow({ type, min, max, options }, { say }) {
  if (type !== "multiple") return say("how-single");
  if (min === max) return say("how-exactly", { count: max });
  if (max < options.filter(({ exclusive }) => !exclusive).length) return min > 1 ? say("how-between", { min, max }) : say("how-most", { count: max });
  return min > 1 ? say("how-least", { count: min }) : say("how-multiple");
}

/** @param {Item} item @param {Stage} stage @returns {import("../types.d.ts").Fields} */
export function choiceFields(item, stage) {
  const { say } = stage;
  const several = item.type === "multiple";
  const name = stage.id();
  const choices = item.type === "frequency"
    ? item.anchors.map((text, index) => ({ id: String(index), text }))
    : item.options;
  /** @type {HTMLInputElement[]} */
  const inputs = choices.map(({ id }) => node("input", { type: several ? "checkbox" : "radio", name, value: id }));
  // "None of these" takes the others away, and any other takes it away.
  const settle = (/** @type {number} */ changed) => {
    const alone = (/** @type {number} */ index) => item.options[index].exclusive;
    if (!inputs[changed].checked) return;
    inputs.forEach((input, index) => { if (index !== changed && (alone(changed) || alone(index))) input.checked = false; });
  };
  if (several) inputs.forEach((input, index) => input.addEventListener("change", () => settle(index)));
  return {
    how: [choiceHow(item, stage), ...item.options.filter(({ exclusive }) => exclusive).map(({ text }) => say("how-alone", { option: textPlain(text) }))].join(" "),
    nodes: choices.map(({ text }, index) =>
      node("label", { class: "row place" }, inputs[index], node("span", {}, textInline(text, stage)))),
    read() {
      const chosen = inputs.filter(({ checked }) => checked).map(({ value }) => value);
      const at = inputs[0];
      if (several) {
        if (item.options.some(({ id, exclusive }) => exclusive && chosen[0] === id)) return { answer: chosen };
        if (chosen.length < item.min) return { problem: say("choose-least", { count: item.min }), at };
        if (chosen.length > item.max) return { problem: say("choose-most", { count: item.max, n: chosen.length }), at };
        return { answer: chosen };
      }
      if (!chosen.length) return { problem: say("choose-one"), at };
      return { answer: item.type === "frequency" ? Number(chosen[0]) : chosen[0] };
    },
  };
}
