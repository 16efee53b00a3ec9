// Two pages of the site open at once, both of which change what is kept: each changes its own part, takes back its own
// part, and says how it stands. And what an older version kept under another name.
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import {
  HOST,
  saveResult,
  saved,
  KEY,
  offers,
  OLDER_KEY,
  openProfile,
  pressOffer,
  pressWay,
  profileOf,
  result,
  shows,
  take,
  undoSaving,
} from "../saved.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz, titleOf } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { savingSay, profileSay } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/**
 * Two pages side by side. What is done in one is done by `at`.
 * @param {Rig} rig
 * @param {string} first
 * @param {string} second
 * @param {Record<string, string>} [stored]
 */
async function open(rig, first, second, stored = {}) {
  const origin = rig.fresh();
  const frame = (/** @type {string} */ path) =>
    `<iframe title="${path}" width="380" height="560" src="${path}"></iframe>`;
  const frames = (/** @type {string} */ body) => ({
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><title>Two pages</title><link rel="icon" href="data:,">${body}</html>`,
  });
  rig.proxy.replaced.set("/none.html", frames(""));
  rig.proxy.replaced.set("/both.html", frames(frame(first) + frame(second)));
  await rig.open(`${origin}/none.html`);
  await rig.run((entries) => {
    for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
  }, stored);
  await rig.open(`${origin}/both.html`);
  /** @template T @param {number} index @param {() => Promise<T>} work */
  return async (index, work) => {
    await rig.driver.switchTo().frame(index);
    try {
      return await work();
    } finally {
      await rig.driver.switchTo().defaultContent();
    }
  };
}

/** Takes a quiz to its end in the frame that is open. @param {Rig} rig @param {string} name @param {number} seed */
async function finish(rig, name, seed) {
  const quiz = await shippedQuiz(name);
  await new Quiz(rig, new Quick(rig)).take({ quiz, answers: answersTo(quiz, seed) });
  await offers(rig, ({ actions }) => actions.includes("save-here"), "the offer");
}

/** The quizzes of what is kept; null = nothing. @param {Rig} rig */
const quizzes = async (rig) =>
  JSON.parse((await saved(rig)) ?? "null")?.results.map((/** @type {any} */ one) => one.quiz.id) ?? null;
/** @param {Rig} rig @param {string[] | null} wanted @param {string} what */
const keeps = (rig, wanted, what) =>
  until(async () => JSON.stringify(await quizzes(rig)) === JSON.stringify(wanted), what);

test("two quizzes kept in two pages: taking one back leaves the other, which says how many there are", async (rig) => {
  const at = await open(rig, "/pace.html", "/setbacks.html");
  await at(0, () => finish(rig, "pace", 3));
  await at(1, () => finish(rig, "setbacks", 4));
  await at(0, () => saveResult(rig));
  await keeps(rig, ["pace"], "the first is kept");
  await at(1, () => saveResult(rig));
  await keeps(rig, ["pace", "setbacks"], "both are kept");
  await at(0, () =>
    offers(
      rig,
      ({ said }) => said === savingSay("save-done", { count: 2 }),
      "the first page knows of the second result",
    ),
  );
  await at(0, () => undoSaving(rig));
  await keeps(rig, ["setbacks"], "the other one stays");
  await at(1, () =>
    offers(rig, ({ said }) => said === savingSay("save-done", { count: 1 }), "the second page knows that it is alone"),
  );
  await at(1, () => undoSaving(rig));
  await keeps(rig, null, "nothing is left");
});

test("both pages keep in the same moment: both results are kept", async (rig) => {
  const at = await open(rig, "/pace.html", "/setbacks.html");
  await at(0, () => finish(rig, "pace", 3));
  await at(1, () => finish(rig, "setbacks", 4));
  await rig.run(() => {
    for (const frame of document.querySelectorAll("iframe"))
      /** @type {HTMLElement} */ (frame.contentDocument?.querySelector("[data-action=save-here]")).click();
  });
  await until(async () => (await quizzes(rig))?.length === 2, "two results");
});

test("pressed twice in one moment: kept once, deleted once, and undone whole", async (rig) => {
  const at = await open(rig, "/pace.html", "/profile.html", {
    [KEY]: profileOf(await result("setbacks", 5, "2026-09-03")),
  });
  await at(0, () => finish(rig, "pace", 3));
  await at(0, () =>
    rig.run(() => {
      const button = /** @type {HTMLElement} */ (document.querySelector("[data-action=save-here]"));
      button.click();
      button.click();
    }),
  );
  await at(0, () => offers(rig, ({ actions }) => actions.includes("save-undo"), "it is kept"));
  same(await quizzes(rig), ["setbacks", "pace"], "what is kept");
  const [pace, setbacks] = [await titleOf("pace"), await titleOf("setbacks")];
  await at(1, () =>
    shows(rig, (seen) => seen.results.includes(pace) && seen.results.includes(setbacks), "My profile shows both"),
  );
  for (const [action, said] of [
    ['[data-action=remove][data-index="0"]', profileSay("my-removed")],
    ["[data-action=delete]", profileSay("my-deleted")],
  ]) {
    const before = await saved(rig);
    await at(1, () =>
      rig.run(
        (host, selector) => {
          const button = /** @type {HTMLElement} */ (document.querySelector(host)?.shadowRoot?.querySelector(selector));
          button.click();
          button.click();
        },
        HOST,
        action,
      ),
    );
    await until(async () => (await saved(rig)) !== before, "it is deleted");
    await at(1, () => shows(rig, (seen) => seen.said === said, "that is said"));
    await at(1, () => pressWay(rig, "undo"));
    await until(async () => (await saved(rig)) === before, "it is back, letter for letter");
    await at(1, () =>
      shows(
        rig,
        (seen) => seen.results.includes(setbacks) && seen.said === profileSay("my-undone"),
        "My profile shows it",
      ),
    );
  }
});

once("what is deleted on My profile is not brought back by the quiz page, which says that it is gone", async (rig) => {
  const at = await open(rig, "/pace.html", "/profile.html");
  await at(0, () => finish(rig, "pace", 3));
  await at(0, () => saveResult(rig));
  await at(1, () => shows(rig, (seen) => seen.screen === "profile", "My profile shows what the other page has kept"));
  await at(1, () => new Quick(rig, HOST).press("[data-action=delete]"));
  await keeps(rig, null, "it is deleted");
  await at(0, () => offers(rig, ({ actions }) => actions.includes("save-here"), "it can be kept again"));
  same(await saved(rig), null, "what is kept");
  await at(1, () => shows(rig, ({ said }) => said === profileSay("my-deleted"), "it can be undone"));
  await at(1, () => pressWay(rig, "undo"));
  await keeps(rig, ["pace"], "it is there again");
  await at(0, () => offers(rig, ({ actions }) => actions.includes("save-undo"), "the quiz page knows that, too"));
});

once(
  "an answer changed in a sitting that My profile has deleted meanwhile: taking it back brings nothing back",
  async (rig) => {
    const at = await open(rig, "/pace.html", "/profile.html");
    const again = async () => {
      const reader = new Quiz(rig, new Quick(rig));
      await reader.press("review");
      await reader.until((screen) => screen.screen === "review", "the review");
      await reader.press("change");
      await reader.until((screen) => screen.screen === "question", "the question to change");
      await reader.press("skip");
      await reader.until((screen) => screen.screen === "review", "the review again");
      await reader.press("finish");
      await reader.until((screen) => screen.screen === "result", "the result");
    };
    await at(0, () => finish(rig, "pace", 3));
    await at(0, () => saveResult(rig));
    await keeps(rig, ["pace"], "it is kept");
    await at(0, again);
    await at(0, () => pressOffer(rig, "save-here"));
    await at(0, () =>
      offers(
        rig,
        ({ actions, said }) => actions.includes("save-undo") && said === savingSay("save-changed"),
        "it is kept in the place of the first",
      ),
    );
    await at(1, () => shows(rig, (seen) => seen.screen === "profile", "My profile"));
    await at(1, () => new Quick(rig, HOST).press("[data-action=delete]"));
    await keeps(rig, null, "it is deleted");
    await at(0, () => offers(rig, ({ actions }) => actions.includes("save-here"), "the quiz page knows"));
  },
);

for (const [what, action] of [
  ["one result is deleted", '[data-action=remove][data-index="0"]'],
  ["all is deleted", "[data-action=delete]"],
]) {
  once(
    `on My profile ${what}, the quiz page keeps another: undoing brings back what was deleted and leaves the other`,
    async (rig) => {
      const [first, second] = [await result("negotiation", 4, "2026-08-03"), await result("setbacks", 5, "2026-09-03")];
      const at = await open(rig, "/profile.html", "/pace.html", { [KEY]: profileOf(first, second) });
      await at(1, () => finish(rig, "pace", 3));
      await at(0, () => shows(rig, (seen) => seen.parts.includes("results"), "My profile"));
      await at(0, () => new Quick(rig, HOST).press(action));
      await until(async () => !(await quizzes(rig))?.includes("negotiation"), "it is deleted");
      await at(1, () => saveResult(rig));
      await until(async () => (await quizzes(rig))?.includes("pace"), "the other one is kept");
      const pace = await titleOf("pace");
      await at(0, () => shows(rig, (seen) => seen.results.includes(pace), "My profile shows it"));
      await at(0, () => pressWay(rig, "undo"));
      await until(async () => (await quizzes(rig))?.length === 3, "all three are kept");
      const { results } = JSON.parse(String(await saved(rig)));
      for (const one of [first, second])
        ok(
          results.some((/** @type {unknown} */ other) => JSON.stringify(other) === JSON.stringify(one)),
          `${one.quiz.id} is as it was`,
        );
    },
  );
}

once("where another page has put something unreadable, nothing is changed, and that is said", async (rig) => {
  const at = await open(rig, "/profile.html", "/none.html", {
    [KEY]: profileOf(await result("pace", 3, "2026-08-03")),
  });
  await at(0, () => shows(rig, (seen) => seen.parts.includes("results"), "My profile"));
  await at(0, () => new Quick(rig, HOST).press("[data-action=remove]"));
  await keeps(rig, null, "it is deleted");
  await at(1, () => rig.run((key) => localStorage.setItem(key, "hello"), KEY));
  await at(0, () => shows(rig, (seen) => seen.text.includes(profileSay("my-damaged-all")), "My profile again"));
  await at(0, () => pressWay(rig, "undo"));
  await at(0, () => shows(rig, (seen) => seen.said === profileSay("my-elsewhere"), "that is said"));
  same(await saved(rig), "hello", "what is kept");
});

once("what an older version kept is shown, and moves to its new place with the first change", async (rig) => {
  rig.allow(/^stores: metier-profile/);
  const [older, newer] = [await result("negotiation", 4, "2026-08-03"), await result("setbacks", 5, "2026-09-03")];
  const text = profileOf(older);
  const origin = rig.fresh();
  await rig.open(`${origin}/method.html`);
  await rig.run((key, words) => localStorage.setItem(key, words), OLDER_KEY, text);
  const both = () => rig.run((...keys) => keys.map((key) => localStorage.getItem(key)), KEY, OLDER_KEY);
  await rig.open(`${origin}/profile.html`);
  await shows(rig, (seen) => seen.parts.includes("skills"), "the older profile");
  same(await both(), [null, text], "looking changes nothing");
  await take(rig, "pace", 3, origin);
  await saveResult(rig);
  await keeps(rig, ["negotiation", "pace"], "it is kept beside the older one");
  same((await both())[1], null, "what lies under the older name");
  // A page of the older version that is still open somewhere keeps one more.
  await rig.run((key, words) => localStorage.setItem(key, words), OLDER_KEY, profileOf(older, newer));
  const { hand } = await openProfile(rig, null, origin);
  const setbacks = await titleOf("setbacks");
  await shows(rig, (seen) => seen.results.includes(setbacks), "all of them");
  await hand.press('[data-action=remove][data-index="0"]');
  await keeps(rig, ["pace", "setbacks"], "one is deleted, and no other");
  await hand.press("[data-action=delete]");
  await until(async () => (await both()).every((one) => one === null), "deleting leaves nothing under either name");
});

once("what an older version kept and nobody can read stays where it is", async (rig) => {
  rig.allow(/^stores: metier-profile/);
  const origin = rig.fresh();
  await rig.open(`${origin}/method.html`);
  await rig.run((key, words) => localStorage.setItem(key, words), OLDER_KEY, "hello");
  await take(rig, "pace", 3, origin);
  await pressOffer(rig, "save-here");
  await offers(rig, ({ said }) => said === savingSay("save-damaged"), "that is said");
  same(
    await rig.run((...keys) => keys.map((key) => localStorage.getItem(key)), KEY, OLDER_KEY),
    [null, "hello"],
    "what is kept",
  );
});
