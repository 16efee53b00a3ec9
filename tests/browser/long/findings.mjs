// Every screen under what takes longer than a change should wait: IBM's engine, the form of the markup, letters of
// twice the size, and the width of a window that is magnified four times. Nothing is found, or there is a reason.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { letters, ownWindow, windowOf } from "../emulated.mjs";
import * as ibm from "../ibm.mjs";
import * as layout from "../layout.mjs";
import * as markup from "../markup.mjs";
import { Reasons } from "../reasons.mjs";
import { follow, WALKS } from "../screens.mjs";
import { DIST } from "../site.mjs";
import { ok, once, same } from "../suite.mjs";
import { REASONS } from "./reasons.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {import('../screens.mjs').Direction} Direction */
/** @typedef {import('../reasons.mjs').Finding} Finding */

/**
 * The narrowest window that WCAG knows: 1280 pixels, magnified four times; and a phone whose letters are twice as large.
 * @type {{ name: string, width: number, height: number, size: number }[]}
 */
const WINDOWS = [
  { name: "400 %", width: 320, height: 256, size: 100 },
  { name: "letters of 200 %", width: 360, height: 740, size: 200 },
  { name: "letters of 200 %, wide", width: 1280, height: 900, size: 200 },
];

/** Of one rule. */
const SHOWN = 3;
/** @type {Map<string, Reasons>} */
const reasons = new Map(Object.entries(REASONS).map(([check, list]) => [check, new Reasons(list)]));
/** Fails with what there is no reason for, the same fault of many screens together. @param {string} check @param {Finding[]} found */
function none(check, found) {
  /** @type {Map<string, string[]>} */
  const rules = new Map();
  for (const { rule, where } of /** @type {Reasons} */ (reasons.get(check)).without(found))
    rules.set(rule, [...(rules.get(rule) ?? []), where]);
  const lines = [...rules].flatMap(([rule, all]) => [`${rule}, ${all.length} times:`, ...all.slice(0, SHOWN)]);
  ok(lines.length === 0, `${check}:\n${lines.join("\n")}`);
}

/** @param {Rig} rig @param {string} screen @param {Direction} direction */
async function inWindows(rig, screen, direction) {
  const found = [];
  for (const { name, width, height, size } of WINDOWS) {
    await windowOf(rig, width, height);
    await letters(rig, size);
    found.push(...(await layout.findings(rig, `${screen}, ${name}, ${direction}`)));
  }
  await letters(rig, 100);
  await ownWindow(rig);
  return found;
}

/** @type {[string, Direction[], (rig: Rig, screen: string, direction: Direction) => Promise<Finding[]>][]} */
const CHECKS = [
  ["IBM", ["ltr"], (rig, screen) => ibm.findings(rig, screen)],
  [
    "html-validate",
    ["ltr"],
    async (rig, screen) =>
      (await Promise.all((await markup.trees(rig)).map((html) => markup.findings(html, screen)))).flat(),
  ],
  ["room", ["ltr", "rtl"], inWindows],
];

for (const walk of WALKS) {
  for (const [check, directions, look] of CHECKS) {
    for (const direction of directions) {
      once(`${check} finds nothing on the screens of ${walk.name}, ${direction}`, async (rig) => {
        /** @type {Finding[]} */
        const found = [];
        await follow(rig, walk, direction, async (screen) => {
          found.push(...(await look(rig, screen, direction)));
        });
        none(check, found);
      });
    }
  }
}

once("html-validate finds nothing in the pages as they are sent", async () => {
  const pages = readdirSync(DIST, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".html"));
  const found = await Promise.all(pages.map((name) => markup.findings(readFileSync(join(DIST, name), "utf8"), name)));
  none("html-validate", found.flat());
});

once("no reason is left that nothing needs", async () => {
  same(
    [...reasons].flatMap(([check, list]) => list.stale().map((line) => `${check}: ${line}`)),
    [],
    "reasons without need",
  );
});
