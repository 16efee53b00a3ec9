// The page of one's own profile: what is told of all that is kept together, from skills and roles to where somebody
// comes from.
import { answersTo } from "../answers.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Keyboard, Quick } from "../hands.mjs";
import {
  choose,
  HOST,
  saveResult,
  saved,
  KEY,
  nativeMatch,
  openAll,
  openPart,
  openProfile,
  page,
  profileOf,
  result,
  shows,
  take,
  wholeProfile,
} from "../saved.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { catalogue, roleName, shippedQuiz } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { ANY, profileSay, say, shapeOf } from "../words.mjs";

once("a quiz taken again is kept beside the first time, and compared with it", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  const origin = rig.fresh();
  const { reader } = await take(rig, "setbacks", 3, origin);
  await saveResult(rig);
  await reader.press("restart");
  await reader.take({
    quiz: await shippedQuiz("setbacks"),
    answers: answersTo(await shippedQuiz("setbacks"), 5),
    skip: 3,
  });
  await saveResult(rig);
  same(JSON.parse(String(await saved(rig))).results.length, 2, "results of two sittings, which have one seed");
  // A page opened later knows nothing of the sittings before.
  await take(rig, "setbacks", 4, origin);
  await saveResult(rig);
  const { results } = JSON.parse(String(await saved(rig)));
  same(
    [results.length, new Set(results.map((/** @type {any} */ one) => JSON.stringify(one.answers))).size],
    [3, 3],
    "results of three sittings",
  );
  await rig.open(`${origin}/profile.html`);
  const seen = await shows(rig, (now) => now.screen === "profile" && now.parts.includes("skills"), "the profile");
  const sentences = [
    profileSay("my-change-higher", { difference: ANY, when: ANY, verdict: ANY }),
    profileSay("my-change-lower", { difference: ANY, when: ANY, verdict: ANY }),
    profileSay("my-change-same", { when: ANY }),
  ];
  ok(
    sentences.some((sentence) => shapeOf(sentence).test(seen.results)),
    `what has changed is said in the line of the newest: ${seen.results}`,
  );
  ok(seen.all.includes(profileSay("my-again-method")), "both by the present method");
});

once("one kept result of all skills says on My profile what the quiz said", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  const origin = rig.fresh();
  const { reader } = await take(rig, "roles", 12, origin);
  const { heading } = await reader.screen();
  const numbers = (/** @type {string} */ host) =>
    rig.run(
      (selector) => document.querySelector(selector)?.shadowRoot?.querySelector(".hundred .key")?.textContent,
      host,
    );
  const said = await numbers("metier-quiz");
  ok(said, "the quiz says how many profiles fit each role best");
  await saveResult(rig);
  await rig.open(`${origin}/profile.html`);
  const seen = await shows(rig, (now) => now.parts.includes("skills"), "the profile");
  ok(seen.text.includes(heading), `the quiz said “${heading}”: ${seen.text.slice(0, 400)}`);
  same(await numbers(HOST), said, "the numbers");
});

test("the profile fits 320 pixels with everything opened, targets 44; the empty page too", async (rig) => {
  const { origin } = await openProfile(rig, await wholeProfile());
  await inFrame(rig, "/profile.html", origin);
  await shows(rig, (seen) => seen.parts.includes("skills"), "the profile in the frame");
  await fits(rig, "the profile");
  await openAll(rig);
  await choose(rig, "origin", 2);
  await fits(rig, "the profile opened");
  await new Quick(rig, HOST).press("[data-action=delete]");
  await shows(rig, (seen) => seen.screen === "empty", "the empty page");
  await fits(rig, "the empty page");
  await rig.driver.switchTo().defaultContent();
});

