// Quizzes that choose their questions, and levels from calibrated ones. Every calibration here is invented.
import { answerTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { Keyboard, Pointer, Quick } from "../hands.mjs";
import { ladder } from "../ladder.mjs";
import { bitsOf, nativeReport, parting } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { earlierRoles } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { adaptiveSay, calibratedSay, say } from "../words.mjs";

const body =
  '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/chosen.json" seed="7"></metier-quiz>';

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
  (Hand === Keyboard ? test : once)(
    `an adaptive quiz with calibrated questions is taken ${Hand === Pointer ? "by pointer" : "by keyboard alone"}: back, a changed answer, the review, the result`,
    async (rig) => {
      const quiz = ladder();
      await show(rig, quiz);
      const reader = new Reader(rig, new Hand(rig));
      const intro = await reader.until((now) => now.screen === "intro", "the first screen");
      ok(intro.text.includes(adaptiveSay("questions-at-most", { count: 5 })), intro.text);
      const first = await reader.begin();
      const mark = rig.proxy.mark();
      // Nearest to 0; right: the level rises; wrong: it falls.
      same(first.item, "b3", "the first question");
      same(first.place, adaptiveSay("question-of", { n: 1, total: 5 }), "the place of the first question");
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
      same(changed.place, adaptiveSay("question-of", { n: 2, total: 5 }), "the place of the second question");
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
      await reader.finish();
      await audit(rig, "result");
      const result = await reader.unfolded();
      ok(
        result.text.includes(calibratedSay("skills-lead")) && !result.text.includes(say("skills-lead")),
        `words of a standard error: ${result.text.slice(0, 900)}`,
      );
      await audit(rig, "result with everything opened");
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
    },
  );
}

