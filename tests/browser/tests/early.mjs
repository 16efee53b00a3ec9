// The first screen at a glance: what shows of a quiz before its player and its module are there, and what a press on
// Start does then. A gate in the proxy holds back what has to wait.
import { Keyboard, Pointer, Quick } from "../hands.mjs";
import { plainPath } from "../proxy.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { QUIZZES, shippedQuiz, shippedText } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const TAG = '<script type="module" src="/metier.js"></script>';

/**
 * Holds back what fits until it is opened.
 * @param {Rig} rig
 * @param {RegExp} what paths without their digests
 */
function gate(rig, what) {
  /** @type {() => void} */
  let open = () => {};
  const opened = new Promise((done) => {
    open = () => done(undefined);
  });
  rig.proxy.host = async (path) => {
    if (what.test(plainPath(path))) await opened;
    return undefined;
  };
  return open;
}

const PLAYER = /player\.js$|_bg\.wasm$/;

/** The parts of the first screen, what they say and where they are. @param {Rig} rig */
const parts = (rig) =>
  rig.run(() => {
    const section = document.querySelector("metier-quiz")?.shadowRoot?.querySelector(".intro");
    return ["h2", ".lead", ".length", ".length + .small", "[data-action=start]"].map((selector) => {
      const part = section?.querySelector(selector);
      const { x, y, width, height } = part?.getBoundingClientRect() ?? new DOMRect();
      return { text: part?.textContent, at: [x, y, width, height].map((length) => Math.round(length * 2) / 2) };
    });
  });

/** @param {Rig} rig */
const early = (rig) => new Quiz(rig, new Quick(rig)).until(({ screen }) => screen === "early", "the first look");
/** @param {Rig} rig */
const names = async (rig) => (await rig.events()).map(({ type }) => type);

for (const width of [320, 900])
  test(`title, length and Start show before the player, and nothing moves when it comes, at ${width} pixels`, async (rig) => {
    const open = gate(rig, PLAYER);
    await rig.show(`${TAG}<div id="narrow"><metier-quiz src="/quizzes/pace.json"></metier-quiz></div>`);
    await rig.run((pixels) => {
      /** @type {HTMLElement} */ (document.querySelector("#narrow")).style.inlineSize = `${pixels}px`;
    }, width);
    await early(rig);
    const before = await parts(rig);
    open();
    await new Quiz(rig, new Quick(rig)).until(({ screen }) => screen === "intro", "the first screen");
    same(await parts(rig), before, "the parts before and after");
    same(before[0].text, (await shippedQuiz("pace")).title, "the title");
  });

once("at a glance each of our quizzes says what it says once it is read", async (rig) => {
  for (const name of QUIZZES) {
    const open = gate(rig, PLAYER);
    await rig.show(`${TAG}<metier-quiz src="/quizzes/${name}.json"></metier-quiz>`);
    await early(rig);
    const before = await parts(rig);
    open();
    await new Quiz(rig, new Quick(rig)).until(({ screen }) => screen === "intro", "the first screen");
    same(await parts(rig), before, name);
  }
});

for (const Hand of [Pointer, Keyboard])
  test(`Start pressed before the player is there begins as soon as it is: ${new Hand(/** @type {any} */ (null)).name}`, async (rig) => {
    const open = gate(rig, PLAYER);
    await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
    await early(rig);
    const reader = new Quiz(rig, new Hand(rig));
    await reader.press("start");
    ok((await reader.screen()).status !== "", "it is said that the quiz is on its way");
    open();
    const [first] = (await shippedQuiz("pace")).items;
    const shown = await reader.until(({ screen }) => screen === "question", "the first question");
    same([shown.item, shown.focus], [first.id, "heading"], "what shows, and where the focus is");
    same(await names(rig), ["metier-ready", "metier-start"], "events");
  });

