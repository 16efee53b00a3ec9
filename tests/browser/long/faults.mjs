// Whatever fails on the way, once or always: the quiz ends with the report of an untroubled run, or says so and offers a
// way on, by which it ends with that report once nothing fails any more. What was kept is not lost.
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { parting } from "../native.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { KEY, profileOf, result } from "../saved.mjs";
import { earlierRoles, shippedQuiz } from "../shipped.mjs";
import { built, hostOf, pageWith, TYPES } from "../site.mjs";
import { ENGINE, ok, same, test } from "../suite.mjs";
import { twin } from "../twin.mjs";
import { newer, tryAgain } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {import('../quiz.mjs').Screen} Screen */
/** @typedef {import('../answers.mjs').Quiz} Document */

const FAULTS = '<script src="/__metier-faults.js"></script>';
const TAG = '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/tried.json" seed="7">';
/** What stands in the tag for those to whom no quiz can be shown. */
const FALLBACK = '<a href="/pace.html">Take the quiz</a></metier-quiz>';
const JSON_TYPE = { headers: { "content-type": TYPES.json } };
/** Screens that any of these quizzes can have on the way to its end, with all that is tried again. */
const mostScreens = 120;

/** Three questions on one skill are enough for every call of the player. @returns {Promise<Document>} */
async function shortQuiz() {
  const quiz = await shippedQuiz("pace");
  return { ...quiz, items: quiz.items.filter((item) => item.type === "single").slice(0, 3) };
}

/** What a screen offers of the ways on that lead to the end. */
const WAYS = /** @type {Record<string, string[]>} */ ({
  intro: ["start", "continue"],
  question: ["next"],
  review: ["finish"],
  result: ["review"],
  error: ["retry"],
});
/** Whether a screen is ready for its reader. @param {Screen} screen */
const ready = ({ screen, actions }) => WAYS[screen ?? ""]?.some((one) => actions.includes(one)) ?? false;
/** The way on where not even the player came; none while it may still come. @param {Rig} rig @returns {Promise<"retry" | "reload" | null>} */
const without = (rig) =>
  rig.run(
    (again, reload) => {
      const line = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[role=alert]");
      if (line?.closest("section")) return null;
      if (line?.textContent?.endsWith(reload)) return "reload";
      return line?.parentNode?.querySelector("[data-action=retry]")?.textContent === again ? "retry" : null;
    },
    tryAgain,
    newer,
  );

/** Whether another screen than the last one that was asked about is there. @param {Rig} rig */
const isAnother = (rig) =>
  rig.run(() => {
    const section = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("section[data-screen]");
    return section instanceof HTMLElement && section.dataset.known === undefined;
  });

/** @param {Screen} screen */
const place = ({ screen, item, actions }) => [screen, item, actions].join(" ");

/** What the instrument of faults does, it does no more. @param {Rig} rig */
const lift = (rig) =>
  rig.run(() => {
    if (window.__faults) window.__faults.over = true;
  });

/** What a screen asks for, done. @param {Quiz} reader @param {Screen} now @param {Map<string, any>} answers */
async function goOn(reader, now, answers) {
  if (now.screen === "intro") return reader.press(now.actions.includes("continue") ? "continue" : "start");
  if (now.screen === "review") return reader.press("finish");
  if (now.together.length > 1) return reader.group(now.together, answers);
  const given = await reader.read();
  // What is chosen already is not chosen again: points would be given twice.
  if (!given || (typeof given === "object" && !Object.values(given).some(Boolean)))
    await reader.answer(String(now.type), answers.get(String(now.item)));
  return reader.press("next");
}

/**
 * Takes the quiz on show to its result, by the ways that its screens offer.
 * @param {Rig} rig
 * @param {Document} quiz
 * @param {() => unknown} [over] called where something is said to have failed: from then on nothing does
 * @returns {Promise<{ bits: string, told: number }>} the report, and how often something was said to have failed
 */
async function toTheEnd(rig, quiz, over = () => lift(rig)) {
  const reader = new Quiz(rig, new Quick(rig));
  const answers = answersTo(quiz, 2);
  let [told, failed] = [0, false];
  for (let count = 0; count < mostScreens; count += 1) {
    const now = await until(async () => {
      const screen = await reader.screen();
      return ready(screen) ? screen : await without(rig);
    }, "a screen, or a line with a way on");
    if (typeof now === "string") {
      told += 1;
      await over();
      if (now === "reload") await rig.driver.navigate().refresh();
      else
        await rig.run(() => {
          const root = document.querySelector("metier-quiz")?.shadowRoot;
          /** @type {HTMLElement | null | undefined} */ (root?.querySelector("[data-action=retry]"))?.click();
        });
      continue;
    }
    if (now.screen === "result") return { bits: await reader.reportBits(), told };
    if (now.screen === "error") {
      await rig.run(() => {
        const section = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("section[data-screen]");
        /** @type {HTMLElement} */ (section).dataset.known = "";
      });
      ok(now.text.length > 40 && now.actions.includes("retry"), `a sentence and a way on: ${now.text} ${now.actions}`);
      told += 1;
      await over();
      // As the sentence says: again, and if it comes back, the page anew.
      if (failed) await rig.driver.navigate().refresh();
      else await reader.press("retry");
      failed = true;
      await until(() => isAnother(rig), "what comes after the failure");
      continue;
    }
    await goOn(reader, now, answers);
    await until(async () => place(await reader.screen()) !== place(now), `something after ${place(now)}`);
  }
  throw new Error(`no end after ${mostScreens} screens`);
}

