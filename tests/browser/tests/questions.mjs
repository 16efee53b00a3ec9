// The screens before the result: what is told and what is asked, how far it is, letters, best and worst, the way on in
// sight, and the answers before the result.
import { answersTo } from "../answers.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Keyboard, Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { testPage } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const tag = '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/own.json"></metier-quiz>';

/** A shipped quiz with its items changed. @param {Rig} rig @param {(items: any[]) => any[]} change @param {object} [more] */
async function quizOf(rig, change, more = {}) {
  const pace = /** @type {any} */ (await shippedQuiz("pace"));
  const quiz = { ...pace, ...more, items: change(structuredClone(pace.items)) };
  rig.proxy.replaced.set("/quizzes/own.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  return quiz;
}

/** A question of one choice with its own words. @param {any[]} items @param {object} words */
const single = (items, words) => {
  const item = items.find(({ type }) => type === "single");
  delete item.situation;
  return { ...item, ...words };
};

/** What stands on the screen of a question. @param {Rig} rig */
const screenOf = (rig) =>
  rig.run(() => {
    const section = /** @type {HTMLElement} */ (
      document.querySelector("metier-quiz")?.shadowRoot?.querySelector("section")
    );
    const text = (/** @type {string} */ selector) => section.querySelector(selector)?.textContent?.trim() ?? null;
    const name = (section.querySelector("fieldset")?.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => section.querySelector(`#${id}`)?.textContent?.trim())
      .join(" ");
    return {
      question: text(".question"),
      story: text(".situation"),
      name,
      bar: [...section.querySelectorAll(".bar > *")].map(({ className }) => className),
      checked: [...section.querySelectorAll("input")].map(({ checked }) => Number(checked)).join(""),
    };
  });

/** Attributes on show that say nothing: a browser takes `hidden="false"` for hidden. @param {Rig} rig */
const emptyWords = (rig) =>
  rig.run(() => {
    const all = document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("*") ?? [];
    const says = (/** @type {Attr} */ { name, value }) =>
      !/^(null|undefined|NaN)$/.test(value) && (value !== "false" || name.startsWith("aria-"));
    return [...all].flatMap(({ localName, attributes }) =>
      [...attributes].filter((one) => !says(one)).map(({ name, value }) => `${localName} ${name}=${value}`),
    );
  });

once("what is not said of a part of a screen is no attribute of it", async (rig) => {
  const quiz = await quizOf(rig, (items) => items);
  await rig.show(tag);
  const reader = new Quiz(rig, new Quick(rig));
  const plan = { quiz, answers: answersTo(quiz, 2) };
  await reader.start(plan);
  same(await emptyWords(rig), [], "on a question");
  await reader.finish(plan, await reader.screen());
  same(await emptyWords(rig), [], "on the result");
});

test("a question has the focus and names its options; the story stands apart", async (rig) => {
  const story =
    "Your team builds a shared catalogue for 23 libraries. After four tidy months no library uses it at all.";
  const question = "What is the best way to quicken the pace?";
  const long =
    "Tell how it went with the catalogue for the libraries after the four tidy months in which nobody at all used it.";
  const cases = [
    { words: { prompt: `${story} ${question}` }, wanted: { question, story } },
    { words: { prompt: `${story}\n\n${question}` }, wanted: { question, story } },
    { words: { prompt: question }, wanted: { question, story: null } },
    { words: { prompt: long, instruction: "best" }, wanted: { question: say("ask-best"), story: long } },
  ];
  for (const { words, wanted } of cases) {
    await quizOf(rig, (items) => [single(items, words)]);
    await rig.show(tag);
    const reader = new Quiz(rig, new Quick(rig));
    const screen = await reader.start({ quiz: await shippedQuiz("pace"), answers: new Map() });
    const seen = await screenOf(rig);
    same({ question: seen.question, story: seen.story }, wanted, "what is asked, what is told");
    same([screen.heading, screen.focus], [wanted.question, "heading"], "the heading");
    same(seen.name, `${wanted.question} ${say("how-single")}`, "the name of the group");
  }
});

once("progress counts what is done, and never goes back; minutes are those of the document", async (rig) => {
  const again = (/** @type {any} */ item) => [item, { ...item, id: `${item.id}-again` }];
  const quiz = await quizOf(rig, (items) => items.filter(({ type }) => type === "single").flatMap(again), {
    minutes: [6, 10],
  });
  await rig.show(tag);
  const reader = new Quiz(rig, new Quick(rig));
  const first = await reader.start({ quiz, answers: new Map() });
  const place = (/** @type {number} */ n, /** @type {number} */ count) =>
    say("minutes-left", { place: say("question-of", { n, total: 4 }), count });
  same([first.place, (await screenOf(rig)).bar], [place(1, 8), ["here", "", "", ""]], "at first");
  await reader.press("skip");
  const second = await reader.until(({ item }) => item === quiz.items[1].id, "the second question");
  same([second.place, (await screenOf(rig)).bar], [place(2, 6), ["done", "here", "", ""]], "after one");
  await reader.press("back");
  const back = await reader.until(({ item }) => item === quiz.items[0].id, "the first question");
  same([back.place, (await screenOf(rig)).bar], [place(1, 6), ["done", "", "", ""]], "after Back");
});

test("letters choose an option once the focus is on one, and go no further", async (rig) => {
  const quiz = await quizOf(rig, (items) => items.filter(({ type }) => /single|multiple/.test(type)));
  await rig.show(tag);
  const reader = new Quiz(rig, new Keyboard(rig));
  const first = await reader.start({ quiz, answers: new Map() });
  const type = (/** @type {string} */ keys) => rig.driver.actions({ async: true }).sendKeys(keys).perform();
  await type("b");
  same(/1/.test((await screenOf(rig)).checked), false, "a letter on the heading");
  await reader.hand.choose(`input[type=radio][value="${quiz.items[0].options[0].id}"]`);
  await type("c");
  const count = quiz.items[0].options.length;
  same((await screenOf(rig)).checked, "0010".padEnd(count, "0").slice(0, count), "the third option");
  await type("z");
  const now = await reader.screen();
  same([now.item, now.focus], [first.item, "screen"], "the question stays");
});

once("best and worst are two groups, each option named once in each", async (rig) => {
  const quiz = await quizOf(rig, (items) => items.filter(({ type }) => type === "best-worst").slice(0, 1));
  await rig.show(tag);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.start({ quiz, answers: new Map() });
  const [{ instruction = quiz.instruction, options }] = quiz.items;
  const seen = await rig.run(() => {
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    return [...(root?.querySelectorAll("[role=radiogroup]") ?? [])].map((group) => ({
      name: group.getAttribute("aria-label"),
      radios: [...group.querySelectorAll("input")].map(
        (input) => root?.querySelector(`#${input.getAttribute("aria-labelledby")}`)?.textContent,
      ),
    }));
  });
  const texts = options.map((/** @type {{ text: string }} */ { text }) => text);
  const name = (/** @type {string} */ side) => say(/** @type {"best-best"} */ (`${side}-${instruction}`));
  same(
    seen,
    [
      { name: name("best"), radios: texts },
      { name: name("worst"), radios: texts },
    ],
    "the groups",
  );
});

test("on a small screen the way on is in sight, and never over what has the focus", async (rig) => {
  const quiz = await quizOf(rig, (items) => items.filter(({ type }) => /single|judge|allocate/.test(type)));
  const origin = rig.fresh();
  rig.proxy.replaced.set("/dock.html", testPage(origin, tag));
  await inFrame(rig, "/dock.html", origin);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.start({ quiz, answers: new Map() });
  for (const item of quiz.items) {
    await reader.until((now) => now.item === item.id, `the question ${item.id}`);
    const faults = await rig.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
      const dock = /** @type {HTMLElement} */ (root.querySelector(".dock"));
      const faults = [];
      scrollTo(0, 0);
      // A new screen slides in by 8 pixels.
      if (dock.getBoundingClientRect().bottom > innerHeight + 9) faults.push("the way on is out of sight");
      for (const stop of /** @type {NodeListOf<HTMLElement>} */ (
        root.querySelectorAll("fieldset :is(input, button)")
      )) {
        stop.focus();
        const { bottom } = stop.getBoundingClientRect();
        if (bottom > dock.getBoundingClientRect().top + 1) faults.push(`hidden: ${stop.outerHTML}`);
      }
      return faults;
    });
    same(faults, [], `faults of ${item.type}`);
    await reader.press("skip");
  }
  await rig.driver.switchTo().defaultContent();
});

