// Making nodes. Text only ever enters as text: there is no way in here for markup, style or script.

/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {import("../types.d.ts").Attributes} Attributes */

/**
 * @template {Element} T
 * @param {T} element
 * @param {Attributes} attributes null, undefined and false leave an attribute out
 * @param {Child[]} children
 */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

/** @param {Element} element @param {Child} child */
function append(element, child) {
  if (Array.isArray(child)) for (const one of child) append(element, one);
  else if (child) element.append(child);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 */
export function node(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 */
export function svgNode(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** Several things with something between them. @param {string} mark @param {Child[]} children @returns {Child} */
export function between(mark, children) {
  return children.map((child, index) => [index > 0 && mark, child]);
}

/**
 * A heading `depth` levels below the element's own.
 * @param {{ heading: number }} stage
 * @param {number} depth
 * @param {Child[]} children
 */
export function headingNode(stage, depth, ...children) {
  const tag = /** @type {"h2"} */ (`h${Math.min(6, stage.heading + depth)}`);
  return node(tag, { class: `h${depth}`, tabindex: depth ? null : -1 }, ...children);
}

/**
 * The player listens for `data-action` in one place.
 * @param {string} action
 * @param {Child} label
 * @param {Attributes} [attributes]
 */
export function actionButton(action, label, attributes = {}) {
  return node("button", { type: "button", "data-action": action, ...attributes }, label);
}

/** @param {Child} summary @param {Child[]} children */
export function disclosure(summary, ...children) {
  return node("details", {}, node("summary", {}, summary), ...children);
}

/** Words for people who listen. @param {Child[]} children */
export function unseen(...children) {
  return node("span", { class: "unseen" }, ...children);
}

/**
 * On a narrow page the rows become blocks, which in some browsers are no table any more: so the roles are
 * spelled out, and each cell carries its head.
 * @param {Child} caption
 * @param {string[]} heads
 * @param {Child[][]} rows the first cell of each is its header
 */
export function tableNode(caption, heads, rows) {
  return node(
    "table",
    { role: "table" },
    node("caption", {}, caption),
    node(
      "thead",
      { role: "rowgroup" },
      node(
        "tr",
        { role: "row" },
        heads.map((head) => node("th", { role: "columnheader", scope: "col" }, head)),
      ),
    ),
    node(
      "tbody",
      { role: "rowgroup" },
      rows.map(([first, ...cells]) =>
        node(
          "tr",
          { role: "row" },
          node("th", { role: "rowheader", scope: "row" }, first),
          cells.map((cell, index) =>
            node("td", { role: "cell", "data-head": heads[index + 1] }, node("div", {}, cell)),
          ),
        ),
      ),
    ),
  );
}

/**
 * Brings what the keyboard has led to into sight, as far from the edges as its style says.
 * @param {Event} event a `focusin`
 */
export function showFocused({ target }) {
  if (target instanceof Element && target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest" });
}
