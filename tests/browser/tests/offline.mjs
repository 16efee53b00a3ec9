// One visit, then no network: the whole site is there.
import { answersTo } from '../answers.mjs';
import { Quick } from '../hands.mjs';
import { shippedQuiz } from '../native.mjs';
import { Quiz } from '../quiz.mjs';
import { until } from '../rig.mjs';
import { ok, same, test } from '../suite.mjs';
import { EXAMPLES } from './examples.mjs';

const PAGES = ['', 'index.html', 'negotiation.html', 'pace.html', 'setbacks.html', 'roles.html', 'profile.html', 'method.html', 'measurement.html', 'author.html', 'embed.html', 'advert.html',
  ...EXAMPLES.map(name => `examples/${name}.html`)];

test('after one visit to the first page the site works with the network cut', async rig => {
  const origin = rig.fresh();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  rig.proxy.cut(true);
  for (const page of PAGES) {
    await rig.open(`${origin}/${page}`);
    // The page itself and no error page of the browser's: that has no collector.
    ok(await rig.collected(), `${page || 'the first page'} is shown`);
    if (await rig.run(() => document.querySelector('metier-quiz') !== null)) await until(() => rig.run(() => document.querySelector('metier-quiz')?.shadowRoot?.querySelector('section[data-screen="intro"]') != null), `the quiz of ${page} begins`);
  }
  const quiz = await shippedQuiz('setbacks');
  await rig.open(`${origin}/setbacks.html`);
  const result = await new Quiz(rig, new Quick(rig)).take({ quiz, answers: answersTo(quiz, 3) });
  same(result.screen, 'result', 'the quiz taken without a network');
});

test('the worker keeps the files of one build and nothing else', async rig => {
  const origin = rig.fresh();
  const mark = rig.proxy.mark();
  await rig.open(`${origin}/`);
  await rig.workerReady();
  const cached = await rig.later(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async name => (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)));
    return { names, paths: lists.flat() };
  });
  same(cached.names.length, 1, 'caches');
  ok(cached.paths.length > 10, `files in the cache: ${cached.paths}`);
  const served = new Set(rig.proxy.since(mark).map(seen => seen.path));
  same(cached.paths.filter(path => !served.has(path)), [], 'files cached that the server never sent');
});
