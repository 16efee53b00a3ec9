// Putting statements into groups: a group for each, chosen from a list.
import { node } from "../shared/dom.js";
import { textInline, textPlain, voice } from "../view/text.js";
import { selectRows } from "./select-rows.js";

/** @type {import("../types.d.ts").Kind<Record<string, string>>} */
export const sort = {
  draw(item, stage) {
    const { say } = stage;
    const groups = () =>
      item.groups.map(({ id, text }) => node("option", { value: id, ...voice(text, stage) }, textPlain(text)));
    const rows = selectRows(item, say("group-none"), groups, stage);
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
