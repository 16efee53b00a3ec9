// What the page itself reads of what anybody may have put there: storage, links, messages, documents at a glance.
// Whatever arrives, it is taken as what it is or passed over: nothing is thrown, and nothing comes out that does not fit.
// `node tests/module/page-readers.mjs [RUNS] [SEED]`; fast-check makes what arrives smaller until it no longer fails.
import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import fc from "fast-check";
import { folder, imported, WWW } from "./scripts.mjs";
import { Shelf } from "./shelf.mjs";

const numRuns = Number(process.argv[2] ?? 2_000);
const seed = Number(process.argv[3] || Math.floor(Math.random() * 2 ** 31));
console.log(`${numRuns} runs of each, seed ${seed}`);

const [session, device] = [new Shelf(), new Shelf()];
const around = {
  sessionStorage: session,
  localStorage: device,
  addEventListener() {},
  document: Object.assign(new EventTarget(), { baseURI: "https://a.example/" }),
};
for (const [name, value] of Object.entries(around)) Object.defineProperty(globalThis, name, { value });

const [
  share,
  { checksum },
  pieces,
  files,
  store,
  statements,
  { Draft },
  { wantedBy },
  { earlyLook },
  { plainly, meantBy },
  letters,
  { bring },
] = await imported([
  "site/share/code.js",
  "shared/checksum.js",
  "evidence/pieces.js",
  "evidence/files.js",
  "site/store.js",
  "evidence/statements.js",
  "element/draft.js",
  "element/wanted.js",
  "element/early.js",
  "element/meant.js",
  "shared/letters.js",
  "shared/fetch.js",
]);

