// The element as pages, frameworks, frames and servers use it: what is set to nothing, to an object or to the same
// again; no forms, no document, an older browser.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { answersTo } from "../answers.mjs";
import { Keyboard, Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz, shippedText } from "../shipped.mjs";
import { DIST, ROOT } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const script = '<script type="module" src="/metier.js"></script>';
const SCRIPT = { "content-type": "text/javascript" };
/** @param {Rig} rig @param {string} [host] */
const begun = (rig, host = "metier-quiz") =>
  until(
    () =>
      rig.run(
        (selector) =>
          document.querySelector(selector)?.shadowRoot?.querySelector('section[data-screen="intro"]') != null,
        host,
      ),
    `${host} begins`,
  );
/** @param {Rig} rig */
const events = async (rig) => (await rig.events()).map(({ type }) => type);

once("what is set to undefined is as if it had never been set, before the element is known and after", async (rig) => {
  rig.proxy.replaced.set("/early.js", {
    headers: SCRIPT,
    body: 'for (const name of ["src", "roles", "seed", "heading", "theme", "quiz"]) early[name] = name === "src" ? early.src : undefined;',
  });
  await rig.show(
    `<metier-quiz id="early" src="/quizzes/pace.json"></metier-quiz><script src="/early.js"></script>${script}`,
  );
  await begun(rig);
  const left = await rig.run(() => {
    const quiz = /** @type {HTMLElementTagNameMap['metier-quiz']} */ (document.querySelector("metier-quiz"));
    for (const name of /** @type {const} */ (["roles", "seed", "heading", "theme", "quiz"])) quiz[name] = undefined;
    return { attributes: quiz.getAttributeNames().sort(), quiz: quiz.quiz };
  });
  same(left, { attributes: ["id", "src"], quiz: null }, "what is set");
  same(await events(rig), ["metier-ready"], "events");
});

once("a document as an object is read; the same again, and the same address again, change nothing", async (rig) => {
  await rig.show(`${script}<metier-quiz></metier-quiz>`);
  const quiz = await shippedQuiz("pace");
  const set = (/** @type {boolean} */ asText) =>
    rig.run(
      (given, text) => {
        Object.assign(/** @type {Element} */ (document.querySelector("metier-quiz")), {
          quiz: text ? JSON.stringify(given) : given,
        });
      },
      quiz,
      asText,
    );
  await set(false);
  await begun(rig);
  const reader = new Quiz(rig, new Quick(rig));
  const first = await reader.start({ quiz, answers: answersTo(quiz, 1) });
  await set(false);
  await set(true);
  await reader.press("skip");
  const second = await reader.until(
    (screen) => screen.screen === "question" && screen.item !== first.item,
    "the second question",
  );
  await rig.run(() => {
    const one = document.querySelector("metier-quiz");
    if (one) one.src = one.src;
  });
  same((await reader.screen()).item, second.item, "the question");
  same((await events(rig)).filter((type) => type === "metier-ready").length, 1, "how often it was ready");
});

test("a document within the tag is read; its text stays data", async (rig) => {
  await rig.show(
    `${script}<metier-quiz><script type="application/json">${(await shippedText("pace")).replaceAll("<", "\\u003c")}</script><p>Fallback</p></metier-quiz>`,
  );
  await begun(rig);
});

once("a tag that names no document says so, once the page is there", async (rig) => {
  await rig.show(`${script}<metier-quiz scr="/quizzes/pace.json"><p>Fallback</p></metier-quiz>`);
  const said = await until(
    () => rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[role=alert]")?.textContent),
    "it is said",
  );
  for (const name of ["src", "quiz"]) ok(new RegExp(`\\b${name}\\b`).test(said), `${name} is named: ${said}`);
  same(await events(rig), ["metier-error"], "events");
  ok(
    await rig.run(() => document.querySelector("metier-quiz p")?.getClientRects().length === 1),
    "the children are still shown",
  );
  await rig.run(() => {
    Object.assign(/** @type {Element} */ (document.querySelector("metier-quiz")), { src: "/quizzes/pace.json" });
  });
  await begun(rig);
});

