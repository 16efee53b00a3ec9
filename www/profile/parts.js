// What several parts of the page draw: sections, names, levels on their axis.
import { disclosure, headingNode, node, svgNode } from "../shared/dom.js";
import { textInline } from "../view/text.js";
import { productRoles } from "../view/verdict.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").ProfileSkill} ProfileSkill */
/** @typedef {import("../types.d.ts").Stage} Stage */
/** @typedef {import("../types.d.ts").Child} Child */
/** @typedef {import("../types.d.ts").Key} Key */
/** @typedef {{ level: number, low: number, high: number }} Band */
/** @typedef {{ kind: "typical" | "need", level: number }} Mark */

/**
 * A part of the page under a heading.
 * @param {string} name
 * @param {Key} title
 * @param {Stage} stage
 * @param {Child[]} children
 */
export function partNode(name, title, stage, ...children) {
  const heading = headingNode(stage, 0, stage.say(title));
  heading.className = "title";
  return node("section", { class: "part", "data-part": name }, heading, children);
}

/**
 * A part that stays closed until somebody opens it; its heading is the summary.
 * @param {string} name
 * @param {Child} title
 * @param {Stage} stage
 * @param {number} depth of the heading
 * @param {Child[]} children
 */
export function foldNode(name, title, stage, depth, ...children) {
  const tag = /** @type {"h3"} */ (`h${stage.heading + depth}`);
  return node(
    "details",
    { class: "fold", "data-part": name },
    node("summary", {}, node(tag, {}, title)),
    node("div", { class: "folded" }, children),
  );
}

/** A heading within a part. @param {Stage} stage @param {Child[]} children */
export function subheading(stage, ...children) {
  return headingNode(stage, 1, ...children);
}

/**
 * Contents that are drawn when they are first looked at.
 * @param {Child} summary
 * @param {() => Child} draw
 * @param {string} [name]
 */
export function lazily(summary, draw, name) {
  const details = disclosure(summary);
  if (name) details.className = name;
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1)
      for (const child of [draw()].flat(9)) if (child) details.append(/** @type {Node | string} */ (child));
  });
  return details;
}

/** @param {Profile} profile @param {string} id */
export function skillOf({ skills }, id) {
  return skills.find(({ skill }) => skill === id);
}

/** @param {Profile} profile @param {string} id */
export function skillName(profile, id) {
  const known = skillOf(profile, id) ?? profile.view.skills.find(({ skill }) => skill === id);
  return known ? textInline(known.name, profile.stage) : id;
}

/** @param {Profile} profile @param {string[]} ids */
export function skillList(profile, ids) {
  return profile.stage.say.list(ids.map((id) => skillName(profile, id)));
}

/** @param {Profile} profile @param {string} id */
export function roleLabel({ catalogue, stage }, id) {
  const role = catalogue.roles.find((one) => one.role === id);
  return role ? textInline(role.name, stage) : id;
}

/** The role that the page speaks of until another is chosen: the one in front, or nearest. @param {Profile} profile */
export function leadingRole({ match, catalogue }) {
  return (
    match?.verdict.roles[0] ??
    match?.verdict.floor?.role ??
    (match && productRoles(match)[0]?.role) ??
    catalogue.roles[0].role
  );
}

/**
 * A list of roles or origins to choose from, under its label.
 * @param {Child} label
 * @param {{ id: string, name: string }[]} entries
 * @param {string} chosen
 * @param {Stage} stage
 * @param {(id: string) => void} changed
 * @param {string} name to find it by
 */
export function chooser(label, entries, chosen, stage, changed, name) {
  const id = stage.id();
  const select = node(
    "select",
    { id, "data-choose": name },
    entries.map((entry) => node("option", { value: entry.id, selected: entry.id === chosen }, entry.name)),
  );
  select.addEventListener("change", () => changed(select.value));
  return node("div", { class: "choose" }, node("label", { for: id }, label), select);
}

/**
 * A level with its band, and what is compared with it, on the axis from 0 to 4. The words beside it say the same.
 * @param {Band | null} band
 * @param {Mark[]} marks
 * @param {Stage} stage
 */
export function levelPlot(band, marks, stage) {
  const place = (/** @type {number} */ level) => `${Math.round(Math.min(4, Math.max(0, level)) * 2500) / 100}%`;
  const shade = stage.id();
  return node(
    "span",
    { class: "plot" },
    svgNode(
      "svg",
      { "aria-hidden": "true" },
      [0, 1, 2, 3, 4].map((tick) =>
        svgNode("line", { class: "tick", x1: place(tick), x2: place(tick), y1: 0, y2: "100%" }),
      ),
      band && [
        svgNode(
          "linearGradient",
          { id: shade, gradientUnits: "userSpaceOnUse", x1: place(band.low), x2: place(band.high) },
          [0, 0.5, 1].map((offset) => svgNode("stop", { offset, "stop-opacity": offset === 0.5 ? 0.6 : 0.12 })),
        ),
        svgNode("rect", {
          x: place(band.low),
          width: `${(Math.min(4, band.high) - Math.max(0, band.low)) * 25}%`,
          fill: `url(#${shade})`,
        }),
        svgNode("circle", { cx: place(band.level), cy: "50%", r: 6 }),
      ],
      marks.map(({ kind, level }) =>
        kind === "need"
          ? svgNode("line", { class: "need", x1: place(level), x2: place(level), y1: "12%", y2: "88%" })
          : svgNode("rect", { class: "typical", x: place(level), y: "50%", width: 9, height: 9 }),
      ),
    ),
  );
}

/** A level in words, or that there is none. @param {ProfileSkill | undefined} skill @param {Stage} stage */
export function levelText(skill, { say }) {
  return skill?.known ? say.level(skill.known.level) : say("my-unknown");
}
