// The module traps, at every call into it in turn: the answers survive, and the numbers are those of an untroubled run.
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { parting } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { earlierRoles, shippedQuiz } from "../shipped.mjs";
import { ok, same, test } from "../suite.mjs";

const body =
  '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/trapped.json" seed="7"></metier-quiz>';

/** Three questions on one skill are enough for every call of the player. */
async function shortQuiz() {
  const quiz = await shippedQuiz("pace");
  return { ...quiz, items: quiz.items.filter((item) => item.type === "single").slice(0, 3) };
}

/** @param {import('../rig.mjs').Rig} rig @param {import('../answers.mjs').Quiz} quiz @param {string} trap */
async function show(rig, quiz, trap) {
  rig.proxy.replaced.set("/quizzes/trapped.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  await rig.show(body, { head: '<script src="/__metier-traps.js"></script>', query: `?trap=${trap}` });
  return new Quiz(rig, new Quick(rig));
}

/**
 * Takes a quiz with a trap set.
 * @param {import('../rig.mjs').Rig} rig
 * @param {import('../answers.mjs').Quiz} quiz
 * @param {string} trap
 */
async function takeWith(rig, quiz, trap) {
  const reader = await show(rig, quiz, trap);
  // What a dead instance has left behind is collected in the middle of the quiz, where that can be asked for.
  await reader.take({
    quiz,
    answers: answersTo(quiz, 2),
    look: async () => {
      await rig.run(() => window.gc?.());
    },
  });
  const record = await rig.run(() => window.__traps);
  return { bits: await reader.reportBits(), record };
}

/**
 * A trap at the first and at the last call of each export.
 * @param {import('../rig.mjs').Rig} rig
 * @param {import('../answers.mjs').Quiz} quiz
 * @param {RegExp} exports
 */
async function trapEach(rig, quiz, exports) {
  const plain = await takeWith(rig, quiz, "");
  const calls = Object.entries(plain.record.calls).filter(([name]) => exports.test(name));
  for (const [name, count] of calls) {
    for (const at of new Set([1, count])) {
      const troubled = await takeWith(rig, quiz, `${name}:${at}`);
      ok(troubled.record.trapped === 1, `${name} trapped at call ${at}`);
      ok(
        troubled.bits === plain.bits,
        `after a trap in ${name} the report differs\n${parting(troubled.bits, plain.bits)}`,
      );
    }
  }
  return calls.map(([name]) => name);
}

test("a trap at each call into the player still ends in the same result", async (rig) => {
  const names = await trapEach(rig, await shortQuiz(), /./);
  for (const wanted of ["open", "quiz", "answer", "report"])
    ok(
      names.some((name) => name.includes(wanted)),
      `calls seen: ${names}`,
    );
});

test("a trap at each call into the matcher still ends in the same result", async (rig) => {
  const names = await trapEach(rig, await earlierRoles(), /^matcher/);
  for (const wanted of ["open", "match"])
    ok(
      names.some((name) => name.includes(wanted)),
      `calls seen: ${names}`,
    );
});

test("a module that always traps ends in a readable error, not in a loop", async (rig) => {
  const quiz = await shortQuiz();
  const reader = await show(rig, quiz, "report:always");
  const plan = { quiz, answers: answersTo(quiz, 2) };
  await reader.start(plan);
  for (const _ of quiz.items) {
    const { item } = await reader.screen();
    await reader.press("skip");
    await reader.until((now) => now.item !== item, "the next screen");
  }
  await reader.press("finish");
  const screen = await until(async () => {
    const now = await reader.screen();
    return now.screen === "error" && now;
  }, "the error is shown");
  ok(screen.text.length > 40 && screen.actions.includes("retry"), `a sentence and a way on: ${screen.text}`);
  const { trapped } = await rig.run(() => window.__traps);
  ok(trapped <= 4, `attempts: ${trapped}`);
  same((await rig.told("error")).length, 1, "error events");
});
