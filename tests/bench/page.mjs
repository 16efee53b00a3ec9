// node tests/bench/page.mjs: what a quiz costs the reader's machine, beside the same questions as plain HTML, in
// Chromium. Requests, time and main-thread CPU to the first question, bare and throttled; the waits on our own pages up
// to the result; microseconds of the module's own work. Times are of this machine; the ratios are what to look at.
import { answersTo } from "../browser/answers.mjs";
import { open } from "../browser/engines.mjs";
import { shippedQuiz, shippedText } from "../browser/shipped.mjs";
import { Proxy } from "../browser/proxy.mjs";
import { Rig } from "../browser/rig.mjs";
import { instrument, serveSite } from "../browser/site.mjs";
import { printJourneys } from "./journey.mjs";
import { plainPage } from "./plain.mjs";

const RUNS = 9;
const NAME = "setbacks";
const median = (/** @type {number[]} */ numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const THROTTLES = /** @type {const} */ ([
  ["bare", null],
  [
    "slow 4G, CPU/4",
    { cpu: 4, network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 } },
  ],
]);

/** Presses start as soon as there is a quiz, and notes when the first question has been painted. */
const FIRST_SCRIPT = `
addEventListener('metier-ready', event => {
  window.visible = performance.now();
  const root = event.target.shadowRoot;
  queueMicrotask(() => root.querySelector('button[data-action=start]').click());
});
addEventListener('metier-start', () => requestAnimationFrame(() => setTimeout(() => { window.first = performance.now(); })));`;
const PLAIN_SCRIPT = `addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() => { window.first = performance.now(); })));`;

const site = await serveSite();
const proxy = new Proxy(site.address, instrument, { collect: false });
await proxy.start();
const engine = await open("chromium", proxy.address);
try {
  const rig = new Rig(engine, proxy);
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (engine.driver);
  const quiz = await shippedQuiz(NAME);
  const policy = { "content-type": "text/html; charset=utf-8" };
  const page =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quiz</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">` +
    `<script type="module" src="/metier.js"></script></head><body><main><h1>Quiz</h1><metier-quiz src="/quizzes/${NAME}.json"></metier-quiz></main></body></html>`;
  proxy.replaced.set("/start.html", {
    headers: policy,
    body: '<!doctype html><title>start</title><link rel="icon" href="data:,">',
  });
  proxy.replaced.set("/quiz.html", { headers: policy, body: page });
  proxy.replaced.set("/plain.html", { headers: policy, body: plainPage(quiz) });

  /** One visit with an empty cache. @param {string} path @param {string} first script run before all others */
  const visit = async (path, first) => {
    const origin = rig.fresh();
    await driver.get(`${origin}/start.html`);
    const { identifier } = /** @type {any} */ (
      await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: first })
    );
    await driver.sendAndGetDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" });
    const task = async () =>
      /** @type {any} */ (await driver.sendAndGetDevToolsCommand("Performance.getMetrics")).metrics.find(
        (/** @type {any} */ one) => one.name === "TaskDuration",
      ).value * 1000;
    const [mark, before] = [proxy.mark(), await task()];
    await driver.get(`${origin}${path}`);
    const time = await rig.later(async () => {
      const own = /** @type {any} */ (window);
      while (own.first === undefined) await new Promise((done) => requestAnimationFrame(done));
      return { first: own.first, visible: own.visible ?? own.first };
    });
    const cpu = (await task()) - before;
    await driver.sendAndGetDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    return {
      ...time,
      cpu: cpu > 0 ? cpu : cpu + before,
      requests: proxy.since(mark).filter((seen) => seen.path !== path).length,
    };
  };

  console.log(
    `${NAME}, ${quiz.items.length} questions, Chromium ${engine.version}; medians of ${RUNS} visits each, in turn`,
  );
  for (const [name, limits] of THROTTLES) {
    if (limits) {
      await driver.sendDevToolsCommand("Network.enable", {});
      await driver.sendDevToolsCommand("Network.emulateNetworkConditions", limits.network);
      await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: limits.cpu });
    }
    /** @type {Record<'quiz' | 'plain', { first: number, visible: number, cpu: number, requests: number }[]>} */
    const seen = { quiz: [], plain: [] };
    for (let run = 0; run < RUNS; run += 1) {
      seen.quiz.push(await visit("/quiz.html", FIRST_SCRIPT));
      seen.plain.push(await visit("/plain.html", PLAIN_SCRIPT));
    }
    const middle = (
      /** @type {'quiz' | 'plain'} */ kind,
      /** @type {'first' | 'visible' | 'cpu' | 'requests'} */ what,
    ) => median(seen[kind].map((one) => one[what]));
    const row = (
      /** @type {string} */ what,
      /** @type {string} */ unit,
      /** @type {'first' | 'visible' | 'cpu'} */ key,
    ) =>
      console.log(
        `  ${what.padEnd(34)} ${middle("quiz", key).toFixed(1).padStart(8)} ${unit}   plain HTML ${middle("plain", key).toFixed(1).padStart(8)} ${unit}   ratio ${(middle("quiz", key) / middle("plain", key)).toFixed(2)}`,
      );
    console.log(`${name}:`);
    console.log(
      `  ${"requests beside the page".padEnd(34)} ${String(middle("quiz", "requests")).padStart(6)}        plain HTML ${String(middle("plain", "requests")).padStart(6)}`,
    );
    row("quiz visible", "ms", "visible");
    row("first question painted", "ms", "first");
    row("main thread to the first question", "ms", "cpu");
  }
  console.log("our own pages, under the same limits:");
  await printJourneys(rig);
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: 1 });
  await driver.sendDevToolsCommand("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });

  console.log("the module alone, through its glue:");
  const origin = rig.fresh();
  await driver.get(`${origin}/start.html`);
  for (const name of [NAME, "roles"]) {
    const text = await shippedText(name);
    const answers = [...answersTo(await shippedQuiz(name), 1)].map(([id, answer]) => [id, JSON.stringify(answer)]);
    const took = await rig.later(
      async (document_, given) => {
        const load = async (/** @type {string} */ name) => {
          const glue = await import(`/__metier-www/pkg/${name}.js`);
          await glue.default({ module_or_path: await (await fetch(`/${name}_bg.wasm`)).arrayBuffer() });
          return glue;
        };
        const { Session } = await load("player");
        const { Matcher } = await load("matcher");
        const timed = (/** @type {number} */ times, /** @type {() => void} */ work) => {
          for (let warm = 0; warm < times / 5; warm += 1) work();
          const start = performance.now();
          for (let run = 0; run < times; run += 1) work();
          return ((performance.now() - start) * 1000) / times;
        };
        const session = Session.open(document_, "en", 1);
        const matcher = Matcher.open(undefined);
        const open = timed(50, () => Session.open(document_, "en", 1).free());
        const answer =
          timed(20, () => {
            for (const [id, text_] of given) session.answer(id, text_, 1000);
          }) / given.length;
        const report = timed(100, () => session.report());
        const [, known] = session.report();
        const match = known.skills.length > 1 ? timed(20, () => matcher.match(JSON.stringify(known), "en", 1)) : null;
        return { open, answer, report, match };
      },
      text,
      answers,
    );
    const figure = (/** @type {number} */ value) => `${value.toFixed(value < 100 ? 1 : 0)} µs`;
    console.log(
      `  ${name}: open ${figure(took.open)}, answer ${figure(took.answer)}, score ${figure(took.report)}${took.match === null ? "" : `, match ${figure(took.match)}`}`,
    );
  }
} finally {
  await engine.close();
  await proxy.stop();
  site.stop();
}
