// The page that reads an advert: what it shows is what the command line says of the same text; nothing is sent, nothing is kept.
import { By, Key } from 'selenium-webdriver';
import { answersTo } from '../answers.mjs';
import { audit } from '../axe.mjs';
import { MARKUP } from '../hostile.mjs';
import { nativeAdvert, shippedQuiz } from '../native.mjs';
import { until } from '../rig.mjs';
import { stored } from '../stored.mjs';
import { ok, same, test } from '../suite.mjs';
import { fits, inFrame } from './narrow.mjs';

/** @typedef {import('../rig.mjs').Rig} Rig */

/** Cues of several kinds, one of them said not to be wanted, others in a part that is not about the work. */
export const ADVERT = `Product Manager, Deliveries

What you will do
- Talk to customers, find the problems worth solving, and own the product vision and the roadmap.
- Groom the backlog, write user stories with acceptance criteria, and join the daily stand-up.
- Work with product marketing on positioning and the launch.

What you bring
You must have 5+ years of experience in product management. SQL is essential. No experience with project plans needed.

Benefits
A budget for training, and a roadmap for your career.

We are an equal opportunity employer.`;
/** Letters of two and four units, letters in two parts, and letters from right to left, before and between the cues. */
const STRANGE = `🚢👩🏽‍💻 Café über Ŝ\u0302 ${ADVERT.replaceAll('product vision', 'product\u00a0vision 🧭').replaceAll('backlog', 'bac\u006blog e\u0301e\u0301')}\nשלום עולם roadmap, ﬁnd the problems: 𝐫𝐨𝐚𝐝𝐦𝐚𝐩 🧵`;

/** Addresses asked for since a mark; some browsers look for a newer worker a while after a page has registered it. @param {Rig} rig @param {number} mark */
function requests(rig, mark) { return rig.proxy.since(mark).filter(({ path }) => path !== '/sw.js').map(seen => seen.url); }

/** Waits until the page has loaded files, from the network or from what its worker keeps. @param {Rig} rig @param {string[]} names */
async function loaded(rig, ...names) {
  const all = () => rig.run(wanted => {
    const there = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.replace(/-[0-9a-f]{12}(?=\.\w+$)/, ''));
    return wanted.every(name => there.some(path => path.endsWith(`/${name}`)));
  }, names);
  await until(all, `${names} are loaded before anything is pasted`);
  await rig.proxy.idle();
}

/** Opens the page and waits until all of it is there. @param {Rig} rig @param {boolean} [quiet] until its worker has asked for everything, too @param {string} [origin] */
export async function open(rig, quiet = false, origin = rig.fresh()) {
  await rig.open(`${origin}/advert.html`);
  if (quiet) await rig.workerReady();
  await loaded(rig, 'advert_bg.wasm');
  return origin;
}

/** Puts a text into the box and presses the button. @param {Rig} rig @param {string} text */
export async function press(rig, text) {
  await rig.run(words => {
    const box = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
    box.value = words;
    /** @type {HTMLButtonElement} */ (document.querySelector('form.sheet button.main')).click();
  }, text);
}

/** The same, and waits for what follows. @param {Rig} rig @param {string} text */
export async function read(rig, text) {
  await rig.run(() => { document.querySelector('section.reading')?.replaceChildren(); });
  await press(rig, text);
  return heading(rig);
}

/** The heading of the result, which has the focus. @param {Rig} rig */
function heading(rig) {
  return until(() => rig.run(() => {
    const title = document.querySelector('.reading h2');
    return title && document.activeElement === title && title.textContent;
  }), 'the result is shown and its heading has the focus');
}

/** What the page says is wrong. @param {Rig} rig */
function complaint(rig) {
  return until(() => rig.run(() => document.querySelector('form.sheet .complaint')?.textContent), 'a complaint is shown');
}

/** The marks as places in the text, in UTF-16 units, with their state. @param {Rig} rig */
function marks(rig) {
  return rig.run(() => {
    /** @type {Map<string, { start: number, end: number, state: string }>} */
    const found = new Map();
    let at = 0;
    for (const line of document.querySelectorAll('.advert > .line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const end = at + (text.nodeValue ?? '').length;
        const mark = text.parentElement?.closest('mark');
        if (mark) {
          const key = String(mark.dataset.cue);
          found.set(key, { start: found.get(key)?.start ?? at, end, state: ['counted', 'negated', 'left-out'].find(state => mark.classList.contains(state)) ?? '' });
        }
        at = end;
      }
      at += 1;
    }
    return [...found.values()];
  });
}

