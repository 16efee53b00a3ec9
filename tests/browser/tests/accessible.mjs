// No axe violation on any screen: in Chromium on each of them, light and dark, from left to right and from right to
// left; in the other engines on questions of each kind and on the result.
import { Audits } from "../axe.mjs";
import { follow, WALKS } from "../screens.mjs";
import { ENGINE, test } from "../suite.mjs";

/** @typedef {import('../engines.mjs').Scheme} Scheme */
/** @typedef {import('../screens.mjs').Direction} Direction */
/** @type {Scheme[]} */
const SCHEMES = ["light", "dark"];
/** @type {Direction[]} */
const DIRECTIONS = ["ltr", "rtl"];

if (ENGINE === "chromium") {
  for (const walk of WALKS)
    for (const direction of DIRECTIONS)
      test(`axe finds nothing on the screens of ${walk.name}, light and dark, ${direction}`, async (rig) => {
        const audits = new Audits();
        await follow(rig, walk, direction, async (screen) => {
          for (const scheme of SCHEMES) {
            await rig.see(scheme);
            await audits.look(rig, `${screen}, ${scheme}, ${direction}`);
          }
        });
        audits.end();
      });
} else {
  for (const walk of WALKS.filter(({ everywhere }) => everywhere))
    test(`axe finds nothing on the screens of ${walk.name}`, async (rig) => {
      const audits = new Audits();
      await follow(rig, walk, "ltr", (screen) => audits.look(rig, screen));
      audits.end();
    });
}
