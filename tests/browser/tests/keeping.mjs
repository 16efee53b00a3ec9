// Keeping a result: nothing is stored before the press, nothing is asked of the network once the page shows, what is kept
// can be taken away whole, and what is damaged is neither lost nor taken for sound.
import { Key } from "selenium-webdriver";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { Quick } from "../hands.mjs";
import {
  bring,
  catchFiles,
  HOST,
  saveResult,
  saved,
  KEY,
  NOTHING,
  offer,
  offers,
  openProfile,
  pressOffer,
  pressWay,
  profileOf,
  result,
  shows,
  take,
  undoSaving,
  wholeProfile,
} from "../saved.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz, skillOf, titleOf } from "../shipped.mjs";
import { stored } from "../stored.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { savingSay, problemWords, profileSay } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

test("nothing is stored before the press; a kept result is there after a reload, and My profile shows it", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  const origin = rig.fresh();
  const { reader, plan } = await take(rig, "setbacks", 3, origin);
  same(await stored(rig), NOTHING, "what was stored before the press");
  const before = await offer(rig);
  ok(before?.text.includes(savingSay("save-lead")), "where it is kept is said before");
  ok(before?.folded.includes(savingSay("save-what")), "what is kept can be looked up before");
  await saveResult(rig);
  same({ ...(await stored(rig)), local: null }, { ...NOTHING, local: null }, "what was stored besides");
  const document = JSON.parse(String(await saved(rig)));
  const [
    {
      detail: { seed },
    },
  ] = await rig.told("start");
  same(
    [document.format, document.results.length, Object.keys(document).sort()],
    ["metier-profile/1", 1, ["format", "results"]],
    "what is kept",
  );
  const [one] = document.results;
  same(
    Object.fromEntries(Object.entries(one.answers).map(([item, given]) => [item, /** @type {any} */ (given).answer])),
    Object.fromEntries(plan.answers),
    "the answers kept",
  );
  same(one.seed, seed, "the seed kept");
  ok(/^\d{4}-\d\d-\d\d$/.test(one.taken), `the day: ${one.taken}`);
  // Changed answers are the same sitting, and take its place.
  await reader.press("review");
  await reader.until((screen) => screen.screen === "review", "the review");
  await reader.hand.press("li:has(.given) [data-action=change]");
  await reader.until((screen) => screen.screen === "question", "the question to change");
  await reader.press("skip");
  await reader.until((screen) => screen.screen === "review", "the review again");
  await reader.press("finish");
  await reader.until((screen) => screen.screen === "result", "the result again");
  await saveResult(rig);
  same(JSON.parse(String(await saved(rig))).results.length, 1, "results after keeping it again");
  await undoSaving(rig);
  same(JSON.parse(String(await saved(rig))).results.length, 1, "the earlier one stays");

  const [text, skill] = [await saved(rig), await skillOf("setbacks")];
  for (const turn of ["first", "after a reload"]) {
    await rig.open(`${origin}/profile.html`);
    const seen = await shows(
      rig,
      (now) => now.screen === "profile" && now.parts.includes("skills"),
      `the profile, ${turn}`,
    );
    ok(seen.text.includes(skill), `the skill is shown, ${turn}`);
    same(await saved(rig), text, `what is kept, ${turn}`);
  }
});

once("a result that is not to be kept after all leaves nothing", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  await take(rig, "pace", 2, rig.fresh());
  await saveResult(rig);
  await undoSaving(rig);
  same(await stored(rig), NOTHING, "what was stored");
});

