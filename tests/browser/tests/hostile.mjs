// A stranger's document is data: it runs nothing, fetches nothing, makes no element that ours would not.
import { answersTo } from "../answers.mjs";
import { SCHEMAS, textsOf } from "../fields.mjs";
import { Quick } from "../hands.mjs";
import { FORBIDDEN_LINKS, poison } from "../hostile.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { STRANGERS } from "../strangers.mjs";
import { ok, once, same, test } from "../suite.mjs";

const KNOWN = new Set(
  (
    "section form fieldset legend label input select option textarea button div span p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd strong em b code br a bdi " +
    "table caption thead tbody tr th td details summary svg g path rect circle line text defs title desc lineargradient stop slot figure figcaption abbr"
  ).split(" "),
);
const module = '<script type="module" src="/metier.js"></script>';

/** Shows a document given as text. @param {import('../rig.mjs').Rig} rig @param {string} text */
async function showDocument(rig, text) {
  rig.proxy.replaced.set("/quizzes/stranger.json", { headers: { "content-type": "application/json" }, body: text });
  return rig.show(`${module}<metier-quiz src="/quizzes/stranger.json"></metier-quiz>`);
}

/** The words of the error shown. @param {import('../rig.mjs').Rig} rig */
async function refusal(rig) {
  const reader = new Quiz(rig, new Quick(rig));
  return (await reader.until((screen) => screen.screen === "error", "the error is shown")).text;
}

for (const name of ["pace", "starter"])
  test(`a document full of markup, script links and hostile ids does nothing: ${name}`, async (rig) => {
    const quiz = poison(await shippedQuiz(name));
    await showDocument(rig, JSON.stringify(quiz));
    const reader = new Quiz(rig, new Quick(rig));
    const look = async () => {
      const found = await rig.run(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
        const all = [...root.querySelectorAll("*")];
        return {
          kinds: [...new Set(all.map((node) => node.localName.toLowerCase()))],
          handlers: all.flatMap((node) =>
            node
              .getAttributeNames()
              .filter((name) => /^on|^style$|^srcdoc$/.test(name))
              // The page's own: a row of the grid, and how much of a bar is done.
              .filter((name) => !/^(--at|flex-grow): \d+;$/.test(node.getAttribute(name) ?? ""))
              .map((name) => `${node.localName} ${name}`),
          ),
          links: all
            .filter((node) => node.hasAttribute("href") || node.hasAttribute("src"))
            .map((node) => /** @type {HTMLAnchorElement} */ (node).href || node.getAttribute("src")),
        };
      });
      same(
        found.kinds.filter((kind) => !KNOWN.has(kind)),
        [],
        "kinds of element that only the document can have made",
      );
      same(found.handlers, [], "attributes that run or style");
      const origin = await rig.run(() => location.origin);
      same(
        found.links.filter((link) => !/^https:\/\//.test(String(link)) && !String(link).startsWith(`${origin}/`)),
        [],
        "links with a scheme of their own",
      );
    };
    const mark = rig.proxy.mark();
    const plan = { quiz, answers: answersTo(quiz, 1), look };
    const first = await reader.start(plan);
    ok(
      first.text.includes("<") || first.text.includes("[press"),
      `markup is shown as the letters it is: ${first.text.slice(0, 300)}`,
    );
    await reader.finish(plan, first);
    same(
      (await rig.requests(mark)).filter((one) => !/\.(js|wasm)$|stranger\.json$/.test(one)),
      [],
      "requests",
    );
  });

/**
 * Sentences of ours, in letters from left to right, in which a stranger's letters from right to left stand without being
 * kept apart: they would change the order of what is around them. Not of pointers and of answers cut to a line, which are
 * kept apart as a whole, nor of what is spoken alone.
 * @param {import('../rig.mjs').Rig} rig
 */
const turned = (rig) =>
  rig.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
    /** What is isolated from what is around it, with the letters of its own. @type {Map<Element, string>} */
    const isolated = new Map();
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, data } = /** @type {Text} */ (texts.currentNode);
      if (parentElement?.closest(".unseen, .given, code, style")) continue;
      /** @type {Element | null} */
      let around = parentElement;
      while (around && /^(normal|embed)$/.test(getComputedStyle(around).unicodeBidi)) around = around.parentElement;
      if (around) isolated.set(around, (isolated.get(around) ?? "") + data);
    }
    return [...isolated.values()].filter(
      (text) => /[a-z]{2}/i.test(text) && /\p{Script=Hebrew}|\p{Bidi_Control}/u.test(text),
    );
  });

