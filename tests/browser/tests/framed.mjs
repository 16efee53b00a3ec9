// A quiz in a frame of somebody else's page: frame.html, the heights that it tells, and metier-frame.js, which follows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { By, error } from "selenium-webdriver";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Quick } from "../hands.mjs";
import { withCollector } from "../proxy.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { QUIZZES, shippedQuiz } from "../shipped.mjs";
import { DIST } from "../site.mjs";
import { ENGINE, ok, once, same, test } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** What the page on embedding gives to copy: the frame with its link, and the helper. */
function linesToCopy(/** @type {string} */ site) {
  const blocks = [...readFileSync(join(DIST, "embed.html"), "utf8").matchAll(/<pre[^>]*><code[^>]*>(.*?)<\/code>/gs)];
  const plain = blocks.map(([, code]) =>
    code
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("https://quiz.example", site),
  );
  const [frame, helper] = ["<iframe", "<script src"].map((tag) => plain.find((one) => one.startsWith(tag)) ?? "");
  ok(frame.includes(`${site}/frame.html`) && helper.includes(`${site}/metier-frame.js`), `${frame}\n${helper}`);
  return { frame, helper };
}

/** A frame with attributes of its own. @param {string} site @param {string} [more] @param {string} [query] */
const frameOf = (site, more = "", query = "quiz=pace") =>
  `<iframe data-metier ${more} title="Quiz" width="700" height="500" style="border:0" src="${site}/frame.html?${query}"></iframe>`;

/**
 * Opens a page with this body on an origin of its own. It writes down what it hears, and each height of its first frame.
 * @param {Rig} rig
 * @param {string} body
 * @param {string} [helper]
 */
async function host(rig, body, helper = "") {
  rig.proxy.replaced.set("/a-host.js", {
    headers: { "content-type": "text/javascript" },
    body: `
      const plain = (_, value) => (typeof value === "bigint" ? String(value) : value);
      const write = (name, what) => {
        const page = document.documentElement.dataset;
        page[name] = JSON.stringify([...JSON.parse(page[name] ?? "[]"), what], plain);
      };
      addEventListener("message", ({ data }) => write("heard", data));
      new MutationObserver(() => write("heights", document.querySelector("iframe").style.height)).observe(document, { attributeFilter: ["style"], subtree: true });`,
  });
  rig.proxy.replaced.set("/a-host.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: withCollector(
      `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><script src="/a-host.js"></script></head><body><main><h1>Host</h1>${body}</main>${helper}</body></html>`,
    ),
  });
  const origin = rig.fresh("localhost");
  await rig.open(`${origin}/a-host.html`);
  return origin;
}

/** What the page around has written down. @param {Rig} rig @returns {Promise<{ heard: any[], heights: string[] }>} */
const written = (rig) =>
  rig.run(() => {
    const { heard = "[]", heights = "[]" } = document.documentElement.dataset;
    return { heard: JSON.parse(heard), heights: JSON.parse(heights) };
  });

/** Into the frame that a selector names. @param {Rig} rig @param {string} [selector] */
async function enter(rig, selector = "iframe") {
  await rig.driver.switchTo().defaultContent();
  await rig.driver.switchTo().frame(await rig.driver.findElement(By.css(selector)));
}

/** Waits until the frame, in which the driver is, is as high as what is in it. @param {Rig} rig @param {string} what */
const fitted = (rig, what) =>
  until(
    () =>
      rig.run(() => {
        // Firefox says so if one looks before.
        if (document.readyState !== "complete") return 0;
        const height = Math.ceil(document.body.getBoundingClientRect().height);
        return document
          .querySelector("metier-quiz")
          ?.shadowRoot?.querySelector("section[data-screen]:not([data-screen=early])") && innerHeight === height
          ? height
          : 0;
      }),
    `the frame is as high as its quiz: ${what}`,
  );

/**
 * From the first screen to the result, in the frame in which the driver is. WebKit lets no script take the focus into
 * a frame of another origin, so it is not looked at.
 * @param {Rig} rig
 * @param {(screen: import('../quiz.mjs').Screen) => Promise<unknown>} [look]
 */
