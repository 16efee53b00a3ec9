// The tag on other people's pages. All these pages forbid every trusted-types policy and every style sheet that is not
// adopted.
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz, shippedText } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";

const tag = (/** @type {string} */ site, /** @type {string} */ more) =>
  `<script type="module" src="${site}/metier.js"></script>${more}`;
/** @param {import('../rig.mjs').Rig} rig @param {string} selector */
const begun = async (rig, selector) => {
  await see(rig, selector);
  await until(
    () =>
      rig.run(
        (host) => document.querySelector(host)?.shadowRoot?.querySelector('section[data-screen="intro"]') != null,
        selector,
      ),
    `${selector} begins`,
  );
};
/** Nothing is loaded before it is seen. @param {import('../rig.mjs').Rig} rig @param {string} selector */
const see = (rig, selector) =>
  rig.run((host) => document.querySelector(host)?.scrollIntoView({ behavior: "instant" }), selector);

test("a quiz of statements loads six files before its first question, and no player beside the one that it needs", async (rig) => {
  const mark = rig.proxy.mark();
  await rig.show(tag("", '<metier-quiz src="/quizzes/roles.json"></metier-quiz>'));
  await new Quiz(rig, new Quick(rig)).start({ quiz: await shippedQuiz("roles"), answers: new Map() });
  await rig.proxy.idle();
  same(
    rig.proxy
      .since(mark)
      .slice(1)
      .map((seen) => seen.path)
      .sort(),
    ["/metier.js", "/player.js", "/quizzes/roles.json", "/role-matcher.js", "/whole-module.js", "/whole_bg.wasm"],
    "what is loaded",
  );
});

test("page on one origin; module, glue and quiz on another; no worker, nothing stored", async (rig) => {
  const site = rig.fresh("localhost");
  const mark = rig.proxy.mark();
  const origin = await rig.show(
    tag(site, `<metier-quiz src="${site}/quizzes/pace.json"><p>Fallback</p></metier-quiz>`),
    { site },
  );
  const quiz = await shippedQuiz("pace");
  const reader = new Quiz(rig, new Quick(rig));
  const plan = { quiz, answers: answersTo(quiz, 5) };
  const first = await reader.start(plan);
  await rig.proxy.idle();
  const loaded = rig.proxy.since(mark);
  same(
    loaded.filter((seen) => seen.url.startsWith(origin)).map((seen) => seen.path),
    ["/a-test.html"],
    "requests to the embedding origin",
  );
  same(
    loaded
      .slice(1)
      .map((seen) => seen.path)
      .sort(),
    ["/metier.js", "/player.js", "/player_bg.wasm", "/quizzes/pace.json"],
    "requests to the first question beside the page",
  );
  ok(
    loaded.every((seen) => seen.url.startsWith(origin) || !seen.from.includes("a-test")),
    "the address of the page is not told to the other origin",
  );
  const next = rig.proxy.mark();
  await reader.finish(plan, first);
  same(await rig.requests(next), [], "requests after the first question");
  const left = await rig.later(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
    local: localStorage.length,
    session: sessionStorage.length,
    bases: indexedDB.databases ? (await indexedDB.databases()).length : 0,
    cookies: document.cookie,
  }));
  same(left, { workers: 0, caches: 0, local: 0, session: 0, bases: 0, cookies: "" }, "what the element leaves behind");
});

test("events leave the element frozen, in order, and bubble out of the shadow tree", async (rig) => {
  const origin = rig.fresh();
  await rig.show(tag(origin, `<metier-quiz id="one" src="${origin}/quizzes/pace.json"></metier-quiz>`), { origin });
  const quiz = await shippedQuiz("pace");
  await new Quiz(rig, new Quick(rig)).take({ quiz, answers: answersTo(quiz, 6) });
  const events = await rig.events();
  const types = events.map((event) => event.type.replace("metier-", ""));
  same([types[0], types[1], types[types.length - 1]], ["ready", "start", "complete"], "first and last events");
  same(types.filter((type) => type === "answer").length, quiz.items.length, "answer events");
  ok(types.includes("progress"), `progress is told: ${types}`);
  same([...new Set(events.map((event) => event.target))], ["one"], "targets of the events");
  const thawed = await rig.run(() => {
    /** @type {string[]} */
    const found = [];
    const walk = (/** @type {unknown} */ value, /** @type {string} */ path) => {
      if (!value || typeof value !== "object") return;
      if (!Object.isFrozen(value)) found.push(path);
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
    };
    for (const event of window.__collected.events) walk(event.detail, event.type);
    return found.slice(0, 5);
  });
  same(thawed, [], "parts of details that are not frozen");
});

