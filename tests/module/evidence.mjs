// What somebody wrote as evidence: its sentences, its files, and what it has in common with the lines of an advert. `node
// tests/module/evidence.mjs`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { WWW, imported, ok, same } from "./scripts.mjs";

/** @type {[typeof import('../../www/evidence/pieces.js'), typeof import('../../www/evidence/sentences.js'), typeof import('../../www/evidence/markdown.js'), typeof import('../../www/evidence/files.js'), typeof import('../../www/evidence/lines.js'), typeof import('../../www/advert/wishes.js')]} */
const [pieces, sentences, { markdownOf }, files, lines, wishes] = /** @type {any} */ (
  await imported([
    "evidence/pieces.js",
    "evidence/sentences.js",
    "evidence/markdown.js",
    "evidence/files.js",
    "evidence/lines.js",
    "advert/wishes.js",
  ])
);
const document = JSON.parse(await readFile(join(WWW, "roles", "evidence.json"), "utf8"));

/** @param {Partial<Record<import('../../www/evidence/pieces.js').FieldName, string>>} words @param {object} [more] */
const piece = (words, more = {}) => ({
  id: "p",
  from: "prompt p",
  title: "A title",
  skill: null,
  kind: /** @type {const} */ ("work"),
  place: "",
  fields: { ...pieces.emptyFields(), ...words },
  ...more,
});
const whole = {
  problem: "Night shifts were left short after late changes to the rota.",
  steps: "counted the late changes and asked both shifts what they needed",
  decision: "fix the weekends first, because most changes fell there",
  proof: "in May nobody had to be called in at night",
  gained: "the night staff on two wards",
};
/** Templates of the test's own, so that the texts of the document may change. */
const templates = {
  resume: {
    full: "{Steps} to help {gained}; {proof}.",
    without_proof: "{Steps} to help {gained}.",
    without_gained: "{Steps}; {proof}.",
    steps_only: "{Steps}.",
  },
  letter: {
    sentences: {
      problem: "{Problem}.",
      steps: "I {steps}.",
      decision: "I decided to {decision}.",
      proof: "It worked: {proof}.",
      gained: "It helped {gained}.",
    },
  },
};
const around = { templates, resume: "Lines", letter: "Letter", opening: "Begin.", closing: "End." };

// --- sentences ---

same(
  sentences.resumeLine(piece(whole), templates),
  "Counted the late changes and asked both shifts what they needed to help the night staff on two wards; in May nobody had to be called in at night.",
  "a line of a resume",
);
same(
  sentences.letterParagraph(piece(whole), templates),
  "Night shifts were left short after late changes to the rota. I counted the late changes and asked both shifts what they needed. I decided to fix the weekends first, because most changes fell there. It worked: in May nobody had to be called in at night. It helped the night staff on two wards.",
  "a paragraph of a letter",
);
for (const [words, line] of /** @type {const} */ ([
  [{}, ""],
  [{ problem: "too slow" }, ""],
  [{ steps: "wrote it down." }, "Wrote it down."],
  [{ steps: "  wrote it down. " }, "Wrote it down."],
  [{ steps: "wrote it down!" }, "Wrote it down!"],
  [{ steps: "asked: really?!" }, "Asked: really?!"],
  [{ steps: "wrote “it”." }, "Wrote “it”."],
  [{ steps: "waited ..." }, "Waited ..."],
  [{ steps: "כתבתי הכול" }, "כתבתי הכול."],
  [{ steps: "كتبت ذلك؟" }, "كتبت ذلك؟"],
  [{ steps: "écrivis", gained: "Ann" }, "Écrivis to help Ann."],
  [{ steps: "👩🏽‍💻 wrote code", proof: "it runs" }, "👩🏽‍💻 wrote code; it runs."],
  [{ steps: "used {gained} and $& in a cell" }, "Used {gained} and $& in a cell."],
]))
  same(sentences.resumeLine(piece(words), templates), line, `the line of ${JSON.stringify(words)}`);
same(
  sentences.resumeLine(piece({ steps: "asked: really?" }), {
    ...templates,
    resume: { ...templates.resume, steps_only: "{Steps}!" },
  }),
  "Asked: really?!",
  "a template without a full stop loses none",
);
same(
  sentences.letterParagraph(piece({ problem: "why?", gained: "us" }), templates),
  "Why? It helped us.",
  "two fields",
);
for (const name of pieces.fieldNames) ok(document.letter.sentences[name], `the document has a sentence for ${name}`);
for (const name of Object.keys(templates.resume)) ok(document.resume[name], `the document has a line for ${name}`);

// --- Markdown, by CommonMark 0.31 (spec.commonmark.org): 2.4 escapes, 4 blocks, 6 inlines ---

