// What cannot be read is said in words, with its place; what cannot be loaded can be tried again.
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

const page = '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/broken.json"></metier-quiz>';

/** @param {import('../rig.mjs').Rig} rig @param {import('../proxy.mjs').Answer} answer */
async function shown(rig, answer) {
  rig.proxy.replaced.set("/quizzes/broken.json", answer);
  await rig.show(page);
  return until(async () => {
    const screen = await new Quiz(rig, new Quick(rig)).screen();
    return screen.screen === "error" && screen;
  }, "the error is shown");
}

/** Of several quizzes on a page the line in the console says which it was. @param {import('../rig.mjs').Rig} rig */
async function namedOnce(rig) {
  const [line = ""] = (await rig.collected())?.said ?? [];
  same(line.split("/quizzes/broken.json").length - 1, 1, `the document is named once in ${line}`);
}

once("a document with mistakes shows all of them, each with sentence and place", async (rig) => {
  const quiz = /** @type {any} */ (await shippedQuiz("pace"));
  quiz.items[1].prompt = 7;
  quiz.items[2].type = "singel";
  quiz.colour = "red";
  const screen = await shown(rig, {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(quiz, null, 1),
  });
  const [
    {
      detail: { problems },
    },
  ] = await rig.told("error");
  ok(problems.length >= 3, "metier-error carries the problems");
  const places = problems.map(({ severity, line, column }) => say(`problem-${severity}`, { line, column }));
  for (const words of ["/items/1/prompt", "/items/2/type", "/colour", "singel", ...places])
    ok(screen.text.includes(words), `${words} is named in:\n${screen.text}`);
  await namedOnce(rig);
});

once("a document that is no JSON shows where it stops being one", async (rig) => {
  const screen = await shown(rig, {
    headers: { "content-type": "application/json" },
    body: '{"format": "metier-quiz/1",\n  "id": pace}',
  });
  const [
    {
      detail: {
        problems: [{ line, column }],
      },
    },
  ] = await rig.told("error");
  same(line, 2, "the line");
  ok(screen.text.includes(say("problem-error", { line, column })), `line 2 is named in:\n${screen.text}`);
  const rests = await rig.run(() => JSON.stringify(document.querySelector("metier-quiz")));
  same(rests, "null", "what a result would rest on");
});

test("a document that does not come can be tried again", async (rig) => {
  rig.allow(/404|Failed to load resource/);
  const screen = await shown(rig, { status: 404, body: "gone" });
  ok(screen.actions.includes("retry"), "there is a button to try again");
  await namedOnce(rig);
  rig.proxy.replaced.set("/quizzes/broken.json", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(await shippedQuiz("pace")),
  });
  const reader = new Quiz(rig, new Quick(rig));
  await reader.press("retry");
  await until(async () => (await reader.screen()).screen === "intro", "the quiz after another try");
});

test("an answer left out is asked for in words, and the focus goes to its place", async (rig) => {
  const origin = rig.fresh();
  await rig.show(
    '<script type="module" src="/metier.js"></script><metier-quiz src="/quizzes/pace.json"></metier-quiz>',
    { origin },
  );
  const reader = new Quiz(rig, new Quick(rig));
  const quiz = await shippedQuiz("pace");
  const first = await reader.start({ quiz, answers: new Map() });
  await reader.press("next");
  const now = await reader.until((screen) => screen.focus === "screen", "the focus on the place");
  same(now.item, first.item, "the question stays");
  ok(
    now.status.startsWith(say("choose-one")) && now.text.includes(now.status),
    `it is said aloud what is missing, and shown: ${now.status}`,
  );
});

once(
  "an error is a sentence for whoever takes the quiz, said aloud; what its author needs is folded away",
  async (rig) => {
    rig.allow(/404|Failed to load resource/);
    for (const [answer, wanted] of /** @type {[import('../proxy.mjs').Answer, string][]} */ ([
      [{ status: 404, body: "gone" }, "broken.json"],
      [{ headers: { "content-type": "application/json" }, body: "<!doctype html>" }, "line 1"],
    ])) {
      await shown(rig, answer);
      const seen = await rig.run(() => {
        const section = /** @type {HTMLElement} */ (
          document.querySelector("metier-quiz")?.shadowRoot?.querySelector("[data-screen=error]")
        );
        const before = section.innerText;
        const fold = section.querySelector("details");
        if (fold) fold.open = true;
        return { alert: section.querySelector("[role=alert]")?.textContent ?? "", before, after: section.innerText };
      });
      ok(seen.alert.length > 20 && seen.before.includes(seen.alert.slice(0, 20)), `the alert: ${seen.alert}`);
      ok(
        !seen.before.includes(wanted) && seen.after.includes(wanted),
        `${wanted} is in the fold: ${seen.before} | ${seen.after}`,
      );
    }
  },
);

test("a browser without WebAssembly is told that, and not sent round in circles", async (rig) => {
  rig.proxy.replaced.set("/without.js", {
    headers: { "content-type": "text/javascript" },
    body: "delete window.WebAssembly;",
  });
  await rig.show(`<script src="/without.js"></script>${page.replace("broken", "pace")}`);
  const screen = await until(async () => {
    const now = await new Quiz(rig, new Quick(rig)).screen();
    return now.screen === "error" && now;
  }, "the error is shown");
  ok(screen.text.includes("WebAssembly"), screen.text);
  same(screen.actions, [], "buttons");
});

once("an address that leads nowhere has a page with a way on", async (rig) => {
  rig.allow(/404|Failed to load resource/);
  await rig.open(`${rig.fresh()}/nowhere.html`);
  ok(await rig.run(() => document.querySelector('main a[href="./"]') !== null), "there is a way to the quizzes");
});
