// The names by which a browser tells assistive technology what there is on a page.

/**
 * @typedef {{ nodeId: string, ignored: boolean, role?: { value: string }, name?: { value: string }, childIds?: string[] }} Node
 * @typedef {{ role: string, name: string, radios: number }} Named radios: how many choices are in it
 */

/** Text has no name but itself. */
const TEXT = new Set(["StaticText", "InlineTextBox", "paragraph", "RootWebArea", "ListMarker", "LineBreak"]);

/** All that has a name, by Chromium's own tree. @param {import('./rig.mjs').Rig} rig @returns {Promise<Named[]>} */
export async function names(rig) {
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (rig.driver);
  const { nodes } = /** @type {{ nodes: Node[] }} */ (
    /** @type {unknown} */ (await driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {}))
  );
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @param {Node | undefined} node @returns {number} */
  const radios = (node) =>
    node?.role?.value === "radio" ? 1 : (node?.childIds ?? []).reduce((sum, id) => sum + radios(byId.get(id)), 0);
  return nodes
    .filter(({ ignored, role, name }) => !ignored && name?.value && !TEXT.has(String(role?.value)))
    .map((node) => ({ role: String(node.role?.value), name: String(node.name?.value), radios: radios(node) }));
}