once("who stands on Start stays there when the player comes", async (rig) => {
  const open = gate(rig, PLAYER);
  await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
  await early(rig);
  const focused = () =>
    rig.run(() => {
      const root = document.querySelector("metier-quiz")?.shadowRoot;
      const button = /** @type {HTMLElement | null} */ (root?.activeElement ?? null);
      return [button?.dataset.action, button?.closest("section")?.dataset.screen];
    });
  await rig.run(() => {
    const button = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-action=start]");
    /** @type {HTMLElement} */ (button).focus();
  });
  same(await focused(), ["start", "early"], "the focus before");
  open();
  await new Quiz(rig, new Quick(rig)).until(({ screen }) => screen === "intro", "the first screen");
  same(await focused(), ["start", "intro"], "the focus after");
});

const RESUMED = `${TAG}<metier-quiz src="/quizzes/pace.json" resume></metier-quiz>`;

/** A quiz of which this tab keeps a draft, at its first question. @param {Rig} rig */
async function underWay(rig) {
  const origin = await rig.show(RESUMED);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.until(({ screen }) => screen === "intro", "the first screen");
  await reader.press("start");
  const { item } = await reader.until(({ screen }) => screen === "question", "a question");
  return { origin, reader, item };
}

once("a draft is not left behind by an early press", async (rig) => {
  const { origin, reader, item } = await underWay(rig);
  await reader.press("skip");
  const left = await reader.until((now) => now.screen === "question" && now.item !== item, "the second question");
  const open = gate(rig, PLAYER);
  await rig.show(RESUMED, { origin });
  await early(rig);
  await reader.press("start");
  open();
  await reader.until(({ actions }) => actions.includes("continue"), "the offer to go on");
  await reader.press("continue");
  same((await reader.until(({ screen }) => screen === "question", "the question")).item, left.item, "where it goes on");
});

once("what is not plain at a glance waits for the module", async (rig) => {
  const plain = JSON.parse(await shippedText("pace"));
  const unclear = {
    "a title with marks": { ...plain, title: "Keeping *the* pace" },
    "a title of letters that are not seen": { ...plain, title: "Keep\u202eing" },
    "a title too long": { ...plain, title: "a".repeat(201) },
    "no title": { ...plain, title: undefined },
    "a title that is none": { ...plain, title: { toString: "x" } },
    "no text": { ...plain, about: 7 },
    "another format": { ...plain, format: "metier-quiz/2" },
    "no questions": { ...plain, items: [] },
    "other languages": { ...plain, translations: [{ language: "de" }] },
    "no document": "<!doctype html><title>Login</title>",
    nothing: "",
  };
  for (const [what, document] of Object.entries(unclear)) {
    const open = gate(rig, PLAYER);
    rig.proxy.replaced.set("/one.json", {
      headers: { "content-type": "application/json" },
      body: typeof document === "string" ? document : JSON.stringify(document),
    });
    await rig.show(`${TAG}<metier-quiz src="/one.json"><p>Here</p></metier-quiz>`);
    const mark = rig.proxy.mark();
    await until(
      async () => rig.proxy.since(0).some(({ path, status }) => path === "/one.json" && status === 200),
      "the document came",
    );
    const { screen, children } = await rig.run(() => {
      const root = document.querySelector("metier-quiz")?.shadowRoot;
      return {
        screen: root?.querySelector("section")?.dataset.screen ?? null,
        children: root?.querySelector("slot")?.assignedElements().length ?? 0,
      };
    });
    same([screen, children, mark >= 0], [null, 1, true], what);
    open();
    await until(
      () => rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector("section") != null),
      what,
    );
  }
});

