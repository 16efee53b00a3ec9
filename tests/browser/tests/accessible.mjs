// No axe violation on any screen, light and dark.
import { ADVERT, complains, open, press, read, unfold } from "../advert-page.mjs";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { PLAIN_PAGES, shippedQuiz } from "../shipped.mjs";
import { ok, test } from "../suite.mjs";
import { advertSay } from "../words.mjs";
import { auditProfile } from "./profile.mjs";

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  for (const name of ["setbacks", "roles"]) {
    test(
      `axe finds nothing on the screens of ${name}, ${scheme}`,
      async (rig) => {
        const quiz = await shippedQuiz(name);
        await rig.open(`${rig.fresh()}/${name}.html`);
        const seen = new Set();
        await new Quiz(rig, new Quick(rig)).take({
          quiz,
          answers: answersTo(quiz, 4),
          skip: 3,
          look: async (screen) => {
            const kind = screen.type ?? String(screen.screen);
            if (seen.has(kind) || (name === "roles" && screen.type)) return;
            seen.add(kind);
            await audit(rig, `${name}, ${kind}, ${scheme}`);
          },
        });
      },
      { scheme },
    );
  }

  test(
    `axe finds nothing on the profile with everything opened, nor on the empty page, ${scheme}`,
    async (rig) => {
      await auditProfile(rig, scheme);
    },
    { scheme },
  );

  for (const page of PLAIN_PAGES) {
    test(
      `axe finds nothing on ${page}.html, ${scheme}`,
      async (rig) => {
        await rig.open(`${rig.fresh()}/${page}.html`);
        ok(await rig.run(() => document.querySelector("h1") !== null), `${page}.html is there`);
        await audit(rig, `${page}, ${scheme}`);
      },
      { scheme },
    );
  }

  test(
    `axe finds nothing on an advert that is read, ${scheme}`,
    async (rig) => {
      await open(rig);
      await audit(rig, `the empty page, ${scheme}`);
      await read(rig, ADVERT);
      await unfold(rig);
      await audit(rig, `the reading, ${scheme}`);
      await press(rig, " ");
      await complains(rig, advertSay("empty"));
      await audit(rig, `a complaint, ${scheme}`);
    },
    { scheme },
  );
}

test("axe finds nothing on an error", async (rig) => {
  rig.proxy.replaced.set("/quizzes/broken.json", {
    headers: { "content-type": "application/json" },
    body: '{"format": "metier-quiz/1"}',
  });
  await rig.show(
    '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/broken.json"></metier-quiz>',
  );
  const reader = new Quiz(rig, new Quick(rig));
  await reader.until((screen) => screen.screen === "error", "the error");
  await audit(rig, "error");
});
