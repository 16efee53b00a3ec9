// What this site adds below a result of statements: a line of evidence for those that carry it most, and the checklist of
// a market; and that a must-have of statements alone is not called met.
import { audit } from "../axe.mjs";
import { DOMAIN_KEY, drawn, EVIDENCE_KEY, piecesOn, pressFinder } from "../evidence-page.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { HOST, openProfile, profileOf, take } from "../saved.mjs";
import { toReview } from "../walking.mjs";
import { comeFrom, ONWARD } from "../onward.mjs";
import { evidenceTexts } from "../shipped.mjs";
import { ALONE, statementAnswers, statementsQuiz } from "../statements.mjs";
import { ok, once, same } from "../suite.mjs";
import { evidenceSay, say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** What is said around the lines, and of the market. @type {any} */
const words = await evidenceTexts();

/** Takes the quiz in place of the one about roles, to its result. @param {Rig} rig @param {any} quiz @param {Map<string, any>} answers @param {string} [origin] */
async function toResult(rig, quiz, answers, origin = rig.fresh()) {
  rig.proxy.replaced.set("/quizzes/roles.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  await rig.open(`${origin}/roles.html`);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.until(({ screen }) => screen === "intro", "the first screen");
  await rig.proxy.idle();
  await toReview(reader, answers);
  await reader.press("finish");
  await reader.until(({ screen }) => screen === "result", "the result");
  return { reader, origin };
}

/** What stands below the result. @param {Rig} rig */
const below = (rig) =>
  rig.run(() => ({
    items: [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part=lines] textarea"))].map(
      (box) => box.dataset.item ?? "",
    ),
    states: [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part=lines] .state-of"))].map(
      (state) => state.textContent,
    ),
    market: document.querySelector("[data-part=market]") !== null,
  }));

/** The same once all of it is there. @param {Rig} rig */
const drawnBelow = (rig) =>
  until(async () => {
    const now = await below(rig);
    return now.market && now;
  }, "what stands below the result");

