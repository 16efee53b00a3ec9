// A list to choose from beside each option.
import { node } from "../shared/dom.js";
import { textInline } from "../view/text.js";

/**
 * @param {import("../types.d.ts").ItemView} item
 * @param {string} none what stands there before anything is chosen
 * @param {() => HTMLOptionElement[]} choices
 * @param {import("../types.d.ts").Stage} stage
 */
export function selectRows(item, none, choices, stage) {
  return item.options.map((option) => {
    const words = stage.id();
    const select = node(
      "select",
      { "data-option": option.id, "aria-labelledby": words },
      node("option", { value: "", dir: "auto" }, none),
      choices(),
    );
    const row = node(
      "div",
      { class: "share place" },
      node("div", { id: words }, textInline(option.text, stage)),
      select,
    );
    return { option, select, row };
  });
}
