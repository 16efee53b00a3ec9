// 320 CSS pixels wide, in a frame of that width: nothing to scroll sideways for, and nothing too small to hit.
import { By } from 'selenium-webdriver';
import { answersTo } from '../answers.mjs';
import { Quick } from '../hands.mjs';
import { shippedQuiz } from '../native.mjs';
import { Quiz } from '../quiz.mjs';
import { testPage } from '../site.mjs';
import { ok, same, test } from '../suite.mjs';

/** Runs in the frame. */
function measure() {
  const width = document.documentElement.clientWidth;
  /** @type {string[]} */
  const faults = [];
  const name = (/** @type {Element} */ node) => node.outerHTML.slice(0, 110);
  if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
  const roots = [document, .../** @type {ShadowRoot[]} */ ([...document.querySelectorAll('*')].map(node => node.shadowRoot).filter(Boolean))];
  for (const node of roots.flatMap(root => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('body *, section *'))])) {
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    if (!box.width || style.visibility === 'hidden') continue;
    // What scrolls by itself, and what is there for the ear alone, may be as wide as it likes.
    let own = /** @type {Element | null} */ (node);
    while (own && !(/auto|scroll/.test(getComputedStyle(own).overflowX) && own !== node) && getComputedStyle(own).clipPath === 'none' && own.clientWidth !== 1) own = own.parentElement;
    if (!own && (box.right > width + 1 || box.left < -1)) faults.push(`reaches from ${box.left} to ${box.right} in ${width}: ${name(node)}`);
    const target = node instanceof HTMLInputElement && /radio|checkbox/.test(node.type) ? node.labels?.[0] ?? node : node;
    if (node.matches('button, input, summary, select, textarea, [tabindex="0"]') || (node.matches('a[href]') && style.display !== 'inline')) {
      const size = target.getBoundingClientRect();
      if (size.width < 43.5 || size.height < 43.5) faults.push(`${size.width.toFixed(1)} by ${size.height.toFixed(1)} is too small to hit: ${name(node)}`);
    }
  }
  return faults.slice(0, 8);
}

/** @param {import('../rig.mjs').Rig} rig @param {string} path @param {string} origin */
export async function inFrame(rig, path, origin) {
  rig.proxy.replaced.set('/frame.html', {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><title>Frame</title><link rel="icon" href="data:,"><iframe title="narrow" width="320" height="640" frameborder="0" src="${path}"></iframe></html>`,
  });
  await rig.open(`${origin}/frame.html`);
  await rig.driver.switchTo().frame(await rig.driver.findElement(By.css('iframe')));
}

/** @param {import('../rig.mjs').Rig} rig @param {string} where */
export async function fits(rig, where) {
  const faults = await rig.run(measure);
  ok(faults.length === 0, `${where}, 320 pixels wide:\n${faults.join('\n')}`);
}

for (const name of ['setbacks', 'roles']) {
  test(`every screen of ${name} fits 320 pixels, targets 44`, async rig => {
    const quiz = await shippedQuiz(name);
    await inFrame(rig, `/${name}.html`, rig.fresh());
    const seen = new Set();
    await new Quiz(rig, new Quick(rig)).take({
      quiz, answers: answersTo(quiz, 8), skip: 5,
      look: async screen => {
        const kind = screen.type ?? String(screen.screen);
        if (!seen.has(kind)) await fits(rig, `${name}, ${kind}`);
        seen.add(kind);
      },
    });
    await rig.clean();
    await rig.driver.switchTo().defaultContent();
  });
}

for (const page of ['index', 'profile', 'method', 'measurement', 'embed', 'author']) {
  test(`${page}.html fits 320 pixels, targets 44`, async rig => {
    await inFrame(rig, `/${page}.html`, rig.fresh());
    ok(await rig.run(() => document.querySelector('h1') !== null), `${page}.html is there`);
    await fits(rig, page);
    await rig.driver.switchTo().defaultContent();
  });
}

test('a quiz written from right to left, with words of sixty letters, fits 320 pixels', async rig => {
  const quiz = /** @type {any} */ (await shippedQuiz('pace'));
  const long = 'م'.repeat(60);
  Object.assign(quiz, { language: 'ar', direction: 'rtl', title: `${quiz.title} ${long}` });
  for (const item of quiz.items) {
    item.prompt += ` ${long}`;
    for (const option of item.options ?? []) option.text += ` ${long}`;
  }
  const origin = rig.fresh();
  rig.proxy.replaced.set('/quizzes/rtl.json', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(quiz) });
  rig.proxy.replaced.set('/rtl.html', testPage(origin, '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/rtl.json"></metier-quiz>', { language: 'ar' }));
  await inFrame(rig, '/rtl.html', origin);
  const seen = new Set();
  await new Quiz(rig, new Quick(rig)).take({
    quiz, answers: answersTo(quiz, 9),
    look: async screen => {
      const kind = screen.type ?? String(screen.screen);
      if (seen.has(kind)) return;
      seen.add(kind);
      await fits(rig, `right to left, ${kind}`);
      const directions = await rig.run(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('metier-quiz')?.shadowRoot);
        return [...root.querySelectorAll('.prompt, [tabindex="-1"] bdi')].map(node => getComputedStyle(node.querySelector('[dir]') ?? node).direction);
      });
      same(directions.filter(direction => direction !== 'rtl'), [], `directions of the author's words on ${kind}`);
    },
  });
  await rig.clean();
  await rig.driver.switchTo().defaultContent();
});