async function take(rig, look = async () => {}) {
  const quiz = await shippedQuiz("pace");
  const answers = answersTo(quiz, 4);
  const reader = new Quiz(rig, new Quick(rig));
  let screen = await reader.until((now) => now.screen === "intro", "the first screen");
  await look(screen);
  await reader.press("start");
  for (;;) {
    const { item } = screen;
    screen = await reader.until(
      (now) => now.screen === "review" || (now.screen === "question" && now.item !== item),
      `what follows ${item}`,
    );
    await look(screen);
    if (screen.screen === "review") break;
    const given = /** @type {import('../answers.mjs').Given} */ (answers.get(String(screen.item)));
    await reader.answer(String(screen.type), given);
    await reader.press("next");
  }
  await reader.press("finish");
  const result = await reader.until((now) => now.screen === "result", "the result");
  await look(result);
  return result;
}

/** Whether all that was heard is heights and nothing else. @param {any[]} heard */
function areHeights(heard) {
  for (const one of heard) {
    same(Object.keys(one).sort(), ["height", "type", "version"], "what a message has");
    ok(one.type === "metier-height" && one.version === 1, JSON.stringify(one));
    ok(Number.isInteger(one.height) && one.height >= 0 && one.height <= 20_000, JSON.stringify(one));
  }
}

test("the lines to copy, on another origin: the frame grows and shrinks with its quiz to the result; the tag's requests alone; no worker, nothing kept", async (rig) => {
  // Firefox says of a frame of another site that its storage is apart.
  rig.allow(/cookiePartitionedForeign/);
  const site = rig.fresh();
  const { frame, helper } = linesToCopy(site);
  const mark = rig.proxy.mark();
  await host(rig, frame, helper);
  await enter(rig);
  /** @type {number[]} */
  const heights = [];
  let begun = 0;
  await take(rig, async (screen) => {
    heights.push(await fitted(rig, `${screen.screen} ${screen.item}`));
    if (heights.length === 2) {
      await rig.proxy.idle();
      begun = rig.proxy.mark();
    }
  });
  same(await rig.requests(begun), [], "requests after the first question");
  same(
    rig.proxy
      .since(mark)
      .map(({ path }) => path)
      .sort(),
    [
      "/a-host.html",
      "/a-host.js",
      "/frame.html",
      "/framed.js",
      "/metier-frame.js",
      "/metier.js",
      "/player.js",
      "/player_bg.wasm",
      "/quizzes/pace.json",
    ],
    "what is asked for",
  );
  const steps = heights.slice(1).map((height, at) => height - heights[at]);
  ok(steps.some((step) => step > 0) && steps.some((step) => step < 0), `it grows and shrinks: ${heights}`);
  const left = await rig.later(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
    kept: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    ground: [document.documentElement, document.body].map((node) => getComputedStyle(node).backgroundColor),
    wide: document.documentElement.scrollWidth - innerWidth,
  }));
  same(
    left,
    { workers: 0, caches: 0, kept: 0, cookies: "", ground: ["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"], wide: 0 },
    "what the frame leaves and shows",
  );
  await rig.clean();
  await rig.driver.switchTo().defaultContent();
  const { heard } = await written(rig);
  areHeights(heard);
  // Nobody answers anybody: a height is told when it changes, and once more when the frame has it.
  ok(heard.length <= 6 * heights.length, `${heard.length} messages of ${heights.length} screens`);
  const counted = async () => {
    await rig.later(async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => requestAnimationFrame(done));
    });
    return (await written(rig)).heard.length;
  };
  const still = await counted();
  same(await counted(), still, "messages once it is still");
});

/** The page as METIER_PLACE makes it: in a sandbox WebKit knows no `'self'`. @param {Rig} rig @param {string} site */
function atItsPlace(rig, site) {
  const page = readFileSync(join(DIST, "frame.html"), "utf8");
  const body = page.replace(/(script-src|connect-src) 'self'/g, `$& ${site}`);
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "frame-ancestors *" };
  if (ENGINE === "webkit") rig.proxy.replaced.set("/frame.html", { headers, body: withCollector(body) });
}

if (ENGINE === "webkit")
  test("a frame whose policy lets nothing run is a link", async (rig) => {
    rig.allow(/./);
    await host(rig, frameOf(rig.fresh(), 'sandbox="allow-scripts"'));
    await enter(rig);
    await until(
      () => rig.run(() => document.readyState === "complete" && document.body.innerText.trim() === "See the quizzes"),
      "the link",
    );
    await rig.driver.switchTo().defaultContent();
  });

