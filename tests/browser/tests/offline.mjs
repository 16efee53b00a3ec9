// One visit, then no network: quizzes and what they lead to are there, and every other page that was opened.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { open as openAdvert, read } from "../advert-page.mjs";
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { bring, choose, openAll, openProfile, profileOf, result, shows, wholeProfile } from "../saved.mjs";
import { Quiz } from "../quiz.mjs";
import { plainPath } from "../proxy.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { DIST, ROOT } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { profileSay } from "../words.mjs";
import { EXAMPLES } from "./examples.mjs";

/** Pages for those who embed, write and check quizzes, and for adverts: kept once they are opened. */
const OPENED = ["advert", "author", "embed", "evidence", "frame", "measurement", "method", "sources"].map(
  (name) => `${name}.html`,
);
const PAGES = [
  "",
  ...readdirSync(DIST).filter((file) => file.endsWith(".html") && file !== "404.html" && !OPENED.includes(file)),
  ...EXAMPLES.map((name) => `examples/${name}.html`),
];

/** The main heading of a page as it is written. @param {string} name */
async function headingOf(name) {
  const page = await readFile(join(ROOT, "www/pages", `${name}.html`), "utf8");
  return /<h1>([^<]+)<\/h1>/.exec(page)?.[1];
}

test("after one visit to the first page the site works with the network cut", async (rig) => {
  // Firefox says so of an icon that it was still fetching when the next page was opened.
  rig.allow(/^Service Worker Interception: Failed to load .*icon-192\.png/);
  const origin = rig.fresh();
  rig.withWorker();
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

test("a page that was opened works with the network cut; one that was not says so, and comes back with the network", async (rig) => {
  rig.allow(/ServiceWorker passed a promise to FetchEvent|Failed to load|503|NetworkError/);
  const origin = rig.fresh();
  rig.withWorker();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  await openAdvert(rig, false, origin);
  rig.proxy.cut(true);
  await openAdvert(rig, false, origin);
  ok(await read(rig, "Product manager: you own the roadmap and the backlog."), "an advert is read");
  const heading = () => rig.run(() => document.querySelector("h1")?.textContent);
  await rig.driver.get(`${origin}/method.html`);
  same(await heading(), await headingOf("offline"), "what shows of a page that nobody has opened");
  ok(await rig.run(() => document.querySelectorAll("main a").length > 1), "and where to go");
  rig.proxy.cut(false);
  await rig.driver.get(`${origin}/method.html`);
  same(await heading(), await headingOf("method"), "what shows once there is a network");
  rig.proxy.cut(true);
  await rig.open(`${origin}/method.html`);
  same(await heading(), await headingOf("method"), "and from then on without");
});

once("the worker keeps the files of one build and nothing else", async (rig) => {
  const origin = rig.fresh();
  const mark = rig.proxy.mark();
  rig.withWorker();
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
  rig.withWorker();
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
