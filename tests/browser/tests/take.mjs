// Each quiz, taken to its printed result by pointer and by keyboard alone: nothing is requested, nothing is stored
// but the draft of this tab, and the numbers are those of the command line.
import { answersTo } from "../answers.mjs";
import { Keyboard, Pointer, Quick } from "../hands.mjs";
import { bitsOf, nativeReport, parting, timedSheet } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz, shippedText } from "../shipped.mjs";
import { drafts, stored } from "../stored.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

const QUIZZES = ["negotiation", "pace", "setbacks", "roles"];

for (const [name, Hand, answers] of QUIZZES.flatMap(
  (name, index) =>
    /** @type {[string, typeof Pointer | typeof Keyboard, number][]} */ ([
      [name, Pointer, index],
      [name, Keyboard, index + 10],
    ]),
)) {
  const hand = Hand === Pointer ? "by pointer" : "by keyboard alone";
  // What a browser may do otherwise shows on one quiz of one skill, and on the long one of roles by keyboard.
  const run = name === "pace" || (name === "roles" && Hand === Keyboard) ? test : once;
  run(
    `${name} is taken to its printed result ${hand}; nothing is requested, and stored in this tab alone`,
    async (rig) => {
      const quiz = await shippedQuiz(name);
      const plan = { quiz, answers: answersTo(quiz, answers), skip: 2, back: 4, change: "first" };
      rig.withWorker();
      await rig.open(`${rig.fresh()}/${name}.html`);
      await rig.workerReady();
      const reader = new Quiz(rig, new Hand(rig));
      const first = await reader.start(plan);
      const mark = rig.proxy.mark();
      await reader.finish(plan, first);
      await reader.press("print");
      await until(async () => (await rig.collected())?.printed === 1, "the page is printed");
      same(await rig.requests(mark), [], "requests from the first question to the printed result");
      same(await stored(rig), { local: 0, session: 0, bases: 0, cookies: 0, foreign: [] }, "what was stored");
      same(await drafts(rig), [`metier-draft / ${quiz.id}`], "the drafts of this tab");

      const [
        {
          detail: { seed },
        },
      ] = await rig.told("start");
      const page = await reader.reportBits();
      const command = bitsOf(
        await nativeReport(await shippedText(name), timedSheet(plan.answers, await rig.told("answer"), quiz), { seed }),
      );
      ok(page === command, `page and command line part at\n${parting(page, command)}`);
    },
  );
}

once("answers in a hurry name no role, and the page says what to do", async (rig) => {
  const quiz = await shippedQuiz("roles");
  await rig.show(
    '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/roles.json"></metier-quiz>',
    { query: "?hurried" },
  );
  const reader = new Quiz(rig, new Quick(rig));
  const answers = answersTo(quiz, 4);
  await reader.take({ quiz, answers });
  const verdict = (await rig.told("complete")).at(-1)?.detail.report.match?.verdict;
  ok(verdict, "there is a verdict");
  same([verdict.code, verdict.reason, verdict.roles], ["not-enough-evidence", "careless", []], "the verdict");
  const { text } = await reader.screen();
  ok(text.includes(say("not-enough-fast")), `what to do: ${text.slice(0, 600)}`);
  ok(!text.includes(say("sign-same")), "the roles are counted differently");
  ok(!text.includes(say("look-fast")), "one way back to the answers, and not two");
  await reader.hand.press("button.main[data-sign=fast]");
  await reader.until((now) => now.text.includes(say("review-quick", { count: answers.size })), "quick ones first");
});
