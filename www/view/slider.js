// A position between two ends. Until somebody touches it there is no handle, and it is no answer.
import { node } from "./dom.js";
import { numberWords, quantityNode, quantityWords } from "./quantity.js";
import { textInline, textPlain } from "./text.js";

/** @param {import("../types.d.ts").ItemView} item @param {import("../types.d.ts").Stage} stage @returns {import("../types.d.ts").Fields} */
export function sliderFields(item, stage) {
  const { say } = stage;
  const ends = { from: Number(item.low), to: Number(item.high) };
  const [low, high] = item.anchors;
  const input = node("input", {
    type: "range", min: ends.from, max: ends.to, step: item.step, autocomplete: "off", "aria-valuetext": say("slider-open"),
    "aria-label": say("slider-name", {
      from: numberWords(ends.from, stage), to: numberWords(ends.to, stage), low: textPlain(low), high: textPlain(high),
    }),
  });
  // The slider itself says the same. The longest number keeps its room free, so that nothing moves under a finger.
  const words = node("span", {}, say("slider-open"));
  const [longest] = [ends.from, ends.to, ends.to - item.step].sort((a, b) => numberWords(b, stage).length - numberWords(a, stage).length);
  const readout = node("div", { class: "readout", "aria-hidden": "true" },
    node("span", { class: "room" }, quantityNode(longest, item, stage)), words);
  const end = (/** @type {number} */ value, /** @type {import("../types.d.ts").Tree} */ words) =>
    node("span", {}, node("b", {}, numberWords(value, stage)), " ", textInline(words, stage));
  const box = node("div", { class: "slider place untouched" }, readout, input,
    node("div", { class: "ends", "aria-hidden": "true" }, end(ends.from, low), end(ends.to, high)));
  // A sum of steps such as .1 has more decimals than anybody chose.
  const value = () => Number(input.valueAsNumber.toPrecision(12));
  const touch = () => {
    box.classList.remove("untouched");
    words.replaceChildren(node("span", {}, quantityNode(value(), item, stage)));
    input.setAttribute("aria-valuetext", quantityWords(value(), item, stage));
  };
  const touched = () => !box.classList.contains("untouched");
  input.addEventListener("input", touch);
  // Where the hidden handle already stands there is no change to hear of.
  input.addEventListener("click", touch);
  input.addEventListener("keyup", ({ key }) => {
    if (/^( |Arrow|Page|Home|End)/.test(key)) touch();
  });
  return {
    how: say("how-slider"),
    nodes: [box],
    read: () => (touched() ? { answer: value() } : { problem: say("slider-missing"), at: input }),
  };
}
