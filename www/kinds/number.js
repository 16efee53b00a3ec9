// A number, written as people write numbers.
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";
import { numberWords, quantityNode, readNumber } from "./quantity.js";

/** No number is taken beyond this, on either side of 0. */
const furthest = 1e12;

/** @type {import("../types.d.ts").Kind<number>} */
export const number = {
  draw(item, stage) {
    const { say } = stage;
    const { low, high, unit } = item;
    const id = stage.id();
    const input = node("input", {
      id,
      class: "typed",
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: 40,
      dir: "ltr",
    });
    const bounds = { low: numberWords(low ?? -furthest, stage), high: numberWords(high ?? furthest, stage) };
    const range = () =>
      say(
        low === null && high !== null
          ? "number-most"
          : high === null && low !== null
            ? "number-least"
            : "number-between",
        bounds,
      );
    return {
      ask: low === null && high === null ? say("ask-number") : range(),
      how: "",
      nodes: [
        node(
          "div",
          { class: "amount place" },
          node("label", { for: id }, say("your-number")),
          node("div", { class: "typing" }, input, unit && node("label", { for: id }, textInline(unit, stage))),
        ),
      ],
      read() {
        const at = input;
        if (!input.value.trim()) return { problem: say("number-missing"), at };
        const within = (/** @type {number} */ number) => number >= (low ?? -furthest) && number <= (high ?? furthest);
        const answer = readNumber(input.value, within);
        if (typeof answer === "object") return { problem: say("number-two-ways", answer), at };
        if (Number.isNaN(answer)) return { problem: say("number-odd"), at };
        if (!within(answer)) return { problem: range(), at };
        // No more decimals are read anywhere.
        return { answer: Number(answer.toFixed(37)) };
      },
    };
  },
  words: (item, answer, stage) => quantityNode(answer, item, stage),
  looks: () => `
.amount { display: grid; gap: .3em; }
.typing { align-items: center; display: flex; flex-wrap: wrap; gap: .7em; }
.typing .typed { inline-size: 9em; }
`,
};
