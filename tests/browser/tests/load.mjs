// Much at once: 200 quizzes on a page, 500 attempts (on every change a quarter and a fifth of them), the most results that
// a profile holds and more. What a page then has is counted, in instances, bytes and nodes, and grows with what is there and
// no faster.
import { INSTRUMENT } from "../proxy.mjs";
import { until } from "../rig.mjs";
import { KEY, openAll, openProfile, profileOf, result, shows } from "../saved.mjs";
import { about, isSaid, megabytes } from "../security.mjs";
import { pageWith } from "../site.mjs";
import { ok, once, rest, same } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {ReturnType<Window["__weighed"]>} Weight */

const SCRIPTS = `<script src="${INSTRUMENT}weighed.js"></script><script type="module" src="/metier.js"></script>`;
/** How much more may be there of twice as much. */
const MOST = 2.5;

/** Twice as much weighs at most so many times as much. @param {keyof Weight} what @param {Weight} one @param {Weight} twice */
const grows = (what, one, twice) =>
  ok(twice[what] <= MOST * one[what], `${what}: ${one[what]}, of twice as much ${twice[what]}`);

/**
 * Quizzes on a page, all of them begun, and the first question of each answered.
 * @param {Rig} rig
 * @param {number} count
 */
async function manyQuizzes(rig, count) {
  const mark = rig.proxy.mark();
  await rig.show(`${SCRIPTS}${'<metier-quiz src="/quizzes/pace.json" loading="eager"></metier-quiz>'.repeat(count)}`);
  await until(async () => (await rig.told("ready")).length === count, `${count} quizzes are ready`);
  const answered = await rig.later(async () => {
    const screens = () =>
      [...document.querySelectorAll("metier-quiz")].map(
        (one) => /** @type {HTMLElement} */ (one.shadowRoot?.querySelector("section[data-screen]")),
      );
    const wait = async (/** @type {(one: HTMLElement) => unknown} */ holds) => {
      while (!screens().every(holds)) await new Promise((done) => setTimeout(done, 5));
    };
    const press = (/** @type {string} */ selector) =>
      screens().forEach((one) => /** @type {HTMLElement} */ (one.querySelector(selector)).click());
    press("[data-action=start]");
    await wait(({ dataset }) => dataset.screen === "question");
    const first = screens()[0].dataset.item;
    press("input[type=radio]");
    press("[data-action=next]");
    await wait(({ dataset }) => dataset.item !== first);
    return screens().length;
  });
  same(answered, count, "quizzes answered");
  same((await rig.told("answer")).length, count, "answers told");
  const asked = (await rig.requests(mark))
    .filter((one) => one.endsWith(".wasm"))
    .map((one) => one.replace(/.*\/|-[0-9a-f]{12}/g, ""));
  same(asked, ["player_bg.wasm"], "modules asked for");
  return rig.run(() => window.__weighed());
}

/** @param {number} most @returns {Parameters<typeof once>} */
const quizzesOnAPage = (most) => [
  `load: ${most} quizzes on a page are answered over one module, and weigh what they are`,
  async (rig) => {
    const counts = [most / 4, most / 2, most];
    const weights = [];
    for (const count of counts) weights.push(await manyQuizzes(rig, count));
    console.log(`     ${counts} quizzes: ${JSON.stringify(weights)}`);
    const [some, twice, all] = weights;
    for (const what of /** @type {(keyof Weight)[]} */ (["instances", "bytes", "nodes", "listeners"])) {
      grows(what, some, twice);
      grows(what, twice, all);
    }
    same(all.instances, 1, "instances of the module");
    const each = Math.round(all.nodes / most);
    if (most < 200) await isSaid(`, ${each} nodes each.`);
    else await isSaid(`200 quizzes on a page share one module: ${megabytes(all.bytes)}, ${each} nodes each.`);
  },
];
once(...quizzesOnAPage(48));
rest(...quizzesOnAPage(200));

/**
 * A quiz begun, answered once and begun anew, so many times.
 * @param {Rig} rig
 * @param {number[]} counts
 */
