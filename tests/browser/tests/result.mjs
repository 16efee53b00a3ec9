// The result: one screen that says it, then depth; the same on paper.
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { plausibleAnswers } from "../plausible.mjs";
import { Quiz } from "../quiz.mjs";
import { answersOf } from "../person.mjs";
import { catalogue, shippedQuiz } from "../shipped.mjs";
import { inChromium, ok, once, same, test } from "../suite.mjs";
import { taken } from "../taken.mjs";
import { say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** What stands on the result, in its order. @param {Rig} rig */
function parts(rig) {
  return rig.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
    const section = /** @type {HTMLElement} */ (root.querySelector("[data-screen=result]"));
    const words = (/** @type {string} */ selector) =>
      [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(selector))].map(
        (node) => node.textContent ?? "",
      );
    const marks = ".picture, .hundred, .cards, .actions, .look, details";
    return {
      order: [...section.querySelectorAll(marks)]
        .filter((node) => !node.parentElement?.closest("details, .cards"))
        .map((node) => (node.localName === "details" ? "fold" : node.className)),
      unfolded: section.querySelectorAll("details[open]").length,
      cards: [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".card"))].map((card) => ({
        kind: card.dataset.card ?? card.dataset.role ?? "",
        words: card.textContent ?? "",
        leads: /** @type {HTMLElement | null} */ (card.querySelector("[data-look]"))?.dataset.look ?? null,
      })),
      open: [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".part > .look > li"))].map(
        ({ dataset }) => dataset.item,
      ),
      folded: section.querySelectorAll("details .look > li").length,
      actions: [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".actions > *"))].map(
        (node) => node.dataset.action ?? node.localName,
      ),
      titles: words("[data-title]"),
      signs: words("[data-signs]"),
      key: [...section.querySelectorAll(".key li")].map((line) => [
        line.querySelector("span")?.textContent ?? "",
        Number(line.querySelector("b")?.textContent),
      ]),
    };
  });
}

/** The answered questions by what they count for. @param {import('../../../www/types.d.ts').Report} report */
function byValue({ skills }) {
  return skills.flatMap(({ pulls }) => pulls).sort((a, b) => b.value - a.value);
}

test("the result of one skill is a sentence, a picture, three cards and what to do; everything else is folded but three questions", async (rig) => {
  const quiz = await shippedQuiz("pace");
  const { reader, report } = await taken(rig, "pace", answersTo(quiz, 12));
  const { order, unfolded, cards, open, folded, actions } = await parts(rig);
  same(order.slice(0, 4), ["picture", "fold", "cards", "actions"], "the first screen");
  same([unfolded, order.slice(4, 5)], [0, ["look"]], "what comes next, and what is unfolded");
  same(actions, ["slot", "print", "span", "review", "restart"], "what to do, the other form among it");
  same(
    cards.map(({ kind }) => kind),
    ["strong", "week", "look"],
    "the cards",
  );
  const pulls = byValue(report);
  const [best, worst] = [pulls[0].value, pulls.at(-1)?.value ?? 0];
  ok(cards[0].words.includes(say("answer-counts", { level: say.level(best) })), cards[0].words);
  ok(cards[2].words.includes(say("answer-counts", { level: say.level(worst) })), cards[2].words);
  same(pulls.find(({ item }) => item === cards[2].leads)?.value, worst, "where the third card leads");
  same(
    [open.length, new Set(open).size, open.length + folded],
    [3, 3, quiz.items.length],
    "each question is there once",
  );

  await reader.hand.press(`[data-look="${cards[2].leads}"]`);
  const focus = await rig.run(() => {
    const active = document.querySelector("metier-quiz")?.shadowRoot?.activeElement;
    return active instanceof HTMLElement ? active.dataset.item : null;
  });
  same(focus, cards[2].leads, "the question that has the focus");
});

once(
  "a result says how much was answered where not all was, and what was never done without a count of nothing",
  async (rig) => {
    const quiz = await shippedQuiz("pace");
    const answers = new Map([...answersOf(quiz, [0])].map(([id, given], index) => [id, index ? given : null]));
    const { reader, screen, report } = await taken(rig, "pace", answers);
    const { asked, answered, behaviours } = report.skills[0];
    ok(screen.text.includes(say("review-count", { given: answered, count: asked })), screen.text.slice(0, 400));
    const { text } = await reader.unfolded();
    for (const { name, shown, offered } of behaviours) {
      const words = { name: name.blocks[0].runs[0].text, shown, count: offered };
      ok(text.includes(say(shown ? "did" : "did-not", words)), `${JSON.stringify(words)} in ${text}`);
    }
    ok(
      behaviours.some(({ shown }) => !shown),
      "something was never done",
    );
  },
);

