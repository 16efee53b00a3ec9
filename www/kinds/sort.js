// Putting statements into groups: beside each, the groups to choose from.
import { node } from "../shared/dom.js";
import { textInline, textPlain } from "../view/text.js";

/** @type {import("../types.d.ts").Kind<Record<string, string>>} */
export const sort = {
  draw(item, stage) {
    const { say } = stage;
    const rows = item.options.map((option) => {
      const [words, name] = [stage.id(), stage.id()];
      const inputs = item.groups.map(({ id }) => node("input", { type: "radio", name, value: id }));
      const cells = item.groups.map(({ text }, index) =>
        node("label", { class: "cell" }, inputs[index], node("span", {}, textInline(text, stage))),
      );
      const row = node(
        "div",
        { role: "radiogroup", "data-option": option.id, "aria-labelledby": words },
        node(
          "div",
          { class: "rated place" },
          node("div", { id: words }, textInline(option.text, stage)),
          node("div", { class: "groups" }, cells),
        ),
      );
      return { option, inputs, row };
    });
    const groupOf = (/** @type {HTMLInputElement[]} */ inputs) => inputs.find(({ checked }) => checked)?.value;
    return {
      ask: say("ask-sort"),
      how: "",
      nodes: rows.map(({ row }) => row),
      read() {
        const open = rows.filter(({ inputs }) => groupOf(inputs) === undefined);
        if (open.length) return { problem: say("group-all", { count: open.length }), at: open[0].inputs[0] };
        return { answer: Object.fromEntries(rows.map(({ option, inputs }) => [option.id, String(groupOf(inputs))])) };
      },
    };
  },
  marks({ groups }, answer) {
    const words = new Map(groups.map(({ id, text }) => [id, textPlain(text)]));
    return new Map(Object.entries(answer).map(([id, group]) => [id, String(words.get(group))]));
  },
  words: ({ groups, options }, answer, stage) =>
    groups.map((group) => {
      const within = options.filter(({ id }) => answer[id] === group.id);
      return (
        within.length > 0 && [
          node("b", { class: "block" }, textInline(group.text, stage)),
          node(
            "ul",
            {},
            within.map(({ text }) => node("li", {}, textInline(text, stage))),
          ),
        ]
      );
    }),
};
