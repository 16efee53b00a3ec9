// What views say and draw of numbers that a test gives them: roundings, boundaries, ties, both directions. What a whole
// screen says of a person's answers is in result.mjs, levels.mjs, roles-said.mjs and profile-said.mjs.
import { INSTRUMENT } from "../proxy.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { adaptiveSay, countedSay, profileSay, say } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** The views under test, as a page has them. */
const VIEWS = [
  ...["adding-up", "counted", "hundred", "level-words", "roles/many", "skills-chart", "verdict"].map(
    (name) => `view/${name}`,
  ),
  "profile/changes",
];

/** A page with the views, a stage to draw on, and a way to make texts. @param {Rig} rig */
async function open(rig) {
  await rig.show("<div id=place></div>");
  await rig.later(
    async (base, names) => {
      const script = (/** @type {string} */ name) => import(`${base}${name}.js`);
      const [{ makeSay }, { introWords, quizWords, roleWords, adaptiveWords, countedWords, profileWords, language }] = [
        await script("words/say"),
        await script("words/words"),
      ];
      const views = await Promise.all(names.map((name) => script(name)));
      let ids = 0;
      const text = (/** @type {string} */ words) => ({
        blocks: [{ kind: "paragraph", runs: [{ text: words, link: null }] }],
      });
      const stage = (quiz = {}) => ({
        say: makeSay(
          { ...introWords, ...quizWords, ...roleWords, ...adaptiveWords, ...countedWords, ...profileWords },
          language,
        ),
        quiz: { direction: "ltr", language: "en", skills: [], items: [], ...quiz },
        heading: 2,
        id: () => `v${++ids}`,
      });
      window.__views = Object.assign({ text, stage }, ...views);
    },
    `${INSTRUMENT}www/`,
    VIEWS,
  );
}

once("a share is never said to be none or all where it is only rounded to that", async (rig) => {
  await open(rig);
  const shares = [0, 0.004, 0.37, 0.996, 1];
  const told = await rig.run((all) => {
    const { countWords, stage } = window.__views;
    return all.map((share) => countWords(Math.round(share * 100), share, stage()));
  }, shares);
  same(told, ["0", say("under-one"), "37", say("over-99"), "100"], "in words");
});

once("numbers that are rounded still add up: those nearest to the other side give way", async (rig) => {
  await open(rig);
  const rows = /** @type {[number[], number, number[]][]} */ ([
    [[0.333, 0.333, 0.334], 0.01, [33, 33, 34]],
    // Each alone would be rounded up, to 101; the first is furthest from that.
    [[0.256, 0.257, 0.487], 0.01, [25, 26, 49]],
    [[0.125, 0.126, 0.749], 0.01, [12, 13, 75]],
    [[0.0146, -0.0244, 0.0146], 0.001, [15, -24, 14]],
    [[], 0.01, []],
  ]);
  const added = await rig.run((all) => all.map(([values, unit]) => window.__views.addingUp(values, unit)), rows);
  for (const [index, [values, unit, wanted]] of rows.entries()) {
    const sum = (/** @type {number[]} */ some) => some.reduce((all, one) => all + one, 0);
    same(sum(added[index]), Math.round(sum(values) / unit), `${values}: the sum`);
    ok(
      added[index].every(
        (/** @type {number} */ one, /** @type {number} */ at) => Math.abs(one - values[at] / unit) < 1,
      ),
      `${values}: ${added[index]}`,
    );
    same(added[index].length, wanted.length, `${values}: how many`);
  }
  same([added[0], added[1]], [rows[0][2], rows[1][2]], "which give way");
});