test("nothing is loaded before the quiz is seen; scrolling to it loads it", async (rig) => {
  const origin = rig.fresh();
  const mark = rig.proxy.mark();
  await rig.show(
    tag(
      origin,
      `<canvas width="1" height="6000"></canvas><metier-quiz src="/quizzes/pace.json"><p>Fallback</p></metier-quiz>`,
    ),
    { origin },
  );
  await rig.later(async () => {
    await customElements.whenDefined("metier-quiz");
    // Who looked out for it before has been told before; and what it asked for then has come through the proxy before
    // this does.
    await new Promise((done) =>
      new IntersectionObserver(done).observe(/** @type {Element} */ (document.querySelector("metier-quiz"))),
    );
    await fetch("/__metier-collector.js");
  });
  const light = rig.proxy.since(mark).map((seen) => seen.path);
  ok(
    light.every((path) => /^\/(a-test\.html|[^/]*\.js)$/.test(path)),
    `requests before the quiz is seen: ${light}`,
  );
  ok(
    await rig.run(() => document.querySelector("metier-quiz p")?.getClientRects().length === 1),
    "the children are shown until then",
  );
  await rig.run(() => document.querySelector("metier-quiz")?.scrollIntoView({ behavior: "instant" }));
  await begun(rig, "metier-quiz");
  ok(
    rig.proxy.since(mark).some((seen) => seen.path.endsWith(".wasm")),
    "the module is loaded then",
  );
});

once("properties set before the element is known; the document as a property", async (rig) => {
  const origin = rig.fresh();
  const text = await shippedText("setbacks");
  rig.proxy.replaced.set("/early.js", {
    headers: { "content-type": "text/javascript" },
    body: `address.src = '/quizzes/pace.json'; words.quiz = ${JSON.stringify(text)}; words.heading = 3;`,
  });
  await rig.show(
    `<metier-quiz id="address"></metier-quiz><metier-quiz id="words"></metier-quiz><script src="/early.js"></script>${tag(origin, "")}`,
    { origin },
  );
  await begun(rig, "#address");
  await begun(rig, "#words");
  const titles = await rig.run(() =>
    ["#address", "#words"]
      .map((id) => document.querySelector(id)?.shadowRoot?.querySelector('[tabindex="-1"]'))
      .map((heading) => [heading?.localName, heading?.textContent]),
  );
  same(
    titles.map(([level]) => level),
    ["h2", "h3"],
    "levels of the headings",
  );
  ok(titles[0][1] && titles[1][1] && titles[0][1] !== titles[1][1], `two quizzes, two titles: ${titles}`);
});

test("a quiz moved on the page keeps its place and answers", async (rig) => {
  const origin = rig.fresh();
  await rig.show(
    tag(
      origin,
      `<metier-quiz src="${origin}/quizzes/pace.json"></metier-quiz><aside aria-label="Other place"></aside>`,
    ),
    { origin },
  );
  const quiz = await shippedQuiz("pace");
  const plan = { quiz, answers: answersTo(quiz, 7) };
  const reader = new Quiz(rig, new Quick(rig));
  const first = await reader.start(plan);
  await reader.answer(
    String(first.type),
    /** @type {import('../answers.mjs').Given} */ (plan.answers.get(String(first.item))),
  );
  await reader.press("next");
  const second = await reader.until(
    (screen) => screen.screen === "question" && screen.item !== first.item,
    "the second question",
  );
  await rig.run(() =>
    /** @type {HTMLElement} */ (document.querySelector("aside")).append(
      /** @type {HTMLElement} */ (document.querySelector("metier-quiz")),
    ),
  );
  same((await reader.screen()).item, second.item, "the question after the move");
  await reader.press("back");
  await reader.until((screen) => screen.item === first.item, "the first question again");
  ok((await reader.read()) !== null, "the answer is still there");
  await reader.press("next");
  await reader.until((screen) => screen.item === second.item, "the second question again");
});

test("several on a page are apart: one module, answers of their own", async (rig) => {
  const origin = rig.fresh();
  const mark = rig.proxy.mark();
  await rig.show(
    tag(
      origin,
      `<metier-quiz id="a" src="/quizzes/pace.json"></metier-quiz><metier-quiz id="b" src="/quizzes/pace.json"></metier-quiz>`,
    ),
    { origin },
  );
  const quiz = await shippedQuiz("pace");
  const [a, b] = ["#a", "#b"].map((host) => new Quiz(rig, new Quick(rig, host), host));
  const plans = [1, 2].map((seed) => ({ quiz, answers: answersTo(quiz, seed) }));
  const first = await a.start(plans[0]);
  await see(rig, "#b");
  await b.take(plans[1]);
  await a.finish(plans[0], first);
  const reports = await rig.told("complete");
  same(
    reports.map((event) => event.target),
    ["b", "a"],
    "results",
  );
  ok(JSON.stringify(reports[0].detail) !== JSON.stringify(reports[1].detail), "different answers, different reports");
  same(rig.proxy.since(mark).filter((seen) => seen.path.endsWith(".wasm")).length, 1, "loads of the module");
  const ids = await rig.run(() =>
    ["#a", "#b"].flatMap((host) =>
      [.../** @type {ShadowRoot} */ (document.querySelector(host)?.shadowRoot).querySelectorAll("[id]")].map(
        (node) => node.id,
      ),
    ),
  );
  same(ids.length, new Set(ids).size, "ids of the page, and different ones");
});

test("the script twice on one page registers the tag once", async (rig) => {
  const origin = rig.fresh();
  await rig.show(
    tag(
      origin,
      `<script type="module" src="/metier.js?again"></script><metier-quiz src="/quizzes/pace.json"></metier-quiz>`,
    ),
    { origin },
  );
  await begun(rig, "metier-quiz");
});
