// node pictures.mjs: draws anew, with Chromium, the pictures that are committed: for each page of www/dist the one that
// shows beside a link to it (www/og), the icons, and the result in the README. For whoever changes a title, a colour of
// www/tokens.js, the icon or how a result looks.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { deflateSync, crc32 } from "node:zlib";
import { answersTo } from "./browser/answers.mjs";
import { open } from "./browser/engines.mjs";
import { Quick } from "./browser/hands.mjs";
import { Proxy } from "./browser/proxy.mjs";
import { Quiz } from "./browser/quiz.mjs";
import { Rig } from "./browser/rig.mjs";
import { shippedQuiz } from "./browser/shipped.mjs";
import { instrument, serveSite } from "./browser/site.mjs";

/** What is answered for the result in the README: see answers.mjs. */
const README_SEED = 5;
const WWW = new URL("../www/", import.meta.url);
/** Shades in a picture: plain grounds and the edges of letters need no more, the band of the icon some. */
const SHADES = { shared: 48, icon: 128, result: 224 };

/** What a page says of itself. @param {string} page @param {string} name of a property */
function said(page, name) {
  const found = new RegExp(`property="og:${name}" content="([^"]*)"`).exec(page)?.[1] ?? "";
  return found.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The heading by the path of the picture, for every page that has one of its own. */
function headings() {
  const dist = new URL("dist/", WWW);
  const pages = readdirSync(dist).filter((file) => file.endsWith(".html"));
  return new Map(
    pages.flatMap((file) => {
      const page = readFileSync(new URL(file, dist), "utf8");
      const picture = /og\/[a-z0-9-]+\.png/.exec(said(page, "image"))?.[0] ?? "";
      return picture === `og/${file.replace(".html", ".png")}` ? [[picture, said(page, "title")]] : [];
    }),
  );
}

/**
 * Runs in the page: the picture beside a link, as bytes of red, green, blue and opacity in base64.
 * @param {string} heading
 * @param {string} ground
 * @param {(text: string) => void} done
 */
function drawShared(heading, ground, done) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1200, height: 630 });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 1200, 630);
  pen.fillStyle = "#fff";
  pen.font = "600 34px serif";
  pen.fillText("Metier", 80, 106);
  pen.font = "600 72px serif";
  /** @type {string[]} */
  const lines = [];
  for (const word of heading.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= 1040) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  lines.forEach((line, index) => pen.fillText(line, 80, 218 + index * 88));
  // A scale of five levels without a result on it.
  pen.globalAlpha = 0.35;
  for (let level = 0; level < 5; level += 1) pen.fillRect(80 + level * 259, 476, 4, 44);
  pen.fillRect(80, 496, 1040, 4);
  pen.globalAlpha = 1;
  pen.font = "30px sans-serif";
  pen.fillText("A reflection, not a validated test. Nothing leaves your device.", 80, 580);
  const { data } = pen.getImageData(0, 0, 1200, 630);
  done(btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join("")));
}

/**
 * Runs in the page: a picture at an address in a size, the same way.
 * @param {string} address
 * @param {number} width
 * @param {number} height
 * @param {(text: string) => void} done
 */
function drawPicture(address, width, height, done) {
  const image = new Image(width, height);
  image.onload = () => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.drawImage(image, 0, 0, width, height);
    const { data } = pen.getImageData(0, 0, width, height);
    done(btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join("")));
  };
  image.src = address;
}

/** A part of a PNG. @param {string} kind @param {Buffer} bytes */
function chunk(kind, bytes) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/**
 * A PNG with a palette of the commonest colours; all others take the nearest.
 * @param {Buffer} rgba
 * @param {number} width
 * @param {number} height
 * @param {number} shades
 */
function png(rgba, width, height, shades) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = rgba.readUInt32BE(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = byCount.slice(0, shades);
  const parts = (/** @type {number} */ colour) => [24, 16, 8, 0].map((bits) => (colour >>> bits) & 255);
  const far = (/** @type {number} */ one, /** @type {number} */ other) =>
    parts(one).reduce((sum, part, index) => sum + (part - parts(other)[index]) ** 2, 0);
  const nearest = (/** @type {number} */ one) =>
    palette.reduce((best, other, index) => (far(one, other) < far(one, palette[best]) ? index : best), 0);
  const places = new Map(byCount.map((colour, index) => [colour, index < shades ? index : nearest(colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let dot = 0; dot < width * height; dot += 1)
    rows[dot + Math.floor(dot / width) + 1] = places.get(rgba.readUInt32BE(dot * 4)) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => parts(colour).slice(0, 3)))),
    chunk("tRNS", Buffer.from(palette.map((colour) => parts(colour)[3]))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * Draws something in the page and writes it as a PNG.
 * @param {Rig} rig
 * @param {URL} file
 * @param {[number, number, number]} form width, height and shades
 * @param {Function} draw
 * @param {unknown[]} values
 */
async function put(rig, file, [width, height, shades], draw, ...values) {
  const drawn = await rig.driver.executeAsyncScript(`(${draw}).apply(null, arguments)`, ...values);
  const picture = png(Buffer.from(/** @type {string} */ (drawn), "base64"), width, height, shades);
  writeFileSync(file, picture);
  console.log(`${file.pathname}: ${picture.length} bytes`);
}

/** The first screen of a result, as the README shows it. @param {Rig} rig */
async function putResult(rig) {
  const driver = /** @type {any} */ (rig.driver);
  const quiz = await shippedQuiz("pace");
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
    width: 1000,
    height: 860,
    deviceScaleFactor: 1.5,
    mobile: false,
  });
  await rig.open(`${rig.fresh()}/pace.html`);
  await new Quiz(rig, new Quick(rig)).take({ quiz, answers: answersTo(quiz, README_SEED) });
  await rig.run(() => {
    scrollTo(0, 0);
    for (const motion of document.querySelector("metier-quiz")?.shadowRoot?.getAnimations() ?? []) motion.finish();
  });
  const shot = await driver.takeScreenshot();
  await driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
  await driver.get("about:blank");
  const place = new URL("../.github/result.png", import.meta.url);
  await put(rig, place, [1500, 1290, SHADES.result], drawPicture, `data:image/png;base64,${shot}`, 1500, 1290);
}

const site = await serveSite();
const proxy = new Proxy(site.address, instrument);
await proxy.start();
const engine = await open("chromium", proxy.address);
try {
  const rig = new Rig(engine, proxy);
  await rig.before("light");
  const { palette } = await import(new URL("tokens.js", WWW).href);
  for (const [path, heading] of headings())
    await put(rig, new URL(path, WWW), [1200, 630, SHADES.shared], drawShared, heading, palette.accent[0]);
  const icon = readFileSync(new URL("icon.svg", WWW), "utf8");
  // The large one fills its square: systems cut their own shape from it.
  for (const [size, svg] of /** @type {[number, string][]} */ ([
    [192, icon],
    [512, icon.replace(' rx="15"', "")],
  ])) {
    const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await put(rig, new URL(`icon-${size}.png`, WWW), [size, size, SHADES.icon], drawPicture, address, size, size);
  }
  await putResult(rig);
} finally {
  await engine.close();
  await proxy.stop();
  site.stop();
}