test("by keyboard alone: lists, what is folded, deleting and undoing", async (rig) => {
  await openProfile(rig, await wholeProfile());
  const hand = new Keyboard(rig, HOST);
  await hand.press("[data-part=how] > summary");
  await hand.press("[data-action=show]");
  await hand.press("[data-action=show]");
  await hand.press("[data-part=compare] > summary");
  await hand.pick('select[data-choose="first"]', "solution");
  const role = await roleName("solution");
  const ahead = (/** @type {string} */ first, /** @type {string} */ second) =>
    shapeOf(profileSay("my-compare-ahead", { first, second, points: ANY }));
  await shows(
    rig,
    (seen) => ahead(role, ANY).test(seen.text) || ahead(ANY, role).test(seen.text),
    "another role beside the second",
  );
  await hand.press("[data-role] details > summary");
  const opened = () =>
    rig.run(
      (host) => document.querySelector(host)?.shadowRoot?.querySelector("[data-role] details")?.hasAttribute("open"),
      HOST,
    );
  await until(opened, "a reason opens by Enter");
  await hand.press("[data-action=delete]");
  await shows(
    rig,
    (seen) => seen.screen === "empty" && seen.focus === "h2",
    "the empty page, with the focus on its heading",
  );
});

once(
  "any two roles add up: the skills shown to the whole difference shown, and that to the difference of `metier match`",
  async (rig) => {
    const text = await wholeProfile();
    await openProfile(rig, text);
    const { roles } = await nativeMatch(text, 8);
    const known = await catalogue();
    const count = roles.length;
    for (const [a, b] of [
      [0, 1],
      [1, 0],
      [count - 1, 0],
      [2, count - 2],
    ]) {
      const [first, second] = [await choose(rig, "first", a), await choose(rig, "second", b)];
      const shown = await rig.run((host) => {
        const rows = [
          .../** @type {HTMLTableRowElement[]} */ ([
            ...(document.querySelector(host)?.shadowRoot?.querySelectorAll("[data-part=compare] tbody tr") ?? []),
          ]),
        ];
        return rows.map((row) => {
          const cell = /** @type {HTMLElement} */ (row.querySelector("[data-tenths]"));
          return {
            tenths: Number(cell.dataset.tenths),
            words: cell.textContent ?? "",
            skill: row.cells[0].textContent ?? "",
            needs: [row.cells[2].textContent, row.cells[3].textContent],
          };
        });
      }, HOST);
      const total = shown.pop();
      const [one, other] = [first, second].map((id) => known.roles.find((role) => role.id === id));
      for (const { tenths, words, skill, needs } of shown) {
        const { id } = known.skills.find(({ name }) => name === skill) ?? {};
        const asked = [one, other].map((role) => say.whole(role?.needs.find((need) => need.skill === id)?.need ?? 0));
        same(needs, asked, `${skill}: what ${first} and ${second} need`);
        const side = tenths > 0 ? one : other;
        const wanted = tenths
          ? profileSay("my-compare-for", { role: side?.name ?? "" })
          : profileSay("my-compare-neither");
        ok(words.endsWith(wanted), `${skill}, ${tenths} tenths: ${words}`);
      }
      const [ahead, behind] = Number(total?.tenths) < 0 ? [other, one] : [one, other];
      const points = profileSay.level(Math.abs(Number(total?.tenths)) / 10);
      const sentence = profileSay("my-compare-ahead", { first: ahead?.name ?? "", second: behind?.name ?? "", points });
      ok((await page(rig)).all.includes(sentence), `it is said: ${sentence}`);
      same(shown.length, roles[0].contributions.length, "skills");
      same(
        shown.reduce((sum, { tenths }) => sum + tenths, 0),
        total?.tenths,
        `${first} and ${second}: the sum`,
      );
      for (const { tenths, words } of shown)
        ok(
          tenths === 0 || Number(/[\d.]+/.exec(words)?.[0]) === Math.abs(tenths) / 10,
          `${words} says ${tenths} tenths`,
        );
      const value = (/** @type {string} */ role, /** @type {number} */ index) =>
        roles.find((/** @type {any} */ one) => one.role === role).contributions[index].value;
      const exact = roles[0].contributions.reduce(
        (/** @type {number} */ sum, /** @type {unknown} */ _, /** @type {number} */ index) =>
          sum + value(first, index) - value(second, index),
        0,
      );
      ok(
        Math.abs(exact * 1000 - Number(total?.tenths)) <= 0.5 + 1e-6,
        `${first} and ${second}: ${total?.tenths} tenths of a point, by the command line ${exact * 1000}`,
      );
    }
    await openPart(rig, "compare");
    await choose(rig, "second", 1);
    await choose(rig, "first", 1);
    ok((await page(rig)).text.includes(profileSay("my-compare-same")), "one role twice is no pair");
  },
);

