// My profile and the advert page are short, still, and say the same numbers as the quiz and the command line.
import { ADVERT, compare, open as openAdvert, read, READING } from "../advert-page.mjs";
import { audit } from "../axe.mjs";
import { fits, inFrame, stops } from "../frame.mjs";
import { Quick } from "../hands.mjs";
import { nativeAdvert, nativeReport, timedSheet } from "../native.mjs";
import { plausibleAnswers } from "../plausible.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import {
  choose,
  HOST,
  KEY,
  nativeMatch,
  openAll,
  openProfile,
  profileOf,
  saved,
  saveResult,
  shows,
} from "../saved.mjs";
import { earlierRoles, shippedQuiz, shippedText } from "../shipped.mjs";
import { inChromium, ok, once, same, test } from "../suite.mjs";
import { ANY, profileSay, say, shapeOf } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** A phone of the smaller kind. */
const PHONE = /** @type {[number, number]} */ ([360, 740]);

/** @param {string} name @param {string} taken @param {number} seed of the person */
async function plausible(name, taken, seed) {
  const quiz = name === "roles" ? await earlierRoles() : await shippedQuiz(name);
  const answers = [...plausibleAnswers(quiz, seed)].map(([item, answer]) => [item, { answer, ms: 9000 }]);
  return { quiz, language: "en", seed: 3, taken, answers: Object.fromEntries(answers) };
}

/** All four quizzes, as one person would answer them, since levels are worked out as they are today. */
async function four() {
  return profileOf(
    await plausible("negotiation", "2026-11-29", 7),
    await plausible("pace", "2026-11-29", 7),
    await plausible("setbacks", "2026-11-29", 7),
    await plausible("roles", "2026-11-29", 7),
  );
}

/** The page in a frame. @param {Rig} rig @param {string} text @param {[number, number]} [size] */
async function framed(rig, text, size) {
  const { origin } = await openProfile(rig, text);
  await inFrame(rig, "/profile.html", origin, size);
  await shows(rig, (seen) => seen.parts.includes("skills"), "the profile in the frame");
}

test("My profile with four results is within 6,000 pixels at 360, and within 30 stops of Tab", async (rig) => {
  await framed(rig, await four(), PHONE);
  const height = await rig.run(() => document.documentElement.scrollHeight);
  ok(height <= 6000, `the page is ${height} pixels high`);
  const names = await stops(rig);
  ok(names.length <= 30, `${names.length} stops: ${names.join(" | ")}`);
  ok(names.every(Boolean), `a stop has no name: ${names.join(" | ")}`);
  await rig.driver.switchTo().defaultContent();
});

inChromium("My profile moves nothing on a slow network while it comes", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  const origin = await rig.show("<p>Nothing here yet.</p>");
  await rig.run((key, text) => localStorage.setItem(key, text), KEY, await four());
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (rig.driver);
  // Slow 4G.
  await driver.setNetworkConditions({
    offline: false,
    latency: 150,
    download_throughput: 200_000,
    upload_throughput: 90_000,
  });
  try {
    await rig.open(`${origin}/profile.html`);
    await shows(rig, (seen) => seen.parts.includes("skills"), "the profile");
  } finally {
    await driver.deleteNetworkConditions();
  }
  const moved = await rig.later(
    () =>
      new Promise((done) => {
        const seen = new PerformanceObserver((list) =>
          done(list.getEntries().map((one) => /** @type {any} */ (one).value)),
        );
        seen.observe({ type: "layout-shift", buffered: true });
        // Nothing is told where nothing moved.
        requestAnimationFrame(() => requestAnimationFrame(() => done([])));
      }),
  );
  same(moved, [], "what moved");
});

