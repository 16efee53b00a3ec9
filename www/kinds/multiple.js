// Several options of a list.
import { textStart } from "../view/text.js";
import { chosenMarks, chosenWords } from "./answer.js";
import { choiceList } from "./choice-list.js";

/** How many to choose. @param {import("../types.d.ts").ItemView} item @param {import("../types.d.ts").Stage} stage */
function howMany({ min, max, options }, { say }) {
  if (min === max) return say("how-exactly", { count: max });
  if (max < options.filter(({ exclusive }) => !exclusive).length) {
    return min > 1 ? say("how-between", { min, max }) : say("how-most", { count: max });
  }
  return min > 1 ? say("how-least", { count: min }) : say("how-multiple");
}

/** @type {import("../types.d.ts").Kind<string[]>} */
export const multiple = {
  draw(item, stage) {
    const { say } = stage;
    const { options, min, max } = item;
    const { inputs, nodes, chosen } = choiceList(options, "checkbox", stage);
    // "None of these" takes the others away, and any other takes it away.
    inputs.forEach((changed, at) =>
      changed.addEventListener("change", () => {
        if (!changed.checked) return;
        inputs.forEach((input, index) => {
          if (index !== at && (options[at].exclusive || options[index].exclusive)) input.checked = false;
        });
      }),
    );
    const alone = options.filter(({ exclusive }) => exclusive);
    return {
      how: [
        howMany(item, stage),
        alone.map(({ text }) => [" ", say.parts("how-alone", { option: textStart(text, stage) })]),
      ],
      nodes,
      read() {
        const answer = chosen();
        const [at] = inputs;
        if (alone.some(({ id }) => id === answer[0])) return { answer };
        if (answer.length < min) return { problem: say("choose-least", { count: min }), at };
        if (answer.length > max) return { problem: say("choose-most", { count: max, n: answer.length }), at };
        return { answer };
      },
    };
  },
  marks: chosenMarks,
  words: chosenWords,
};