for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin allow-popups"]) {
  test(`in a frame with sandbox="${sandbox}" the quiz is taken to its result, and the frame follows`, async (rig) => {
    rig.allow(/cookiePartitionedForeign/);
    const site = rig.fresh();
    atItsPlace(rig, site);
    await host(rig, frameOf(site, `sandbox="${sandbox}"`), linesToCopy(site).helper);
    await enter(rig);
    await take(rig, (screen) => fitted(rig, `${screen.screen} ${screen.item}`));
    same(await rig.run(() => origin), sandbox.includes("same-origin") ? site : "null", "the origin of the frame");
    await rig.clean();
    await rig.driver.switchTo().defaultContent();
    areHeights((await written(rig)).heard);
  });
}

test("frames that come after the helper, and a helper that comes after the frame", async (rig) => {
  const site = rig.fresh();
  const { helper } = linesToCopy(site);
  const add = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes) =>
    rig.run(
      (tag, all) => {
        const node = document.createElement(tag);
        for (const [attribute, value] of Object.entries(all)) node.setAttribute(attribute, value);
        document.querySelector("main")?.append(node);
      },
      name,
      attributes,
    );
  await host(rig, "", helper);
  await add("iframe", { "data-metier": "", title: "Quiz", src: `${site}/frame.html?quiz=pace` });
  await enter(rig);
  await fitted(rig, "a frame added later");
  await rig.clean();
  await rig.driver.switchTo().defaultContent();

  await host(rig, frameOf(site));
  await enter(rig);
  await new Quiz(rig, new Quick(rig)).until((now) => now.screen === "intro", "the first screen");
  same(await rig.run(() => innerHeight), 500, "the height without a helper");
  await rig.driver.switchTo().defaultContent();
  await until(async () => (await written(rig)).heard.length > 1, "the frame has spoken");
  await add("script", { src: `${site}/metier-frame.js` });
  await enter(rig);
  await fitted(rig, "a helper added later");
  await rig.clean();
  await rig.driver.switchTo().defaultContent();
});

/** Each is no height, by what is wrong with it; made in the page that sends it. */
const HOSTILE = `
  const good = { type: "metier-height", version: 1, height: 444 };
  const { type, version, height } = good;
  const ownProto = JSON.parse('{"__proto__":{"type":"metier-height","version":1,"height":444}}');
  const bad = [
    "metier-height", JSON.stringify(good), 444, null, undefined, true, [], [good], ["metier-height", 1, 444], {}, new Map(Object.entries(good)),
    { ...good, type: "metier-heigh" }, { ...good, type: ["metier-height"] }, { ...good, version: 2 }, { ...good, version: "1" },
    ...["444", "444px", NaN, Infinity, -Infinity, -1, 20001, 1e9, 2 ** 53, 44.5, null, undefined, true, [444], { valueOf: 444 }, 444n, new Number(444), new Date(444)].map((height) => ({ type, version, height })),
    { type, height }, { version, height }, { type, version }, { ...good, more: 1 }, { height, version, type },
    Object.create(good), ownProto, { ...good, ["__proto__"]: 1 }, { type, version, constructor: 444 }, new Blob([JSON.stringify(good)]), new ArrayBuffer(8),
  ];`;

/**
 * Sends from where the driver is.
 * @param {Rig} rig
 * @param {"parent" | "window"} whom
 * @param {string} what
 * @returns {Promise<number>} how many
 */
const send = (rig, whom, what) =>
  rig.driver.executeScript(
    `${HOSTILE}; const all = ${what}; all.forEach((one) => ${whom}.postMessage(one, "*")); return all.length`,
  );

/** Waits until the page around has heard so many more. @param {Rig} rig @param {number} before @param {number} count */
const heardAll = (rig, before, count) =>
  until(async () => (await written(rig)).heard.length >= before + count, "all has been heard");

