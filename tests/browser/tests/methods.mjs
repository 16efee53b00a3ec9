// What a script may do with the tag beside attributes and events: begin, begin anew, wait, ask what is wrong, style
// parts and states; and what it does not get where the tag is private.
import { answersTo } from "../answers.mjs";
import { Quick } from "../hands.mjs";
import { plainPath } from "../proxy.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

const TAG = '<script type="module" src="/metier.js"></script>';
/** @param {Rig} rig */
const reader = (rig) => new Quiz(rig, new Quick(rig));
/** Whatever stands after it is out of sight. */
const HIGH = "<p>…</p>".repeat(200);
/** The tag. @typedef {HTMLElementTagNameMap['metier-quiz']} Tag */

test("ready is told once the first screen is there; start begins, restart begins anew", async (rig) => {
  await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
  const ready = await rig.later(async () => {
    await customElements.whenDefined("metier-quiz");
    return /** @type {Tag} */ (document.querySelector("metier-quiz")).ready;
  });
  const quiz = await shippedQuiz("pace");
  same([ready.quiz, ready.items], [quiz.id, quiz.items.length], "what is told");
  await reader(rig).until(({ screen }) => screen === "intro", "the first screen");
  const told = await rig.later(async () => /** @type {Tag} */ (document.querySelector("metier-quiz")).start());
  same(told, ready, "what start tells");
  const first = await reader(rig).until(({ screen }) => screen === "question", "the first question");
  await reader(rig).press("skip");
  await reader(rig).until((now) => now.screen === "question" && now.item !== first.item, "the second question");
  await rig.later(async () => /** @type {Tag} */ (document.querySelector("metier-quiz")).start());
  ok((await reader(rig).screen()).item !== first.item, "start under way changes nothing");
  await rig.run(() => /** @type {Tag} */ (document.querySelector("metier-quiz")).restart());
  await reader(rig).until(({ screen }) => screen === "intro", "the first screen again");
  const answers = await rig.run(() => document.querySelector("metier-quiz")?.toJSON()?.answers);
  same(answers, {}, "answers after restart");
  const other = await rig.later(async () => {
    const tag = /** @type {Tag} */ (document.querySelector("metier-quiz"));
    tag.setAttribute("src", "/quizzes/setbacks.json");
    return tag.ready;
  });
  same(other.quiz, "setbacks", "what ready tells of another quiz");
});

once("start loads a quiz that nobody has seen; ready of one that cannot be shown is rejected", async (rig) => {
  await rig.show(
    `${TAG}${HIGH}<metier-quiz src="/quizzes/pace.json"></metier-quiz><metier-quiz id="none" src="/nothing.json"></metier-quiz>`,
  );
  rig.allow(/404/);
  await rig.later(() => customElements.whenDefined("metier-quiz"));
  const mark = rig.proxy.mark();
  same(await rig.requests(mark), [], "nothing is asked for out of sight");
  await rig.later(async () => /** @type {Tag} */ (document.querySelector("metier-quiz")).start());
  await reader(rig).until(({ screen }) => screen === "question", "the first question");
  const why = await rig.later(() => {
    const none = /** @type {Tag} */ (document.querySelector("#none"));
    return none.start().then(
      () => null,
      (/** @type {any} */ error) => [error.code, error.message.includes("/nothing.json")],
    );
  });
  same(why, ["load", true], "why it is rejected");
});

once("an eager quiz is there before anybody has seen it, also if it is told so later", async (rig) => {
  await rig.show(
    `${TAG}${HIGH}<metier-quiz loading="eager" src="/quizzes/pace.json"></metier-quiz><metier-quiz id="late" src="/quizzes/setbacks.json"></metier-quiz>`,
  );
  await until(async () => (await rig.told("ready")).length === 1, "the eager one is ready");
  await rig.run(() => {
    /** @type {Tag} */ (document.querySelector("#late")).loading = "eager";
  });
  await until(async () => (await rig.told("ready")).length === 2, "so is the other");
  same(
    (await rig.told("ready")).map(({ detail }) => detail.quiz),
    ["pace", "setbacks"],
    "which are ready",
  );
});

