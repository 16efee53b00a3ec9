// Best and worst: two choices, each a group of radios named for what is chosen, drawn together as one row an option.
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";
import { markedWords } from "./answer.js";

const sides = /** @type {const} */ (["best", "worst"]);

/** @type {import("../types.d.ts").Kind<{ best: string, worst: string }>} */
export const bestWorst = {
  draw(item, stage) {
    const { say } = stage;
    const { instruction, options } = item;
    const group = stage.id();
    const texts = options.map(({ text }) => node("div", { id: stage.id(), class: "told" }, textInline(text, stage)));
    const radios = sides.map((side) =>
      options.map(({ id }, index) =>
        node("input", { type: "radio", name: `${group}-${side}`, value: id, "aria-labelledby": texts[index].id }),
      ),
    );
    const groups = sides.map((side, at) => {
      const name = say(`${side}-${instruction}`);
      return node(
        "div",
        { class: "side", role: "radiogroup", "aria-label": name },
        options.map((_, index) => {
          const cell = node("label", { class: `cell ${side}` }, radios[at][index], node("span", {}, name));
          // The groups share a grid, in which each option has three rows: the narrower the page, the more are used.
          for (const one of [texts[index], cell]) one.style.setProperty("--at", String(3 * index + 1));
          return [at === 0 && texts[index], cell];
        }),
      );
    });
    const chosen = (/** @type {0 | 1} */ at) => radios[at].find(({ checked }) => checked);
    return {
      how: say(`how-best-worst-${instruction}`),
      nodes: [node("div", { class: "sides place" }, groups)],
      read() {
        const [best, worst] = [chosen(0), chosen(1)];
        if (!best) return { problem: say(`pick-best-${instruction}`), at: radios[0][0] };
        if (!worst) return { problem: say(`pick-worst-${instruction}`), at: radios[1][0] };
        if (best.value === worst.value) return { problem: say("pick-two"), at: worst };
        return { answer: { best: best.value, worst: worst.value } };
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
