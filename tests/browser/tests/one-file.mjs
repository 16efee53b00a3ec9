// Everything in one file: pages that `metier bundle` writes, opened from a disk; metier-all.js on a page that takes one
// script; and the button that makes such a page on the page about embedding.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { fits, inFrame } from "../frame.mjs";
import { Quick } from "../hands.mjs";
import { bitsOf, METIER, nativeReport, parting, timedSheet } from "../native.mjs";
import { INSTRUMENT } from "../proxy.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { catchFiles } from "../saved.mjs";
import { shippedQuiz, shippedText } from "../shipped.mjs";
import { DIST, ROOT } from "../site.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { problemWords } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/**
 * The page of a quiz, as the command line writes it, while `work` lasts.
 * @template T
 * @param {string} document
 * @param {(file: string) => Promise<T>} work
 */
async function bundled(document, work) {
  const folder = await mkdtemp(join(tmpdir(), "metier-"));
  try {
    const [quiz, page] = [join(folder, "quiz.json"), join(folder, "page.html")];
    await writeFile(quiz, document);
    await promisify(execFile)(METIER, ["bundle", quiz, "-o", page, "--release", DIST], { cwd: ROOT });
    return await work(page);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Opens a file from the disk. Its policy takes no collector, so that comes as soon as it is there. @param {Rig} rig @param {string} file */
async function openFile(rig, file) {
  const collector = await readFile(new URL("../collector.js", import.meta.url), "utf8");
  await rig.open(pathToFileURL(file).href);
  await rig.driver.executeScript(collector);
}

/** A page with the script that has all inside, under a policy that lets it load nothing. @param {Rig} rig @param {string} body @param {string} [head] */
async function strict(rig, body, head = "") {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:";
  rig.proxy.replaced.set("/a-page.html", {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
    body: `<!doctype html><html lang="en"><head><script src="${INSTRUMENT}collector.js"></script>${head}<meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><script src="/metier-all.js"></script></head><body>${body}</body></html>`,
  });
  await rig.open(`${rig.fresh()}/a-page.html`);
}

/** The tag with a document of JSON in it. @param {string} text */
const tagWith = (text) =>
  `<metier-quiz><script type="application/json">${text.replaceAll("<", "\\u003c")}</script></metier-quiz>`;

/** The first screen of a quiz. @param {Rig} rig */
const intro = (rig) => new Quiz(rig, new Quick(rig)).until(({ screen }) => screen === "intro", "the first screen");

/** A quiz that would like to be more than text. */
async function hostile() {
  const quiz = /** @type {any} */ (await shippedQuiz("pace"));
  const words = "</script><script>document.title='!'</script><!-- <script> {{quiz.document}} \u2028\u2029 & \" ]]>";
  quiz.title = `${words} end`;
  for (const item of quiz.items) item.prompt = `${words} ${item.prompt}`;
  return { quiz, text: JSON.stringify(quiz), words };
}

/** To the result, which is that of the command line. @param {Rig} rig @param {string} text @param {number} seed of the answers */
async function taken(rig, text, seed) {
  const quiz = JSON.parse(text);
  const plan = { quiz, answers: answersTo(quiz, seed), skip: 2 };
  const reader = new Quiz(rig, new Quick(rig));
  await reader.take(plan);
  const [{ detail }] = await rig.told("start");
  const sheet = timedSheet(plan.answers, await rig.told("answer"), quiz);
  const [page, command] = [await reader.reportBits(), bitsOf(await nativeReport(text, sheet, { seed: detail.seed }))];
  ok(page === command, `page and command line part at\n${parting(page, command)}`);
}

for (const name of ["pace", "roles", "starter"]) {
  // What a browser may do otherwise shows on the quiz of one skill and on the one that has more than the small player.
  const run = name === "starter" ? once : test;
  run(
    `${name} in one page from a disk is taken to the command line's result, and nothing is asked for`,
    async (rig) => {
      const text = await shippedText(name);
      await bundled(text, async (file) => {
        const mark = rig.proxy.mark();
        await openFile(rig, file);
        await taken(rig, text, 3);
        same(await rig.requests(mark), [], "requests");
        // What leads to a page beside the quiz's own address leads nowhere here, and so is no link.
        const links = await rig.run(() =>
          [...(document.querySelector("metier-quiz")?.shadowRoot?.querySelectorAll("a") ?? [])].map(({ href }) => href),
        );
        ok(
          links.every((link) => link.startsWith("https://")),
          `links: ${links}`,
        );
        await rig.clean();
      });
    },
  );
}

test("from a disk, the tab keeps what was answered over a reload", async (rig) => {
  const quiz = await shippedQuiz("pace");
  await bundled(await shippedText("pace"), async (file) => {
    await openFile(rig, file);
    const reader = new Quiz(rig, new Quick(rig));
    const { item, type } = await reader.start({ quiz, answers: new Map() });
    const given = answersTo(quiz, 2).get(String(item));
    await reader.answer(String(type), /** @type {import('../answers.mjs').Given} */ (given));
    await reader.press("next");
    await reader.until((now) => now.screen === "question" && now.item !== item, "the second question");
    await rig.driver.navigate().refresh();
    await reader.until((now) => now.screen === "intro" && now.actions.includes("continue"), "Continue is offered");
  });
});

test("whatever a quiz in one page says stays text", async (rig) => {
  const { quiz, text, words } = await hostile();
  await bundled(text, async (file) => {
    await openFile(rig, file);
    const { heading } = await intro(rig);
    ok(heading.includes("</script><script>document.title='!'</script><!-- <script>"), heading);
    const seen = await rig.run(() => ({
      title: document.title,
      scripts: document.scripts.length,
      kept: JSON.parse(JSON.stringify(document.querySelector("metier-quiz"))).quiz,
    }));
    ok(seen.title.startsWith(words.slice(0, 60)), seen.title);
    same(seen.scripts, 2, "scripts in the page");
    same(seen.kept, quiz, "the document");
    await rig.clean();
  });
});

once("one page fits 320 pixels, and axe finds nothing in it, by day and by night", async (rig) => {
  const quiz = await shippedQuiz("pace");
  await bundled(await shippedText("pace"), async (file) => {
    rig.proxy.replaced.set("/one.html", {
      headers: { "content-type": "text/html; charset=utf-8" },
      body: await readFile(file, "utf8"),
    });
    await inFrame(rig, "/one.html", rig.fresh());
    await rig.driver.executeScript(await readFile(new URL("../collector.js", import.meta.url), "utf8"));
    const seen = new Set();
    await new Quiz(rig, new Quick(rig)).take({
      quiz,
      answers: answersTo(quiz, 8),
      look: async (screen) => {
        const kind = screen.type ?? String(screen.screen);
        if (seen.has(kind)) return;
        seen.add(kind);
        await fits(rig, `one page, ${kind}`);
        for (const scheme of /** @type {const} */ (["light", "dark"])) {
          await rig.see(scheme);
          await audit(rig, `one page, ${kind}, ${scheme}`);
        }
        await rig.see("light");
      },
    });
    ok(seen.size > 3, [...seen].join());
    await rig.driver.switchTo().defaultContent();
  });
});

test("metier-all.js on a page that may load nothing: to the command line's result, with no request but its own", async (rig) => {
  const text = await shippedText("pace");
  const mark = rig.proxy.mark();
  await strict(rig, tagWith(text));
  await taken(rig, text, 5);
  same(
    (await rig.requests(mark)).map((one) => one.replace(/http:\/\/[^/]+/, "")),
    ["GET /a-page.html", "GET /metier-all.js"],
    "requests",
  );
});

once("metier-all.js takes a property, and fetches what src names and nothing else", async (rig) => {
  const quiz = await shippedQuiz("pace");
  await strict(rig, "<metier-quiz></metier-quiz>");
  await rig.run((document_) => {
    /** @type {any} */ (document.querySelector("metier-quiz")).quiz = document_;
  }, quiz);
  ok((await intro(rig)).heading.includes(quiz.title), "the property is shown");
  const origin = rig.fresh();
  const mark = rig.proxy.mark();
  await rig.show('<script src="/metier-all.js"></script><metier-quiz src="/quizzes/setbacks.json"></metier-quiz>', {
    origin,
  });
  await intro(rig);
  same(
    await rig.requests(mark),
    ["/a-test.html", "/metier-all.js", "/quizzes/setbacks.json"].map((path) => `GET ${origin}${path}`),
    "requests",
  );
});

once("metier-all.js has its words right on a page in another encoding", async (rig) => {
  const text = (await shippedText("pace")).replaceAll(/[^ -~\s]/g, "-");
  rig.proxy.replaced.set("/a-page.html", {
    headers: { "content-type": "text/html; charset=windows-1251" },
    body: `<!doctype html><html lang="en"><head><script src="${INSTRUMENT}collector.js"></script><title>Page</title><link rel="icon" href="data:,"></head><body>${tagWith(text)}<script src="/metier-all.js"></script></body></html>`,
  });
  // A host may well not say what its scripts are written in.
  rig.proxy.replaced.set("/metier-all.js", {
    headers: { "content-type": "text/javascript" },
    body: await readFile(join(DIST, "metier-all.js")),
  });
  await rig.open(`${rig.fresh()}/a-page.html`);
  const { text: said } = await intro(rig);
  ok(said.includes("8 questions") && said.includes(" · "), said);
});

once(
  "metier-all.js says what is wrong: a mistake in the quiz, a browser that cannot unpack it, another build's module",
  async (rig) => {
    const text = await shippedText("pace");
    const reader = new Quiz(rig, new Quick(rig));
    const failed = (/** @type {RegExp} */ words) =>
      reader.until((now) => now.screen === "error" && words.test(now.text), String(words));
    await strict(rig, tagWith(text.replace('"points": 5', '"points": 12')));
    await failed(/There is a mistake in the quiz.*12 is not between/s);

    rig.proxy.replaced.set("/a-lack.js", {
      headers: { "content-type": "text/javascript" },
      body: "delete window.DecompressionStream;",
    });
    await strict(rig, tagWith(text), '<script src="/a-lack.js"></script>');
    await failed(/too old, or WebAssembly is off/);
    same((await rig.told("error")).at(-1)?.detail.code, "browser", "the code");

    const build = /const build = "([0-9a-f]{16})"/.exec(await readFile(join(DIST, "sw.js"), "utf8"))?.[1] ?? "";
    const script = await readFile(join(DIST, "metier-all.js"), "utf8");
    ok(build && script.includes(build), "the script has its build in it");
    rig.proxy.replaced.set("/metier-all.js", {
      headers: { "content-type": "text/javascript" },
      body: script.replaceAll(build, "0123456789abcdef"),
    });
    await strict(rig, tagWith(text));
    await failed(new RegExp(`A module of build ${build} came for a page of build 0123456789abcdef`));
  },
);

/** Has the form make a page: of a shipped quiz by its name, or of a file. @param {Rig} rig @param {string} name @param {string} [file] */
const ask = (rig, name, file) =>
  rig.run(
    (quiz, text) => {
      const form = /** @type {HTMLFormElement} */ (document.querySelector("form.one-file"));
      const choice = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
      choice.value = quiz;
      choice.dispatchEvent(new Event("change"));
      const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
      if (text !== null) {
        const given = new DataTransfer();
        given.items.add(new File([text], "my quiz.json"));
        input.files = given.files;
      }
      /** @type {HTMLButtonElement} */ (form.querySelector("button")).click();
      return input.checkVisibility();
    },
    name,
    file ?? null,
  );

/** What the form says. @param {Rig} rig @param {string} words */
const says = (rig, words) =>
  until(
    () => rig.run((part) => document.querySelector("form.one-file")?.textContent?.includes(part), words),
    `the form says: ${words}`,
  );

test("the button makes the same page as the command line, of our quizzes and of one's own, and sends nothing", async (rig) => {
  await rig.open(`${rig.fresh()}/embed.html`);
  await until(() => rig.run(() => !document.querySelector("form.one-file[hidden]")), "the form is there");
  const files = await catchFiles(rig);
  ok(!(await ask(rig, "pace")), "no file is asked for where a quiz of ours is chosen");
  await says(rig, "pace.html is on its way");
  const { text } = await hostile();
  const mark = rig.proxy.mark();
  ok(await ask(rig, "", text), "a file can be chosen");
  await says(rig, "my quiz.html is on its way");
  same(await rig.requests(mark), [], "requests for a quiz of one's own");
  const made = await files();
  same(
    made.map(({ name }) => name),
    ["pace.html", "my quiz.html"],
    "the names of the files",
  );
  const ours = await readFile(join(DIST, "quizzes", "pace.json"), "utf8");
  for (const [index, document] of [ours, text].entries()) {
    const written = await bundled(document, (file) => readFile(file, "utf8"));
    ok(made[index].text === written, `${made[index].name} is what the command line writes`);
  }
});

once("the button makes no page of a quiz with mistakes, of nothing, or without a network", async (rig) => {
  await rig.open(`${rig.fresh()}/embed.html`);
  await until(() => rig.run(() => !document.querySelector("form.one-file[hidden]")), "the form is there");
  const files = await catchFiles(rig);
  await ask(rig, "");
  await says(rig, "Choose a file first.");
  rig.proxy.cut(true);
  rig.allow(/ERR_|Failed to load/);
  await ask(rig, "pace");
  await says(rig, "A part of the quiz did not arrive.");
  rig.proxy.cut(false);
  await ask(rig, "", "{ }");
  await says(rig, "No page was made: there are mistakes in the quiz.");
  await says(rig, problemWords("shape-missing", { field: "title" }));
  await ask(rig, "", " ".repeat(2 ** 21 + 1));
  await says(rig, "The text is too long");
  await ask(rig, "", "{ }");
  await says(rig, problemWords("shape-missing", { field: "title" }));
  // In a page each "<" takes six bytes.
  const swollen = JSON.parse(await shippedText("pace"));
  const last = swollen.items.at(-1);
  for (let n = 0; n < 24; n += 1) swollen.items.push({ ...last, id: `more-${n}`, prompt: "<".repeat(19_000) });
  ok(JSON.stringify(swollen).length < 2 ** 20, "it is short enough by itself");
  await ask(rig, "", JSON.stringify(swollen));
  await says(rig, "The text is too long");
  same(await files(), [], "files");
});

once("an eager quiz within the tag shows, also where its document comes in two pieces", async (rig) => {
  const text = (await shippedText("pace")).replaceAll("<", "\\u003c");
  /** @type {(rest: string) => void} */
  let send = () => {};
  const rest = /** @type {Promise<string>} */ (
    new Promise((done) => {
      send = done;
    })
  );
  rig.proxy.replaced.set("/pieces.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><head><title>Pieces</title><link rel="icon" href="data:,"><script src="/metier-all.js"></script></head><body><metier-quiz loading="eager"><script type="application/json">${text.slice(0, 900)}`,
    rest,
  });
  const origin = rig.fresh();
  rig.proxy.replaced.set("/around.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: '<!doctype html><html lang="en"><head><title>Around</title><link rel="icon" href="data:,"></head><body><iframe id="pieces" title="Pieces" width="700" height="600"></iframe></body></html>',
  });
  await rig.open(`${origin}/around.html`);
  await rig.run(() => {
    /** @type {HTMLIFrameElement} */ (document.querySelector("#pieces")).src = "/pieces.html";
  });
  const inside = (/** @type {string} */ selector) =>
    rig.run((wanted) => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#pieces"));
      const root = frame.contentDocument?.querySelector("metier-quiz")?.shadowRoot;
      return root?.querySelector(wanted)?.textContent ?? null;
    }, selector);
  await until(async () => (await inside(".frame")) !== null, "the tag is there, its document half");
  // As long as a tag takes to be seen.
  await rig.later(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });
  same(await inside("[data-screen]"), null, "nothing is said of half a document");
  send(`${text.slice(900)}</script></metier-quiz></body></html>`);
  await until(async () => (await inside('[data-screen="intro"]')) !== null, "the quiz shows");
});

once("the button means the quiz that is chosen above it", async (rig) => {
  await rig.open(`${rig.fresh()}/embed.html`);
  const own = () =>
    rig.run(() => /** @type {HTMLSelectElement | null} */ (document.querySelector(".one-file select"))?.value);
  await until(async () => (await own()) === "pace", "the quiz of the page");
  await rig.run(() => {
    const field = /** @type {HTMLSelectElement} */ (document.querySelector("#choose-quiz"));
    field.value = "roles";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  same(await own(), "roles", "the quiz chosen");
});
