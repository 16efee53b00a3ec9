// Every screen of the site and how to get there: the one list that all looks at every screen go by. A walk opens a page
// and says the name of each screen as soon as that is shown; whoever follows it looks, and the walk goes on.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  ADVERT,
  compare,
  complains,
  loaded,
  open as openAdvert,
  press as pressAdvert,
  read as readAdvert,
} from "./advert-page.mjs";
import { answersTo } from "./answers.mjs";
import { choose as chooseLines, formIsThere, unfoldForm } from "./builder-page.mjs";
import { holdAgainst, openFinder, writePiece } from "./evidence-page.mjs";
import { Quick } from "./hands.mjs";
import { ladder } from "./ladder.mjs";
import { comeFrom } from "./onward.mjs";
import { Quiz } from "./quiz.mjs";
import { NO_WORKER, until } from "./rig.mjs";
import { answersOf } from "./person.mjs";
import { withCollector } from "./proxy.mjs";
import { choose, KEY, openProfile, pressOffer, profileOf, result, saveResult, shows } from "./saved.mjs";
import { PLAIN_PAGES, QUIZZES, shippedQuiz } from "./shipped.mjs";
import { DIST } from "./site.mjs";
import { settled } from "./settled.mjs";
import { statementAnswers, statementsQuiz } from "./statements.mjs";
import { ok, same } from "./suite.mjs";
import { unfolded } from "./unfolded.mjs";
import { begin, JSON_TYPE, questions, toResult, toReview, turn, visit } from "./walking.mjs";
import { advertSay } from "./words.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */
/** @typedef {import('./walking.mjs').Direction} Direction */
/** @typedef {AsyncGenerator<string, void, void>} Steps */
/**
 * @typedef {object} Walk
 * @property {string} name
 * @property {string[]} screens the names of what it shows, in this order
 * @property {boolean} [everywhere] looked at in every engine, not in Chromium alone
 * @property {(rig: Rig, direction: Direction) => Steps} steps
 */

/** The levels of somebody for whom several roles are near. */
const SEVERAL = [3.6, 1.6, 2.4];
export const KINDS = [...new Set((await shippedQuiz("starter")).items.map(({ type }) => type))];
/** The pages that are neither a quiz nor have a script of their own. */
const READING = PLAIN_PAGES.filter((name) => !["404", "index", "profile", "advert", "evidence"].includes(name));
const PLAIN = [
  { name: "home", path: "" },
  ...READING.map((name) => ({ name, path: `${name}.html` })),
  { name: "404", path: "nowhere.html" },
];

/** Whether the result on show names no role. @param {Rig} rig */
const unnamed = async (rig) =>
  (await rig.told("complete")).at(-1)?.detail.report.match?.verdict.code === "not-enough-evidence";

