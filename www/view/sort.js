// Putting statements into groups: a group for each, chosen from a list.
import { node } from "./dom.js";
import { textInline, textPlain, voice } from "./text.js";

/** @param {import("../types.d.ts").ItemView} item @param {import("../types.d.ts").Stage} stage @returns {import("../types.d.ts").Fields} */
export function sortFields(item, stage) {
  const { say } = stage;
  const rows = item.options.map((option) => {
    const words = stage.id();
    const select = node("select", { "data-option": option.id, "aria-labelledby": words },
      node("option", { value: "", dir: "auto" }, say("group-none")),
      item.groups.map(({ id, text }) => node("option", { value: id, ...voice(text, stage) }, textPlain(text))));
    const row = node("div", { class: "share place" }, node("div", { id: words }, textInline(option.text, stage)), select);
    return { option, select, row };
  });
  return {
    ask: say("ask-sort"),
    how: "",
    nodes: rows.map(({ row }) => row),
    read() {
      const open = rows.filter(({ select }) => !select.value);
      if (open.length) return { problem: say("group-all", { count: open.length }), at: open[0].select };
      return { answer: Object.fromEntries(rows.map(({ option, select }) => [option.id, select.value])) };
    },
  };
}