for (const [name, text] of [['plain', ADVERT], ['with emoji, combining letters and Hebrew', STRANGE]]) {
  test(`the marks of an advert are those of the command line: ${name}`, async rig => {
    await open(rig);
    await read(rig, text);
    const native = await nativeAdvert(text);
    ok(native.spans.length > 8, `there is something to mark: ${native.spans.length}`);
    same(await marks(rig), native.inUnits.map((/** @type {any} */ { start, end, state }) => ({ start, end, state })), 'places and states of the marks');
    same(await rig.run(() => [...document.querySelectorAll('.advert > .line')].map(line => line.textContent).join('\n')), text, 'the text shown');
  });
}

test('nothing is requested after an advert was pasted, and nothing is stored', async rig => {
  await open(rig, true);
  const mark = rig.proxy.mark();
  ok(!(await read(rig, ADVERT)).includes('Too'), 'the text is enough for a reading');
  await rig.run(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
  await rig.run(() => { for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('.jump, .legend button'))) button.click(); });
  await rig.proxy.idle();
  same(requests(rig, mark), [], 'requests');
  same(await stored(rig), { local: 0, session: 0, bases: 0, cookies: 0, foreign: [] }, 'what was stored');
  ok(!(await rig.run(() => location.href)).includes('#'), 'nothing stands in the address');
});

test('the cues of an advert add up to the score of each kind, and the shares to 100', async rig => {
  await open(rig);
  await read(rig, ADVERT);
  const native = await nativeAdvert(ADVERT);
  await rig.run(() => { for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('.cues details'))) details.open = true; });
  const tables = await until(async () => {
    const all = await rig.run(() => [...document.querySelectorAll('.cues details')].map(details => ({
      title: details.querySelector('summary')?.textContent ?? '',
      uncounted: details.querySelector('table.uncounted') !== null,
      values: [...details.querySelectorAll('tbody tr')].map(row => Number((row.lastElementChild?.textContent ?? '').replace('\u2212', '-'))),
      places: details.querySelectorAll('.jump').length,
    })));
    return all.every(({ places }) => places > 0) && all;
  }, 'all tables are drawn');
  const counted = tables.filter(({ uncounted }) => !uncounted);
  for (const { title, values } of counted) {
    const sum = values.slice(0, -1).reduce((all, one) => all + Math.round(one * 100), 0);
    same(sum, Math.round(Number(values.at(-1)) * 100), `hundredths of ${title}`);
    const kind = native.archetypes.find((/** @type {any} */ one) => title.includes(`${plain(one.name)}:`));
    ok(kind && Math.abs(kind.score - Number(values.at(-1))) < 0.0051, `${title}: the score is ${kind?.score}`);
  }
  const places = native.spans.flatMap((/** @type {any} */ span) => (span.state === 'counted' ? span.for.filter((/** @type {any} */ one) => native.archetypes.some((/** @type {any} */ kind) => kind.archetype === one.archetype)) : [span])).length;
  same(tables.reduce((all, one) => all + one.places, 0), places, 'places in the list');
  const shares = await rig.run(() => [...document.querySelectorAll('.bars .n')].map(one => Number(one.textContent?.replace('<1', '0').replace('>99', '100'))));
  same(shares.reduce((all, one) => all + one, 0), 100, 'the sum of the shares');
  same(await rig.run(() => [...document.querySelectorAll('.shares tbody tr')].map(row => Number(row.children[1].textContent?.replace('<1', '0').replace('>99', '100')))), shares, 'the shares of the table');
});

/** @param {any} tree */
function plain(tree) { return tree.blocks.flatMap((/** @type {any} */ block) => block.runs.map((/** @type {any} */ run) => run.text)).join(''); }

