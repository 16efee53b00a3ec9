// Putting options in order: a place for each, chosen from a list.
import { node } from "../shared/dom.js";
import { textInline, textPlain } from "../view/text.js";
import { selectRows } from "./select-rows.js";

/** @type {import("../types.d.ts").Kind<string[]>} */
export const rank = {
  draw(item, stage) {
    const { say } = stage;
    const places = () => item.options.map((_, index) => node("option", { value: index + 1 }, say.whole(index + 1)));
    const rows = selectRows(item, say("place-none"), places, stage).map((row) => ({ ...row, place: "", before: "" }));
    /** The one that was changed last. @type {typeof rows[number] | null} */
    let last = null;
    for (const row of rows) {
      row.select.addEventListener("input", () => {
        const { value } = row.select;
        const others = rows.filter((one) => one !== row);
        // A draft sets all at once, and tells of the first alone.
        const chosenAgain = others.some(({ select, place }) => select.value !== place);
        if (!chosenAgain) {
          // Arrows lead through the places of a list: each counts from where all stood before the first of them.
          if (row !== last) for (const one of rows) one.before = one.place;
          for (const one of others) one.select.value = value && one.before === value ? row.before : one.before;
          const moved = others.filter(({ select, place }) => select.value !== place);
          const told = moved.map(({ select, option }) =>
            say(select.value ? "place-moved" : "place-lost", {
              n: Number(select.value),
              option: textPlain(option.text),
            }),
          );
          if (told.length) stage.tell(told.join(" "));
        }
        last = chosenAgain ? null : row;
        for (const one of rows) one.place = one.select.value;
      });
    }
    return {
      how: say(`how-rank-${item.instruction}`),
      nodes: rows.map(({ row }) => row),
      read() {
        const open = rows.filter(({ select }) => !select.value);
        if (open.length) return { problem: say("place-all", { count: open.length }), at: open[0].select };
        const sorted = [...rows].sort((a, b) => Number(a.select.value) - Number(b.select.value));
        return { answer: sorted.map(({ option }) => option.id) };
      },
    };
  },
  marks: (_, answer, { say }) => new Map(answer.map((id, index) => [id, say("place", { n: index + 1 })])),
  words: ({ options }, answer, stage) =>
    node(
      "ol",
      {},
      answer.map((wanted) =>
        node(
          "li",
          {},
          options.filter(({ id }) => id === wanted).map(({ text }) => textInline(text, stage)),
        ),
      ),
    ),
};
