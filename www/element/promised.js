// A promise whose ends are held by somebody else.

/** @template T @typedef {{ promise: Promise<T>, resolve: (value: T) => void, reject: (error: Error) => void, settled: boolean }} Promised */

/** Its rejection is no unhandled one: who does not ask is told by an event. @template T @returns {Promised<T>} */
export function promised() {
  /** @type {any} */
  const held = { settled: false };
  held.promise = new Promise((resolve, reject) => {
    held.resolve = resolve;
    held.reject = reject;
  });
  const settle = () => {
    held.settled = true;
  };
  held.promise.then(settle, settle);
  return held;
}
