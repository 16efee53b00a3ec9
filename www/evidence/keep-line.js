// One line that says where what one writes is kept, with the switches beside it.
import { actionButton, node } from "../shared/dom.js";

/** @typedef {import("./kept.js").Kept} Kept */
/** @typedef {import("../types.d.ts").Say} Say */

/** @param {Kept} kept @param {Say} say @param {boolean} ask whether keeping on this device is offered here */
function switches({ state: { where, damaged } }, say, ask) {
  const turn = (/** @type {string} */ action, /** @type {import("../types.d.ts").Key} */ key) =>
    actionButton(action, say(key), { class: "link" });
  const keep = ask && turn("evidence-keep", damaged ? "evidence-replace" : "evidence-keep");
  if (where === "device") return [turn("evidence-delete", "evidence-delete")];
  return [where === "off" ? turn("evidence-on", "evidence-on") : turn("evidence-off", "evidence-off"), keep];
}

/**
 * @param {Kept} kept
 * @param {Say} say
 * @param {boolean} ask
 */
export function keepLine(kept, say, ask) {
  const words = node("p", { role: "status" });
  const actions = node("div", { class: "actions" });
  const box = node("div", { class: "keep" }, words, actions);
  let drawn = "";
  const draw = () => {
    const { where, refused, damaged } = kept.state;
    const state = [where, refused, damaged].join(" ");
    if (state === drawn) return;
    drawn = state;
    const sentence = say(refused ? "evidence-refused" : `evidence-where-${where}`);
    words.replaceChildren(damaged ? `${sentence} ${say("evidence-damaged")}` : sentence);
    const focused = actions.contains(document.activeElement);
    actions.replaceChildren(...switches(kept, say, ask).filter((one) => one !== false));
    if (focused) actions.querySelector("button")?.focus();
  };
  box.addEventListener("click", ({ target }) => {
    const action = /** @type {Element} */ (target).closest("button")?.dataset.action;
    if (action === "evidence-off" || action === "evidence-on") kept.turn(action === "evidence-off");
    else if (action === "evidence-keep" || action === "evidence-delete") kept.keep(action === "evidence-keep");
    draw();
  });
  draw();
  return { box, draw };
}