once("what a role adds up from is its fit, and under a skill stand the answers that it rests on", async (rig) => {
  const text = await wholeProfile();
  await openProfile(rig, text);
  const { roles } = await nativeMatch(text, 8);
  await openAll(rig);
  const shown = await rig.run(
    (host) =>
      [
        .../** @type {NodeListOf<HTMLElement>} */ (
          document.querySelector(host)?.shadowRoot?.querySelectorAll("[data-role]")
        ),
      ].map((role) => ({
        role: String(role.dataset.role),
        points: [...role.querySelectorAll(".why .points")].map((one) => parseFloat(String(one.textContent))),
        sum: Number(/** @type {HTMLElement} */ (role.querySelector("[data-sum]")).dataset.sum),
        answers: [...role.querySelectorAll(".why > li")].map((one) => one.querySelectorAll(".pulls > li").length),
      })),
    HOST,
  );
  same(shown.length, roles.length, "roles");
  for (const { role, points, sum, answers } of shown) {
    const one = roles.find((/** @type {any} */ other) => other.role === role);
    ok(
      Math.abs(points.reduce((all, value) => all + value, 0) * 10 - sum) < 0.01,
      `${role}: ${points} add up to ${sum}`,
    );
    ok(
      Math.abs(
        one.contributions.reduce((/** @type {number} */ all, /** @type {any} */ { value }) => all + value, 0) * 1000 -
          sum,
      ) <=
        0.5 + 1e-6,
      `${role}: ${sum}`,
    );
    ok(
      answers.every((count) => count > 0),
      `${role}: answers under each skill: ${answers}`,
    );
  }
});

once("a skipped question is answered on the page, and counts", async (rig) => {
  const whole = JSON.parse(await wholeProfile());
  const { hand } = await openProfile(rig, JSON.stringify(whole));
  await hand.press("[data-part=next] summary");
  const item = await until(
    () =>
      rig.run(
        (host) =>
          /** @type {HTMLElement | null | undefined} */ (
            document.querySelector(host)?.shadowRoot?.querySelector("[data-part=next] [data-item]")
          )?.dataset.item,
        HOST,
      ),
    "the skipped question is shown",
  );
  const roles = whole.results[1];
  same(roles.answers[String(item)]?.answer, null, `${item} was skipped`);
  await hand.press("[data-part=next] [data-action=next]");
  const complaint = await rig.run(
    (host) =>
      document
        .querySelector(host)
        ?.shadowRoot?.activeElement?.closest("form")
        ?.querySelector("[aria-describedby]")
        ?.getAttribute("aria-describedby"),
    HOST,
  );
  ok(complaint, "an answer is asked for");
  const words = await rig.run(
    (host, id) => document.querySelector(host)?.shadowRoot?.getElementById(id)?.textContent ?? "",
    HOST,
    complaint,
  );
  ok(words.endsWith(say("or-skip")), `how to go on without one: ${words}`);
  const asked = roles.quiz.items.find((/** @type {any} */ one) => one.id === item);
  const reader = new Quiz(rig, hand, HOST);
  await reader.answer(
    asked.type,
    /** @type {import('../answers.mjs').Given} */ (answersTo(roles.quiz, 3).get(asked.id)),
  );
  await hand.press("[data-part=next] [data-action=next]");
  await shows(rig, (seen) => seen.said === profileSay("my-answered"), "it counts");
  const after = JSON.parse(String(await saved(rig)));
  same(after.results[1].answers[asked.id], { answer: answersTo(roles.quiz, 3).get(asked.id) }, "the answer kept");
  same({ ...after.results[1].answers, [asked.id]: null }, { ...roles.answers, [asked.id]: null }, "the other answers");
});