/**
 * A quiz in a page of a test's own, to its end.
 * @param {Rig} rig
 * @param {Document} quiz
 * @param {{ query?: string }} [fault]
 */
async function embedded(rig, quiz, { query = "" } = {}) {
  rig.proxy.replaced.set("/quizzes/tried.json", { ...JSON_TYPE, body: JSON.stringify(quiz) });
  await rig.show(TAG + FALLBACK, { head: FAULTS, query });
  return toTheEnd(rig, quiz);
}

/** @param {{ bits: string }} got @param {{ bits: string }} plain @param {string} what */
function alike(got, plain, what) {
  ok(got.bits === plain.bits, `${what}: the report differs\n${parting(got.bits, plain.bits)}`);
}

test("no more memory, at every page that a quiz takes, once and always: the same report, or a sentence and a way on", async (rig) => {
  const quiz = await earlierRoles();
  const plain = await embedded(rig, quiz);
  const { pages } = await rig.run(() => window.__faults);
  ok(pages > 2, `pages of memory that it takes: ${pages}`);
  let [tried, refused] = [0, 0];
  for (let more = 0; more < pages; more += 1) {
    for (const always of ["", ":always"]) {
      alike(await embedded(rig, quiz, { query: `?memory=${more}${always}` }), plain, `${more} pages more${always}`);
      tried += 1;
      refused += Number((await rig.run(() => window.__faults)).refused > 0);
    }
  }
  ok(refused > 0, "some were refused memory");
  console.log(`     ${tried} bounds, of which ${refused} were reached`);
});

test("clocks that jump ahead and back by a second, an hour and a year: the same report, and times that can be", async (rig) => {
  const quiz = await shortQuiz();
  const plain = await embedded(rig, quiz);
  for (const seconds of [1, 3600, 31_536_000].flatMap((one) => [one, -one])) {
    const got = await embedded(rig, quiz, { query: `?clock=${seconds}` });
    const times = (await rig.told("answer")).map(({ detail }) => detail.milliseconds);
    ok(
      times.every((time) => Number.isInteger(time) && time >= 0),
      `times with jumps of ${seconds} s: ${times}`,
    );
    alike(got, plain, `jumps of ${seconds} s`);
  }
});

// --- what a page of ours keeps ---

/** A page of ours with the faults in it. @param {Rig} rig @param {string} name */
async function withFaults(rig, name) {
  rig.proxy.replaced.set(`/${name}`, await pageWith(name, "faults.js"));
  // The worker keeps no page that it does not know.
  rig.allow(/service ?worker|not this build|came as|Script .* load failed/i);
  rig.allow(new RegExp(`^stores: ${KEY}$`));
}

test("a storage that throws at each call in turn, and at all: the quiz ends the same, and what was kept stays", async (rig) => {
  const quiz = await shortQuiz();
  const kept = profileOf(await result("setbacks", 4, "2026-08-03"));
  await withFaults(rig, "pace.html");
  rig.proxy.replaced.set("/quizzes/pace.json", { ...JSON_TYPE, body: JSON.stringify(quiz) });
  const taken = async (/** @type {string} */ query) => {
    const origin = rig.fresh();
    await rig.open(`${origin}/method.html`);
    await rig.run((key, text) => localStorage.setItem(key, text), KEY, kept);
    await rig.open(`${origin}/pace.html${query}`);
    const end = await toTheEnd(rig, quiz);
    const calls = await rig.run(() => window.__faults.calls);
    await lift(rig);
    same(await rig.run((key) => localStorage.getItem(key), KEY), kept, `what was kept, with ${query}`);
    return { ...end, calls };
  };
  const levels = (/** @type {{ bits: string }} */ { bits }) => bits.replace(/"seed":[^,}]*/g, "");
  const plain = await taken("");
  for (const at of ["all", ...Array.from({ length: plain.calls }, (_, index) => String(index + 1))]) {
    const got = await taken(`?storage=${at}`);
    ok(levels(got) === levels(plain), `call ${at} of ${plain.calls}:\n${parting(levels(got), levels(plain))}`);
    same(got.told, 0, `what was said to have failed at call ${at}`);
  }
  console.log(`     ${plain.calls} calls`);
});

