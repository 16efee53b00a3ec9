// Below the result of the quiz about roles: a line of evidence, and the checklist of a market.
import { bring, imported } from "../shared/fetch.js";
import { beforehand } from "./beforehand.js";

/** @typedef {import("../types.d.ts").FullReport} FullReport */

const begin = () => ({
  /** @type {Promise<typeof import("../evidence/on-result.js")>} */
  file: imported(new URL("../evidence/on-result.js", import.meta.url)),
  text: bring(new URL("../roles/evidence.json", import.meta.url)).then((blob) => blob.text()),
});
const coming = beforehand(begin);

document.addEventListener("metier-complete", async (event) => {
  const { target, detail } = /** @type {CustomEvent<{ report: FullReport }>} */ (event);
  const parts = target && coming.get(target);
  if (!parts || !(target instanceof HTMLElement)) return;
  try {
    const [{ drawOnResult }, text] = await Promise.all([parts.file, parts.text]);
    const record = /** @type {{ toJSON?: () => Omit<import("./store.js").Result, "taken"> | null }} */ (
      target
    ).toJSON?.();
    if (record) drawOnResult(target, record, detail.report, JSON.parse(text));
  } catch {
    // It did not come, or is another version's: there is nothing to add.
  }
});
