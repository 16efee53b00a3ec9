// Which screen a quiz shows, as a state that pages can style: `metier-quiz:state(result)`.

export class States {
  /** Browsers that have no states of elements show a quiz as well without. @type {CustomStateSet | undefined} */
  #set;
  /** The screen on show. */
  current = "";

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#set = host.attachInternals?.().states;
  }

  /** @param {string} screen */
  show(screen) {
    try {
      this.#set?.delete(this.current);
      this.#set?.add(screen);
    } catch {
      // Older ones take no plain names.
    }
    this.current = screen;
  }
}
