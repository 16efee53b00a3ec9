// 320 CSS pixels wide, in a frame of that width: nothing to scroll sideways for, and nothing too small to hit.
import { answersTo } from "../answers.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { PLAIN_PAGES, shippedQuiz } from "../shipped.mjs";
import { testPage } from "../site.mjs";
import { ok, same, test } from "../suite.mjs";

for (const name of ["setbacks", "roles"]) {
  test(`every screen of ${name} fits 320 pixels, targets 44`, async (rig) => {
    const quiz = await shippedQuiz(name);
    await inFrame(rig, `/${name}.html`, rig.fresh());
    const seen = new Set();
    await new Quiz(rig, new Quick(rig)).take({
      quiz,
      answers: answersTo(quiz, 8),
      skip: 5,
      look: async (screen) => {
        const kind = screen.type ?? String(screen.screen);
        if (!seen.has(kind)) await fits(rig, `${name}, ${kind}`);
        seen.add(kind);
      },
    });
    await rig.clean();
    await rig.driver.switchTo().defaultContent();
  });
}

for (const page of PLAIN_PAGES) {
  test(`${page}.html fits 320 pixels, targets 44`, async (rig) => {
    await inFrame(rig, `/${page}.html`, rig.fresh());
    ok(await rig.run(() => document.querySelector("h1") !== null), `${page}.html is there`);
    await fits(rig, page);
    await rig.driver.switchTo().defaultContent();
  });
}

test("a quiz written from right to left, with words of sixty letters, fits 320 pixels", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("pace"));
  const long = "م".repeat(60);
  Object.assign(quiz, { language: "ar", direction: "rtl", title: `${quiz.title} ${long}` });
  for (const item of quiz.items) {
    item.prompt += ` ${long}`;
    for (const option of item.options ?? []) option.text += ` ${long}`;
  }
  const origin = rig.fresh();
  rig.proxy.replaced.set("/quizzes/rtl.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  rig.proxy.replaced.set(
    "/rtl.html",
    testPage(
      origin,
      '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/rtl.json"></metier-quiz>',
      { language: "ar" },
    ),
  );
  await inFrame(rig, "/rtl.html", origin);
  const seen = new Set();
  await new Quiz(rig, new Quick(rig)).take({
    quiz,
    answers: answersTo(quiz, 9),
    look: async (screen) => {
      const kind = screen.type ?? String(screen.screen);
      if (seen.has(kind)) return;
      seen.add(kind);
      await fits(rig, `right to left, ${kind}`);
      const directions = await rig.run(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
        return [...root.querySelectorAll('.situation, [tabindex="-1"] bdi[lang]')].map(
          (node) => getComputedStyle(node.querySelector("[dir]") ?? node).direction,
        );
      });
      same(
        directions.filter((direction) => direction !== "rtl"),
        [],
        `directions of the author's words on ${kind}`,
      );
    },
  });
  await rig.clean();
  await rig.driver.switchTo().defaultContent();
});
