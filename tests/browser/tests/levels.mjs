// The levels of one person are the same wherever they are shown, and called by the name of one level only where all of
// the band is.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ADVERT, compare, open, read } from "../advert-page.mjs";
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { HOST, saveResult, saved, KEY, openProfile, profileOf, result, shows } from "../saved.mjs";
import { shownLevel } from "../native.mjs";
import { plausibleAnswers } from "../plausible.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { earlierRoles, shippedQuiz } from "../shipped.mjs";
import { ROOT } from "../site.mjs";
import { ok, once, same } from "../suite.mjs";
import { taken } from "../taken.mjs";
import { say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/**
 * @typedef {Record<string, Record<string, string>>} Numbers by skill: level and the ends of its band, or its spread, as
 *   they are printed
 */

/** As it is printed. @param {number} value */
const printed = (value) => shownLevel(value).toFixed(1);

/**
 * Every number at every skill, wherever it stands; twice the same is once.
 * @param {Rig} rig
 * @param {string} host '' = the page itself
 */
function numbers(rig, host) {
  return rig.run((selector) => {
    const root = selector ? document.querySelector(selector)?.shadowRoot : document;
    /** @type {Record<string, Record<string, string>>} */
    const found = {};
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (root?.querySelectorAll("[data-skill]") ?? [])) {
      const own = (found[String(place.dataset.skill)] ??= {});
      for (const kind of ["level", "low", "high", "spread"]) {
        for (const { textContent } of place.querySelectorAll(`[data-${kind}]`))
          own[kind] = own[kind] && own[kind] !== textContent ? `${own[kind]} and ${textContent}` : String(textContent);
      }
    }
    return found;
  }, host);
}

/**
 * What the command line says of the same answers.
 * @param {import('../../../www/types.d.ts').Report} report
 * @param {('level' | 'low' | 'high' | 'spread')[]} kinds
 * @returns {Numbers}
 */
function native({ skills }, ...kinds) {
  const words = (/** @type {'level' | 'low' | 'high' | 'spread'} */ kind, /** @type {number} */ value) =>
    kind === "spread" ? value.toFixed(1) : printed(value);
  return Object.fromEntries(
    skills.map((one) => [one.skill, Object.fromEntries(kinds.map((kind) => [kind, words(kind, Number(one[kind]))]))]),
  );
}

/**
 * The answers of a case, as the inputs of the page say them: a share of 0 is one.
 * @param {string} name
 * @param {import('../answers.mjs').Quiz} quiz
 * @returns {Promise<Map<string, any>>}
 */
async function caseAnswers(name, quiz) {
  const { answers } = JSON.parse(await readFile(join(ROOT, "tests", "cases", `${name}.json`), "utf8"));
  return new Map(
    quiz.items.map(({ id, type, options = [] }) => [
      id,
      type === "allocate"
        ? { ...Object.fromEntries(options.map((option) => [option.id, 0])), ...answers[id] }
        : answers[id],
    ]),
  );
}

once(
  "the levels of one person are those of the command line on the result, on My profile and beside an advert",
  async (rig) => {
    rig.allow(new RegExp(`^stores: ${KEY}$`));
    const origin = rig.fresh();
    const quiz = await shippedQuiz("roles");
    const { report } = await taken(rig, "roles", plausibleAnswers(quiz, 7), { origin });
    const wanted = native(report, "level", "low", "high");
    same(Object.keys(wanted).length, 16, "skills");
    same(await numbers(rig, "metier-quiz"), wanted, "the result");
    await saveResult(rig);
    ok(await saved(rig), "it is kept");
    await rig.open(`${origin}/profile.html`);
    await shows(rig, (seen) => seen.parts.includes("skills"), "the profile");
    same(await numbers(rig, HOST), wanted, "My profile");
    await open(rig, false, origin);
    await read(rig, ADVERT);
    await compare(rig);
    await until(
      () => rig.run(() => document.querySelectorAll("[data-skill] [data-level]").length > 2),
      "the comparison",
    );
    const beside = await numbers(rig, "");
    same(beside, Object.fromEntries(Object.keys(beside).map((skill) => [skill, wanted[skill]])), "the advert page");
  },
);

