// How far a statement is true, on one scale. The answer is the place on it, counted from 0.
import { textInline } from "../view/text.js";
import { chosenValue, scaleRow } from "./scale.js";

/** @type {import("../types.d.ts").Kind<number>} */
export const likert = {
  statement: true,
  draw(item, stage) {
    const { inputs, row } = scaleRow(item, stage, 0);
    return {
      how: stage.say("how-likert"),
      nodes: [row],
      read() {
        const answer = chosenValue(inputs);
        return Number.isNaN(answer) ? { problem: stage.say("choose-one"), at: inputs[0] } : { answer };
      },
    };
  },
  words({ anchors, points }, answer, stage) {
    const end = answer === 0 ? anchors[0] : answer === points - 1 ? anchors[1] : null;
    return [stage.say("rated", { n: answer + 1, points }), end && [" (", textInline(end, stage), ")"]];
  },
};
