// What leads on from a result with roles: to the pages of the roles, and to the way from where somebody comes from.
import { until } from "./rig.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */

export const ONWARD = "metier-quiz > section.onward";

/** Opens the fold, unless it is open, and chooses where somebody comes from. @param {Rig} rig @param {string} origin */
export async function comeFrom(rig, origin) {
  await rig.run((onward) => {
    const fold = /** @type {HTMLDetailsElement} */ (document.querySelector(`${onward} details`));
    fold.open = true;
  }, ONWARD);
  const button = `${ONWARD} [data-origin="${origin}"]`;
  await until(() => rig.run((one) => document.querySelector(one) !== null, button), "the jobs are there");
  await rig.run((one) => /** @type {HTMLElement} */ (document.querySelector(one)).click(), button);
}
