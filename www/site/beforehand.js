// What is shown with the result of the quiz about roles is loaded before its first question, so that nothing is requested
// after it; where it does not come, the result is there all the same.

/** Of which quiz of ours it is known before its end that roles will be told. */
const wanted = "roles";

/**
 * Begins to load once that quiz is ready, for each place where it stands.
 * @template {Record<string, Promise<unknown>>} T
 * @param {() => T} begin
 * @returns {WeakMap<EventTarget, T>} what is coming, or there
 */
export function beforehand(begin) {
  /** @type {WeakMap<EventTarget, T>} */
  const coming = new WeakMap();
  document.addEventListener("metier-ready", (event) => {
    const { target, detail } = /** @type {CustomEvent<{ quiz: string }>} */ (event);
    if (!target || detail.quiz !== wanted || coming.has(target)) return;
    const parts = begin();
    // Whoever waits for a part hears of its failure.
    for (const part of Object.values(parts)) part.catch(() => {});
    coming.set(target, parts);
  });
  return coming;
}
