// All that is folded on a page, opened.
import { until } from "./rig.mjs";

/** Opens what is folded, and what is folded within, and waits until it is drawn. @param {import('./rig.mjs').Rig} rig */
export async function unfolded(rig) {
  const open = () =>
    rig.run(() => {
      const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
      // What is folded may be drawn when it is opened, a moment later. Of those with one name only one can be open.
      const closed = roots
        .flatMap((root) => [...root.querySelectorAll("details")])
        .filter((one) => !one.name && (!one.open || one.childElementCount < 2));
      for (const one of closed) one.open = true;
      return closed.length;
    });
  await until(async () => (await open()) === 0, "everything is open");
}
