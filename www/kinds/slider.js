// A position between two ends. Until somebody touches it there is no handle, and it is no answer.
import { node } from "../shared/dom.js";
import { textInline, textPlain } from "../view/text.js";
import { numberWords, quantityNode, quantityWords } from "./quantity.js";

/**
 * Both engines' names for the parts of a slider; one unknown name would make a shared rule void.
 * @param {"track" | "thumb"} part
 * @param {string} rules
 * @param {string} [where]
 */
function sliderPart(part, rules, where = "") {
  const names =
    part === "track"
      ? ["-webkit-slider-runnable-track", "-moz-range-track"]
      : ["-webkit-slider-thumb", "-moz-range-thumb"];
  return names.map((name) => `${where}[type=range]::${name} { ${rules} }\n`).join("");
}

const sliderLooks = () => `
.slider { display: grid; gap: .45em; margin-block-start: .4em; }
.slider .ends { margin: 0; }
.slider .ends b { color: var(--ink); }
.readout {
  display: grid; font-size: 1.35em; font-variant-numeric: tabular-nums; font-weight: 600; line-height: 1.3;
  min-block-size: 1.3em; text-align: center;
}
.readout > * { grid-area: 1 / 1; }
.room { font-weight: 600; visibility: hidden; }
.untouched .readout { color: var(--muted); font-weight: 400; }
[type=range] {
  appearance: none; background: none; block-size: var(--target); cursor: pointer; border-radius: var(--radius);
  display: block; inline-size: 100%; margin: 0;
}
${sliderPart(
  "track",
  `
  background: var(--line); block-size: .6em; border: 1px solid var(--edge); border-radius: 1em; box-sizing: border-box;
`,
)}
${sliderPart(
  "thumb",
  `
  appearance: none; background: var(--accent); block-size: 1.8em; border: 2px solid var(--surface); border-radius: 50%;
  box-shadow: 0 0 0 1px var(--accent); box-sizing: border-box; inline-size: 1.8em;
`,
)}
[type=range]::-webkit-slider-thumb { margin-block-start: calc(-.6em - 1px); }
${sliderPart("track", "border-style: dashed;", ".untouched ")}
${sliderPart("thumb", "opacity: 0;", ".untouched ")}
@media (forced-colors: active) {
  ${sliderPart(
    "thumb",
    `
    forced-color-adjust: none; background: Highlight; border-color: Canvas; box-shadow: 0 0 0 1px CanvasText;
  `,
  )}
}
`;

/** @type {import("../types.d.ts").Kind<number>} */
export const slider = {
  statement: true,
  draw(item, stage) {
    const { say } = stage;
    const ends = { from: Number(item.low), to: Number(item.high) };
    const [low, high] = item.anchors;
    const input = node("input", {
      type: "range",
      min: ends.from,
      max: ends.to,
      step: item.step,
      autocomplete: "off",
      "aria-valuetext": say("slider-open"),
      "aria-label": say("slider-name", {
        from: numberWords(ends.from, stage),
        to: numberWords(ends.to, stage),
        low: textPlain(low),
        high: textPlain(high),
      }),
    });
    // The slider itself says the same. The longest number keeps its room free, so that nothing moves under a finger.
    const words = node("span", {}, say("slider-open"));
    const [longest] = [ends.from, ends.to, ends.to - item.step].sort(
      (a, b) => numberWords(b, stage).length - numberWords(a, stage).length,
    );
    const readout = node(
      "div",
      { class: "readout", "aria-hidden": "true" },
      node("span", { class: "room" }, quantityNode(longest, item, stage)),
      words,
    );
    const end = (/** @type {number} */ value, /** @type {import("../types.d.ts").Tree} */ words) =>
      node("span", {}, node("b", {}, numberWords(value, stage)), " ", textInline(words, stage));
    const box = node(
      "div",
      { class: "slider place untouched" },
      readout,
      input,
      node("div", { class: "ends", "aria-hidden": "true" }, end(ends.from, low), end(ends.to, high)),
    );
    // A sum of steps such as .1 has more decimals than anybody chose.
    const value = () => Number(input.valueAsNumber.toPrecision(15));
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
  },
  words: (item, answer, stage) => quantityNode(answer, item, stage),
  looks: sliderLooks,
};
