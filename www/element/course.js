// Which questions of a quiz are asked, and in which order: all of them, or those that an adaptive quiz chose, a screen at
// a time.

/** @typedef {import("../types.d.ts").QuizView} QuizView */

export class Course {
  /** Every question of the quiz. @type {QuizView["items"]} */
  all = [];
  /** Where each of them stands, by its id. @type {Map<string, number>} */
  #places = new Map();
  /** Which of them are asked. @type {number[]} */
  #order = [];
  /** Of an adaptive quiz: the screen on which each of those stands, by its first question. @type {Map<number, string>} */
  #chosen = new Map();

  /** As before the first answer. @param {QuizView} quiz with all its questions */
  begin(quiz) {
    this.all = quiz.items;
    this.#places = new Map(quiz.items.map(({ id }, index) => [id, index]));
    this.#chosen.clear();
    this.#order = quiz.adaptive ? [] : quiz.items.map((_, index) => index);
  }

  /** A question by its id. @param {string} id */
  item(id) {
    return this.all[this.#places.get(id) ?? -1];
  }

  /** What an adaptive quiz asks next; what is left of a screen stays on it. @param {readonly string[]} next */
  append(next) {
    for (const index of next.map((one) => this.#places.get(one) ?? -1)) {
      if (!this.#chosen.has(index)) this.#chosen.set(index, next[0]);
      this.#order.push(index);
    }
  }

  /**
   * An adaptive quiz goes on anew after so many questions.
   * @param {number} count
   * @param {readonly string[]} next what comes then; where that is what came before, it keeps what was chosen there
   * @returns {string[]} the questions that are forgotten
   */
  goOnAfter(count, next) {
    const left = this.#order.splice(count);
    const later = left.map((index) => this.all[index].id);
    if (later.join() === next.join()) return [];
    for (const index of left) this.#chosen.delete(index);
    return later;
  }

  /** The quiz with the questions that are asked; of an adaptive one with the screens that it made. @param {QuizView} quiz @returns {QuizView} */
  asked(quiz) {
    const of = (/** @type {number} */ index) => {
      const item = this.all[index];
      return quiz.adaptive ? { ...item, group: this.#chosen.get(index) ?? null } : item;
    };
    return { ...quiz, items: this.#order.map(of) };
  }
}
