// What a tab keeps of a quiz under way: a reload, Back and Forward lose nothing; it is off with one press and gone with
// Start again; and whatever else stands in the storage, or storage that throws, harms nothing.
import { answerTo, answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { take } from "../saved.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { drafts } from "../stored.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { draftSay, say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {import('../quiz.mjs').Screen} Screen */

const KEY = "metier-draft / pace";
const TAG = '<script type="module" src="/metier.js"></script>';

/** Goes on, and waits for what follows. @param {Quiz} reader @param {string} action @param {(now: Screen) => boolean} wanted */
async function go(reader, action, wanted) {
  await reader.press(action);
  return reader.until((now) => wanted(now) && now.focus === "heading", `what follows ${action}`);
}

/**
 * Answers questions from the one on show on.
 * @param {Quiz} reader
 * @param {import('../answers.mjs').Quiz} quiz
 * @param {number} from
 * @param {number} to
 */
async function answers(reader, quiz, from, to) {
  for (let index = from; index < to; index += 1) {
    const item = quiz.items[index];
    await reader.until((now) => now.item === item.id, `question ${index + 1}`);
    await reader.answer(item.type, answerTo(item, 3));
    await reader.press("next");
  }
}

/** @param {Rig} rig */
async function reload(rig) {
  await rig.clean();
  // A worker that is cut off while it fetches complains in Firefox.
  await rig.proxy.idle();
  await rig.driver.navigate().refresh();
}

/** @param {Quiz} reader @param {string} action */
const intro = (reader, action) =>
  reader.until(({ screen, actions }) => screen === "intro" && actions.includes(action), `the intro offers ${action}`);

/**
 * A quiz of which so many questions are answered.
 * @param {Rig} rig
 * @param {number} [count] all, if not said
 */
async function begun(rig, count) {
  const quiz = await shippedQuiz("pace");
  const origin = rig.fresh();
  const reader = new Quiz(rig, new Quick(rig));
  await rig.open(`${origin}/pace.html`);
  await intro(reader, "start");
  await reader.press("start");
  await answers(reader, quiz, 0, count ?? quiz.items.length);
  return { quiz, origin, reader };
}

/** What a result rests on. @param {Rig} rig */
const record = (rig) => rig.run(() => JSON.stringify(document.querySelector("metier-quiz")));

test("a reload in the middle loses nothing: answers, what is chosen, times and place", async (rig) => {
  const quiz = await shippedQuiz("pace");
  const reader = new Quiz(rig, new Quick(rig));
  await rig.open(`${rig.fresh()}/pace.html`);
  const first = await intro(reader, "start");
  ok(first.text.includes(draftSay("draft-kept")), `what is kept is said: ${first.text}`);
  same(await drafts(rig), [], "what is kept before the first question");
  await reader.press("start");
  await answers(reader, quiz, 0, 3);
  const fourth = quiz.items[3];
  await reader.until((now) => now.item === fourth.id, "the fourth question");
  await reader.answer(fourth.type, answerTo(fourth, 5));
  const [chosen, rests] = [await reader.read(), await record(rig)];
  await reload(rig);
  const seen = await intro(reader, "continue");
  ok(seen.text.includes(draftSay("draft-question", { n: 4 })), `the place: ${seen.text}`);
  ok(!seen.actions.includes("start"), "there is one way on, and one back");
  same(await record(rig), rests, "what the result will rest on");
  same((await rig.told("start")).length, 0, "starts before the press");
  const again = await go(reader, "continue", (now) => now.item === fourth.id);
  same((await rig.told("start"))[0].detail.resumed, true, "the start is said to be no new one");
  same(await reader.read(), chosen, "what was chosen and not answered yet");
  await go(reader, "back", (now) => now.item === quiz.items[2].id);
  same(await reader.read(), answerTo(quiz.items[2], 3), "what was answered before");
  await go(reader, "next", (now) => now.item === again.item);
  await answers(reader, quiz, 3, quiz.items.length);
  await reader.until((now) => now.screen === "review", "the review");
  const done = JSON.parse(await record(rig)).answers;
  same(Object.keys(done).length, quiz.items.length, "answers in all");
  ok(done[quiz.items[0].id].ms > 0 && done[fourth.id].ms > 0, "times are counted on");
});

once(
  "what a page puts away without being left goes on in the next tag of the same quiz, and does not write any more",
  async (rig) => {
    const { quiz, reader } = await begun(rig, 2);
    await reader.until((now) => now.item === quiz.items[2].id, "the third question");
    await rig.run(() => {
      const before = /** @type {HTMLElement} */ (document.querySelector("metier-quiz"));
      const next = /** @type {HTMLElement} */ (before.cloneNode(true));
      before.replaceWith(next);
      Object.assign(window, { before });
    });
    const seen = await intro(reader, "continue");
    ok(seen.text.includes(draftSay("draft-question", { n: 3 })), `the place: ${seen.text}`);
    await go(reader, "continue", (now) => now.item === quiz.items[2].id);
    await answers(reader, quiz, 2, 4);
    await reader.until((now) => now.item === quiz.items[4].id, "the fifth question");
    same((await drafts(rig)).length, 1, "drafts kept");
    await reload(rig);
    const again = await intro(reader, "continue");
    ok(again.text.includes(draftSay("draft-question", { n: 5 })), `the place after a reload: ${again.text}`);
  },
);

test("at the review, in the middle of a change and at the result a reload shows the same", async (rig) => {
  const { quiz, origin, reader } = await begun(rig);
  await reader.until((now) => now.screen === "review", "the review");
  await reload(rig);
  const seen = await intro(reader, "continue");
  ok(seen.text.includes(draftSay("draft-review")), seen.text);
  await go(reader, "continue", (now) => now.screen === "review");
  // A change that is begun is still one that can be left.
  const [item] = quiz.items;
  const other = [4, 5, 6, 7].map((seed) => answerTo(item, seed)).find((one) => one !== answerTo(item, 3));
  await go(reader, "change", (now) => now.item === item.id);
  await reader.answer(item.type, /** @type {import('../answers.mjs').Given} */ (other));
  await reload(rig);
  await intro(reader, "continue");
  await go(reader, "continue", (now) => now.item === item.id);
  same(await reader.read(), other, "what was chosen for the change");
  await go(reader, "back", (now) => now.screen === "review");
  await go(reader, "change", (now) => now.item === item.id);
  same(await reader.read(), answerTo(item, 3), "what was answered, after the change was left");
  await go(reader, "next", (now) => now.screen === "review");
  const result = await go(reader, "finish", (now) => now.screen === "result");
  const [rests, bits] = [await record(rig), await reader.reportBits()];
  await reload(rig);
  const again = await reader.until((now) => now.screen === "result", "the result again");
  same(again.heading, result.heading, "its sentence");
  same([await record(rig), await reader.reportBits()], [rests, bits], "what it rests on, and its numbers");
  const complete = await rig.told("complete");
  same([complete.length, complete[0].detail.resumed], [1, true], "it is told once, and said to be no new one");
  same(await rig.run(() => document.querySelectorAll("metier-quiz > [slot=result]").length), 1, "offers to keep it");

  await rig.open(`${origin}/author.html`);
  await rig.driver.navigate().back();
  const back = await reader.until((now) => now.screen === "result", "the result after Back");
  same([back.heading, back.screens], [result.heading, 1], "it, once");
  await rig.driver.navigate().forward();
  await rig.driver.navigate().back();
  await reader.until((now) => now.screen === "result", "the result after Forward and Back");
  await reader.press("restart");
  await intro(reader, "start");
  same(await drafts(rig), [], "what is kept after Start again");
  await reload(rig);
  await intro(reader, "start");
});

test("one press switches drafts off for this tab and deletes them at once; another switches them on", async (rig) => {
  const { quiz, origin, reader } = await begun(rig, 1);
  await reader.until((now) => now.item === quiz.items[1].id, "the second question");
  same(await drafts(rig), [KEY], "what is kept");
  await reload(rig);
  await intro(reader, "continue");
  await reader.press("draft");
  const off = await reader.until(({ text }) => text.includes(draftSay("draft-not-kept")), "that is said");
  same([off.status, off.focus], [draftSay("draft-not-kept"), "screen"], "it is said aloud, and the focus stays");
  same(await drafts(rig), ["metier-draft / is off"], "what is kept then");
  await reload(rig);
  const anew = await intro(reader, "start");
  ok(anew.text.includes(draftSay("draft-not-kept")), "it is still off");
  await reader.press("start");
  await answers(reader, quiz, 0, 2);
  same(await drafts(rig), ["metier-draft / is off"], "what is kept while it is off");
  await rig.open(`${origin}/setbacks.html`);
  await intro(reader, "start");
  await reader.press("draft");
  await reader.until(({ text }) => text.includes(draftSay("draft-kept")), "it is on");
  same(await drafts(rig), [], "what is kept while nothing is answered");
});

once("what is chosen on the first question is kept, with the time that it took", async (rig) => {
  const { quiz, reader } = await begun(rig, 0);
  const [first] = quiz.items;
  await reader.until((now) => now.item === first.id, "the first question");
  await reader.answer(first.type, answerTo(first, 5));
  const kept = await rig.run((key) => JSON.parse(sessionStorage.getItem(key) ?? "{}"), KEY);
  same(Object.keys(kept.spent), [first.id], "the questions that took time");
  const chosen = await reader.read();
  await reload(rig);
  await intro(reader, "continue");
  await go(reader, "continue", (now) => now.item === first.id);
  same(await reader.read(), chosen, "what is chosen");
});

once("answers of another version of the quiz are said to be that, and not mixed in", async (rig) => {
  const { quiz, origin, reader } = await begun(rig, 2);
  await reader.until((now) => now.item === quiz.items[2].id, "the third question");
  // Past the worker, which has the other document.
  await rig.run(() =>
    sessionStorage.setItem(
      "metier-draft / pace",
      String(sessionStorage.getItem("metier-draft / pace")).replace(/"document":"[^"]*"/, '"document":"0-1"'),
    ),
  );
  const text = await rig.run((key) => sessionStorage.getItem(key), KEY);
  await rig.open("about:blank");
  await plant(rig, origin, String(text));
  await rig.open(`${origin}/pace.html`);
  const seen = await intro(reader, "start");
  ok(seen.text.includes(draftSay("draft-other")) && seen.text.includes(draftSay("draft-restart")), seen.text);
  await go(reader, "start", (now) => now.item === quiz.items[0].id);
  same(await reader.read(), null, "what is chosen there");
  ok(!(await rig.run((key) => sessionStorage.getItem(key), KEY))?.includes('"0-1"'), "the other draft is gone");
  same(JSON.parse(await record(rig)).answers, {}, "answers");
});

/** Puts a text where a draft stands, on a page without a quiz. @param {Rig} rig @param {string} origin @param {string} text */
async function plant(rig, origin, text) {
  rig.allow(/^stores: metier-draft /);
  await rig.open(`${origin}/author.html`);
  await rig.run((key, words) => sessionStorage.setItem(key, words), KEY, text);
}

once("whatever else stands in the storage: a clean first screen, and a quiz that works", async (rig) => {
  const { quiz, origin, reader } = await begun(rig, 2);
  await reader.until((now) => now.item === quiz.items[2].id, "the third question");
  const good = JSON.parse(String(await rig.run((key) => sessionStorage.getItem(key), KEY)));
  const [{ item }] = good.answers;
  const answered = (/** @type {unknown} */ answer) => ({ ...good, answers: [{ item, answer, ms: 5 }] });
  /** @type {[string, unknown][]} */
  const hostile = [
    ["no JSON", "hello"],
    ["cut JSON", JSON.stringify(good).slice(0, -9)],
    ["null", null],
    ["a list", []],
    ["a number", 7],
    ["another format", { ...good, format: "metier-draft/2" }],
    ["a huge text", "x".repeat(1_500_000)],
    ["deep JSON", `${"[".repeat(9_000)}${"]".repeat(9_000)}`],
    ["a seed that is none", { ...good, seed: -1 }],
    ["a seed of text", { ...good, seed: "1" }],
    ["answers that are no list", { ...good, answers: { a: 1 } }],
    ["an answer of null", { ...good, answers: [null] }],
    ["an item that is not there", { ...good, answers: [{ item: "nowhere", answer: "a", ms: 1 }] }],
    ["an item called __proto__", { ...good, answers: [{ item: "__proto__", answer: "a", ms: 1 }] }],
    ["an item called constructor", { ...good, answers: [{ item: "constructor", answer: null, ms: 1 }] }],
    ["an option that is not there", answered("nowhere")],
    ["an answer of another kind", answered({ best: 1 })],
    ["an answer as a number", answered(1e308)],
    ["a deep answer", answered(JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`))],
    ["a time below nothing", { ...good, answers: [{ item, answer: null, ms: -1 }] }],
    ["a time beyond all", { ...good, answers: [{ item, answer: null, ms: 1e300 }] }],
    ["choices of objects", { ...good, chosen: { [item]: [{ checked: true }] } }],
    ["no place", { ...good, place: null }],
    ["a place that is not there", { ...good, place: { screen: "intro" } }],
    ["a place called toString", { ...good, place: { screen: "question", item: 5 } }],
  ];
  for (const [what, value] of hostile) {
    await plant(rig, origin, typeof value === "string" ? value : JSON.stringify(value));
    await rig.open(`${origin}/pace.html`);
    const seen = await reader.until(
      ({ screen }) => screen !== null && screen !== "early",
      `${what}: something is shown`,
    );
    same([seen.screen, seen.actions.includes("start")], ["intro", true], what);
    ok(!seen.text.includes(draftSay("draft-other")), `${what} is no version`);
    same(await drafts(rig), [], `${what}: what is kept then`);
  }
  // What harms nothing is left out: names that no item has, choices beyond the inputs.
  await plant(
    rig,
    origin,
    JSON.stringify({
      ...good,
      spent: { ...good.spent, toString: 5 },
      chosen: { ...good.chosen, nowhere: ["1"], [item]: Array(500).fill(1) },
      place: { screen: "question", item: "nowhere" },
    }).replace('"spent":{', '"spent":{"__proto__":9,'),
  );
  await rig.open(`${origin}/pace.html`);
  await intro(reader, "continue");
  await go(reader, "continue", (now) => now.screen === "review");
  await go(reader, "finish", (now) => now.screen === "result");
});

for (const [what, script] of [
  [
    "cannot be touched",
    "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
  ],
  ["is missing", "Object.defineProperty(window, 'sessionStorage', { value: undefined });"],
  ["is full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"],
  [
    "throws whenever it is read",
    "Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError'); };",
  ],
]) {
  test(`storage that ${what} changes nothing`, async (rig) => {
    rig.proxy.replaced.set("/throws.js", { headers: { "content-type": "text/javascript" }, body: script });
    const quiz = await shippedQuiz("pace");
    await rig.show(
      `<script src="/throws.js"></script>${TAG}<metier-quiz src="/quizzes/pace.json" resume></metier-quiz>`,
    );
    const reader = new Quiz(rig, new Quick(rig));
    const promised = draftSay("draft-kept");
    await reader.take({
      quiz,
      answers: answersTo(quiz, 4),
      look: async ({ screen, text }) =>
        ok(screen !== "intro" || !text.includes(promised), "nothing is promised that cannot be kept"),
    });
  });
}

once(
  "quizzes of one page have drafts of their own, also two of the same; without the attribute there is none",
  async (rig) => {
    const quiz = await shippedQuiz("pace");
    const tags = ["one", "two", "three"].map(
      (id) => `<metier-quiz id="${id}" src="/quizzes/pace.json" resume></metier-quiz>`,
    );
    const origin = await rig.show(
      `${TAG}${tags.join("")}<metier-quiz id="none" src="/quizzes/setbacks.json"></metier-quiz>`,
    );
    for (const [index, id] of ["one", "two", "none"].entries()) {
      const reader = new Quiz(rig, new Quick(rig, `#${id}`), `#${id}`);
      await rig.run((selector) => document.querySelector(selector)?.scrollIntoView(), `#${id}`);
      await reader.until((now) => now.screen === "intro", `the intro of ${id}`);
      await reader.press("start");
      await reader.until((now) => now.screen === "question", `the first question of ${id}`);
      if (id !== "none") await answers(reader, quiz, 0, 1 + index);
    }
    const keys = await drafts(rig);
    ok(keys.length === 2 && keys.every((key) => /^metier-draft \S* ?pace( \d)?$/.test(key)), `the drafts: ${keys}`);
    const texts = await rig.run(() =>
      Object.values(sessionStorage)
        .map((text) => JSON.parse(text).answers.length)
        .sort(),
    );
    same(texts, [1, 2], "answers in each");
    await rig.open(`${origin}/author.html`);
  },
);

test("own words are kept in the draft, which says so, and in nothing else", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("starter"));
  // A question a screen.
  for (const item of quiz.items) delete item.group;
  const body = { headers: { "content-type": "application/json" }, body: JSON.stringify(quiz) };
  rig.proxy.replaced.set("/quizzes/own.json", body);
  const reader = new Quiz(rig, new Quick(rig));
  await rig.show(`${TAG}<metier-quiz src="/quizzes/own.json" resume></metier-quiz>`);
  const first = await intro(reader, "start");
  ok(first.text.includes(draftSay("draft-kept-own")), `it is said: ${first.text}`);
  await reader.press("start");
  await answers(reader, quiz, 0, quiz.items.length);
  await reader.until((now) => now.screen === "review", "the review");
  const rests = await record(rig);
  await reload(rig);
  await intro(reader, "continue");
  same(await record(rig), rests, "what the result rests on");
  const index = quiz.items.findIndex((/** @type {any} */ { type }) => type === "text");
  ok(!rests.includes(String(answerTo(quiz.items[index], 3)).slice(0, 9)), "own words are not in it");
  await reader.press("continue");
  await reader.until((now) => now.screen === "review", "the review again");
  for (let at = quiz.items.length - 1; at >= 0; at -= 1) {
    const item = quiz.items[at];
    await go(reader, "back", (now) => now.item === item.id);
    const [got, wanted] = [await reader.read(), answerTo(item, 3)];
    const sorted = (/** @type {unknown} */ given) =>
      Array.isArray(given) && item.type === "multiple" ? [...given].sort() : given;
    same(sorted(got), sorted(wanted), `what was answered to ${item.id} (${item.type})`);
  }
});

once("nothing of a draft is asked of the network, and the offer knows a kept result after a reload", async (rig) => {
  rig.allow(/^stores: metier-profile/);
  rig.withWorker();
  const { reader } = await take(rig, "setbacks", 3, rig.fresh());
  await rig.workerReady();
  await rig.run(() => /** @type {HTMLElement} */ (document.querySelector("[data-action=save-here]")).click());
  await reload(rig);
  await reader.until((now) => now.screen === "result", "the result");
  const actions = () =>
    rig.run(() =>
      [
        .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("aside.saving .actions [data-action]")),
      ].map((one) => one.dataset.action),
    );
  ok((await actions()).includes("save-undo"), "it is said to be kept");
  const mark = rig.proxy.mark();
  await reader.press("review");
  await reader.until((now) => now.screen === "review" && now.text.includes(say("review-title")), "the review");
  same(await rig.requests(mark), [], "requests");
});

test("a tab that is opened from this one goes on by itself: neither changes what the other keeps", async (rig) => {
  const { quiz, reader } = await begun(rig, 2);
  await reader.until((now) => now.item === quiz.items[2].id, "the third question");
  const { driver } = rig;
  const first = await driver.getWindowHandle();
  // As a copy of a tab, it begins with a copy of what the tab keeps.
  await rig.run(() => {
    const link = Object.assign(document.createElement("a"), { id: "again", href: location.href, textContent: "Again" });
    document.body.prepend(Object.assign(link, { target: "_blank", rel: "opener" }));
  });
  await driver.findElement({ css: "#again" }).click();
  await until(async () => (await driver.getAllWindowHandles()).length === 2, "the second tab");
  const [second] = (await driver.getAllWindowHandles()).filter((handle) => handle !== first);
  await driver.switchTo().window(second);
  try {
    const seen = await intro(reader, "continue");
    ok(seen.text.includes(draftSay("draft-question", { n: 3 })), `the place in the second tab: ${seen.text}`);
    await go(reader, "continue", (now) => now.item === quiz.items[2].id);
    await answers(reader, quiz, 2, 4);
    await reader.until((now) => now.item === quiz.items[4].id, "the fifth question, in the second tab");
  } finally {
    await driver.close();
    await driver.switchTo().window(first);
  }
  await reader.until((now) => now.item === quiz.items[2].id, "the third question still, in the first");
  await reload(rig);
  const seen = await intro(reader, "continue");
  ok(seen.text.includes(draftSay("draft-question", { n: 3 })), `the place in the first tab: ${seen.text}`);
  await go(reader, "continue", (now) => now.item === quiz.items[2].id);
  same((await drafts(rig)).length, 1, "drafts kept");
});
