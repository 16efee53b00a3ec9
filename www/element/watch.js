// How long each question has been looked at, all visits together.

export class Watch {
  /** Milliseconds, by item. @type {Map<string, number>} */
  spent = new Map();
  #since = 0;

  /** A question is on show from now on. */
  begin() {
    this.#since = performance.now();
  }

  /** Milliseconds so far for the question on show. @param {string} item */
  look(item) {
    const now = performance.now();
    const spent = (this.spent.get(item) ?? 0) + Math.round(now - this.#since);
    this.#since = now;
    this.spent.set(item, spent);
    return spent;
  }
}