once("an embed has no offer, and gives what a result rests on without own words", async (rig) => {
  const quiz = await shippedQuiz("starter");
  rig.proxy.replaced.set("/quizzes/own.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  await rig.show('<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/own.json"></metier-quiz>');
  const plan = { quiz, answers: answersTo(quiz, 3) };
  await new Quiz(rig, new Quick(rig)).take(plan);
  same(await offer(rig), null, "an offer");
  const given = JSON.parse(await rig.run(() => JSON.stringify(document.querySelector("metier-quiz"))));
  same(Object.keys(given).sort(), ["answers", "language", "quiz", "seed"], "what toJSON gives");
  same(given.quiz, quiz, "the document");
  const told = Object.fromEntries(Object.entries(given.answers).map(([item, one]) => [item, one.answer]));
  same(
    told,
    Object.fromEntries([...plan.answers].filter(([item]) => quiz.items.find(({ id }) => id === item)?.type !== "text")),
    "the answers",
  );
});

test("storage that throws: the quiz says so and hands out the file, and the page opens that", async (rig) => {
  rig.allow(/^stores: /);
  const origin = rig.fresh();
  await take(rig, "setbacks", 5, origin);
  await rig.run(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const files = await catchFiles(rig);
  await pressOffer(rig, "save-here");
  await offers(rig, ({ said }) => said === savingSay("save-refused"), "that is said");
  await pressOffer(rig, "save-file");
  const [file] = await files();
  ok(/^metier-setbacks-.*\.json$/.test(file.name), `the file's name: ${file.name}`);
  same(await stored(rig), NOTHING, "what was stored");

  // A page whose storage nobody may touch at all.
  rig.proxy.replaced.set("/throws.js", {
    headers: { "content-type": "text/javascript" },
    body: "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
  });
  await rig.show(
    '<script src="/throws.js"></script><div id="profile"></div><script type="module" src="/profile.js"></script>',
    { origin },
  );
  const empty = await shows(rig, (seen) => seen.screen === "empty", "the empty page");
  ok(empty.text.includes(profileSay("my-refused")), "that is said there, too");
  await bring(rig, file.text);
  const seen = await shows(rig, (now) => now.screen === "profile", "the profile of the file");
  ok(
    seen.text.includes(profileSay("my-bar-file", { count: 1 })) && seen.results.includes(await titleOf("setbacks")),
    "the file is shown",
  );
  const hand = new Quick(rig, HOST);
  await hand.press("[data-action=save]");
  await shows(rig, (now) => now.said === profileSay("my-not-saved"), "keeping is refused in words");
});

test("the file is what is kept, letter for letter; showing shows it; deleting leaves nothing and can be undone", async (rig) => {
  const text = await wholeProfile();
  const { hand } = await openProfile(rig, text);
  const files = await catchFiles(rig);
  await hand.press("[data-action=download]");
  const [file] = await files();
  ok(file.text === text, "the file is the kept text");
  await hand.press("[data-action=show]");
  same(
    await rig.run(
      (host) => document.querySelector(host)?.shadowRoot?.querySelector("pre[role=region]")?.textContent,
      HOST,
    ),
    text,
    "the text shown",
  );
  await hand.press("[data-action=show]");
  await hand.press("[data-action=delete]");
  await shows(
    rig,
    (seen) => seen.screen === "empty" && seen.focus === "h2",
    "the empty page, with the focus on its heading",
  );
  same(await stored(rig), NOTHING, "what is stored after deleting");
  await pressWay(rig, "undo");
  await shows(rig, (seen) => seen.screen === "profile", "the profile again");
  ok((await saved(rig)) === text, "the text is back, letter for letter");
});

once("one result alone can be deleted, and what is left is as it was", async (rig) => {
  const [first, second] = [await result("pace", 1, "2026-09-01"), await result("setbacks", 2, "2026-10-01")];
  const { hand } = await openProfile(rig, profileOf(first, second));
  await hand.press('[data-action=remove][data-index="0"]');
  await shows(rig, (seen) => seen.said === profileSay("my-removed"), "that is said");
  same(JSON.parse(String(await saved(rig))).results, [second], "what is left");
  await hand.press('[data-action=remove][data-index="0"]');
  await shows(rig, (seen) => seen.screen === "empty", "the empty page after the last");
  same(await stored(rig), NOTHING, "what is stored then");
});

test("a file is shown without being kept, kept at a press, joined with what is there; a second version is asked about", async (rig) => {
  const [one, two] = [await result("roles", 12, "2026-11-02"), await result("pace", 3, "2026-11-08")];
  const { hand } = await openProfile(rig, null);
  await bring(rig, profileOf(one));
  const seen = await shows(rig, (now) => now.screen === "profile", "the profile of the file");
  ok(seen.text.includes(profileSay("my-bar-file", { count: 1 })), "it says that it is not kept");
  same(await stored(rig), NOTHING, "what was stored by looking");
  await hand.press("[data-action=save]");
  await shows(rig, (now) => now.text.includes(profileSay("my-bar-saved", { count: 1 })), "it is kept");
  await bring(rig, profileOf(two, one), true);
  const joined = profileSay("my-joined", { count: 1 });
  await shows(rig, (now) => now.said === joined, "the other is joined");
  same(JSON.parse(String(await saved(rig))).results, [one, two], "both are kept");
  await bring(rig, profileOf(two));
  await shows(rig, (now) => now.said === profileSay("my-joined-none"), "what is there is not taken twice");

  const changed = { ...two, answers: { ...two.answers, [Object.keys(two.answers)[0]]: null } };
  const before = await saved(rig);
  await bring(rig, profileOf(changed));
  const asked = `${profileSay("my-differs", { count: 1 })} ${profileSay("my-differs-ask")}`;
  await shows(rig, (now) => now.said === asked, "it asks");
  same(await saved(rig), before, "nothing is replaced before the answer");
  await decide(rig, "my-differs-mine");
  await shows(rig, (now) => now.said === profileSay("my-joined-none"), "those here stay");
  same(await saved(rig), before, "they are as before");
  await bring(rig, profileOf(changed));
  await shows(rig, (now) => now.said === asked, "it asks again");
  await decide(rig, "my-differs-file");
  await shows(rig, (now) => now.said === joined, "those of the file take their place");
  same(JSON.parse(String(await saved(rig))).results, [one, changed], "what is kept then");

  await bring(rig, '{"format": "metier-quiz/1"}');
  await shows(
    rig,
    (now) =>
      now.text.includes(profileSay("my-damaged-file-all")) &&
      now.all.includes(problemWords("profile-version", { found: "metier-quiz/1" })),
    "another kind of file",
  );
  await bring(rig, "no JSON");
  await shows(
    rig,
    (now) => now.text.includes(profileSay("my-damaged-file-all")) && now.all.includes(problemWords("json-value")),
    "no document at all",
  );
  same(JSON.parse(String(await saved(rig))).results, [one, changed], "what is kept after all that");
});

/** Answers what is asked of two versions. @param {Rig} rig @param {'my-differs-file' | 'my-differs-mine'} key */
const decide = (rig, key) =>
  rig.run(
    (host, words) => {
      const buttons = [...(document.querySelector(host)?.shadowRoot?.querySelectorAll("button") ?? [])];
      /** @type {HTMLElement} */ (buttons.find((one) => one.textContent === words)).click();
    },
    HOST,
    profileSay(key),
  );

once("of a file that is damaged in part, the results that are asked about are those that are meant", async (rig) => {
  const [mine, later] = [await result("pace", 3, "2026-01-01"), await result("pace", 5, "2026-02-02")];
  const other = { ...mine, answers: { ...mine.answers, [Object.keys(mine.answers)[0]]: null } };
  await openProfile(rig, profileOf(mine));
  await bring(rig, profileOf(other, later).replace("[{", '[{"quiz": nul, "taken": "2026-01-03"}, {'));
  const asked = `${profileSay("my-differs", { count: 1 })} ${profileSay("my-differs-ask")}`;
  await shows(rig, (now) => now.said === asked, "it asks");
  await decide(rig, "my-differs-mine");
  await shows(rig, (now) => now.said === profileSay("my-joined", { count: 1 }), "the other one is joined");
  same(JSON.parse(String(await saved(rig))).results, [mine, later], "what is kept");
});

once("two sittings of one day and the same two in a file are no difference", async (rig) => {
  const one = await result("pace", 3, "2026-01-01");
  const two = { ...one, answers: { ...one.answers, [Object.keys(one.answers)[0]]: null } };
  const three = await result("pace", 5, "2026-02-02");
  await openProfile(rig, profileOf(one, two));
  await bring(rig, profileOf(one, two));
  await shows(rig, (now) => now.said === profileSay("my-joined-none"), "nothing is asked");
  await bring(rig, profileOf(one, three));
  await shows(rig, (now) => now.said === profileSay("my-joined", { count: 1 }), "nor of one of them");
  same(JSON.parse(String(await saved(rig))).results, [one, two, three], "what is kept");
});

once("one sitting is kept once, also over a reload and another day", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  const origin = rig.fresh();
  const { reader } = await take(rig, "setbacks", 3, origin);
  await saveResult(rig);
  const reload = async () => {
    await rig.clean();
    await rig.proxy.idle();
    await rig.driver.navigate().refresh();
    await reader.until(({ screen }) => screen === "result", "the result again");
  };
  // Kept the day before.
  await rig.run((key) => {
    const text = String(localStorage.getItem(key));
    localStorage.setItem(key, text.replace(/"taken":"[^"]*"/, '"taken":"2026-01-01"'));
  }, KEY);
  await reload();
  await offers(rig, ({ actions }) => actions.includes("save-undo"), "it is known to be kept");
  await reader.press("review");
  await reader.until(({ screen }) => screen === "review", "the answers");
  // Those that were skipped stand first.
  await rig.run(() => {
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    const ways = /** @type {NodeListOf<HTMLElement>} */ (
      root?.querySelectorAll("[data-screen=review] [data-action=change]")
    );
    [...ways].at(-1)?.click();
  });
  const { item } = await reader.until(({ screen }) => screen === "question", "the last question");
  const { answers } = JSON.parse(String(await saved(rig))).results[0];
  ok(answers[String(item)].answer !== null, "it was answered");
  await reader.press("skip");
  await reader.until(({ screen }) => screen === "review", "the answers again");
  await reader.press("finish");
  await reader.until(({ screen }) => screen === "result", "the changed result");
  await saveResult(rig);
  const { results } = JSON.parse(String(await saved(rig)));
  same(results.length, 1, "results");
  same(results[0].answers[String(item)].answer, null, "the answer as it is now");
});

once(
  "where nothing, or something else, stands in the place of a result, the next one is offered to be kept",
  async (rig) => {
    rig.allow(new RegExp(`^stores: ${KEY}$`));
    const origin = rig.fresh();
    await rig.open(`${origin}/method.html`);
    const text = '{"format":"metier-profile/1","results":[null,7,"a",[]]}';
    await rig.run((key, words) => localStorage.setItem(key, words), KEY, text);
    await take(rig, "pace", 2, origin);
    await saveResult(rig);
    const { results } = JSON.parse(String(await saved(rig)));
    same([results.slice(0, 4), results.length], [[null, 7, "a", []], 5], "what is kept");
  },
);

for (const [what, damage, readable, said] of /** @type {[string, (text: string) => string, boolean, string][]} */ ([
  ["cut off in the middle", (text) => text.slice(0, -5000), true, problemWords("profile-cut", { kept: 1 })],
  [
    "of another version",
    (text) => text.replace("metier-profile/1", "metier-profile/9"),
    false,
    problemWords("profile-version", { found: "metier-profile/9" }),
  ],
  ["edited by hand", (text) => text.replace('"best":"', '"best":"nobody-'), true, "nobody-"],
  ["no JSON at all", () => "hello", false, problemWords("json-value")],
])) {
  once(`a kept text ${what}: said with its place, left as it is, and the rest used`, async (rig) => {
    const text = damage(
      profileOf(await result("setbacks", 2, "2026-10-01"), await result("negotiation", 4, "2026-11-01")),
    );
    const { hand, origin } = await openProfile(rig, text);
    const seen = await shows(
      rig,
      (now) => now.text.includes(profileSay(readable ? "my-damaged" : "my-damaged-all")),
      "that is said",
    );
    ok(seen.all.includes(said), `what is wrong, folded: ${said}; seen ${seen.all.slice(0, 900)}`);
    same(seen.focus, "h2", "what has the focus");
    same(seen.parts.includes("skills"), readable, "the rest is used");
    ok((await saved(rig)) === text, "the text is as it was");
    await audit(rig, `a text ${what}`);
    const files = await catchFiles(rig);
    await hand.press("[data-action=download-damaged]");
    ok((await files())[0].text === text, "the damaged text can be had as a file");
    // A quiz taken then touches nothing of it, unless it can be added without a loss.
    if (what === "cut off in the middle" || !readable) {
      await take(rig, "pace", 2, origin);
      await pressOffer(rig, "save-here");
      await offers(rig, ({ said }) => said === savingSay("save-damaged"), "the quiz says so");
      ok((await saved(rig)) === text, "the text is still as it was");
    }
    if (what !== "cut off in the middle") return;
    await rig.open(`${origin}/profile.html`);
    await shows(rig, (now) => now.text.includes(profileSay("my-damaged-mend")), "the way on");
    await hand.press("[data-action=mend]");
    await shows(
      rig,
      (now) => now.parts.includes("skills") && !now.text.includes(profileSay("my-damaged")),
      "the mended profile",
    );
    same(
      JSON.parse(String(await saved(rig))).results.map((/** @type {any} */ one) => one.quiz.id),
      ["setbacks"],
      "what is kept then",
    );
  });
}

test("the offer is reached and pressed where it stands, by Tab and Enter and by a pointer", async (rig) => {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  await take(rig, "pace", 6, rig.fresh());
  const type = (/** @type {string} */ key) => rig.driver.actions({ async: true }).sendKeys(key).perform();
  const reached = (/** @type {string} */ action) =>
    rig.run((wanted) => document.activeElement?.matches(`[data-action=${wanted}]:focus-visible`), action);
  const go = async (/** @type {string} */ action) => {
    for (let turn = 0; !(await reached(action)); turn += 1) {
      ok(turn < 60, `Tab does not lead to ${action}`);
      await type(Key.TAB);
    }
    await type(Key.ENTER);
  };
  await go("save-here");
  await until(async () => JSON.parse(String(await saved(rig)))?.results.length === 1, "it is kept by keyboard");
  await go("save-undo");
  await until(async () => (await saved(rig)) === null, "it is taken back");
  await offers(rig, ({ actions }) => actions.includes("save-here"), "the offer again");
  const button = await rig.driver.findElement({ css: "[data-action=save-here]" });
  await rig.run(() =>
    document.querySelector("[data-action=save-here]")?.scrollIntoView({ block: "center", behavior: "instant" }),
  );
  await button.click();
  await until(async () => JSON.parse(String(await saved(rig)))?.results.length === 1, "it is kept");
  await until(
    () => rig.run((title) => document.activeElement?.textContent === title, savingSay("save-kept")),
    "the focus stays at the offer",
  );
});
