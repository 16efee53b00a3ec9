// Quizzes that choose their questions, and levels from calibrated ones. Every calibration here is invented.
import { answerTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { Keyboard, Pointer, Quick } from "../hands.mjs";
import { bitsOf, nativeReport, parting } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { ok, same, test } from "../suite.mjs";
import { adaptiveSay, calibratedSay, say } from "../words.mjs";

const body =
  '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/chosen.json" seed="7"></metier-quiz>';
const invented = {
  grade: 3,
  note: "Invented for a test.",
  experts: { count: 5, roles: "nobody", agreement: 0.8 },
  people: 500,
  reliability: 0.9,
  fit: "Invented.",
};
const LOCATIONS = [0.4, -0.9, 1.3, 0, -0.3, 2, 0.9, -1.7];

/**
 * Right-or-wrong questions of one slope: the next is the one whose location is nearest to the level.
 * @param {Record<string, unknown>} [more]
 * @returns {any}
 */
function ladder(more = {}) {
  return {
    format: "metier-quiz/1",
    id: "ladder",
    version: "1",
    language: "en",
    title: "Ladder",
    about: "Made up.",
    instruction: "best",
    order: "adaptive",
    adaptive: { rule: "information", max: 5 },
    skills: [
      {
        id: "s",
        name: "Care",
        definition: "Keeps tools fit.",
        levels: ["none", "cleans", "mends", "prevents", "teaches"],
      },
    ],
    items: LOCATIONS.map((b, index) => ({
      id: `b${index}`,
      type: "single",
      prompt: `Question on ${b}?`,
      options: [
        { id: "wrong", text: "One answer" },
        { id: "right", text: "Another answer", keys: [{ skill: "s", level: 3 }] },
      ],
      calibration: { model: "2pl", skill: "s", a: 1.2, b: [b], categories: [0, 1] },
    })),
    evidence: invented,
    ...more,
  };
}

/** @param {import('../rig.mjs').Rig} rig @param {unknown} quiz @param {string} [trap] */
async function show(rig, quiz, trap) {
  rig.proxy.replaced.set("/quizzes/chosen.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  const traps =
    trap === undefined ? {} : { head: '<script src="/__metier-traps.js"></script>', query: `?trap=${trap}` };
  await rig.show(body, traps);
}

/** The report of the last result. @param {import('../rig.mjs').Rig} rig */
async function lastReport(rig) {
  const last = (await rig.told("complete")).at(-1);
  ok(last, "there is a result");
  return last.detail.report;
}

/** A reader of such a quiz: it does not know what comes next. */
class Reader extends Quiz {
  /** @type {string[]} */
  asked = [];

  /** @param {string} action @param {(now: import('../quiz.mjs').Screen) => boolean} wanted @param {string} what */
  async go(action, wanted, what) {
    await this.press(action);
    return this.until((now) => wanted(now) && now.focus === "heading", what);
  }

  begin() {
    return this.until((now) => now.screen === "intro", "the first screen").then(() =>
      this.go("start", (now) => now.screen === "question", "the first question"),
    );
  }

  /**
   * Answers what is asked and gives back what follows.
   * @param {import('../quiz.mjs').Screen} screen
   * @param {string} type
   * @param {import('../answers.mjs').Given} given
   */
  async say(screen, type, given) {
    await this.answer(type, given);
    return this.go("next", (now) => now.item !== screen.item, `what follows ${screen.item}`);
  }

  /**
   * To the review, with answers by item.
   * @param {any} quiz
   * @param {import('../quiz.mjs').Screen} screen
   * @param {(item: any, number: number) => import('../answers.mjs').Given} given
   */
  async toReview(quiz, screen, given) {
    for (let number = 0; screen.screen === "question"; number += 1) {
      const id = String(screen.item);
      ok(!this.asked.includes(id), `${id} is asked once`);
      this.asked.push(id);
      const item = quiz.items.find((/** @type {any} */ one) => one.id === id);
      screen = await this.say(screen, item.type, given(item, number));
    }
    same(screen.screen, "review", "what follows the last question");
    return screen;
  }

  /** @override */
  finish() {
    return this.go("finish", (now) => now.screen === "result", "the result");
  }

  /** The list that stands for this session, from the events that left the element. @param {string[]} asked */
  async sheet(asked) {
    const answers = await this.rig.told("answer");
    return asked.map((item) => {
      const last = answers.findLast(({ detail }) => detail.item === item);
      ok(last, `${item} was answered`);
      return { item, answer: last.detail.answer, ms: last.detail.milliseconds };
    });
  }

  /** Holds the page against `metier score`. @param {unknown} quiz @param {string[]} asked */
  async agrees(quiz, asked) {
    const command = bitsOf(await nativeReport(JSON.stringify(quiz), await this.sheet(asked), { seed: 7 }));
    const page = await this.reportBits();
    ok(page === command, `page and command line part at\n${parting(page, command)}`);
  }
}

for (const Hand of [Pointer, Keyboard]) {
  test(`an adaptive quiz with calibrated questions is taken ${Hand === Pointer ? "by pointer" : "by keyboard alone"}: back, a changed answer, the review, the result`, async (rig) => {
    const quiz = ladder();
    await show(rig, quiz);
    const reader = new Reader(rig, new Hand(rig));
    const intro = await reader.until((now) => now.screen === "intro", "the first screen");
    ok(intro.text.includes(adaptiveSay("questions", { count: 5 })), intro.text);
    const first = await reader.begin();
    const mark = rig.proxy.mark();
    // Nearest to 0; right: the level rises; wrong: it falls.
    same(first.item, "b3", "the first question");
    same(first.heading, adaptiveSay("question-of", { n: 1, total: 5 }), "the heading of the first question");
    const second = await reader.say(first, "single", "right");
    same(second.item, "b0", "the second question");
    const third = await reader.say(second, "single", "wrong");
    ok(!third.text.includes(adaptiveSay("again-note")), "a new question says nothing of later ones");

    // Back, and the same answer once more: nothing is lost.
    const back = await reader.go("back", (now) => now.item === second.item, "the question before");
    same(await reader.read(), "wrong", "the answer kept");
    ok(!back.text.includes(adaptiveSay("again-note")), "the newest answer has no later ones");
    const again = await reader.go("back", (now) => now.item === first.item, "the first question");
    ok(again.text.includes(adaptiveSay("again-note")), `what a change would do is said before: ${again.text}`);
    await audit(rig, "a question with later ones");
    await reader.go("next", (now) => now.item === second.item, "the second question, as it was");
    same(await reader.read(), "wrong", "its answer, as it was");
    const same3 = await reader.go("next", (now) => now.item === third.item, "the third question, as it was");
    same(same3.status, "", "nothing is said");

    // Another answer: the second is dropped.
    await reader.go("back", (now) => now.item === second.item, "the second question");
    await reader.go("back", (now) => now.item === first.item, "the first question");
    const changed = await reader.say(first, "single", "wrong");
    same(changed.item, "b4", "lower than before");
    same(changed.status, adaptiveSay("again-dropped", { count: 1 }), "the status");
    same(changed.heading, adaptiveSay("question-of", { n: 2, total: 5 }), "the heading of the second question");
    same(await reader.read(), null, "nothing is chosen yet");

    reader.asked = ["b3"];
    const review = await reader.toReview(quiz, changed, (_, number) => ["right", "right", "wrong", "right"][number]);
    same(reader.asked.length, 5, "questions asked");
    const shown = await rig.run(() =>
      [...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("[data-action=change]") ?? [])].map(
        (one) => /** @type {HTMLElement} */ (one).dataset.item,
      ),
    );
    same(shown, reader.asked, "what the review shows");
    await audit(rig, "review");
    ok(review.actions.includes("finish"), "the result is next");
    const result = await reader.finish();
    ok(
      result.text.includes(calibratedSay("skills-lead")) && !result.text.includes(say("skills-lead")),
      `words of a standard error: ${result.text.slice(0, 900)}`,
    );
    await audit(rig, "result");
    same(await rig.requests(mark), [], "requests since the first question");
    await reader.agrees(quiz, reader.asked);
    const report = await lastReport(rig);
    ok(
      Number(report.skills[0].standard_error) > 0 && report.skills[0].spread === null,
      "a standard error and no spread",
    );
    same(report.asked, reader.asked, "what the report says was asked");

    const restarted = await reader.go("restart", (now) => now.screen === "intro", "the first screen again");
    ok(!/b3/.test(restarted.text), "nothing of before");
    same((await reader.begin()).item, "b3", "the first question again");
    same(await reader.read(), null, "nothing is chosen");
    same(await rig.requests(mark), [], "requests after a restart");
  });
}

test("an answer changed from the review of an adaptive quiz goes on from there", async (rig) => {
  const quiz = ladder();
  await show(rig, quiz);
  const reader = new Reader(rig, new Quick(rig));
  await reader.toReview(quiz, await reader.begin(), () => "right");
  const before = [...reader.asked];
  // The same answer: back to the review, and all is kept.
  await reader.go("change", (now) => now.item === before[0], "the first question");
  const kept = await reader.go("next", (now) => now.screen === "review", "the review again");
  ok(kept.text.includes(say("review-count", { given: 5, count: 5 })), kept.text);
  // Another one: four are dropped, and four are asked anew.
  const first = await reader.go("change", (now) => now.item === before[0], "the first question");
  ok(first.text.includes(adaptiveSay("again-note")), "said before");
  const next = await reader.say(first, "single", "wrong");
  same(next.screen, "question", "it goes on");
  same(next.status, adaptiveSay("again-dropped", { count: 4 }), "the status");
  reader.asked = [before[0]];
  await reader.toReview(quiz, next, () => "wrong");
  same(reader.asked.length, 5, "questions asked");
  // The newest answer changed: nothing to drop, and the quiz has its length.
  await rig.driver.executeScript(
    `document.querySelector('metier-quiz').shadowRoot.querySelector('[data-action=change][data-item="${reader.asked[4]}"]').click()`,
  );
  const last = await reader.until((now) => now.item === reader.asked[4], "the last question");
  ok(!last.text.includes(adaptiveSay("again-note")), "nothing later to drop");
  const review = await reader.say(last, "single", "right");
  same(review.screen, "review", "the review");
  await reader.finish();
  await reader.agrees(quiz, reader.asked);
});

test("a quiz that ends by its error ends early, and goes on where a changed answer makes the error larger", async (rig) => {
  // The error after two answers at the middle is .82 at most; far from the level an answer tells less.
  const quiz = ladder({ adaptive: { rule: "information", max: 8, stop_error: 0.8 } });
  await show(rig, quiz);
  const reader = new Reader(rig, new Quick(rig));
  await reader.toReview(quiz, await reader.begin(), (_, number) => ["right", "wrong"][number % 2]);
  ok(reader.asked.length < 8, `asked: ${reader.asked}`);
  await reader.finish();
  await reader.agrees(quiz, reader.asked);
  const progress = (await rig.told("progress")).map(({ detail }) => detail.left);
  ok(
    progress.every((left, index) => index === 0 || left < progress[index - 1]) && progress.at(-1) === 0,
    `left: ${progress}`,
  );
});

test("every question of an adaptive quiz can be skipped; there is no level then", async (rig) => {
  const quiz = ladder();
  await show(rig, quiz);
  const reader = new Reader(rig, new Quick(rig));
  let screen = await reader.begin();
  for (let number = 0; screen.screen === "question"; number += 1) {
    ok(number < 5, "five questions at most");
    reader.asked.push(String(screen.item));
    const { item } = screen;
    screen = await reader.go("skip", (now) => now.item !== item, `what follows ${item}`);
  }
  const result = await reader.finish();
  ok(!/NaN|undefined|null/.test(result.text), result.text);
  await reader.agrees(quiz, reader.asked);
});

test("without calibration an adaptive quiz says what its choice rests on, and no standard error", async (rig) => {
  const { calibration, ...evidence } = { calibration: 0, grade: 0, note: "Made up." };
  const quiz = ladder({ evidence, adaptive: { rule: "posterior", max: 3, among: 2 } });
  await show(rig, quiz);
  const reader = new Reader(rig, new Quick(rig));
  await reader.toReview(quiz, await reader.begin(), () => "right");
  await reader.finish();
  await rig.run(() =>
    document
      .querySelector("metier-quiz")
      ?.shadowRoot?.querySelectorAll("details")
      .forEach((one) => {
        one.open = true;
      }),
  );
  const { text } = await reader.screen();
  ok(
    text.includes(adaptiveSay("how-adaptive")) &&
      !text.includes(calibratedSay("skills-lead")) &&
      text.includes(say("skills-lead")),
    text.slice(0, 900),
  );
  await audit(rig, "result with its assumptions");
  await reader.agrees(quiz, reader.asked);
});

test("a trap at each call of an adaptive quiz still ends in the same result", async (rig) => {
  const quiz = ladder();
  const taken = async (/** @type {string} */ trap) => {
    await show(rig, quiz, trap);
    const reader = new Reader(rig, new Quick(rig));
    let screen = await reader.begin();
    for (const given of ["right", "right", "wrong"]) screen = await reader.say(screen, "single", given);
    // The second answer changes, and the third is dropped.
    for (let back = 0; back < 2; back += 1) {
      const { item } = screen;
      screen = await reader.go("back", (now) => now.item !== item, "the question before");
    }
    screen = await reader.say(screen, "single", "wrong");
    await reader.toReview(quiz, screen, (_, number) => ["right", "wrong"][number % 2]);
    await reader.finish();
    const bits = (await reader.reportBits()).replace(/"signs":\[.*?\],"skills"/, '"skills"');
    return { bits, record: await rig.run(() => window.__traps) };
  };
  const plain = await taken("");
  const calls = Object.entries(plain.record.calls);
  ok(
    calls.some(([name, count]) => name.includes("answer") && count > 5),
    `calls seen: ${JSON.stringify(calls)}`,
  );
  for (const [name, count] of calls) {
    for (const at of new Set([1, Math.ceil(count / 2), count])) {
      const { bits, record } = await taken(`${name}:${at}`);
      ok(record.trapped === 1, `${name} trapped at call ${at}`);
      ok(bits === plain.bits, `after a trap in ${name} the report differs\n${parting(bits, plain.bits)}`);
    }
  }
});

test("deciding between roles asks other questions than the most information, and ends in a match", async (rig) => {
  const roles = await shippedQuiz("roles");
  /** @type {Record<string, string[]>} */
  const ways = {};
  for (const rule of ["information", "decide"]) {
    const quiz = { ...roles, order: "adaptive", adaptive: { rule, max: 12 } };
    await show(rig, quiz);
    const reader = new Reader(rig, new Quick(rig));
    const first = await reader.begin();
    const mark = rig.proxy.mark();
    await reader.toReview(quiz, first, (item) => answerTo(item, 3));
    same(reader.asked.length, 12, "questions asked");
    await reader.finish();
    same(await rig.requests(mark), [], "requests since the first question");
    await reader.agrees(quiz, reader.asked);
    const { match: found } = await lastReport(rig);
    ok(found && found.roles.length > 3 && found.verdict.code, `a match: ${JSON.stringify(found)?.slice(0, 300)}`);
    ways[rule] = reader.asked;
  }
  ok(ways.information.join() !== ways.decide.join(), `both ask ${ways.decide}`);
});

test("a quiz ends when a role is as probable as it wants", async (rig) => {
  const roles = await shippedQuiz("roles");
  const quiz = { ...roles, order: "adaptive", adaptive: { rule: "decide", min: 4, max: 20, stop_share: 0.5 } };
  await show(rig, quiz);
  const reader = new Reader(rig, new Quick(rig));
  await reader.toReview(quiz, await reader.begin(), (item) => answerTo(item, 5));
  ok(reader.asked.length >= 4, `asked: ${reader.asked.length}`);
  await reader.finish();
  const most = Math.max(...((await lastReport(rig)).match?.roles.map((role) => role.p_best) ?? []));
  ok(reader.asked.length === 20 || most > 0.4, `${reader.asked.length} questions, ${most}`);
});
