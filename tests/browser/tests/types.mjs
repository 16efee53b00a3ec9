// Every type of item: taken by pointer and by keyboard alone, in both directions; what is no answer yet; what stays with the person.
import { answersTo } from '../answers.mjs';
import { audit } from '../axe.mjs';
import { Keyboard, Pointer, Quick } from '../hands.mjs';
import { bitsOf, nativeReport, parting, shippedQuiz, timedSheet } from '../native.mjs';
import { Quiz } from '../quiz.mjs';
import { until } from '../rig.mjs';
import { testPage } from '../site.mjs';
import { ok, same, test } from '../suite.mjs';
import { fits, inFrame } from './narrow.mjs';

/** @typedef {import('../rig.mjs').Rig} Rig */

const body = '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/types.json"></metier-quiz>';

/** The starter, or its items of some types alone. @param {string[]} types @returns {Promise<any>} */
async function quizOf(...types) {
  const quiz = await shippedQuiz('starter');
  return types.length ? { ...quiz, items: quiz.items.filter(item => types.includes(item.type)) } : quiz;
}

/** @param {Rig} rig @param {any} quiz */
function put(rig, quiz) {
  rig.proxy.replaced.set('/quizzes/types.json', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(quiz) });
}

/** Shows a quiz as far as its first question. @param {Rig} rig @param {any} quiz */
async function begin(rig, quiz) {
  put(rig, quiz);
  await rig.show(body);
  const reader = new Quiz(rig, new Quick(rig));
  await reader.start({ quiz, answers: new Map() });
  return reader;
}

/** Presses Next and reads what is said to be missing. @param {Quiz} reader */
async function complaint(reader) {
  await reader.press('next');
  const screen = await reader.until(now => now.focus === 'screen' && now.status !== '', 'what is missing is said, and the focus goes there');
  return screen.status;
}

/** @param {Rig} rig @param {string} type */
async function events(rig, type) {
  return ((await rig.collected())?.events ?? []).filter((/** @type {{ type: string }} */ event) => event.type === `metier-${type}`).map((/** @type {{ detail: any }} */ event) => event.detail);
}

for (const Hand of [Pointer, Keyboard]) {
  test(`every type is answered ${Hand === Pointer ? 'by pointer' : 'by keyboard alone'}, and one's own words stay on the page`, async rig => {
    const quiz = await quizOf();
    const plan = { quiz, answers: answersTo(quiz, Hand === Pointer ? 3 : 5), back: 9 };
    put(rig, quiz);
    // A page has more than a quiz: else Tab would leave it on the way from one group of radios to another.
    await rig.show(`<p><a href="#before">Before</a></p>${body}<p><a href="#after">After</a></p>`);
    const reader = new Quiz(rig, new Hand(rig));
    const first = await reader.start(plan);
    const mark = rig.proxy.mark();
    const result = await reader.finish(plan, first);
    same(rig.proxy.since(mark).map(seen => seen.url), [], 'requests from the first question on');
    const page = await reader.reportBits();
    const command = bitsOf(await nativeReport(JSON.stringify(quiz), timedSheet(plan.answers, (await rig.collected())?.events ?? []), {}));
    ok(page === command, `page and command line part at\n${parting(page, command)}`);
    const own = String(plan.answers.get('monday'));
    ok(result.text.includes(own.split('\n')[0]), `the result shows the person's own words: ${own}`);
    ok(!JSON.stringify((await rig.collected())?.events).includes('Wenzel'), 'no event holds them');
    const told = (await events(rig, 'answer')).find((/** @type {{ item: string }} */ detail) => detail.item === 'monday');
    same([told.answer, told.answered], [null, true], 'what the event says of them');
  });
}

