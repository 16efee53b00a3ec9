// The fields of the form: native inputs with their labels, each with a place for what is wrong with what stands in it.
import { node } from "../shared/dom.js";

/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {HTMLInputElement | HTMLSelectElement} Input */

/** The id of a field by its name. @param {string} name */
export const idOf = (name) => `choose-${name}`;

/** @param {string} name @param {Child} label @param {Input} input @param {Child} [hint] @param {Child} [beside] */
function field(name, label, input, hint, beside) {
  const described = `${idOf(name)}-hint`;
  input.id = idOf(name);
  input.name = name;
  input.autocomplete = "off";
  input.setAttribute("aria-describedby", described);
  return node(
    "div",
    { class: "field", "data-field": name },
    node("label", { for: input.id }, label),
    beside ? node("div", { class: "beside" }, input, beside) : input,
    node("p", { class: "small", id: described }, hint),
  );
}

/** @param {string} name @param {Child} label @param {[value: string, label: string][]} options @param {string} chosen */
export function selectField(name, label, options, chosen) {
  const select = node(
    "select",
    {},
    options.map(([value, words]) => node("option", { value, selected: value === chosen }, words)),
  );
  return field(name, label, select);
}

/** @param {string} name @param {Child} label @param {string} value @param {Child} [hint] @param {"url" | "text"} [type] */
export function textField(name, label, value, hint, type = "text") {
  return field(name, label, node("input", { type, value, spellcheck: "false" }), hint);
}

/** A colour: as digits, or from the browser's own picker. @param {string} name @param {Child} label @param {string} shown @param {string} pick @param {Child} hint */
export function colourField(name, label, shown, pick, hint) {
  const picker = node("input", { type: "color", value: shown, "aria-label": pick, "data-picks": name });
  const digits = node("input", { type: "text", spellcheck: "false", maxlength: 7 });
  return field(name, label, digits, hint, picker);
}

/** @param {string} name @param {Child} label */
export function tickField(name, label) {
  const input = node("input", { type: "checkbox", id: idOf(name), name, autocomplete: "off" });
  return node("label", { class: "tick", "data-field": name }, input, node("span", {}, label));
}

/** Says beside a field what is wrong with it, or what it is for. @param {HTMLFormElement} form @param {string} name @param {boolean} wrong @param {string} words */
export function remark(form, name, wrong, words) {
  const hint = form.querySelector(`#${idOf(name)}-hint`);
  const input = form.querySelector(`#${idOf(name)}`);
  if (hint && hint.textContent !== words) hint.textContent = words;
  hint?.classList.toggle("wrong", wrong);
  input?.setAttribute("aria-invalid", String(wrong));
}
