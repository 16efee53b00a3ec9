// From a result to the page of a role, to the way from where somebody comes from, and to the sources: all of it without a
// network, and with the result still there.
import { Quick } from "../hands.mjs";
import { comeFrom, ONWARD } from "../onward.mjs";
import { plausibleAnswers } from "../plausible.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { catalogue, shippedQuiz } from "../shipped.mjs";
import { ok, once, same } from "../suite.mjs";
import { siteWords } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** Takes the quiz on a page of the site. @param {Rig} rig @param {string} name @param {number} seed */
async function take(rig, name, seed) {
  const quiz = await shippedQuiz(name);
  const { screen } = await new Quiz(rig, new Quick(rig)).take({ quiz, answers: plausibleAnswers(quiz, seed) });
  same(screen, "result", "the quiz is taken");
}

/** The addresses of the links there. @param {Rig} rig @param {string} within */
const linksIn = (rig, within) =>
  rig.run(
    (selector) =>
      [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(`${selector} a`))].map((link) => ({
        href: link.getAttribute("href") ?? "",
        target: link.target,
      })),
    within,
  );

once("a result leads to the pages of its roles, to a way and to the sources, without a network", async (rig) => {
  const origin = rig.fresh();
  rig.withWorker();
  await rig.open(`${origin}/roles.html`);
  await rig.workerReady();
  // Where each row is from is kept once it was looked at.
  await rig.open(`${origin}/sources.html`);
  await rig.proxy.idle();
  rig.proxy.cut(true);
  await rig.open(`${origin}/roles.html`);
  await take(rig, "roles", 12);
  const { roles, origins } = /** @type {any} */ (await catalogue());
  const links = await linksIn(rig, ONWARD);
  ok(links.length > 3, `${links.length} links`);
  ok(
    links.every(({ target }) => target === "_blank"),
    "each opens beside the result",
  );
  same(links.at(-1)?.href, "ways.html", "the page that leads to all");
  const pages = links.slice(0, -1).map(({ href }) => href);
  ok(
    pages.every((page) => roles.some((/** @type {{ id: string }} */ { id }) => page === `role-${id}.html`)),
    pages.join(),
  );

  await comeFrom(rig, "qa-tester");
  const chosen = await rig.run((onward) => {
    const pressed = [...document.querySelectorAll(`${onward} [aria-pressed=true]`)];
    const found = document.querySelector(`${onward} .chosen`);
    return {
      pressed: pressed.map((one) => one.getAttribute("data-origin")),
      way: found?.querySelector("a")?.getAttribute("href"),
      focus: document.activeElement === found?.firstElementChild,
      lines: found?.querySelectorAll("p").length ?? 0,
    };
  }, ONWARD);
  same(
    { ...chosen, lines: chosen.lines > 2 },
    { pressed: ["qa-tester"], way: "way-qa-tester.html", focus: true, lines: true },
    "what is chosen",
  );
  same(
    await rig.run((onward) => document.querySelectorAll(`${onward} [data-origin]`).length, ONWARD),
    origins.length,
    "all jobs that people come from",
  );

  await rig.open(`${origin}/${pages[0]}`);
  const [row] = (await linksIn(rig, "#measured + ul")).filter(({ href }) => href.includes("#S"));
  await rig.open(`${origin}/${row.href}`);
  const named = row.href.split("#")[1];
  await until(
    () => rig.run((id) => document.querySelector("li:target")?.id === id, named),
    `the row that the page names: ${named}`,
  );
  await rig.open(`${origin}/roles.html`);
  await until(
    () => rig.run((onward) => document.querySelector(onward) !== null, ONWARD),
    "the result, with what leads on, is there again",
  );
});

once("the paragraph for a letter is copied, and where a page may not copy it is selected", async (rig) => {
  await rig.open(`${rig.fresh()}/way-sales-rep.html`);
  const words = await rig.run(() => document.querySelector(".letter")?.textContent ?? "");
  const press = (/** @type {boolean} */ allowed) =>
    rig.later(async (allowed) => {
      /** @type {string[]} */
      const texts = [];
      Object.defineProperty(navigator, "clipboard", {
        configurable: true,
        value: {
          writeText: async (/** @type {string} */ text) =>
            allowed ? texts.push(text) : Promise.reject(new Error("no")),
        },
      });
      /** @type {HTMLElement} */ (document.querySelector("[data-action=copy-letter]")).click();
      await new Promise((done) => setTimeout(done));
      return [texts.join(), document.querySelector(".copy [role=status]")?.textContent, String(getSelection())];
    }, allowed);
  same(await press(true), [words, siteWords["letter-copied"], ""], "copied");
  same(await press(false), ["", siteWords["letter-selected"], words], "selected");
});

once("what leads on is there once, and only where a result speaks of roles", async (rig) => {
  const origin = rig.fresh();
  await rig.open(`${origin}/pace.html`);
  await take(rig, "pace", 3);
  same(await rig.run((onward) => document.querySelectorAll(onward).length, ONWARD), 0, "a quiz about one skill");
  await rig.open(`${origin}/roles.html`);
  await take(rig, "roles", 12);
  same(await rig.run((onward) => document.querySelectorAll(onward).length, ONWARD), 1, "a quiz about roles");
});
