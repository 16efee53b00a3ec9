// What is chosen on a screen, input by input: a drawn screen is the memory of it.

/** @typedef {{ checked?: boolean, value?: string }[]} Choices */

/** The inputs of a screen. @param {HTMLElement} section */
export function inputsOf(section) {
  return /** @type {HTMLInputElement[]} */ ([...section.querySelectorAll("input, select, textarea")]);
}

/** What is chosen on a screen, input by input. @param {HTMLElement} section @returns {Choices} */
export function choicesOf(section) {
  return inputsOf(section).map(({ checked, value }) => ({ checked, value }));
}

/** Chooses the same again. @param {HTMLElement} section @param {Choices} choices */
export function chooseAgain(section, choices) {
  const inputs = inputsOf(section);
  inputs.forEach((input, index) => Object.assign(input, choices[index]));
  inputs[0]?.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What the focus can be on, in order. @param {HTMLElement} box */
export function tabStops(box) {
  return /** @type {HTMLElement[]} */ ([...box.querySelectorAll("input, select, textarea, button, summary, a")]);
}