test("seven points stack at 320 pixels with the names of both ends, also with large text", async (rig) => {
  const quiz = await quizOf(rig, (items) =>
    items
      .filter(({ type }) => /judge|likert/.test(type))
      .map((item) => ({ ...item, points: 7, ...(item.keys && { keys: item.keys }) })),
  );
  for (const item of quiz.items)
    for (const one of item.options ?? []) if (one.rating !== undefined) one.rating = Math.min(7, one.rating);
  await quizOf(rig, () => quiz.items);
  const origin = rig.fresh();
  for (const size of [100, 200]) {
    rig.proxy.replaced.set("/ends.html", testPage(origin, tag));
    await inFrame(rig, "/ends.html", origin);
    await rig.run((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
    }, size);
    const reader = new Quiz(rig, new Quick(rig));
    await reader.start({ quiz, answers: new Map() });
    for (const item of quiz.items) {
      await reader.until((now) => now.item === item.id, `the question ${item.id}`);
      const shown = await rig.run(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
        return [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".scale"))].map(
          (scale) =>
            [.../** @type {NodeListOf<HTMLElement>} */ (scale.querySelectorAll(".end, .ends > *"))].filter(
              (end) => end.offsetWidth > 20 && getComputedStyle(end).clipPath === "none",
            ).length,
        );
      });
      ok(
        shown.length > 0 && shown.every((count) => count === 2),
        `${item.type} at ${size} %: ends shown a scale: ${shown}`,
      );
      if (size === 100) await fits(rig, item.type);
      await reader.press("skip");
    }
    await rig.driver.switchTo().defaultContent();
  }
});