once("an answer changed from the review of an adaptive quiz goes on from there", async (rig) => {
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

once(
  "a quiz that ends by its error ends early, and goes on where a changed answer makes the error larger",
  async (rig) => {
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
  },
);

once("every question of an adaptive quiz can be skipped; there is no level then", async (rig) => {
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

once("without calibration an adaptive quiz says what its choice rests on, and no standard error", async (rig) => {
  const { calibration, ...evidence } = { calibration: 0, grade: 0, note: "Made up." };
  const quiz = ladder({ evidence, adaptive: { rule: "posterior", max: 3, among: 2 } });
  await show(rig, quiz);
  const reader = new Reader(rig, new Quick(rig));
  await reader.toReview(quiz, await reader.begin(), () => "right");
  await reader.finish();
  const { text } = await reader.unfolded();
  ok(
    text.includes(adaptiveSay("how-adaptive")) &&
      !text.includes(calibratedSay("skills-lead")) &&
      text.includes(say("skills-lead")),
    text.slice(0, 900),
  );
  await audit(rig, "result with its assumptions");
  await reader.agrees(quiz, reader.asked);
});

once("a trap at each call of an adaptive quiz still ends in the same result", async (rig) => {
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

once("deciding between roles asks other questions than the most information, and ends in a match", async (rig) => {
  const roles = await earlierRoles();
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

once("a quiz ends when a role is as probable as it wants", async (rig) => {
  const roles = await earlierRoles();
  const quiz = { ...roles, order: "adaptive", adaptive: { rule: "decide", min: 4, max: 20, stop_share: 0.5 } };
  await show(rig, quiz);
  const reader = new Reader(rig, new Quick(rig));
  await reader.toReview(quiz, await reader.begin(), (item) => answerTo(item, 5));
  ok(reader.asked.length >= 4, `asked: ${reader.asked.length}`);
  await reader.finish();
  const most = Math.max(...((await lastReport(rig)).match?.roles.map((role) => role.p_best_product ?? 0) ?? []));
  ok(reader.asked.length === 20 || most > 0.4, `${reader.asked.length} questions, ${most}`);
});

test("a quiz that chooses its questions goes on after a reload where it was, with the same questions", async (rig) => {
  rig.proxy.replaced.set("/quizzes/chosen.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ladder()),
  });
  await rig.show(body.replace("seed=", "resume seed="));
  const reader = new Reader(rig, new Quick(rig));
  let screen = await reader.begin();
  for (const given of ["right", "wrong"]) screen = await reader.say(screen, "single", given);
  await reader.answer("single", "right");
  await rig.driver.navigate().refresh();
  await reader.until(({ actions }) => actions.includes("continue"), "the intro");
  const again = await reader.go("continue", (now) => now.screen === "question", "the third question");
  same([again.item, await reader.read()], [screen.item, "right"], "the question, and what is chosen");
  const after = await reader.toReview(ladder(), again, () => "right");
  await reader.go("finish", (now) => now.screen === "result", "the result");
  const resumed = await lastReport(rig);
  ok(after.screen === "review" && resumed.asked.length === 5, `asked: ${resumed.asked}`);
});

/** A made-up bank: three statements on each of eight skills of the catalogue, asked four a screen. */
async function statements() {
  const roles = await earlierRoles();
  const skills = roles.skills.slice(0, 8).map((/** @type {any} */ { learn: _, ...skill }) => skill);
  const step = (/** @type {string} */ text, /** @type {number} */ offset) => ({ text, offset });
  return {
    format: "metier-quiz/1",
    id: "bank",
    version: "1.0.0",
    language: "en",
    title: "A bank of statements",
    about: "Made up.",
    instruction: "would",
    minutes: [2, 4],
    minimum_answered: 0,
    skills,
    scales: [
      {
        id: "done",
        steps: [{ text: "Never came up" }, step("Others did it", -1.5), step("With help", -0.5), step("Alone", 0.5)],
      },
    ],
    items: skills.flatMap((/** @type {any} */ { id }) =>
      [1, 2, 3].map((aim) => ({
        id: `${id}-${aim}`,
        type: "statement",
        prompt: `Did a thing of ${id} at ${aim}.`,
        scale: "done",
        skill: id,
        aim,
      })),
    ),
    order: "adaptive",
    adaptive: { rule: "decide", each: 1, screen: 4, min: 8, max: 14, stop_gain: 0 },
    evidence: { grade: 0, note: "Made up." },
  };
}

/** Chooses a step for each statement on show. @param {Reader} reader @param {readonly string[]} items @param {number} [step] */
async function chooseAll(reader, items, step) {
  for (const [index, item] of items.entries())
    await reader.hand.choose(`fieldset[data-item="${item}"] input[value="${step ?? 1 + (index % 3)}"]`);
}

test("an adaptive quiz asks four statements a screen, keeps them together, and takes them up again", async (rig) => {
  const quiz = await statements();
  rig.proxy.replaced.set("/quizzes/chosen.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  await rig.show(body.replace("seed=", "resume seed="));
  const reader = new Reader(rig, new Quick(rig));
  /** @type {string[][]} */
  const screens = [];
  const skillOf = (/** @type {string} */ item) => item.replace(/-\d$/, "");
  let now = await reader.begin();
  same(
    now.place.startsWith(say("questions-of", { n: 1, last: 4, total: 14 })),
    true,
    `the place of the first screen: ${now.place}`,
  );
  await audit(rig, "a screen of four");
  while (now.screen === "question") {
    const { together } = now;
    same(new Set(together.map(skillOf)).size, together.length, "each of another skill");
    screens.push(together);
    if (screens.length === 3) {
      // Back shows the screen before with its answers; the same answers lead on to the same screen.
      const before = await reader.go("back", ({ item }) => item === screens[1][0], "the screen before");
      same(before.together, screens[1], "the same screen");
      same(before.text.includes(adaptiveSay("again-note")), false, "nothing later is answered");
      await reader.go("next", ({ item }) => item === together[0], "the third screen again");
      same((await reader.screen()).together, together, "the third screen, as it was");
      // A reload, and on where it was.
      await rig.driver.navigate().refresh();
      await reader.until(({ screen }) => screen === "intro", "the first screen");
      now = await reader.go("continue", ({ item }) => item === together[0], "the third screen after a reload");
      same(now.together, together, "the third screen after a reload");
    }
    await chooseAll(reader, together);
    now = await reader.go("next", ({ item, screen }) => item !== together[0] || screen !== "question", "what follows");
  }
  same(
    screens.slice(0, 2).map((screen) => screen.map(skillOf)),
    [0, 4].map((at) => quiz.skills.slice(at, at + 4).map((/** @type {any} */ { id }) => id)),
    "one statement of each skill first",
  );
  same(screens.map(({ length }) => length).join(), "4,4,4,2", "how many stand on each screen");
  // A changed answer of the second screen drops what came after it, and nothing that stands beside it.
  await reader.hand.press(`[data-action=change][data-item="${screens[1][2]}"]`);
  const again = await reader.until(({ item }) => item === screens[1][0], "the second screen");
  ok(again.text.includes(adaptiveSay("again-note")), "what a change would do is said before");
  await reader.hand.choose(`fieldset[data-item="${screens[1][1]}"] input[value="0"]`);
  now = await reader.go("next", ({ item }) => item !== screens[1][0], "what follows");
  same(now.status, adaptiveSay("again-dropped", { count: 6 }), "the status");
  reader.asked = screens.slice(0, 2).flat();
  while (now.screen === "question") {
    const { together } = now;
    reader.asked.push(...together);
    await chooseAll(reader, together, 3);
    now = await reader.go("next", ({ item, screen }) => item !== together[0] || screen !== "question", "what follows");
  }
  same(reader.asked.length, 14, "questions asked");
  await reader.finish();
  const report = await lastReport(rig);
  same(report.asked, reader.asked, "what the report says was asked");
});
