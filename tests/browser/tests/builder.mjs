// The page on embedding as a builder: chosen by keyboard, copied, pasted into somebody's page and taken there; colours that
// cannot be read; the lines that load ahead.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Key } from "selenium-webdriver";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import {
  catchCopies,
  choose,
  formIsThere,
  Keys,
  linesOf,
  openBuilder,
  preloadWith,
  unfoldForm,
} from "../builder-page.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Quick } from "../hands.mjs";
import { withCollector } from "../proxy.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { DIST, ROOT } from "../site.mjs";
import { stored } from "../stored.mjs";
import { ENGINE, ok, once, same, test } from "../suite.mjs";
import { JSON_TYPE } from "../walking.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/**
 * Opens somebody's page, on an origin of its own, with these lines in it, under this policy.
 * @param {Rig} rig
 * @param {{ head?: string, body: string, policy?: string, origin?: string }} page
 */
async function hostPage(rig, { head = "", body, policy, origin = rig.fresh("localhost") }) {
  rig.proxy.replaced.set("/a-post.html", {
    headers: {
      "content-type": "text/html; charset=utf-8",
      ...(policy && { "content-security-policy": policy }),
    },
    body: withCollector(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body><main><h1>A post</h1>${body}</main></body></html>`,
    ),
  });
  await rig.open(`${origin}/a-post.html`);
  return origin;
}

/** The policy of the lines for a page that forbids all else; the tests' own script is on the page's host. @param {string} policy */
const strict = (policy) => `default-src 'none'; img-src data:; ${policy.replace("script-src ", "script-src 'self' ")}`;

test("a quiz chosen by keyboard alone is copied as it is shown, and taken to its result on somebody's page", async (rig) => {
  const site = await openBuilder(rig);
  const copied = await catchCopies(rig);
  const keys = new Keys(rig);
  await keys.pick("quiz", "setbacks");
  await keys.pick("host", "ghost");
  await keys.reach(".choose summary");
  await keys.type(Key.ENTER);
  await keys.reach("#choose-accent");
  await keys.write("#7a1f5c");
  await keys.pick("theme", "light");
  await keys.reach(".choose details:nth-of-type(2) summary");
  await keys.type(Key.ENTER);
  await keys.reach("#choose-heading");
  await keys.type("3");
  const shown = await until(async () => {
    const lines = await linesOf(rig, "[[script]]\n[[tag]]", "ghost");
    return lines.includes('heading="3"') && lines;
  }, "the lines say the choice");
  await keys.reach("#host-ghost [data-action=embed-copy]");
  await keys.type(Key.ENTER);
  same(await copied(), shown, "what is copied beside what is shown");
  same(
    shown,
    `<script type="module" src="${site}/metier.js"></script>\n` +
      `<metier-quiz src="${site}/quizzes/setbacks.json" heading="3" theme="light" style="--metier-accent:#7a1f5c">\n` +
      `  <a href="${site}/setbacks.html">When it goes wrong</a>\n</metier-quiz>`,
    "the lines",
  );
  same(
    await rig.run(() => document.querySelector("#host-ghost [role=status]")?.textContent),
    "Copied.",
    "what is said of it",
  );
  const policy = await linesOf(rig, "[[policy]]");
  const live = await rig.run(() => {
    const tag = /** @type {HTMLElement} */ (document.querySelector("metier-quiz"));
    return [tag.getAttribute("src"), tag.getAttribute("heading"), tag.style.getPropertyValue("--metier-accent")];
  });
  same(live, [`${site}/quizzes/setbacks.json`, "3", "#7a1f5c"], "the quiz beside the form");

  await hostPage(rig, { body: await copied(), policy: strict(policy) });
  const quiz = await shippedQuiz("setbacks");
  await new Quiz(rig, new Quick(rig)).take({ quiz, answers: answersTo(quiz, 4) });
  same((await rig.told("complete")).length, 1, "results");
});

once("the lines without scripts are those that the form writes for the same choice", async (rig) => {
  const page = readFileSync(join(DIST, "embed.html"), "utf8");
  const plain = [...page.matchAll(/<code data-lines[^>]*>(.*?)<\/code>/gs)].map(([, text]) =>
    text
      .replaceAll("&#123;", "{")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  );
  ok(plain.length > 30, `${plain.length} pieces`);
  await openBuilder(rig);
  await choose(rig, { base: "https://quiz.example" });
  const written = await rig.run(() => [...document.querySelectorAll("code[data-lines]")].map((one) => one.textContent));
  same(written, plain, "the lines");
});

once("colours that cannot be read are warned of with their contrast, and each way out is one", async (rig) => {
  await openBuilder(rig);
  await unfoldForm(rig);
  const said = () =>
    rig.run(() => ({
      verdicts: [...document.querySelectorAll(".verdicts li")].map((line) => line.textContent),
      ways: [...document.querySelectorAll("[data-action=embed-take]")].map((button) => button.textContent),
      style: [.../** @type {HTMLElement} */ (document.querySelector("metier-quiz")).style],
    }));
  same((await said()).verdicts, [], "verdicts of colours as they come");
  // 4.48 to 1, which is not 4.5 (WebAIM's contrast checker says the same).
  await choose(rig, { surface: "#ffffff", text: "#777777", theme: "light" });
  const poor = await said();
  same(
    poor.verdicts[0],
    "Text on the background: 4.4 to 1, too little: many cannot read it. It needs 4.5.",
    "the verdict of a colour that is a little too pale",
  );
  same(poor.ways, ["Take #767676, darker"], "the way out: the nearest that has enough");
  await rig.run(() => /** @type {HTMLElement} */ (document.querySelector("[data-action=embed-take]")).click());
  const mended = await said();
  same(mended.verdicts[0], "Text on the background: 4.5 to 1, enough; 7 would be easy to read.", "the verdict then");
  same(mended.ways, [], "ways out then");
  ok(mended.style.includes("--metier-text"), `the quiz has the colour: ${mended.style}`);
  same(
    await rig.run(() => document.activeElement?.id),
    "choose-text",
    "the focus, whose button is gone, is on the colour",
  );
  // One accent cannot be read on a white and on a black ground.
  await choose(rig, { surface: "", text: "", accent: "#095a54", theme: "" });
  const night = await said();
  same(
    night.verdicts.filter((line) => line?.includes("in dark mode")),
    ["Accent on the background, in dark mode: 2.1 to 1, too little: many cannot read it. It needs 4.5."],
    "the verdict by night",
  );
  same(night.ways, ["Show it always light"], "the way out");
  await choose(rig, { accent: "teal" });
  same(
    await rig.run(() => [
      document.querySelector("#choose-accent")?.getAttribute("aria-invalid"),
      document.querySelector("#choose-accent-hint")?.textContent,
    ]),
    ["true", "Write # and six digits, or use the box at the right."],
    "what is said of what is no colour",
  );
});

for (const scheme of /** @type {const} */ (["light", "dark"]))
  once(
    `the form with all that it can say has no fault that axe finds, ${scheme}`,
    async (rig) => {
      await openBuilder(rig);
      await unfoldForm(rig);
      await choose(rig, { quiz: "", src: "nowhere", accent: "#ffb300", text: "#999999", base: "ftp://a" });
      await until(() => rig.run(() => document.querySelector("[data-grade=poor]") !== null), "a warning");
      await audit(rig, `the form, ${scheme}`);
    },
    { scheme },
  );

test("the form unfolded fits 320 pixels, targets 44", async (rig) => {
  await inFrame(rig, "/embed.html", rig.fresh());
  await formIsThere(rig);
  await unfoldForm(rig);
  await choose(rig, { quiz: "", src: "nowhere", accent: "#ffb300", text: "#999999" });
  await fits(rig, "the form");
  await rig.driver.switchTo().defaultContent();
});

once("whatever is chosen, only files of the site are asked for, and nothing is kept", async (rig) => {
  rig.withWorker();
  const origin = rig.fresh();
  const mark = rig.proxy.mark();
  await openBuilder(rig, origin);
  await choose(rig, {
    quiz: "",
    src: "https://elsewhere.example/quiz.json",
    title: "Mine",
    page: "https://b.example/",
  });
  same(
    await rig.run(() => /** @type {HTMLElement} */ (document.querySelector("metier-quiz")).hidden),
    true,
    "a quiz of another host is not shown",
  );
  for (const quiz of ["roles", "product-or-sales", "pace"]) await choose(rig, { quiz });
  await choose(rig, { resume: true, private: true, host: "hugo", lang: "", radius: "0" });
  await rig.workerReady();
  const asked = await rig.requests(mark);
  ok(
    asked.every((one) => one.startsWith(`GET ${origin}/`)),
    `requests: ${asked.filter((one) => !one.startsWith(`GET ${origin}/`))}`,
  );
  same(
    rig.proxy.since(mark).filter(({ path }) => path === "/quizzes/roles.json").length > 0,
    true,
    "the chosen quiz was asked for",
  );
  same(await stored(rig), { local: 0, session: 0, bases: 0, cookies: 0, foreign: [] }, "what is kept");
  await rig.driver.navigate().refresh();
  await formIsThere(rig);
  same(
    await rig.run(() => /** @type {HTMLSelectElement} */ (document.querySelector("#choose-quiz")).value),
    "pace",
    "the choice after a reload",
  );
});

once(
  "languages of the document, and what is told to the page, are in the lines and in the quiz beside them",
  async (rig) => {
    const quiz = /** @type {any} */ (await shippedQuiz("pace"));
    quiz.translations = [{ language: "de", strings: { title: "Tempo halten" } }];
    rig.proxy.replaced.set("/quizzes/pace.json", { headers: JSON_TYPE, body: JSON.stringify(quiz) });
    const site = await openBuilder(rig);
    await unfoldForm(rig);
    const languages = () =>
      rig.run(() => [...document.querySelectorAll("#choose-lang option")].map((option) => option.textContent));
    await until(async () => (await languages()).length === 3, "the languages are there");
    same(await languages(), ["As the page around it", "English", "German"], "languages to choose from");
    await choose(rig, { lang: "de", private: true, eager: true, base: `${site}/metier/index.html` });
    same(
      (await linesOf(rig, "[[script]]\n[[tag]]", "html")).split("\n")[1],
      `<metier-quiz src="${site}/metier/quizzes/pace.json" lang="de" loading="eager" private>`,
      "the tag",
    );
    ok((await linesOf(rig, "[[frame]]", "frame")).includes('frame.html?quiz=pace&amp;lang=de"'), "the frame");
    same(
      await rig.run(() => {
        const tag = document.querySelector("metier-quiz");
        return [tag?.getAttribute("lang"), tag?.hasAttribute("private"), tag?.querySelector("a") !== null];
      }),
      ["de", true, true],
      "the quiz beside the form",
    );
    await choose(rig, { quiz: "setbacks" });
    await until(
      async () => !(await linesOf(rig, "[[script]]\n[[tag]]", "html")).includes("lang="),
      "no language of another",
    );
  },
);

/** A file that the lines of a quiz name once its document is known. */
const LOADED = { pace: /player_bg/, roles: /whole_bg/, "product-or-sales": /whole_bg/, "own-skills": /matcher_bg/ };

/** A quiz of several skills, whose questions the small player reads. */
const ofSkills = () => readFile(join(ROOT, "tests/cases/quizzes/sixteen.json"), "utf8");

for (const { name, resume } of [
  { name: "pace" },
  { name: "pace", resume: true },
  { name: "roles" },
  { name: "product-or-sales" },
  { name: "own-skills" },
])
  for (const where of /** @type {const} */ (["the same host", "another host"]))
    once(
      `the lines for ${name}${resume ? " that goes on" : ""} load each file once from ${where}, none in vain`,
      async (rig) => {
        const isOwn = name === "own-skills";
        if (isOwn)
          rig.proxy.replaced.set("/quizzes/own-skills.json", {
            headers: { ...JSON_TYPE, "access-control-allow-origin": "*" },
            body: await ofSkills(),
          });
        const site = await openBuilder(rig);
        const at = { src: `${site}/quizzes/own-skills.json`, title: "Several skills", page: `${site}/` };
        await choose(rig, isOwn ? { quiz: "", ...at } : { quiz: name, resume: Boolean(resume) });
        const head = await preloadWith(rig, LOADED[/** @type {keyof typeof LOADED} */ (name)]);
        const [script, ...tag] = (await linesOf(rig, "[[script]]\n[[tag]]", "html")).split("\n");
        /** What a page asks for up to the first screen; each on a host that no cache knows. @param {string} lines */
        const asked = async (lines) => {
          const copy = rig.fresh();
          const here = (/** @type {string} */ text) => text.replaceAll(site, copy);
          const mark = rig.proxy.mark();
          const origin = where === "another host" ? rig.fresh("localhost") : copy;
          await hostPage(rig, { head: here(lines), body: here(tag.join("\n")), origin });
          await introShows(rig);
          await rig.proxy.idle();
          return rig.proxy.since(mark).filter(({ url, path }) => url.startsWith(`${copy}/`) && path !== "/a-post.html");
        };
        const paths = (/** @type {{ path: string }[]} */ seen) => seen.map(({ path }) => path).sort();
        const plain = paths(await asked(script));
        const ahead = await asked(head);
        same(new Set(plain).size, plain.length, "files without the lines, each once");
        // WebKit takes no answer to `crossorigin` for one to a plain request of the page's own host: there what is no script
        // comes twice, and that host is told which page asks.
        const own = ENGINE === "webkit" && where === "the same host";
        const twice = own ? plain.filter((path) => !path.endsWith(".js")) : [];
        same(paths(ahead), [...plain, ...twice].sort(), "files with the lines, beside those without");
        same(
          ahead
            .filter(({ path, from }) => path !== "/metier.js" && from.includes("a-post"))
            .map(({ path }) => path)
            .sort(),
          twice,
          "requests that tell the address of the page",
        );
      },
    );

/** The first screen. @param {Rig} rig */
const introShows = (rig) =>
  until(
    () =>
      rig.run(
        () => document.querySelector("metier-quiz")?.shadowRoot?.querySelector('section[data-screen="intro"]') != null,
      ),
    "the first screen",
  );