test('the legend of an advert shows the cues of one kind, or of all', async rig => {
  await open(rig);
  await read(rig, ADVERT);
  const state = () => rig.run(() => ({
    pressed: [...document.querySelectorAll('.legend button')].map(one => one.getAttribute('aria-pressed') === 'true'),
    shown: [...document.querySelectorAll('mark:not(.off)')].map(one => one.getAttribute('data-key') ?? ''),
    all: document.querySelectorAll('mark').length,
    said: [...document.querySelectorAll('main > [role=status]')].map(one => one.textContent).join(''),
  }));
  const click = (/** @type {number} */ index) => rig.run(at => /** @type {HTMLElement} */ (document.querySelectorAll('.legend button')[at]).click(), index);
  const first = await state();
  same([first.pressed.indexOf(true), first.shown.length], [0, first.all], 'all at first');
  await click(1);
  const one = await state();
  same([one.pressed.indexOf(true), one.pressed.lastIndexOf(true)], [1, 1], 'one button is pressed');
  ok(one.shown.length > 0 && one.shown.length < one.all && one.shown.filter(Boolean).every(key => key.split('·').includes('1')), `marks of the first kind alone: ${one.shown}`);
  ok(one.said.includes(String(one.shown.length)), `it is said how many: ${one.said}`);
  await click(1);
  same((await state()).shown.length, first.all, 'all again after a second press');
});

test('an advert copied as HTML, and hostile markup, show no tags and do nothing', async rig => {
  await open(rig, true);
  const mark = rig.proxy.mark();
  const html = `<!doctype html><style>p { color: red }</style><script>alert(1)</script><h2>What you will do</h2><ul>${ADVERT.split('\n').map(line => `<li onclick="alert(2)">${line} &amp; <b>road</b>map</li>`).join('')}</ul>${MARKUP.join(' ')} ${MARKUP.map(one => `<p>${one}</p>`).join('')} must have <img src=x onerror=alert(3)> at least 5 years`;
  await read(rig, html);
  const shown = await rig.run(() => {
    const all = [...document.querySelectorAll('.reading *')];
    return {
      kinds: [...new Set([...document.querySelectorAll('.advert *')].map(one => one.localName))].sort(),
      strange: all.filter(one => /^(img|script|iframe|style|u|object|embed|link)$/.test(one.localName) || one.getAttributeNames().some(name => /^on|^style$|^srcdoc$/.test(name))).length,
      text: /** @type {HTMLElement} */ (document.querySelector('.advert')).innerText,
    };
  });
  ok(shown.kinds.every(kind => ['br', 'div', 'mark', 'span'].includes(kind)), `kinds of element in the text: ${shown.kinds}`);
  same(shown.strange, 0, 'elements that only the text can have made');
  same(/<\/?(li|ul|h2|script|style|b)\b|alert\(1\)|&amp;/.exec(shown.text)?.[0] ?? null, null, 'tags in sight');
  ok(shown.text.includes('<img src=x onerror=alert(6)>') && shown.text.includes('{{constructor'), 'what is no tag is shown as the letters it stands for');
  ok(/roadmap/.test(shown.text), 'a word goes on over a tag within it');
  same(requests(rig, mark), [], 'requests');
});

test('an advert that is too short, or has too few cues: what is missing is said, and what was found is shown', async rig => {
  await open(rig);
  const short = await read(rig, 'Product manager for our product roadmap.');
  ok(short.includes('Too short'), short);
  const seen = await rig.run(() => ({ lead: document.querySelector('.reading .lead')?.textContent ?? '', marks: document.querySelectorAll('mark').length, bars: document.querySelectorAll('.bars').length }));
  ok(/\b6 words\b/.test(seen.lead) && seen.lead.includes('60'), seen.lead);
  same([seen.marks > 0, seen.bars], [true, 0], 'marks, and no shares');
  const few = await read(rig, 'The tide comes in and the tide goes out again. '.repeat(10));
  ok(few.includes('Too few'), few);
  await rig.run(() => { /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value = ' \n'; });
  await press(rig, ' \n');
  ok((await complaint(rig)).includes('Paste an advert first'), 'an empty box');
});

