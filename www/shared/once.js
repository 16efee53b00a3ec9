// What is loaded once, whoever asks first.

/**
 * Begins to load at the first call; what failed is tried anew the next time.
 * @template T
 * @param {() => Promise<T>} bring
 */
export function makeOnce(bring) {
  /** @type {Promise<T> | null} */
  let coming = null;
  return () => {
    if (!coming) {
      coming = bring();
      coming.catch(() => {
        coming = null;
      });
    }
    return coming;
  };
}
