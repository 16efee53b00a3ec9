// How a profile meets the advert, line by line. Nothing is compared before somebody asks for it.
import { node, svgNode } from "../shared/dom.js";
import { levelNumber } from "../view/level-words.js";
import { textInline, textPlain } from "../view/text.js";
import { grouped } from "./groups.js";
import { lineAround } from "./marked.js";

/** @typedef {import("../types.d.ts").AdvertStage} AdvertStage */
/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {import("../types.d.ts").AdvertMeets} Meet */
/** @typedef {import("./marked.js").Marked} Marked */

const states = /** @type {const} */ (["strength", "gap", "even", "unknown"]);

/** Level and need on one axis from 0 to 4; the words beside it say the same. @param {Meet} meet */
function picture({ level, spread, need, state }) {
  const at = (/** @type {number} */ value) => `${Math.min(4, Math.max(0, value)) * 25}%`;
  const band = level !== null && spread !== null && [Math.max(0, level - spread), Math.min(4, level + spread)];
  return svgNode(
    "svg",
    { class: `axis ${state}`, "aria-hidden": "true" },
    svgNode("line", { class: "track", x1: 0, x2: "100%", y1: "50%", y2: "50%" }),
    band && svgNode("rect", { x: at(band[0]), width: `${(band[1] - band[0]) * 25}%` }),
    level !== null && svgNode("circle", { cx: at(level), cy: "50%", r: 5 }),
    need !== null && svgNode("line", { class: "need", x1: at(need), x2: at(need), y1: 0, y2: "100%" }),
  );
}

/** A level; at an end of the scale, that it may lie beyond. @param {number} level @param {AdvertStage} stage */
function ownLevel(level, stage) {
  const number = levelNumber("level", level, stage);
  if (level > 0 && level < 4) return number;
  return stage.say.parts(level > 0 ? "level-top" : "level-bottom", { level: number });
}

/** @param {Meet} meet @param {AdvertStage} stage */
function levelWords({ level, spread, need }, stage) {
  const { say } = stage;
  if (level !== null && spread !== null && need !== null) {
    return say.parts("meets-level", {
      level: ownLevel(level, stage),
      spread: levelNumber("spread", spread, stage),
      need: say.whole(need),
    });
  }
  return need === null ? say("meets-unknown") : say("meets-need-only", { need: say.whole(need) });
}

/** @param {AdvertReport} report the record with `meets` @param {Marked} marked @param {AdvertStage} stage */
export function meetsList({ meets, archetypes }, marked, stage) {
  const { say, text, jump } = stage;
  if (!meets?.length) return { nodes: [node("p", {}, say("meets-empty"))], words: say("meets-empty") };
  const lines = grouped(meets, ({ start }) => String(start)).map(([, line]) => line);
  const counts = states.map((state) => ({ state, count: meets.filter((meet) => meet.state === state).length }));
  const said = counts.filter(({ count }) => count > 0).map(({ state, count }) => say(`states-${state}`, { count }));
  const words = say("meets-count", { count: lines.length, states: say.list(said).join("") });
  /** @type {Set<string>} */
  const prepared = new Set();
  const entry = (/** @type {Meet} */ meet) => {
    const again = prepared.has(meet.skill);
    prepared.add(meet.skill);
    const prepare = textPlain(meet.prepare) && [
      node("b", {}, say("meets-prepare")),
      " ",
      textInline(meet.prepare, text),
      meet.sources.length > 0 &&
        node("span", { class: "hint" }, ` ${say("sources", { sources: meet.sources.join(", ") })}`),
    ];
    return node(
      "li",
      { class: meet.state, "data-skill": meet.skill },
      node(
        "p",
        {},
        node("span", { class: "state" }, say(`state-${meet.state}`)),
        " ",
        node("b", {}, textInline(meet.name, text)),
      ),
      picture(meet),
      node("p", { class: "hint" }, levelWords(meet, stage)),
      prepare && node("p", { class: again && "hint" }, again ? say("meets-above") : prepare),
    );
  };
  const { name, role } = archetypes[0];
  const nodes = [
    node("p", {}, words),
    role !== null &&
      node("p", { class: "hint" }, say.parts("meets-need", { role: textInline(name, text) }), " ", say("meets-even")),
    node(
      "ol",
      { class: "meets" },
      lines.map((meetings) =>
        node(
          "li",
          {},
          node(
            "div",
            { class: "quote" },
            jump(node("bdi", {}, lineAround(marked.lineAt(meetings[0].start), undefined, 240)), () =>
              marked.lineAt(meetings[0].start),
            ),
          ),
          node("ul", {}, meetings.map(entry)),
        ),
      ),
    ),
  ].filter((one) => one !== false);
  return { nodes, words };
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
  const answer = node("div", { class: "answer" });
  const complaint = node("div", { class: "complaint", role: "alert" });
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
    node("p", {}, say("meets-intro"), " ", saved ? say("meets-saved") : say.parts("meets-none", { profile })),
    node(
      "div",
      { class: "actions" },
      button,
      node("label", { class: "choose" }, file, node("span", {}, say("meets-file"))),
    ),
    complaint,
    answer,
  );
}