once("levels, bands and needs between two names are called by both", async (rig) => {
  await open(rig);
  const told = await rig.run(() => {
    const { reachName, needWords, shownLevel, stage } = window.__views;
    return {
      reach: [
        [2, 2],
        [1, 2],
        [0, 4],
      ].map(([from, to]) => reachName({ from, to }, stage())),
      needs: [0, 2, 2.5, 3.25, 4].map((level) => needWords(level, stage())),
      shown: [-0.3, 0.04, 0.05, 2.449, 4.2].map(shownLevel),
    };
  });
  const name = (/** @type {number} */ level) => say(/** @type {"level-0"} */ (`level-${level}`));
  const between = (/** @type {number} */ from, /** @type {number} */ to) => ({ from: name(from), to: name(to) });
  same(told.reach, [name(2), say("level-between", between(1, 2)), say("level-between", between(0, 4))], "reach");
  same(
    told.needs,
    [
      say("need", { level: 0, name: name(0) }),
      say("need", { level: 2, name: name(2) }),
      say("need-between", { level: 2.5, ...between(2, 3) }),
      say("need-between", { level: 3.25, ...between(3, 4) }),
      say("need", { level: 4, name: name(4) }),
    ],
    "needs",
  );
  same(told.shown, [0, 0, 0.1, 2.4, 4], "as it is shown: on the scale, in tenths");
});

once("what the scale says of a level is said of each level that the band reaches", async (rig) => {
  await open(rig);
  const phrases = ["nothing yet", "has heard of it", "does it", "does it well", "teaches it"];
  const told = await rig.run((levels) => {
    const { levelPhrase, stage, text } = window.__views;
    const own = stage({
      skills: [
        { id: "tea", levels: levels.map(text) },
        { id: "milk", levels: [] },
      ],
    });
    const phrase = (/** @type {string} */ skill, /** @type {number} */ from, /** @type {number} */ to) => {
      const place = document.createElement("div");
      place.append(...[levelPhrase({ skill, from, to }, own)].flat().filter(Boolean));
      return place.textContent;
    };
    return [phrase("tea", 2, 2), phrase("tea", 1, 3), phrase("tea", 3, 4), phrase("milk", 1, 2)];
  }, phrases);
  const line = (/** @type {number} */ level) =>
    `${say(/** @type {"level-0"} */ (`level-${level}`))}: ${phrases[level]}`;
  same(told, [phrases[2], [1, 2, 3].map(line).join(""), [3, 4].map(line).join(""), ""], "in words");
});

for (const direction of /** @type {const} */ (["ltr", "rtl"])) {
  test(`the picture of a level has band, edges, dot and number where the numbers are: ${direction}`, async (rig) => {
    await open(rig);
    const levels = [
      { level: 1.2, low: 0.4, high: 2.5 },
      { level: 3.9, low: 3.1, high: 4 },
      // A calibrated level may lie beyond the axis.
      { level: 4.6, low: 3.8, high: 5.2 },
    ];
    const drawn = await rig.run(
      (all, way) => {
        const { onePicture, stage } = window.__views;
        const place = /** @type {HTMLElement} */ (document.querySelector("#place"));
        return all.map((one) => {
          const skill = { skill: "tea", state: "estimated", spread: 0.6, standard_error: null, ...one };
          const picture = onePicture(skill, stage({ direction: way }));
          place.replaceChildren(picture);
          const svg = picture.querySelector("svg");
          // The sheet of a quiz gives it; what has none is nowhere in some browsers.
          for (const box of svg.querySelectorAll("rect")) box.setAttribute("height", "20");
          const whole = svg.getBoundingClientRect();
          const sides = (/** @type {Element} */ part) => {
            const { left, right } = part.getBoundingClientRect();
            return [left, right].map((x) => (x - whole.left) / whole.width);
          };
          const middle = (/** @type {Element} */ part) => sides(part).reduce((sum, x) => sum + x / 2, 0);
          const [band, ...edges] = svg.querySelectorAll(".band rect");
          return {
            band: sides(band),
            edges: edges.map((/** @type {Element} */ edge) => sides(edge)[0]),
            dot: middle(svg.querySelector("circle")),
            number: [svg.querySelector("text").textContent, middle(svg.querySelector("text"))],
            ticks: [...svg.querySelectorAll(".tick")].map((tick) => tick.getAttribute("x1")),
          };
        });
      },
      levels,
      direction,
    );
    const at = (/** @type {number} */ level) => {
      const part = Math.min(4, Math.max(0, level)) / 4;
      return direction === "rtl" ? 1 - part : part;
    };
    const near = (/** @type {number} */ found, /** @type {number} */ wanted, /** @type {string} */ what) =>
      ok(Math.abs(found - wanted) < 0.01, `${what}: at ${found}, wanted at ${wanted}`);
    for (const [index, { level, low, high }] of levels.entries()) {
      const { band, edges, dot, number, ticks } = drawn[index];
      const [start, end] = [at(low), at(high)].sort((a, b) => a - b);
      near(band[0], start, `${level}: where the band begins`);
      near(band[1], end, `${level}: where it ends`);
      for (const [place, edge] of edges.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b).entries())
        near(edge, [start, end][place], `${level}: edge ${place}`);
      near(dot, at(level), `${level}: the dot`);
      near(number[1], at(level), `${level}: the number`);
      same(number[0], say.level(Math.min(4, level)), "the number over the dot");
      const wanted = direction === "rtl" ? ["100%", "75%", "50%", "25%", "0%"] : ["0%", "25%", "50%", "75%", "100%"];
      same(ticks, wanted, "ticks");
    }
  });
}