once("who sorted all as the key does is not told to look at that again", async (rig) => {
  const quiz = await shippedQuiz("pace-b");
  const sorted = /** @type {any} */ (quiz.items.find(({ type }) => type === "sort"));
  const right = sorted.options.map((/** @type {any} */ { id, group }) => [id, group]);
  const answers = plausibleAnswers(quiz, 5).set(sorted.id, Object.fromEntries(right));
  const { report } = await taken(rig, "pace-b", answers);
  same(byValue(report).find(({ item }) => item === sorted.id)?.value, 3, "what all in the right groups counts for");
  const { cards, open } = await parts(rig);
  ok(!cards.some(({ leads }) => leads === sorted.id), `the cards: ${JSON.stringify(cards)}`);
  ok(!open.includes(sorted.id), `the questions that stand open: ${open}`);
});

once("who rates all options alike hears that this counts for nothing", async (rig) => {
  const quiz = await shippedQuiz("pace");
  const rated = /** @type {any} */ (quiz.items.find(({ type }) => type === "judge"));
  const answers = plausibleAnswers(quiz, 5).set(
    rated.id,
    Object.fromEntries(rated.options.map((/** @type {any} */ { id }) => [id, 3])),
  );
  const { reader, report } = await taken(rig, "pace", answers);
  ok(!byValue(report).some(({ item }) => item === rated.id), "what the level rests on");
  const { text } = await reader.unfolded();
  same(text.split(say("answer-alike")).length - 1, 1, "how often it is said");
});

once("with too few answers all questions are there with their reasons, and none is called another", async (rig) => {
  const quiz = await shippedQuiz("pace");
  const { screen } = await taken(rig, "pace", new Map(quiz.items.map(({ id }) => [id, null])));
  ok(screen.text.includes(say("look-all", { count: quiz.items.length })), screen.text);
});

once("the review names the best before the worst, and of ratings and points the highest", async (rig) => {
  const quiz = await shippedQuiz("pace");
  const answers = answersTo(quiz, 12);
  /** @type {string[]} */
  const given = [];
  await rig.open(`${rig.fresh()}/pace.html`);
  await new Quiz(rig, new Quick(rig)).take({
    quiz,
    answers,
    look: async ({ screen }) => {
      if (screen !== "review") return;
      const lines = await rig.run(() =>
        [...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll(".answers .given") ?? [])].map(
          ({ textContent }) => textContent ?? "",
        ),
      );
      given.push(...lines);
    },
  });
  for (const [index, { id, type, points = 0 }] of quiz.items.entries()) {
    const most = Math.max(...Object.values(/** @type {any} */ (answers.get(id))).map(Number));
    const begins = {
      "best-worst": say("best-best"),
      judge: say("rated", { n: most, points }),
      allocate: say("points", { n: most, count: most }),
    }[type];
    if (begins) ok(given[index].startsWith(`${begins}: `), `${id}: ${given[index]}`);
  }
});

once(
  "a result says of each option what it counts for and why, and never calls one's own pick by the word of the key",
  async (rig) => {
    const quiz = await shippedQuiz("pace");
    const answers = answersTo(quiz, 12);
    await taken(rig, "pace", answers);
    const options = await rig.run(() =>
      [
        .../** @type {NodeListOf<HTMLElement>} */ (
          document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll(".look > li") ?? []
        ),
      ].map((item) => ({
        item: String(item.dataset.item),
        options: [...item.querySelectorAll("ul > li")].map((option) => option.textContent ?? ""),
      })),
    );
    for (const { item, options: shown } of options) {
      const { type, total, options: wanted = [] } = /** @type {any} */ (quiz.items.find(({ id }) => id === item));
      same(shown.length, wanted.length, `options of ${item}`);
      for (const { id, text, why, keys, target } of wanted) {
        const words = shown.find((one) => one.startsWith(text)) ?? "";
        ok(words.includes(why), `${item} ${id} gives its reason: ${words}`);
        if (keys) ok(words.includes(say("counts", { level: say.whole(keys[0].level) })), `${item} ${id}: ${words}`);
        if (target) {
          const n = say("band", { low: target[0], high: target[1] });
          ok(words.includes(say("key-rating", { n, points: total })), `${item} ${id}: ${words}`);
        }
        const given = /** @type {any} */ (answers.get(item));
        if (type === "best-worst" && given.best === id)
          ok(words.includes(`${say("you-chose")} ${say("best-best")}`), `${item} ${id}: ${words}`);
      }
    }
  },
);

