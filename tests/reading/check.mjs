// node tests/reading/check.mjs: prints the reading grade of the site's sentences and fails where one is over 8. A file
// and a group of sentences about one thing are judged as a whole, a longer text also by itself.
import { countsOf, gradeOf, syllablesOf } from "./grade.mjs";
import { pages, tables } from "./texts.mjs";

/** @typedef {import('./texts.mjs').Text} Text */

const MOST = 8;
/** Words from which a text, or what is said of one thing, has a grade that means something. */
const ENOUGH = 20;

/** What is written for people of a trade, whose words it needs. */
const EXEMPT = new Map([
  ["words/en/problems.js", "what is wrong with a document, for its author: judged as a whole only"],
  ["words/en/tables.js", "what is wrong with a table of answers, for psychometricians"],
  ["words/en/measurement.js", "what an author states of a quiz in the terms of psychometrics"],
  ["method.html", "how numbers come about, with formulas"],
  ["measurement.html", "for psychometricians"],
  ["author.html", "for authors of quizzes"],
  ["sources.html", "a register: what each row says, and the names of the pages on which it acts"],
  ["embed.html", "for those who build pages"],
]);
const AS_A_WHOLE = new Set(["words/en/problems.js"]);

/** @param {Text[]} texts */
const together = (texts) => texts.map(({ text }) => text).join("\n");

/** What is said of one thing: the keys of a table begin alike. @param {Text[]} texts */
function groupsOf(texts) {
  /** @type {Map<string, Text[]>} */
  const groups = new Map();
  for (const one of texts) {
    const subject = one.name
      .split("-")
      .slice(0, one.name.startsWith("my-") ? 2 : 1)
      .join("-");
    groups.set(subject, [...(groups.get(subject) ?? []), one]);
  }
  return [...groups];
}

/**
 * Everything of a file that has a grade: all of it, its groups, its longer texts.
 * @param {string} file
 * @param {Text[]} texts
 */
function* judged(file, texts) {
  yield { name: "all of it", text: together(texts) };
  if (AS_A_WHOLE.has(file)) return;
  if (file.startsWith("words/"))
    for (const [name, group] of groupsOf(texts))
      if (group.length > 1) yield { name: `${name}-…`, text: together(group) };
  yield* texts;
}

/** @param {string} file @param {Text[]} texts */
function check(file, texts) {
  const graded = [...judged(file, texts)]
    .map((one) => ({ ...one, counts: countsOf(one.text) }))
    .filter(({ counts }) => counts.words >= ENOUGH)
    .map((one) => ({ ...one, grade: gradeOf(one.counts) }));
  const [whole] = graded;
  const excuse = EXEMPT.get(file);
  const figure = whole ? `grade ${whole.grade.toFixed(1)}, ${whole.counts.words} words` : "hardly a sentence";
  console.log(`${file}: ${figure}${excuse ? ` (${excuse})` : ""}`);
  if (excuse && !AS_A_WHOLE.has(file)) return 0;
  const hard = graded.filter(({ grade }) => grade > MOST);
  for (const { name, text, grade } of hard)
    console.log(`  FAIL ${grade.toFixed(1)} ${name}: ${text.replaceAll("\n", " | ")}`);
  return hard.length;
}

/** The formula by a sentence with a published grade, the counting by dictionaries. */
function checkMeasure() {
  // "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature": 24 syllables, grade 11.3.
  const published = gradeOf({ words: 13, sentences: 1, syllables: 24 });
  if (Math.abs(published - 11.3) > 0.05) throw new Error(`the formula gives ${published} for a sentence of grade 11.3`);
  const cat = gradeOf(countsOf("The cat sat on the mat."));
  if (Math.abs(cat + 1.45) > 0.005) throw new Error(`the cat on its mat has grade ${cat}, not -1.45`);
  const known = {
    quiz: 1,
    answer: 2,
    evidence: 3,
    decision: 3,
    practitioner: 4,
    profile: 2,
    device: 2,
    "must-have": 2,
  };
  for (const [word, wanted] of Object.entries(known))
    if (syllablesOf(word) !== wanted) throw new Error(`${word}: ${syllablesOf(word)} syllables instead of ${wanted}`);
}

checkMeasure();
const all = [...(await tables()), ...pages()];
const stale = [...EXEMPT.keys()].filter((file) => !all.some((one) => one.file === file));
for (const file of stale) console.log(`FAIL ${file} is exempt and no longer there`);
const hard = all.reduce((sum, { file, texts }) => sum + check(file, texts), 0);
if (hard + stale.length > 0) process.exitCode = 1;
