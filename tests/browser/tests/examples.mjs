// The small pages that show each way of embedding: every quiz on them reaches its first question, and axe finds
// nothing.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { audit } from "../axe.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { ROOT } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";

export const EXAMPLES = ["tag", "several", "property", "right-to-left", "policy"];

/**
 * From the first screen to the first question of one quiz on the page.
 * @param {import('../rig.mjs').Rig} rig
 * @param {string} host
 */
async function begin(rig, host) {
  await rig.run((selector) => document.querySelector(selector)?.scrollIntoView({ behavior: "instant" }), host);
  const reader = new Quiz(rig, new Quick(rig, host), host);
  await reader.until((screen) => screen.screen === "intro", `${host} begins`);
  await reader.press("start");
  return reader.until(
    (screen) => screen.screen === "question" && screen.focus === "heading",
    `the first question of ${host}`,
  );
}

/** @param {import('../rig.mjs').Rig} rig @param {string} name */
async function visit(rig, name) {
  await rig.open(`${rig.fresh()}/examples/${name}.html`);
  ok(await rig.run(() => document.querySelector('a[href="../embed.html"]') !== null), "a way back");
}

for (const [name, hosts] of /** @type {[string, string[]][]} */ ([
  ["tag", ["metier-quiz"]],
  ["several", ["#first", "#second"]],
  ["policy", ["metier-quiz"]],
])) {
  once(`the example ${name}.html reaches the first question`, async (rig) => {
    await visit(rig, name);
    for (const host of hosts) await begin(rig, host);
    await audit(rig, name);
  });
}

once("the example property.html fetches no document and reaches the first question", async (rig) => {
  const mark = rig.proxy.mark();
  await visit(rig, "property");
  const screen = await begin(rig, "metier-quiz");
  same(screen.item, "end", "the first question of the script's document");
  same(
    (await rig.requests(mark)).filter((one) => /json$/.test(one)),
    [],
    "documents fetched",
  );
  await audit(rig, "property");
});

test("the example right-to-left.html speaks Arabic from right to left", async (rig) => {
  const words = JSON.parse(await readFile(join(ROOT, "www", "examples", "demonstration.json"), "utf8")).translations[0]
    .strings;
  await visit(rig, "right-to-left");
  const screen = await begin(rig, "metier-quiz");
  for (const path of ["items/late/prompt", "items/late/options/wait/text", "items/late/options/begin/text"])
    ok(screen.text.includes(words[path]), `${words[path]} is in: ${screen.text}`);
  const directions = await rig.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("metier-quiz")?.shadowRoot);
    return [document.documentElement, ...root.querySelectorAll(".quiz, .question")].map(
      (node) => getComputedStyle(node).direction,
    );
  });
  same(directions, ["rtl", "rtl", "rtl"], "directions of the page, the quiz and the question");
  await audit(rig, "right-to-left");
});

once("the example policy.html is under a stricter policy than the site", async (rig) => {
  rig.allow(/style-src|site\.css/);
  await visit(rig, "policy");
  const came = await rig.later(
    () =>
      new Promise((/** @type {(came: string) => void} */ done) => {
        const sheet = Object.assign(document.createElement("link"), {
          rel: "stylesheet",
          href: "../site.css",
          onload: () => done("load"),
          onerror: () => done("error"),
        });
        document.head.append(sheet);
      }),
  );
  same(came, "error", "the site's own style sheet");
});