/** @param {Map<string, any>} answers @param {(index: number) => boolean} skipped */
const skipping = (answers, skipped) =>
  new Map([...answers].map(([item, answer], index) => [item, skipped(index) ? null : answer]));

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* plainPages(rig, direction) {
  for (const { name, path } of PLAIN) {
    if (name === "404") rig.allow(/404|Failed to load resource/);
    await visit(rig, direction, path);
    ok(await rig.run(() => document.querySelector("h1") !== null), `${name} is there`);
    yield name;
  }
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* intros(rig, direction) {
  for (const name of QUIZZES) {
    await begin(rig, direction, name, await shippedQuiz(name));
    yield `intro of ${name}`;
  }
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* everyKind(rig, direction) {
  const quiz = await shippedQuiz("starter");
  const reader = await begin(rig, direction, "pace", quiz);
  const seen = new Set();
  for await (const { type, item } of questions(
    reader,
    skipping(answersTo(quiz, 3), (index) => index % 4 === 2),
  )) {
    if (!seen.has(type)) yield `question: ${type}`;
    if (!seen.size) {
      await reader.press("next");
      await reader.until((now) => now.item === item && now.focus === "screen", "what is missing");
      yield "missing answer";
    }
    seen.add(type);
  }
  yield "review with skipped ones";
  await toResult(reader);
  yield "result with own words";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* oneSkill(rig, direction) {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  const quiz = await shippedQuiz("pace");
  const reader = await begin(rig, direction, "pace", quiz);
  await toReview(reader, answersOf(quiz, [2.4]));
  await toResult(reader);
  yield "result of one skill";
  await unfolded(rig);
  yield "result of one skill, unfolded";
  await saveResult(rig);
  yield "result that is kept";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* counted(rig, direction) {
  const quiz = await shippedQuiz("product-or-sales");
  const reader = await begin(rig, direction, "product-or-sales", quiz);
  await toReview(reader, answersTo(quiz, 3));
  await toResult(reader);
  yield "result of a count";
  await unfolded(rig);
  yield "result of a count, unfolded";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* adaptive(rig, direction) {
  const quiz = ladder();
  const reader = await begin(rig, direction, "pace", quiz);
  yield "intro of a quiz that chooses";
  await toReview(reader, answersTo(quiz, 3));
  yield "review of chosen questions";
  await toResult(reader);
  await unfolded(rig);
  yield "result of chosen questions, unfolded";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* draft(rig, direction) {
  const quiz = await shippedQuiz("pace");
  const reader = await begin(rig, direction, "pace", quiz);
  let left = 3;
  for await (const _ of questions(reader, answersOf(quiz, [2.4]))) if ((left -= 1) < 0) break;
  await rig.clean();
  await rig.driver.navigate().refresh();
  await reader.until(({ actions }) => actions.includes("continue"), "the quiz can be gone on with");
  await turn(rig, direction);
  yield "intro of a quiz that was begun";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* sharing(rig, direction) {
  const quiz = await shippedQuiz("pace");
  const reader = await begin(rig, direction, "pace", quiz);
  await toReview(reader, answersOf(quiz, [2.4]));
  await toResult(reader);
  await pressOffer(rig, "save-share");
  await until(() => rig.run(() => document.querySelector("dialog.share canvas") !== null), "the panel");
  yield "the panel to share a result";
  const link = await rig.later(
    () =>
      new Promise((/** @type {(link: string) => void} */ copied) => {
        const writeText = async (/** @type {string} */ text) => copied(text);
        Object.defineProperty(navigator, "clipboard", { value: { writeText } });
        /** @type {HTMLElement} */ (document.querySelector("dialog.share [data-action=share-result-link]")).click();
      }),
  );
  await visit(rig, direction, `pace.html${new URL(link).hash}`);
  await until(() => rig.run(() => document.querySelector("main > section.share") !== null), "what the link shows");
  yield "a shared result";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* severalSkills(rig, direction) {
  const quiz = await shippedQuiz("roles");
  const reader = await begin(rig, direction, "roles", quiz);
  await toReview(reader, answersOf(quiz, SEVERAL));
  yield "review of roles";
  await toResult(reader);
  ok(!(await unnamed(rig)), "roles are named");
  yield "result of roles";
  await unfolded(rig);
  await comeFrom(rig, "qa-tester");
  yield "result of roles, unfolded";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* doubtful(rig, direction) {
  const quiz = await shippedQuiz("roles");
  const few = await begin(rig, direction, "roles", quiz);
  await toReview(
    few,
    skipping(answersTo(quiz, 4), (index) => index > 4),
  );
  await toResult(few);
  ok(await unnamed(rig), "a few answers name no role");
  yield "not enough evidence";
  const hurried = await begin(rig, direction, "roles", quiz, "?hurried");
  await toReview(hurried, answersTo(quiz, 4));
  await toResult(hurried);
  ok(await unnamed(rig), "answers in a hurry name no role");
  yield "careless";
}

/** A page of the site in a browser that has no WebAssembly. */
async function withoutWebAssembly() {
  const page = withCollector(await readFile(join(DIST, "pace.html"), "utf8"));
  const body = page.replace("<head>", '<head><script src="/without.js"></script>');
  return { headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** @param {Rig} rig @param {Direction} direction */
async function failed(rig, direction) {
  await visit(rig, direction, "pace.html");
  await until(async () => (await new Quiz(rig, new Quick(rig)).screen()).screen === "error", "the error");
}

/** @param {Rig} rig @param {Direction} direction @param {import('./proxy.mjs').Answer} answer */
async function failing(rig, direction, answer) {
  rig.proxy.replaced.set("/quizzes/pace.json", answer);
  await failed(rig, direction);
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* errors(rig, direction) {
  rig.allow(/404|Failed to load resource/);
  await failing(rig, direction, { status: 404, body: "gone" });
  yield "error: a document that does not come";
  await failing(rig, direction, { headers: JSON_TYPE, body: '{"format": "metier-quiz/1", "colour": "red"}' });
  yield "error: a document with mistakes";
  await unfolded(rig);
  yield "error: a document with mistakes, unfolded";
  rig.proxy.replaced.delete("/quizzes/pace.json");
  rig.proxy.replaced.set("/without.js", { ...NO_WORKER, body: "delete window.WebAssembly;" });
  rig.proxy.replaced.set("/pace.html", await withoutWebAssembly());
  await failed(rig, direction);
  yield "error: a browser without modules";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* profile(rig, direction) {
  await openProfile(rig, null);
  await turn(rig, direction);
  yield "profile, empty";
  const results = [
    await result("negotiation", 4, "2026-08-03"),
    await result("roles", 12, "2026-11-02", [4, 9]),
    await result("pace", 3, "2026-11-12"),
    await result("negotiation", 8, "2026-11-20"),
  ];
  const { hand } = await openProfile(rig, profileOf(...results));
  await shows(rig, ({ parts }) => parts.includes("skills"), "the profile");
  await turn(rig, direction);
  yield "profile with four results";
  await unfolded(rig);
  await choose(rig, "origin", 2);
  await hand.press("[data-action=show]");
  yield "profile with four results, unfolded";
  await hand.press("[data-action=delete]");
  await shows(rig, ({ screen }) => screen === "empty", "the empty page");
  yield "profile, deleted";
  await openProfile(rig, profileOf(...results).slice(0, -5000));
  await shows(rig, ({ screen }) => screen === "profile", "what is left");
  await turn(rig, direction);
  yield "profile, damaged";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* advert(rig, direction) {
  const origin = rig.fresh();
  await openProfile(rig, profileOf(await result("roles", 5, "2026-11-22")), origin);
  await openAdvert(rig, false, origin);
  await turn(rig, direction);
  yield "advert, empty";
  await pressAdvert(rig, " ");
  await complains(rig, advertSay("empty"));
  yield "advert, a complaint";
  await readAdvert(rig, ADVERT);
  yield "advert that is read";
  await compare(rig);
  await until(() => rig.run(() => document.querySelector("[data-skill]") !== null), "the comparison");
  await unfolded(rig);
  yield "advert that is compared, unfolded";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* hiring(rig, direction) {
  const origin = rig.fresh();
  await rig.open(`${origin}/advert.html#hiring`);
  await loaded(rig);
  await turn(rig, direction);
  await readAdvert(rig, `${ADVERT}\n\nNice to have\n- Danish`);
  await unfolded(rig);
  yield "draft that is read for who hires, unfolded";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* belowResult(rig, direction) {
  const quiz = await statementsQuiz();
  const reader = await begin(rig, direction, "roles", quiz);
  await rig.proxy.idle();
  await toReview(reader, statementAnswers(quiz));
  await toResult(reader);
  await until(() => rig.run(() => document.querySelector("[data-part=market]") !== null), "what stands below it");
  await rig.run(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  yield "result of statements, with what stands below it";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* builder(rig, direction) {
  await visit(rig, direction, "embed.html");
  await formIsThere(rig);
  await unfoldForm(rig);
  await chooseLines(rig, { quiz: "", src: "nowhere", host: "hugo", accent: "#ffb300", base: "ftp://a" });
  yield "form of the embed page, unfolded";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* evidence(rig, direction) {
  await openFinder(rig);
  await turn(rig, direction);
  yield "evidence, empty";
  await writePiece(rig, "prompt brought-to-life", {
    problem: "Nobody knew which boats were late.",
    steps: "talked to users and drew up the roadmap",
    proof: "in May nobody phoned to ask",
  });
  await writePiece(rig, "prompt between-two", { steps: "chose the smaller boat" });
  await holdAgainst(rig, ADVERT);
  await unfolded(rig);
  yield "evidence held against an advert, unfolded";
}

/** @param {Rig} rig @param {Direction} direction @returns {Steps} */
async function* update(rig, direction) {
  // Two workers that keep nothing: the second waits until it is let.
  rig.proxy.replaced.set("/sw.js", {
    ...NO_WORKER,
    body: "addEventListener('activate', (event) => event.waitUntil(clients.claim()));",
  });
  await rig.open(`${rig.fresh()}/`);
  await rig.workerReady();
  await until(() => rig.run(() => navigator.serviceWorker.controller !== null), "the worker rules the page");
  rig.proxy.replaced.set("/sw.js", { ...NO_WORKER, body: "// A newer one." });
  await rig.later(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await until(
    () => rig.run(() => document.querySelector("[data-action=reload]") !== null),
    "the newer build is offered",
  );
  await turn(rig, direction);
  yield "update notice";
}

/** @type {Walk[]} */
export const WALKS = [
  { name: "the plain pages", screens: PLAIN.map(({ name }) => name), steps: plainPages },
  { name: "the intro of each quiz", screens: QUIZZES.map((name) => `intro of ${name}`), steps: intros },
  {
    name: "a question of each kind",
    screens: [
      ...KINDS.flatMap((kind, index) => (index ? [`question: ${kind}`] : [`question: ${kind}`, "missing answer"])),
      "review with skipped ones",
      "result with own words",
    ],
    everywhere: true,
    steps: everyKind,
  },
  {
    name: "one skill",
    screens: ["result of one skill", "result of one skill, unfolded", "result that is kept"],
    steps: oneSkill,
  },
  { name: "a count", screens: ["result of a count", "result of a count, unfolded"], steps: counted },
  {
    name: "a quiz that chooses its questions",
    screens: ["intro of a quiz that chooses", "review of chosen questions", "result of chosen questions, unfolded"],
    steps: adaptive,
  },
  { name: "a draft", screens: ["intro of a quiz that was begun"], steps: draft },
  { name: "sharing", screens: ["the panel to share a result", "a shared result"], steps: sharing },
  {
    name: "roles",
    screens: ["review of roles", "result of roles", "result of roles, unfolded"],
    everywhere: true,
    steps: severalSkills,
  },
  { name: "answers that name no role", screens: ["not enough evidence", "careless"], steps: doubtful },
  {
    name: "errors",
    screens: [
      "error: a document that does not come",
      "error: a document with mistakes",
      "error: a document with mistakes, unfolded",
      "error: a browser without modules",
    ],
    steps: errors,
  },
  {
    name: "My profile",
    screens: [
      "profile, empty",
      "profile with four results",
      "profile with four results, unfolded",
      "profile, deleted",
      "profile, damaged",
    ],
    steps: profile,
  },
  {
    name: "an advert",
    screens: ["advert, empty", "advert, a complaint", "advert that is read", "advert that is compared, unfolded"],
    steps: advert,
  },
  { name: "the form of the embed page", screens: ["form of the embed page, unfolded"], steps: builder },
  {
    name: "a draft of who hires",
    screens: ["draft that is read for who hires, unfolded"],
    steps: hiring,
  },
  {
    name: "statements",
    screens: ["result of statements, with what stands below it"],
    steps: belowResult,
  },
  {
    name: "evidence",
    screens: ["evidence, empty", "evidence held against an advert, unfolded"],
    steps: evidence,
  },
  { name: "a newer build", screens: ["update notice"], steps: update },
];

/**
 * Follows a walk and looks at each of its screens once nothing moves there any more.
 * @param {Rig} rig
 * @param {Walk} walk
 * @param {Direction} direction
 * @param {(screen: string) => Promise<void>} look
 */
export async function follow(rig, walk, direction, look) {
  const seen = [];
  for await (const screen of walk.steps(rig, direction)) {
    seen.push(screen);
    await settled(rig);
    await look(screen);
  }
  same(seen, walk.screens, `the screens of ${walk.name}`);
}