test("another level for the headings holds from the screen on show", async (rig) => {
  await rig.show(`${script}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
  await begun(rig);
  const level = () =>
    rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector('[tabindex="-1"]')?.localName);
  same(await level(), "h2", "the level before");
  await rig.run(() => {
    Object.assign(/** @type {Element} */ (document.querySelector("metier-quiz")), { heading: 4 });
  });
  same(await level(), "h4", "the level on the first screen");
  const quiz = await shippedQuiz("pace");
  const reader = new Quiz(rig, new Quick(rig));
  await reader.start({ quiz, answers: new Map() });
  same(await level(), "h4", "the level on a question");
  await rig.run(() => {
    /** @type {any} */ (document.querySelector("metier-quiz")).heading = 3;
  });
  same(await level(), "h3", "another level on the question");
  await rig.run(() => document.querySelector("metier-quiz")?.setAttribute("loading", "eager"));
  await reader.press("skip");
  await reader.until(
    ({ item }) => item === quiz.items[1].id,
    "the next question, where the way of loading was changed",
  );
  same(await level(), "h3", "its level");
});

once("a level and a language set while the quiz is on its way hold once it is there", async (rig) => {
  const quiz = await shippedQuiz("pace");
  const translations = [{ language: "de", strings: { title: "DE Titel" } }];
  rig.proxy.replaced.set("/quizzes/two.json", { body: JSON.stringify({ ...quiz, translations }) });
  await rig.show(`${script}<metier-quiz src="/quizzes/two.json"></metier-quiz>`);
  await begun(rig);
  await rig.run(() => {
    Object.assign(/** @type {Element} */ (document.querySelector("metier-quiz")), { seed: 3, heading: 4, lang: "de" });
  });
  await until(async () => (await rig.told("ready")).length === 2, "the quiz is there again");
  const shown = await rig.run(() => {
    const heading = document.querySelector("metier-quiz")?.shadowRoot?.querySelector('[tabindex="-1"]');
    return [heading?.localName, heading?.textContent];
  });
  same(shown, ["h4", "DE Titel"], "level and words of the main heading");
});

for (const [how, make] of /** @type {[string, (rig: Rig) => import('../hands.mjs').Hand][]} */ ([
  ["clicks", (rig) => new Quick(rig)],
  ["keys", (rig) => new Keyboard(rig)],
])) {
  test(`in a frame that allows no forms the quiz is taken by ${how}`, async (rig) => {
    const origin = rig.fresh();
    const headers = { "content-type": "text/html; charset=utf-8" };
    rig.proxy.replaced.set("/inner.html", {
      headers,
      body: `<!doctype html><html lang="en"><title>Inner</title><link rel="icon" href="data:,">${script}<metier-quiz src="/quizzes/pace.json"></metier-quiz></html>`,
    });
    rig.proxy.replaced.set("/outer.html", {
      headers,
      body: '<!doctype html><html lang="en"><title>Outer</title><link rel="icon" href="data:,"><iframe title="inner" sandbox="allow-scripts" width="700" height="560" src="/inner.html"></iframe></html>',
    });
    await rig.open(`${origin}/outer.html`);
    await rig.driver.switchTo().frame(0);
    const quiz = await shippedQuiz("pace");
    const plan = { quiz, answers: answersTo(quiz, 2) };
    const reader = new Quiz(rig, make(rig));
    await reader.until((screen) => screen.screen === "intro", "the first screen");
    await reader.press("start");
    // WebKit lets no script take the focus into a frame of another origin before somebody has touched it.
    const first = await reader.until((screen) => screen.screen === "question", "the first question");
    await reader.answer(
      String(first.type),
      /** @type {import('../answers.mjs').Given} */ (plan.answers.get(String(first.item))),
    );
    await reader.press("next");
    await reader.until((screen) => screen.screen === "question" && screen.item !== first.item, "the second question");
    await reader.press("back");
    await reader.until((screen) => screen.item === first.item, "the first question");
    await reader.press("skip");
    await reader.until(
      (screen) => screen.screen === "question" && screen.item !== first.item,
      "the second question again",
    );
    await rig.driver.switchTo().defaultContent();
  });
}

test("a browser that makes no instance of a module at once, as Chromium up to 114, takes quizzes of every kind", async (rig) => {
  const body =
    'for (const name of ["Instance", "Module"]) { const own = WebAssembly[name]; WebAssembly[name] = new Proxy(own, { construct() { throw new RangeError(`WebAssembly.${name} is disallowed on the main thread`); } }); }';
  rig.proxy.replaced.set("/older.js", { headers: SCRIPT, body });
  rig.proxy.replaced.set("/quizzes/starter.json", {
    headers: { "content-type": "application/json" },
    body: await shippedText("starter"),
  });
  for (const name of ["pace", "roles", "starter"]) {
    await rig.show(`<script src="/older.js"></script>${script}<metier-quiz src="/quizzes/${name}.json"></metier-quiz>`);
    await begun(rig);
  }
});

once("a server may import the file of the tag, as it is and as it is released", async () => {
  for (const folder of [join(ROOT, "www"), DIST]) {
    const said = execFileSync(
      "node",
      [
        "--input-type=module",
        "-e",
        `await import(${JSON.stringify(join(folder, "metier.js"))}); console.log("imported");`,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    same(said.trim(), "imported", folder);
  }
});

for (const width of [360, 390, 480, 800]) {
  test(`as much room is kept free as the first screen takes, ${width} pixels wide`, async (rig) => {
    const origin = rig.fresh();
    for (const name of ["pace", "setbacks", "negotiation"]) {
      const frame = `<iframe title="quiz" width="${width}" height="600" frameborder="0" src="/inner.html"></iframe>`;
      const page = (/** @type {string} */ body) => ({
        headers: { "content-type": "text/html; charset=utf-8" },
        body: `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">${body}</html>`,
      });
      rig.proxy.replaced.set(
        "/inner.html",
        page(
          `${script}<canvas width="1" height="3000"></canvas><metier-quiz src="/quizzes/${name}.json"><a href="/">Fallback</a></metier-quiz>`,
        ),
      );
      rig.proxy.replaced.set("/outer.html", page(frame));
      await rig.open(`${origin}/outer.html`);
      await rig.driver.switchTo().frame(0);
      const height = () => rig.run(() => document.querySelector("metier-quiz")?.getBoundingClientRect().height ?? 0);
      await until(() => rig.run(() => customElements.get("metier-quiz") !== undefined), "the tag is known");
      const before = await height();
      await rig.run(() => document.querySelector("metier-quiz")?.scrollIntoView({ behavior: "instant" }));
      await begun(rig);
      const after = await height();
      ok(Math.abs(after - before) < 0.1 * after, `${name}: ${before} kept free, ${after} used`);
      await rig.driver.switchTo().defaultContent();
    }
  });
}

