// Where somebody comes from: a list of jobs, and for the one that is chosen what usually carries over to the role in
// front, what usually has to be learned, and the way. Typical, not them: it changes no number and is kept nowhere.
import { node } from "../shared/dom.js";
import { textPlain } from "../view/text.js";
import { makeSay } from "../words/say.js";
import { language, onwardWords } from "../words/words.js";

/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {{ id: string, name: string, levels: { skill: string, level: number }[] }} Origin */
/** @typedef {{ name: string, need: number, weight: number, typical: number, low: number | null, high: number | null, level: number | null }} Row */

const say = makeSay(onwardWords, language);
/** Levels that differ by less are alike: the typical ones are known to half a level. */
const alike = 0.5;
/** How many skills a sentence names. */
const mostNamed = 4;

/**
 * The skills of the role in front, what weighs most first.
 * @param {Origin} origin
 * @param {NonNullable<FullReport["match"]>} match
 * @param {FullReport} report
 * @returns {{ role: string, rows: Row[] }}
 */
function compared({ levels }, match, report) {
  const front = match.roles.find(({ role, archetype }) => !archetype && match.verdict.roles.includes(role));
  const role = front ?? match.roles.find(({ archetype }) => !archetype) ?? match.roles[0];
  const rows = role.contributions.flatMap(({ need, weight }, index) => {
    const { skill, name } = match.skills[index];
    const typical = levels.find((one) => one.skill === skill)?.level;
    const own = report.skills.find((one) => one.skill === skill);
    if (typical === undefined) return [];
    const { level = null, low = null, high = null } = own ?? {};
    return [{ name: textPlain(name), need, weight, typical, level, low, high }];
  });
  return { role: textPlain(role.name), rows: rows.sort((a, b) => b.weight - a.weight) };
}

/** @param {Origin} origin @param {FullReport} report @returns {(HTMLElement | null)[]} */
function sentences(origin, report) {
  const { match } = report;
  if (!match) return [];
  const { role, rows } = compared(origin, match, report);
  const line = (/** @type {keyof typeof onwardWords} */ key, /** @type {(row: Row) => boolean} */ fits) => {
    const names = rows
      .filter(fits)
      .slice(0, mostNamed)
      .map(({ name }) => name);
    return names.length ? node("p", {}, say.parts(key, { role, skills: say.list(names) })) : null;
  };
  return [
    line("onward-over", ({ typical, need }) => typical >= need),
    line("onward-under", ({ typical, need }) => typical <= need - alike),
    // Beyond the own band as well as beyond half a level: else it would be told of chance.
    line("onward-you-over", ({ level, low, typical }) => (low ?? 0) > typical && (level ?? 0) - typical > alike),
    line("onward-you-under", ({ level, high, typical }) => (high ?? 4) < typical && typical - (level ?? 4) > alike),
  ];
}

/**
 * The list, and the place for what it leads to.
 * @param {string} catalogue its text, which has the jobs
 * @param {FullReport} report
 * @param {number} level of the heading of what is chosen
 */
export function waysIn(catalogue, report, level) {
  const found = node("div", { class: "chosen" });
  /** @type {{ origins: Origin[] }} */
  const { origins } = JSON.parse(catalogue);
  const buttons = origins.map((origin) => {
    const button = node("button", { type: "button", "aria-pressed": "false", "data-origin": origin.id }, origin.name);
    button.addEventListener("click", () => {
      for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
      const title = node(
        /** @type {"h4"} */ (`h${Math.min(6, level)}`),
        { tabindex: -1 },
        say("onward-from", { origin: origin.name }),
      );
      const way = node("a", { href: `way-${origin.id}.html`, target: "_blank", rel: "noopener" }, say("onward-way"));
      const lines = sentences(origin, report).filter((one) => one !== null);
      found.replaceChildren(title, ...lines, node("p", {}, way), node("p", { class: "small" }, say("onward-typical")));
      title.focus();
    });
    return button;
  });
  const list = node(
    "ul",
    { class: "origins" },
    buttons.map((button) => node("li", {}, button)),
  );
  return [list, found];
}
