// The letters A, B, C choose an option of a list, as an extra, once the focus is on one of its inputs. The sheet writes
// them beside the options where there is a keyboard.

/** @param {HTMLElement} fieldset */
export function chooseByLetter(fieldset) {
  fieldset.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || !/^[a-z]$/i.test(key)) return;
    const inputs = /** @type {HTMLInputElement[]} */ ([...fieldset.querySelectorAll(".row > input")]);
    const input = inputs[key.toLowerCase().charCodeAt(0) - 97];
    if (!input || !inputs.includes(/** @type {HTMLInputElement} */ (target))) return;
    event.preventDefault();
    input.focus();
    input.click();
  });
}