test("a private quiz tells the page neither answers nor results, and asks for a closed root", async (rig) => {
  // What a page could do all the same: it is how this test looks inside.
  rig.proxy.replaced.set("/roots.js", {
    headers: { "content-type": "text/javascript" },
    body: `const own = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (how) { window.__mode = how.mode; return own.call(this, { mode: "open" }); };`,
  });
  await rig.show(`<script src="/roots.js"></script>${TAG}<metier-quiz private src="/quizzes/pace.json"></metier-quiz>`);
  const quiz = await shippedQuiz("pace");
  const plan = { quiz, answers: answersTo(quiz, 2) };
  await reader(rig).finish(plan, await reader(rig).start(plan));
  same(
    await rig.run(() => [window.__mode, document.querySelector("metier-quiz")?.toJSON()]),
    ["closed", null],
    "root and record",
  );
  const answers = await rig.told("answer");
  same(answers.length, quiz.items.length, "how many answers are told of");
  same([...new Set(answers.map(({ detail }) => JSON.stringify(detail.answer)))], ["null"], "answers told");
  const [{ detail }] = await rig.told("complete");
  same([detail.quiz, detail.report], ["pace", null], "what completion tells");
});

once("taking private away under way gives nothing away, and resume keeps nothing of a private quiz", async (rig) => {
  await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
  await rig.run(() => {
    const quiz = document.createElement("metier-quiz");
    Object.assign(quiz, { src: "/quizzes/setbacks.json", id: "closed" });
    for (const name of ["private", "resume"]) quiz.setAttribute(name, "");
    document.querySelector("main")?.append(quiz);
  });
  await rig.later(async () => {
    const quiz = /** @type {Tag} */ (document.querySelector("#closed"));
    await customElements.whenDefined("metier-quiz");
    await quiz.start();
  });
  const kept = await rig.run(() => {
    const quiz = /** @type {Tag} */ (document.querySelector("#closed"));
    quiz.private = false;
    return [quiz.toJSON(), quiz.shadowRoot, Object.keys(sessionStorage)];
  });
  same(kept, [null, null, []], "record, root, storage");
});

test("a tag taken out and put back while it loads shows its quiz, without a word of failure", async (rig) => {
  for (const [name, slow] of /** @type {const} */ ([
    ["the player", /player\.js$/],
    ["the document", /pace\.json$/],
  ])) {
    /** @type {() => void} */
    let open = () => {};
    const opened = new Promise((done) => {
      open = () => done(undefined);
    });
    rig.proxy.host = async (path) => {
      if (slow.test(plainPath(path))) await opened;
      return undefined;
    };
    await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
    const mark = () => rig.proxy.since(0).filter(({ path, url }) => slow.test(path) && url.startsWith(origin)).length;
    const origin = await rig.run(() => location.origin);
    await until(async () => mark() > 0, `${name} is on its way`);
    await rig.later(async () => {
      const quiz = /** @type {Tag} */ (document.querySelector("metier-quiz"));
      const parent = quiz.parentElement;
      for (let turn = 0; turn < 3; turn += 1) {
        quiz.remove();
        await new Promise((done) => setTimeout(done, 0));
        parent?.append(quiz);
        await new Promise((done) => setTimeout(done, 0));
      }
    });
    open();
    await reader(rig).until(({ screen }) => screen === "intro", `the quiz, after ${name} was slow`);
    same(
      [(await rig.told("error")).length, (await rig.told("ready")).length],
      [0, 1],
      "errors, and how often it was ready",
    );
  }
});

once("an eager tag asks once for its document, in whatever order its attributes stand", async (rig) => {
  for (const attributes of [
    'src="/quizzes/pace.json" lang="en" heading="3" loading="eager"',
    'loading="eager" lang="en" seed="3" src="/quizzes/pace.json"',
  ]) {
    await rig.show(`${TAG}<metier-quiz ${attributes}></metier-quiz>`);
    const origin = await rig.run(() => location.origin);
    await until(async () => (await rig.told("ready")).length === 1, "it is ready");
    same(rig.proxy.since(0).filter(({ url }) => url === `${origin}/quizzes/pace.json`).length, 1, attributes);
  }
});

