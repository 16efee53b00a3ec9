// The quiz in the places where pages put it: parents that shrink to fit, letters that a page hands down, frames as high
// as their content, headers that stay, browsers without `light-dark()`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { DIST, built } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const HTML = { "content-type": "text/html; charset=utf-8" };
const tag = '<metier-quiz src="/quizzes/pace.json"><a href="/">Fallback</a></metier-quiz>';

/** A page of a host with styles of its own. @param {string} body @param {string} [style] */
const hostPage = (body, style = "") => ({
  headers: HTML,
  body:
    `<!doctype html><html lang="en"><title>Host</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>body { margin: 0 } ${style}</style>` +
    `<script type="module" src="/metier.js"></script>${body}</html>`,
});

/**
 * The same in a frame, so wide and high.
 * @param {number} width
 * @param {number} height
 * @param {string} [around] what stands before the frame
 */
const framePage = (width, height, around = "") => ({
  headers: HTML,
  body: `<!doctype html><html lang="en"><title>Frame</title><link rel="icon" href="data:,"><style>body { margin: 0 }</style>${around}<iframe title="inner" width="${width}" height="${height}" frameborder="0" src="/inner.html"></iframe></html>`,
});

/** @param {Rig} rig */
const begun = (rig) =>
  until(
    () =>
      rig.run(() => {
        document.querySelector("metier-quiz")?.scrollIntoView({ behavior: "instant" });
        return document.querySelector("metier-quiz")?.shadowRoot?.querySelector('section[data-screen="intro"]') != null;
      }),
    "the quiz begins",
  );

/** Parents that shrink to fit what is in them. */
const PARENTS = {
  "a flex row": '<div style="display: flex">{}</div>',
  "a flex row, centred": '<div style="display: flex; justify-content: center; align-items: center">{}</div>',
  "a flex column, centred": '<div style="display: flex; flex-direction: column; align-items: center">{}</div>',
  "a grid, centred": '<div style="display: grid; place-items: center">{}</div>',
  "a grid with a track as wide as its content":
    '<div style="display: grid; grid-template-columns: auto; justify-content: center">{}</div>',
  "a float": '<div style="float: left">{}</div>',
  "an inline block": '<div style="display: inline-block">{}</div>',
  "a block that fits its content": '<div style="inline-size: fit-content; margin: auto">{}</div>',
  "a place of its own above the page": '<div style="position: absolute; inset-inline-start: 0">{}</div>',
  "a table cell": '<table style="border-spacing: 0"><tr><td style="padding: 0">{}</td></tr></table>',
  "a dialog": '<dialog open style="margin: auto; padding: 0; border: 0">{}</dialog>',
  "a columned list": '<ul style="display: flex; flex-wrap: wrap; list-style: none; padding: 0"><li>{}</li></ul>',
};

for (const width of [1200, 360]) {
  const add = width === 360 ? test : once;
  add(`in every parent that shrinks to fit, the quiz fills its place, ${width} pixels wide`, async (rig) => {
    for (const [name, parent] of Object.entries(PARENTS)) {
      const origin = rig.fresh();
      rig.proxy.replaced.set("/inner.html", hostPage(parent.replace("{}", tag)));
      rig.proxy.replaced.set("/outer.html", framePage(width, 700));
      await rig.open(`${origin}/outer.html`);
      await rig.driver.switchTo().frame(0);
      await begun(rig);
      const seen = await rig.run(() => ({
        quiz: document.querySelector("metier-quiz")?.getBoundingClientRect().width ?? 0,
        page: document.documentElement.scrollWidth,
        window: innerWidth,
      }));
      ok(seen.quiz >= Math.min(800, width - 20), `${name}: ${seen.quiz} wide in ${width}`);
      ok(seen.page <= seen.window, `${name}: the page is ${seen.page} wide in ${seen.window}`);
      await rig.driver.switchTo().defaultContent();
    }
  });
}

test("beside something that leaves no room, the quiz is 240 pixels wide and no less", async (rig) => {
  const origin = rig.fresh();
  rig.proxy.replaced.set(
    "/host.html",
    hostPage(
      `<div style="display: flex; inline-size: 300px"><p style="flex: none; inline-size: 200px">Beside</p>${tag}</div>`,
    ),
  );
  await rig.open(`${origin}/host.html`);
  await begun(rig);
  same(await rig.run(() => document.querySelector("metier-quiz")?.getBoundingClientRect().width), 240, "its width");
});

