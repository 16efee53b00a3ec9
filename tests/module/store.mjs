// What is kept on this device, as its pages change it: nothing is lost when several are open, a change is undone whole,
// what cannot be read is left as it is, and a browser that refuses is believed. `node tests/module/store.mjs`.
import fc from "fast-check";
import { imported, ok, same } from "./scripts.mjs";
import { Shelf } from "./shelf.mjs";

/** @typedef {import('../../www/site/store.js').Result} Result */

/** @type {((event: { key: string | null }) => void)[]} */
const listeners = [];
const shelf = new Shelf();
Object.assign(globalThis, {
  localStorage: shelf,
  addEventListener: (/** @type {string} */ _, /** @type {(event: { key: string | null }) => void} */ listener) =>
    listeners.push(listener),
});
/** @type {[typeof import('../../www/site/store.js')]} */
const [store] = /** @type {any} */ (await imported(["site/store.js", "site/records.js", "shared/fetch.js"]));
const OLDER = "metier-profile";

/** @param {string} id @param {object} [more] @returns {Result} */
const result = (id, more = {}) => ({ quiz: { id }, answers: {}, ...more });
/** @param {(string | Result)[]} results @param {object} [more] */
const kept = (results, more = {}) =>
  JSON.stringify({
    format: "metier-profile/1",
    results: results.map((one) => (typeof one === "string" ? result(one) : one)),
    ...more,
  });
/** Which results a text has. @param {string | null | undefined} text */
const ids = (text) => (text ? JSON.parse(text).results.map((/** @type {any} */ { quiz }) => quiz.id) : text);

/** Begins with what is kept under the name of today, and of an older version. @param {string | null} now @param {string | null} [older] */
function begin(now, older = null) {
  shelf.texts.clear();
  [shelf.full, shelf.closed] = [false, false];
  if (older !== null) shelf.texts.set(OLDER, older);
  if (now !== null) shelf.texts.set(name, now);
}
let name = "";
await store.saveResult(result("first"), null);
[name] = shelf.texts.keys();
ok(name.startsWith(`${OLDER} /`), "kept under a name with the folder of this site in it");
same(ids(store.savedText()), ["first"], "what was kept first");

// A result beside others, and an answer changed in the same sitting.
begin(kept(["a", "b", "c"], { origin: "sales" }));
const again = await store.saveResult(result("b", { seed: 7 }), result("b"));
same(ids(store.savedText()), ["a", "b", "c"], "a result taken on takes the place of what it was");
ok("replaced" in again && again.replaced && again.results === 3, "that is said, with how many there are");
same(JSON.parse(store.savedText() ?? "").origin, "sales", "where somebody comes from stays");
const beside = await store.saveResult(result("a"), result("gone"));
ok("replaced" in beside && !beside.replaced && beside.results === 4, "one that is gone is not replaced");
same(store.countSaved(result("b", { seed: 7 })), 4, "a result that is kept knows how many are");
same(store.countSaved(result("b")), 0, "one that is not kept counts none");

// What cannot be read, what has no room, and who refuses.
for (const damaged of ["hello", "{}", '{"format":"metier-profile/2","results":[]}', '{"format":"metier-profile/1"}']) {
  begin(damaged);
  same(await store.saveResult(result("a"), null), { problem: "damaged" }, damaged);
  same(shelf.getItem(name), damaged, "what cannot be read is left as it is");
  same(store.countSaved(result("a")), 0, "nothing is counted in it");
  same(store.rebased(kept([]), kept(["a"]), damaged), undefined, "and no change is made to it");
}
// A text that may be cut in two ways is cut in neither.
const old = JSON.stringify(result("old"));
for (const [what, text] of [
  ["two lists of results", `{"format":"metier-profile/1","results":[${old}],"results":[]}`],
  ["a list and something else of its name", `{"results":${old},"format":"metier-profile/1","results":[]}`],
  ["two origins", `{"format":"metier-profile/1","origin":"a","results":[${old}],"origin":"b"}`],
  ["a name in escapes", `{"format":"metier-profile/1","results":[${old}],"r\\u0065sults":[]}`],
]) {
  begin(text);
  same(await store.saveResult(result("a"), null), { problem: "damaged" }, what);
  same(shelf.getItem(name), text, `${what} are left as they are`);
  same([store.documentOf(text), store.countSaved(result("old"))], [null, 0], `${what} are not read`);
  same(store.rebased(kept([]), kept(["a"]), text), undefined, `${what} are not changed`);
}
// What a change is not about stays letter for letter.
const odd =
  '{ "quiz": {"id": "odd"}, "seed": 1e400, "taken": 12345678901234567891, "answers": 1.50, "answers": "]}\\",\\"" }';