once(
  "skills that are too close to call stand together and are said to; those without a level come last, and why",
  async (rig) => {
    await open(rig);
    const told = await rig.run(() => {
      const { skillsChart, stage, text } = window.__views;
      const level = {
        state: "estimated",
        spread: 0.5,
        standard_error: null,
        low: 1,
        high: 3,
        level: 2,
        from: 1,
        to: 3,
        end: null,
      };
      const skill = (/** @type {string} */ id, more = {}) => ({
        skill: id,
        name: text(id),
        asked: 4,
        answered: 4,
        ...level,
        ...more,
      });
      const none = { state: "few", level: null };
      const skills = [
        skill("a"),
        skill("b"),
        skill("c"),
        skill("d", { ...none, answered: 1 }),
        skill("e", { ...none, asked: 0, answered: 0 }),
      ];
      const chart = skillsChart({ order: [["b", "c"], ["a"]], skills }, stage());
      return [...chart.querySelectorAll("ol > li")].map((line) => ({
        tie: line.querySelector(".tie")?.textContent ?? null,
        skills: [...line.querySelectorAll("[data-skill]")].map((one) => one.getAttribute("data-skill")),
        // Of what has a level the picture stands between the name and the words.
        without: line.querySelector(".plot") ? null : line.querySelector(".value")?.textContent,
      }));
    });
    same(
      told,
      [
        { tie: say("tied", { count: 2 }), skills: ["b", "c"], without: null },
        { tie: null, skills: ["a"], without: null },
        { tie: null, skills: ["d"], without: say("too-few", { answered: 1, count: 4 }) },
        { tie: null, skills: ["e"], without: adaptiveSay("not-asked") },
      ],
      "lines of the chart",
    );
  },
);

once(
  "the strongest signs are three or four skills that can be told from the others, or none is called so",
  async (rig) => {
    await open(rig);
    const orders = ["a,b,c,d", "a,bc,d", "a,bcd,e", "a,bcde,f", "abcde,f", "abcde", "a,b", ""];
    const told = await rig.run((all) => {
      const { signsLine, stage, text } = window.__views;
      return all.map((words) => {
        const order = words
          .split(",")
          .filter(Boolean)
          .map((group) => [...group]);
        const skills = order.flat().map((id) => ({ skill: id, name: text(id.toUpperCase()) }));
        return signsLine({ order, skills }, stage())?.textContent ?? null;
      });
    }, orders);
    const signs = (/** @type {string[]} */ ...names) =>
      say("signs", { skills: new Intl.ListFormat("en-GB").format(names) });
    same(
      told,
      [
        signs("A", "B", "C"),
        signs("A", "B", "C"),
        signs("A", "B", "C", "D"),
        signs("A"),
        say("signs-close", { count: 5 }),
        say("signs-none", { count: 5 }),
        null,
        null,
      ],
      "what is said of them",
    );
  },
);

