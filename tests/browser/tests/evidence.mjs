// What a quiz rests on is shown with its grade, and that nobody checked it.
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { ok, once, same } from "../suite.mjs";
import { say } from "../words.mjs";

once(
  "a quiz of grade 4 shows what its author states, in the result and not checked, and where its numbers are from",
  async (rig) => {
    const quiz = /** @type {any} */ (await shippedQuiz("pace"));
    quiz.evidence = {
      grade: 4,
      note: "Tried in three firms.",
      experts: { count: 7, roles: "delivery *leads*", agreement: 0.81 },
      people: 612,
      reliability: 0.86,
      fit: "No item misfits.",
      study: "[Doe 2031](https://example.org/doe)",
    };
    rig.proxy.replaced.set("/quizzes/graded.json", {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(quiz),
    });
    await rig.show(
      '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/graded.json"></metier-quiz>',
    );
    const reader = new Quiz(rig, new Quick(rig));
    await reader.take({ quiz, answers: answersTo(quiz, 1) });
    const result = await reader.unfolded();
    const {
      note,
      people,
      reliability,
      experts: { count, agreement },
    } = quiz.evidence;
    for (const words of [
      `${say("grade", { grade: 4, name: say("grade-4") })} ${note} ${say("grade-stated")}`,
      say("stated-experts", { count, roles: "delivery leads", agreement }),
      say("stated-people", { count: people }),
      say("stated-reliability", { reliability }),
      say("stated-fit", { words: quiz.evidence.fit }),
      "Doe 2031",
      // As far as its link.
      ...quiz.attributions.map((/** @type {string} */ one) => one.split("[")[0]),
    ])
      ok(result.text.includes(words), `"${words}" in:\n${result.text}`);
    const lines = await rig.run(
      () =>
        [
          .../** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot).querySelectorAll(
            ".stated > li",
          ),
        ].length,
    );
    same(lines, 5, "statements");
  },
);
