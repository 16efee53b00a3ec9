// The smallest changes that would put another role in front: upwards what to learn, downwards how sure this is.
import { node } from "../shared/dom.js";
import { partNode, roleLabel, skillName, subheading } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {NonNullable<Profile["explained"]>["changes"][number]} Change */

/** How many changes are shown each way. */
const mostShown = 4;

/** @param {Change} change @param {Profile} profile */
function changeLine({ skill, direction, shift, errors, role }, profile) {
  const { say } = profile.stage;
  // As it is printed.
  const size = Math.round(Math.abs(errors) * 10) / 10;
  const meaning = size <= 1 ? "within" : direction === "up" ? "learn" : size <= 2 ? "near" : "far";
  return node(
    "li",
    {},
    node(
      "p",
      {},
      say.parts(`my-change-${direction}-line`, {
        skill: node("b", {}, skillName(profile, skill)),
        role: node("b", {}, roleLabel(profile, role)),
        shift: say("my-shift", { count: Math.round(Math.abs(shift) * 100) / 100 }),
      }),
    ),
    node("p", { class: "small" }, say(`my-errors-${meaning}`, { errors: say.level(size) })),
  );
}

/** @param {"up" | "down"} direction @param {Profile} profile */
function column(direction, profile) {
  const { explained, stage } = profile;
  const found = (explained?.changes ?? []).filter((change) => change.direction === direction).slice(0, mostShown);
  return node(
    "div",
    {},
    subheading(stage, stage.say(`my-change-${direction}`)),
    found.length
      ? node(
          "ul",
          { class: "changes" },
          found.map((change) => changeLine(change, profile)),
        )
      : node("p", {}, stage.say(`my-change-none-${direction}`)),
  );
}

/** @param {Profile} profile */
export function changesPart(profile) {
  return partNode(
    "changes",
    "my-change-title",
    profile.stage,
    node("p", {}, profile.stage.say("my-change-lead")),
    node("div", { class: "columns" }, column("up", profile), column("down", profile)),
  );
}
