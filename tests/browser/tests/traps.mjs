// The module traps, at every call into it in turn: the answers survive, and the numbers are those of an untroubled run.
import { ADVERT, loaded, read, READING } from "../advert-page.mjs";
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { parting } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { KEY, profileOf, result, shows } from "../saved.mjs";
import { earlierRoles, shippedQuiz } from "../shipped.mjs";
import { pageWith } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

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
 * A trap at every call of each export.
 * @param {import('../rig.mjs').Rig} rig
 * @param {import('../answers.mjs').Quiz} quiz
 * @param {RegExp} exports
 */
async function trapEach(rig, quiz, exports) {
  const plain = await takeWith(rig, quiz, "");
  const calls = Object.entries(plain.record.calls).filter(([name]) => exports.test(name));
  for (const [name, count] of calls) {
    for (let at = 1; at <= count; at += 1) {
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

once("a trap at each call into the player still ends in the same result", async (rig) => {
  const names = await trapEach(rig, await shortQuiz(), /./);
  for (const wanted of ["open", "quiz", "answer", "report"])
    ok(
      names.some((name) => name.includes(wanted)),
      `calls seen: ${names}`,
    );
});

once("a trap at each call into the matcher still ends in the same result", async (rig) => {
  const names = await trapEach(rig, await earlierRoles(), /^matcher/);
  for (const wanted of ["open", "match"])
    ok(
      names.some((name) => name.includes(wanted)),
      `calls seen: ${names}`,
    );
});

/**
 * A page of ours with the traps in it.
 * @param {import('../rig.mjs').Rig} rig
 * @param {string} name
 */
async function withTraps(rig, name) {
  rig.proxy.replaced.set(`/${name}`, await pageWith(name, "traps.js"));
  // The worker does not know this page, and so keeps nothing.
  rig.allow(/service ?worker|not this build|came as|Script .* load failed/i);
  rig.allow(new RegExp(`^stores: ${KEY}$`));
}

/**
 * What a page shows where nothing traps, and after a trap at each call of each export.
 * @param {import('../rig.mjs').Rig} rig
 * @param {(query: string) => Promise<string>} shown
 */
async function trapEachOf(rig, shown) {
  const plain = await shown("");
  const { calls } = await rig.run(() => window.__traps);
  let tried = 0;
  for (const [name, count] of Object.entries(calls)) {
    for (let at = 1; at <= count; at += 1) {
      const troubled = await shown(`?trap=${name}:${at}`);
      same((await rig.run(() => window.__traps)).trapped, 1, `traps in ${name} at call ${at}`);
      same(troubled, plain, `what is shown after a trap in ${name} at call ${at}`);
      tried += 1;
    }
  }
  ok(tried > 2, `calls of ${Object.keys(calls)}`);
}

once("a trap at each call behind My profile changes nothing of what it shows", async (rig) => {
  await withTraps(rig, "profile.html");
  const kept = profileOf(await result("setbacks", 4, "2026-08-03"), await result("pace", 5, "2026-09-04"));
  await trapEachOf(rig, async (query) => {
    const origin = rig.fresh();
    await rig.open(`${origin}/method.html`);
    await rig.run((key, words) => localStorage.setItem(key, words), KEY, kept);
    await rig.open(`${origin}/profile.html${query}`);
    return (await shows(rig, ({ screen }) => screen && screen !== "loading", "the page is drawn")).all;
  });
});

once("a trap at each call behind the reading of an advert changes nothing of what it shows", async (rig) => {
  await withTraps(rig, "advert.html");
  await trapEachOf(rig, async (query) => {
    await rig.open(`${rig.fresh()}/advert.html${query}`);
    await loaded(rig);
    await read(rig, ADVERT);
    return rig.run((reading) => document.querySelector(reading)?.textContent ?? "", READING);
  });
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
  // Nobody is sent to look after a connection that is not at fault.
  const told = await rig.told("error");
  same(
    told.map(({ detail }) => detail.code),
    ["engine"],
    "error events",
  );
  ok(screen.text.includes(say("error-engine")), `what is said is that it went wrong here: ${screen.text}`);
});
