// One visit, then no network: the whole site is there.
import { readdirSync } from "node:fs";
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { bring, choose, openAll, openProfile, profileOf, result, shows, wholeProfile } from "../saved.mjs";
import { Quiz } from "../quiz.mjs";
import { plainPath } from "../proxy.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { DIST } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { profileSay } from "../words.mjs";
import { EXAMPLES } from "./examples.mjs";

const PAGES = [
  "",
  ...readdirSync(DIST).filter((file) => file.endsWith(".html") && file !== "404.html"),
  ...EXAMPLES.map((name) => `examples/${name}.html`),
];

test("after one visit to the first page the site works with the network cut", async (rig) => {
  // Firefox says so of an icon that it was still fetching when the next page was opened.
  rig.allow(/^Service Worker Interception: Failed to load .*icon-192\.png/);
  const origin = rig.fresh();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  rig.proxy.cut(true);
  for (const page of PAGES) {
    await rig.open(`${origin}/${page}`);
    // The page itself and no error page of the browser's: that has no collector.
    ok(await rig.collected(), `${page || "the first page"} is shown`);
    // Nothing of a quiz is loaded before it is seen, and on one page it begins further down.
    const has = await rig.run(() => {
      const quiz = document.querySelector("metier-quiz");
      quiz?.scrollIntoView();
      return quiz !== null;
    });
    if (has)
      await until(
        () =>
          rig.run(
            () =>
              document.querySelector("metier-quiz")?.shadowRoot?.querySelector('section[data-screen="intro"]') != null,
          ),
        `the quiz of ${page} begins`,
      );
  }
  const quiz = await shippedQuiz("setbacks");
  await rig.open(`${origin}/setbacks.html`);
  const result = await new Quiz(rig, new Quick(rig)).take({ quiz, answers: answersTo(quiz, 3) });
  same(result.screen, "result", "the quiz taken without a network");
});

once("the worker keeps the files of one build and nothing else", async (rig) => {
  const origin = rig.fresh();
  const mark = rig.proxy.mark();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  const cached = await rig.later(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(
      names.map(async (name) =>
        (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname),
      ),
    );
    return { names, paths: lists.flat() };
  });
  same(cached.names.length, 1, "caches");
  ok(cached.paths.length > 10, `files in the cache: ${cached.paths}`);
  const served = new Set(rig.proxy.since(mark).map((seen) => seen.path));
  same(
    cached.paths.filter((path) => !served.has(plainPath(path))),
    [],
    "files cached that the server never sent",
  );
});

/**
 * The profile's page, on a site whose worker is at work: WebKit may forget one whose page is left while it is being
 * installed.
 * @param {import('../rig.mjs').Rig} rig
 */
async function openSettled(rig) {
  const origin = rig.fresh();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  return openProfile(rig, await wholeProfile(), origin);
}

test("once the page shows there is no request, whatever is opened and chosen", async (rig) => {
  const { hand } = await openSettled(rig);
  const mark = rig.proxy.mark();
  await openAll(rig);
  await hand.press("[data-action=show]");
  await choose(rig, "origin", 1);
  await choose(rig, "plan", 2);
  await hand.press("[data-action=print]");
  await bring(rig, profileOf(await result("pace", 2, "2026-11-21")));
  await shows(rig, (seen) => seen.said === profileSay("my-joined", { count: 1 }), "a file joined");
  await hand.press("[data-action=delete]");
  await shows(rig, (seen) => seen.screen === "empty", "the empty page");
  same(await rig.requests(mark), [], "requests");
});

test("after one visit the profile is there with the network cut, a reload included", async (rig) => {
  const { origin } = await openSettled(rig);
  rig.proxy.cut(true);
  for (const turn of ["first", "second"]) {
    await rig.open(`${origin}/profile.html`);
    await shows(rig, (seen) => seen.parts.includes("roles"), `the profile without a network, ${turn} time`);
  }
});
