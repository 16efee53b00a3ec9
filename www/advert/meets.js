// How a profile meets the advert: the one best fit, the one thing to prepare first, the rest folded. Nothing is compared
// before somebody asks for it.
import { disclosure, node } from "../shared/dom.js";
import { textInline, textPlain } from "../view/text.js";
import { metSkills, skillCard, skillRows } from "./met-skills.js";

/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */
/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {import("./marked.js").Marked} Marked */
/** @typedef {import("./met-skills.js").Met} Met */

/**
 * The skill nearest to what is asked, or furthest above it, and the one furthest below; one skill alone is the one that
 * fits or the one to prepare.
 * @param {Met[]} measured by how far each is from the need
 * @param {Marked} marked
 * @param {AdvertStage} stage
 */
function cards(measured, marked, stage) {
  const { say, text } = stage;
  const [first, best] = [measured[0], measured[measured.length - 1]];
  const named = (/** @type {import("../types.d.ts").Key} */ key, /** @type {Met} */ { name }) =>
    say.parts(key, { skill: node("b", {}, textInline(name, text)) });
  const words = (/** @type {import("../types.d.ts").Key} */ key, /** @type {Met} */ { name }) =>
    say(key, { skill: textPlain(name) });
  const [below, beyond] = [best, first].map(({ over }) => (over ?? 0) < 0);
  const bestKey = below ? "meets-closest" : "meets-best";
  const firstKey = beyond ? "meets-first" : "meets-first-close";
  const own = [
    first !== best && /** @type {const} */ ({ kind: "best", key: bestKey, met: best }),
    first === best && first.state === "strength"
      ? /** @type {const} */ ({ kind: "best", key: bestKey, met: best })
      : /** @type {const} */ ({ kind: "first", key: firstKey, met: first }),
  ].filter((one) => one !== false);
  return {
    nodes: own.map(({ kind, key, met }) => skillCard(kind, named(key, met), met, marked, stage)),
    words: own.map(({ key, met }) => words(key, met)).join(" "),
  };
}

/** @param {AdvertReport} report the record with `meets` @param {Marked} marked @param {AdvertStage} stage */
export function meetsList({ meets, archetypes }, marked, stage) {
  const { say, text } = stage;
  if (!meets?.length) return { nodes: [node("p", {}, say("meets-empty"))], words: say("meets-empty") };
  const skills = metSkills(meets);
  const measured = skills.filter(({ over }) => over !== null);
  const names = skills.map(({ name }) => textPlain(name));
  const unmeasured = say("meets-unmeasured", { skills: say.list(names).join("") });
  const shown = measured.length
    ? cards(measured, marked, stage)
    : { nodes: [node("p", {}, unmeasured)], words: unmeasured };
  const { name, role } = archetypes[0];
  return {
    words: shown.words,
    nodes: [
      node("div", { class: "met" }, shown.nodes),
      disclosure(
        say("meets-all", { count: skills.length }),
        node(
          "p",
          { class: "hint" },
          measured.length > 1 && `${say("meets-order")} `,
          role !== null && say.parts("meets-need", { role: textInline(name, text) }),
        ),
        skillRows(skills, marked, stage),
      ),
    ],
  };
}

/**
 * The offer, and where the answer goes.
 * @param {{ saved: boolean, compare: (file: File | null) => Promise<{ report: AdvertReport, notes: Node[] }>, complain: (error: unknown) => Node[], marked: Marked }} what
 * @param {AdvertStage} stage
 */
export function meetsPart({ saved, compare, complain, marked }, stage) {
  const { report, say, tell } = stage;
  // Without a verdict no kind of work is in front, and so there are no needs.
  if (report.product === null) return null;
  const answer = node("div", { class: "answer", tabindex: -1 });
  const complaint = node("div", { class: "complaint", role: "alert", tabindex: -1 });
  const button = saved && node("button", { type: "button", class: "main" }, say("meets-button"));
  const file = node("input", { type: "file", accept: ".json,application/json" });
  const work = async (/** @type {File | null} */ chosen) => {
    complaint.replaceChildren();
    tell(say("meets-working"));
    try {
      const { report: compared, notes } = await compare(chosen);
      const { nodes, words } = meetsList(compared, marked, stage);
      answer.replaceChildren(...notes, ...nodes);
      tell(say("meets-done", { words }));
    } catch (error) {
      answer.replaceChildren();
      tell("");
      complaint.replaceChildren(...complain(error));
      complaint.focus();
    }
  };
  if (button) button.addEventListener("click", () => work(null));
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) work(chosen);
    // The same file may be chosen again.
    file.value = "";
  });
  const profile = node("a", { href: "profile.html" }, say("my-profile"));
  return node(
    "section",
    { class: "you" },
    node("h3", {}, say("meets-title")),
    node("p", {}, say("meets-intro"), !saved && [" ", say.parts("meets-none", { profile })]),
    node(
      "div",
      { class: "actions" },
      button,
      node("label", { class: "choose" }, file, node("span", {}, say("meets-file"))),
    ),
    complaint,
    answer,
    node(
      "p",
      {},
      say.parts("meets-evidence", { evidence: node("a", { href: "evidence.html" }, say("meets-evidence-link")) }),
    ),
  );
}
