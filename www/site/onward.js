// After a result with roles on a page of this site: what leads on to the pages of the roles, and for those who like to
// say where they come from, to the way from there. An embed elsewhere does not load this. What draws the ways is loaded
// before the first question, so that nothing is requested after it.
import { disclosure, node } from "../shared/dom.js";
import { bring, imported } from "../shared/fetch.js";
import { beforehand } from "./beforehand.js";
import { textPlain } from "../view/text.js";
import { makeSay } from "../words/say.js";
import { language, onwardWords } from "../words/words.js";

/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").RoleReport} RoleReport */
/** @typedef {keyof typeof onwardWords} Key */

const say = makeSay(onwardWords, language);
/** How many roles are led to. */
const mostRoles = 3;

/** What draws the ways to roles. */
const begin = () => ({
  /** @type {Promise<typeof import("./ways-in.js")>} */
  file: imported(new URL("./ways-in.js", import.meta.url)),
  text: bring(new URL("roles/product.json", document.baseURI)).then((blob) => blob.text()),
});
const coming = beforehand(begin);

document.addEventListener("metier-complete", (event) => {
  const { target, detail } = /** @type {CustomEvent<{ report: FullReport }>} */ (event);
  if (!(target instanceof HTMLElement)) return;
  target.querySelector(":scope > .onward")?.remove();
  const { match } = detail.report;
  if (match) target.append(section(target, match, detail.report));
});

/** Opens beside the quiz, so that no answer is lost. @param {string} page @param {string} words */
function beside(page, words) {
  return node("a", { href: page, target: "_blank", rel: "noopener" }, words);
}

/** The product roles in front; where none is, those that come next. @param {Match} match */
function productRoles({ verdict, roles }) {
  const product = roles
    .filter(({ archetype }) => !archetype)
    .sort((a, b) => (b.p_best_product ?? 0) - (a.p_best_product ?? 0));
  const front = product.filter(({ role }) => verdict.roles.includes(role));
  return [...front, ...product.filter((role) => !front.includes(role))].slice(0, mostRoles);
}

/** What some companies mean, where the answers fit that. @param {Match} match */
function otherJobs({ verdict, roles }) {
  return roles.filter(({ role, archetype, also_good }) => archetype && (also_good || verdict.roles.includes(role)));
}

/** @param {RoleReport} role */
function roleLink({ role, name }) {
  return beside(`role-${role}.html`, textPlain(name));
}

/** What it means to take such a job, if that is known of it. @param {RoleReport} role */
function meaning({ role }) {
  const key = `job-${role}`;
  return key in onwardWords && node("div", { class: "small" }, say(/** @type {Key} */ (key)));
}

/** @param {HTMLElement} quiz @param {Match} match @param {FullReport} report */
function section(quiz, match, report) {
  const level = Math.min(6, (Number.parseInt(quiz.getAttribute("heading") ?? "", 10) || 2) + 1);
  const title = (/** @type {number} */ depth, /** @type {Key} */ key) =>
    node(/** @type {"h3"} */ (`h${Math.min(6, level + depth)}`), {}, say(key));
  const named = match.verdict.code !== "not-enough-evidence";
  const others = named ? otherJobs(match) : [];
  const list = (/** @type {RoleReport[]} */ roles) =>
    node(
      "ul",
      {},
      roles.map((role) => node("li", {}, roleLink(role), role.archetype && meaning(role))),
    );
  return node(
    "section",
    { class: "onward", slot: "result", lang: language },
    title(0, "onward-title"),
    node("p", {}, say(named ? "onward-roles" : "onward-none")),
    named && list(productRoles(match)),
    others.length > 0 && [title(1, "onward-others"), list(others)],
    node("p", {}, beside("ways.html", say("onward-all"))),
    origins(quiz, report, level),
  );
}

/**
 * Where somebody comes from, folded.
 * @param {HTMLElement} quiz
 * @param {FullReport} report
 * @param {number} level of the heading above
 */
function origins(quiz, report, level) {
  const box = node("div", {});
  const fold = disclosure(say("onward-origin"), node("p", { class: "small" }, say("onward-origin-lead")), box);
  let there = false;
  fold.addEventListener("toggle", async () => {
    if (!fold.open || there) return;
    box.replaceChildren(node("p", { role: "status" }, say("onward-waiting")));
    try {
      const parts = coming.get(quiz) ?? begin();
      const [{ waysIn }, text] = await Promise.all([parts.file, parts.text]);
      box.replaceChildren(...waysIn(text, report, level + 1));
      there = true;
    } catch {
      // It did not come: the next time it is asked for anew.
      coming.delete(quiz);
      box.replaceChildren(node("p", { role: "status" }, say("onward-lost")));
    }
  });
  return fold;
}
