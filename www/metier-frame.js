// For pages that show quizzes in frames: each <iframe data-metier> gets the height that its quiz says it has, at once and
// without a motion. A classic script that needs nothing else. What arrives may be from anyone until all of it is checked.
(() => {
  /** All frames that there are by now. @returns {NodeListOf<HTMLIFrameElement>} */
  const frames = () => document.querySelectorAll("iframe[data-metier]");

  /** Whether a frame may speak from this origin; it has none where a sandbox takes it away. */
  const isFrom = (/** @type {string} */ origin, /** @type {HTMLIFrameElement} */ frame) =>
    frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")
      ? origin === "null"
      : frame.src.startsWith(`${origin}/`);

  /** The height that a message says, in pixels; null if it is anything but such a message. */
  const heightIn = (/** @type {any} */ data) =>
    data &&
    typeof data === "object" &&
    data.type === "metier-height" &&
    data.version === 1 &&
    Object.keys(data).join() === "type,version,height" &&
    Number.isInteger(data.height) &&
    data.height >= 0 &&
    data.height <= 20000
      ? /** @type {number} */ (data.height)
      : null;

  /** The same height changes nothing, so that no frame and its page ever answer each other without end. */
  const fit = (/** @type {HTMLIFrameElement} */ frame, /** @type {number} */ height) => {
    const borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${height + borders}px`;
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (!source) return;
    for (const frame of frames()) {
      // Only then is the message looked at: one from anyone else may be of any size.
      const height = frame.contentWindow === source && isFrom(origin, frame) ? heightIn(data) : null;
      if (height !== null) fit(frame, height);
    }
  });

  // A quiz that spoke before this script was there speaks again when its frame changes.
  for (const frame of frames()) fit(frame, frame.clientHeight + 1);
})();
