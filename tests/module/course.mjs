// Before and between the questions, without a browser: which module a document wants, what an attribute means, and which
// questions of a quiz stand on which screen. `node tests/module/course.mjs`.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { WWW, imported, ok, same } from "./scripts.mjs";

Object.assign(globalThis, { document: { baseURI: "https://blog.example/posts/one.html" } });
/** @type {[typeof import('../../www/element/course.js'), typeof import('../../www/element/group.js'), typeof import('../../www/element/meant.js'), typeof import('../../www/element/wanted.js')]} */
const [{ Course }, { groupAt }, { addressOf, meantBy, plainly }, { wantedBy }] = /** @type {any} */ (
  await imported(["element/course.js", "element/group.js", "element/meant.js", "element/wanted.js"])
);

// --- which module ---

const quiz = { order: "fixed", skills: [{ id: "s" }], items: [{ type: "single" }] };
const wants = (/** @type {object} */ more) => wantedBy(JSON.stringify({ ...quiz, ...more }));
const common = ["single", "multiple", "likert", "frequency", "judge", "best-worst", "rank", "sort"];
for (const type of common) {
  const items = [...quiz.items, { type }];
  same(wants({ items }), { module: "player", roles: false }, `the small player reads ${type}`);
}
for (const type of ["statement", "slider", "number", "allocate", "text", "singles", ""]) {
  const items = [...quiz.items, { type }];
  same(wants({ items }).module, "whole", `${type || "what has no type"} is for the module of everything`);
}
same(wants({ order: "adaptive" }).module, "whole", "so is a quiz that chooses its questions");
same(wants({ counted: {} }).module, "whole", "and one that counts");
same(wants({ skills: [{ id: "s" }, { id: "t" }] }), { module: "player", roles: true }, "two skills may name roles");
same(wants({ skills: undefined }).roles, false, "no skill names none");
for (const text of ["", "hello", "null", "{}", "[]"])
  same(wantedBy(text), { module: "player", roles: false }, `the small player says what is wrong with ${text}`);

/** What the shipped documents say at a glance, by name: written down here, so that a change is seen. */
const heavy = ["product-or-sales.json", "roles.json"];
for (const name of (await readdir(join(WWW, "quizzes"))).filter((one) => one.endsWith(".json"))) {
  const { module } = wantedBy(await readFile(join(WWW, "quizzes", name), "utf8"));
  same(module, heavy.includes(name) ? "whole" : "player", name);
}

// --- what an attribute means ---

same(addressOf("pace.json").href, "https://blog.example/posts/pace.json", "an address is seen from the page");
let lost;
try {
  addressOf("http://[");
} catch (error) {
  lost = /** @type {any} */ (error);
}
ok(lost?.url === "http://[" && lost.lost && lost.message.includes("http://["), "what is no address is named");
for (const name of ["src", "roles"]) {
  same(meantBy(name, "a.json"), meantBy(name, "./a.json"), `two spellings of one ${name}`);
  ok(meantBy(name, "a.json") !== meantBy(name, "b.json"), `two addresses of ${name} are two`);
  same(meantBy(name, "http://["), "http://[", `what is no address stays as it is written in ${name}`);
}
same(meantBy("seed", "07"), meantBy("seed", "7"), "two spellings of one seed");
same(meantBy("title", "07"), "07", "other attributes are what they say");
for (const name of ["src", "roles", "seed"]) same(meantBy(name, null), null, `no ${name} is none`);
same(plainly('{ "a": [1, 2] }'), plainly('{"a":[1,2]}'), "two spellings of one document");
ok(plainly('{"a":1}') !== plainly('{"a":2}'), "two documents are two");
same([plainly("hello"), plainly(null)], ["hello", null], "what is no JSON is what it says");

// --- which questions ---

/** @param {string[]} ids @param {object} [more] @returns {any} */
const view = (ids, more = {}) => ({ adaptive: null, items: ids.map((id) => ({ id, group: null })), ...more });
/** The screens of a quiz as it is asked: their questions. @param {any} asked */
function screensOf(asked) {
  const screens = [];
  for (let at = 0; at < asked.items.length; at += screens[screens.length - 1].length)
    screens.push(groupAt(asked, at).items.map(({ id }) => id));
  return screens.map((ids) => ids.join(" "));
}

const plain = view(["a", "b", "c"]);
const all = new Course();
all.begin(plain);
same(screensOf(all.asked(plain)), ["a", "b", "c"], "a plain quiz asks every question, one a screen");
same(all.item("b")?.id, "b", "a question is found by its id");
same(all.item("z"), undefined, "and one that there is none of is not");

const adaptive = view(["a", "b", "c", "d", "e"], { adaptive: {} });
const course = new Course();
course.begin(adaptive);
same(screensOf(course.asked(adaptive)), [], "a quiz that chooses its questions has none to begin with");
course.append(["c", "a"]);
course.append(["e", "b"]);
same(screensOf(course.asked(adaptive)), ["c a", "e b"], "it grows by a screen at a time, in the order chosen");
same(course.goOnAfter(3, ["b"]), [], "what is left of a screen is no other choice");
course.append(["b"]);
same(screensOf(course.asked(adaptive)), ["c a", "e b"], "and stays on its screen");
same(course.goOnAfter(2, ["d"]), ["e", "b"], "another choice after a changed answer forgets what came later");
course.append(["d"]);
course.append(["b"]);
same(screensOf(course.asked(adaptive)), ["c a", "d", "b"], "of which nothing keeps its old screen");
same(course.goOnAfter(2, []), ["d", "b"], "a quiz may end earlier than it did");
same(screensOf(course.asked(adaptive)), ["c a"], "then nothing is asked any more");
course.begin(adaptive);
course.append(["a"]);
same(screensOf(course.asked(adaptive)), ["a"], "begun anew, nothing is left of before");

console.log("Modules wanted, attributes meant and questions asked are as they should be.");