once(
  "the result with roles names product roles, other titles on a line of their own, and its hundred adds up",
  async (rig) => {
    const quiz = await shippedQuiz("roles");
    const { screen, report } = await taken(rig, "roles", plausibleAnswers(quiz, 7));
    const { order, cards, titles, signs, key } = await parts(rig);
    same(order.slice(0, 3), ["hundred", "cards", "actions"], "the first screens");
    const match = /** @type {import('../../../www/types.d.ts').Match} */ (report.match);
    const { roles } = await catalogue();
    const name = (/** @type {string} */ id) => roles.find((role) => role.id === id)?.name ?? "";
    const archetypes = match.roles.filter(({ archetype }) => archetype);
    for (const { role } of archetypes) ok(!screen.heading.includes(name(role)), `${screen.heading} names ${role}`);
    const own = match.verdict.roles.filter((id) => archetypes.every(({ role }) => role !== id));
    for (const id of own.slice(0, 3)) ok(screen.heading.includes(name(id)), `${screen.heading} lacks ${id}`);
    same(
      titles,
      archetypes
        .filter(({ role, also_good }) => also_good || match.verdict.roles.includes(role))
        .map(({ role }) => name(role)),
      "the other titles",
    );
    const carded = cards.filter(({ kind }) => kind !== "week").map(({ kind }) => kind);
    same([carded.length, carded.slice(0, own.length)], [3, own.slice(0, 3)], "the cards");
    same(
      key.reduce((sum, [, count]) => sum + Number(count), 0),
      100,
      "marks in the picture",
    );
    for (const id of carded)
      ok(
        key.some(([words]) => words === name(id)),
        `${id} is in the picture: ${key.join(" ")}`,
      );
    const stands =
      report.order[0].length > 4 ? say("signs-close", { count: report.order[0].length }) : say("signs", { skills: "" });
    ok(signs[0].startsWith(stands.replace(/\.$/, "")), `${signs}`);
  },
);

once(
  "where too little was answered no role is named, and one press leads to the questions that were skipped",
  async (rig) => {
    const quiz = await shippedQuiz("roles");
    const answers = answersTo(quiz, 12);
    for (const id of [...answers.keys()].slice(6)) answers.set(id, null);
    const { reader, screen } = await taken(rig, "roles", answers);
    const skipped = [...answers.values()].filter((answer) => answer === null);
    same(screen.heading, say("verdict-not-enough-evidence"), "the heading");
    ok(screen.text.includes(say("surer-skipped", { count: skipped.length })), screen.text.slice(0, 500));
    await reader.hand.press("button.main[data-action=review]");
    await reader.until((now) => now.screen === "review", "the way on");
  },
);

once(
  "whom no product role fits yet hears which steps come first: for the nearest role, each told once",
  async (rig) => {
    const quiz = await shippedQuiz("roles");
    const answers = plausibleAnswers(quiz, 7);
    // Others did it.
    for (const { id, type, instructed } of quiz.items)
      if (type === "statement" && instructed === undefined && answers.has(id)) answers.set(id, 1);
    const { screen, report } = await taken(rig, "roles", answers);
    same(screen.heading, say("verdict-none-yet"), "the heading");
    const { roles, verdict } = /** @type {import('../../../www/types.d.ts').Match} */ (report.match);
    const nearest = roles.find(({ role }) => role === verdict.floor?.role);
    const told = await rig.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
      const part = root.querySelector("[data-steps]");
      return {
        heading: part?.firstElementChild?.textContent ?? "",
        steps: [...(part?.querySelectorAll("li") ?? [])].map((line) => line.textContent ?? ""),
        weeks: root.querySelectorAll("[data-card=week]").length,
        before: Boolean(part && part.compareDocumentPosition(/** @type {Node} */ (root.querySelector(".card"))) & 4),
        all: root.querySelector("[data-screen=result]")?.textContent ?? "",
      };
    });
    const { skills } = await catalogue();
    const name = (/** @type {string} */ id) => skills.find((skill) => skill.id === id)?.name ?? "";
    const open = (nearest?.contributions ?? []).filter(({ must_have }) => must_have && must_have !== "met");
    ok(open.length > 0, "the nearest role has must-haves that are not met");
    same([told.steps.length, told.weeks], [3, 0], "steps, and cards of the week beside them");
    ok(told.before, "the steps come before the roles");
    open
      .slice(0, 3)
      .forEach(({ skill }, place) => ok(told.steps[place].startsWith(`${name(skill)}: `), told.steps[place]));
    for (const { text } of /** @type {any} */ (quiz).learn) ok(told.all.split(text).length <= 2, `told twice: ${text}`);
    const role = (await catalogue()).roles.find(({ id }) => id === nearest?.role)?.name ?? "";
    same(told.heading, say("steps-towards", { role }), "towards the nearest role");
  },
);