test("what a page hands down to its letters does not reach the quiz, but for their size", async (rig) => {
  const origin = rig.fresh();
  const odd =
    "font: italic 700 20px/3 serif; font-variant: small-caps; text-transform: uppercase; letter-spacing: .3em; word-spacing: 1em; text-indent: 4em; white-space: nowrap; text-align: end; " +
    "cursor: wait; hyphens: auto; word-break: break-all; line-break: anywhere; text-shadow: 1px 1px red; list-style: square; quotes: none; color: rgb(1 2 3); direction: rtl; tab-size: 9; text-wrap: nowrap";
  /** Of every element on show: what it looks like. */
  const look = () =>
    rig.run(() => {
      const names = [
        "fontFamily",
        "fontStyle",
        "fontWeight",
        "fontSize",
        "fontVariantCaps",
        "lineHeight",
        "textTransform",
        "letterSpacing",
        "wordSpacing",
        "textIndent",
        "whiteSpace",
        "textAlign",
        "cursor",
        "hyphens",
        "wordBreak",
        "textShadow",
        "listStyleType",
        "color",
        "tabSize",
        "visibility",
      ];
      const root = document.querySelector("metier-quiz")?.shadowRoot;
      return /** @type {Element[]} */ ([...(root?.querySelectorAll(".quiz, .quiz *") ?? [])]).map((one) => {
        const style = /** @type {any} */ (getComputedStyle(one));
        return `${one.localName}.${one.className} ${names.map((name) => `${name}: ${style[name]}`).join("; ")}`;
      });
    });
  /** @type {string[][]} */
  const looks = [];
  for (const style of ["main { font-size: 20px }", `main { ${odd} } * { line-height: 3; letter-spacing: .3em }`]) {
    rig.proxy.replaced.set("/host.html", hostPage(`<main>${tag}</main>`, style));
    await rig.open(`${origin}/host.html`);
    await begun(rig);
    const quiz = await shippedQuiz("pace");
    await new Quiz(rig, new Quick(rig)).start({ quiz, answers: new Map() });
    looks.push(await look());
  }
  ok(looks[0].length > 20, `${looks[0].length} elements`);
  same(looks[1].filter((one, index) => one !== looks[0][index]).slice(0, 3), [], "elements that look otherwise");
});

test("a quiz inside something hidden is hidden", async (rig) => {
  const origin = rig.fresh();
  rig.proxy.replaced.set("/host.html", hostPage(`<div id="panel">${tag}</div>`));
  await rig.open(`${origin}/host.html`);
  await begun(rig);
  await rig.run(() => {
    /** @type {HTMLElement} */ (document.querySelector("#panel")).style.visibility = "hidden";
  });
  same(
    await rig.run(
      () =>
        getComputedStyle(
          /** @type {Element} */ (document.querySelector("metier-quiz")?.shadowRoot?.querySelector("h2")),
        ).visibility,
    ),
    "hidden",
    "its heading",
  );
});

/**
 * Answers the first question, scrolls to the end of the page and goes on.
 * @param {Rig} rig
 * @param {() => Promise<void>} scroll
 */
async function goOn(rig, scroll) {
  const quiz = await shippedQuiz("pace");
  const reader = new Quiz(rig, new Quick(rig));
  const first = await reader.start({ quiz, answers: answersTo(quiz, 2) });
  await scroll();
  await reader.press("skip");
  await reader.until((screen) => screen.screen === "question" && screen.item !== first.item, "the second question");
}

test("in a frame as high as its content the next question comes into the window", async (rig) => {
  const origin = rig.fresh();
  rig.proxy.replaced.set("/inner.html", hostPage(tag));
  rig.proxy.replaced.set("/outer.html", framePage(700, 3000, '<p style="block-size: 300px; margin: 0">Before</p>'));
  await rig.open(`${origin}/outer.html`);
  await rig.driver.switchTo().frame(0);
  await begun(rig);
  await goOn(rig, () =>
    rig.run(() => {
      parent.scrollTo(0, 1200);
    }),
  );
  const top = () =>
    rig.run(() => {
      const heading =
        document.querySelector("metier-quiz")?.shadowRoot?.querySelector('[tabindex="-1"]')?.getBoundingClientRect()
          .top ?? Number.NaN;
      return heading + (window.frameElement?.getBoundingClientRect().top ?? Number.NaN);
    });
  await until(async () => {
    const seen = await top();
    return seen >= 0 && seen < 400;
  }, "the heading is in the window");
  await rig.driver.switchTo().defaultContent();
});

test("under a header that stays, the next question begins below it", async (rig) => {
  const origin = rig.fresh();
  rig.proxy.replaced.set(
    "/host.html",
    hostPage(
      `<header style="background: gray; block-size: 90px; inset-block-start: 0; position: sticky; z-index: 1">Header</header><div style="block-size: 500px"></div>${tag}<div style="block-size: 2000px"></div>`,
      "metier-quiz { --metier-scroll-margin: 100px }",
    ),
  );
  await rig.open(`${origin}/host.html`);
  await begun(rig);
  // Back is beside the heading; here it lies under the header.
  await goOn(rig, () =>
    rig.run(() => {
      const back =
        document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-action=back]")?.getBoundingClientRect()
          .top ?? 0;
      scrollBy(0, back - 40);
    }),
  );
  const top = await rig.run(
    () =>
      document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-action=back]")?.getBoundingClientRect()
        .top ?? 0,
  );
  ok(top >= 90, `Back begins ${top} pixels below the top of the window, the header ends at 90`);
});

