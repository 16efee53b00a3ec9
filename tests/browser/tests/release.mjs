// Hosts, caches and neighbours that mix two builds, cut a file or send a page for a module: what was whole stays in
// force, what is not is never kept, and once the host is right again, so is the site.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { earlierRoles, shippedText } from "../shipped.mjs";
import { built, DIST, hostOf } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { twin } from "../twin.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {import('../proxy.mjs').Answer} Answer */

const HTML = { "content-type": "text/html; charset=utf-8" };
const WASM = { "content-type": "application/wasm" };
const SCRIPT = { "content-type": "text/javascript; charset=utf-8" };
const file = (/** @type {string} */ name, folder = DIST) => readFileSync(join(folder, built(name, folder)));

/** What a host gets wrong about one file. @type {[string, string, () => Answer][]} */
const FAULTS = [
  [
    "an older page",
    "/ways.html",
    () => ({
      headers: HTML,
      body: readFileSync(join(DIST, "ways.html"), "utf8").replace("</main>", "<p>Older.</p></main>"),
    }),
  ],
  ["a page for a module", "/player_bg.wasm", () => ({ headers: HTML, body: "<!doctype html><title>Sign in</title>" })],
  [
    "a page under the type of a module",
    "/player_bg.wasm",
    () => ({ headers: WASM, body: "<!doctype html><title>Sign in</title>" }),
  ],
  ["a script cut off", "/player.js", () => ({ headers: SCRIPT, body: file("player.js").subarray(0, 20_000) })],
  [
    "a script as plain text",
    "/whole-module.js",
    () => ({ headers: { "content-type": "text/plain" }, body: file("whole-module.js") }),
  ],
  ["a module of another build", "/whole_bg.wasm", () => ({ headers: WASM, body: file("whole_bg.wasm", twin()) })],
];

/** The names of what is kept. @param {Rig} rig */
const cacheNames = (rig) => rig.later(() => caches.keys());

/** Waits for the first screen of the quiz on the page. @param {Rig} rig @param {string} what */
const begun = (rig, what) =>
  until(
    () =>
      rig.run(
        () => document.querySelector("metier-quiz")?.shadowRoot?.querySelector('section[data-screen="intro"]') != null,
      ),
    `the quiz begins ${what}`,
  );

/**
 * Waits until the browser has given up a worker whose files were not right.
 * @param {Rig} rig
 * @param {string} path what is wrong
 * @param {number} mark
 */
async function refused(rig, path, mark) {
  await until(async () => rig.proxy.since(mark).some((seen) => seen.path === path), `${path} is asked for`);
  await until(
    () =>
      rig.later(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return (
          !registration?.installing &&
          !registration?.waiting &&
          (await caches.keys()).length === (registration?.active ? 1 : 0)
        );
      }),
    "the installation has failed",
  );
}

for (const [what, path, answer] of FAULTS) {
  test(`a host that sends ${what}: nothing is kept, and once it is right, all is`, async (rig) => {
    rig.allow(/MIME|service ?worker|not this build|came as|Script .* load failed/i);
    rig.withWorker();
    const origin = rig.fresh();
    rig.proxy.replaced.set(path, answer());
    const mark = rig.proxy.mark();
    await rig.open(`${origin}/`);
    await refused(rig, path, mark);
    same(await rig.later(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, "workers");
    rig.proxy.replaced.clear();
    await rig.open(`${origin}/`);
    await rig.workerReady();
    rig.proxy.cut(true);
    await rig.open(`${origin}/pace.html`);
    await begun(rig, "without a network");
  });
}

/** The build that a page gets its files from, by the name of the player. @param {Rig} rig */
const ofBuild = (rig) => rig.later(async () => /player-\w+\.js/.exec(await (await fetch("/metier.js")).text())?.[0]);
/** Asks the host for its present worker. @param {Rig} rig */
const update = (rig) =>
  rig.later(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {});
  });

