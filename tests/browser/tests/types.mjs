// Every type of item: taken by pointer and by keyboard alone, in both directions; what is no answer yet; what stays
// with the person.
import { Key } from "selenium-webdriver";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Keyboard, Pointer, Quick } from "../hands.mjs";
import { bitsOf, nativeReport, parting, timedSheet } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { testPage } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const body = '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/types.json"></metier-quiz>';

/** The starter, or its items of some types alone. @param {string[]} types @returns {Promise<any>} */
async function quizOf(...types) {
  const quiz = await shippedQuiz("starter");
  return types.length ? { ...quiz, items: quiz.items.filter((item) => types.includes(item.type)) } : quiz;
}

/** @param {Rig} rig @param {import('../answers.mjs').Quiz} quiz */
function put(rig, quiz) {
  rig.proxy.replaced.set("/quizzes/types.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
}

/** Shows a quiz as far as its first question. @param {Rig} rig @param {import('../answers.mjs').Quiz} quiz */
async function begin(rig, quiz) {
  put(rig, quiz);
  await rig.show(body);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.start({ quiz, answers: new Map() });
  return reader;
}

/**
 * Presses Next; what is said to be missing is this, and that the question can be skipped.
 * @param {Quiz} reader
 * @param {string} words
 * @param {string} [given]
 */
async function complains(reader, words, given = "no answer") {
  await reader.press("next");
  const wanted = `${words} ${say("or-skip")}`;
  await reader.until(
    (now) => now.focus === "screen" && now.status.trim() === wanted && now.text.includes(wanted),
    `after ${given} it is said: ${wanted}`,
  );
}

/** What the element has told of answers. @param {Rig} rig */
const told = async (rig) => (await rig.told("answer")).map(({ detail }) => detail);

for (const Hand of [Pointer, Keyboard]) {
  test(`every type is answered ${Hand === Pointer ? "by pointer" : "by keyboard alone"}, and one's own words stay on the page`, async (rig) => {
    const quiz = await quizOf();
    const plan = { quiz, answers: answersTo(quiz, Hand === Pointer ? 3 : 5), back: 9 };
    put(rig, quiz);
    // A page has more than a quiz: else Tab would leave it on the way from one group of radios to another.
    await rig.show(`<p><a href="#before">Before</a></p>${body}<p><a href="#after">After</a></p>`);
    const reader = new Quiz(rig, new Hand(rig));
    const first = await reader.start(plan);
    const mark = rig.proxy.mark();
    const result = await reader.finish(plan, first);
    same(await rig.requests(mark), [], "requests from the first question on");
    const page = await reader.reportBits();
    const command = bitsOf(
      await nativeReport(JSON.stringify(quiz), timedSheet(plan.answers, await rig.told("answer")), {}),
    );
    ok(page === command, `page and command line part at\n${parting(page, command)}`);
    const own = String(plan.answers.get("monday"));
    ok(result.text.includes(own.split("\n")[0]), `the result shows the person's own words: ${own}`);
    ok(!JSON.stringify(await rig.events()).includes(own.split(",")[0]), "no event holds them");
    const event = (await told(rig)).find(({ item }) => item === "monday");
    same([event?.answer, event?.answered], [null, true], "what the event says of them");
  });
}

test("a slider runs from right to left where the quiz does", async (rig) => {
  const quiz = await quizOf("slider");
  const reader = await begin(rig, { ...quiz, direction: "rtl" });
  await new Pointer(rig).slide("input[type=range]", 35);
  same(await reader.read(), 35, "a press nearer to the right end");
});

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  const add = scheme === "light" ? test : once;
  add(
    `axe finds nothing on the new types, asked and complained of, ${scheme}`,
    async (rig) => {
      const quiz = await quizOf("rank", "slider", "number", "sort", "text");
      const reader = await begin(rig, quiz);
      const answers = answersTo(quiz, 2);
      for (const item of quiz.items) {
        await audit(rig, `${item.type}, ${scheme}`);
        await reader.press("next");
        await reader.until(
          (now) => now.focus === "screen" && now.status.endsWith(say("or-skip")),
          "what is missing is said, and the focus goes there",
        );
        await audit(rig, `${item.type} without an answer, ${scheme}`);
        await reader.answer(item.type, /** @type {import('../answers.mjs').Given} */ (answers.get(item.id)));
        await audit(rig, `${item.type} answered, ${scheme}`);
        await reader.press("next");
        await reader.until((now) => now.item !== item.id, "the next screen");
      }
      await audit(rig, `review, ${scheme}`);
      await reader.press("finish");
      await reader.until((now) => now.screen === "result", "the result");
      await audit(rig, `result, ${scheme}`);
    },
    { scheme },
  );
}