test("messages that are no height, or come from another window or another origin, change nothing", async (rig) => {
  // Firefox says so of a frame that is looked at, or made higher, while another loads.
  rig.allow(/Layout was forced before/);
  const site = rig.fresh();
  rig.proxy.replaced.set("/a-stranger.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: withCollector('<!doctype html><html lang="en"><title>Stranger</title><link rel="icon" href="data:,"></html>'),
  });
  const stranger = rig.fresh("localhost");
  await host(
    rig,
    `${frameOf(site)}<iframe id="stranger" title="Stranger" src="${stranger}/a-stranger.html"></iframe><iframe id="gone" data-metier title="Gone" src="${site}/frame.html?quiz=pace"></iframe>`,
    linesToCopy(site).helper,
  );
  await enter(rig);
  const height = await fitted(rig, "the first screen");
  await enter(rig, "#gone");
  await fitted(rig, "the first screen");
  // The frame is still called after our page, but somebody else's is in it.
  await rig.run((address) => location.replace(address), `${stranger}/a-stranger.html`);
  const gone = async () => {
    // Another origin's page is another process's in Firefox, and what the driver was in may end at any moment.
    await enter(rig, "#gone");
    return rig.run((wanted) => location.href.startsWith(wanted) && "__collected" in window, stranger);
  };
  await until(
    () =>
      gone().catch((fault) => {
        if (fault instanceof error.NoSuchWindowError) return false;
        throw fault;
      }),
    "the frame is gone",
  );
  const styles = () =>
    rig.run(() => [...document.querySelectorAll("iframe")].map((frame) => frame.getAttribute("style") ?? ""));

  await rig.driver.switchTo().defaultContent();
  const before = await styles();
  const start = (await written(rig)).heard.length;
  let count = 0;
  // Of the page around itself, of a frame that is none of ours, of one that was.
  count += await send(rig, "window", "[good, ...bad]");
  await enter(rig, "#stranger");
  count += await send(rig, "parent", "[good, ...bad]");
  await enter(rig, "#gone");
  count += await send(rig, "parent", "[good, ...bad]");
  // Of our own frame, if a page of ours ever went wrong.
  await enter(rig);
  count += await send(rig, "parent", "bad");
  await rig.driver.switchTo().defaultContent();
  await heardAll(rig, start, count);
  same(await styles(), before, "the frames after hostile messages");

  // What a page's own prototypes say is nothing that a message says.
  await rig.run(() => Object.assign(Object.prototype, { type: "metier-height", version: 1, height: 444 }));
  await enter(rig);
  const more = await send(rig, "parent", "[{}, [], { type }, { type, version }]");
  await rig.driver.switchTo().defaultContent();
  await heardAll(rig, start + count, more);
  await rig.run(() => {
    for (const name of ["type", "version", "height"]) delete (/** @type {any} */ (Object.prototype)[name]);
  });
  same(await styles(), before, "the frames after messages that say nothing themselves");

  // A message as it should be is still heard, so that all the others were looked at; the quiz then says its own height.
  const { heights } = await written(rig);
  await enter(rig);
  await send(rig, "parent", "[good]");
  await rig.driver.switchTo().defaultContent();
  await until(async () => {
    const since = (await written(rig)).heights.slice(heights.length);
    return since[0] === "444px" && since.at(-1) === `${height}px`;
  }, "the frame follows a height, and then the quiz again");
});

/** The attributes of the tag; null if there is none. @param {Rig} rig */
const attributes = (rig) =>
  rig.run(() => {
    const tag = document.querySelector("metier-quiz");
    return tag && Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value]));
  });

once("an address asks for what it may and for nothing else", async (rig) => {
  const site = rig.fresh();
  const src = "quizzes/pace.json";
  for (const [query, wanted] of /** @type {[string, Record<string, string>][]} */ ([
    ["quiz=pace", { src, heading: "1" }],
    [
      "quiz=pace&lang=pt-BR&seed=7&theme=dark&heading=3",
      { src, heading: "3", lang: "pt-BR", seed: "7", theme: "dark" },
    ],
    ["quiz=pace&resume&theme=auto", { src, heading: "1", resume: "", theme: "auto" }],
    ["quiz=pace&resume=no&seed=-1&theme=red&heading=7&lang=%3Cb%3E", { src, heading: "1" }],
    ["quiz=pace&seed=1e9&theme=dark%20&heading=&lang=&src=//evil.example/a.json", { src, heading: "1" }],
    ["quiz=pace&roles=//evil.example/a.json&onclick=alert(1)&class=a&id=b&style=color:red", { src, heading: "1" }],
    [`quiz=pace&quiz=roles&seed=${"9".repeat(1000)}&lang=${"a".repeat(1000)}`, { src, heading: "1" }],
  ])) {
    await rig.open(`${site}/frame.html?${query}`);
    await new Quiz(rig, new Quick(rig)).until((now) => now.screen === "intro", `the first screen of ${query}`);
    same(await attributes(rig), wanted, query);
    same(await rig.run(() => document.title), "Keeping the pace · Metier", "the title");
  }
});