test("a browser that does not know light-dark() has borders and colours all the same", async (rig) => {
  const origin = rig.fresh();
  const older = (/** @type {string} */ text) => text.replaceAll("light-dark(", "light-dusk(");
  const player = built("player.js");
  rig.proxy.replaced.set("/player.js", {
    headers: { "content-type": "text/javascript" },
    body: older(await readFile(join(DIST, player), "utf8")),
  });
  rig.proxy.replaced.set("/host.html", hostPage(`<main>${tag}</main>`));
  await rig.open(`${origin}/host.html`);
  await begun(rig);
  const seen = await rig.run(() => {
    const root = document.querySelector("metier-quiz")?.shadowRoot;
    const start = getComputedStyle(/** @type {Element} */ (root?.querySelector("[data-action=start]")));
    const box = getComputedStyle(/** @type {Element} */ (root?.querySelector(".quiz")));
    return {
      start: start.backgroundColor,
      border: start.borderTopStyle,
      edge: box.borderTopColor,
      ink: box.color,
      surface: box.backgroundColor,
    };
  });
  same(
    seen,
    {
      start: "rgb(9, 90, 84)",
      border: "solid",
      edge: "rgb(221, 226, 224)",
      ink: "rgb(28, 34, 33)",
      surface: "rgb(255, 255, 255)",
    },
    "the colours by day",
  );
});

for (const [width, size] of [
  [320, 16],
  [700, 40],
]) {
  test(`where the cells of a scale stack, its ends stay in their rows, ${width} pixels wide with letters of ${size}`, async (rig) => {
    const quiz = /** @type {any} */ (await shippedQuiz("starter"));
    const items = quiz.items
      .filter((/** @type {{ type: string }} */ { type }) => type === "likert" || type === "judge")
      .map((/** @type {any} */ item) => ({ ...item, points: 7 }));
    same(items.length, 2, "items with a scale");
    const origin = rig.fresh();
    rig.proxy.replaced.set("/quizzes/scales.json", {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...quiz, items }),
    });
    rig.proxy.replaced.set(
      "/inner.html",
      hostPage(`<main>${tag.replace("pace", "scales")}</main>`, `main { font-size: ${size}px }`),
    );
    rig.proxy.replaced.set("/outer.html", framePage(width, 700));
    await rig.open(`${origin}/outer.html`);
    await rig.driver.switchTo().frame(0);
    await begun(rig);
    const reader = new Quiz(rig, new Quick(rig));
    await reader.start({ quiz, answers: new Map() });
    for (const item of items) {
      await reader.until((screen) => screen.item === item.id, `the question ${item.id}`);
      const ends = await rig.run(() => {
        const scale = document.querySelector("metier-quiz")?.shadowRoot?.querySelector(".scale");
        return /** @type {HTMLElement[]} */ ([...(scale?.querySelectorAll(".end") ?? [])]).map((end) => ({
          words: end.textContent?.trim(),
          seen: getComputedStyle(end).clipPath === "none" && end.getBoundingClientRect().width > 20,
        }));
      });
      same(
        ends.map(({ seen }) => seen),
        [true, true],
        `ends of ${item.id}: ${JSON.stringify(ends)}`,
      );
      await reader.press("skip");
    }
    await rig.driver.switchTo().defaultContent();
  });
}

test("a question without spaces is cut between letters, not within one", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("pace"));
  const letter = "\u0917\u094d\u0927\u0903";
  quiz.items[0].prompt = letter.repeat(175);
  delete quiz.items[0].situation;
  rig.proxy.replaced.set("/quizzes/long.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz),
  });
  await rig.show(`<script type="module" src="/metier.js"></script>${tag.replace("pace", "long")}`);
  const reader = new Quiz(rig, new Quick(rig));
  let screen = await reader.start({ quiz, answers: new Map() });
  while (screen.screen === "question") {
    const { item } = screen;
    await reader.press("skip");
    screen = await reader.until((now) => now.item !== item, "the next screen");
  }
  const asked = await rig.run(
    () => document.querySelector("metier-quiz")?.shadowRoot?.querySelector(".asked")?.textContent ?? "",
  );
  const rest = asked.replace(" \u2026", "");
  ok(rest.length < letter.length * 150, `${rest.length} characters`);
  same(rest.replaceAll(letter, ""), "", "what is no whole letter");
});