for (const direction of ["ltr", "rtl"]) {
  test(`the new types fit 320 pixels, ${direction}, targets 44, with words of sixty letters`, async (rig) => {
    const quiz = await quizOf("rank", "slider", "number", "sort", "text");
    const long = (direction === "rtl" ? "\u0645" : "w").repeat(60);
    Object.assign(quiz, { direction, language: direction === "rtl" ? "ar" : "en" });
    for (const item of quiz.items) {
      item.prompt += ` ${long}`;
      if (item.unit) item.unit += ` ${long}`;
      if (item.anchors) item.anchors = item.anchors.map((/** @type {string} */ anchor) => `${anchor} ${long}`);
      for (const one of [...(item.options ?? []), ...(item.groups ?? [])]) one.text += ` ${long}`;
    }
    put(rig, quiz);
    const origin = rig.fresh();
    rig.proxy.replaced.set("/types.html", testPage(origin, body));
    await inFrame(rig, "/types.html", origin);
    const reader = new Quiz(rig, new Quick(rig));
    await reader.take({
      quiz,
      answers: answersTo(quiz, 6),
      look: async (screen) => fits(rig, `${direction}, ${screen.type ?? screen.screen}`),
    });
    await rig.clean();
    await rig.driver.switchTo().defaultContent();
  });
}

test("a slider that nobody touched is no answer, and looks and reads so; its place may be the one where the handle waits", async (rig) => {
  const quiz = await quizOf("slider");
  const reader = await begin(rig, quiz);
  const open = { says: say("slider-open"), shows: say("slider-open"), value: 50 };
  const half = { says: `50 ${quiz.items[0].unit}`, shows: `50\u00a0${quiz.items[0].unit}`, value: 50 };
  const slider = () =>
    rig.run(() => {
      const root = document.querySelector("metier-quiz")?.shadowRoot;
      const input = /** @type {HTMLInputElement} */ (root?.querySelector("input[type=range]"));
      return {
        says: input.getAttribute("aria-valuetext"),
        shows: root?.querySelector(".readout > :last-child")?.textContent,
        value: Number(input.value),
      };
    });
  same(await slider(), open, "the slider before anybody touched it");
  await complains(reader, say("slider-missing"));
  same(await reader.read(), null, "the answer after that");
  const pointer = new Pointer(rig);
  await pointer.slide("input[type=range]", 50);
  same(await slider(), half, "the slider after a press on the very place");
  await reader.press("next");
  await reader.until((now) => now.screen === "review", "the review");
  same(
    (await told(rig)).map(({ answer, answered }) => [answer, answered]),
    [[50, true]],
    "the answer",
  );
  // Changed, and left without Next: as it was.
  await reader.press("change");
  await reader.until((now) => now.screen === "question", "the question again");
  await new Quick(rig).slide("input[type=range]", 80);
  await reader.press("back");
  await reader.until(
    (now) => now.screen === "review" && now.text.includes(half.shows),
    "the review with the old answer",
  );
  await reader.press("change");
  await reader.until((now) => now.screen === "question", "the question again");
  same(await slider(), half, "the slider as it was");
  await reader.press("skip");
  await reader.until((now) => now.screen === "review", "the review");
  await reader.press("change");
  await reader.until((now) => now.screen === "question", "the skipped question");
  same((await slider()).says, open.says, "a skipped slider");
  await new Quick(rig).slide("input[type=range]", 80);
  await reader.press("back");
  await reader.until((now) => now.screen === "review", "the review");
  await reader.press("change");
  await reader.until((now) => now.screen === "question", "the skipped question again");
  same((await slider()).says, open.says, "a skipped slider that was moved and left");
});

once("a number is read with a point or a comma, and what cannot be read is said", async (rig) => {
  const quiz = await quizOf("number");
  Object.assign(quiz.items[0], { min: -2000, max: 2000 });
  const reader = await begin(rig, quiz);
  const odd = say("number-odd");
  const range = say("number-between", { low: -2000, high: 2000 });
  const ways = (/** @type {string} */ whole, /** @type {string} */ decimal) =>
    say("number-two-ways", { whole, decimal });
  for (const [typed, wanted] of [
    ["", say("number-missing")],
    ["abc", odd],
    ["1.2.3", odd],
    ["1e3", odd],
    ["0x10", odd],
    ["1,250", ways("1250", "1.25")],
    ["-1,250", ways("-1250", "-1.25")],
    ["1.255", ways("1255", "1.2550")],
    ["2001", range],
    ["999999999999999999999", range],
  ]) {
    await reader.hand.write("input[inputmode=decimal]", typed);
    await complains(reader, wanted, JSON.stringify(typed));
  }
  for (const [typed, number] of /** @type {const} */ ([
    ["36", 36],
    [" 2,5 ", 2.5],
    [".5", 0.5],
    ["0,125", 0.125],
    ["\u22127.25", -7.25],
    ["1 250", 1250],
    ["\u0661\u0662\u066b\u0665", 12.5],
    ["+3", 3],
    ["1250,5", 1250.5],
    ["007", 7],
  ])) {
    await reader.hand.write("input[inputmode=decimal]", typed);
    await reader.press("next");
    await reader.until((now) => now.screen === "review", `the review after ${typed}`);
    same((await told(rig)).at(-1)?.answer, number, `what ${typed} is read as`);
    await reader.press("change");
    await reader.until((now) => now.screen === "question", "the question again");
  }
});