once("a quiz that was taken already is not what to take next, but its other form is", async (rig) => {
  const next = () =>
    rig.run(
      (host) => document.querySelector(host)?.shadowRoot?.querySelector("[data-part=next]")?.textContent ?? "",
      HOST,
    );
  const [roles, own] = [await result("roles", 12, "2026-11-02"), ["negotiation", "pace", "setbacks"]];
  await openProfile(rig, profileOf(roles));
  const said = await next();
  const titles = await Promise.all(own.map(async (name) => (await shippedQuiz(name)).title));
  same([said.includes(roles.quiz.title), titles.filter((title) => said.includes(title)).length], [false, 1], said);
  await openProfile(rig, profileOf(roles, ...(await Promise.all(own.map((name) => result(name, 4, "2026-11-03"))))));
  const form = await next();
  const others = own.map((_, index) => profileSay("my-next-form", { quiz: titles[index], name: "B" }));
  same(others.filter((words) => form.includes(words)).length, 1, form);
  const forms = [...own, ...own.map((name) => `${name}-b`)];
  await openProfile(rig, profileOf(roles, ...(await Promise.all(forms.map((name) => result(name, 4, "2026-11-03"))))));
  ok((await next()).includes(profileSay("my-next-none")), await next());
});

once("the quiz of all skills is said to ask about all that are not known yet", async (rig) => {
  await openProfile(rig, profileOf(await result("pace", 4, "2026-11-08")));
  const { text } = await shows(rig, ({ screen }) => screen === "profile", "the profile");
  ok(shapeOf(profileSay("my-next-quiz-many", { quiz: ANY, skill: ANY, count: 15 })).test(text), text.slice(0, 600));
});

once("where somebody comes from is kept and changes no number", async (rig) => {
  await openProfile(rig, await wholeProfile());
  const numbers = () =>
    rig.run(
      (host) =>
        ["roles", "compare", "skills"].map(
          (part) => document.querySelector(host)?.shadowRoot?.querySelector(`[data-part=${part}]`)?.textContent,
        ),
      HOST,
    );
  const before = await numbers();
  const origin = await choose(rig, "origin", 3);
  await until(async () => JSON.parse(String(await saved(rig))).origin === origin, "it is kept");
  await rig.driver.navigate().refresh();
  await shows(
    rig,
    (seen) => seen.parts.includes("origin") && seen.all.includes(profileSay("my-origin-lead")),
    "the page again",
  );
  same(await numbers(), before, "the numbers");
  await choose(rig, "origin", 0);
  await until(async () => JSON.parse(String(await saved(rig))).origin == null, "it is taken back");
});

once("skills that no role asks for are counted too, and said to be that", async (rig) => {
  const quiz = await shippedQuiz("starter");
  const answers = Object.fromEntries([...answersTo(quiz, 4)].map(([item, answer]) => [item, { answer, ms: 9000 }]));
  const other = JSON.parse(JSON.stringify(quiz).replaceAll('"listening"', '"hearing"'));
  const kept = [quiz, { ...other, id: "hearing" }].map((document) => ({
    quiz: document,
    language: "en",
    seed: 1,
    taken: "2026-10-01",
    answers,
  }));
  await openProfile(rig, profileOf(...kept));
  const known = await rig.run(
    (host) =>
      document.querySelector(host)?.shadowRoot?.querySelectorAll("[data-part=all-skills] .skill:not(.axis)").length ??
      0,
    HOST,
  );
  same(known, 2, "skills");
  const { text } = await page(rig);
  ok(text.includes(profileSay("my-known-title", { count: known })), text.slice(0, 300));
  ok(text.includes(profileSay("my-known-none", { count: known })), text.slice(0, 400));
});

once("a result of a day to come is remarked on, and nothing is called damaged", async (rig) => {
  await openProfile(rig, profileOf(await result("pace", 1, "2999-01-01"), await result("setbacks", 2, "2026-10-02")));
  const remarks = await rig.run(
    (host) =>
      [...(document.querySelector(host)?.shadowRoot?.querySelectorAll("[data-part=results] .problems li") ?? [])].map(
        (one) => one.textContent,
      ),
    HOST,
  );
  same(remarks.length, 1, "remarks");
  ok(remarks[0]?.includes("2999-01-01"), String(remarks[0]));
  same(
    await rig.run((host) => document.querySelector(host)?.shadowRoot?.querySelectorAll(".damage").length, HOST),
    0,
    "parts called damaged",
  );
});
