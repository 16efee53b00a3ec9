// The oldest Chromium that is supported takes the plain page's quiz, in its colours; one that cannot says so, and leaves
// the link.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { Rig, until } from "../../browser/rig.mjs";
import { ok, same } from "../../browser/suite.mjs";
import { say } from "../../browser/words.mjs";
import { visit } from "../visit.mjs";
import { openOld } from "./browser.mjs";

/** @typedef {import('../build.mjs').Host} Host */
/** @typedef {import('../visit.mjs').Visit} Visit */

/** The browser out of its package, which keeps it small. @param {import('../build.mjs').Place} place @param {string} name */
function unfold({ folder }, name) {
  const packed = readFileSync(join(folder, "node_modules", name, "bin/chromium.br"));
  writeFileSync(join(folder, name), brotliDecompressSync(packed), { mode: 0o755 });
}

/** It has no `light-dark()`, and shows the colours of the day. @param {Visit} visit */
async function coloured({ rig, reader }) {
  await reader.press("restart");
  await reader.until(({ actions }) => actions.includes("start"), "the first screen");
  const ground = await rig.run(() => {
    const button = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-action=start]");
    return button && getComputedStyle(button).backgroundColor;
  });
  ok(ground && !/, 0\)$/.test(ground), `the button has a ground: ${ground}`);
}

/** @param {Visit} visit */
async function told({ rig, origin, reader }) {
  await rig.open(`${origin}/`);
  const { text } = await until(async () => {
    const screen = await reader.screen();
    return screen.screen === "error" && screen;
  }, "the quiz says why it does not show");
  ok(text.includes(say("error-browser")), `it speaks of the browser: ${text}`);
  const link = await rig.run(() => document.querySelector("metier-quiz a")?.getClientRects().length);
  same(link, 1, "boxes of the link, which is still to be seen");
}

/** @param {string} name @param {Partial<Host>} page @returns {Host} */
const host = (name, page) => ({
  build: async (place) => {
    await place.unpack(".");
    unfold(place, name);
  },
  out: ".",
  instead: true,
  async also({ rig, place }) {
    const engine = await openOld(place.folder, join(place.folder, name), rig.proxy.address);
    try {
      const old = new Rig(engine, rig.proxy);
      await visit(old, { out: ".", ...page }, place);
      await old.clean();
    } finally {
      await engine.close();
    }
  },
});

/** @type {Record<string, Host>} */
export const hosts = {
  "chromium-115": host("chromium-115", { away: "links", reloads: true, also: coloured }),
  "chromium-92": host("chromium-92", { instead: true, also: told }),
};
