// A press is one press: the second of a double click, which meets whatever a new screen has put under the pointer, does
// nothing there.

/** What people mean as one press when they press twice: so near in milliseconds and in pixels. */
const soon = 500;
const near = 24;

/**
 * Swallows a press that was meant for what stood in its place before.
 * @param {EventTarget} box
 * @param {() => unknown} shown what is on show: another screen, another value
 */
export function guardPresses(box, shown) {
  let last = { x: 0, y: 0, time: -soon, before: shown() };
  box.addEventListener(
    "click",
    (event) => {
      const { clientX: x, clientY: y, timeStamp: time, detail } = /** @type {MouseEvent} */ (event);
      // Keys press what has the focus, and that is no longer here.
      if (detail === 0) return;
      const again = detail > 1 || (time - last.time < soon && Math.abs(x - last.x) + Math.abs(y - last.y) < near);
      const swallowed = again && last.before !== shown();
      last = { x, y, time, before: swallowed ? last.before : shown() };
      if (!swallowed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}
