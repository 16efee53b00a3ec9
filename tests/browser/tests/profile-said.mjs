// What My profile says of levels, roles and next steps: recomputed from what the command line says of the same text, from
// the catalogue, and from the answers themselves.
import { nativeReport, shownLevel } from "../native.mjs";
import { answersOf } from "../person.mjs";
import { plausibleAnswers } from "../plausible.mjs";
import { choose, HOST, nativeMatch, openAll, openProfile, page, profileOf, wholeProfile } from "../saved.mjs";
import { catalogue, earlierRoles, shippedQuiz } from "../shipped.mjs";
import { ok, once, same } from "../suite.mjs";
import { ANY, profileSay, say, shapeOf } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {Awaited<ReturnType<typeof whole>>} Whole the page, and what the command line says of the same */

/** Texts of all that a selector finds on the page. @param {Rig} rig @param {string} selector @returns {Promise<string[]>} */
const texts = (rig, selector) =>
  rig.run(
    (host, wanted) =>
      [...(document.querySelector(host)?.shadowRoot?.querySelectorAll(wanted) ?? [])].map(
        (one) => one.textContent ?? "",
      ),
    HOST,
    selector,
  );

/** The page over every skill from one quiz, with what the command line says of it. @param {Rig} rig */
async function whole(rig) {
  const text = await wholeProfile();
  await openProfile(rig, text);
  await openAll(rig);
  const { skills } = await catalogue();
  const skill = (/** @type {string} */ id) => skills.find((one) => one.id === id)?.name ?? id;
  return { text, native: await nativeMatch(text, 8), skill };
}

/** A role adds up from each skill in turn: level, need and weight are said, and what its three parts give. @param {Rig} rig @param {Whole} seen */
async function addsUp(rig, { native, skill }) {
  for (const { role, contributions, level, shape, must_have } of native.roles) {
    const within = `article[data-role="${role}"]`;
    const wanted = [...contributions]
      .sort((a, b) => b.value - a.value)
      .map((/** @type {any} */ one) => {
        const own = native.skills.find((/** @type {any} */ other) => other.skill === one.skill);
        const levels = { level: say.level(shownLevel(own.level)), need: say.whole(one.need) };
        const words = profileSay("my-explain-known", levels);
        return [skill(one.skill), `${words} · ${profileSay("my-explain-weight", { n: Math.round(one.weight * 100) })}`];
      });
    const [names, told] = [
      await texts(rig, `${within} .why .line > .what`),
      await texts(rig, `${within} .why .line > .small`),
    ];
    same(
      names.map((name, at) => [name, told[at]]),
      wanted,
      `what ${role} adds up from`,
    );
    const sentence = shapeOf(profileSay("my-explain-parts", { level: ANY, shape: ANY, must: ANY }));
    const parts = new RegExp(`${sentence.source}$`);
    const said = (await texts(rig, `${within} p.small`)).flatMap((words) => parts.exec(words)?.slice(1) ?? []);
    same(said.length, 3, `parts of ${role}`);
    for (const [at, exact] of [level, shape, must_have].entries())
      ok(
        Math.abs(Number(said[at].replace("−", "-")) - exact * 100) <= 0.1,
        `part ${at} of ${role}: ${said[at]}, by the command line ${exact * 100}`,
      );
  }
}

/** The pulls of the answers behind a skill add up to its level. @param {Rig} rig @param {Whole} seen */
async function pullsAddUp(rig, { native, skill }) {
  const [{ role }] = native.roles;
  const sentence = shapeOf(profileSay("pull-sum", { sum: ANY, prior: ANY, level: ANY }));
  const told = await rig.run(
    (host, wanted) =>
      [
        ...(document.querySelector(host)?.shadowRoot?.querySelectorAll(`article[data-role="${wanted}"] .why > li`) ??
          []),
      ].map((line) => ({
        name: line.querySelector(".what")?.textContent,
        sum: [...line.querySelectorAll("details > p.small")].at(-1)?.textContent ?? "",
      })),
    HOST,
    role,
  );
  const number = (/** @type {string} */ words) => Number(words.replace("−", "-"));
  let checked = 0;
  for (const { skill: id, level } of native.skills) {
    const { sum = "" } = told.find(({ name }) => name === skill(id)) ?? {};
    const [, pulls, prior, end] = new RegExp(`${sentence.source}$`).exec(sum) ?? [];
    // At an end of the scale more is said.
    if (level <= 0 || level >= 4) continue;
    ok(end, `the pulls behind ${id}: ${sum}`);
    ok(Math.abs(number(prior) + number(pulls) - number(end)) < 0.0051, sum);
    ok(Math.abs(number(end) - level) < 0.0051, `${id}: ${sum} The level is ${level}`);
    checked += 1;
  }
  ok(checked > 10, `${checked} skills`);
}

