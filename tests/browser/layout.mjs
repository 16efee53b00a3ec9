// What a narrow window or large letters do to a page: nothing reaches beyond its edge, no word is cut or covered by
// another, no target lies over another.

/** @typedef {import('./rig.mjs').Rig} Rig */
/** @typedef {import('./reasons.mjs').Finding} Finding */

/** Runs in the page. @returns {Finding[]} */
function look() {
  const width = document.documentElement.clientWidth;
  /** @type {Finding[]} */
  const found = [];
  const short = (/** @type {Element} */ node) => node.outerHTML.replaceAll(/\s+/g, " ").slice(0, 120);
  const parent = (/** @type {Element} */ node) =>
    node.assignedSlot ??
    node.parentElement ??
    /** @type {ShadowRoot | null} */ (node.getRootNode() instanceof ShadowRoot ? node.getRootNode() : null)?.host ??
    null;
  const lineage = (/** @type {Element | null} */ node) => {
    const all = [];
    for (let one = node; one; one = parent(one)) all.push(one);
    return all;
  };
  const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const styles = new Map();
  const style = (/** @type {Element} */ node) => {
    if (!styles.has(node)) styles.set(node, getComputedStyle(node));
    return /** @type {CSSStyleDeclaration} */ (styles.get(node));
  };
  const forTheEar = (/** @type {Element} */ node) =>
    style(node).clipPath !== "none" || (node.clientWidth === 1 && node.clientHeight === 1);
  const scrolls = (/** @type {Element} */ node) =>
    /auto|scroll/.test(style(node).overflowX) && node !== document.documentElement;
  const rolls = (/** @type {Element} */ node) =>
    /auto|scroll/.test(style(node).overflowY) && node !== document.documentElement && node !== document.body;
  const stays = (/** @type {Element} */ node) => /fixed|sticky/.test(style(node).position);

  if (document.documentElement.scrollWidth > width)
    found.push({ rule: "overflow", where: `the page is ${document.documentElement.scrollWidth} wide in ${width}` });

  /** @type {{ text: Text, box: DOMRect, floats: boolean, formula: boolean }[]} */
  const lines = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root === document ? document.body : root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const holder = text.parentElement;
      if (
        !text.textContent?.trim() ||
        !holder ||
        !holder.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })
      )
        continue;
      if (holder.matches("option, title, script, style, noscript, textarea")) continue;
      const above = lineage(holder);
      if (above.some(forTheEar)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      // What is scrolled out of a box of its own can be scrolled into it.
      const rollers = above.filter(rolls).map((node) => node.getBoundingClientRect());
      const boxes = [...range.getClientRects()].filter(
        (box) =>
          box.width > 1 && box.height > 1 && rollers.every((room) => box.bottom <= room.bottom && box.top >= room.top),
      );
      const cutter = above.find(
        (node) =>
          /hidden|clip/.test(style(node).overflowX) && node !== document.body && node !== document.documentElement,
      );
      const frame = cutter?.getBoundingClientRect();
      const free = above.some(scrolls);
      for (const box of boxes) {
        const beyond = frame && (box.left < frame.left - 1 || box.right > frame.right + 1);
        // Said by three dots, at the end of a line or of the last line.
        const dots = cutter && (style(cutter).textOverflow === "ellipsis" || style(cutter).webkitLineClamp !== "none");
        if (dots && frame && (beyond || box.bottom > frame.bottom + 1)) {
          found.push({ rule: "shortened", where: text.textContent.trim().slice(0, 60) });
          continue;
        }
        if (!free && (box.left < -1 || box.right > width + 1))
          found.push({
            rule: "word",
            where: `“${text.textContent.trim().slice(0, 60)}” reaches from ${Math.round(box.left)} to ${Math.round(box.right)} in ${width}`,
          });
        else if (beyond && !free)
          found.push({
            rule: "word",
            where: `“${text.textContent.trim().slice(0, 60)}” is cut by ${short(/** @type {Element} */ (cutter))}`,
          });
        lines.push({
          text: /** @type {Text} */ (text),
          box,
          floats: above.some(stays),
          formula: holder.closest("math") !== null,
        });
      }
    }
  }
  // Letters are lower than their lines: the middle half of each line has to be its own. Signs in formulas may stand
  // over each other.
  const sorted = lines.filter(({ floats }) => !floats).sort((one, other) => one.box.top - other.box.top);
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length && sorted[next].box.top < one.box.bottom; next += 1) {
      const other = sorted[next];
      if (one.text === other.text || one.formula || other.formula) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high =
        Math.min(one.box.bottom - one.box.height / 4, other.box.bottom - other.box.height / 4) -
        Math.max(one.box.top + one.box.height / 4, other.box.top + other.box.height / 4);
      if (wide > 2 && high > 1)
        found.push({
          rule: "covered",
          where: `“${one.text.textContent?.trim().slice(0, 50)}” and “${other.text.textContent?.trim().slice(0, 50)}” lie over each other`,
        });
    }
  }

  const targets = roots
    .flatMap((root) => [
      .../** @type {NodeListOf<HTMLElement>} */ (
        root.querySelectorAll('button, input, summary, select, textarea, a[href], [tabindex="0"]')
      ),
    ])
    .map((node) =>
      node instanceof HTMLInputElement && /radio|checkbox|file/.test(node.type) ? (node.labels?.[0] ?? node) : node,
    )
    .filter(
      (node) =>
        node.checkVisibility({ checkVisibilityCSS: true }) &&
        !lineage(node).some((one) => stays(one) || forTheEar(one)),
    );
  const boxes = [...new Set(targets)]
    .flatMap((node) => [...node.getClientRects()].map((box) => ({ node, box })))
    .filter(({ box }) => box.width && box.height)
    .sort((one, other) => one.box.top - other.box.top);
  for (const [index, { node, box }] of boxes.entries()) {
    for (let next = index + 1; next < boxes.length && boxes[next].box.top < box.bottom - 1; next += 1) {
      const other = boxes[next];
      if (node.contains(other.node) || other.node.contains(node)) continue;
      if (Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1)
        found.push({ rule: "targets", where: `${short(node)} and ${short(other.node)} lie over each other` });
    }
  }
  return found;
}

/** @param {Rig} rig @param {string} screen @returns {Promise<Finding[]>} */
export async function findings(rig, screen) {
  const found = await rig.run(look);
  return found.map(({ rule, where }) => ({ rule, where: `${screen}: ${where}` }));
}
