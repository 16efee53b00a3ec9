// Addresses that are none, downloads without end, and who is told what: said in words and as an event, never waited
// for.
import { open as openAdvert } from "../advert-page.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { INSTRUMENT } from "../proxy.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const JSON_TYPE = { "content-type": "application/json" };
const script = '<script type="module" src="/metier.js"></script>';

/** The error on show. @param {Rig} rig */
async function refusal(rig) {
  return until(async () => {
    const screen = await new Quiz(rig, new Quick(rig)).screen();
    return screen.screen === "error" && screen;
  }, "the error is shown");
}
/** @param {Rig} rig @param {string} what */
const begun = (rig, what) =>
  until(
    () =>
      rig.run(
        () => document.querySelector("metier-quiz")?.shadowRoot?.querySelector('section[data-screen="intro"]') != null,
      ),
    `the quiz begins ${what}`,
  );

for (const [attribute, address] of [
  ["src", "http://["],
  ["src", "https://"],
  ["roles", "http://["],
  ["roles", "https://"],
]) {
  once(`${attribute}="${address}" is no address: that is said, and told`, async (rig) => {
    await rig.show(
      `${script}<metier-quiz ${attribute === "src" ? "" : 'src="/quizzes/roles.json"'} ${attribute}="${address}"></metier-quiz>`,
    );
    const screen = await refusal(rig);
    ok(screen.text.includes(address), `the address is named: ${screen.text}`);
    const events = await rig.told("error");
    same(
      events.map(({ detail }) => detail.code),
      ["load"],
      "events",
    );
    ok(events[0].detail.message.includes(address), events[0].detail.message);
  });
}

for (const kind of ["data", "blob"]) {
  once(`the property in a ${kind}: document, which has no address to begin with, needs none`, async (rig) => {
    const origin = rig.fresh();
    const text = JSON.stringify(await shippedQuiz("pace")).replaceAll("<", "\\u003c");
    const inner =
      `<!doctype html><html lang="en"><title>Inner</title><script src="${origin}${INSTRUMENT}collector.js"></script><script type="module" src="${origin}/metier.js"></script>` +
      `<metier-quiz></metier-quiz><script>document.querySelector('metier-quiz').quiz = ${JSON.stringify(text)}</script></html>`;
    const make =
      kind === "data"
        ? `"data:text/html;charset=utf-8," + encodeURIComponent(inner)`
        : `URL.createObjectURL(new Blob([inner], { type: "text/html" }))`;
    const headers = { "content-type": "text/html; charset=utf-8" };
    rig.proxy.replaced.set("/outer.html", {
      headers,
      body:
        `<!doctype html><html lang="en"><title>Outer</title><link rel="icon" href="data:,"><iframe title="inner" width="600" height="600"></iframe>` +
        `<script>const inner = ${JSON.stringify(inner).replaceAll("</", "<\\/")}; document.querySelector("iframe").src = ${make};</script></html>`,
    });
    await rig.open(`${origin}/outer.html`);
    await rig.driver.switchTo().frame(0);
    await begun(rig, "without an address");
    await rig.driver.switchTo().defaultContent();
  });
}

for (const [what, path] of [
  ["a quiz", "/quizzes/huge.json"],
  ["a catalogue", "/huge.json"],
]) {
  test(`${what} of more than 2 MB is not read to its end, which never comes`, async (rig) => {
    rig.proxy.replaced.set(path, { headers: JSON_TYPE, body: " ".repeat(2 ** 21 + 4), endless: true });
    const mark = rig.proxy.mark();
    await rig.show(
      `${script}<metier-quiz ${what === "a catalogue" ? `src="/quizzes/roles.json" roles="${path}"` : `src="${path}"`}></metier-quiz>`,
    );
    const screen = await refusal(rig);
    const events = await rig.told("error");
    same(
      events.map(({ detail }) => detail.code),
      ["load"],
      "events",
    );
    const [
      {
        detail: { message },
      },
    ] = events;
    ok(
      message.includes(path) &&
        message.includes("2 MB") &&
        screen.text.includes(message) &&
        screen.text.includes(say("error-load")),
      screen.text,
    );
    await until(
      async () => rig.proxy.since(mark).find((seen) => seen.path === path)?.status === 200,
      "the browser no longer waits for it",
    );
  });
}

/** Makes a file never end; gives what is seen of the page asking for it. @param {Rig} rig @param {string} path */
function endless(rig, path) {
  rig.proxy.replaced.set(path, { headers: JSON_TYPE, body: "{", endless: true });
  const mark = rig.proxy.mark();
  return () => rig.proxy.since(mark).filter((seen) => seen.path === path);
}

/** The time limits of the page, to be let pass by the test. */
const LIMITS = `AbortSignal.timeout = (ms) => { const limit = new AbortController(); (window.__limits ??= []).push({ ms, limit }); return limit.signal; };`;
/** Lets all time limits pass. @param {Rig} rig @returns {Promise<number[]>} how long they were */
const pass = (rig) =>
  rig.run(() =>
    window.__limits.map(({ ms, limit }) => {
      limit.abort(new DOMException("late", "TimeoutError"));
      return ms;
    }),
  );