for (const [typed, escaped] of [
  ["plain words, 10:30", "plain words, 10:30"],
  ["*a* _b_ `c` [d](e) <b>", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b\\>"],
  ["a & b &amp; c | d ~e~ \\", "a \\& b \\&amp; c \\| d \\~e\\~ \\\\"],
  ["# no heading", "\\# no heading"],
  ["- no list", "\\- no list"],
  ["+ no list", "\\+ no list"],
  ["===", "\\==="],
  ["1. no list", "1\\. no list"],
  ["12) no list", "12\\) no list"],
  ["2024 was good", "2024 was good"],
  ["> no quote", "\\> no quote"],
  ["two\nlines", "two\\\nlines"],
  ["two\r\n\r\nparts", "two\\\n\u00a0\\\nparts"],
  ["    no code", "\u00a0\u00a0\u00a0\u00a0no code"],
  ["שלום *עולם*", "שלום \\*עולם\\*"],
  ["👩🏽‍💻", "👩🏽‍💻"],
])
  same(markdownOf(typed), escaped, `the Markdown of ${JSON.stringify(typed)}`);
same(
  files.markdownFile([piece({ steps: "*a*\n# b" })], around),
  "## Lines\n\n- \\*a\\*\\\n  \\# b.\n\n## Letter\n\nBegin.\n\nI \\*a\\*\\\n\\# b.\n\nEnd.\n",
  "a Markdown file",
);

// --- plain text ---

same(
  files.plainFile([piece({ steps: "<b>a</b>" }), piece({}), piece({ problem: "slow" })], around),
  "Lines\n- <b>a</b>.\n\nLetter\n\nBegin.\n\nI <b>a</b>.\n\nSlow.\n\nEnd.\n",
  "a text file",
);
same(files.plainFile([], around), "\n", "a file of nothing");

// --- JSON Resume ---
// What schema 1.0.0 asks of the parts that are written, by hand from
// github.com/jsonresume/resume-schema, tag v1.0.0, schema.json: every field is optional, further ones are let.

/** @typedef {'string' | 'strings' | Record<string, any>} Rule */
const text = "string";
const place = { position: text, url: text, startDate: text, endDate: text, summary: text, highlights: "strings" };
/** @type {Record<string, any>} */
const rules = {
  $schema: text,
  basics: { name: text, label: text, image: text, email: text, phone: text, url: text, summary: text },
  work: [{ name: text, location: text, description: text, ...place }],
  volunteer: [{ organization: text, ...place }],
  projects: [
    {
      name: text,
      description: text,
      highlights: "strings",
      keywords: "strings",
      startDate: text,
      endDate: text,
      url: text,
      roles: "strings",
      entity: text,
      type: text,
    },
  ],
  meta: { canonical: text, version: text, lastModified: text },
};

/** @param {any} value @param {any} rule @param {string} at */
function valid(value, rule, at) {
  if (rule === "string") return ok(typeof value === "string", `${at} is a text`);
  if (rule === "strings")
    return ok(Array.isArray(value) && value.every((one) => typeof one === "string"), `${at} is a list of texts`);
  if (Array.isArray(rule)) {
    ok(Array.isArray(value), `${at} is a list`);
    return value.forEach((/** @type {any} */ one, /** @type {number} */ index) =>
      valid(one, rule[0], `${at}/${index}`),
    );
  }
  ok(typeof value === "object" && value !== null && !Array.isArray(value), `${at} is a record`);
  for (const [name, one] of Object.entries(value)) {
    // A field that the schema does not know says something that nobody reads.
    ok(Object.hasOwn(rule, name), `${at}/${name} is a field of the schema`);
    valid(one, rule[name], `${at}/${name}`);
  }
}

const several = [
  piece(whole, { place: "Ward 4" }),
  piece({ steps: "did more" }, { place: " Ward 4 " }),
  piece({ steps: "helped" }, { kind: "volunteer", place: "A club" }),
  piece({ problem: "only a problem" }, { kind: "project" }),
  piece({ steps: 'a "quote", \\ and\nlines \u202e שלום 👩🏽‍💻' }, { kind: "project", place: "Thesis" }),
  piece({}),
];
const record = JSON.parse(files.resumeFile(several, around));
valid(record, rules, "");
same(record.work.length, 1, "one entry for one place");
same(record.work[0].name, "Ward 4", "its name");
same(record.work[0].highlights[1], "Did more.", "its second line");
same(record.volunteer[0].organization, "A club", "unpaid work");
same(record.projects[0].name, "A title", "a project without a place has the title of its piece");
same(record.projects[0].highlights, [], "no line without steps");
same(record.projects[1].highlights, ['A "quote", \\ and\nlines \u202e שלום 👩🏽‍💻.'], "what is typed stays as it is");
valid(JSON.parse(files.resumeFile([], around)), rules, "");

// --- what is kept ---

const written = { format: "metier-evidence/1", pieces: [piece(whole)], lines: { a: "b" } };
same(pieces.writtenOf(pieces.textOfWritten(written)), written, "what is kept comes back");
for (const text of [
  "",
  "{",
  "null",
  "[]",
  '{"format":"metier-evidence/1"}',
  '{"format":"metier-evidence/1","pieces":[{}],"lines":{}}',
  '{"format":"metier-evidence/1","pieces":[],"lines":{"a":1}}',
  '{"format":"metier-evidence/2","pieces":[],"lines":{}}',
])
  same(pieces.writtenOf(text), null, `what is kept is not ${text}`);
const theirs = { ...written, pieces: [piece({}, { id: "b" }), piece({}, { id: "gone" })], lines: { b: "c" } };
const ours = { ...written, pieces: [piece(whole, { id: "a" })], lines: { a: "b" } };
const joined = pieces.joinedWritten(theirs, ours, new Set(["a", "gone"]));
same(
  joined.pieces.map(({ id }) => id),
  ["b", "a"],
  "the pieces of two pages",
);
same(joined.lines, { b: "c", a: "b" }, "the lines of two pages");

// --- beside an advert ---

/** @param {string} words @param {[string, string][]} found phrase and the words in which it stands */
const report = (words, found) =>
  /** @type {any} */ ({
    spans: found.map(([phrase, at]) => ({ phrase, start: words.indexOf(at), state: "counted" })),
    shown: {
      tagged: false,
      parts: words.split(/(?<=\n)/).map((line, index, all) => {
        const start = all.slice(0, index).join("").length;
        return { start, end: start + line.trimEnd().length, ends: line.endsWith("\n") };
      }),
    },
  });
const advert = "Roadmap lead\n\nAbout\n- Own the roadmap\n- Talk to users, SQL\nThe end";
const skillsOf = new Map([
  ["roadmap", ["strategy"]],
  ["users", ["customer"]],
  ["sql", ["evidence", "technical"]],
  ["interview*", ["customer"]],
]);
const asking = lines.askingLines(
  advert,
  report(advert, [
    ["roadmap", "Roadmap lead"],
    ["roadmap", "the roadmap"],
    ["users", "users"],
    ["sql", "SQL"],
  ]),
  skillsOf,
);
same(
  asking.map(({ text }) => lines.bareLine(text)),
  ["Own the roadmap", "Talk to users, SQL"],
  "the lines that ask for something",
);
const own = "I did interviews and roadmap";
const spoken = lines.pieceSpeaks(
  report(own, [
    ["interview*", "interviews"],
    ["roadmap", "roadmap"],
  ]),
  null,
  skillsOf,
);
same(lines.sharedBy(asking[0], spoken), { phrases: ["roadmap"], skills: ["strategy"] }, "a phrase in common");
same(lines.sharedBy(asking[1], spoken), { phrases: [], skills: ["customer"] }, "a skill in common");
const without = report(own, [["roadmap", "roadmap"]]);
without.spans[0].state = "negated";
same(lines.sharedBy(asking[0], lines.pieceSpeaks(without, null, skillsOf)), null, "what was not done");
const other = { ...lines.pieceSpeaks(report("", []), "technical", skillsOf), id: "other" };
same(lines.sharedBy(asking[0], other), null, "nothing in common");
same(lines.bestPiece(asking[1], [other, { ...spoken, id: "own" }])?.piece.id, "other", "the first of two as good");
same(lines.bestPiece(asking[0], [other, { ...spoken, id: "own" }])?.piece.id, "own", "the better of two");
same(lines.bestPiece(asking[0], [other])?.piece.id, undefined, "none where nothing fits");

// --- wishes of a draft ---

const headings = wishes.headingsOf([
  { kind: "nice", headings: ["nice to have", "it would be great if"] },
  { kind: "requirements", headings: ["requirements", "what youll need"] },
]);
const draft = [
  "Danish is a plus.",
  "Nice to have:",
  "",
  "- Danish",
  "- Norwegian",
  "",
  "The office is by the sea.",
  "What you’ll need",
  "- A plus-minus sign",
  "- Ideally, Finnish",
  "IT WOULD BE GREAT IF",
  "you knew Faroese",
];
same(
  [
    ...wishes.wishLines(
      draft.map((text, start) => ({ start, text })),
      headings,
      ["a plus", "ideally", "nice-to-have"],
    ),
  ].map((index) => draft[index]),
  ["Danish is a plus.", "- Danish", "- Norwegian", "- A plus-minus sign", "- Ideally, Finnish", "you knew Faroese"],
  "the lines that are wishes",
);

console.log("Evidence: sentences, files, storage and lines of adverts are as they should be.");
