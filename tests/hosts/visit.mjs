// What is done at every host: the quiz is taken there to its result, left and come back to.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answersTo } from "../browser/answers.mjs";
import { Quick } from "../browser/hands.mjs";
import { withCollector } from "../browser/proxy.mjs";
import { Quiz } from "../browser/quiz.mjs";
import { until } from "../browser/rig.mjs";
import { shippedQuiz } from "../browser/shipped.mjs";
import { TYPES } from "../browser/site.mjs";
import { ok, same } from "../browser/suite.mjs";
import { fileAt } from "./build.mjs";

/** @typedef {import('../browser/rig.mjs').Rig} Rig */
/** @typedef {import('./build.mjs').Host} Host */
/** @typedef {import('./build.mjs').Place} Place */
/** @typedef {{ rig: Rig, host: Host, place: Place, origin: string, reader: Quiz }} Visit */

/** @param {Rig} rig @param {Host} host @param {Place} place */
export async function visit(rig, host, place) {
  const origin = rig.fresh();
  const out = join(place.folder, host.out);
  for (const pattern of host.allow ?? []) rig.allow(pattern);
  rig.proxy.host = (path) => served(host, out, path, origin);
  const visit = { rig, host, place, origin, reader: new Quiz(rig, new Quick(rig)) };
  if (!host.instead) {
    if (!host.bare) linked(out, host.page ?? "/");
    await rig.open(origin + (host.page ?? "/"));
    await taken(visit);
    if (host.away) await away(visit);
  }
  await host.also?.(visit);
}

/** @param {Host} host @param {string} out @param {string} path @param {string} origin */
function served({ headers, site }, out, path, origin) {
  const file = fileAt(out, path);
  // Browsers ask for it unbidden.
  if (!file && path === "/favicon.ico") return { status: 204, body: "" };
  if (!file) return site ? undefined : { status: 404, body: "There is no such file here." };
  const type = file.split(".").pop() ?? "";
  const body = readFileSync(file);
  // The origin is not known before.
  const text = () => body.toString("utf8").replaceAll("https://quiz.example", origin);
  return {
    headers: { "content-type": TYPES[type] ?? "application/octet-stream", ...headers },
    body: type === "html" ? withCollector(text()) : type === "xml" ? text() : body,
  };
}

/** As it is sent, the tag has a link in it: what readers without scripts and search engines get. @param {string} out @param {string} page */
function linked(out, page) {
  const file = fileAt(out, page);
  const html = file ? readFileSync(file, "utf8") : "";
  ok(/<metier-quiz[^>]*>(?:(?!<\/metier-quiz>).)*<a [^>]*href/s.test(html), `${page} has no tag with a link in it`);
}

/** Takes the quiz on show to its result. @param {Visit} visit */
export async function taken({ rig, reader }) {
  const plan = await planned();
  const first = await reader.start(plan);
  // A result that was kept may have been told before.
  const before = (await rig.told("complete")).length;
  await reader.finish(plan, first);
  const told = await rig.told("complete");
  same(told.length, before + 1, "results told");
  same(told.at(-1)?.detail.report.skills.length, 1, "skills in the report");
}

/** Away and back, twice: by the page's own links, and by Back in the middle of the quiz. @param {Visit} visit */
async function away(visit) {
  const { rig, reader, host } = visit;
  await rig.run(() => {
    Object.assign(window, { stayed: true });
  });
  await leave(visit);
  await click(rig, "#home");
  if (host.away === "state") return taken(visit);
  await reader.until(({ screen }) => screen === "result", "the result shows again after the page's own links");
  const plan = await planned();
  const first = await reader.start(plan);
  const given = /** @type {import('../browser/answers.mjs').Given} */ (plan.answers.get(String(first.item)));
  await reader.answer(String(first.type), given);
  await reader.press("next");
  await reader.until(({ screen, item }) => screen === "question" && item !== first.item, "the second question");
  await leave(visit);
  await rig.driver.navigate().back();
  await reader.until(({ actions }) => actions.includes("continue"), "after Back the quiz offers to go on");
  await reader.press("continue");
  await reader.until(({ screen, item }) => screen === "question" && item !== first.item, "the second question again");
  await reader.press("back");
  const again = await reader.until(({ item }) => item === first.item, "the first question again");
  same(await reader.read(), given, "the answer given before the page was left");
  same(await rig.run(() => "stayed" in window), !host.reloads, "whether the page stayed all the time");
  await reader.finish(plan, again);
}

/** A quiz and answers to it, always the same. */
async function planned() {
  const quiz = await shippedQuiz("pace");
  return { quiz, answers: answersTo(quiz, 3) };
}

/** @param {Visit} visit */
async function leave({ rig, host: { settled } }) {
  if (settled) await until(() => rig.run(settled), "the page is settled");
  await click(rig, "#away");
  await until(() => rig.run(() => !document.querySelector("metier-quiz")), "the page is left");
  if (settled) await until(() => rig.run(settled), "the other page is settled");
}

/** Presses something of the host's, once it is there. @param {Rig} rig @param {string} selector */
export async function click(rig, selector) {
  const pressed = () =>
    rig.run((wanted) => {
      const link = /** @type {HTMLElement | null} */ (document.querySelector(wanted));
      link?.click();
      return link !== null;
    }, selector);
  await until(pressed, `${selector} is there`);
}
