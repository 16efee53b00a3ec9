// Chromium as another device: its window, the size of its letters.

/** @typedef {import('./rig.mjs').Rig} Rig */

/** @param {Rig} rig */
const chromium = (rig) => /** @type {import('selenium-webdriver/chrome.js').Driver} */ (rig.driver);

/**
 * A window of this size in CSS pixels, with a finger where it is a phone's.
 * @param {Rig} rig
 * @param {number} width
 * @param {number} height
 */
export const windowOf = (rig, width, height) =>
  chromium(rig).sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 600,
  });

/** The window as it was. @param {Rig} rig */
export const ownWindow = (rig) => chromium(rig).sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});

/** Letters of this many per cent. @param {Rig} rig @param {number} size */
export const letters = (rig, size) =>
  rig.run((percent) => {
    document.documentElement.style.fontSize = percent === 100 ? "" : `${percent}%`;
  }, size);

/** Pictures cannot be higher. */
const HIGHEST = 16_000;

/** All of the page as a picture, in PNG, as far as a picture can hold it. @param {Rig} rig @returns {Promise<Buffer>} */
export async function picture(rig) {
  const [width, height] = await rig.run(() => [innerWidth, document.documentElement.scrollHeight]);
  const { data } = /** @type {{ data: string }} */ (
    /** @type {unknown} */ (
      await chromium(rig).sendAndGetDevToolsCommand("Page.captureScreenshot", {
        format: "png",
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height: Math.min(height, HIGHEST), scale: 1 },
      })
    )
  );
  return Buffer.from(data, "base64");
}

/**
 * A window with so little room that most things are out of it, as far as the engine can be as small.
 * @param {Rig} rig
 * @returns {Promise<() => Promise<unknown>>} gives the window back
 */
export async function smallWindow(rig) {
  if (rig.engine.name === "chromium") {
    await windowOf(rig, 360, 480);
    return () => ownWindow(rig);
  }
  const window = rig.driver.manage().window();
  const before = await window.getRect();
  await window.setRect({ width: 500, height: 560 });
  return () => window.setRect(before);
}