/** What to learn for a role: each gap by its weight, with level and need, and the exercises of that level alone. @param {Rig} rig @param {Whole} seen */
async function gapsAndExercises(rig, { native, skill }) {
  const { skills: all } = /** @type {any} */ (await catalogue());
  for (const index of [0, 5]) {
    const role = await choose(rig, "plan", index);
    await openAll(rig);
    const { contributions } = native.roles.find((/** @type {any} */ one) => one.role === role);
    const level = (/** @type {string} */ id) =>
      shownLevel(native.skills.find((/** @type {any} */ one) => one.skill === id).level);
    const gaps = contributions
      .map((/** @type {any} */ one) => ({ ...one, gap: (one.need - level(one.skill)) * one.weight }))
      .filter((/** @type {any} */ { gap }) => gap > 0)
      .sort((/** @type {any} */ a, /** @type {any} */ b) => b.gap - a.gap);
    const wanted = gaps.map((/** @type {any} */ one) => ({
      name: skill(one.skill),
      words: profileSay("my-plan-gap", { level: say.level(level(one.skill)), need: say.whole(one.need) }),
      exercises: all
        .find((/** @type {any} */ other) => other.id === one.skill)
        .learn.filter(
          (/** @type {any} */ line) => line.from <= level(one.skill) && (level(one.skill) < line.to || line.to === 4),
        )
        .map((/** @type {any} */ line) => line.text.replaceAll(/[*_`]/g, "")),
    }));
    const told = await rig.run(
      (host) =>
        [...(document.querySelector(host)?.shadowRoot?.querySelectorAll(".planned .plan > li") ?? [])].map((gap) => ({
          name: gap.querySelector("h4, h5")?.textContent,
          words: gap.querySelector("p")?.textContent,
          exercises: [...gap.querySelectorAll("ul > li")].map((one) => one.firstElementChild?.textContent),
        })),
      HOST,
    );
    ok(wanted.length > 1, `gaps of ${role}`);
    same(told, wanted, `what to learn for ${role}`);
  }
}

/** Highest and lowest skills are those of the command line, and how much stands behind a profile is counted. @param {Rig} rig @param {Whole} seen */
async function endsAndCounts(rig, { text, native }) {
  const sorted = [...native.skills].sort((a, b) => b.level - a.level).map(({ skill }) => skill);
  const charts = await rig.run(
    (host) =>
      [
        .../** @type {NodeListOf<Element>} */ (
          document.querySelector(host)?.shadowRoot?.querySelectorAll("[data-part=skills] > .chart")
        ),
      ].map((chart) =>
        [.../** @type {NodeListOf<HTMLElement>} */ (chart.querySelectorAll("[data-skill]"))].map(
          ({ dataset }) => dataset.skill,
        ),
      ),
    HOST,
  );
  const level = (/** @type {string | undefined} */ id) =>
    native.skills.find((/** @type {any} */ one) => one.skill === id).level;
  const levels = (/** @type {(string | undefined)[]} */ ids) => ids.map(level);
  same(charts.map(levels), [levels(sorted.slice(0, 3)), levels(sorted.slice(-3))], "both ends");
  const { results } = JSON.parse(text);
  const newest = results.filter((/** @type {any} */ { quiz }, /** @type {number} */ at) =>
    results.slice(at + 1).every((/** @type {any} */ later) => later.quiz.id !== quiz.id),
  );
  const answers = newest.reduce(
    (/** @type {number} */ sum, /** @type {any} */ one) =>
      sum + Object.values(one.answers).filter((/** @type {any} */ { answer }) => answer !== null).length,
    0,
  );
  const words = profileSay("my-from", { count: newest.length, answers });
  same((await texts(rig, ".eyebrow"))[0], words, "what it rests on");
}

/** The skipped question that is asked first is of the skill that would help most, and how much it would is said. @param {Rig} rig @param {Whole} seen */
async function firstSkipped(rig, { text, native, skill }) {
  const { share, skills } = native.next;
  const order = skills.map((/** @type {any} */ one) => one.skill);
  const [, roles] = JSON.parse(text).results;
  const skipped = roles.quiz.items
    .filter((/** @type {any} */ { id }) => roles.answers[id]?.answer === null)
    .map((/** @type {any} */ item) => ({
      id: item.id,
      skills: [...new Set(JSON.stringify(item).match(/(?<="skill":")[^"]+/g))],
    }));
  same(skipped.length, 2, "skipped questions");
  const rank = (/** @type {{ skills: string[] }} */ one) => Math.min(...one.skills.map((id) => order.indexOf(id)));
  const [first] = skipped.sort((/** @type {any} */ a, /** @type {any} */ b) => rank(a) - rank(b));
  const asked = await rig.run(
    (host) =>
      /** @type {HTMLElement | null | undefined} */ (
        document.querySelector(host)?.shadowRoot?.querySelector("[data-part=next] [data-item]")
      )?.dataset.item,
    HOST,
  );
  same(asked, first.id, "the question");
  const best = skills.find((/** @type {any} */ one) => first.skills.includes(one.skill));
  const [today, then] = [share, best.share].map((one) => Math.round(one * 100));
  const key = then > today ? "my-next-why" : "my-next-why-little";
  const words = profileSay(key, { skill: skill(best.skill), today, then });
  ok((await texts(rig, "[data-part=next] p")).includes(words), `it is said: ${words}`);
}

once("My profile says of levels, roles and next steps what the command line says of the same results", async (rig) => {
  const seen = await whole(rig);
  await addsUp(rig, seen);
  await pullsAddUp(rig, seen);
  await endsAndCounts(rig, seen);
  await firstSkipped(rig, seen);
  await gapsAndExercises(rig, seen);
});

once("where two quizzes disagree about a skill, the level of each is said", async (rig) => {
  const [one, all] = [await shippedQuiz("negotiation"), await earlierRoles()];
  const taken = async (/** @type {any} */ quiz, /** @type {number} */ level, /** @type {string} */ day) => {
    const answers = [...answersOf(quiz, [level])].map(([item, answer]) => [item, { answer, ms: 20_000 }]);
    const sheet = Object.fromEntries(answers);
    const { skills } = await nativeReport(JSON.stringify(quiz), sheet, { seed: 3 });
    const own = skills.find(({ skill }) => skill === "negotiation");
    const form = quiz.forms?.find((/** @type {any} */ one) => one.id === quiz.id);
    const title = form ? `${quiz.title} · ${say("form", { name: form.name })}` : quiz.title;
    return {
      words: profileSay("my-measure", { quiz: title, level: say.level(shownLevel(Number(own?.level))) }),
      result: { quiz, language: "en", seed: 3, taken: day, answers: sheet },
    };
  };
  const both = [await taken(one, 4, "2026-10-03"), await taken(all, 0, "2026-10-20")];
  await openProfile(rig, profileOf(...both.map(({ result }) => result)));
  const [{ name }] = one.skills;
  const measures = both.map(({ words }) => words).join(" and ");
  ok(both[0].words !== both[1].words, measures);
  same(await texts(rig, ".caution"), [profileSay("my-disagree", { skill: name, measures })], "what is said");
});

once(
  "a quiz taken again says by how much the level is higher or lower than before, as the levels are printed",
  async (rig) => {
    const quiz = await shippedQuiz("negotiation");
    const taken = async (/** @type {number} */ seed, /** @type {string} */ day) => {
      const answers = [...plausibleAnswers(quiz, seed)].map(([item, answer]) => [item, { answer, ms: 20_000 }]);
      const sheet = Object.fromEntries(answers);
      const { skills } = await nativeReport(JSON.stringify(quiz), sheet, { seed });
      return {
        level: shownLevel(Number(skills[0].level)),
        result: { quiz, language: "en", seed, taken: day, answers: sheet },
      };
    };
    const directions = new Set();
    for (const [one, other] of [
      [3, 7],
      [7, 3],
    ]) {
      const [before, now] = [await taken(one, "2026-05-03"), await taken(other, "2026-11-20")];
      await openProfile(rig, profileOf(before.result, now.result));
      const off = Math.round((now.level - before.level) * 10) / 10;
      directions.add(Math.sign(off));
      const when = profileSay("my-when-month", { month: "May" });
      const sentence = profileSay(off > 0 ? "my-change-higher" : "my-change-lower", {
        difference: say.level(Math.abs(off)),
        when,
        verdict: ANY,
      });
      const { results } = await page(rig);
      ok(shapeOf(sentence).test(results), `from ${before.level} to ${now.level}: ${results}`);
    }
    same(directions, new Set([1, -1]), "both directions");
  },
);