once("a quiz that counts speaks of statements about which people differ only where there are some", async (rig) => {
  await open(rig);
  const told = await rig.run(() => {
    const { countedParts, stage, text } = window.__views;
    const parts = (/** @type {unknown[]} */ options) => {
      const items = [{ id: "one", type: "sort", groups: [], options }];
      const report = { counted: { right: 1, of: 2, end: null, sections: [] }, skipped: 0 };
      const { first, cards } = countedParts(report, [], new Map([["one", null]]), stage({ items }));
      return [first.filter(Boolean).map((/** @type {Element} */ one) => one.textContent), cards.length];
    };
    const option = { id: "x", text: text("A statement"), why: null, group: "g", talk: null };
    return [parts([option]), parts([{ ...option, talk: text("It depends.") }])];
  });
  same(
    told,
    [
      [[countedSay("counted-no-level")], 0],
      [[countedSay("counted-no-level"), countedSay("counted-talk")], 1],
    ],
    "what is said below the count, and cards",
  );
});

/**
 * A match of made-up roles.
 * @param {Record<string, any>[]} roles
 * @param {number[]} levels of the skills s0, s1 …; NaN = not measured
 */
const matchOf = (roles, levels) => ({
  skills: levels.map((level, at) => ({ skill: `s${at}`, name: {}, measured: !Number.isNaN(level), level: level || 0 })),
  roles: roles.map((role) => ({ archetype: false, p_best: 0, fit: 0, contributions: [], ...role })),
  verdict: { code: "fits", roles: [], floor: null },
  p_archetype: 0,
});

once(
  "what a role asks for more of: the widest gap first, each by its weight; what was not measured is no gap",
  async (rig) => {
    await open(rig);
    const needs = [
      // Short by 1 at weight 1, by .5 at weight 3, by 2 at weight .25; then nothing short, not measured, and by a rounding.
      { need: 3, weight: 1 },
      { need: 2.5, weight: 3 },
      { need: 4, weight: 0.25 },
      { need: 1, weight: 5 },
      { need: 4, weight: 5 },
      { need: 2, weight: 5 },
    ].map((one, at) => ({ skill: `s${at}`, floor: at === 3 ? 1 : null, ...one }));
    const match = matchOf([{ role: "one", p_best_product: 1, contributions: needs }], [2, 2, 2, 3, NaN, 1.96]);
    const told = await rig.run((given) => {
      const { gapsOf, floorsOf } = window.__views;
      const ids = (/** @type {{ skill: string }[]} */ some) => some.map(({ skill }) => skill);
      return [ids(gapsOf(given.roles[0], given)), ids(floorsOf(given.roles[0], given))];
    }, match);
    same(told, [["s1", "s0", "s2"], ["s3"]], "gaps and must-haves");
  },
);

