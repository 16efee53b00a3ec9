// The site around the quizzes as somebody with a phone meets it: what the first screen shows, where the navigation is,
// and that nothing moves under the finger.
import { Key } from "selenium-webdriver";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { PLAIN_PAGES } from "../shipped.mjs";
import { inChromium, ok, once, same } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const QUIZZES = ["negotiation", "pace", "product-or-sales", "roles", "setbacks"];
/** How far down Start may end on a phone of 360 by 740 pixels: on the page of a quiz, and at home. */
const LOWEST_START = { quiz: 500, home: 740 };

/** @param {Rig} rig @param {string} command @param {object} values */
const tool = (rig, command, values) => /** @type {any} */ (rig.driver).sendDevToolsCommand(command, values);

/** Makes the window exactly as large as is said, which Chromium alone can be told; its own size comes back at the end. */
async function sized(
  /** @type {Rig} */ rig,
  /** @type {number} */ width,
  /** @type {number} */ height,
  /** @type {() => Promise<void>} */ work,
) {
  await tool(rig, "Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  try {
    await work();
  } finally {
    await tool(rig, "Emulation.clearDeviceMetricsOverride", {});
  }
}

/** Where something ends, from the top of the window; null where it is not shown. @param {Rig} rig @param {string} selector */
const endOf = (rig, selector) =>
  rig.run((selector) => {
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    const found = root?.querySelector(selector) ?? document.querySelector(selector);
    return found?.getClientRects().length ? found.getBoundingClientRect().bottom : null;
  }, selector);

/** @param {Rig} rig */
const ready = (rig) => until(async () => (await rig.told("ready")).length > 0, "the quiz is ready");

inChromium("at home Start of the first quiz shows on a phone without scrolling", (rig) =>
  sized(rig, 360, 740, async () => {
    await rig.open(`${rig.fresh()}/`);
    const end = await endOf(rig, "a.start");
    ok(end !== null && end <= LOWEST_START.home, `Start ends at ${end}`);
  }),
);

for (const name of QUIZZES) {
  inChromium(`${name}.html has one heading, and Start on the first screen of a phone`, (rig) =>
    sized(rig, 360, 740, async () => {
      await rig.open(`${rig.fresh()}/${name}.html`);
      await ready(rig);
      const heads = await rig.run(() => {
        const roots = [document, document.querySelector("metier-quiz")?.shadowRoot];
        const all = roots.flatMap((root) => [...(root?.querySelectorAll("h1") ?? [])]);
        return all.filter((head) => head.getClientRects().length).length;
      });
      same(heads, 1, "headings of the first level that show");
      const end = await endOf(rig, '[data-action="start"]');
      ok(end !== null && end <= LOWEST_START.quiz, `Start ends at ${end}`);
    }),
  );
}

for (const [width, height] of [
  [360, 740],
  [1280, 900],
]) {
  inChromium(`every page has one row of navigation, ${width} pixels wide`, (rig) =>
    sized(rig, width, height, async () => {
      const origin = rig.fresh();
      for (const page of [...PLAIN_PAGES, "pace"]) {
        await rig.open(`${origin}/${page}.html`);
        const seen = await rig.run(() => ({
          header: document.querySelector("header.site")?.getBoundingClientRect().height,
          page: document.documentElement.scrollWidth,
        }));
        same(seen, { header: 56, page: width }, page);
      }
    }),
  );
}

inChromium("the menu opens by keyboard without a script of ours, and leads on", (rig) =>
  sized(rig, 360, 740, async () => {
    await rig.open(`${rig.fresh()}/`);
    await rig.run(() => /** @type {HTMLElement} */ (document.querySelector(".menu")).focus());
    same(await endOf(rig, "#more"), null, "the menu before it is opened");
    await rig.driver.actions({ async: true }).sendKeys(Key.ENTER).perform();
    await until(async () => (await endOf(rig, "#more")) !== null, "the menu is open");
    await rig.driver.actions({ async: true }).sendKeys(Key.TAB).perform();
    same(await rig.run(() => document.activeElement?.getAttribute("href")), "advert.html", "what comes after Menu");
    await rig.driver.actions({ async: true }).sendKeys(Key.ESCAPE).perform();
    await until(async () => (await endOf(rig, "#more")) === null, "Escape closes it");
  }),
);

once("while a quiz is under way there is the quiz, and a way home", async (rig) => {
  await rig.open(`${rig.fresh()}/pace.html`);
  await ready(rig);
  const quiz = new Quiz(rig, new Quick(rig));
  const shown = () =>
    rig.run(() =>
      ["header.site nav", "footer.site", "a.home"].map(
        (one) => (document.querySelector(one)?.getClientRects().length ?? 0) > 0,
      ),
    );
  same(await shown(), [true, true, true], "navigation, footer and way home on the first screen");
  await quiz.press("start");
  await quiz.until(({ screen }) => screen === "item" || screen === "question", "a question");
  same(await shown(), [false, false, true], "the same while the quiz is under way");
  const size = await rig.run(() => document.querySelector("a.home")?.getBoundingClientRect().height ?? 0);
  ok(size >= 44, `the way home is ${size} pixels high`);
  same(await rig.run(() => document.querySelector("a.home")?.getAttribute("aria-label")), "Metier, home", "its name");
});

for (const page of ["", ...QUIZZES.map((name) => `${name}.html`)]) {
  inChromium(`nothing moves while /${page} comes over a slow line`, (rig) =>
    sized(rig, 360, 740, async () => {
      const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
      await tool(rig, "Network.enable", {});
      await tool(rig, "Network.emulateNetworkConditions", slow);
      try {
        await rig.open(`${rig.fresh()}/${page}`);
        if (page) await ready(rig);
        const moved = await rig.later(
          () =>
            new Promise((done) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += /** @type {any} */ (entry).value;
              }).observe({ type: "layout-shift", buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
            }),
        );
        same(moved, 0, "layout shift");
      } finally {
        await tool(rig, "Network.emulateNetworkConditions", {
          offline: false,
          latency: 0,
          downloadThroughput: -1,
          uploadThroughput: -1,
        });
      }
    }),
  );
}