once(
  "a table is one for whoever hears it, and each cell says its column where there is no room for a head",
  async (rig) => {
    const { reader } = await taken(rig, "roles", plausibleAnswers(await shippedQuiz("roles"), 3));
    await reader.unfolded();
    const tables = await rig.run(() =>
      [...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("table") ?? [])].map((table) => {
        const heads = [...table.querySelectorAll("thead th")];
        return {
          roles: [...new Set([table, ...table.querySelectorAll("*")].map((one) => one.getAttribute("role")))].sort(),
          heads: heads.map((one) => one.textContent),
          named: [...table.querySelectorAll("tbody tr")].every((row) =>
            [...row.querySelectorAll("td")].every((cell, at) => cell.dataset.head === heads[at + 1].textContent),
          ),
        };
      }),
    );
    ok(tables.length > 0, `tables: ${tables.length}`);
    const roles = ["cell", "columnheader", "row", "rowgroup", "rowheader", "table"];
    for (const table of tables) {
      same(table.roles.filter(Boolean), roles, `what the parts of a table are: ${table.heads}`);
      ok(table.heads.length > 1 && table.named, `each cell says its column: ${table.heads}`);
    }
  },
);

inChromium("the band opens once, in half a second, and not at all where the reader wants less motion", async (rig) => {
  const prefer = (/** @type {string} */ value) =>
    /** @type {any} */ (rig.driver).sendDevToolsCommand("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-reduced-motion", value }],
    });
  await taken(rig, "pace", answersTo(await shippedQuiz("pace"), 12));
  const motion = () =>
    rig.run(() => {
      const band = document.querySelector("metier-quiz")?.shadowRoot?.querySelector(".picture .band");
      const { animationName, animationDuration, animationIterationCount } = getComputedStyle(
        /** @type {Element} */ (band),
      );
      return animationName === "none" ? "none" : `${animationDuration} ${animationIterationCount}`;
    });
  await prefer("no-preference");
  same(await motion(), "0.5s 1", "motion");
  await prefer("reduce");
  same(await motion(), "none", "less motion");
  await prefer("");
});

/** Inches. */
const PAPERS = { A4: [8.27, 11.69], Letter: [8.5, 11] };

for (const name of ["negotiation", "pace", "setbacks", "roles"]) {
  inChromium(
    `the result of ${name} fits ${name === "roles" ? "two pages" : "one page"} of A4 and of Letter, with day, title and address`,
    async (rig) => {
      const quiz = await shippedQuiz(name);
      const { origin } = await taken(rig, name, answersTo(quiz, 12));
      const words = await rig.run(() => {
        const section = document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-screen=result]");
        return {
          first: section?.firstElementChild?.textContent ?? "",
          last: section?.querySelector(".paper")?.textContent ?? "",
        };
      });
      ok(words.first.startsWith(quiz.title) && /\d{4}/.test(words.first), words.first);
      ok(words.last.includes(quiz.title) && words.last.includes(`${origin}/${name}.html`), words.last);
      for (const [paper, [paperWidth, paperHeight]] of Object.entries(PAPERS)) {
        const { data } = await /** @type {any} */ (rig.driver).sendAndGetDevToolsCommand("Page.printToPDF", {
          paperWidth,
          paperHeight,
          preferCSSPageSize: false,
        });
        const pages = Buffer.from(data, "base64")
          .toString("latin1")
          .match(/\/Type\s*\/Page[^s]/g)?.length;
        same(pages, name === "roles" ? 2 : 1, `pages of ${paper}`);
      }
    },
  );
}