begin(`\n{ "$schema" : "x\\u0079", "format": "metier-profile/1", "results": [ ${odd} ,\n${old}] , "origin": 1e400 }\n`);
await store.saveResult(result("new"), null);
await store.saveResult(result("newer"), result("new"));
await store.saveResult(result("younger"), result("old"));
const [younger, newer] = ["younger", "newer"].map((id) => JSON.stringify(result(id)));
/** @param {string[]} results */
const around = (...results) =>
  `{"$schema":"x\\u0079","format":"metier-profile/1","results":[${results.join(",")}],"origin":1e400}`;
same(store.savedText(), around(odd, younger, newer), "what stands beside a result that is saved or replaced");
same(
  store.rebased(kept(["newer", "c"]), kept(["c"]), store.savedText() ?? ""),
  around(odd, younger),
  "what stands beside a result that is taken away",
);
/** JSON as nobody's program writes it: numbers of any size, fields twice, names in escapes, spaces anywhere. */
const space = fc.string({ unit: fc.constantFrom(" ", "\n", "\r", "\t"), maxLength: 2 });
const between = (/** @type {fc.Arbitrary<string>} */ part) =>
  fc.tuple(space, part, space).map((parts) => parts.join(""));
const { json } = fc.letrec((tie) => {
  const inner = /** @type {fc.Arbitrary<string>} */ (tie("json"));
  const name = fc.oneof(
    fc.constantFrom('"a"', '"results"', '"format"', '"\\u0061"', '"\\\\"', '"]}"'),
    fc.string().map((one) => JSON.stringify(one)),
  );
  return {
    json: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("0", "-0", "1e400", "-1.50E-999", "12345678901234567891", "0.10000000000000000000001", "null"),
      fc.tuple(fc.bigInt(), fc.nat()).map(([digits, power]) => `${digits}e-${power}`),
      name,
      fc.array(between(inner), { maxLength: 3 }).map((parts) => `[${parts.join(",")}]`),
      fc
        .array(fc.tuple(between(name), between(inner)), { maxLength: 3 })
        .map((parts) => `{${parts.map(([one, value]) => `${one}:${value}`).join(",")}}`),
    ),
  };
});
const raw = /** @type {fc.Arbitrary<string>} */ (json);
/** A profile with them. @param {string[]} results @param {string} origin @param {string} gap */
const profileWith = (results, origin, gap = "") =>
  `${gap}{${gap}"format":"metier-profile/1",${gap}"results"${gap}:[${gap}${results.join(`${gap},`)}${gap}],"origin":${origin}}${gap}`;
await fc.assert(
  fc.asyncProperty(
    fc.array(raw, { maxLength: 4 }),
    fc.array(raw, { maxLength: 4 }),
    raw,
    space,
    async (before, after, origin, gap) => {
      const [mine, changed] = [result("mine"), result("mine", { seed: 2 })];
      const own = JSON.stringify(mine);
      const text = profileWith(before, origin, gap);
      begin(text);
      await store.saveResult(mine, null);
      const saved = profileWith([...before, own], origin);
      same(store.savedText(), saved, "saved");
      begin(profileWith([...before, own, ...after], origin, gap));
      await store.saveResult(changed, mine);
      const now = profileWith([...before, JSON.stringify(changed), ...after], origin);
      same(store.savedText(), now, "beside what took its place");
      // Beside those of another page, and then taken back: only that result goes.
      const back = store.rebased(saved, text, profileWith([...before, own, ...after], origin));
      same(back, after.length ? profileWith([...before, ...after], origin) : text, "beside what was taken back");
    },
  ),
  { numRuns: 1_000, seed: 16 },
);

const many = Array.from({ length: 49 }, (_, index) => `r${index}`);
begin(kept(many));
ok("results" in (await store.saveResult(result("fiftieth"), null)), "there is room for fifty");
same(await store.saveResult(result("more"), null), { problem: "full" }, "and for no more");
same(ids(store.savedText()), [...many, "fiftieth"], "nothing of the fifty is lost");
begin(null);
const long = result("long", { answers: "x".repeat(2 ** 21) });
same(await store.saveResult(long, null), { problem: "full" }, "more than 2 MB could not be shown");
same(store.savedText(), null, "so it is not kept");
shelf.full = true;
same(await store.saveResult(result("a"), null), { problem: "refused" }, "a storage that keeps nothing is noticed");
shelf.closed = true;
same(await store.saveResult(result("a"), null), { problem: "refused" }, "and one that cannot be touched");
same(store.savedText(), undefined, "of which nothing is known");