async function attempts(rig, ...counts) {
  await rig.show(`${SCRIPTS}<metier-quiz src="/quizzes/pace.json" loading="eager"></metier-quiz>`);
  await until(async () => (await rig.told("ready")).length === 1, "the quiz is ready");
  /** @param {number} count */
  const again = (count) =>
    rig.later(async (times) => {
      const quiz = /** @type {HTMLElementTagNameMap["metier-quiz"]} */ (document.querySelector("metier-quiz"));
      const screen = () => /** @type {HTMLElement} */ (quiz.shadowRoot?.querySelector("section[data-screen]"));
      const until = async (/** @type {() => unknown} */ holds) => {
        while (!holds()) await new Promise((done) => setTimeout(done, 0));
      };
      for (let time = 0; time < times; time += 1) {
        /** @type {HTMLElement} */ (screen().querySelector("[data-action=start]")).click();
        await until(() => screen().dataset.screen === "question");
        const { item } = screen().dataset;
        /** @type {HTMLElement} */ (screen().querySelector("input[type=radio]")).click();
        /** @type {HTMLElement} */ (screen().querySelector("[data-action=next]")).click();
        await until(() => screen().dataset.item !== item);
        quiz.restart();
        await until(() => screen().dataset.screen === "intro");
      }
      return window.__weighed();
    }, count);
  const [few, many] = counts;
  const [first, last] = [await again(few), await again(many - few)];
  console.log(`     ${few} and ${many} attempts: ${JSON.stringify([first, last])}`);
  for (const what of /** @type {const} */ (["instances", "bytes", "nodes"])) same(last[what], first[what], what);
}

once("load: 100 attempts leave what 20 leave", (rig) => attempts(rig, 20, 100));
rest("load: 500 attempts leave what 50 leave", (rig) => attempts(rig, 50, 500));

/** The most results that a profile holds. */
const RESULTS = 50;

/** @param {number} count */
async function profileWith(count) {
  const one = await result("pace", 3, "2026-11-12");
  const ids = Array.from({ length: count }, (_, index) => ({
    ...one,
    quiz: { ...one.quiz, id: `quiz-${index}`, forms: undefined },
  }));
  return profileOf(...ids);
}

/** My profile over so many results, all of it unfolded. @param {Rig} rig @param {number} count */
async function profileOfMany(rig, count) {
  rig.proxy.replaced.set("/profile.html", await pageWith("profile.html", "weighed.js"));
  const text = await profileWith(count);
  await openProfile(rig, text);
  await shows(rig, ({ screen, parts }) => screen === "profile" && parts.includes("results"), "the profile");
  await openAll(rig);
  return { ...(await rig.run(() => window.__weighed())), letters: text.length };
}

once(`load: a profile of ${RESULTS} results weighs what they do`, async (rig) => {
  const quarter = await profileOfMany(rig, 12);
  const half = await profileOfMany(rig, 25);
  const whole = await profileOfMany(rig, RESULTS);
  console.log(`     12, 25 and ${RESULTS} results: ${JSON.stringify([quarter, half, whole])}`);
  for (const what of /** @type {const} */ (["bytes", "nodes", "listeners"])) {
    grows(what, quarter, half);
    grows(what, half, whole);
  }
  await isSaid(
    `all ${RESULTS} results that it holds, of a quiz of ours: ${megabytes(whole.bytes)}, about ${about(whole.nodes)} nodes;`,
  );
});

for (const count of [RESULTS + 1, 5000])
  once(`load: ${count} results are more than a profile holds: that is said, and they stay as they are`, async (rig) => {
    rig.proxy.replaced.set("/profile.html", await pageWith("profile.html", "weighed.js"));
    const one = await result("pace", 3, "2026-11-12");
    // Short, so that the browser keeps so many.
    const text = profileOf(
      ...Array.from({ length: count }, (_, index) =>
        count > 1000 ? { taken: String(index) } : { ...one, seed: index },
      ),
    );
    await openProfile(rig, text);
    const seen = await shows(rig, ({ screen }) => screen === "profile", "what can be said of it");
    await openAll(rig);
    const { nodes, bytes } = await rig.run(() => window.__weighed());
    console.log(`     ${count} results: ${nodes} nodes, ${bytes} bytes`);
    ok(seen.all.includes(String(RESULTS)), `the cap is named: ${seen.all.slice(0, 1000)}`);
    same(await rig.run((key) => localStorage.getItem(key), KEY), text, "what is kept");
  });