once(
  "must-haves stand in the state that the match gives them, only what carries a role is said to, and what it asks for more of comes by its weight",
  async (rig) => {
    const quiz = await shippedQuiz("roles");
    const { report } = await taken(rig, "roles", plausibleAnswers(quiz, 7));
    const types = new Map(quiz.items.map(({ id, type }) => [id, type]));
    /** What is met by statements alone is what one says of oneself. @param {string} skill @param {string | null} state */
    const said = (skill, state) => {
      const pulls = report.skills.find((one) => one.skill === skill)?.pulls ?? [];
      return state === "met" && pulls.every(({ item }) => types.get(item) === "statement") ? "said" : state;
    };
    const cards = await rig.run(() =>
      [
        .../** @type {NodeListOf<HTMLElement>} */ (
          document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("[data-role]") ?? []
        ),
      ].map((card) => ({
        role: card.dataset.role,
        states: [.../** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll("[data-must-have]"))].map(
          (one) => one.dataset.mustHave,
        ),
        first: [.../** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll("[data-row=bring] [data-skill]"))].map(
          (one) => one.dataset.skill,
        ),
        learn: [.../** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll("[data-row=learn] [data-skill]"))].map(
          (one) => [one.dataset.skill, one.textContent],
        ),
      })),
    );
    const own = report.match?.verdict.roles.filter(
      (id) => !report.match?.roles.find(({ role }) => role === id)?.archetype,
    );
    same(
      cards.slice(0, own?.length).map(({ role }) => role),
      own?.slice(0, 3),
      "a card for each of the first product roles named",
    );
    same(cards.length, 3, "cards");
    for (const { role, states, first, learn } of cards) {
      const { contributions = [] } = report.match?.roles.find((one) => one.role === role) ?? {};
      same(
        states,
        contributions.filter((one) => one.floor !== null).map((one) => said(one.skill, one.must_have)),
        `must-haves of ${role}`,
      );
      const carrying = contributions.filter((one) => one.carries).sort((a, b) => b.weight - a.weight);
      same(
        first,
        carrying.slice(0, 3).map((one) => one.skill),
        `what carries ${role}`,
      );
      const short = contributions
        .map(({ skill, need, weight }, index) => {
          const level = shownLevel(Number(report.match?.skills[index].level));
          return { skill, words: say("level-need", { level: say.level(level), need }), gap: (need - level) * weight };
        })
        .filter(({ gap }) => gap > 0)
        .sort((a, b) => b.gap - a.gap);
      same(
        learn,
        short.slice(0, 3).map(({ skill, words }) => [skill, words]),
        `what ${role} asks for more of`,
      );
    }
  },
);

for (const [
  what,
  answers,
  key,
] of /** @type {[string, () => Promise<Map<string, any>>, 'sentence-between' | 'sentence-end'][]} */ ([
  ["that crosses a boundary", async () => answersTo(await shippedQuiz("pace"), 3), "sentence-between"],
  [
    "at the top of the scale",
    async () => caseAnswers("shipped-pace-highest", await shippedQuiz("pace")),
    "sentence-end",
  ],
])) {
  once(`the first sentence of a result with a band ${what}`, async (rig) => {
    const {
      screen,
      report: {
        skills: [{ from, to, end, level, summary }],
      },
    } = await taken(rig, "pace", await answers());
    same([from !== to, end], key === "sentence-end" ? [false, "top"] : [true, null], "the answers are those wanted");
    const name = (/** @type {number | null} */ whole) => say(/** @type {'level-0'} */ (`level-${whole}`));
    // The author's sentence leads; where the level lies is said below the picture.
    same(screen.heading, summary?.you.blocks[0].runs[0].text, "the first sentence");
    const place =
      key === "sentence-end"
        ? say("place-end", { end: say("end-top") })
        : say("place-between", { from: name(from), to: name(to) });
    ok(screen.text.includes(`${place}: ${printed(Number(level))}`), `${place} in ${screen.text.slice(0, 400)}`);
    same((await numbers(rig, "metier-quiz")).urgency?.level, printed(Number(level)), "the number");
  });
}

once("without a sentence of its author a result begins with the levels that the band reaches", async (rig) => {
  const { summary, ...quiz } = /** @type {any} */ (await shippedQuiz("pace"));
  ok(summary, "there is a sentence to leave out");
  const { screen, report } = await taken(rig, "pace", answersTo(quiz, 3), { other: quiz });
  const [{ from, to }] = report.skills;
  ok(from !== to, "the band reaches more than one");
  const name = (/** @type {number | null} */ whole) => say(/** @type {'level-0'} */ (`level-${whole}`));
  same(screen.heading, say("sentence-between", { from: name(from), to: name(to) }), "the first sentence");
});

once(
  "answers that look like random picks name no role, and the way back to them is offered without a word of blame",
  async (rig) => {
    // Without a time that would say more.
    const quiz = await earlierRoles();
    const { screen, report } = await taken(rig, "roles", answersTo(quiz, 3), { other: quiz });
    const sign = report.signs.find(({ code }) => code === "random");
    ok(sign && sign.items.length > 0, `a sign with its items: ${JSON.stringify(report.signs)}`);
    same([report.match?.verdict.reason, report.match?.verdict.roles], ["careless", []], "the verdict");
    const fast = report.signs.some(({ code }) => code === "fast");
    ok(screen.text.includes(say(fast ? "not-enough-fast" : "not-enough-random")), screen.text.slice(0, 900));
    const reader = new Quiz(rig, new Quick(rig));
    await reader.hand.press("button[data-sign=random]");
    await reader.until((now) => now.screen === "review", "the review");
    const offered = await rig.run(() =>
      [
        .../** @type {NodeListOf<HTMLElement>} */ (
          document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("[data-action=change]") ?? []
        ),
      ].map((one) => String(one.dataset.item)),
    );
    same(offered.slice(0, sign.items.length).sort(), [...sign.items].sort(), "what the review shows first");
    same(offered.length, quiz.items.length, "all answers");
  },
);

once(
  "My profile says that levels are worked out anew where a result may be older than that, and nowhere else",
  async (rig) => {
    const note = () =>
      rig.run(
        (host) =>
          document.querySelector(host)?.shadowRoot?.querySelectorAll('[data-note=method] a[href$="method.html#level"]')
            .length,
        HOST,
      );
    await openProfile(rig, profileOf(await result("pace", 3, "2026-11-28"), await result("setbacks", 3, "2026-11-29")));
    same(await note(), 1, "with an older result");
    await openProfile(rig, profileOf(await result("pace", 3, "2026-11-29")));
    same(await note(), 0, "with none");
  },
);
