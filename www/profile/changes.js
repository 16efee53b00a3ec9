// The smallest changes that would put another role in front: upwards what to learn, downwards how sure this is.
import { node } from "../shared/dom.js";
import { foldNode, roleLabel, skillName } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {NonNullable<Profile["explained"]>["changes"][number]} Change */

/** How many changes are shown each way. */
const mostShown = 3;

/**
 * How likely it is that a level is so far off already.
 * @param {Change} change
 * @returns {"within" | "learn" | "near" | "far"}
 */
function meaning({ direction, errors }) {
  const size = Math.abs(errors);
  if (size <= 1) return "within";
  if (direction === "up") return "learn";
  return size <= 2 ? "near" : "far";
}

/** @param {Change} change @param {Profile} profile */
function changeLine(change, profile) {
  const { skill, direction, shift, role } = change;
  const { say } = profile.stage;
  const tenths = Math.round(Math.abs(shift) * 10) / 10;
  return node(
    "li",
    {},
    say.parts(`my-change-${direction}-line`, {
      skill: node("b", {}, skillName(profile, skill)),
      role: node("b", {}, roleLabel(profile, role)),
      shift: tenths ? say("my-shift", { count: tenths }) : say("my-shift-small"),
    }),
    " ",
    node("span", { class: "small" }, say(`my-change-${meaning(change)}`)),
  );
}

/** @param {"up" | "down"} direction @param {Profile} profile */
function column(direction, profile) {
  const { explained, stage } = profile;
  const found = (explained?.changes ?? []).filter((change) => change.direction === direction).slice(0, mostShown);
  return node(
    "div",
    {},
    node("p", {}, node("b", {}, stage.say(`my-change-${direction}`))),
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
  const { say } = profile.stage;
  return foldNode(
    "changes",
    say("my-change-title"),
    profile.stage,
    1,
    node("p", { class: "small" }, say("my-change-lead")),
    node("div", { class: "columns" }, column("up", profile), column("down", profile)),
  );
}
