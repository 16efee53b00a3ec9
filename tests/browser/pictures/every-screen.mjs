// A picture of every screen: narrow and wide, light and dark, from left to right and from right to left, in
// tests/pictures, with a page that shows them side by side.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { contactSheet } from "../contact-sheet.mjs";
import { ownWindow, picture, windowOf } from "../emulated.mjs";
import { follow, WALKS } from "../screens.mjs";
import { settled } from "../settled.mjs";
import { test } from "../suite.mjs";

const FOLDER = new URL("../../pictures/", import.meta.url);
const WINDOWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
/** @type {import('../contact-sheet.mjs').Picture[]} */
const taken = [];

for (const walk of WALKS) {
  for (const direction of /** @type {const} */ (["ltr", "rtl"])) {
    test(`pictures of ${walk.name}, ${direction}`, async (rig) => {
      await follow(rig, walk, direction, async (screen) => {
        for (const { width, height } of WINDOWS) {
          await windowOf(rig, width, height);
          for (const scheme of /** @type {const} */ (["light", "dark"])) {
            await rig.see(scheme);
            await settled(rig);
            const file = `${screen.replaceAll(/[^a-z0-9-]+/g, "-")}-${width}-${scheme}-${direction}.png`;
            writeFileSync(new URL(file, FOLDER), await picture(rig));
            taken.push({ screen, file, width, scheme, direction });
          }
        }
        await ownWindow(rig);
      });
      writeFileSync(new URL("index.html", FOLDER), contactSheet(taken));
    });
  }
}
