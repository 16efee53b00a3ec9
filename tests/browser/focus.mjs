// The way of the focus through a page by Tab, and whether what has it can be seen.
import { Key } from "selenium-webdriver";

/** @typedef {import('./rig.mjs').Rig} Rig */
/** @typedef {{ name: string, within: boolean, page: boolean, seen: boolean, over: string }} Stop within the element, on the page at all, in sight */

/** Runs in the page. @param {string} host @returns {Stop} */
function look(host) {
  const root = document.querySelector(host)?.shadowRoot;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const page = Boolean(active && active !== document.body && active !== document.documentElement);
  const within = Boolean(active && (root?.contains(active) || active.closest("[slot]")?.assignedSlot));
  if (!active || !page) return { name: "nothing", within, page, seen: true, over: "" };
  // A radio or checkbox may be drawn by its label.
  const labels = /** @type {HTMLInputElement} */ (active).labels;
  const drawn = [active, ...(labels ?? [])];
  const scope = /** @type {Document | ShadowRoot} */ (active.getRootNode());
  let over = "the edge of the window";
  const seen = drawn.some((node) =>
    [...node.getClientRects()].some((box) =>
      [0.1, 0.5, 0.9].some((down) =>
        [0.1, 0.5, 0.9].some((along) => {
          const hit = scope.elementFromPoint(box.left + box.width * along, box.top + box.height * down);
          if (hit && drawn.some((one) => one.contains(hit) || hit.contains(active))) return true;
          if (hit) over = hit.outerHTML.replaceAll(/\s+/g, " ").slice(0, 100);
          return false;
        }),
      ),
    ),
  );
  return { name: active.outerHTML.replaceAll(/\s+/g, " ").slice(0, 120), within, page, seen, over };
}

/** Where the focus is. @param {Rig} rig @param {string} host */
export const stop = (rig, host) => rig.run(look, host);

/** @param {Rig} rig @param {...string} keys pressed together */
export async function type(rig, ...keys) {
  const actions = rig.driver.actions({ async: true });
  for (const key of keys) actions.keyDown(key);
  for (const key of keys.toReversed()) actions.keyUp(key);
  await actions.perform();
}

/**
 * Tabs on until the focus has left the element, and gives the stops within it.
 * @param {Rig} rig
 * @param {string} host
 * @param {boolean} [back] against the order of the page
 * @returns {Promise<Stop[]>}
 */
export async function through(rig, host, back = false) {
  const stops = [];
  for (let turn = 0; turn < 120; turn += 1) {
    await (back ? type(rig, Key.SHIFT, Key.TAB) : type(rig, Key.TAB));
    const now = await stop(rig, host);
    if (!now.within) return stops;
    stops.push(now);
  }
  throw new Error(
    `Tab does not lead out of ${host}; the last stops were\n${stops
      .slice(-6)
      .map(({ name }) => name)
      .join("\n")}`,
  );
}
