// Something to show: the panel behind Share, and what a link with a result shows to whoever opens it. Nothing of it is
// loaded before the press, nothing is sent, and a link that was changed does no harm.
import { Key } from "selenium-webdriver";
import { answersTo } from "../answers.mjs";
import { audit } from "../axe.mjs";
import { Quick } from "../hands.mjs";
import { Quiz } from "../quiz.mjs";
import { until } from "../rig.mjs";
import { catchFiles, NOTHING, offers, pressOffer, take } from "../saved.mjs";
import { shippedQuiz } from "../shipped.mjs";
import { drafts, stored } from "../stored.mjs";
import { ok, once, same, test } from "../suite.mjs";
import { savingSay, sharingSay } from "../words.mjs";

/** @typedef {import('../rig.mjs').Rig} Rig */

/** What the panel shows. @param {Rig} rig */
function panel(rig) {
  return rig.run(() => {
    const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.share"));
    const canvas = dialog?.querySelector("canvas");
    return (
      dialog && {
        text: dialog.innerText,
        said: dialog.querySelector("[role=status]")?.textContent ?? "",
        alt: canvas?.getAttribute("aria-label") ?? null,
        size: canvas ? [canvas.width, canvas.height] : null,
        focus: dialog.contains(document.activeElement) ? document.activeElement?.localName : null,
      }
    );
  });
}

/** @param {Rig} rig */
async function openPanel(rig) {
  await pressOffer(rig, "save-share");
  return until(() => panel(rig), "the panel is open");
}

/** Presses a button of the panel, and waits for what it says. @param {Rig} rig @param {string} action @param {string} said */
async function pressPanel(rig, action, said) {
  await rig.run(
    (wanted) => /** @type {HTMLElement} */ (document.querySelector(`dialog.share [data-action=${wanted}]`)).click(),
    action,
  );
  await until(async () => (await panel(rig))?.said === said, `it says “${said}”`);
}

