// What pages keep, in Node.

/** A browser's storage that may be full, or closed. */
export class Shelf {
  /** @type {Map<string, string>} */
  texts = new Map();
  full = false;
  closed = false;
  #look() {
    if (this.closed) throw new Error("closed");
  }
  /** @param {string} key */
  getItem(key) {
    this.#look();
    return this.texts.get(key) ?? null;
  }
  /** @param {string} key @param {string} text */
  setItem(key, text) {
    this.#look();
    if (!this.full) this.texts.set(key, String(text));
  }
  /** @param {string} key */
  removeItem(key) {
    this.#look();
    this.texts.delete(key);
  }
  clear() {
    this.texts.clear();
  }
}