test("an update that comes damaged leaves the build before it in force; a whole one takes over when asked", async (rig) => {
  rig.allow(/service ?worker|not this build|Script .* load failed/i);
  const [before, after] = [built("player.js"), built("player.js", twin())];
  ok(before !== after, `two builds have other names: ${before}`);
  rig.withWorker();
  const origin = rig.fresh();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  // The first visit's page is not the worker's yet.
  await rig.open(`${origin}/`);
  const kept = await cacheNames(rig);
  rig.proxy.host = hostOf(twin());
  rig.proxy.replaced.set("/player.js", { headers: SCRIPT, body: file("player.js") });
  const mark = rig.proxy.mark();
  await update(rig);
  await refused(rig, "/player.js", mark);
  same(await cacheNames(rig), kept, "what is kept");
  await rig.open(`${origin}/pace.html`);
  same(await ofBuild(rig), before, "the build of the page");
  await begun(rig, "as before");

  rig.proxy.replaced.clear();
  await update(rig);
  await until(
    () => rig.later(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === "installed"),
    "the new build waits",
  );
  same(await ofBuild(rig), before, "the build of the page that is open");
  const reload = ".notice[role=status] button";
  await until(() => rig.run((button) => document.querySelector(button) !== null, reload), "the new build is offered");
  const bar = await rig.run((button) => {
    const place = document.querySelector(".notice[role=status]")?.getBoundingClientRect();
    /** @type {string[]} */
    const hidden = [];
    for (const link of document.querySelectorAll("main a, footer a")) {
      if (!(link instanceof HTMLElement) || !link.checkVisibility()) continue;
      link.focus();
      if (link.getBoundingClientRect().bottom > (place?.top ?? 0)) hidden.push(link.outerHTML);
    }
    return {
      bottom: place && innerHeight - place.bottom,
      hidden,
      high: document.querySelector(button)?.clientHeight ?? 0,
    };
  }, reload);
  same(bar.hidden, [], "what has the focus and lies below the offer");
  ok(bar.bottom === 8 && bar.high >= 42, `the offer is a bar at the foot of the window: ${JSON.stringify(bar)}`);
  const opened = await rig.run(() => performance.timeOrigin);
  await rig.run((button) => /** @type {HTMLElement} */ (document.querySelector(button)).click(), reload);
  // Without a request: Chromium does not let go of a worker that has always something to do.
  await until(
    () => rig.run((time) => performance.timeOrigin !== time, opened).catch(() => false),
    "the page is loaded anew",
  );
  same(await ofBuild(rig), after, "the build of the page");
  await begun(rig, "in the new build");
  await until(async () => (await cacheNames(rig)).length === 1, "the files of the old build are taken away");
  ok((await cacheNames(rig))[0] !== kept[0], "the new build is kept");
});

for (const [name, put] of /** @type {[string, string][]} */ ([
  ["player_bg.wasm", "<!doctype html>"],
  ["player.js", 'throw new Error("cut")'],
  ["pace.html", ""],
])) {
  test(`a kept ${name} that is not what was kept is never used: the host is asked, once`, async (rig) => {
    rig.withWorker();
    const origin = rig.fresh();
    await rig.open(`${origin}/`);
    await rig.workerReady();
    const path = name.endsWith("html") ? name : built(name);
    await rig.later(
      async (address, body) => {
        const cache = await caches.open((await caches.keys())[0]);
        const headers = (await cache.match(address))?.headers;
        await cache.put(address, new Response(body, { headers }));
      },
      `/${path}`,
      put,
    );
    const mark = rig.proxy.mark();
    await rig.open(`${origin}/pace.html`);
    await begun(rig, "all the same");
    await rig.proxy.idle();
    same(
      rig.proxy
        .since(mark)
        .filter((seen) => seen.path !== "/sw.js")
        .map((seen) => seen.path),
      [`/${name}`],
      "what the host was asked for",
    );
    rig.proxy.cut(true);
    await rig.open(`${origin}/pace.html`);
    await begun(rig, "without a network");
  });
}

once("kept files that are damaged, on a host with a newer build: the newer build is shown", async (rig) => {
  rig.allow(/404|Failed to load|Loading failed|service ?worker/i);
  rig.withWorker();
  const origin = rig.fresh();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  await rig.later(
    async (address) => {
      const cache = await caches.open((await caches.keys())[0]);
      await cache.put(address, new Response("<!doctype html>", { headers: { "content-type": "application/wasm" } }));
    },
    `/${built("player_bg.wasm")}`,
  );
  rig.proxy.host = hostOf(twin());
  await rig.open(`${origin}/pace.html`);
  // By the quiz, if its script came before the build was given up, or else by the tag.
  const told = () =>
    rig.run(
      () =>
        document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-screen=error], [role=alert]") != null,
    );
  await until(told, "what is missing is told");
  await rig.driver.navigate().refresh();
  same(await ofBuild(rig), built("player.js", twin()), "the build of the page");
  await begun(rig, "in the newer build");
});

const page = '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/pace.json"></metier-quiz>';