test('an advert of 200 KB is read, and one byte more is a problem with its numbers', async rig => {
  await open(rig);
  const most = 200 * 1024;
  const long = `${ADVERT}\n`.repeat(Math.ceil(most / (ADVERT.length + 1))).slice(0, most);
  await read(rig, long);
  same((await marks(rig)).length, (await nativeAdvert(long)).spans.length, 'marks in a long text');
  await press(rig, `${long}x`);
  const said = await complaint(rig);
  ok(said.includes('204,801') && said.includes('204,800'), said);
  const dropped = 'the same for a file, which is not even opened';
  await drop(rig, 'long.txt', `${long}éé`);
  ok((await until(async () => { const now = await complaint(rig); return now !== said && now; }, dropped)).includes('204,804'), dropped);
});

/** Drops a file on the form. @param {Rig} rig @param {string} name @param {string} content */
function drop(rig, name, content) {
  return rig.run((called, words) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([words], called, { type: 'text/plain' }));
    const box = /** @type {Element} */ (document.querySelector('#text'));
    for (const type of ['dragenter', 'dragover', 'drop']) box.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }, name, content);
}

test('an advert is dropped into the box as a file; a file without text is refused', async rig => {
  await open(rig);
  await drop(rig, 'advert.txt', ADVERT);
  same(await until(() => rig.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value), 'the file is in the box'), ADVERT, 'the text in the box');
  ok((await rig.run(() => document.querySelector('.news')?.textContent))?.includes('advert.txt'), 'that is said');
  await drop(rig, 'advert.pdf', '%PDF-1.7 \u0000');
  ok((await complaint(rig)).includes('“advert.pdf” holds no plain text'), 'a file of another kind');
  same(await rig.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value), ADVERT, 'the box as it was');
});

test('from the example of an advert to a place in its text and back by keyboard alone', async rig => {
  await open(rig);
  const type = async (/** @type {string[]} */ ...keys) => {
    const actions = rig.driver.actions({ async: true });
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  };
  /** @param {string} selector */
  const reach = async selector => {
    for (let turn = 0; !await rig.run(wanted => document.activeElement?.matches(wanted), selector); turn += 1) {
      ok(turn < 45, `${selector} is reached by Tab`);
      await type(Key.TAB);
      ok(await rig.run(() => !document.activeElement?.matches('mark, .line, .fact')), 'no mark is a stop');
    }
  };
  await reach('#example');
  await type(Key.ENTER);
  await type(Key.SHIFT, Key.TAB);
  await type(Key.ENTER);
  await heading(rig);
  await reach('.shares summary');
  await type(Key.ENTER);
  await reach('.legend button:nth-of-type(2)');
  await type(Key.SPACE);
  same(await rig.run(() => document.activeElement?.getAttribute('aria-pressed')), 'true', 'the button is pressed');
  await reach('.pane');
  await reach('.places .jump');
  await type(Key.ENTER);
  same(await rig.run(() => document.activeElement?.localName), 'mark', 'the focus is on the place');
  await type(Key.ESCAPE);
  ok(await rig.run(() => document.activeElement?.matches('.places .jump')), 'and back in the list');
  await reach('.you input');
});

