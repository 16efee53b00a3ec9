// node tests/bench/peers.mjs: how soon a quiz is there, beside two others that people put on pages (react-quiz-component
// and quizdown, from the lock file in tests/bench/peers): ten single-choice questions on a blank page, slow 4G, CPU/4, in
// one run and in turn. Times are of this machine; the ratios are what to look at.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { open } from "../browser/engines.mjs";
import { Proxy } from "../browser/proxy.mjs";
import { Rig } from "../browser/rig.mjs";
import { shippedQuiz } from "../browser/shipped.mjs";
import { instrument, serveSite } from "../browser/site.mjs";

const RUNS = Number(process.env.RUNS ?? 9);
const PEERS = new URL("peers/node_modules/", import.meta.url).pathname;
const LIMITS = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const WIDTHS = [390, 1280];
const median = (/** @type {number[]} */ numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Ten questions of ours with four options each, and the same for the others. */
async function questions() {
  const forms = await Promise.all(
    ["negotiation", "negotiation-b", "pace", "pace-b", "setbacks", "setbacks-b"].map(shippedQuiz),
  );
  const items = forms.flatMap(({ items }) => items.filter(({ type }) => type === "single"));
  const ten = Array.from({ length: 10 }, (_, at) => ({
    .../** @type {any} */ (items[at % items.length]),
    id: `q${at}`,
  }));
  const { skills, ...quiz } = /** @type {any} */ (forms[2]);
  const own = { ...quiz, id: "ten", items: ten, skills: skills.map(({ behaviours, ...skill }) => skill) };
  for (const name of ["summary", "learn", "forms", "next", "$schema", "meaning"]) delete own[name];
  for (const option of ten.flatMap((item) => item.options)) {
    delete option.shows;
    for (const key of option.keys) key.skill = own.skills[0].id;
  }
  return own;
}

/** @param {any} quiz */
const texts = ({ items }) =>
  items.map((/** @type {any} */ { situation, prompt, options }) => ({
    prompt: [situation, prompt].filter(Boolean).join(" "),
    options: options.map((/** @type {any} */ option) => option.text),
    why: options.map((/** @type {any} */ option) => option.why).join(" "),
  }));

/** @param {any} quiz */
async function reactQuiz(quiz) {
  const { build } = await import(join(PEERS, "esbuild/lib/main.js"));
  const document = {
    quizTitle: quiz.title,
    quizSynopsis: quiz.about,
    nrOfQuestions: "10",
    questions: texts(quiz).map((/** @type {any} */ { prompt, options, why }) => ({
      question: prompt,
      questionType: "text",
      answerSelectionType: "single",
      answers: options,
      correctAnswer: "1",
      explanation: why,
      point: "1",
    })),
  };
  const contents = `import { createElement } from "react"; import { createRoot } from "react-dom/client"; import Quiz from "react-quiz-component";
    createRoot(document.querySelector("#quiz")).render(createElement(Quiz.default ?? Quiz, { quiz: ${JSON.stringify(document)} }));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PEERS },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0].text;
}

/** @param {any} quiz */
const quizdownText = (quiz) =>
  texts(quiz)
    .map((/** @type {any} */ { prompt, options }) =>
      [
        `# ${prompt}`,
        "",
        ...options.map((/** @type {string} */ words, /** @type {number} */ at) => `1. [${at ? " " : "x"}] ${words}`),
      ].join("\n"),
    )
    .join("\n\n");