/** @param {unknown} truth @param {string} what @returns {asserts truth} */
function ok(truth, what) {
  if (!truth) throw new Error(what);
}
/** @param {unknown} got @param {unknown} wanted @param {string} what */
function same(got, wanted, what) {
  ok(JSON.stringify(got) === JSON.stringify(wanted), `${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
}
/** @param {string} what @param {fc.IRawProperty<any>} property */
function hold(what, property) {
  try {
    fc.assert(/** @type {any} */ (property), { numRuns, seed });
    console.log(`ok ${what}`);
  } catch (error) {
    console.log(`FAIL ${what}\n${/** @type {Error} */ (error).message.slice(0, 4000)}`);
    process.exitCode = 1;
  }
}

/** @param {string} what @param {fc.IAsyncProperty<any>} property */
async function holdLater(what, property) {
  try {
    await fc.assert(property, { numRuns, seed });
    console.log(`ok ${what}`);
  } catch (error) {
    console.log(`FAIL ${what}\n${/** @type {Error} */ (error).message.slice(0, 4000)}`);
    process.exitCode = 1;
  }
}

// --- what arrives ---

/** What a record may have in the place of something else, also names that every record has. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, -1, 0, 1, 1.5, 1e9, 1e300, "", "__proto__", "toString", [], {}, [null], [[]]),
  fc.dictionary(fc.constantFrom("__proto__", "toString", "constructor", "length", "id"), fc.jsonValue({ maxDepth: 1 })),
);
/** All places within a value, each as the way to it. @param {any} value @param {string[]} way @returns {string[][]} */
function placesIn(value, way = []) {
  const inner = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return [way, ...inner.flatMap((name) => placesIn(value[name], [...way, name]))];
}
/** @param {any} value @param {string[]} way @param {unknown} other @returns {any} */
function replaced(value, [name, ...rest], other) {
  if (name === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[name] = replaced(value[name], rest, other);
  return copy;
}
/** A document with up to three values that are others. @param {any} document */
const near = (document) =>
  fc.array(fc.tuple(fc.nat(), odd), { maxLength: 3 }).map((changes) =>
    changes.reduce((changed, [at, other]) => {
      const places = placesIn(changed);
      return replaced(changed, places[at % places.length], other);
    }, document),
  );
/** A text that should be such a document: nearly one, other JSON, cut off, or anything. @param {any} document */
const textNear = (document) =>
  fc.oneof(
    { weight: 6, arbitrary: near(document).map((one) => JSON.stringify(one)) },
    fc.tuple(near(document), fc.nat(400)).map(([one, end]) => JSON.stringify(one).slice(0, end)),
    fc.json(),
    fc.string({ unit: "binary" }),
  );

// --- links with results ---

const known = { quiz: "pace", skills: ["urgency"], roles: ["pm", "tpm"] };
const shared = {
  quiz: "pace",
  version: "1",
  day: "2026-11-22",
  skills: [{ skill: "urgency", level: 2, low: 1, high: 3, end: null }],
  roles: [{ role: "pm", share: 40, named: true }],
};
/** @param {string} code */
function readsNothingOdd(code) {
  const { problem, result } = share.read(code, known);
  if (problem) return ok(["damaged", "newer", "other-quiz"].includes(problem), `a problem: ${problem}`);
  ok(/^2\d{3}-\d\d-\d\d$/.test(result.day) && result.quiz === known.quiz, JSON.stringify(result));
  for (const { skill, level, low, high } of result.skills)
    ok(known.skills.includes(skill) && 0 <= low && low <= level && level <= high && high <= 4, JSON.stringify(result));
  for (const { role, share: part } of result.roles)
    ok(known.roles.includes(role) && Number.isInteger(part) && 0 <= part && part <= 100, JSON.stringify(result));
}
/** @param {Uint8Array} bytes */
function signed(bytes) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(bytes));
  return Buffer.concat([bytes, sum]).toString("base64url");
}
const plain = Buffer.from(share.write(shared), "base64url").subarray(0, -4);
hold("a link: any text", fc.property(fc.string({ unit: "binary", maxLength: 700 }), readsNothingOdd));
hold(
  "a link: any bytes with their checksum",
  fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, first) =>
    readsNothingOdd(signed(first ? Uint8Array.from([1, ...bytes]) : bytes)),
  ),
);
hold(
  "a link: a result with other bytes in it",
  fc.property(fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
    const bytes = Uint8Array.from(plain);
    for (const [at, byte] of changes) bytes[at] = byte;
    readsNothingOdd(signed(bytes));
  }),
);

// --- messages of frames ---

const helper = await readFile(join(WWW, "metier-frame.js"), "utf8");
/** The height that a frame has after a message; null where it is as it was. @param {unknown} data @param {string} origin */
function heightAfter(data, origin) {
  const frame = {
    contentWindow: {},
    src: "https://a.example/frame.html",
    clientHeight: 0,
    offsetHeight: 0,
    hasAttribute: () => false,
    style: { height: "" },
  };
  /** @type {((event: unknown) => void)[]} */
  const hearers = [];
  const page = {
    document: { querySelectorAll: () => [frame] },
    addEventListener: (/** @type {string} */ _, /** @type {(event: unknown) => void} */ hear) => hearers.push(hear),
    getComputedStyle: () => ({ boxSizing: "content-box" }),
  };
  vm.runInNewContext(helper, page);
  frame.style.height = "";
  for (const hear of hearers) hear({ data, origin, source: frame.contentWindow });
  return frame.style.height === "" ? null : frame.style.height;
}
const message = { type: "metier-height", version: 1, height: 640 };
same(heightAfter(message, "https://a.example"), "640px", "a message that is one");
hold(
  "a message to the page around a frame",
  fc.property(fc.oneof(near(message), fc.anything()), (data) => {
    const height = heightAfter(data, "https://a.example");
    if (height === null) return;
    const { height: said } = /** @type {{ height: number }} */ (data);
    ok(Number.isInteger(said) && said >= 0 && said <= 20_000 && height === `${said}px`, `a height of ${height}`);
    same(Object.keys(/** @type {object} */ (data)), ["type", "version", "height"], "its fields");
  }),
);
hold(
  "a message from elsewhere",
  fc.property(fc.oneof(fc.webUrl(), fc.string()), (origin) => {
    if (origin !== "https://a.example") same(heightAfter(message, origin), null, origin);
  }),
);

// --- evidence ---

const piece = {
  id: "p",
  from: "prompt p",
  title: "T",
  skill: "strategy",
  kind: "work",
  place: "W",
  fields: { problem: "slow", steps: "did it", decision: "d", proof: "p", gained: "us" },
};
const evidence = {
  format: "metier-evidence/1",
  pieces: [piece, { ...piece, id: "q", skill: null }],
  lines: { a: "b" },
};
const { resume, letter } = JSON.parse(await readFile(join(WWW, "roles/evidence.json"), "utf8"));
const sentences = { templates: { resume, letter }, resume: "R", letter: "L", opening: "O", closing: "C" };
hold(
  "evidence that is kept",
  fc.property(textNear(evidence), textNear(evidence), (one, other) => {
    const [mine, theirs] = [pieces.writtenOf(one), pieces.writtenOf(other)];
    if (mine === null) return;
    same(pieces.writtenOf(pieces.textOfWritten(mine)), JSON.parse(pieces.textOfWritten(mine)), "it comes back");
    const joined = pieces.joinedWritten(theirs ?? pieces.nothingWritten(), mine, new Set(["p", "a", "toString"]));
    ok(pieces.writtenOf(pieces.textOfWritten(joined)) !== null || joined.pieces.length > 100, "both together");
    for (const write of [files.plainFile, files.markdownFile, files.resumeFile])
      ok(typeof write(mine.pieces, sentences) === "string", "a file of it");
    JSON.parse(files.resumeFile(mine.pieces, sentences));
  }),
);

// --- results that are saved on this device ---

const quiz = {
  format: "metier-quiz/1",
  id: "q",
  scales: [{ id: "s", steps: [{ offset: -1 }, { offset: 1 }] }],
  items: [{ id: "i", type: "statement", scale: "s", prompt: "P", skill: "k", aim: 2 }],
};
const result = { quiz, language: "en", seed: 1, taken: "2026-01-01", answers: { i: { answer: 1, ms: 5 } } };
const profile = {
  format: "metier-profile/1",
  results: [result, { ...result, answers: [{ item: "i", answer: 1 }] }],
  origin: "o",
};
const profileKey = `metier-profile ${new URL("./", pathToFileURL(join(folder, "x"))).pathname}`;
const draftKey = `metier-draft ${new URL("./", pathToFileURL(join(folder, "x"))).pathname} q`;

/** A text of storage as a page would have written it, or the end of it. @param {string | null | undefined} text */
function isSound(text) {
  return text === null || text === undefined || store.documentOf(text) !== null;
}
hold(
  "what two pages saved",
  fc.property(fc.array(fc.option(textNear(profile)), { minLength: 3, maxLength: 3 }), ([from, to, now]) => {
    const after = store.rebased(from, to, now);
    ok(after === to || after === now || isSound(after), `${after}`);
    const read = (/** @type {string | null} */ text) => (text === null ? true : store.documentOf(text) !== null);
    // What can be read and has room, nothing is lost of: taken back, it is as it was.
    if (![from, to].every(read) || now !== from) return;
    same(after, to, "a change to what it was made from");
  }),
);
await holdLater(
  "a result is saved beside what is there",
  fc.asyncProperty(fc.option(textNear(profile)), near(result), async (text, added) => {
    device.clear();
    if (text !== null) device.setItem(profileKey, text);
    const told = await store.saveResult(added, null);
    const now = store.savedText();
    if ("problem" in told) return same(now, text, "what cannot be added to stays");
    ok(store.documentOf(now) !== null && store.countSaved(added) === told.results, "it is there");
  }),
);

hold(
  "statements of drafts and results",
  fc.property(
    fc.option(textNear(profile)),
    fc.option(textNear({ answers: [{ item: "i", answer: 1 }] })),
    textNear(quiz),
    (saved, draft, document) => {
      device.clear();
      session.clear();
      if (saved !== null) device.setItem(profileKey, saved);
      if (draft !== null) session.setItem(draftKey, draft);
      for (const { id, prompt, step } of statements.knownStatements("q", document))
        ok(typeof id === "string" && typeof prompt === "string" && Number.isInteger(step), `${id}: ${prompt}, ${step}`);
    },
  ),
);

// --- files ---

/** Four ways to write a text, each with its mark. @type {((text: string) => Blob)[]} */
const encodings = [
  (text) => new Blob([text]),
  (text) => new Blob(["\ufeff", text]),
  (text) => new Blob([Buffer.from(`\ufeff${text}`, "utf16le")]),
  (text) => new Blob([Buffer.from(`\ufeff${text}`, "utf16le").swap16()]),
];
/** @param {Blob} file @param {number} most @param {string} otherwise */
const sizeOf = async (file, most, otherwise) => (await letters.textWithin(file, most, otherwise)).bytes;
await holdLater(
  "a file is as long as its text, however it is written",
  fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.constantFrom(...encodings), async (text, write) => {
    const plainText = text.replace(/[\0\ufeff]/g, "");
    if ((await letters.textOf(new Blob([plainText]), "utf-8")) !== plainText) return;
    same(await sizeOf(write(plainText), 1_000, "utf-8"), Buffer.byteLength(plainText), "bytes");
  }),
);
same(await sizeOf(new Blob(["é".repeat(3)]), 2, "utf-8"), 6, "one that is too long");
same(await sizeOf(new Blob([Uint8Array.of(0x61, 0xe9)]), 9, "windows-1252"), 3, "one in Windows-1252");
// What is downloaded, where a byte too many is left to the module.
const host = createServer(({ url }, response) => {
  response.end(`${url === "/mark" ? "\ufeff" : ""}${" ".repeat(url === "/more" ? 2 ** 21 + 4 : 2 ** 21)}`);
}).listen(0, "127.0.0.1");
await once(host, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (host.address());
const brought = async (/** @type {string} */ path) =>
  (await bring(new URL(path, `http://127.0.0.1:${port}`)).then((/** @type {Blob} */ blob) => blob.text(), String))
    .length;
same([await brought("/plain"), await brought("/mark")], [2 ** 21, 2 ** 21], "what is brought");
ok((await brought("/more")) < 200, "more than that is not");
host.close();

// --- the draft in this tab ---

const text = JSON.stringify(quiz);
const digest = `${checksum(new TextEncoder().encode(text)).toString(16)}-${text.length}`;
const draft = {
  format: "metier-draft/1",
  quiz: "q",
  version: "1",
  document: digest,
  language: "en",
  seed: 7,
  answers: [{ item: "i", answer: 1, ms: 900 }],
  spent: { i: 900 },
  chosen: { i: [0, 1, "x"] },
  place: { screen: "question", item: "i", undo: [1, 0] },
};
hold(
  "a draft",
  fc.property(textNear(draft), (kept) => {
    session.clear();
    session.setItem(draftKey, kept);
    /** @type {[number, unknown, number][]} */
    let given = [];
    const times = new Map();
    const sitting = () => ({
      stage: { quiz: { items: quiz.items, seed: 7 } },
      given,
      spent: times,
      screens: new Map(),
      screenOf: () => ({ section: { querySelectorAll: () => [] } }),
      begin: () => (given = []),
      take: (/** @type {number} */ index, /** @type {unknown} */ answer, /** @type {number} */ ms) => {
        if (index < 0) throw new RangeError("no such question");
        given.push([index, answer, ms]);
      },
    });
    const box = { isConnected: false, addEventListener() {} };
    const found = new Draft("q", text, box, sitting);
    found.resume(undefined);
    if (found.place === null) {
      ok(given.length === 0, "no answers without a place");
      const there = session.getItem(draftKey);
      ok(there === null || JSON.parse(there).document !== digest, "what fits nothing is deleted");
      return;
    }
    ok(["question", "review", "result"].includes(found.place.screen), `${found.place.screen}`);
    ok(
      given.every(([, answer, ms]) => answer !== undefined && Number.isInteger(ms) && ms >= 0),
      "answers with times",
    );
    ok(
      [...times.values()].every((ms) => Number.isInteger(ms) && ms >= 0),
      "times",
    );
    const { undo } = found;
    ok(undo === null || undo.choices === null || Array.isArray(undo.choices), "what was chosen before");
  }),
);

// What a page writes, it reads again: a draft of any length, of a tab that was open for a month.
{
  const words = "x".repeat(5_000);
  const items = Array.from({ length: 400 }, (_, index) => ({ id: `i${index}`, type: "text" }));
  const answers = items.map(({ id }) => ({ item: id, answer: words, ms: 3e9 }));
  const section = {
    dataset: { screen: "question", item: "i3" },
    querySelector: () => null,
    querySelectorAll: () => [{ type: "textarea", checked: false, value: words }],
  };
  let given = answers;
  let spent = new Map(items.map(({ id }) => [id, 3e9]));
  const sitting = () => ({
    stage: { quiz: { id: "long", version: "1", language: "en", items, seed: 7 } },
    given,
    spent,
    screens: new Map(items.map(({ id }) => [id, { section }])),
    section,
    undo: null,
    screenOf: () => ({ section: { querySelectorAll: () => [] } }),
    begin: () => ([given, spent] = [[], new Map()]),
    take: (/** @type {number} */ index, /** @type {string} */ answer, /** @type {number} */ ms) =>
      given.push({ item: items[index].id, answer, ms }),
  });
  const draftIn = () => new Draft("long", "{}", { isConnected: false, addEventListener() {} }, sitting);
  const key = draftKey.replace(/ q$/, " long");
  session.clear();
  draftIn().save();
  const before = session.getItem(key);
  ok((before?.length ?? 0) > 4_000_000, `a long draft is kept: ${before?.length}`);
  draftIn().resume(undefined);
  ok(session.getItem(key) === before, "and stays");
  same([given, [...spent.values()]], [answers, answers.map(({ ms }) => ms)], "all answers of a long draft");
  console.log("ok a long draft is read again");
}

// --- documents at a glance ---

const glanced = {
  format: "metier-quiz/1",
  title: "T",
  about: "A. B.\n\nC",
  language: "en",
  instruction: "best",
  minutes: [3, 5],
  items: [{ type: "single" }, { type: "likert", instructed: 1 }],
  adaptive: { max: 9, screen: 2 },
  skills: [{ id: "s" }, { id: "t" }],
};
hold(
  "which module a document wants",
  fc.property(textNear(glanced), (document) => {
    const { module, roles } = wantedBy(document);
    ok(["whole", "player"].includes(module) && typeof roles === "boolean", `${module}, ${roles}`);
  }),
);
hold(
  "the first screen of a document that no module has read",
  fc.property(textNear(glanced), (document) => {
    const early = earlyLook(document);
    for (const [name, words] of Object.entries(early ?? {}))
      ok(typeof words === "string", `${name}: ${JSON.stringify(words)}`);
  }),
);
hold(
  "attributes and documents in another form",
  fc.property(
    fc.constantFrom("src", "roles", "seed", "lang"),
    fc.option(fc.string({ unit: "binary" })),
    (name, value) => {
      const meant = meantBy(name, value);
      ok(meant === null ? value === null : typeof meant === "string", `${name}: ${meant}`);
      same(plainly(plainly(value)), plainly(value), "plain once is plain");
    },
  ),
);
