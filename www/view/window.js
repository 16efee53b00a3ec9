// The window that a reader looks through, which may be larger or smaller than the frame that a quiz stands in.

/**
 * Scrolls to a box whose start has left the window. In a frame as high as its content nothing ever leaves the frame's
 * own window: there an observer, which knows of the windows around it, has the word.
 * @param {HTMLElement} box
 * @param {Element} start what stands at its top
 */
export function bringIntoView(box, start) {
  const { top } = box.getBoundingClientRect();
  const margin = Number.parseFloat(getComputedStyle(box).scrollMarginTop);
  if (top < margin || top > innerHeight / 2) box.scrollIntoView();
  if (parent === window) return;
  const observer = new IntersectionObserver(
    ([{ intersectionRatio }]) => {
      observer.disconnect();
      if (intersectionRatio < 0.9) box.scrollIntoView();
    },
    { rootMargin: `${-margin}px 0px 0px` },
  );
  observer.observe(start);
}
