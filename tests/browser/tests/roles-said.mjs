// What the result of several skills says of them and of roles: recomputed from what the command line says of the same
// answers.
import { shownLevel } from "../native.mjs";
import { plausibleAnswers } from "../plausible.mjs";
import { catalogue, shippedQuiz } from "../shipped.mjs";
import { ok, once, same } from "../suite.mjs";
import { taken } from "../taken.mjs";
import { say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */
/** @typedef {import('../../../www/types.d.ts').Match} Match */

/** The result with all that is folded, as text and in its parts. @param {Rig} rig */
const drawn = (rig) =>
  rig.run(() => {
    const section = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-screen=result]");
    const all = (/** @type {string} */ selector, /** @type {ParentNode | null | undefined} */ within = section) => [
      .../** @type {NodeListOf<HTMLElement>} */ (within?.querySelectorAll(selector) ?? []),
    ];
    return {
      lines: all("p, li").map((line) => line.textContent ?? ""),
      bars: all(".bars > .chart").map((chart) =>
        all("[data-skill]", chart).map(({ dataset }) => String(dataset.skill)),
      ),
      tables: all("table").map((table) => ({
        caption: table.querySelector("caption")?.textContent,
        rows: all("tbody tr", table).map((row) => all("th, td", row).map((cell) => cell.textContent ?? "")),
      })),
    };
  });

/** @param {number} share */
const hundred = (share) => {
  const n = Math.round(share * 100);
  if (n === 0 && share > 0) return say("under-one");
  return n === 100 && share < 1 ? say("over-99") : String(n);
};

/** Names of a list in words. @param {string[]} names */
const listed = (names) => new Intl.ListFormat("en-GB").format(names);

once(
  "shares, highest and lowest skills, what stands out and what tips it are those of the command line",
  async (rig) => {
    const { report } = await taken(rig, "roles", plausibleAnswers(await shippedQuiz("roles"), 7));
    const match = /** @type {Match} */ (report.match);
    const { roles: known, skills: all } = await catalogue();
    const role = (/** @type {string} */ id) => known.find((one) => one.id === id)?.name ?? id;
    const skill = (/** @type {string} */ id) => all.find((one) => one.id === id)?.name ?? id;
    const { lines, bars, tables } = await drawn(rig);

    const product = match.roles.filter(({ p_best_product }) => p_best_product !== null);
    product.sort((a, b) => Number(b.p_best_product) - Number(a.p_best_product) || b.fit - a.fit);
    const table = tables.find(({ caption }) => caption === say("others-caption"));
    same(
      table?.rows.map(([name, , near, missed]) => [name, near, missed]),
      product.map((one) => [role(one.role), hundred(Number(one.p_near_best_product)), hundred(one.p_must_have_missed)]),
      "how many fit each role nearly as well, and miss a must-have",
    );
    const counts = (table?.rows ?? []).map(([, best]) => Number(best.replace(say("under-one"), "0")));
    same(
      counts.reduce((sum, one) => sum + one, 0),
      100,
      "how many fit each best, in all",
    );
    for (const [at, count] of counts.entries()) {
      const share = Number(product[at].p_best_product) * 100;
      ok(Math.abs(count - share) < 1, `${product[at].role}: ${count} for ${share}`);
    }

    const order = report.order.flat();
    ok(order.length > 6, `${order.length} skills`);
    same(bars, [order.slice(0, 3), order.slice(-3)], "both ends");

    // As many groups as make at least three, and no more than four skills.
    const signs = [];
    for (const group of report.order) {
      if (signs.length >= 3 || signs.length + group.length > 4) break;
      signs.push(...group);
    }
    const stands = signs.length
      ? say("signs", { skills: listed(signs.map(skill)) })
      : say("signs-close", { count: report.order[0].length });
    ok(lines.includes(stands), stands);

    const [first, second] = match.verdict.roles
      .map((id) => match.roles.find((one) => one.role === id))
      .concat(product.filter((one) => !match.verdict.roles.includes(one.role)));
    ok(first && second, "two roles");
    const shown = (/** @type {number} */ index) => shownLevel(Number(match.skills[index].level));
    const leads = match.skills.map((one, index) => ({
      name: skill(one.skill),
      lead: first.contributions[index].value - second.contributions[index].value,
      // What a role asks for more of does not speak for it.
      lacks: [first, second].map(({ contributions }) => contributions[index].need > shown(index)),
    }));
    const forFirst = leads.filter(({ lead, lacks }) => lead > 0 && !lacks[0]).sort((a, b) => b.lead - a.lead);
    const forSecond = leads.filter(({ lead, lacks }) => lead < 0 && !lacks[1]).sort((a, b) => a.lead - b.lead);
    const names = (/** @type {typeof leads} */ some) => listed(some.slice(0, 3).map(({ name }) => name));
    ok(forFirst.length > 0 && forSecond.length > 0, "skills that speak for each");
    ok(
      leads.some(({ lead, lacks }) => lead !== 0 && lacks[lead > 0 ? 0 : 1]),
      "some are lacked by the role that they would speak for",
    );
    const tips = say("tipping", {
      first: role(first.role),
      second: role(second.role),
      forFirst: names(forFirst),
      forSecond: names(forSecond),
    });
    ok(lines.includes(tips), `${tips} in ${lines.filter((line) => line.includes("tips")).join(" / ")}`);
  },
);

once("what would help to know is what the command line says is not measured", async (rig) => {
  const quiz = await shippedQuiz("roles");
  /** @type {Map<string, any>} */
  const answers = plausibleAnswers(quiz, 7);
  const about = (/** @type {unknown} */ item, /** @type {string} */ id) => JSON.stringify(item).includes(`"${id}"`);
  // Nothing that asks about one of two skills is answered.
  for (const item of quiz.items) if (about(item, "technical") || about(item, "evidence")) answers.set(item.id, null);
  const { report } = await taken(rig, "roles", answers);
  const { unmeasured } = /** @type {Match} */ (report.match).verdict;
  ok(unmeasured.length > 0, "something would help");
  const { skills } = await catalogue();
  const names = skills.filter(({ id }) => unmeasured.includes(id)).map(({ name }) => name);
  const { lines } = await drawn(rig);
  const words = say("surer-unmeasured", { skills: listed(names) });
  ok(lines.includes(words), `${words} in ${lines.filter((line) => line.startsWith("It would")).join(" / ")}`);
});
