// Putting options in order: a place for each, chosen from a list.
import { node } from "./dom.js";
import { textInline, textPlain } from "./text.js";

/** @param {import("../types.d.ts").ItemView} item @param {import("../types.d.ts").Stage} stage @returns {import("../types.d.ts").Fields} */
export function rankFields(item, stage) {
  const { say } = stage;
  const rows = item.options.map((option) => {
    const words = stage.id();
    const select = node("select", { "data-option": option.id, "aria-labelledby": words },
      node("option", { value: "", dir: "auto" }, say("place-none")),
      item.options.map((_, index) => node("option", { value: index + 1 }, say.whole(index + 1))));
    const row = node("div", { class: "share place" }, node("div", { id: words }, textInline(option.text, stage)), select);
    return { option, select, row, place: "" };
  });
  for (const row of rows) {
    row.select.addEventListener("input", () => {
      const { value } = row.select;
      const other = rows.find(({ select }) => value && select !== row.select && select.value === value);
      if (other) {
        other.select.value = row.place;
        stage.tell(say(row.place ? "place-moved" : "place-lost", { n: Number(row.place), option: textPlain(other.option.text) }));
      }
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
}
