// How good each option would be, on a scale for each.
import { node, unseen } from "../shared/dom.js";
import { textInline, textPlain } from "../view/text.js";
import { eachMark, markedWords } from "./answer.js";
import { chosenValue, scaleRow } from "./scale.js";

/** @type {import("../types.d.ts").Kind<Record<string, number>>} */
export const judge = {
  draw(item, stage) {
    const { say } = stage;
    const [low, high] = item.anchors.map(textPlain);
    const scales = item.options.map((option) => ({ option, ...scaleRow(item, stage, 1) }));
    return {
      how: say("how-judge"),
      // No legend: where a fieldset is not yet laid out as a grid, its legend cannot stand beside the scale.
      nodes: scales.map(({ option, row }) => {
        const words = stage.id();
        return node(
          "fieldset",
          { "data-option": option.id, "aria-labelledby": words },
          node(
            "div",
            { class: "rated place" },
            node(
              "div",
              { id: words },
              textInline(option.text, stage),
              low !== undefined && unseen(` ${say("scale-ends", { low, high, points: item.points })}`),
            ),
            row,
          ),
        );
      }),
      read() {
        const unrated = scales.filter(({ inputs }) => Number.isNaN(chosenValue(inputs)));
        if (unrated.length) return { problem: say("rate-all", { count: unrated.length }), at: unrated[0].inputs[0] };
        return { answer: Object.fromEntries(scales.map(({ option, inputs }) => [option.id, chosenValue(inputs)])) };
      },
    };
  },
  marks: ({ points }, answer, { say }) => eachMark(answer, (n) => say("rated", { n, points })),
  words: markedWords,
};
