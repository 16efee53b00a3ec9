// What went wrong, for whoever looks at the page's console: one line, with the address where there is one.

/** @param {string} words */
export function complain(words) {
  console.warn(`metier-quiz: ${words}`);
}