once("the result comes first on the review; skipped questions before the others, a line each", async (rig) => {
  const quiz = await shippedQuiz("pace");
  await rig.show(tag.replace("own", "pace"));
  const reader = new Quiz(rig, new Quick(rig));
  const answers = answersTo(quiz, 3);
  let screen = await reader.start({ quiz, answers });
  for (let n = 1; screen.screen === "question"; n += 1) {
    const { item, type } = screen;
    if (n === 3 || n === 7) await reader.press("skip");
    else {
      await reader.answer(String(type), /** @type {import('../answers.mjs').Given} */ (answers.get(String(item))));
      await reader.press("next");
    }
    screen = await until(async () => {
      const now = await reader.screen();
      return now.item !== item && now;
    }, "the next screen");
  }
  same(screen.actions.slice(0, 2), ["back", "finish"], "the first actions");
  const order = await rig.run(() =>
    [
      .../** @type {NodeListOf<HTMLElement>} */ (
        document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("[data-action=change]")
      ),
    ].map(({ dataset, textContent }) => [dataset.item, textContent]),
  );
  const ids = quiz.items.map(({ id }) => id);
  const skipped = [ids[2], ids[6]];
  same(
    order,
    [
      ...skipped.map((id) => [id, say("answer-now")]),
      ...ids.filter((id) => !skipped.includes(id)).map((id) => [id, say("change")]),
    ],
    "the order of the questions",
  );
  ok(screen.text.includes(say("review-skipped", { count: 2 })), screen.text.slice(0, 300));
});

test("items of a group stand on one screen, each its own group; the open ones are named, and skipped together", async (rig) => {
  const quiz = await quizOf(rig, (items) => {
    const likert = items.find(({ type }) => type === "likert");
    delete likert.situation;
    const statement = (/** @type {number} */ n) => ({
      ...likert,
      id: `own-${n}`,
      prompt: `I have done this ${n} times.`,
      group: "own",
    });
    return [single(items, { prompt: "What is best?" }), statement(1), statement(2), statement(3)];
  });
  await rig.show(tag);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.start({ quiz, answers: new Map() });
  await reader.press("skip");
  const screen = await reader.until(({ item }) => item === "own-1", "the group");
  same(
    [screen.heading, screen.focus, screen.place.startsWith(say("questions-of", { n: 2, last: 4, total: 4 }))],
    [say("group-title"), "heading", true],
    "the screen",
  );
  const names = await rig.run(() => {
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    return [...(root?.querySelectorAll("fieldset") ?? [])].map(
      (one) => root?.querySelector(`#${one.getAttribute("aria-labelledby")?.split(" ")[0]}`)?.textContent,
    );
  });
  same(
    names,
    quiz.items.slice(1).map((/** @type {{ prompt: string }} */ { prompt }) => prompt),
    "the names of the groups",
  );
  await reader.hand.choose('fieldset[data-item="own-2"] input[value="3"]');
  await reader.press("next");
  const open = await reader.until(({ status }) => status !== "", "what is open is said");
  same([open.item, open.focus], ["own-1", "screen"], "the group stays");
  same(open.status, say("still-open", { numbers: "2 and 4", count: 2 }), "what is said");
  await reader.press("skip");
  const review = await reader.until((now) => now.screen === "review", "the review");
  ok(review.text.includes(say("review-count", { given: 1, count: 4 })), review.text);
  same(
    (await rig.told("answer")).map(({ detail: { item, answer } }) => [item, answer]),
    [
      [quiz.items[0].id, null],
      ["own-1", null],
      ["own-2", 3],
      ["own-3", null],
    ],
    "the answers",
  );
  await reader.hand.press('[data-action=change][data-item="own-3"]');
  await reader.until(({ item }) => item === "own-1", "the group again");
  same(
    await rig.run(() =>
      Boolean(
        document
          .querySelector("metier-quiz")
          ?.shadowRoot?.querySelector('fieldset[data-item="own-2"] input[value="3"]:checked'),
      ),
    ),
    true,
    "what was chosen",
  );
});

once("Back from the change of a question that was skipped leads to the answers, and leaves it skipped", async (rig) => {
  const quiz = await quizOf(rig, (items) => items.slice(0, 2));
  await rig.show(tag);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.start({ quiz, answers: new Map() });
  await reader.press("skip");
  await reader.until(({ item }) => item === quiz.items[1].id, "the second question");
  await reader.press("skip");
  await reader.until(({ screen }) => screen === "review", "the answers");
  for (const _ of ["once", "and again"]) {
    await reader.hand.press(`[data-action=change][data-item="${quiz.items[1].id}"]`);
    await reader.until(({ item }) => item === quiz.items[1].id, "the question to change");
    await reader.press("back");
    const review = await reader.until(({ screen }) => screen === "review", "the answers again");
    ok(review.text.includes(say("review-count", { given: 0, count: 2 })), review.text);
  }
});
