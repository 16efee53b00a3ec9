// Sharing out points: a number for each option, with a button for one less and one for one more.
import { node } from "../shared/dom.js";
import { textInline, textPlain } from "../view/text.js";
import { eachMark, markedWords } from "./answer.js";
import { asciiDigits } from "./digits.js";

/**
 * The digits of any script that stand in a field, as a whole number; 0 where nothing does.
 * @param {HTMLInputElement} input
 */
function pointsIn({ value }) {
  const digits = asciiDigits(value);
  return /^\d{0,4}$/.test(digits) ? Number(digits) : Number.NaN;
}

/** @type {import("../types.d.ts").Kind<Record<string, number>>} */
export const allocate = {
  draw(item, stage) {
    const { say } = stage;
    const { total } = item;
    const left = node("p", { class: "left" });
    const rows = item.options.map((option) => {
      const words = stage.id();
      // No number field: in those a turn of the wheel changes the number in place of scrolling the page.
      const input = node("input", {
        type: "text",
        inputmode: "numeric",
        autocomplete: "off",
        maxlength: 4,
        value: 0,
        "data-option": option.id,
        "aria-labelledby": words,
      });
      const step = (/** @type {1 | -1} */ by) => {
        const label = say(by < 0 ? "one-less" : "one-more", { option: textPlain(option.text) });
        const button = node("button", { type: "button", "aria-label": label }, by < 0 ? "−" : "+");
        button.addEventListener("click", () => {
          const value = pointsIn(input) || 0;
          if (value + by < 0 || spare() < by) return;
          input.value = String(value + by);
          input.dispatchEvent(new Event("input", { bubbles: true }));
        });
        return button;
      };
      const row = node(
        "div",
        { class: "share place" },
        node("div", { id: words }, textInline(option.text, stage)),
        node("div", { class: "stepper" }, step(-1), input, step(1)),
      );
      row.addEventListener("input", () => {
        left.textContent = leftWords();
        stage.tell(left.textContent);
      });
      return { option, input, row };
    });
    const spare = () => total - rows.reduce((sum, { input }) => sum + (pointsIn(input) || 0), 0);
    const leftWords = () => {
      const count = spare();
      return count < 0 ? say("share-over", { count: -count }) : say("share-left", { count, total });
    };
    left.textContent = leftWords();
    return {
      how: say(`how-allocate-${item.instruction}`, { count: total }),
      nodes: [left, ...rows.map(({ row }) => row)],
      read() {
        const odd = rows.find(({ input }) => !(pointsIn(input) <= total));
        if (odd) return { problem: say("share-whole", { total }), at: odd.input };
        if (spare()) return { problem: leftWords(), at: rows[0].input };
        return { answer: Object.fromEntries(rows.map(({ option, input }) => [option.id, pointsIn(input)])) };
      },
    };
  },
  marks: (_, answer, { say }) => eachMark(answer, (count) => say("points", { n: count, count })),
  words: markedWords,
  looks: () => `
.stepper { display: flex; gap: .25em; }
.stepper button { font-size: 1.15em; padding: 0; }
.stepper input {
  appearance: textfield; background: none; border: 1px solid var(--edge); border-radius: var(--radius); color: inherit;
  inline-size: 3.4em; min-block-size: var(--target); min-inline-size: 0; text-align: center;
}
.left {
  background: var(--surface); font-weight: 600; inset-block-start: 0; margin: 0; padding-block: .5em; position: sticky;
}
@container (max-width: 34em) { .stepper { justify-content: end; } }
`,
};