if (ENGINE === "firefox")
  test("a tab that the browser lets go in the middle and shows again: the quiz goes on, and ends the same", async (rig) => {
    const quiz = await shortQuiz();
    const levels = (/** @type {{ bits: string }} */ { bits }) => bits.replace(/"seed":[^,}]*/g, "");
    const answers = answersTo(quiz, 2);
    const begun = async () => {
      rig.proxy.replaced.set("/quizzes/pace.json", { ...JSON_TYPE, body: JSON.stringify(quiz) });
      rig.allow(/not this build/);
      await rig.open(`${rig.fresh()}/pace.html`);
      const reader = new Quiz(rig, new Quick(rig));
      for (const screen of ["intro", "question"])
        await goOn(reader, await reader.until((now) => now.screen === screen && ready(now), screen), answers);
      await reader.until((now) => now.item === quiz.items[1].id, "the second question");
    };
    await begun();
    const plain = await toTheEnd(rig, quiz);
    await begun();
    await rig.run(() => Object.assign(window, { before: true }));
    await rig.proxy.idle();
    await rig.engine.discard?.();
    const reader = new Quiz(rig, new Quick(rig));
    await reader.until(({ actions }) => actions.includes("continue"), "the way on");
    ok(await rig.run(() => !("before" in window)), "the page is a new one");
    const got = await toTheEnd(rig, quiz);
    ok(levels(got) === levels(plain), `the report differs\n${parting(levels(got), levels(plain))}`);
    same(got.told, 0, "what was said to have failed");
  });

// --- the network, and two builds ---

test("the network cut at each request of a first visit: what is there already stays, and once it is back, so is the quiz", async (rig) => {
  const quiz = await shortQuiz();
  const plain = await embedded(rig, quiz);
  rig.allow(/./);
  const body = JSON.stringify(quiz);
  const reader = new Quiz(rig, new Quick(rig));
  const asked = async (/** @type {number} */ at) => {
    let count = 0;
    rig.proxy.replaced.clear();
    rig.proxy.replaced.set("/quizzes/tried.json", { ...JSON_TYPE, body });
    rig.proxy.cutAt = (path) => {
      if (path === "/a-test.html" || ++count < at) return false;
      return at > 0;
    };
    await rig.show(TAG + FALLBACK, { head: FAULTS });
    const shown = await until(async () => {
      if (ready(await reader.screen()) || (await without(rig))) return "screen";
      // Where the tag's own script did not come.
      const link = () =>
        rig.run(() => document.readyState === "complete" && !document.querySelector("metier-quiz:defined"));
      return (await link()) ? "link" : null;
    }, `a screen, or the link in the tag, with the network cut from request ${at} on`);
    rig.proxy.cutAt = null;
    return { count, shown };
  };
  const { count } = await asked(0);
  await toTheEnd(rig, quiz);
  let links = 0;
  for (let at = 1; at <= count; at += 1) {
    const { shown } = await asked(at);
    links += Number(shown === "link");
    // Without the tag's own script there is the link, and a reload.
    if (shown === "link") await rig.driver.navigate().refresh();
    alike(await toTheEnd(rig, quiz), plain, `request ${at} of ${count}`);
  }
  ok(links >= 1 && links < count, `${links} of ${count} led to the link`);
  console.log(`     ${count} requests`);
});

for (const name of ["pace", "roles"]) {
  test(`a host that mixes two builds, each file of ${name} in turn: the same report, or a sentence and a way on`, async (rig) => {
    rig.allow(/./);
    const quiz = await shippedQuiz(name);
    const other = hostOf(twin());
    /** @param {string} [path] of what the host has of the other build */
    const visit = async (path = "") => {
      const mark = rig.proxy.mark();
      await rig.show(TAG.replace("tried", name) + FALLBACK);
      const end = await toTheEnd(rig, quiz, () => rig.proxy.replaced.delete(path));
      const paths = new Set(rig.proxy.since(mark).map((seen) => seen.path));
      paths.delete("/a-test.html");
      return { ...end, paths: [...paths] };
    };
    const plain = await visit();
    let [mixed, told] = [0, 0];
    for (const path of plain.paths.filter((one) => /\.(js|wasm)$/.test(one))) {
      const file = path === "/metier.js" ? path : `/${built(path.slice(1), twin())}`;
      const answer = await other(file, new URLSearchParams(), "");
      ok(answer && (answer.status ?? 200) === 200, `the other build has ${path}`);
      // Under the name that is asked for, what the other build has in its place.
      rig.proxy.replaced.set(path, answer);
      const end = await visit(path);
      alike(end, plain, `${path} of another build`);
      rig.proxy.replaced.delete(path);
      mixed += 1;
      told += Number(end.told > 0);
    }
    ok(mixed >= 3, `files: ${plain.paths}`);
    console.log(`     ${mixed} files of ${name}, of which ${told} were told: ${plain.paths.join(", ")}`);
  });
}