test('a slider runs from right to left where the quiz does', async rig => {
  const quiz = await quizOf('slider');
  const reader = await begin(rig, { ...quiz, direction: 'rtl' });
  await new Pointer(rig).slide('input[type=range]', 35);
  same(await reader.read(), 35, 'a press nearer to the right end');
});

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing on the new types, asked and complained of, ${scheme}`, async rig => {
    const quiz = await quizOf('rank', 'slider', 'number', 'sort', 'text');
    const reader = await begin(rig, quiz);
    const answers = answersTo(quiz, 2);
    for (const item of quiz.items) {
      await audit(rig, `${item.type}, ${scheme}`);
      await complaint(reader);
      await audit(rig, `${item.type} without an answer, ${scheme}`);
      await reader.answer(item.type, /** @type {import('../answers.mjs').Given} */ (answers.get(item.id)));
      await audit(rig, `${item.type} answered, ${scheme}`);
      await reader.press('next');
      await reader.until(now => now.item !== item.id, 'the next screen');
    }
    await audit(rig, `review, ${scheme}`);
    await reader.press('finish');
    await reader.until(now => now.screen === 'result', 'the result');
    await audit(rig, `result, ${scheme}`);
  }, { scheme });
}

for (const direction of ['ltr', 'rtl']) {
  test(`the new types fit 320 pixels, ${direction}, targets 44, with words of sixty letters`, async rig => {
    const quiz = await quizOf('rank', 'slider', 'number', 'sort', 'text');
    const long = (direction === 'rtl' ? '\u0645' : 'w').repeat(60);
    Object.assign(quiz, { direction, language: direction === 'rtl' ? 'ar' : 'en' });
    for (const item of quiz.items) {
      item.prompt += ` ${long}`;
      if (item.unit) item.unit += ` ${long}`;
      if (item.anchors) item.anchors = item.anchors.map((/** @type {string} */ anchor) => `${anchor} ${long}`);
      for (const one of [...item.options ?? [], ...item.groups ?? []]) one.text += ` ${long}`;
    }
    put(rig, quiz);
    const origin = rig.fresh();
    rig.proxy.replaced.set('/types.html', testPage(origin, body));
    await inFrame(rig, '/types.html', origin);
    const reader = new Quiz(rig, new Quick(rig));
    await reader.take({ quiz, answers: answersTo(quiz, 6), look: async screen => fits(rig, `${direction}, ${screen.type ?? screen.screen}`) });
    await rig.clean();
    await rig.driver.switchTo().defaultContent();
  });
}

test('a slider that nobody touched is no answer, and looks and reads so; its place may be the one where the handle waits', async rig => {
  const quiz = await quizOf('slider');
  const reader = await begin(rig, quiz);
  const slider = () => rig.run(() => {
    const root = document.querySelector('metier-quiz')?.shadowRoot;
    const input = /** @type {HTMLInputElement} */ (root?.querySelector('input[type=range]'));
    return { says: input.getAttribute('aria-valuetext'), shows: root?.querySelector('.readout > :last-child')?.textContent, value: Number(input.value) };
  });
  same(await slider(), { says: 'Not answered yet', shows: 'Not answered yet', value: 50 }, 'the slider before anybody touched it');
  ok((await complaint(reader)).includes('Or skip'), 'an answer is asked for');
  same(await reader.read(), null, 'the answer after that');
  const pointer = new Pointer(rig);
  await pointer.slide('input[type=range]', 50);
  same(await slider(), { says: '50 %', shows: '50\u00a0%', value: 50 }, 'the slider after a press on the very place');
  await reader.press('next');
  await reader.until(now => now.screen === 'review', 'the review');
  same((await events(rig, 'answer')).map((/** @type {any} */ detail) => [detail.answer, detail.answered]), [[50, true]], 'the answer');
  // Changed, and left without Next: as it was.
  await reader.press('change');
  await reader.until(now => now.screen === 'question', 'the question again');
  await new Quick(rig).slide('input[type=range]', 80);
  await reader.press('back');
  await reader.until(now => now.screen === 'review' && now.text.includes('50\u00a0%'), 'the review with the old answer');
  await reader.press('change');
  await reader.until(now => now.screen === 'question', 'the question again');
  same(await slider(), { says: '50 %', shows: '50\u00a0%', value: 50 }, 'the slider as it was');
  await reader.press('skip');
  await reader.press('change');
  await reader.until(now => now.screen === 'question', 'the skipped question');
  same((await slider()).says, 'Not answered yet', 'a skipped slider');
  await new Quick(rig).slide('input[type=range]', 80);
  await reader.press('back');
  await reader.until(now => now.screen === 'review', 'the review');
  await reader.press('change');
  await reader.until(now => now.screen === 'question', 'the skipped question again');
  same((await slider()).says, 'Not answered yet', 'a skipped slider that was moved and left');
});

test('a number is read with a point or a comma, and what cannot be read is said', async rig => {
  const quiz = await quizOf('number');
  Object.assign(quiz.items[0], { min: -2000, max: 2000 });
  const reader = await begin(rig, quiz);
  for (const [typed, wanted] of [['', 'Write a number'], ['abc', 'cannot be read'], ['1.2.3', 'cannot be read'], ['1e3', 'cannot be read'], ['1,250', '1250 or 1.250'], ['-1,250', '-1250 or -1.250'], ['2001', 'from -2,000 to 2,000'], ['999999999999999999999', 'from -2,000'], ['0x10', 'cannot be read']]) {
    await reader.hand.write('input.typed', typed);
    const said = await complaint(reader);
    ok(said.includes(wanted), `${typed}: ${said}`);
  }
  for (const [typed, number] of /** @type {const} */ ([['36', 36], [' 2,5 ', 2.5], ['.5', 0.5], ['0,125', 0.125], ['\u22127.25', -7.25], ['1 250', 1250], ['\u0661\u0662\u066b\u0665', 12.5], ['+3', 3], ['1250,5', 1250.5], ['007', 7]])) {
    await reader.hand.write('input.typed', typed);
    await reader.press('next');
    await reader.until(now => now.screen === 'review', `the review after ${typed}`);
    same((await events(rig, 'answer')).at(-1).answer, number, `what ${typed} is read as`);
    await reader.press('change');
    await reader.until(now => now.screen === 'question', 'the question again');
  }
});

test('two options never have one place: they change places, and that is said', async rig => {
  const quiz = await quizOf('rank');
  const reader = await begin(rig, quiz);
  const { hand } = reader;
  const places = () => rig.run(() => [.../** @type {NodeListOf<HTMLSelectElement>} */ (document.querySelector('metier-quiz')?.shadowRoot?.querySelectorAll('select'))].map(one => one.value));
  await hand.pick('select[data-option="a"]', '1');
  await hand.pick('select[data-option="b"]', '1');
  same(await places(), ['', '1', ''], 'places after one was taken');
  ok((await reader.screen()).status.includes('without a place'), 'that is said');
  ok((await complaint(reader)).startsWith('2 options'), 'those without a place are counted');
  await hand.pick('select[data-option="a"]', '3');
  await hand.pick('select[data-option="c"]', '2');
  await hand.pick('select[data-option="b"]', '3');
  same(await places(), ['1', '3', '2'], 'places after two changed');
  ok((await reader.screen()).status.includes('in place 1'), 'that is said, too');
  await reader.press('next');
  await reader.until(now => now.screen === 'review', 'the review');
  same((await events(rig, 'answer')).map((/** @type {any} */ detail) => detail.answer), [['a', 'c', 'b']], 'the order');
});

test('characters left are counted as people count them, and printed words are those that were written', async rig => {
  const quiz = await quizOf('text', 'number');
  quiz.items.reverse();
  quiz.items[0].max = 12;
  const reader = await begin(rig, quiz);
  await reader.hand.write('textarea', '\u{1f4e6}'.repeat(12));
  ok((await reader.screen()).text.includes('0 characters left'), 'characters, not code units');
  await reader.hand.write('textarea', 'thirteen char');
  ok((await complaint(reader)).startsWith('1 character too many'), 'too many');
  await reader.hand.write('textarea', ' \n ');
  ok((await complaint(reader)).startsWith('Write something'), 'white space is nothing');
  await reader.hand.write('textarea', 'a\n<b>b</b>');
  await reader.press('next');
  await reader.until(now => now.type === 'number', 'the next question');
  await reader.press('skip');
  await reader.until(now => now.screen === 'review', 'the review');
  await reader.press('finish');
  await reader.until(now => now.screen === 'result', 'the result');
  const shown = await rig.run(() => {
    const own = /** @type {HTMLElement} */ (document.querySelector('metier-quiz')?.shadowRoot?.querySelector('.part .own'));
    return [own.textContent, getComputedStyle(own).whiteSpace];
  });
  same(shown[0], 'a\n<b>b</b>', 'the words as they were written');
  ok(/pre-line|preserve-breaks/.test(String(shown[1])), `line by line: ${shown[1]}`);
  same(JSON.stringify((await rig.collected())?.events).includes('<b>'), false, 'the words in any event');
});

test('what only the new types need is loaded with them alone, before the first question', async rig => {
  const wanted = (/** @type {number} */ mark) => rig.proxy.since(mark).some(seen => seen.path === '/items.js');
  let mark = rig.proxy.mark();
  await begin(rig, await quizOf('single', 'judge', 'best-worst', 'multiple', 'allocate', 'likert', 'frequency'));
  same(wanted(mark), false, 'the file for a quiz without them');
  mark = rig.proxy.mark();
  await begin(rig, await quizOf('likert', 'text'));
  await until(async () => wanted(mark), 'the file for a quiz with one of them');
});