test("another language under way keeps the place, the answers and what is chosen, on every screen", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("starter"));
  // A question a screen.
  for (const item of quiz.items) delete item.group;
  const strings = Object.fromEntries([
    ["title", "DE Titel"],
    ...quiz.items.map((/** @type {any} */ { id, prompt }) => [`items/${id}/prompt`, `DE ${prompt}`]),
  ]);
  const document_ = { ...quiz, translations: [{ language: "de", strings }] };
  rig.proxy.replaced.set("/quizzes/two.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(document_),
  });
  await rig.show(`${script}<metier-quiz src="/quizzes/two.json" seed="7"></metier-quiz>`);
  const reader = new Quiz(rig, new Quick(rig));
  const plan = { quiz, answers: answersTo(quiz, 9) };
  const speak = (/** @type {string} */ language) =>
    rig.run((wanted) => document.querySelector("metier-quiz")?.setAttribute("lang", wanted), language);
  await reader.until((screen) => screen.screen === "intro", "the first screen");
  await speak("de");
  ok((await reader.screen()).heading === "DE Titel", "the title in the other language");
  await speak("en");
  // The page's own language, where the tag says none.
  await rig.run(() => {
    document.querySelector("metier-quiz")?.removeAttribute("lang");
    document.documentElement.lang = "de";
  });
  await reader.until((screen) => screen.heading === "DE Titel", "the title in the language of the page");
  await speak("en");
  let screen = await reader.start(plan);
  const complaint = () =>
    rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector(".problem")?.textContent ?? null);
  await reader.press("next");
  const said = await complaint();
  await speak("de");
  same([said !== null, await complaint()], [true, said], "what was said to be missing is still said");
  await speak("en");
  while (screen.screen === "question") {
    const { item, type } = screen;
    const given = /** @type {import('../answers.mjs').Given} */ (plan.answers.get(String(item)));
    await speak("de");
    await reader.answer(String(type), given);
    const chosen = await reader.read();
    await speak("en");
    const now = await reader.screen();
    same([now.item, now.text.includes("DE ")], [item, false], `the question ${item} in English`);
    same(await reader.read(), chosen, `what is chosen at ${item}`);
    await speak("de");
    ok((await reader.screen()).text.includes("DE "), `the question ${item} in the other language`);
    await reader.press("next");
    screen = await reader.until((after) => after.item !== item, `what follows ${item}`);
  }
  await speak("en");
  await reader.press("change");
  const first = await reader.until((now) => now.screen === "question", "the first question again");
  const before = await reader.read();
  await reader.press("back");
  await reader.until((now) => now.screen === "review", "the review");
  await reader.press("finish");
  await reader.until((now) => now.screen === "result", "the result");
  const result = async () =>
    await rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector(".value")?.textContent);
  const level = await result();
  await speak("de");
  same(await result(), level, "the level after the change");
  ok((await reader.screen()).text.includes("DE Titel"), "the result in the other language");
  same(
    await rig.run(() => JSON.parse(JSON.stringify(document.querySelector("metier-quiz"))).language),
    "de",
    "the language of the record",
  );
  same((await events(rig)).filter((type) => type === "metier-complete").length, 1, "how often it was complete");
  same((await events(rig)).filter((type) => type === "metier-ready").length, 1, "how often it was ready");
  ok(before !== null && first.item !== null, "the answer was there");
});

once("a browser without what the quiz needs says so, or shows what is in the tag", async (rig) => {
  const link = '<metier-quiz src="/quizzes/pace.json"><a href="/">Fallback</a></metier-quiz>';
  const show = async (/** @type {string} */ take) => {
    rig.proxy.replaced.set("/old.js", { headers: SCRIPT, body: take });
    await rig.show(`<script src="/old.js"></script>${script}${link}`);
    await until(() => rig.run(() => customElements.get("metier-quiz") !== undefined), "the tag is known");
  };
  const boxes = () => rig.run(() => document.querySelector("metier-quiz a")?.getClientRects().length);
  await show("delete AbortSignal.timeout; delete window.structuredClone;");
  const screen = await until(async () => {
    const now = await new Quiz(rig, new Quick(rig)).screen();
    return now.screen === "error" && now;
  }, "an error shows");
  ok(screen.text.includes(say("error-browser")), `it speaks of the browser: ${screen.text}`);
  same(await boxes(), 1, "boxes of the link beside the sentence");
  rig.allow(/Illegal|old/);
  await show(
    'window.CSSStyleSheet = class { constructor() { throw new TypeError("Illegal constructor, as of old"); } };',
  );
  same(await boxes(), 1, "boxes of the link without adopted sheets");
});