/** Writes the line of a statement. @param {Rig} rig @param {number} index @param {string} text */
const write = (rig, index, text) =>
  rig.run(
    (at, line) => {
      const box = /** @type {HTMLTextAreaElement} */ (document.querySelectorAll("[data-part=lines] textarea")[at]);
      box.value = line;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
    index,
    text,
  );

once("one line of evidence is asked for the three statements that carry the first role most", async (rig) => {
  const quiz = await statementsQuiz();
  const answers = statementAnswers(quiz);
  const mark = rig.proxy.mark();
  const { reader, origin } = await toResult(rig, quiz, answers);
  const seen = await drawnBelow(rig);
  same(seen.items.length, 3, "statements");
  ok(
    seen.items.every((item) => answers.get(item) >= ALONE),
    `each was done alone: ${seen.items}`,
  );
  same(
    seen.states,
    seen.items.map(() => words.line.claimed),
    "without a line they are claimed",
  );
  const { report } = (await rig.told("complete"))[0].detail;
  const pull = (/** @type {string} */ item) =>
    report.skills.flatMap(({ pulls }) => pulls).find((one) => one.item === item)?.pull ?? 0;
  ok(
    seen.items.every((item) => pull(item) > 0),
    "each of them raised its skill",
  );
  await write(rig, 0, "Ward 4, spring 2023");
  same((await below(rig)).states[0], words.line.backed, "with a line it is backed");
  ok((await rig.run((key) => sessionStorage.getItem(key), EVIDENCE_KEY))?.includes("Ward 4"), "it is kept in this tab");
  await reader.press("review");
  await reader.until(({ screen }) => screen === "review", "the answers again");
  await reader.press("finish");
  await reader.until(({ screen }) => screen === "result", "the result again");
  same((await below(rig)).states[0], words.line.backed, "it is there when the result is drawn again");
  const asked = rig.proxy.since(mark).filter(({ path }) => /on-result|evidence\.json/.test(path));
  ok(asked.length >= 2, "what draws it came before");

  rig.allow(/^stores: metier-/);
  await rig.open(`${origin}/evidence.html`);
  await drawn(rig);
  await pressFinder(rig, `[data-action=evidence-write][data-from="statement ${seen.items[0]}"]`);
  await until(async () => (await piecesOn(rig)).length === 1, "the piece of that statement");
  same((await piecesOn(rig))[0].proof, "Ward 4, spring 2023", "the line is where its proof begins");
});

once("where somebody comes from is told without a request, on a first visit too", async (rig) => {
  const quiz = await statementsQuiz();
  const { reader } = await toResult(rig, quiz, statementAnswers(quiz));
  await drawnBelow(rig);
  const mark = rig.proxy.mark();
  await comeFrom(rig, "programmer");
  ok((await rig.run((onward) => document.querySelectorAll(`${onward} [data-origin]`).length, ONWARD)) > 5, "jobs");
  same(await rig.requests(mark), [], "requests");
  await reader.press("review");
});

once("a must-have that rests on statements alone is what one says, and not called met", async (rig) => {
  const quiz = await statementsQuiz();
  const all = statementAnswers(
    quiz,
    quiz.skills.map((/** @type {any} */ { id }) => id),
  );
  const { reader } = await toResult(rig, quiz, all);
  const states = await rig.run(() =>
    [
      .../** @type {NodeListOf<HTMLElement>} */ (
        document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("[data-must-have]") ?? []
      ),
    ].map((one) => `${one.dataset.mustHave}:${one.textContent}`),
  );
  ok(
    states.some((state) => state.startsWith("said:") && state.endsWith(say("floor-said"))),
    `what one says: ${states}`,
  );
  ok(!states.some((state) => state.startsWith("met:")), `nothing is called met: ${states}`);
  ok((await reader.screen()).text.includes(say("floor-said")), "it stands on the page");
});

once("on My profile a must-have that rests on statements alone is what one says, too", async (rig) => {
  const quiz = await statementsQuiz();
  const given = statementAnswers(
    quiz,
    quiz.skills.map((/** @type {any} */ { id }) => id),
  );
  const answers = Object.fromEntries([...given].map(([item, answer]) => [item, { answer, ms: 9000 }]));
  await openProfile(rig, profileOf({ quiz, language: "en", seed: 1, taken: "2026-11-29", answers }));
  const states = await rig.run(
    (host) =>
      [
        .../** @type {NodeListOf<HTMLElement>} */ (
          document.querySelector(host)?.shadowRoot?.querySelectorAll("[data-must-have]") ?? []
        ),
      ].map((one) => one.dataset.mustHave),
    HOST,
  );
  ok(states.includes("said") && !states.includes("met"), `the must-haves: ${states}`);
});

once(
  "ticks for a market say how much is known there, stay in this tab, and change nothing of the result",
  async (rig) => {
    const quiz = await statementsQuiz();
    const { reader, origin } = await toResult(rig, quiz, statementAnswers(quiz));
    await until(async () => (await below(rig)).market, "the checklist");
    const before = (await reader.screen()).text;
    const tick = (/** @type {number} */ count) =>
      rig.run((wanted) => {
        const part = document.querySelector("[data-part=market]");
        /** @type {HTMLDetailsElement} */ (part?.querySelector("details")).open = true;
        for (const [at, box] of /** @type {NodeListOf<HTMLInputElement>} */ (part?.querySelectorAll("input")).entries())
          if (box.checked !== at < wanted) box.click();
        return part?.querySelector("[role=status]")?.textContent ?? "";
      }, count);
    const all = words.domain.items.length;
    for (const [count, band] of /** @type {const} */ ([
      [1, "few"],
      [3, "few"],
      [4, "some"],
      [8, "many"],
    ]))
      same(
        await tick(count),
        `${evidenceSay("domain-count", { count, all })}${words.domain[band]}`,
        `what is said of ${count}`,
      );
    same((await reader.screen()).text, before, "the result is as it was");
    same(
      JSON.parse((await rig.run((key) => sessionStorage.getItem(key), DOMAIN_KEY)) ?? "[]").length,
      8,
      "ticks in this tab",
    );
    same(await rig.run(() => localStorage.length), 0, "nothing is on the device");
    rig.allow(/^stores: metier-/);
    await rig.open(`${origin}/evidence.html`);
    await drawn(rig);
    same(await rig.run(() => document.querySelectorAll("[data-part=domain] input:checked").length), 8, "ticks there");
    await audit(rig, "the page of evidence");
  },
);

once("where nothing was done alone no line is asked for", async (rig) => {
  const quiz = await statementsQuiz();
  const helped = new Map([...statementAnswers(quiz)].map(([item, answer]) => [item, answer > 2 ? 2 : 1]));
  await toResult(rig, quiz, helped);
  await until(async () => (await below(rig)).market, "the checklist");
  same((await below(rig)).items, [], "statements");
});

once("what the quiz of roles itself asks for evidence is what was done alone", async (rig) => {
  const { plan } = await take(rig, "roles", 7, rig.fresh());
  const seen = await drawnBelow(rig);
  same(seen.items.length, 3, "statements");
  ok(
    seen.items.every((item) => Number(plan.answers.get(item)) >= ALONE),
    `each was done alone: ${seen.items}`,
  );
});
