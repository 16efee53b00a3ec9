// The open conformance cases: document and answers to report, bit for bit what the command line says.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { nativeMatch, wholeProfile } from "../saved.mjs";
import { bitsOf, nativeAdvert, nativeReport, parting } from "../native.mjs";
import { ROOT } from "../site.mjs";
import { ok, once } from "../suite.mjs";

const FOLDER = join(ROOT, "tests", "cases");
/**
 * `expected` are numbers from elsewhere: a hand calculation, a published example.
 * @typedef {{ name: string, quiz: string, answers: Record<string, unknown> | { item: string, answer: unknown, ms?: number }[], seed: number, language: string, expected: { at: string, value: unknown, within?: number, source: string }[] }} Case
 */

/** @returns {Promise<Case[]>} quiz documents as text */
async function readCases() {
  const names = (await readdir(FOLDER).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const {
        quiz,
        answers,
        seed = 1,
        language = "",
        expected = [],
      } = JSON.parse(await readFile(join(FOLDER, name), "utf8"));
      return {
        name,
        quiz: typeof quiz === "string" ? await readFile(join(ROOT, quiz), "utf8") : JSON.stringify(quiz),
        answers,
        seed,
        language,
        expected,
      };
    }),
  );
}

/**
 * Leaves the whole report in `window.report`; runs in the page. The small player takes the document if it can, and then
 * the whole one must give the same.
 * @param {Pick<Case, 'quiz' | 'answers' | 'seed' | 'language'>} one
 */
async function reportInPage({ quiz, answers, seed, language }) {
  const own = /** @type {any} */ (window);
  own.glue ??= Object.fromEntries(
    await Promise.all(
      ["player", "whole", "matcher"].map(async (name) => {
        const glue = await import(`/__metier-www/pkg/${name}.js`);
        await glue.default({ module_or_path: await (await fetch(`/${name}_bg.wasm`)).arrayBuffer() });
        return [name, glue];
      }),
    ),
  );
  /** @param {unknown} given */
  const timed = (given) => {
    const wrapped =
      given &&
      typeof given === "object" &&
      "answer" in given &&
      Object.keys(given).every((key) => key === "answer" || key === "ms");
    return /** @type {{ answer: unknown, ms?: number }} */ (wrapped ? given : { answer: given });
  };
  const list = Array.isArray(answers)
    ? answers
    : Object.entries(answers).map(([item, given]) => ({ item, ...timed(given) }));
  const reportOf = (/** @type {any} */ { Session }) => {
    const session = Session.open(quiz, language, seed);
    for (const { item, answer, ms = -1 } of list) session.answer(item, JSON.stringify(answer), ms);
    return session.report();
  };
  const [report, known] = reportOf(own.glue.whole);
  own.small = null;
  try {
    [own.small] = reportOf(own.glue.player);
  } catch (error) {
    if (/** @type {any} */ (error).problems?.[0].code !== "quiz-full") throw error;
  }
  const match =
    known.skills.length > 1
      ? own.glue.matcher.Matcher.open(undefined).match(JSON.stringify(known), report.language, seed)
      : null;
  own.report = { ...report, match };
  own.small &&= { ...own.small, match };
}

once("every case gives the command line's report, bit for bit, and the numbers known from elsewhere", async (rig) => {
  const cases = await readCases();
  ok(cases.length > 0, "there are no cases");
  await rig.show("");
  const wrong = [];
  let [taken, full] = [0, 0];
  for (const one of cases) {
    const native = bitsOf(await nativeReport(one.quiz, one.answers, one));
    await rig.later(reportInPage, one);
    const page = String(await rig.driver.executeScript(`return (${bitsOf})(window.report)`));
    const small = String(await rig.driver.executeScript(`return window.small && (${bitsOf})(window.small)`));
    small !== "null" ? (taken += 1) : (full += 1);
    if (small !== "null" && small !== page)
      wrong.push(`${one.name} differs between the players:\n${parting(small, page)}`);
    if (native !== page) wrong.push(`${one.name} differs from the command line:\n${parting(native, page)}`);
    const report = await rig.run(() => /** @type {any} */ (window).report);
    for (const { at, value, within = 0, source } of one.expected) {
      const got = at
        .split("/")
        .slice(1)
        .reduce((/** @type {any} */ inner, key) => inner?.[key], report);
      const good = typeof value === "number" ? Math.abs(got - value) <= within : bitsOf(got) === bitsOf(value);
      if (!good)
        wrong.push(`${one.name} at ${at}: ${JSON.stringify(got)} instead of ${JSON.stringify(value)} (${source})`);
    }
  }
  ok(taken > 50 && full > 10, `${taken} for the small player, ${full} for the whole one`);
  ok(wrong.length === 0, `of ${cases.length} cases:\n${wrong.join("\n")}`);
});

/**
 * What a saved profile gives in the page's module, joined, matched and explained, as the command line prints it.
 * @param {string} text
 * @param {number} seed
 */
async function matchInPage(text, seed) {
  const glue = await import(/** @type {string} */ ("/__metier-www/pkg/whole.js"));
  await glue.default({ module_or_path: await (await fetch("/whole_bg.wasm")).arrayBuffer() });
  const [, { roles, ...match }, { next, changes, roles: explained }] = glue.Saved.open(text).read(
    glue.Matcher.open(undefined),
    "en",
    seed,
  );
  Object.assign(window, {
    match: {
      ...match,
      next,
      changes,
      roles: roles.map((/** @type {any} */ role, /** @type {number} */ index) => ({
        ...role,
        strengths: explained[index].strengths,
        gaps: explained[index].gaps,
      })),
    },
  });
}

once("a saved profile is joined, matched and explained as on the command line, bit for bit", async (rig) => {
  await rig.show("");
  for (const seed of [1, 7]) {
    const text = await wholeProfile();
    const native = bitsOf(await nativeMatch(text, seed));
    await rig.later(matchInPage, text, seed);
    const page = String(await rig.driver.executeScript(`return (${bitsOf})(window.match)`));
    ok(native === page, parting(native, page));
  }
});

once("an advert is read as on the command line, bit for bit", async (rig) => {
  await rig.show("");
  const folder = join(ROOT, "tests", "suite", "advert", "adverts");
  const lexicon = await readFile(join(ROOT, "www", "lexicon", "product.json"), "utf8");
  const names = (await readdir(folder)).sort().filter((_, index) => index % 6 === 0);
  ok(names.length > 8, `${names.length} adverts`);
  for (const name of names) {
    // Where every letter is one byte, both count alike.
    const text = (await readFile(join(folder, name), "utf8")).replaceAll(/[^\0-\x7f]+/g, "-");
    const { inUnits, ...record } = await nativeAdvert(text);
    await rig.later(
      async (document, advert) => {
        const own = /** @type {any} */ (window);
        if (!own.reader) {
          const glue = await import(/** @type {string} */ ("/__metier-www/pkg/advert.js"));
          await glue.default({ module_or_path: await (await fetch("/advert_bg.wasm")).arrayBuffer() });
          own.reader = glue.Advert.open(document);
        }
        // What is to be drawn is for pages alone.
        const { shown, ...record } = own.reader.read(advert, "en");
        own.reading = record;
        own.parts = shown.parts.length;
      },
      lexicon,
      text,
    );
    const [native, page] = [
      bitsOf(record),
      String(await rig.driver.executeScript(`return (${bitsOf})(window.reading)`)),
    ];
    ok(native === page && inUnits.length === record.spans.length, parting(native, page));
    ok(await rig.run(() => /** @type {any} */ (window).parts > 0), "parts to be drawn");
  }
});