once("documents of any make are taken: without a prototype, or one that throws", async (rig) => {
  await rig.show(`${TAG}<metier-quiz></metier-quiz>`);
  rig.allow(/mistake/);
  const quiz = await shippedQuiz("pace");
  await rig.run((document_) => {
    const bare = Object.assign(Object.create(null), document_);
    /** @type {Tag} */ (document.querySelector("metier-quiz")).quiz = bare;
  }, quiz);
  await reader(rig).until(({ screen }) => screen === "intro", "the quiz");
  const thrown = await rig.run(() => {
    try {
      const odd = {
        toString: () => {
          throw new Error("odd");
        },
        toJSON: () => {
          throw new Error("odd");
        },
      };
      /** @type {Tag} */ (document.querySelector("metier-quiz")).quiz = odd;
      return null;
    } catch (error) {
      return String(error);
    }
  });
  same(thrown, null, "what is thrown into the page");
  await reader(rig).until(({ screen }) => screen === "error", "it is no quiz");
});

once("states say which screen shows, parts can be styled, and each visible control is a part", async (rig) => {
  await rig.show(`${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz>`);
  await rig.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "metier-quiz::part(main-button) { outline: 7px solid red } metier-quiz:state(question) { outline: 5px solid red }",
    );
    document.adoptedStyleSheets.push(sheet);
  });
  const quiz = await shippedQuiz("pace");
  const looks = () =>
    rig.run(() => {
      const tag = /** @type {Tag} */ (document.querySelector("metier-quiz"));
      const main = tag.shadowRoot?.querySelector(".main");
      const controls = [
        ...(tag.shadowRoot?.querySelectorAll(
          ":is(button, label, fieldset, summary, table, a, h2, h3, [class~=problem])",
        ) ?? []),
      ];
      return {
        state: ["intro", "question", "review", "result"].filter((name) => tag.matches(`:state(${name})`)),
        outline: getComputedStyle(tag).outlineWidth,
        main: main && getComputedStyle(main).outlineWidth,
        without: controls
          .filter((one) => !one.closest(".unseen") && !one.part.length)
          .map((one) => one.outerHTML.slice(0, 90)),
      };
    });
  /** @type {string[]} */
  const seen = [];
  /** @type {import('../quiz.mjs').Plan} */
  const plan = {
    quiz,
    answers: answersTo(quiz, 2),
    look: async ({ screen }) => {
      const { state, outline, main, without } = await looks();
      same(state, [screen], "the state");
      same(without, [], `without a part on ${screen}`);
      if (screen === "question") same([outline, main], ["5px", "7px"], "the look of a question");
      if (!seen.includes(String(screen))) seen.push(String(screen));
    },
  };
  await reader(rig).finish(plan, await reader(rig).start(plan));
  same(seen.sort(), ["intro", "question", "result", "review"], "screens looked at");
});

once("a page can ask what stands in the way", async (rig) => {
  await rig.show(
    `${TAG}<metier-quiz src="/quizzes/pace.json"></metier-quiz><metier-quiz src="/nothing.json"></metier-quiz>`,
  );
  rig.allow(/404/);
  await until(
    async () => (await rig.told("error")).length === 1 && (await rig.told("ready")).length === 1,
    "both are settled",
  );
  // Of the tag, since Firefox's driver would import another copy of the script.
  const said = await rig.later(async () => /** @type {any} */ (customElements.get("metier-quiz")).diagnose());
  same(
    [said.webAssembly, said.quizzes.map((/** @type {any} */ one) => one.screen)],
    ["runs", ["intro", "error"]],
    "what it says",
  );
  const exported = await rig.later(async () => {
    const { diagnose } = await import(/** @type {any} */ (`${location.origin}/metier.js`));
    return (await diagnose()).webAssembly;
  });
  same(exported, "runs", "what the script's own export says");
  ok(said.quizzes[1].error.includes("/nothing.json") && said.script.endsWith("/metier.js"), JSON.stringify(said));
});