for (const [what, path, headers] of /** @type {[string, string, Record<string, string>][]} */ ([
  ["quiz", "/quizzes/pace.json", JSON_TYPE],
  ["module", "/player_bg.wasm", { "content-type": "application/wasm" }],
])) {
  test(`a ${what} that never ends is given up after a minute, in words, and another try goes on`, async (rig) => {
    rig.proxy.replaced.set("/limits.js", { headers: { "content-type": "text/javascript" }, body: LIMITS });
    rig.proxy.replaced.set(path, { headers, body: "\0", endless: true });
    const mark = rig.proxy.mark();
    await rig.show(`<script src="/limits.js"></script>${script}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
    await until(async () => rig.proxy.since(mark).some((seen) => seen.path === path), `${path} is asked for`);
    same([...new Set(await pass(rig))], [60_000], "milliseconds");
    const reader = new Quiz(rig, new Quick(rig));
    const screen = await until(async () => {
      await pass(rig);
      const now = await reader.screen();
      return now.screen === "error" && now;
    }, "the error is shown");
    const message = (await rig.told("error")).at(-1)?.detail.message ?? "";
    ok(/\/(pace\.json|player_bg[^/]*\.wasm): .*\b60\b/.test(message) && screen.text.includes(message), screen.text);
    rig.proxy.replaced.delete(path);
    await reader.press("retry");
    await begun(rig, "after another try");
  });
}

test("a quiz that leaves its page stops its downloads, and begins anew when it comes back", async (rig) => {
  const path = "/quizzes/pace.json";
  const asked = endless(rig, path);
  await rig.show(`${script}<metier-quiz src="${path}"></metier-quiz>`);
  await until(async () => asked().length === 1, "the quiz is asked for");
  await rig.run(() => {
    const quiz = /** @type {Element} */ (document.querySelector("metier-quiz"));
    addEventListener("back", () => document.querySelector("main")?.append(quiz), { once: true });
    quiz.remove();
  });
  await until(async () => asked()[0].status === 200, "the browser no longer waits for it");
  rig.proxy.replaced.delete(path);
  await rig.run(() => dispatchEvent(new Event("back")));
  await begun(rig, "in its new place");
  same((await rig.told("error")).length, 0, "events of an error");
});

test("another address set while the first is still on its way: the first is no longer waited for", async (rig) => {
  const path = "/quizzes/slow.json";
  const slow = endless(rig, path);
  await rig.show(`${script}<metier-quiz src="${path}"></metier-quiz>`);
  await until(async () => slow().length === 1, "the first is asked for");
  await rig.run(() => {
    document.querySelector("metier-quiz")?.setAttribute("src", "/quizzes/pace.json");
  });
  await begun(rig, "with the second");
  await until(async () => slow()[0].status === 200, "the browser no longer waits for the first");
  same((await rig.told("error")).length, 0, "events of an error");
});

/**
 * A login cookie of a host; hosts of one name share it whatever their port, so it goes with the test.
 * @param {Rig} rig
 * @param {string} origin
 */
async function login(rig, origin) {
  rig.proxy.replaced.set("/login.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: '<!doctype html><html lang="en"><title>Login</title><link rel="icon" href="data:,"></html>',
  });
  await rig.open(`${origin}/login.html`);
  await rig.run(() => {
    document.cookie = "login=1; path=/";
  });
}

test("a site behind a login: its own files are asked for with the cookie", async (rig) => {
  const origin = rig.fresh("localhost");
  try {
    await login(rig, origin);
    const mark = rig.proxy.mark();
    await rig.open(`${origin}/roles.html`);
    await begun(rig, "behind a login");
    await rig.open(`${origin}/profile.html`);
    await until(
      () =>
        rig.run(() => document.querySelector("#profile")?.shadowRoot?.querySelector("section[data-screen]") != null),
      "the profile",
    );
    await openAdvert(rig, false, origin);
    const without = rig.proxy
      .since(mark)
      .filter((seen) => seen.cookie === "" && /\.(json|wasm|js|html)$/.test(seen.path) && seen.path !== "/sw.js");
    same(
      without.map((seen) => seen.path),
      [],
      "asked for without the cookie",
    );
  } finally {
    await rig.driver.manage().deleteAllCookies();
  }
});

test("a quiz, a module and a catalogue from elsewhere are asked for without any cookie", async (rig) => {
  const site = rig.fresh("localhost");
  try {
    await login(rig, site);
    const mark = rig.proxy.mark();
    await rig.show(
      `<script type="module" src="${site}/metier.js"></script><metier-quiz src="${site}/quizzes/roles.json" roles="${site}/roles/product.json"></metier-quiz>`,
      { site },
    );
    await begun(rig, "from elsewhere");
    const seen = rig.proxy.since(mark).filter((one) => one.url.startsWith(site));
    ok(seen.length > 5, `${seen.length} files from elsewhere`);
    same(
      seen.filter((one) => one.cookie !== "").map((one) => one.path),
      [],
      "asked for with a cookie",
    );
  } finally {
    await rig.open(`${site}/login.html`);
    await rig.driver.manage().deleteAllCookies();
  }
});

test("what did not come is named by its address; that the policy of the page forbids it is said", async (rig) => {
  rig.allow(/404|Failed to load resource|policy|Content.Security/i);
  for (const { address, code, words } of /** @type {const} */ ([
    { address: "/quizzes/none.json", code: "load", words: "error-lost" },
    { address: "https://elsewhere.example/quiz.json", code: "policy", words: "error-policy" },
  ])) {
    await rig.show(`${script}<metier-quiz src="${address}"></metier-quiz>`);
    const { text } = await refusal(rig);
    ok(text.includes(address) && text.includes(say(words)), `${address}, and why: ${text}`);
    const told = (await rig.told("error")).map(({ detail }) => detail.code);
    same(told, [code], `events for ${address}`);
  }
});