/** What would be copied is written down. @param {Rig} rig */
async function catchCopies(rig) {
  await rig.run(() => {
    /** @type {string[]} */
    const copies = [];
    /** @type {any} */ (window).__copies = copies;
    const writeText = (/** @type {string} */ text) => Promise.resolve(void copies.push(text));
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  return () => rig.run(() => /** @type {string[]} */ (/** @type {any} */ (window).__copies));
}

/** What a link shows. @param {Rig} rig */
function opened(rig) {
  return rig.run(() => {
    const section = /** @type {HTMLElement | null} */ (document.querySelector("main > section.share"));
    const quiz = /** @type {HTMLElement} */ (document.querySelector("metier-quiz"));
    return {
      text: section?.innerText ?? null,
      said: section?.querySelector("[role=status]")?.textContent ?? null,
      name: section && document.querySelector(`#${section.getAttribute("aria-labelledby")}`)?.textContent,
      alt: section?.querySelector(".words")?.textContent ?? null,
      quiz: quiz.getClientRects().length > 0,
      hash: location.hash,
    };
  });
}

/** The link with the result, from the panel. @param {Rig} rig */
async function resultLink(rig) {
  const copies = await catchCopies(rig);
  await openPanel(rig);
  await pressPanel(rig, "share-result-link", sharingSay("share-result-copied"));
  return String((await copies()).at(-1));
}

test("sharing is not loaded before the press; the panel takes the focus and gives it back", async (rig) => {
  rig.withWorker();
  const mark = rig.proxy.mark();
  const origin = rig.fresh();
  await take(rig, "pace", 3, origin);
  const loaded = () =>
    rig.proxy.since(mark).filter(({ path, from }) => /\/share-/.test(path) && !from.endsWith("/sw.js"));
  same(loaded(), [], "requests of the page for what shares");
  await rig.workerReady();
  // From the second visit on the worker is in force; the result is still here.
  await rig.open(`${origin}/pace.html`);
  await offers(rig, ({ actions }) => actions.includes("save-share"), "the offer on the second visit");
  await until(() => rig.run(() => navigator.serviceWorker.controller !== null), "the worker is in force");
  const before = rig.proxy.mark();
  rig.proxy.cut(true);
  const seen = await openPanel(rig);
  rig.proxy.cut(false);
  same(await rig.requests(before), [], "requests");
  same([seen.size, seen.focus], [[1200, 630], "h2"], "the picture, and where the focus is");
  ok(
    seen.alt?.includes(`“${(await shippedQuiz("pace")).title}”`) && seen.text.includes(sharingSay("share-lead")),
    seen.text,
  );
  ok(/\b[0-4]\.\d\b/.test(String(seen.alt)), `the level is in the words of the picture: ${seen.alt}`);
  await audit(rig, "the panel");
  await rig.driver.actions({ async: true }).sendKeys(Key.ESCAPE).perform();
  await until(async () => (await panel(rig)) === null, "Escape closes it");
  const active = await rig.run(() => /** @type {HTMLElement} */ (document.activeElement).dataset.action);
  same(active, "save-share", "where the focus is then");
  same(await stored(rig), NOTHING, "what was stored");
});

test("the panel hands out both pictures, the alt text, and links; the result is in a link only by its own button", async (rig) => {
  const origin = rig.fresh();
  await take(rig, "pace", 3, origin);
  const copies = await catchCopies(rig);
  await rig.run(() => void Object.defineProperty(navigator, "canShare", { value: undefined }));
  await catchFiles(rig);
  const seen = await openPanel(rig);
  for (const shape of ["wide", "tall"]) {
    await rig.run((value) => /** @type {HTMLElement} */ (document.querySelector(`[value=${value}]`)).click(), shape);
    await pressPanel(rig, "share-download", sharingSay("share-saved"));
    await pressPanel(rig, "share-alt", sharingSay("share-alt-copied"));
  }
  const pictures = await rig.later(async () =>
    Promise.all(
      window.__files.map(async ({ name, file }) => {
        const { width, height } = await createImageBitmap(file);
        return [/^metier-pace-.*\.png$/.test(name), file.type, width, height];
      }),
    ),
  );
  same(
    pictures,
    [
      [true, "image/png", 1200, 630],
      [true, "image/png", 1080, 1350],
    ],
    "the pictures",
  );
  await pressPanel(rig, "share-link", sharingSay("share-link-copied"));
  same(await copies(), [seen.alt, seen.alt, `${origin}/pace.html`], "what was copied");
  await pressPanel(rig, "share-result-link", sharingSay("share-result-copied"));
  const link = (await copies()).at(-1) ?? "";
  ok(link.startsWith(`${origin}/pace.html#r=`) && link.length < origin.length + 220, `the link: ${link}`);
  // A browser that does not let pages copy shows the text.
  await rig.run(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await pressPanel(rig, "share-link", sharingSay("share-by-hand"));
  const field = await rig.run(() => /** @type {HTMLTextAreaElement} */ (document.activeElement).value);
  same(field, `${origin}/pace.html`, "the text to copy by hand");
});

for (const name of ["pace", "roles"]) {
  once(`a link with a result of ${name} shows it apart from everything, and then the quiz`, async (rig) => {
    await take(rig, name, name === "pace" ? 3 : 12, rig.fresh());
    const link = await resultLink(rig);
    const { alt } = /** @type {NonNullable<Awaited<ReturnType<typeof panel>>>} */ (await panel(rig));
    const { pathname, hash } = new URL(link);
    const origin = rig.fresh();
    await rig.open(`${origin}${pathname}${hash}`);
    const seen = await until(async () => {
      const now = await opened(rig);
      return now.text ? now : null;
    }, "the shared result is shown");
    ok(
      seen.text?.includes(sharingSay("opened-title")) && seen.text.includes(sharingSay("opened-caution")),
      seen.text ?? "",
    );
    same([seen.alt, seen.quiz], [alt, false], "the picture in words, and whether the quiz shows");
    same(seen.name, sharingSay("opened-title"), "the name of the section");
    await audit(rig, `a shared result of ${name}`);
    // The quiz may have come before it was hidden; that it is ready says nothing of the result.
    const events = (await rig.events()).filter(({ type }) => type !== "metier-ready");
    same([await stored(rig), await drafts(rig), events], [NOTHING, [], []], "what it left behind");
    await rig.run(() => /** @type {HTMLElement} */ (document.querySelector("[data-action=opened-take]")).click());
    const reader = new Quiz(rig, new Quick(rig));
    const intro = await reader.until((now) => now.screen === "intro" && now.focus === "heading", "the quiz");
    ok(intro.actions.includes("start"), "from its beginning");
    const after = await opened(rig);
    same([after.text, after.quiz, after.hash], [null, true, ""], "what is left of the result");
  });
}

once(
  "a link that was cut, changed, swollen or is for another quiz: one sentence, and the quiz as usual",
  async (rig) => {
    const origin = rig.fresh();
    await take(rig, "pace", 3, origin);
    const link = await resultLink(rig);
    const code = link.slice(link.indexOf("#r=") + 3);
    const swapped = code.slice(0, 9) + (code[9] === "A" ? "B" : "A") + code.slice(10);
    /** @type {[string, string, "opened-damaged" | "opened-newer" | "opened-other-quiz"][]} */
    const links = [
      ["nothing", "", "opened-damaged"],
      ["cut", code.slice(0, -5), "opened-damaged"],
      ["changed", swapped, "opened-damaged"],
      ["huge", code.repeat(2000), "opened-damaged"],
      ["markup", "%3Cimg%20src=x%20onerror=alert(1)%3E", "opened-damaged"],
      ["a name of JavaScript", "__proto__", "opened-damaged"],
      ["of a version to come", "AgECAyGwTpg", "opened-newer"],
    ];
    for (const [what, text, problem] of links) {
      const page = rig.fresh();
      await rig.open(`${page}/pace.html#r=${text}`);
      const reader = new Quiz(rig, new Quick(rig));
      await reader.until((now) => now.screen === "intro", `${what}: the quiz`);
      const seen = await until(async () => {
        const now = await opened(rig);
        return now.text ? now : null;
      }, `${what}: the sentence`);
      same([seen.text?.trim(), seen.said], [sharingSay(problem), sharingSay(problem)], what);
    }
    await rig.open(`${rig.fresh()}/setbacks.html#r=${code}`);
    const other = await until(async () => (await opened(rig)).text, "the sentence");
    same(other.trim(), sharingSay("opened-other-quiz"), "a link for another quiz");
  },
);

once("a link with a result of which the script does not come: the quiz as usual", async (rig) => {
  rig.allow(/\/share-/);
  rig.proxy.cutAt = (path) => path.includes("/share-");
  await rig.open(`${rig.fresh()}/pace.html#r=AgECAyGwTpg`);
  const intro = await new Quiz(rig, new Quick(rig)).until((now) => now.screen === "intro", "the quiz");
  ok(intro.actions.includes("start"), `it can be taken: ${intro.actions}`);
  await until(async () => (await opened(rig)).quiz, "the quiz is on show");
});

test("a link opened while a quiz is under way changes nothing of it", async (rig) => {
  const origin = rig.fresh();
  const { reader } = await take(rig, "pace", 3, origin);
  const link = await resultLink(rig);
  await rig.run(() => /** @type {HTMLDialogElement} */ (document.querySelector("dialog.share")).close());
  await reader.press("restart");
  await reader.until((now) => now.screen === "intro", "the intro");
  await reader.press("start");
  const first = await reader.until((now) => now.screen === "question", "the first question");
  const [given] = answersTo(await shippedQuiz("pace"), 5).values();
  await reader.answer(String(first.type), /** @type {import('../answers.mjs').Given} */ (given));
  const kept = () =>
    rig.run(() => {
      const { spent, ...rest } = JSON.parse(String(sessionStorage.getItem("metier-draft / pace")));
      return [Object.keys(spent), rest];
    });
  const before = await kept();
  await rig.run((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await until(async () => (await opened(rig)).text, "the shared result is shown");
  same(await kept(), before, "the draft");
  await rig.run(() => /** @type {HTMLElement} */ (document.querySelector("[data-action=opened-take]")).click());
  const again = await reader.until((now) => now.screen === "question", "the question again");
  same([again.item, await reader.read()], [first.item, given], "the question, and what is chosen");
});

for (const name of ["pace", "roles"]) {
  once(`where ${name} says nothing there is no picture, and the quiz can still be shared`, async (rig) => {
    const quiz = await shippedQuiz(name);
    await rig.open(`${rig.fresh()}/${name}.html`);
    await new Quiz(rig, new Quick(rig)).take({ quiz, answers: new Map(quiz.items.map(({ id }) => [id, null])) });
    await offers(rig, ({ text }) => text.includes(savingSay("save-share")), "the offer");
    const seen = await openPanel(rig);
    same(seen.size, null, "a picture");
    ok(seen.text.includes(sharingSay("share-nothing")), seen.text);
    ok(!seen.text.includes(sharingSay("share-more")), "no link with a result");
  });
}

once(
  "the picture of a level has its dot, its band and the names where the level is, in both directions",
  async (rig) => {
    await rig.show("<p>Pictures</p>");
    const levels = ["none", "awareness", "working", "practitioner", "expert"];
    const skill = { skill: "s", level: 2.6, low: 1.4, high: 3.3, end: null };
    const plain = { head: "Metier", sentence: "A sentence.", note: "A note.", groups: [], legend: "", alt: "" };
    const drawn = await rig.later(
      async (all) => {
        const address = "/__metier-www/site/share/picture.js";
        /** @type {typeof import('../../../www/site/share/picture.js')} */
        const { drawPicture } = await import(address);
        return all.map(({ shown, shape }) => {
          const canvas = document.createElement("canvas");
          const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
          /** What is drawn, and where: dots, boxes and words. @type {{ dots: number[], boxes: number[][], words: [string, number][] }} */
          const seen = { dots: [], boxes: [], words: [] };
          const { arc, fillRect, fillText } = pen;
          pen.arc = (x, ...more) => {
            seen.dots.push(x);
            arc.call(pen, x, ...more);
          };
          pen.fillRect = (x, y, width, height) => {
            seen.boxes.push([x, width, height]);
            fillRect.call(pen, x, y, width, height);
          };
          pen.fillText = (text, x, ...more) => {
            // Where the words are, whichever side they are written from.
            const off = { left: 0.5, right: -0.5 }[String(pen.textAlign)] ?? 0;
            seen.words.push([text, x + off * pen.measureText(text).width]);
            fillText.call(pen, text, x, ...more);
          };
          drawPicture(canvas, shown, shape);
          return seen;
        });
      },
      [false, true].flatMap((rtl) =>
        /** @type {const} */ (["wide", "tall"]).map((shape) => ({ shown: { ...plain, skill, levels, rtl }, shape })),
      ),
    );
    for (const [index, { dots, boxes, words }] of drawn.entries()) {
      const rtl = index > 1;
      // The ground, five lines of the scale, the band, and its two ends.
      const [, ...lines] = boxes;
      const scale = lines.slice(0, 5).map(([x, width]) => x + width / 2);
      const at = (/** @type {number} */ level) => scale[0] + ((scale[4] - scale[0]) * level) / 4;
      const near = (/** @type {number} */ found, /** @type {number} */ wanted, /** @type {string} */ what) =>
        ok(Math.abs(found - wanted) < 3, `${index}, ${what}: at ${found}, wanted at ${wanted}`);
      same(scale[0] > scale[4], rtl, "the scale runs as the text does");
      for (const level of [1, 2, 3]) {
        near(scale[level], at(level), `line ${level}`);
        near(Number(words.find(([text]) => text === levels[level])?.[1]), at(level), levels[level]);
      }
      same(dots.length, 1, "dots");
      near(dots[0], at(skill.level), "the dot");
      const [start, width] = lines[5];
      near(start, Math.min(at(skill.low), at(skill.high)), "where the band begins");
      near(start + width, Math.max(at(skill.low), at(skill.high)), "where it ends");
    }
  },
);

once("long words and texts from right to left stay within the picture, in both shapes", async (rig) => {
  await rig.show("<p>Pictures</p>");
  const levels = ["none", "awareness", "working", "practitioner", "expert"];
  const skill = { skill: "s", level: 3.9, low: 3.1, high: 4, end: null };
  const groups = [
    "Product manager",
    "مدير المنتج",
    "Produktmarketingverantwortlicher ".repeat(4),
    "x",
    "4 other roles",
  ];
  const texts = [
    "My answers point to Product manager.",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen ".repeat(6),
    "إجاباتي تُبقي العمل متحركًا في قطع صغيرة يمكن للناس استخدامها. ".repeat(3),
    "品質管理の方法を毎日すこしずつ変えていく".repeat(12),
    "x".repeat(5000),
  ];
  const shown = texts.flatMap((text, index) =>
    [skill, null].map((one) => ({
      head: `Metier · ${text.slice(0, 200)}`,
      sentence: text,
      note: `29 November 2026. ${text.slice(0, 120)}`,
      skill: one,
      levels: index === 1 ? levels.map((name) => name.repeat(4)) : levels,
      groups: one ? [] : groups.map((name, at) => ({ name, count: [41, 20, 15, 13, 11][at] })),
      legend: "",
      rtl: index === 2,
      alt: "",
    })),
  );
  const outside = await rig.later(async (all) => {
    const address = "/__metier-www/site/share/picture.js";
    /** @type {typeof import('../../../www/site/share/picture.js')} */
    const { drawPicture } = await import(address);
    const found = [];
    for (const [index, one] of all.entries()) {
      for (const shape of /** @type {const} */ (["wide", "tall"])) {
        const canvas = document.createElement("canvas");
        drawPicture(canvas, one, shape);
        const { width, height } = canvas;
        const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(
          0,
          0,
          width,
          height,
        );
        const ground = data.slice(0, 3).join();
        let inside = 0;
        for (let at = 0; at < data.length; at += 4) {
          if (data.slice(at, at + 3).join() === ground) continue;
          const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
          if (Math.min(x, width - 1 - x, y, height - 1 - y) < 24) found.push([index, shape, x, y].join());
          inside += 1;
        }
        if (inside < 5000) found.push(`${index}, ${shape}: ${inside} points drawn`);
      }
    }
    return found.slice(0, 5);
  }, shown);
  same(outside, [], "what is drawn at the edge");
});