test('an advert that is read fits 320 pixels, targets 44', async rig => {
  await inFrame(rig, '/advert.html', rig.fresh());
  await fits(rig, 'advert');
  await read(rig, `${ADVERT}\n${'roadmap'.repeat(40)}`);
  await rig.run(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
  await fits(rig, 'advert, read');
  await rig.driver.switchTo().defaultContent();
});

test('an advert from right to left stays in its lines, each with its own direction', async rig => {
  await open(rig);
  await read(rig, `מנהל מוצר: roadmap\n\u202eroadmap\n${ADVERT}`);
  const seen = await rig.run(() => [...document.querySelectorAll('.advert > .line')].slice(0, 3).map(line => getComputedStyle(line).direction));
  same(seen.slice(0, 1), ['rtl'], 'direction of the first line');
  same(await rig.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.reading h2'))).direction), 'ltr', 'direction of the page');
});

test('an advert comes from a chosen file as from a dropped one', async rig => {
  await open(rig);
  const input = await rig.driver.findElement(By.css('#file'));
  await input.sendKeys(new URL('../../../README.md', import.meta.url).pathname);
  ok((await until(() => rig.run(() => document.querySelector('.news')?.textContent), 'it is said')).includes('README.md'), 'the name of the file');
});

/** What is shown of how a profile meets the advert: a line's words, then state and skill of each entry. @param {Rig} rig */
function meetings(rig) {
  return until(() => rig.run(() => {
    const lines = [...document.querySelectorAll('.meets > li')].map(line => ({
      line: line.querySelector('.quote')?.textContent ?? '',
      skills: [...line.querySelectorAll('ul > li')].map(one => [one.className, one.querySelector('p > b')?.textContent, one.querySelector('.hint')?.textContent]),
    }));
    return lines.length > 0 && lines;
  }), 'the comparison is shown');
}

/** Chooses a file for comparison. @param {Rig} rig @param {string} content */
function choose(rig, content) {
  return rig.run(words => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([words], 'profile.json', { type: 'application/json' }));
    const input = /** @type {HTMLInputElement} */ (document.querySelector('.you input'));
    input.files = dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, content);
}

test('measured skills are held against the advert line by line, as on the command line', async rig => {
  await open(rig);
  // What the site's worker fetches for its cache is not the page's.
  await rig.workerReady();
  await read(rig, ADVERT);
  const profile = { skills: [['customer', 3.6], ['strategy', 1], ['delivery', 2.4], ['evidence', 2.6]].map(([skill, mean]) => ({ skill, mean, variance: 0.04 })) };
  const { meets } = await nativeAdvert(ADVERT, profile);
  ok(new Set(meets.map((/** @type {any} */ one) => one.state)).size > 2, `states of several kinds: ${meets.map((/** @type {any} */ one) => one.state)}`);
  await loaded(rig, 'profile_bg.wasm', 'saved.js');
  const mark = rig.proxy.mark();
  await choose(rig, JSON.stringify(profile));
  const shown = (await meetings(rig)).flatMap(({ skills }) => skills);
  same(requests(rig, mark), [], 'requests');
  same(shown.map(([state, name]) => [state, name]), meets.map((/** @type {any} */ one) => [one.state, plain(one.name)]), 'states and skills in the order of the text');
  const numbers = await rig.run(() => [...document.querySelectorAll('.meets [data-skill]')].map(one => [one.querySelector('[data-level]')?.textContent ?? null, one.querySelector('[data-spread]')?.textContent ?? null]));
  for (const [index, { level, spread, need, name }] of meets.entries()) {
    same(numbers[index], level === null ? [null, null] : [level.toFixed(1), spread.toFixed(1)], `numbers of ${plain(name)}`);
    ok(need === null || shown[index][2]?.includes(String(need)), `the need of ${plain(name)}: ${shown[index][2]}`);
  }
  await audit(rig, 'a comparison');
  await choose(rig, '{"format": "metier-profile/9"}');
  const said = await until(() => rig.run(() => document.querySelector('.you .complaint')?.textContent), 'the problem is told');
  ok(said.includes('metier-profile/9'), said);
});

test('a profile kept on this device is compared with an advert only when asked for, with no request', async rig => {
  // What writes is the test, in the place of the profile's own page.
  rig.allow(/^stores: metier-profile$/);
  const origin = await open(rig, true);
  const quiz = await shippedQuiz('roles');
  const answers = Object.fromEntries([...answersTo(quiz, 5)].map(([item, answer]) => [item, { answer, ms: 20_000 }]));
  const kept = JSON.stringify({ format: 'metier-profile/1', results: [{ quiz, language: 'en', seed: 5, taken: '2026-11-22', answers }] });
  await rig.run(text => localStorage.setItem('metier-profile', text), kept);
  await rig.open(`${origin}/advert.html`);
  await loaded(rig, 'advert_bg.wasm', 'profile_bg.wasm', 'saved.js');
  const mark = rig.proxy.mark();
  await read(rig, ADVERT);
  same(await rig.run(() => document.querySelectorAll('.meets').length), 0, 'comparisons before anybody asked');
  await rig.run(() => /** @type {HTMLElement} */ (document.querySelector('.you button.main')).click());
  const states = (await meetings(rig)).flatMap(({ skills }) => skills.map(([state]) => state));
  ok(states.length > 2 && states.every(state => state !== 'unknown'), `all sixteen skills are measured: ${states}`);
  same(requests(rig, mark), [], 'requests');
  same(await rig.run(() => localStorage.getItem('metier-profile')), kept, 'what is kept');
});