for (const [what, scheme, change] of /** @type {const} */ ([
  ["letters twice as large", "light", "large"],
  ["from right to left", "light", "rtl"],
  ["by night", "dark", "night"],
])) {
  once(
    `My profile and an advert keep every word in 360 pixels, ${what}`,
    async (rig) => {
      const alter = () =>
        rig.run((how) => {
          if (how === "large") document.documentElement.style.fontSize = "200%";
          if (how !== "rtl") return;
          document.documentElement.dir = "rtl";
          const box = document.querySelector("#profile")?.shadowRoot?.querySelector(".profile");
          if (box instanceof HTMLElement) box.dir = "rtl";
        }, change);
      const text = await four();
      await framed(rig, text, PHONE);
      await alter();
      await fits(rig, `My profile, ${what}`);
      await openAll(rig);
      await choose(rig, "origin", 2);
      await fits(rig, `My profile opened, ${what}`);
      await rig.driver.switchTo().defaultContent();

      const origin = await openAdvert(rig);
      rig.allow(new RegExp(`^stores: ${KEY}$`));
      await rig.run((key, words) => localStorage.setItem(key, words), KEY, text);
      await inFrame(rig, "/advert.html", origin, PHONE);
      await until(() => rig.run(() => document.querySelector("#example") !== null), "the page");
      await alter();
      await read(rig, ADVERT);
      await compare(rig);
      await until(
        () => rig.run((reading) => document.querySelector(`${reading} [data-card]`) !== null, READING),
        "the comparison",
      );
      await fits(rig, `an advert, ${what}`);
      await rig.run(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      await fits(rig, `an advert opened, ${what}`);
      await rig.driver.switchTo().defaultContent();
    },
    { scheme },
  );
}

/** The levels that a page shows for the skills under a selector. @param {Rig} rig @param {string} host @param {string} rows */
function shownLevels(rig, host, rows) {
  return rig.run(
    (selector, wanted) => {
      const place = document.querySelector(selector);
      const found = /** @type {NodeListOf<HTMLElement>} */ (
        (place?.shadowRoot ?? place)?.querySelectorAll(wanted) ?? []
      );
      return Object.fromEntries(
        [...found].map((one) => [String(one.dataset.skill), one.querySelector("[data-level]")?.textContent ?? null]),
      );
    },
    host,
    rows,
  );
}

once(
  "one person has one level in each skill: on the result, on My profile, beside an advert, and on the command line",
  async (rig) => {
    rig.allow(new RegExp(`^stores: ${KEY}$`));
    const origin = rig.fresh();
    const quiz = await shippedQuiz("roles");
    const answers = plausibleAnswers(quiz, 7);
    await rig.open(`${origin}/roles.html`);
    const reader = new Quiz(rig, new Quick(rig));
    await reader.take({ quiz, answers });
    const onResult = await shownLevels(rig, "metier-quiz", "details .skill[data-skill]");
    same(Object.keys(onResult).length, 16, "skills on the result");
    await saveResult(rig);
    const text = String(await saved(rig));

    await rig.open(`${origin}/profile.html`);
    await shows(rig, (seen) => seen.parts.includes("skills"), "the profile");
    same(await shownLevels(rig, HOST, "[data-part=all-skills] .skill[data-skill]"), onResult, "levels on My profile");

    const [one] = JSON.parse(text).results;
    const given = timedSheet(answers, await rig.told("answer"), quiz);
    const scored = await nativeReport(await shippedText("roles"), given, { seed: one.seed });
    const levels = (/** @type {{ skill: string, level: number | null }[]} */ skills) =>
      Object.fromEntries(skills.map(({ skill, level }) => [skill, say.level(level ?? NaN)]));
    same(levels(scored.skills), onResult, "levels of `metier score`");
    const matched = await nativeMatch(text, one.seed);
    same(levels(matched.skills), onResult, "levels of `metier match`");

    await openAdvert(rig, false, origin);
    await read(rig, ADVERT);
    await compare(rig);
    const beside = await until(async () => {
      const found = await shownLevels(rig, READING, ".meets [data-skill]");
      return Object.keys(found).length > 0 && found;
    }, "the comparison");
    for (const [skill, level] of Object.entries(beside))
      same(level, onResult[skill], `the level of ${skill} beside an advert`);
    ok((await nativeAdvert(ADVERT)).spans.length > 0, "the command line reads it too");
  },
);

once(
  "what a role's card says holds: who brings a skill reaches it, who learns it does not, and must-haves have one state everywhere",
  async (rig) => {
    const text = await four();
    await openProfile(rig, text);
    const { roles, skills } = await nativeMatch(text, 3);
    const cards = await rig.run(
      (host) =>
        [
          .../** @type {NodeListOf<HTMLElement>} */ (
            document.querySelector(host)?.shadowRoot?.querySelectorAll("article[data-role]") ?? []
          ),
        ].map((card) => {
          const ids = (/** @type {string} */ row) =>
            [.../** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(`[data-row=${row}] [data-skill]`))].map(
              ({ dataset }) => String(dataset.skill),
            );
          return {
            role: String(card.dataset.role),
            bring: ids("bring"),
            learn: ids("learn"),
            states: [
              .../** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll("[data-row=check] [data-must-have]")),
            ].map(({ dataset }) => dataset.mustHave),
          };
        }),
      HOST,
    );
    same(cards.length, roles.length, "a card for each role, folded or not");
    const level = new Map(skills.map((/** @type {any} */ one) => [one.skill, Math.round(one.level * 10) / 10]));
    const lowest = new Set(
      [...level]
        .sort((a, b) => a[1] - b[1])
        .slice(0, 3)
        .map(([skill]) => skill),
    );
    for (const { role, bring, learn, states } of cards) {
      const { contributions } = roles.find((/** @type {any} */ one) => one.role === role);
      const need = (/** @type {string} */ skill) =>
        contributions.find((/** @type {any} */ one) => one.skill === skill).need;
      for (const skill of bring)
        ok(
          level.get(skill) >= need(skill) && !lowest.has(skill),
          `${role}: ${skill} at ${level.get(skill)} is brought`,
        );
      for (const skill of learn)
        ok(level.get(skill) < need(skill), `${role}: ${skill} at ${level.get(skill)} is to learn`);
      same(
        [...states].sort(),
        contributions
          .filter((/** @type {any} */ { floor }) => floor !== null)
          .map((/** @type {any} */ one) => one.must_have)
          .sort(),
        `must-haves of ${role}`,
      );
    }
  },
);

once(
  "two attempts are compared in a line: how far, since when, and whether that is more than the doubt",
  async (rig) => {
    const earlier = await plausible("negotiation", "2026-05-03", 3);
    await openProfile(rig, profileOf(earlier, await plausible("negotiation", "2026-11-20", 7)));
    const when = profileSay("my-when-month", { month: "May" });
    const { results } = await shows(rig, (seen) => seen.parts.includes("results"), "the results");
    const sentences = /** @type {const} */ (["my-change-higher", "my-change-lower"]).flatMap((key) =>
      /** @type {const} */ (["larger", "not-larger"]).map((code) =>
        profileSay(key, { difference: ANY, when, verdict: profileSay(`my-verdict-${code}`) }),
      ),
    );
    ok(
      sentences.some((sentence) => shapeOf(sentence).test(results)),
      results,
    );
  },
);

once(
  "where the page does not come to its end, one sentence says so, is announced, has the focus, and leads on",
  async (rig) => {
    rig.allow(/./);
    const origin = await rig.show("<p>Nothing here yet.</p>");
    await rig.run((key, text) => localStorage.setItem(key, text), KEY, await four());
    rig.proxy.replaced.set("/roles/product.json", { status: 503, body: "" });
    await rig.open(`${origin}/profile.html`);
    const seen = await shows(rig, ({ screen }) => screen === "failed", "the failure");
    ok(seen.text.includes(profileSay("my-error")), seen.text);
    same(seen.focus, "h2", "what has the focus");
    const told = await rig.run((host) => {
      const root = document.querySelector(host)?.shadowRoot;
      return {
        alert: root?.querySelector("[role=alert]")?.textContent,
        code: root?.querySelector("details:not([open]) code") !== null,
      };
    }, HOST);
    same([told.alert, told.code], [profileSay("my-error"), true], "announced, with the technical part folded");
    await audit(rig, "a failure");
    rig.proxy.replaced.delete("/roles/product.json");
    await new Quick(rig, HOST).press("[data-action=retry]");
    await shows(rig, ({ screen }) => screen === "profile", "the profile after all");
  },
);
