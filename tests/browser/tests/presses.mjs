// A press is one press: a double click answers, skips, goes back or deletes once; a turn of the wheel scrolls.
import { Origin } from "selenium-webdriver";
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { openProfile, profileOf, result, shows } from "../saved.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { same, test } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const tag = '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/pace.json"></metier-quiz>';

/** The middle of something in the quiz, in sight. @param {Rig} rig @param {string} selector @param {string} host */
async function middle(rig, selector, host) {
  const place = await rig.run(
    (within, wanted) => {
      const target = document.querySelector(within)?.shadowRoot?.querySelector(wanted);
      target?.scrollIntoView({ block: "center", behavior: "instant" });
      const box = target?.getBoundingClientRect();
      return box ? { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) } : null;
    },
    host,
    selector,
  );
  if (!place) throw new Error(`there is no ${selector}`);
  return place;
}

/**
 * Presses twice at one place, as a double click does.
 * @param {Rig} rig
 * @param {string} selector
 * @param {string} [host]
 */
async function pressTwice(rig, selector, host = "metier-quiz") {
  const { x, y } = await middle(rig, selector, host);
  await rig.driver
    .actions({ async: true })
    .move({ x, y, origin: Origin.VIEWPORT, duration: 0 })
    .press()
    .release()
    .press()
    .release()
    .perform();
}

/** How many answers were told so far. @param {Rig} rig */
const answered = async (rig) => (await rig.told("answer")).length;

test("a double click on Start, Next, Skip and Back does once what it says, and nothing on the screen that comes", async (rig) => {
  await rig.show(tag);
  const quiz = await shippedQuiz("pace");
  const reader = new Quiz(rig, new Quick(rig));
  const answers = answersTo(quiz, 3);
  await reader.until((screen) => screen.screen === "intro", "the first screen");
  const on = (/** @type {number} */ number) =>
    reader.until(
      (screen) => screen.screen === "question" && screen.place.startsWith(`${number} `),
      `question ${number}`,
    );
  /** Nothing is chosen or complained of. @param {number} number */
  const untouched = async (number) => {
    const screen = await on(number);
    same([await reader.read(), screen.status], [screen.type === "multiple" ? [] : null, ""], `question ${number}`);
    return screen;
  };
  await pressTwice(rig, "[data-action=start]");
  const first = await untouched(1);
  await pressTwice(rig, "[data-action=skip]");
  await untouched(2);
  same(await answered(rig), 1, "answers after a double click on Skip");
  await pressTwice(rig, "[data-action=back]");
  same((await on(1)).item, first.item, "the question after a double click on Back");
  await reader.answer(
    String(first.type),
    /** @type {import('../answers.mjs').Given} */ (answers.get(String(first.item))),
  );
  await pressTwice(rig, "[data-action=next]");
  await untouched(2);
  same(await answered(rig), 2, "answers after a double click on Next");
});

test("presses that are not one and the same all count, also in quick succession", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("starter"));
  const item = quiz.items.find((/** @type {{ type: string }} */ { type }) => type === "allocate");
  rig.proxy.replaced.set("/quizzes/points.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...quiz, items: [item] }),
  });
  await rig.show(tag.replace("pace", "points"));
  await new Quiz(rig, new Quick(rig)).start({ quiz, answers: new Map() });
  await pressTwice(rig, ".stepper button:last-child");
  await pressTwice(rig, ".stepper button:last-child");
  same(
    await rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector("input")?.value),
    "4",
    "points after four presses",
  );
  const points = await rig.run((all) => {
    const [more, another] = /** @type {HTMLElement[]} */ ([
      ...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll(".stepper button:last-child") ?? []),
    ]);
    for (let press = 0; press < all; press += 1) more.click();
    another.click();
    return [...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll(".stepper input") ?? [])].map(
      (one) => Number(/** @type {HTMLInputElement} */ (one).value),
    );
  }, item.total);
  same([points[0], points[1]], [item.total, 0], "no more points than there are");
});

test("a double click on Delete takes one result away, not the next one too", async (rig) => {
  const text = profileOf(
    await result("pace", 1, "2026-10-01"),
    await result("setbacks", 2, "2026-10-02"),
    await result("negotiation", 3, "2026-10-03"),
  );
  await openProfile(rig, text);
  const left = () =>
    rig.run(() => document.querySelector("#profile")?.shadowRoot?.querySelectorAll("[data-action=remove]").length ?? 0);
  await until(async () => (await left()) === 3, "three results");
  await rig.run(() => {
    const kept = document.querySelector("#profile")?.shadowRoot?.querySelectorAll("details:has([data-action=remove])");
    for (const fold of kept ?? []) fold.setAttribute("open", "");
  });
  await pressTwice(rig, "[data-action=remove]", "#profile");
  await shows(rig, (seen) => seen.said !== "", "that is said");
  await until(async () => (await left()) === 2, "two results");
});

test("the wheel over a field for points scrolls the page and leaves the number", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("starter"));
  const item = quiz.items.find((/** @type {{ type: string }} */ { type }) => type === "allocate");
  rig.proxy.replaced.set("/quizzes/points.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...quiz, items: [item] }),
  });
  await rig.show(`${tag.replace("pace", "points")}<canvas width="1" height="4000"></canvas>`);
  const hand = new Quick(rig);
  await new Quiz(rig, hand).start({ quiz, answers: new Map() });
  same(
    await rig.run(
      () => document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("input[type=number]").length,
    ),
    0,
    "fields whose number a wheel turns",
  );
  await hand.write(".stepper input", 4);
  // The driver of WebKit has no wheel to turn.
  if (rig.engine.name === "webkit") return;
  const place = await middle(rig, ".stepper input", "metier-quiz");
  await rig.driver
    .actions({ async: true })
    .move({ ...place, origin: Origin.VIEWPORT, duration: 0 })
    .press()
    .release()
    .perform();
  const before = await rig.run(() => scrollY);
  // The types of the driver do not know its wheel yet.
  const actions =
    /** @type {{ scroll(x: number, y: number, right: number, down: number, origin: unknown): { perform(): Promise<void> } }} */ (
      /** @type {unknown} */ (rig.driver.actions({ async: true }))
    );
  await actions.scroll(place.x, place.y, 0, 300, Origin.VIEWPORT).perform();
  await until(() => rig.run((from) => scrollY > from, before), "the page scrolls");
  same(
    await rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector("input")?.value),
    "4",
    "the points",
  );
});
