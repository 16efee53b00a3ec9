// What a quiz rests on is shown with its grade, and that nobody checked it.
import { answersTo } from '../answers.mjs';
import { Quick } from '../hands.mjs';
import { shippedQuiz } from '../native.mjs';
import { Quiz } from '../quiz.mjs';
import { ok, same, test } from '../suite.mjs';

test('a quiz of grade 4 shows what its author states, in the result and not checked, and where its numbers are from', async rig => {
  const quiz = /** @type {any} */ (await shippedQuiz('pace'));
  quiz.evidence = {
    grade: 4, note: 'Tried in three firms.', experts: { count: 7, roles: 'delivery *leads*', agreement: 0.81 },
    people: 612, reliability: 0.86, fit: 'No item misfits.', study: '[Doe 2031](https://example.org/doe)',
  };
  rig.proxy.replaced.set('/quizzes/graded.json', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(quiz) });
  await rig.show('<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/graded.json"></metier-quiz>');
  const result = await new Quiz(rig, new Quick(rig)).take({ quiz, answers: answersTo(quiz, 1) });
  for (const words of ['Grade 4 of 4, validated. Tried in three firms. Stated by the author, not checked.', '7 experts keyed it (delivery leads). Their agreement was 0.81',
    'Contains public sector information licensed under the Open Government Licence v3.0', '612 people answered it.', 'Its reliability was 0.86', 'No item misfits.', 'Doe 2031']) ok(result.text.includes(words), `"${words}" in:\n${result.text}`);
  const lines = await rig.run(() => [.../** @type {ShadowRoot} */ (document.querySelector('metier-quiz')?.shadowRoot).querySelectorAll('.stated > li')].length);
  same(lines, 5, 'statements');
});