/**
 * Which ways on are shown where the player did not come: another try, by a button, or by a second sentence, that a
 * reload helps.
 * @param {Rig} rig
 */
const ways = (rig) =>
  rig.run(() => {
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    const line = root?.querySelector("[role=alert]");
    return {
      retry: root?.querySelector("[data-action=retry]") != null,
      reload: [...(line?.childNodes ?? [])].filter((node) => node instanceof Text).length > 1,
    };
  });

/** Wrong the first time, as from a cache on the way, and right from then on. @param {Answer} answer */
function servedOnce(answer) {
  let asked = 0;
  return Object.assign(() => (asked++ ? undefined : answer), { times: () => asked });
}

for (const [what, path, answer] of FAULTS.filter(([, path]) => /player/.test(path)).concat([
  ["the module of another build", "/player_bg.wasm", () => ({ headers: WASM, body: file("player_bg.wasm", twin()) })],
  [
    "a module of something else",
    "/player_bg.wasm",
    () => ({ headers: WASM, body: Buffer.from("0061736d01000000", "hex") }),
  ],
  ["the module for adverts", "/player_bg.wasm", () => ({ headers: WASM, body: file("advert_bg.wasm") })],
])) {
  once(`an embed that gets ${what} asks once more, past all caches, and goes on`, async (rig) => {
    rig.allow(/SyntaxError|Loading failed|MIME/i);
    const wrong = servedOnce(answer());
    rig.proxy.replaced.set(path, wrong);
    await rig.show(page);
    await begun(rig, "after a second attempt");
    same(wrong.times(), 2, "how often it was asked for");
    same(
      (await rig.events()).map(({ type }) => type),
      ["metier-ready"],
      "events",
    );
  });

  once(
    `an embed that always gets ${what} says so, and goes on after another try once the host is right`,
    async (rig) => {
      rig.allow(/SyntaxError|Loading failed|MIME/i);
      rig.proxy.replaced.set(path, answer());
      await rig.show(page);
      await until(async () => (await ways(rig)).retry, "a button for another try");
      same(await ways(rig), { retry: true, reload: false }, "ways on: no reload is promised to help");
      same(
        (await rig.events()).map(({ type }) => type),
        ["metier-error"],
        "events",
      );
      rig.proxy.replaced.clear();
      await rig.run(() =>
        /** @type {HTMLElement} */ (
          document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-action=retry]")
        ).click(),
      );
      await begun(rig, "after another try");
    },
  );
}

test("a page with the script of an older build, on a host that has a newer one: it says that a reload helps, and it does", async (rig) => {
  rig.allow(/404|Failed to load|Loading failed|MIME/i);
  rig.proxy.host = hostOf(twin());
  rig.proxy.replaced.set(
    "/metier.js",
    servedOnce({
      headers: { ...SCRIPT, "cache-control": "max-age=3600" },
      body: readFileSync(join(DIST, "metier.js")),
    }),
  );
  await rig.show(page);
  await until(async () => (await ways(rig)).reload, "the reload is offered");
  same((await ways(rig)).retry, false, "another try, which would not help");
  await rig.driver.navigate().refresh();
  await begun(rig, "in the newer build");
});

/** What the small player and the matcher read: a quiz of several skills in which no points are shared out. @param {import('../answers.mjs').Quiz} quiz */
const withoutPoints = (quiz) => ({ ...quiz, items: quiz.items.filter(({ type }) => type !== "allocate") });

for (const [name, quiz] of [
  ["role-matcher.js", "earlier"],
  ["whole-module.js", "starter"],
  ["matcher_bg.wasm", "earlier"],
  ["whole_bg.wasm", "starter"],
]) {
  once(
    `a further part that does not come, ${name}: it is told, and another try goes on once the host is right`,
    async (rig) => {
      rig.allow(/404|Failed to load|Loading failed|MIME/i);
      rig.proxy.replaced.set("/quizzes/further.json", {
        headers: { "content-type": "application/json" },
        body: quiz === "earlier" ? JSON.stringify(withoutPoints(await earlierRoles())) : await shippedText(quiz),
      });
      rig.proxy.replaced.set(`/${name}`, { status: 404, body: "not here" });
      await rig.show(
        '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/further.json"></metier-quiz>',
      );
      const reader = new Quiz(rig, new Quick(rig));
      await reader.until((screen) => screen.screen === "error", "the error is shown");
      rig.proxy.replaced.delete(`/${name}`);
      await reader.press("retry");
      await begun(rig, "after another try");
    },
  );
}
