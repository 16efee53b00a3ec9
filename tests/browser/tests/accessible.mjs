// No axe violation on any screen: in Chromium on each kind of them from left to right, with its colours in the dark, and
// on questions of each kind and the result from right to left (with --rest each of them, also from right to left, and all
// rules in the dark); in the other engines on questions of each kind, and with --rest on the result of roles.
import { Audits } from "../axe.mjs";
import { follow, WALKS } from "../screens.mjs";
import { ENGINE, rest, test } from "../suite.mjs";

/** @typedef {import('../screens.mjs').Direction} Direction */
/** @typedef {import('../screens.mjs').Walk} Walk */
/** @type {Direction[]} */
const DIRECTIONS = ["ltr", "rtl"];

/**
 * Whether another screen shows all that this one does: what is folded is there unfolded, too, and the pages of ways are of
 * one make.
 * @param {Walk} walk @param {string} screen
 */
const isAlike = ({ screens }, screen) =>
  screens.includes(`${screen}, unfolded`) ||
  (screen.startsWith("way-") && screen !== screens.find((name) => name.startsWith("way-")));

if (ENGINE === "chromium") {
  for (const walk of WALKS)
    for (const direction of DIRECTIONS) {
      const add = direction === "ltr" || walk.everywhere ? test : rest;
      add(`axe finds nothing on the screens of ${walk.name}, ${direction}`, async (rig) => {
        const audits = new Audits();
        await follow(rig, walk, direction, async (screen) => {
          if (isAlike(walk, screen)) return;
          await audits.look(rig, `${screen}, light, ${direction}`);
          // They are the same from right to left.
          if (direction === "rtl") return;
          await rig.see("dark");
          await audits.look(rig, `colours of ${screen}, dark`, { colours: true });
          await rig.see("light");
        });
        audits.end();
      });
      rest(`axe finds nothing on the dark screens of ${walk.name}, ${direction}`, async (rig) => {
        const audits = new Audits();
        await follow(rig, walk, direction, async (screen) => {
          await rig.see("dark");
          await audits.look(rig, `${screen}, dark, ${direction}`);
          await rig.see("light");
          if (isAlike(walk, screen)) await audits.look(rig, `${screen}, light, ${direction}`);
        });
        audits.end();
      });
    }
} else {
  for (const walk of WALKS.filter(({ everywhere }) => everywhere)) {
    const add = walk.name === "roles" ? rest : test;
    add(`axe finds nothing on the screens of ${walk.name}`, async (rig) => {
      const audits = new Audits();
      await follow(rig, walk, "ltr", (screen) => audits.look(rig, screen));
      audits.end();
    });
  }
}
