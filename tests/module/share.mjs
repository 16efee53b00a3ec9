// The text of a shared result: it comes back as it went, no number leaves its range, and of thousands of texts that were
// cut, changed or made up with a right checksum none does harm. And texts fit into the picture. `node
// tests/module/share.mjs`; the same seed, the same texts.
import { imported, ok as holds } from "./scripts.mjs";

/** @typedef {import('../../www/site/share/code.js').SharedResult} SharedResult */

const seed = 20261129;
const rounds = 10_000;

/** @type {[typeof import('../../www/site/share/code.js'), typeof import('../../www/site/share/fit.js'), typeof import('../../www/shared/checksum.js'), typeof import('../../www/site/share/content.js')]} */
const [{ mostLetters, read, write }, { fitted }, { checksum }, { shownOf, wholeLevel }] = /** @type {any} */ (
  await imported(["site/share/code.js", "site/share/fit.js", "shared/checksum.js", "site/share/content.js"])
);

let state = seed;
/** The same numbers at each run, from 0 to below 1. */
function chance() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const below = (/** @type {number} */ most) => Math.floor(chance() * most);
const oneOf = (/** @type {readonly any[]} */ list) => list[below(list.length)];

/** @param {unknown} truth @param {string} what */
function ok(truth, what) {
  holds(truth, `${what} (seed ${seed})`);
}
/** @param {unknown} got @param {unknown} wanted @param {string} what */
function same(got, wanted, what) {
  ok(JSON.stringify(got) === JSON.stringify(wanted), `${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
}

const skills = ["urgency", "negotiation", "a-skill-with-a-name-of-forty-letters-abcd"];
const roles = ["pm", "tpm", "pmm", "solution", "analyst", "project", "agile", "strategist"];
const known = { quiz: "pace", skills, roles };
const hundredths = (/** @type {number} */ most) => below(most * 100 + 1) / 100;

/** @returns {SharedResult} */
function skillResult() {
  const [low, level, high] = [hundredths(4), hundredths(4), hundredths(4)].sort((a, b) => a - b);
  const skill = { skill: oneOf(skills), level, low, high, end: oneOf([null, "top", "bottom"]) };
  return {
    quiz: "pace",
    version: oneOf(["1.1.0", "2026", "β 2"]),
    day: dayOf(below(36_526)),
    skills: [skill],
    roles: [],
  };
}

/** @returns {SharedResult} */
function roleResult() {
  let left = 100;
  const shares = roles.map((role) => {
    const share = below(left + 1);
    left -= share;
    return { role, share, named: chance() < 0.3 };
  });
  const shown = shares.filter(({ share, named }) => share > 0 || named);
  return { quiz: "pace", version: "1.1.0", day: dayOf(below(36_526)), skills: [], roles: shown };
}

const dayOf = (/** @type {number} */ days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);

/** That a text does no harm: an answer or a sentence, no number out of its range. @param {string} code @param {string} what */
function harmless(code, what) {
  const reading = read(code, known);
  if ("problem" in reading)
    return ["damaged", "newer", "other-quiz"].includes(reading.problem) ? null : ok(false, what);
  const { result } = reading;
  ok(result.quiz === known.quiz && /^\d{4}-\d\d-\d\d$/.test(result.day) && result.version.length <= 48, what);
  for (const { skill, level, low, high, end } of result.skills) {
    ok(skills.includes(skill) && 0 <= low && low <= level && level <= high && high <= 4, `${what}: ${skill}`);
    ok([null, "top", "bottom"].includes(end), what);
  }
  for (const { role, share } of result.roles)
    ok(roles.includes(role) && Number.isInteger(share) && 0 <= share && share <= 100, `${what}: ${role}`);
  ok(result.roles.reduce((sum, { share }) => sum + share, 0) <= 100, `${what}: the shares`);
  return result;
}

/** @param {Uint8Array} bytes */
const lettersOf = (bytes) => Buffer.from(bytes).toString("base64url");
/** Bytes with the checksum that belongs to them. @param {number[]} bytes */
function signed(bytes) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(Uint8Array.from(bytes)));
  return lettersOf(Uint8Array.from([...bytes, ...sum]));
}

same(checksum(new TextEncoder().encode("123456789")), 0xcbf43926, "the check value of CRC-32");

// There and back.
for (let round = 0; round < rounds / 10; round += 1) {
  for (const [result, most] of /** @type {const} */ ([
    [skillResult(), 200],
    [roleResult(), 600],
  ])) {
    const code = write(result);
    ok(code && code.length <= most && /^[\w-]+$/.test(code), `${code?.length} letters of ${JSON.stringify(result)}`);
    if (result.skills.length + result.roles.length > 0) same(read(String(code), known), { result }, "what comes back");
  }
}

// Numbers out of their range are taken to its end, on the way there and on the way back.
const wild = [-Infinity, -7, -0.004, 4.004, 99, 1e300, Infinity, NaN];
for (const value of wild) {
  const [one] = skillResult().skills;
  harmless(
    String(write({ ...skillResult(), skills: [{ ...one, level: value, low: value, high: value }] })),
    `${value}`,
  );
  harmless(
    String(write({ ...roleResult(), roles: [{ role: "pm", share: value, named: true }] })),
    `a share of ${value}`,
  );
}
same(
  write({ ...roleResult(), roles: roles.map((role) => ({ role: role.repeat(20), share: 1, named: false })) }),
  null,
  "what would be too long is not written",
);

// Other versions, other quizzes, strangers' skills.
const plain = skillResult();
same(read(signed([2, 1, 2, 3]), known), { problem: "newer" }, "another version");
same(read(String(write(plain)), { ...known, quiz: "roles" }), { problem: "other-quiz" }, "another quiz");
same(read(String(write(plain)), { ...known, skills: [] }), { problem: "damaged" }, "a skill that is not known");
for (const text of ["", "=", "AAAA", "a b", "r".repeat(mostLetters + 1), "r".repeat(1e6), "__proto__", "%00", "é"])
  same(read(text, known), { problem: "damaged" }, `“${text.slice(0, 20)}”`);

// Texts that were changed on the way: the checksum notices every one.
for (let round = 0; round < rounds; round += 1) {
  const code = String(write(chance() < 0.5 ? skillResult() : roleResult()));
  const at = below(code.length);
  const letter = oneOf([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", "%", " ", "é"]);
  const changed = oneOf([
    code.slice(0, at),
    code.slice(0, at) + letter + code.slice(at + 1),
    code.slice(0, at) + letter + code.slice(at),
    code.slice(0, at) + code.slice(at + 1),
    code.slice(at) + code.slice(0, at),
    code + code,
  ]);
  if (changed !== code) same(read(changed, known), { problem: "damaged" }, `${code} changed to ${changed}`);
}

// Texts that were made up with a right checksum: bytes at random, and good ones with some changed.
let shown = 0;
for (let round = 0; round < rounds; round += 1) {
  const good = [...Buffer.from(String(write(chance() < 0.5 ? skillResult() : roleResult())), "base64url")].slice(0, -4);
  const noise = Array.from({ length: below(300) }, () => below(256));
  const bytes = chance() < 0.2 ? [1, ...noise] : good;
  for (let change = below(4); change > 0; change -= 1) bytes[below(bytes.length)] = below(256);
  if (harmless(signed(bytes), lettersOf(Uint8Array.from(bytes)))) shown += 1;
}
ok(shown > rounds / 10, `only ${shown} of the texts made up could be read`);

// Texts fit: no line wider than its box, all of them within its height, no letter lost.
const words = [
  "a",
  "product",
  "Donaudampfschifffahrtsgesellschaft",
  "يعمل",
  "x".repeat(90),
  "品質管理の方法",
  "👩‍👩‍👧",
  "–",
];
for (let round = 0; round < rounds / 10; round += 1) {
  const text = Array.from({ length: 1 + below(24) }, () => oneOf(words)).join(" ");
  const box = { width: 300 + below(800), height: 160 + below(300), most: 40 + below(60), leading: 1.2 };
  const wide = (/** @type {string} */ part, /** @type {number} */ size) => part.length * size * 0.55;
  const { lines, size, leading } = fitted(text, box, wide);
  ok(size >= 12 && size <= box.most, `letters of ${size}`);
  ok(lines.length * size * leading <= box.height, `${lines.length} lines of ${size} in ${box.height}: ${text}`);
  const cluster = (/** @type {string} */ line) => [...new Intl.Segmenter().segment(line)].length === 1;
  for (const line of lines) ok(wide(line, size) <= box.width || cluster(line), `${line} in ${box.width}`);
  const whole = lines.join("").replaceAll(" ", "");
  ok(
    whole === text.replaceAll(" ", "") || (whole.endsWith("…") && (size < 14 || text.length > 700)),
    `${text} became ${whole}`,
  );
}

// --- what is shown of roles ---

const names = new Map(["A", "B", "C", "D", "E", "F"].map((name) => [name, { name, product: name !== "A" }]));
/** @param {[string, number, boolean?][]} shares */
const shownRoles = (...shares) =>
  shownOf(
    {
      quiz: "q",
      version: "1",
      day: "2026-08-03",
      skills: [],
      roles: shares.map(([role, share, named = false]) => ({ role, share, named })),
    },
    { title: "T", roles: names },
  );
const groupsOf = (/** @type {ReturnType<typeof shownOf>} */ { groups }) =>
  groups.map(({ name, count }) => `${name} ${count}`);
same(
  groupsOf(shownRoles(["B", 30], ["A", 50], ["C", 10], ["E", 5], ["D", 5], ["F", 0])),
  ["A 50", "B 30", "C 10", "E 5", "one other role 5"],
  "four groups, the largest first, and the one that is left",
);
same(
  groupsOf(shownRoles(["A", 40], ["B", 20], ["C", 15], ["D", 10], ["E", 8], ["F", 7])).at(-1),
  "2 other roles 15",
  "two that are left",
);
same(groupsOf(shownRoles(["A", 60], ["B", 40])), ["A 60", "B 40"], "nothing is left");
same(shownRoles(["A", 60, true], ["B", 40, true]).sentence, "My answers point to B.", "product roles before others");
same(
  shownRoles(["A", 60, true], ["B", 40]).sentence,
  "My answers point to A.",
  "another role where no product role is named",
);
same(
  shownRoles(["A", 30, true], ["B", 25, true], ["C", 20, true], ["D", 15, true], ["E", 10, true]).sentence,
  "My answers point to B, C and D.",
  "three roles at most",
);
same(shownRoles(["A", 60], ["B", 40]).sentence, "My answers do not point to one product role yet.", "none is named");
same(shownRoles(["Z", 100, true]).sentence, "My answers point to Z.", "a role that has no name here");

// --- what is shown of a skill ---

/** @param {Partial<import('../../www/site/share/code.js').SharedSkill>} skill @param {string} [sentence] */
const shownSkill = (skill, sentence) =>
  shownOf(
    {
      quiz: "q",
      version: "1",
      day: "2026-08-03",
      skills: [{ skill: "s", low: 1, high: 1, level: 1, end: null, ...skill }],
      roles: [],
    },
    { title: "T", sentence, roles: new Map() },
  ).sentence;
same(shownSkill({ low: 1.1, high: 1.4 }), "My answers point to level 1 of 4: awareness.", "one level");
same(
  shownSkill({ low: 1.4, high: 2.6 }),
  "My answers point to a level between awareness and practitioner.",
  "two levels, as they are shown",
);
same(
  shownSkill({ low: 3.9, high: 4, end: "top" }),
  "My answers are at the top of the scale, or beyond it: expert.",
  "the top of the scale",
);
same(
  shownSkill({ low: 0, high: 0.2, end: "bottom" }),
  "My answers are at the bottom of the scale, or below it: none.",
  "the bottom of the scale",
);
same(
  shownSkill({}, "My answers keep work moving."),
  "My answers keep work moving.",
  "its own sentence, where it has one",
);

same(
  [0, 0.44, 0.45, 1.5, 3.44, 3.5, 4].map(wholeLevel),
  [0, 0, 1, 2, 3, 4, 4],
  "the whole level nearest to one as it is shown",
);

console.log(`${rounds} changed texts, ${rounds} made up, of which ${shown} could be read`);
