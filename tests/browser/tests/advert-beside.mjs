// A profile beside an advert: what is measured is held against what is asked for, with the numbers of the command line,
// and only when somebody asks for it.
import { ADVERT, compare, open, plain, read, READING } from "../advert-page.mjs";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { nativeAdvert } from "../native.mjs";
import { until } from "../rig.mjs";
import { earlierRoles } from "../shipped.mjs";
import { ok, once, same } from "../suite.mjs";
import { advertSay, problemWords } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/**
 * What is shown of how a profile meets the advert, for each skill that it asks for: the skill, its name and state, and
 * the words below.
 * @param {Rig} rig
 */
function meetings(rig) {
  return until(
    () =>
      rig.run((reading) => {
        const found = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`${reading} [data-skill]`)]).map(
          (one) => {
            const [title, words] = [...one.querySelectorAll("p")].map((line) => line.textContent ?? "");
            const number = (/** @type {string} */ kind) => one.querySelector(`[data-${kind}]`)?.textContent ?? null;
            return {
              skill: one.dataset.skill,
              title,
              words,
              level: number("level"),
              low: number("low"),
              high: number("high"),
            };
          },
        );
        return found.length > 0 && found;
      }, READING),
    "the comparison is shown",
  );
}

/** Chooses a file for comparison. @param {Rig} rig @param {string} content */
function choose(rig, content) {
  return rig.run(
    (reading, words) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words], "profile.json", { type: "application/json" }));
      const input = /** @type {HTMLInputElement} */ (document.querySelector(`${reading} input[type=file]`));
      input.files = dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    READING,
    content,
  );
}

once(
  "measured skills are held against the advert, what is furthest below its need first, with the numbers of the command line",
  async (rig) => {
    await open(rig, true);
    await read(rig, ADVERT);
    const profile = {
      skills: [
        ["customer", 3.6],
        ["strategy", 1],
        ["delivery", 2.4],
        ["evidence", 2.6],
      ].map(([skill, mean]) => ({ skill, mean, variance: 0.04 })),
    };
    const { meets } = await nativeAdvert(ADVERT, profile);
    ok(
      new Set(meets.map(({ state }) => state)).size > 2,
      `states of several kinds: ${meets.map(({ state }) => state)}`,
    );
    const mark = rig.proxy.mark();
    await choose(rig, JSON.stringify(profile));
    const shown = await meetings(rig);
    same(await rig.requests(mark), [], "requests");
    same(
      shown.map(({ skill }) => skill).sort(),
      [...new Set(meets.map(({ skill }) => skill))].sort(),
      "each skill once",
    );
    /** @type {number[]} */
    const distances = [];
    for (const one of shown) {
      const { level, spread, need, name, state } = /** @type {typeof meets[number]} */ (
        meets.find(({ skill }) => skill === one.skill)
      );
      same(one.title, `${plain(name)} ${advertSay(`state-${state}`)}`, `the state of ${plain(name)}`);
      const [low, high] =
        level === null || spread === null
          ? [null, null]
          : [advertSay.level(Math.max(0, level - spread)), advertSay.level(Math.min(4, level + spread))];
      const own = level === null ? null : advertSay.level(level);
      same([one.level, one.low, one.high], [own, low, high], `numbers of ${plain(name)}`);
      const words =
        level === null
          ? need === null
            ? advertSay("meets-unknown")
            : advertSay("meets-need-only", { need: advertSay.whole(need) })
          : advertSay("meets-level", {
              level: String(own),
              low: String(low),
              high: String(high),
              need: advertSay.whole(need ?? 0),
            });
      same(one.words, words, `the words on ${plain(name)}`);
      if (level !== null && need !== null) distances.push(Math.round((level - need) * 10));
    }
    same(
      distances,
      [...distances].sort((a, b) => a - b),
      "the order",
    );
    same(
      await rig.run(
        (reading) =>
          [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`${reading} [data-card]`))].map(
            ({ dataset }) => [dataset.card, dataset.of],
          ),
        READING,
      ),
      [
        ["best", "customer"],
        ["first", "strategy"],
      ],
      "the one best fit and the one thing to prepare first",
    );
    await audit(rig, "a comparison");
    await choose(rig, '{"format": "metier-profile/9"}');
    const problem = problemWords("profile-version", { found: "metier-profile/9" });
    await until(
      () =>
        rig.run(
          (reading, words) => document.querySelector(`${reading} [role=alert]`)?.textContent?.includes(words),
          READING,
          problem,
        ),
      "the problem is told",
    );
  },
);

once("a profile kept on this device is compared with an advert only when asked for, with no request", async (rig) => {
  // What writes is the test, in the place of the profile's own page.
  rig.allow(/^stores: metier-profile$/);
  const origin = await open(rig, true);
  const quiz = await earlierRoles();
  const answers = Object.fromEntries([...answersTo(quiz, 5)].map(([item, answer]) => [item, { answer, ms: 20_000 }]));
  const kept = JSON.stringify({
    format: "metier-profile/1",
    results: [{ quiz, language: "en", seed: 5, taken: "2026-11-22", answers }],
  });
  await rig.run((text) => localStorage.setItem("metier-profile", text), kept);
  await open(rig, false, origin);
  const mark = rig.proxy.mark();
  await read(rig, ADVERT);
  same(
    await rig.run((reading) => document.querySelectorAll(`${reading} [data-skill]`).length, READING),
    0,
    "comparisons before anybody asked",
  );
  await compare(rig);
  const found = await meetings(rig);
  ok(
    found.length > 2 && found.every(({ level }) => level !== null),
    `all sixteen skills are measured: ${JSON.stringify(found)}`,
  );
  same(await rig.requests(mark), [], "requests");
  same(await rig.run(() => localStorage.getItem("metier-profile")), kept, "what is kept");
});
