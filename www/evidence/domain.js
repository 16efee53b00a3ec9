// A checklist of the market that somebody wants to work in. It says how much they have done there and what comes next, and
// is never mixed into skills or roles. The ticks stay in this tab.
import { node } from "../shared/dom.js";
import { isOff } from "./kept.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./document.js").Domain} Domain */

const key = `metier-domain ${new URL("../", import.meta.url).pathname}`;
/** From how many ticks on each of the sentences holds. */
const bands = /** @type {const} */ ([
  [8, "many"],
  [4, "some"],
  [0, "few"],
]);

/** Which of the three sentences is for so many ticks. @param {number} count */
export function bandOfTicks(count) {
  return bands.find(([from]) => count >= from)?.[1] ?? "few";
}

/** @returns {unknown[]} */
function keptTicks() {
  try {
    const ticks = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(ticks) ? ticks : [];
  } catch {
    return [];
  }
}

/** @param {string[]} ticks */
function keepTicks(ticks) {
  try {
    if (ticks.length === 0 || isOff()) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(ticks));
  } catch {
    // Storage is switched off or full: they are there as long as the page.
  }
}

/**
 * @param {Domain} domain
 * @param {number | null} level of its heading; null: it stands under one
 * @param {Say} say
 */
export function domainPart(domain, level, say) {
  const before = keptTicks();
  const boxes = domain.items.map(({ id }) =>
    node("input", { type: "checkbox", value: id, checked: before.includes(id) }),
  );
  const count = node("p", { class: "count" });
  const advice = node("p", {});
  const told = node("div", { role: "status" }, count, advice);
  const draw = () => {
    const ticks = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    count.textContent = say("domain-count", { count: ticks.length, all: boxes.length });
    // Before the first tick there is nothing to say of the person.
    advice.textContent = ticks.length ? domain[bandOfTicks(ticks.length)] : "";
    return ticks;
  };
  const groups = domain.groups.map(({ id, name }) =>
    node(
      "fieldset",
      { "aria-labelledby": `domain-${id}` },
      node("legend", { id: `domain-${id}` }, name),
      domain.items.map(
        (item, index) =>
          item.group === id && node("label", { class: "tick" }, boxes[index], node("span", {}, item.text)),
      ),
    ),
  );
  const part = node(
    level === null ? "div" : "section",
    { class: "domain", "data-part": "domain", "aria-labelledby": level !== null && "domain-title" },
    level !== null && node(/** @type {"h2"} */ (`h${level}`), { id: "domain-title" }, domain.heading),
    node("p", {}, domain.intro),
    groups,
    told,
    node("p", { class: "hint" }, say(isOff() ? "domain-where-off" : "domain-where")),
  );
  part.addEventListener("change", () => keepTicks(draw()));
  draw();
  return part;
}
