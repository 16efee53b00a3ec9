// Best and worst: two radios in each option's row.
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";
import { markedWords } from "./answer.js";

/** @type {import("../types.d.ts").Kind<{ best: string, worst: string }>} */
export const bestWorst = {
  draw(item, stage) {
    const { say } = stage;
    const { instruction } = item;
    const group = stage.id();
    const rows = item.options.map(({ id, text }) => {
      const words = stage.id();
      const radio = (/** @type {"best" | "worst"} */ side) => {
        const name = stage.id();
        const input = node("input", {
          type: "radio",
          name: `${group}-${side}`,
          value: id,
          "aria-labelledby": `${name} ${words}`,
        });
        return {
          input,
          cell: node("label", { class: "cell" }, input, node("span", { id: name }, say(`${side}-${instruction}`))),
        };
      };
      const [best, worst] = [radio("best"), radio("worst")];
      const row = node(
        "div",
        { class: "pick place" },
        node("div", { id: words }, textInline(text, stage)),
        node("div", { class: "cells" }, best.cell, worst.cell),
      );
      return { row, best: best.input, worst: worst.input };
    });
    return {
      how: say(`how-best-worst-${instruction}`),
      nodes: rows.map(({ row }) => row),
      read() {
        const best = rows.find((row) => row.best.checked);
        const worst = rows.find((row) => row.worst.checked);
        if (!best) return { problem: say(`pick-best-${instruction}`), at: rows[0].best };
        if (!worst) return { problem: say(`pick-worst-${instruction}`), at: rows[0].worst };
        if (best === worst) return { problem: say("pick-two"), at: worst.worst };
        return { answer: { best: best.best.value, worst: worst.worst.value } };
      },
    };
  },
  marks: ({ instruction }, { best, worst }, { say }) =>
    new Map([
      [best, say(`best-${instruction}`)],
      [worst, say(`worst-${instruction}`)],
    ]),
  words: markedWords,
};