// What an older version kept moves with the first change, unless nobody can read it.
begin(null, kept(["old"]));
same(ids(store.savedText()), ["old"], "what an older version kept is read");
same(shelf.getItem(name), null, "looking changes nothing");
await store.saveResult(result("new"), null);
same([ids(shelf.getItem(name)), shelf.getItem(OLDER)], [["old", "new"], null], "it moves with the first change");
begin(kept(["new"]), kept(["old"]));
same(ids(store.savedText()), ["new", "old"], "what stands under both names is read as one");
begin(kept(["new"]), "hello");
await store.saveResult(result("newer"), null);
same([ids(shelf.getItem(name)), shelf.getItem(OLDER)], [["new", "newer"], "hello"], "what nobody can read stays");

// Taking everything away leaves no text; a change that is called off changes nothing.
begin(kept(["a"]));
same(await store.changeSaved(() => undefined), "left", "a change that is called off");
same(ids(store.savedText()), ["a"], "changes nothing");
same(await store.changeSaved(() => null), { before: kept(["a"]), after: null }, "deleting says what was there");
ok(!shelf.texts.has(name), "and leaves nothing");

// A change made from one state of things, on another page's.
/** @type {[from: string | null, to: string | null, now: string | null, then: string[] | null, what: string][]} */
const changes = [
  [kept(["a"]), kept(["a", "b"]), kept(["a", "c"]), ["a", "c", "b"], "both pages' results are kept"],
  [kept(["a", "b"]), kept(["b"]), kept(["a", "b", "c"]), ["b", "c"], "only what is deleted goes"],
  [kept(["a", "b"]), kept(["a", "d"]), kept(["c", "b"]), ["c", "d"], "what takes another's place takes it there"],
  [kept(["a", "b"]), kept(["a", "d"]), kept(["a"]), ["a"], "a result that was deleted meanwhile stays away"],
  [kept(["a"]), kept(["a", "b"]), kept(["a", "b"]), ["a", "b"], "kept in two pages it is there once"],
  [kept(["a", "a"]), kept(["a"]), kept(["a", "a", "c"]), ["a", "c"], "of two that are alike one goes"],
  [null, kept(["a"]), kept(["b"]), ["b", "a"], "the first result of one page joins another's"],
  [kept(["a"]), null, kept(["a", "b"]), ["b"], "deleting all deletes what was there"],
  [kept(["a"]), kept([]), kept(["a"]), [], "what nothing has changed becomes what was meant"],
  [kept(["a", "b"]), kept(["b"]), kept(["a"]), null, "where nothing is left nothing is kept"],
];
for (const [from, to, now, then, what] of changes) {
  const changed = store.rebased(from, to, now);
  same(ids(changed), then, what);
}
const other = kept(["a", "c"], { origin: "sales" });
const mine = store.rebased(kept(["a"]), kept(["a", "b"]), other) ?? "";
same(ids(store.rebased(kept(["a", "b"]), kept(["a"]), mine)), ["a", "c"], "undoing takes away one's own part alone");
same(JSON.parse(mine).origin, "sales", "a field that another page has set stays");
const moved = store.rebased(kept(["a"]), kept(["a"], { origin: "care" }), other) ?? "";
same(JSON.parse(moved).origin, "care", "a field that was changed is");
same(
  JSON.parse(store.rebased(kept(["a"], { origin: "care" }), kept(["a"]), moved) ?? "").origin,
  undefined,
  "and undone",
);
same(JSON.parse(store.rebased(kept(["a"]), null, other) ?? "").origin, "sales", "a field outlives the last result");
same(
  store.rebased(kept(["a"]), kept(["a", "x"]), kept([...many, "a"])),
  undefined,
  "there is no room for a fifty-first",
);

// Other pages, and the day.
begin(null);
let heard = 0;
store.watchSaved(() => (heard += 1));
for (const key of [name, OLDER, null, "somebody else's", `${name}other/`]) for (const tell of listeners) tell({ key });
same(heard, 3, "both names and an emptied storage are heard of, nobody else's");
const plain = Date;
globalThis.Date = /** @type {any} */ (
  class extends plain {
    constructor() {
      super(2031, 0, 5, 23, 59);
    }
  }
);
same(store.today(), "2031-01-05", "the day is that of the clock on the wall");
globalThis.Date = plain;

console.log("What is kept on this device is changed, undone and refused as it should be.");