for (const name of /** @type {const} */ (["everything", "counted", "chosen", "several"]))
  test(`words from right to left turn no sentence of ours: ${name}`, async (rig) => {
    const quiz = structuredClone(STRANGERS[name]);
    for (const [count, { free, at }] of textsOf(SCHEMAS.quiz, quiz).entries()) {
      const field = /** @type {string} */ (at.pop());
      if (free && field !== "link")
        at.reduce((/** @type {any} */ value, step) => value[step], quiz)[field] = `\u05d0\u05d1 ${count}`;
    }
    await showDocument(rig, JSON.stringify(quiz));
    const reader = new Quiz(rig, new Quick(rig));
    const look = async () => same(await turned(rig), [], "sentences that are turned");
    const plan = { quiz, answers: answersTo(quiz, 1), look };
    const first = await reader.start(plan);
    ok(/\p{Script=Hebrew}/u.test(first.text), first.text);
    await reader.finish(plan, first);
  });

test("pieces of a document in what is said of its problems turn no sentence of ours", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("pace"));
  quiz["\u05d0\u202e"] = 1;
  quiz.items[0]["\u202e\u05d1\u2069"] = 1;
  quiz.items[0].id = "\u05d2 \u2067";
  await showDocument(rig, JSON.stringify(quiz));
  ok((await refusal(rig)).includes("\u05d1"), "the field is named");
  same(await turned(rig), [], "sentences that are turned");
});

for (const control of ["\u202e", "\u2066", "\u0007"]) {
  once(
    `a text with U+${control.charCodeAt(0).toString(16).padStart(4, "0")} in it is refused with its place`,
    async (rig) => {
      const quiz = /** @type {any} */ (await shippedQuiz("pace"));
      quiz.items[0].options[0].text += ` ${control}gnp.exe`;
      await showDocument(rig, JSON.stringify(quiz));
      const text = await refusal(rig);
      ok(text.includes("/items/0/options/0/text"), `the place is named: ${text}`);
      same(text.includes(control), false, "the control in the message itself");
    },
  );
}

for (const id of ["__proto__", "hasOwnProperty", "../../x", "<b>", "a b", '"', ""]) {
  once(`an id like ${JSON.stringify(id)} is refused with its place`, async (rig) => {
    const quiz = await shippedQuiz("pace");
    quiz.items[0].id = id;
    await showDocument(rig, JSON.stringify(quiz));
    const text = await refusal(rig);
    ok(text.includes("/items/0/id"), `the place is named: ${text}`);
  });
}

once("keys like __proto__ anywhere in a document change nothing of the page", async (rig) => {
  const quiz = JSON.stringify(await shippedQuiz("pace")).replace(
    "{",
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
  );
  await showDocument(rig, quiz);
  const text = await refusal(rig);
  ok(text.includes("__proto__"), `the field is named: ${text}`);
  same(await rig.run(() => /** @type {any} */ ({}).polluted ?? null), null, "the prototype of all objects");
});

once("links that run, tell or lie are refused, each with its place; none is ever made", async (rig) => {
  for (const link of FORBIDDEN_LINKS) {
    const quiz = /** @type {any} */ (await shippedQuiz("pace"));
    quiz.about = `Press [here](${link}) now.`;
    quiz.next = [{ title: "There", link }];
    await showDocument(rig, JSON.stringify(quiz));
    const shown = await until(async () => {
      const screen = await new Quiz(rig, new Quick(rig)).screen();
      return screen.screen && screen;
    }, "the quiz or its problems");
    const links = await rig.run(() =>
      [.../** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot).querySelectorAll("a")].map(
        (one) => one.href,
      ),
    );
    same(links, [], `links made of ${link}`);
    ok(
      shown.screen === "error" && shown.text.includes("/next/0/link"),
      `${link} as the next quiz is refused with its place, here: ${shown.screen} ${shown.text.slice(0, 300)}`,
    );
  }
});
