// A screen on which nothing moves any more.

/** Ends what moves, as on another screen or in another colour scheme. @param {import("./rig.mjs").Rig} rig */
export const settled = (rig) =>
  rig.run(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    for (const motion of roots.flatMap((root) => root.getAnimations()))
      if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
  });
