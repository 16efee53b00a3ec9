// Below the result of the quiz about roles: a line of evidence, and the checklist of a market. What draws them is loaded
// before the first question, so that nothing is requested after it; where it does not come, the result is there all the
// same.
import { bring, imported } from "../shared/fetch.js";

/** @typedef {typeof import("../evidence/on-result.js")} OnResult */
/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {{ file: Promise<OnResult>, text: Promise<string> }} Coming */

/** Whose result it is. */
const wanted = "roles";
/** @type {WeakMap<EventTarget, Coming>} */
const coming = new WeakMap();

document.addEventListener("metier-ready", (event) => {
  const { target, detail } = /** @type {CustomEvent<{ quiz: string }>} */ (event);
  if (!target || detail.quiz !== wanted || coming.has(target)) return;
  const file = imported(new URL("../evidence/on-result.js", import.meta.url));
  const text = bring(new URL("../roles/evidence.json", import.meta.url)).then((blob) => blob.text());
  for (const one of [file, text]) one.catch(() => {});
  coming.set(target, { file, text });
});

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