once("a quiz that is not there is a sentence and links to those that are", async (rig) => {
  const site = rig.fresh();
  const wrong = [
    "",
    "nope",
    "PACE",
    "../pace",
    "pace.html",
    "pace.json",
    "pace%00",
    "%22%5D%2C*",
    "%3Cimg%20src%3Dx%3E",
  ];
  const more = ["https://evil.example/pace", "__proto__", "index", "method", "pace%20", "a".repeat(2000)];
  for (const query of ["", "Quiz=pace", ...[...wrong, ...more].map((name) => `quiz=${name}`)]) {
    const mark = rig.proxy.mark();
    await rig.open(`${site}/frame.html?${query}`);
    await until(() => rig.run(() => document.querySelector("h1")?.checkVisibility() ?? false), `the list: ${query}`);
    same(await attributes(rig), null, query);
    same(
      await rig.run(() => [...document.querySelectorAll("li a")].map((link) => link.getAttribute("href")).sort()),
      QUIZZES.map((name) => `${name}.html`).sort(),
      "links",
    );
    same(
      (await rig.requests(mark)).map((one) => new URL(one.split(" ")[1]).pathname.replace(/-[0-9a-f]{12}/, "")).sort(),
      ["/frame.html", "/framed.js", "/metier.js"],
      "what is asked for",
    );
  }
  await audit(rig, "the list");
});

once("every link of a frame opens a tab of its own", async (rig) => {
  await rig.open(`${rig.fresh()}/frame.html?quiz=pace`);
  await take(rig);
  const seen = await rig.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
    const links = [...root.querySelectorAll("a")].map((link) => link.target || document.querySelector("base")?.target);
    return { links: links.length, targets: [...new Set(links)] };
  });
  ok(seen.links > 0, "there are links on the result");
  same(seen.targets, ["_blank"], "targets");
});

once("without the frame the lines to copy are a link", async (rig) => {
  const site = rig.fresh();
  const { frame } = linesToCopy(site);
  // What a sanitiser does to a tag that it does not take: all of it goes.
  await host(rig, frame.replace(/<iframe.*?<\/iframe>/s, ""));
  same(
    await rig.run(() =>
      [...document.querySelectorAll("main a")].map((link) => /** @type {HTMLAnchorElement} */ (link).href),
    ),
    [`${site}/pace.html`],
    "links that are left",
  );
});

test("frame.html fits 320 pixels, targets 44", async (rig) => {
  const origin = rig.fresh();
  await inFrame(rig, "/frame.html?quiz=pace", origin);
  const seen = new Set();
  await take(rig, async (screen) => {
    const kind = screen.type ?? String(screen.screen);
    if (!seen.has(kind)) await fits(rig, `a frame, ${kind}`);
    seen.add(kind);
  });
  await rig.clean();
  await rig.driver.switchTo().defaultContent();
  // Firefox says so of a second page with a frame.
  rig.allow(/Layout was forced before/);
  await inFrame(rig, "/frame.html?quiz=nope", origin);
  await fits(rig, "the list");
  await rig.driver.switchTo().defaultContent();
});

once("axe finds nothing in frame.html, nor in a page with it", async (rig) => {
  const site = rig.fresh();
  await rig.open(`${site}/frame.html?quiz=pace`);
  const seen = new Set();
  await take(rig, async (screen) => {
    const kind = screen.type ?? String(screen.screen);
    if (!seen.has(kind)) await audit(rig, kind);
    seen.add(kind);
  });
  if (ENGINE === "chromium") {
    await rig.see("dark");
    await audit(rig, "the result, dark");
    await rig.see("light");
  }
  await host(rig, linesToCopy(site).frame);
  await audit(rig, "a page with a frame");
});
