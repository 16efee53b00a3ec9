// A quiz of as many questions as one can have, taken whole: what the page and its module then hold, and how often parts of
// our scripts run, is counted at a quarter, a half and all of them.
import { INSTRUMENT } from "../proxy.mjs";
import { until } from "../rig.mjs";
import { about, isSaid, megabytes } from "../security.mjs";
import { ENGINE, ok, test } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {{ runs: number, bytes: number, nodes: number }} Cost */

/** The most questions that a quiz may have. */
const ITEMS = 2000;
/** How much more twice as many may cost. */
const MOST = 2.5;

/** @param {number} count */
const quizOf = (count) => ({
  format: "metier-quiz/1",
  id: "many",
  version: "1",
  language: "en",
  title: "Many",
  about: "Made up.",
  instruction: "would",
  skills: [
    {
      id: "s",
      name: "Care",
      definition: "Keeps tools fit.",
      levels: ["none", "cleans", "mends", "prevents", "teaches"],
    },
  ],
  items: Array.from({ length: count }, (_, index) => ({
    id: `i${index}`,
    type: "single",
    prompt: `Question ${index}?`,
    options: ["a", "b"].map((id, at) => ({ id, text: `Answer ${id}`, keys: [{ skill: "s", level: 1 + at * 2 }] })),
  })),
  evidence: { grade: 0, note: "Made up." },
});

/** How often blocks of our scripts have run since this was last asked; Chromium counts. @param {Rig} rig */
async function runs(rig) {
  if (ENGINE !== "chromium") return 0;
  const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (rig.driver);
  /** @type {any} */
  const { result } = await driver.sendAndGetDevToolsCommand("Profiler.takePreciseCoverage", {});
  return result
    .filter((/** @type {any} */ { url }) => /\/[a-z-]+-[0-9a-f]{12}\.js$|\/metier\.js$/.test(url))
    .flatMap((/** @type {any} */ { functions }) => functions)
    .flatMap((/** @type {any} */ { ranges }) => ranges)
    .reduce((/** @type {number} */ sum, /** @type {any} */ { count }) => sum + count, 0);
}

/** @param {Rig} rig @param {number} count @returns {Promise<Record<"read" | "answer" | "result", Cost>>} */
async function taken(rig, count) {
  await rig.show(`<script src="${INSTRUMENT}weighed.js"></script><script type="module" src="/metier.js"></script>`);
  await until(() => rig.run(() => customElements.get("metier-quiz") !== undefined), "the tag is known");
  if (ENGINE === "chromium") {
    const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (rig.driver);
    await driver.sendDevToolsCommand("Profiler.enable", {});
    await driver.sendDevToolsCommand("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }
  /** @param {(text: string) => Promise<void>} work @param {string} [text] */
  const cost = async (work, text = "") => {
    await runs(rig);
    await rig.later(work, text);
    const { bytes, nodes } = await rig.run(() => window.__weighed());
    return { runs: await runs(rig), bytes, nodes };
  };
  const costs = {
    read: await cost(
      async (text) => {
        const quiz = document.createElement("metier-quiz");
        quiz.setAttribute("loading", "eager");
        quiz.quiz = text;
        document.querySelector("main")?.append(quiz);
        await /** @type {HTMLElementTagNameMap["metier-quiz"]} */ (quiz).ready;
      },
      JSON.stringify(quizOf(count)),
    ),
    answer: await cost(async (_) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
      const screen = () => /** @type {HTMLElement} */ (root.querySelector("section[data-screen]"));
      const press = (/** @type {string} */ selector) =>
        /** @type {HTMLElement} */ (screen().querySelector(selector)).click();
      for (let last = screen(); ; last = screen()) {
        press(last.dataset.screen === "intro" ? "[data-action=start]" : "[data-action=next]");
        while (screen() === last) await new Promise((done) => setTimeout(done, 0));
        if (screen().dataset.screen !== "question") break;
        press("input[type=radio]");
      }
    }),
    result: await cost(async (_) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
      /** @type {HTMLElement} */ (root.querySelector("[data-action=finish]")).click();
      while (!root.querySelector("section[data-screen=result]")) await new Promise((done) => setTimeout(done, 0));
      for (const fold of root.querySelectorAll("details")) fold.open = true;
      await new Promise((done) => setTimeout(done, 0));
    }),
  };
  if (ENGINE === "chromium")
    await /** @type {import("selenium-webdriver/chrome.js").Driver} */ (rig.driver).sendDevToolsCommand(
      "Profiler.stopPreciseCoverage",
      {},
    );
  return costs;
}

test(`load: a quiz of ${ITEMS} questions is taken whole, and costs what its length does`, async (rig) => {
  const [quarter, half, all] = [await taken(rig, ITEMS / 4), await taken(rig, ITEMS / 2), await taken(rig, ITEMS)];
  for (const part of /** @type {(keyof typeof all)[]} */ (Object.keys(all))) {
    console.log(
      `     ${part} of ${ITEMS / 4}, ${ITEMS / 2} and ${ITEMS} questions: ${JSON.stringify([quarter[part], half[part], all[part]])}`,
    );
  }
  // A memory grows in steps, the larger the more there is: by the bytes twice as much can be three times as much.
  for (const part of /** @type {(keyof typeof all)[]} */ (Object.keys(all)))
    ok(
      all[part].bytes <= MOST ** 2 * quarter[part].bytes,
      `bytes of ${part}: ${quarter[part].bytes}, of four times as many ${all[part].bytes}`,
    );
  for (const part of /** @type {(keyof typeof all)[]} */ (Object.keys(all)))
    for (const what of /** @type {(keyof Cost)[]} */ (["runs", "nodes"]))
      for (const [one, twice] of [
        [quarter, half],
        [half, all],
      ])
        ok(
          twice[part][what] <= MOST * one[part][what],
          `${what} of ${part}: ${one[part][what]}, of twice as many ${twice[part][what]}`,
        );
  await isSaid(
    `${about(ITEMS)} questions taken whole: ${megabytes(all.result.bytes)}, about ${about(all.result.nodes)} nodes.`,
  );
});
