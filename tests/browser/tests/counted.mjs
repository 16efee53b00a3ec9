// A quiz without a level: what is sorted is counted, and the result says no more than that.
import { answersTo } from "../answers.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Keyboard, Pointer, Quick } from "../hands.mjs";
import { bitsOf, nativeReport, parting, timedSheet } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { KEY, openProfile, pressOffer, profileOf, saveResult } from "../saved.mjs";
import { shippedQuiz, shippedText } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { begin, toResult, toReview } from "../walking.mjs";
import { countedSay, profileSay, say, sharingSay } from "../words.mjs";

/** @typedef {{ id: string, text: string, why: string, talk?: string, group: string }} Statement */
/** @typedef {import('../answers.mjs').Quiz & { counted: { ends: { from: number, to: number, text: string }[], sections: { title: string, lines: string[] }[] } }} Counted */

const NAME = "product-or-sales";
const quiz = /** @type {Counted} */ (await shippedQuiz(NAME));
const options = (/** @type {import('../answers.mjs').Item} */ item) =>
  /** @type {Statement[]} */ (/** @type {unknown} */ (item.options ?? []));
const statements = quiz.items.flatMap(options);
const talks = statements.filter(({ talk }) => talk);

/** Everything where the authors put it, but for the first of each question. */
const nearly = () =>
  new Map(
    quiz.items.map((item) => [
      item.id,
      Object.fromEntries(
        options(item).map(({ id, group }, index) => [id, index ? group : group === "both" ? "sales" : "both"]),
      ),
    ]),
  );

/** The text of the result, its cards, and what speaks of levels or shares. @param {import('../rig.mjs').Rig} rig */
const drawn = (rig) =>
  rig.run(() => {
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    const within = (/** @type {string} */ what) => [
      .../** @type {NodeListOf<HTMLElement>} */ (root?.querySelectorAll(what)),
    ];
    return {
      heading: within("h1")[0]?.textContent ?? "",
      parts: within("h2").map(({ textContent }) => textContent),
      cards: within('[data-card="talk"]').map(({ textContent }) => textContent ?? ""),
      pictures: within("svg, [data-skill], [data-role], .bar").length,
    };
  });

for (const Hand of [Pointer, Keyboard]) {
  const hand = Hand === Pointer ? "by pointer" : "by keyboard alone";
  (Hand === Keyboard ? test : once)(
    `a quiz that counts is taken ${hand} to its count and to what people differ about; nothing is requested`,
    async (rig) => {
      const answers = nearly();
      const plan = { quiz, answers, back: 2, change: "first" };
      rig.withWorker();
      await rig.open(`${rig.fresh()}/${NAME}.html`);
      await rig.workerReady();
      const reader = new Quiz(rig, new Hand(rig));
      const first = await reader.start({
        ...plan,
        look: async ({ text }) => ok(text.includes(countedSay("intro-counted")), `what to do: ${text}`),
      });
      const mark = rig.proxy.mark();
      await reader.finish(plan, first);
      same(await rig.requests(mark), [], "requests from the first question to the result");

      const { heading, parts, cards, pictures } = await drawn(rig);
      same(heading, countedSay("counted", { right: 9, of: 12 }), "the heading");
      same(pictures, 0, "no level and no share is drawn");
      same(cards.length, 3, "the statements to talk about");
      for (const [index, { text, why, talk = "" }] of talks.entries())
        for (const words of [text, why, talk]) ok(cards[index].includes(words), `${cards[index]} has ${words}`);
      ok(
        cards.every((card) => card.includes(countedSay("we-chose"))),
        "where the authors put them",
      );
      same(
        parts.filter((part) => quiz.counted.sections.some(({ title }) => title === part)),
        quiz.counted.sections.map(({ title }) => title),
        "what else is said, in its order",
      );

      const { text } = await reader.unfolded();
      for (const words of [
        quiz.counted.ends[2].text,
        countedSay("counted-no-level"),
        ...statements.map(({ why }) => why),
      ])
        ok(text.includes(words), `the result has: ${words}`);
      ok(text.includes(say("key-group", { group: "Both" })), "to which group each belongs");
      ok(![say("how-sure"), say("skills-lead")].some((words) => text.includes(words)), "no level is spoken of");
      same(/counts as \d|level between|\d ?%/.exec(text)?.[0], undefined, "a level or a share");

      const [{ detail }] = await rig.told("complete");
      same([detail.report.skills, detail.report.order, detail.report.signs], [[], [], []], "skills, order and signs");
      const [
        {
          detail: { seed },
        },
      ] = await rig.told("start");
      const page = await reader.reportBits();
      const command = bitsOf(
        await nativeReport(await shippedText(NAME), timedSheet(answers, await rig.told("answer"), quiz), { seed }),
      );
      ok(page === command, `page and command line part at\n${parting(page, command)}`);
    },
  );
}

once("what is skipped counts neither way, and of nothing there is no count", async (rig) => {
  for (const [left, heading] of [
    [1, countedSay("counted", { right: 3, of: 4 })],
    [0, countedSay("counted-none")],
  ]) {
    const reader = await begin(rig, "ltr", NAME, quiz, `?${left}`);
    const answers = new Map([...nearly()].map(([id, answer], index) => [id, index < Number(left) ? answer : null]));
    await toReview(reader, answers);
    await toResult(reader);
    const { text } = await reader.screen();
    same((await drawn(rig)).heading, heading, "the heading");
    same(text.includes(countedSay("counted-skipped", { count: 2 })), left === 1, "what was skipped is said");
    ok(
      quiz.counted.ends.every(({ text: words }) => !text.includes(words)),
      "nothing is said of a count of a part",
    );
    ok(text.includes(quiz.counted.sections[0].lines[0]), "what both share is said all the same");
  }
});

once("a count is kept and shown on My profile without a level, and has no picture to share", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  const reader = await begin(rig, "ltr", NAME, quiz);
  await toReview(reader, nearly());
  await toResult(reader);
  await pressOffer(rig, "save-share");
  await until(
    () =>
      rig.run(
        (words) => document.querySelector("dialog.share")?.textContent?.includes(words),
        sharingSay("share-counted"),
      ),
    "the panel says that there is no picture",
  );
  await rig.run(() => /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.share"))?.close());
  await saveResult(rig);
  const kept = JSON.parse(String(await rig.run((key) => localStorage.getItem(key), KEY)));
  await openProfile(rig, profileOf(...kept.results));
  const text = String(
    await until(
      () =>
        rig.run(
          () =>
            /** @type {HTMLElement | null} */ (
              document.getElementById("profile")?.shadowRoot?.querySelector("main, [data-part=results]")
            )?.innerText,
        ),
      "the results",
    ),
  );
  ok(text.includes(profileSay("my-counted", { right: 9, of: 12 })), text);
  const all = String(
    await rig.run(() => document.getElementById("profile")?.shadowRoot?.querySelector(".head")?.textContent),
  );
  ok(all.includes(profileSay("my-counts-only")), all);
});

once("every screen of a quiz that counts fits 320 and 360 pixels", async (rig) => {
  for (const width of [320, 360]) {
    await inFrame(rig, `/${NAME}.html`, rig.fresh(), [width, 640]);
    await new Quiz(rig, new Quick(rig)).take({
      quiz,
      answers: answersTo(quiz, 8),
      look: (screen) => fits(rig, `${NAME}, ${screen.type ?? screen.screen}, ${width}`),
    });
    await rig.clean();
    await rig.driver.switchTo().defaultContent();
  }
});