once("a quiz of one skill that comes along asks for its module at once, any other for one alone", async (rig) => {
  for (const name of QUIZZES) {
    const open = gate(rig, /\.json$/);
    await rig.show(`${TAG}<metier-quiz src="/quizzes/${name}.json"></metier-quiz>`);
    const modules = () =>
      [
        ...new Set(
          rig.proxy
            .since(0)
            .filter(({ url }) => url.startsWith(origin))
            .map(({ path }) => path),
        ),
      ].filter((path) => path.endsWith(".wasm"));
    const origin = await rig.run(() => location.origin);
    const { skills = [] } = await shippedQuiz(name);
    if (skills.length === 1) await until(async () => modules().length > 0, "a module is on its way");
    else
      await until(
        async () => rig.proxy.since(0).some(({ url }) => url === `${origin}/quizzes/${name}.json`),
        "the document is on its way",
      );
    const before = modules();
    open();
    await new Quiz(rig, new Quick(rig)).until(({ screen }) => screen === "intro", "the first screen");
    same(before, skills.length === 1 ? ["/player_bg.wasm"] : [], `${name}: modules before the document`);
    same(modules(), [skills.length === 1 ? "/player_bg.wasm" : "/whole_bg.wasm"], `${name}: modules in all`);
  }
});

once("another level for the heading counts at once, and Start can be taken back", async (rig) => {
  const open = gate(rig, PLAYER);
  await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
  await early(rig);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.press("start");
  const [before, after] = await rig.run(() => {
    const tag = /** @type {HTMLElementTagNameMap['metier-quiz']} */ (document.querySelector("metier-quiz"));
    const title = () => tag.shadowRoot?.querySelector(".intro > .h0");
    const were = [title()?.tagName, title()?.textContent];
    tag.heading = "4";
    return [were, [title()?.tagName, title()?.textContent]];
  });
  same([before[0], after], ["H2", ["H4", before[1]]], "the heading before and after");
  ok((await reader.screen()).status !== "", "it still is said that the quiz is on its way");
  await rig.run(() => document.querySelector("metier-quiz")?.restart());
  same((await reader.screen()).status, "", "what is said once Start was taken back");
  open();
  await reader.until(({ screen }) => screen === "intro", "the first screen");
  same(await names(rig), ["metier-ready"], "events");
});

once("restart before the player is there forgets what this tab keeps", async (rig) => {
  const { origin, reader } = await underWay(rig);
  const open = gate(rig, PLAYER);
  await rig.show(RESUMED, { origin });
  await early(rig);
  await rig.run(() => document.querySelector("metier-quiz")?.restart());
  open();
  const first = await reader.until(({ screen }) => screen === "intro", "the first screen again");
  ok(first.actions.includes("start") && !first.actions.includes("continue"), `what is offered: ${first.actions}`);
});

once("Start pressed for one quiz does not begin another; its first screen goes with it", async (rig) => {
  const open = gate(rig, PLAYER);
  await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
  await early(rig);
  const press = () => new Quiz(rig, new Quick(rig)).press("start");
  await press();
  await press();
  await press();
  same(
    await rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("[role=status]").length),
    1,
    "lines that say so",
  );
  await rig.run(() => document.querySelector("metier-quiz")?.setAttribute("src", "/quizzes/setbacks.json"));
  const { title } = await shippedQuiz("setbacks");
  await new Quiz(rig, new Quick(rig)).until(
    ({ screen, text }) => screen === "early" && text.includes(title),
    "the other's first look",
  );
  open();
  await new Quiz(rig, new Quick(rig)).until(
    ({ screen, text }) => screen === "intro" && text.includes(title),
    "its first screen",
  );
  same(await names(rig), ["metier-ready"], "events");
});

once("a title that runs from right to left stands where it stands afterwards", async (rig) => {
  const plain = JSON.parse(await shippedText("pace"));
  rig.proxy.replaced.set("/one.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...plain, language: "ar", title: "كيف تعمل تحت الضغط", about: "ستة مواقف في العمل." }),
  });
  const open = gate(rig, PLAYER);
  await rig.show(`${TAG}<metier-quiz src="/one.json"></metier-quiz>`);
  await early(rig);
  const before = await parts(rig);
  open();
  await new Quiz(rig, new Quick(rig)).until(({ screen }) => screen === "intro", "the first screen");
  same(
    (await parts(rig)).map(({ at }) => at),
    before.map(({ at }) => at),
    "where the parts are",
  );
});