/** @param {string} head @param {string} body */
const page = (head, body) => ({
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quiz</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body><main>${body}</main><p>Below the quiz.</p></body></html>`,
});

/**
 * Notes when the title, Start and the first question show, and presses Start at once. Quizdown has neither of the first
 * two. Without a press it is noted how far things move until the quiz has been there for a second.
 * @param {string} title @param {string} prompt @param {boolean} press
 */
const watcher = (title, prompt, press) => `
const seen = (window.__seen = { shift: 0 });
new PerformanceObserver(list => list.getEntries().forEach(entry => { seen.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
const look = () => {
  const hosts = document.querySelectorAll('metier-quiz, .quizdown');
  const roots = [document.body, ...[...hosts].map(host => host.shadowRoot)].filter(Boolean);
  const has = words => roots.some(root => root.textContent.includes(words));
  const now = performance.now();
  const button = roots.map(root => root.querySelector('button[data-action=start], .startQuizBtn')).find(Boolean);
  if (!seen.title && has(${JSON.stringify(title)})) seen.title = now;
  if (button && !seen.start) { seen.start = now; if (${press}) button.click(); }
  if (!${press} && now > (seen.start ?? now) + 3000) { seen.first = now; return; }
  if (!seen.first && has(${JSON.stringify(prompt)})) { seen.first = now; return; }
  requestAnimationFrame(look);
};
addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));`;

const site = await serveSite();
const proxy = new Proxy(site.address, instrument, { collect: false });
await proxy.start();
const engine = await open("chromium", proxy.address);
try {
  const rig = new Rig(engine, proxy);
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (engine.driver);
  const quiz = await questions();
  const script = { headers: { "content-type": "text/javascript" } };
  const json = { headers: { "content-type": "application/json" } };
  const packed = (/** @type {any} */ answer) => ({
    headers: { ...answer.headers, "content-encoding": "br" },
    body: brotliCompressSync(answer.body),
  });
  const set = (/** @type {string} */ path, /** @type {any} */ answer) => proxy.replaced.set(path, packed(answer));
  set("/ten.json", { ...json, body: JSON.stringify(quiz) });
  set("/react.js", { ...script, body: await reactQuiz(quiz) });
  set("/quizdown.js", { ...script, body: await readFile(join(PEERS, "quizdown/public/build/quizdown.js"), "utf8") });
  set("/start.html", page("", ""));
  const tag = `<metier-quiz src="/ten.json"><a href="/ten.html">${quiz.title}</a></metier-quiz>`;
  set("/metier.html", page('<script type="module" src="/metier.js"></script>', tag));
  const names =
    (await (await fetch(`http://${site.address}/sw.js`)).text()).match(/(player-\w+\.js|player_bg-\w+\.wasm)/g) ?? [];
  const lines = [...new Set(names)].map((name) =>
    name.endsWith(".js")
      ? `<link rel="modulepreload" href="/${name}">`
      : `<link rel="preload" as="fetch" crossorigin href="/${name}">`,
  );
  const preload = ['<link rel="preload" as="fetch" crossorigin href="/ten.json">', ...lines].join("");
  set("/preload.html", page(`<script type="module" src="/metier.js"></script>${preload}`, tag));
  set("/react.html", page('<script type="module" src="/react.js"></script>', '<div id="quiz"></div>'));
  set(
    "/quizdown.html",
    page(
      '<script src="/quizdown.js"></script>',
      `<div class="quizdown">\n${quizdownText(quiz)}\n</div><script>quizdown.init();</script>`,
    ),
  );
  const prompt = texts(quiz)[0].options[0];

  /** One visit with an empty cache. @param {string} name @param {number} width @param {boolean} [press] */
  const visit = async (name, width, press = true) => {
    const origin = rig.fresh();
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width,
      height: 900,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await driver.get(`${origin}/start.html`);
    const { identifier } = /** @type {any} */ (
      await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", {
        source: watcher(quiz.title, prompt, press),
      })
    );
    await driver.sendAndGetDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" });
    const mark = proxy.mark();
    await driver.get(`${origin}/${name}.html`);
    const seen = await rig.later(async () => {
      const own = /** @type {any} */ (window).__seen;
      while (own.first === undefined) await new Promise((done) => requestAnimationFrame(done));
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      await new Promise((done) => setTimeout(done, 300));
      return { ...own, paint: paint?.startTime };
    });
    const { metrics } = /** @type {any} */ (await driver.sendAndGetDevToolsCommand("Performance.getMetrics"));
    await driver.sendAndGetDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    const task = metrics.find((/** @type {any} */ one) => one.name === "TaskDuration").value * 1000;
    const requests = proxy
      .since(mark)
      .filter((one) => one.url.startsWith(origin) && !one.path.endsWith(`/${name}.html`));
    return { ...seen, task, requests: requests.length };
  };

  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.emulateNetworkConditions", LIMITS);
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: 4 });
  console.log(
    `ten single-choice questions, Chromium ${engine.version}, slow 4G, CPU/4; medians of ${RUNS} visits, in turn`,
  );
  for (const width of WIDTHS) {
    /** @type {Record<string, any[]>} */
    const all = { metier: [], preload: [], react: [], quizdown: [] };
    for (let run = 0; run < RUNS; run += 1)
      for (const name of Object.keys(all)) all[name].push(await visit(name, width));
    /** How far things move while nobody presses. @type {Record<string, number[]>} */
    const still = { metier: [], preload: [] };
    for (const name of Object.keys(still)) still[name].push((await visit(name, width, false)).shift);
    console.log(
      `${width} px`.padEnd(12) +
        ["title", "Start", "answerable", "of react's", "main thread", "of react's", "shift", "requests"]
          .map((head) => head.padStart(12))
          .join(""),
    );
    const middle = (/** @type {string} */ name, /** @type {string} */ what) =>
      median(all[name].map((one) => one[what] ?? NaN));
    for (const name of Object.keys(all)) {
      const ratio = (/** @type {string} */ what) => (middle(name, what) / middle("react", what)).toFixed(2);
      const cells = [
        middle(name, "title").toFixed(0),
        middle(name, "start").toFixed(0),
        middle(name, "first").toFixed(0),
        ratio("first"),
        middle(name, "task").toFixed(0),
        ratio("task"),
        name in still ? median(still[name]).toFixed(3) : "",
        String(middle(name, "requests")),
      ];
      console.log(name.padEnd(12) + cells.map((cell) => cell.padStart(12)).join(""));
    }
  }
} finally {
  await engine.close();
  await proxy.stop();
  site.stop();
}
