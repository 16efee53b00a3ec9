// A draft, read for whoever writes it: which jobs it mixes, how to divide them, what is needed and what would be nice, and
// what to answer before it goes out. By the same reading as for those who apply; what that refuses to say is not said.
import { bareLine, lineIndex, shownLines } from "../evidence/lines.js";
import { disclosure, node } from "../shared/dom.js";
import { textInline } from "../view/text.js";
import { textPart } from "./cues.js";
import { howPart } from "./facts.js";
import { makeJumps } from "./jump.js";
import { kindsOf, shownKinds } from "./kinds.js";
import { markedText } from "./marked.js";
import { countsOf, verdictWords } from "./summary.js";
import { wishLines } from "./wishes.js";

/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */
/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {import("./wishes.js").Headings} Headings */
/** @typedef {import("./marked.js").Marked} Marked */
/** @typedef {{ text: string }} Said */
/**
 * What is said to those who hire.
 * @typedef {Record<"heading" | "intro" | "mix" | "one" | "many" | "needed_heading" | "nice_heading" | "needed_help" | "nice_help" | "split_other" | "unrealistic", Said> & { split: (Said & { pair: string[] })[], ask: Said[], nice: string[] }} HiringDocument
 */

/** From how many parts of a hundred on another kind of work is a second job. */
const secondJob = 20;
/** The verdicts of a reading that says nothing of the jobs. */
const refused = ["too-short", "too-few", "other-language"];
/** How many lines of a list stand open. */
const mostOpen = 8;

/** A sentence with nodes in it. @param {string} template @param {Record<string, Child>} values @returns {Child[]} */
function filled(template, values) {
  return template.split(/\{(\w{1,20})\}/).map((part, index) => (index % 2 ? values[part] : part));
}

/** The jobs that the draft is for; none where the reading is refused. @param {AdvertReport} report */
function jobsOf(report) {
  const counts = countsOf(report);
  if (!counts || refused.includes(report.verdict)) return null;
  const kinds = shownKinds(report).map((kind, index) => ({ ...kind, count: counts[index] }));
  return { kinds, many: report.verdict === "superhero", second: kinds[1]?.count >= secondJob ? kinds[1] : null };
}

/**
 * The heading and what follows it.
 * @param {AdvertStage} stage
 * @param {HiringDocument} document
 * @returns {{ title: Child[], lead: Child[] }}
 */
function jobWords(stage, document) {
  const { report, say, text } = stage;
  const jobs = jobsOf(report);
  if (!jobs) return verdictWords(stage);
  const name = (/** @type {{ name: import("../types.d.ts").Tree }} */ one) => textInline(one.name, text);
  const [first] = jobs.kinds;
  const second = jobs.second ?? jobs.kinds[1];
  const parts = say.parts("hiring-parts", {
    n: first.count,
    first: name(first),
    m: second.count,
    second: name(second),
  });
  const sentence = jobs.many ? document.many : jobs.second ? document.mix : document.one;
  // The first sentence is the heading; what follows from it comes below.
  const [title, ...rest] = sentence.text.split(". ");
  const values = () => ({ first: node("b", {}, name(first)), second: node("b", {}, name(second)) });
  return {
    title: filled(rest.length ? `${title}.` : title, values()),
    lead: [
      rest.length > 0 && node("p", {}, filled(rest.join(". "), values())),
      node("p", { class: "hint" }, parts, " ", say("hiring-doubt")),
    ],
  };
}

/** How to divide the two. @param {AdvertStage} stage @param {HiringDocument} document */
function splitPart({ report, say, text }, document) {
  const jobs = jobsOf(report);
  const [first, second] = [jobs?.kinds[0], jobs?.many ? jobs.kinds[1] : jobs?.second];
  if (!first || !second) return null;
  const pair = document.split.find(({ pair }) => [first, second].every(({ role }) => pair.includes(role ?? "")));
  const words = pair
    ? pair.text
    : filled(document.split_other.text, {
        first: textInline(first.name, text),
        second: textInline(second.name, text),
      });
  return node("section", { "data-part": "split" }, node("h3", {}, say("hiring-split")), node("p", {}, words));
}

/**
 * @param {string} part
 * @param {Said} heading
 * @param {Said} help
 * @param {Child[]} entries
 * @param {AdvertStage} stage
 */
function listPart(part, heading, help, entries, { say }) {
  const list = (/** @type {Child[]} */ some) =>
    node(
      "ul",
      {},
      some.map((entry) => node("li", {}, entry)),
    );
  const rest = entries.slice(mostOpen);
  return node(
    "section",
    { class: "facts", "data-part": part },
    node("h3", {}, heading.text),
    node("p", { class: "hint" }, help.text),
    entries.length === 0 ? node("p", {}, say("hiring-none")) : list(entries.slice(0, mostOpen)),
    rest.length > 0 && disclosure(say("hiring-more", { count: rest.length }), list(rest)),
  );
}

/**
 * What is needed and what would be nice: each line once, and a way to it.
 * @param {string} letters
 * @param {Marked} marked
 * @param {Headings} headings
 * @param {AdvertStage} stage
 * @param {HiringDocument} document
 */
function listParts(letters, marked, headings, stage, document) {
  const { report, model, jump } = stage;
  const lines = shownLines(letters, report);
  const wishes = wishLines(lines, headings, document.nice);
  const musts = new Set(report.musts.map(({ start }) => lineIndex(lines, start)));
  const entry = (/** @type {number} */ index) =>
    jump(node("bdi", {}, bareLine(lines[index].text)), () => marked.lineAt(lines[index].start));
  const needed = [...musts].filter((index) => !wishes.has(index));
  return [
    needed.length >= model.musts &&
      node(
        "p",
        { class: "ask", "data-part": "unrealistic" },
        filled(document.unrealistic.text, { count: stage.say.whole(needed.length) }),
      ),
    listPart("needed", document.needed_heading, document.needed_help, needed.map(entry), stage),
    listPart("nice", document.nice_heading, document.nice_help, [...wishes].map(entry), stage),
  ];
}

/**
 * @param {AdvertReport} report
 * @param {string} letters the draft as it was pasted
 * @param {Pick<AdvertStage, "model" | "say" | "text" | "tell">} page
 * @param {HiringDocument} document
 * @param {Headings} headings
 */
export function drawHiring(report, letters, page, document, headings) {
  const { say } = page;
  const kinds = kindsOf(report, say);
  /** @type {AdvertStage} */
  const stage = { ...page, report, kinds, ...makeJumps(say) };
  const marked = markedText(letters, report, kinds.looksOf);
  const { title, lead } = jobWords(stage, document);
  const heading = node("h2", { id: "reading-title", tabindex: -1 }, title);
  const nodes = /** @type {Node[]} */ (
    [
      node("p", { class: "eyebrow" }, say("hiring-reading")),
      heading,
      node("div", { class: "lead" }, lead),
      splitPart(stage, document),
      ...listParts(letters, marked, headings, stage, document),
      node(
        "section",
        { class: "questions", "data-part": "ask" },
        node("h3", {}, say("hiring-ask")),
        node(
          "ol",
          {},
          document.ask.map(({ text }) => node("li", {}, text)),
        ),
      ),
      textPart(marked, stage),
      howPart(stage),
    ].filter((one) => one instanceof Node)
  );
  return { nodes, heading };
}
