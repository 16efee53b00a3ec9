// Options that can be chosen only on their own, and options in an order drawn with the seed.
import { answersTo } from "../answers.mjs";
import { Keyboard, Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { ok, once, same } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** The starter's item with several choices, two at least, and "none of these". @param {boolean} [shuffle] */
async function severalQuiz(shuffle = false) {
  const quiz = /** @type {any} */ (await shippedQuiz("starter"));
  const item = quiz.items.find((/** @type {{ type: string }} */ { type }) => type === "multiple");
  const options = [
    ...item.options,
    { id: "none", text: "None of these.", exclusive: true, keys: [{ skill: quiz.skills[0].id, level: 0 }] },
  ];
  return { ...quiz, items: [{ ...item, min: 2, max: 3, options, shuffle }] };
}

/** @param {Rig} rig @param {any} quiz @param {string} [seed] */
async function show(rig, quiz, seed = "") {
  rig.proxy.replaced.set("/quizzes/choices.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  await rig.show(
    `<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/choices.json" ${seed && `seed="${seed}"`}></metier-quiz>`,
  );
}

for (const Hand of [Quick, Keyboard]) {
  once(
    `"none of these" takes the others away and they it, and makes an answer by itself, ${Hand === Quick ? "by clicks" : "by keyboard"}`,
    async (rig) => {
      const quiz = await severalQuiz();
      await show(rig, quiz);
      const hand = new Hand(rig);
      const reader = new Quiz(rig, hand);
      await reader.start({ quiz, answers: new Map() });
      const choose = (/** @type {string} */ id) => hand.choose(`input[type=checkbox][value="${id}"]`);
      await choose("a");
      await choose("b");
      same(await reader.read(), ["a", "b"], "two that go together");
      await choose("none");
      same(await reader.read(), ["none"], "none of these");
      await choose("c");
      same(await reader.read(), ["c"], "another");
      await choose("none");
      await reader.press("next");
      await reader.until((screen) => screen.screen === "review", "the review");
      same(
        (await rig.told("answer")).map(({ detail }) => detail.answer),
        [["none"]],
        "the answer",
      );
    },
  );
}

once(
  'options in random order are those of the seed, the same on every screen, and "none of these" last',
  async (rig) => {
    const quiz = await severalQuiz(true);
    const shown = () =>
      rig.run(() =>
        /** @type {HTMLInputElement[]} */ ([
          ...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("input[type=checkbox]") ?? []),
        ]).map(({ value }) => value),
      );
    const orders = [];
    for (const seed of ["1", "1", "2", "3", "4", "5"]) {
      await show(rig, quiz, seed);
      const reader = new Quiz(rig, new Quick(rig));
      await reader.start({ quiz, answers: answersTo(quiz, 1) });
      orders.push(await shown());
    }
    same(orders[0], orders[1], "the order of one seed, twice");
    ok(
      new Set(orders.map((order) => order.join())).size > 2,
      `orders of five seeds: ${orders.map((order) => order.join(" "))}`,
    );
    same(
      orders.map((order) => order.at(-1)),
      orders.map(() => "none"),
      "the last options",
    );
    same(
      orders.map((order) => [...order].sort()),
      orders.map(() => ["a", "b", "c", "d", "none"]),
      "all of them",
    );
  },
);
