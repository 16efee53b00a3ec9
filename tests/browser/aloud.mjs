// What a screen reader says to a screen, from its beginning to its end. A virtual one, which knows the standards and no
// browser's habits; it does not look into shadow trees, so it is given the screen as it is drawn, in one tree.

/** @typedef {import('./rig.mjs').Rig} Rig */

/** Runs in the page. @param {string} host @param {string} address @returns {Promise<string[]>} */
async function readAloud(host, address) {
  const { virtual } = await import(address);
  const shown = document.querySelector(host);
  const root = shown?.shadowRoot;
  if (!shown || !root) throw new Error(`there is no ${host}`);

  /** The tree as it is drawn: with what stands in slots, and without the borders of shadow trees. @param {Node} node @returns {Node[]} */
  const drawn = (node) => {
    if (node instanceof HTMLSlotElement) {
      const given = node.assignedNodes();
      return (given.length ? given : [...node.childNodes]).flatMap(drawn);
    }
    const copy = node.cloneNode();
    const inner = (node instanceof Element && node.shadowRoot) || node;
    const folded = node instanceof HTMLDetailsElement && !node.open;
    const parts = [...inner.childNodes].filter((part) => !folded || part.nodeName === "SUMMARY");
    if (copy instanceof Element) copy.append(...parts.flatMap(drawn));
    return [copy];
  };
  const sheets = document.adoptedStyleSheets;
  const room = document.createElement("div");
  room.role = "document";
  room.append(...[...root.childNodes].flatMap(drawn));
  document.adoptedStyleSheets = root.adoptedStyleSheets;
  document.body.append(room);
  await virtual.start({ container: room });
  for (let steps = 0; (await virtual.lastSpokenPhrase()) !== "end of document"; steps += 1) {
    if (steps > 4000) throw new Error("the reading comes to no end");
    await virtual.next();
  }
  const phrases = await virtual.spokenPhraseLog();
  await virtual.stop();
  room.remove();
  document.adoptedStyleSheets = sheets;
  return phrases;
}

/**
 * The phrases for what an element shows.
 * @param {Rig} rig
 * @param {string} host
 * @returns {Promise<string[]>}
 */
export const aloud = (rig, host) => rig.later(readAloud, host, "/__metier-aloud.js");