once("two options never have one place: they change places, and that is said", async (rig) => {
  const quiz = await quizOf("rank");
  const reader = await begin(rig, quiz);
  const { hand } = reader;
  const option = (/** @type {string} */ wanted) =>
    quiz.items[0].options.find((/** @type {{ id: string }} */ { id }) => id === wanted).text;
  const places = () =>
    rig.run(() =>
      [
        .../** @type {NodeListOf<HTMLSelectElement>} */ (
          document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("select")
        ),
      ].map((one) => one.value),
    );
  await hand.pick('select[data-option="a"]', "1");
  await hand.pick('select[data-option="b"]', "1");
  same(await places(), ["", "1", ""], "places after one was taken");
  same((await reader.screen()).status, say("place-lost", { option: option("a") }), "what is said");
  await complains(reader, say("place-all", { count: 2 }));
  await hand.pick('select[data-option="a"]', "3");
  await hand.pick('select[data-option="c"]', "2");
  await hand.pick('select[data-option="b"]', "3");
  same(await places(), ["1", "3", "2"], "places after two changed");
  same((await reader.screen()).status, say("place-moved", { n: 1, option: option("a") }), "what is said then");
  await reader.press("next");
  await reader.until((now) => now.screen === "review", "the review");
  same(
    (await told(rig)).map(({ answer }) => answer),
    [["a", "c", "b"]],
    "the order",
  );
});

once("arrows lead past a place that another option has, and leave it there", async (rig) => {
  const quiz = await quizOf("rank");
  const reader = await begin(rig, quiz);
  const { hand } = reader;
  const places = () =>
    rig.run(() =>
      [...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("select") ?? [])].map(
        ({ value }) => value,
      ),
    );
  await hand.pick('select[data-option="a"]', "1");
  await rig.run(() =>
    /** @type {HTMLElement} */ (
      document.querySelector("metier-quiz")?.shadowRoot?.querySelector('select[data-option="b"]')
    ).focus(),
  );
  const down = () => rig.driver.actions({ async: true }).sendKeys(Key.ARROW_DOWN).perform();
  await down();
  same(await places(), ["", "1", ""], "places on the way");
  await down();
  same(await places(), ["1", "2", ""], "places where it ends");
  const [{ text }] = quiz.items[0].options;
  same((await reader.screen()).status, say("place-moved", { n: 1, option: text }), "what is said of the first");
  await hand.pick('select[data-option="c"]', "2");
  same(await places(), ["1", "", "2"], "places that another list takes");
});

once("characters left are counted as people count them, and printed words are those that were written", async (rig) => {
  const quiz = await quizOf("text", "number");
  quiz.items.reverse();
  quiz.items[0].max = 12;
  const reader = await begin(rig, quiz);
  await reader.hand.write("textarea", "\u{1f4e6}".repeat(12));
  ok((await reader.screen()).text.includes(say("text-left", { count: 0 })), "characters, not code units");
  await reader.hand.write("textarea", "thirteen char");
  await complains(reader, `${say("text-over", { count: 1 })}.`);
  await reader.hand.write("textarea", " \n ");
  await complains(reader, say("text-missing"), "white space");
  await reader.hand.write("textarea", "a\n<b>b</b>");
  await reader.press("next");
  await reader.until((now) => now.type === "number", "the next question");
  await reader.press("skip");
  await reader.until((now) => now.screen === "review", "the review");
  await reader.press("finish");
  await reader.until((now) => now.screen === "result", "the result");
  const shown = await rig.run(() => {
    const own = /** @type {HTMLElement} */ (
      document.querySelector("metier-quiz")?.shadowRoot?.querySelector(".part .own")
    );
    return [own.textContent, getComputedStyle(own).whiteSpace];
  });
  same(shown[0], "a\n<b>b</b>", "the words as they were written");
  ok(/pre-line|preserve-breaks/.test(String(shown[1])), `line by line: ${shown[1]}`);
  same(JSON.stringify(await rig.events()).includes("<b>"), false, "the words in any event");
});

test("what only the new types need is loaded with them alone, before the first question", async (rig) => {
  const wanted = (/** @type {number} */ mark) => rig.proxy.since(mark).some((seen) => seen.path === "/whole-module.js");
  let mark = rig.proxy.mark();
  const common = await quizOf("single", "judge", "best-worst", "multiple", "rank", "sort", "likert", "frequency");
  await begin(rig, { ...common, scales: undefined });
  same(wanted(mark), false, "the file for a quiz without them");
  mark = rig.proxy.mark();
  await begin(rig, await quizOf("likert", "text"));
  await until(async () => wanted(mark), "the file for a quiz with one of them");
});