once(
  "roles stand by how often they fit best, then by their fit; other titles stand apart, and all are counted",
  async (rig) => {
    await open(rig);
    const match = {
      ...matchOf(
        [
          { role: "low", p_best_product: 0.1, fit: 0.9 },
          { role: "title", archetype: true, p_best_product: null, p_best: 0.07, fit: 0.99 },
          { role: "tied-worse", p_best_product: 0.3, fit: 0.4 },
          { role: "tied-better", p_best_product: 0.3, fit: 0.5 },
          { role: "rest", p_best_product: 0.3, fit: 0.2 },
        ],
        [],
      ),
      p_archetype: 0.07,
    };
    const front = { ...match, verdict: { code: "several", roles: ["title", "rest"], floor: null } };
    const missed = { low: 0.2, "tied-worse": 0.9, "tied-better": 0.1, rest: 0.5 };
    const none = {
      ...match,
      verdict: { code: "none-yet", roles: [], floor: null },
      roles: match.roles.map((role) => ({
        ...role,
        p_must_have_missed: missed[/** @type {keyof typeof missed} */ (/** @type {any} */ (role).role)] ?? 0,
      })),
    };
    const told = await rig.run(
      (plain, named, nobody) => {
        const { productRoles, archetypesOf, roleCounts, namedRoles, cardRoles } = window.__views;
        const ids = (/** @type {{ role: string }[]} */ some) => some.map(({ role }) => role);
        return {
          product: ids(productRoles(plain)),
          titles: ids(archetypesOf(plain)),
          counts: Object.fromEntries(roleCounts(plain)),
          named: ids(namedRoles(named)),
          cards: ids(cardRoles(named)),
          nearest: ids(cardRoles(nobody)),
        };
      },
      match,
      front,
      none,
    );
    same(told.product, ["tied-better", "tied-worse", "rest", "low"], "product roles");
    same(told.titles, ["title"], "other titles");
    same(told.counts, { "tied-better": 30, "tied-worse": 30, rest: 30, low: 10, title: 7 }, "of a hundred");
    same(told.named, ["title", "rest"], "those named");
    // A title that is no role of its own has no card; those that come next fill up.
    same(told.cards, ["rest", "tied-worse", "tied-better"], "cards");
    same(told.nearest, ["tied-better", "low", "rest"], "cards where none fits yet: those that miss least");
  },
);

once(
  "what would change the roles is said for what it is: so already, unlikely, against the answers, or to be learnt",
  async (rig) => {
    await open(rig);
    const changes = [
      { direction: "down", shift: -0.61, errors: -0.8 },
      { direction: "down", shift: -1, errors: -1.7 },
      { direction: "down", shift: -0.04, errors: -2.3 },
      { direction: "up", shift: 0.3, errors: 0.9 },
      { direction: "up", shift: 1.46, errors: 1.9 },
      { direction: "up", shift: 3, errors: 2.7 },
      { direction: "up", shift: 3.5, errors: 3 },
    ].map((one) => ({ skill: "tea", role: "cook", ...one }));
    const told = await rig.run((all) => {
      const { changesPart, stage, text } = window.__views;
      const drawn = (/** @type {unknown[]} */ some) =>
        changesPart({
          stage: stage(),
          skills: [{ skill: "tea", name: text("Tea") }],
          catalogue: { roles: [{ role: "cook", name: text("Cook") }] },
          explained: { changes: some },
        });
      const lists = (/** @type {Element} */ part) =>
        [...part.querySelectorAll(".columns > div")].map((column) =>
          [...column.querySelectorAll("li, p:not(:first-child)")].map((line) => line.textContent),
        );
      return [lists(drawn(all)), lists(drawn([]))];
    }, changes);
    const line = (
      /** @type {"up" | "down"} */ way,
      /** @type {string} */ shift,
      /** @type {"learn" | "within" | "near" | "far"} */ meaning,
    ) =>
      `${profileSay(`my-change-${way}-line`, { skill: "Tea", shift, role: "Cook" })} ${profileSay(`my-change-${meaning}`)}`;
    const levels = (/** @type {number} */ count) => profileSay("my-shift", { count });
    same(
      told[0],
      [
        [line("up", levels(0.3), "within"), line("up", levels(1.5), "learn"), line("up", levels(3), "learn")],
        [
          line("down", levels(0.6), "within"),
          line("down", levels(1), "near"),
          line("down", profileSay("my-shift-small"), "far"),
        ],
      ],
      "better, and lower than thought",
    );
    same(told[1], [[profileSay("my-change-none-up")], [profileSay("my-change-none-down")]], "where nothing would");
  },
);
