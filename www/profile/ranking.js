// The roles: how many of a hundred profiles each fits best, a card for each of the first three, the others folded, with
// all of them in a table.
import { disclosure, node } from "../shared/dom.js";
import { roleCard } from "../view/roles/card.js";
import { profilesPicture } from "../view/roles/many.js";
import { sharesTables } from "../view/roles/side-by-side.js";
import { textBlocks, textPlain } from "../view/text.js";
import { archetypesOf, cardRoles, productRoles } from "../view/verdict.js";
import { changesPart } from "./changes.js";
import { comparePart } from "./compare.js";
import { explanation } from "./explain.js";
import { foldNode, lazily, partNode } from "./parts.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Match} Match */
/** @typedef {import("../types.d.ts").RoleReport} RoleReport */

/** A role on its card, and folded within it why it fits as it does. @param {RoleReport} role @param {Match} match @param {Profile} profile */
function ownCard(role, match, profile) {
  const { catalogue, stage } = profile;
  const { say } = stage;
  const note = catalogue.roles.find((one) => one.role === role.role)?.note;
  const card = roleCard(role, match, stage);
  const why = lazily(
    say("my-why"),
    () => [
      explanation(role, match, profile),
      note && [node("p", {}, node("b", {}, say("my-note"))), textBlocks(note, stage)],
    ],
    "reason",
  );
  why.querySelector("summary")?.setAttribute("aria-label", say("my-why-of", { role: textPlain(role.name) }));
  // Its name leads to the page about the job.
  const name = card.querySelector(".h1");
  name?.replaceChildren(node("a", { href: `role-${role.role}.html` }, ...name.childNodes));
  card.append(why);
  return card;
}

/** @param {Match} match @param {Profile} profile */
function rolesTable(match, { stage }) {
  const { say } = stage;
  const columns = [say("my-table-best"), say("my-table-near"), say("my-table-missed")];
  return disclosure(say("my-roles-table"), sharesTables(match, { caption: say("my-roles-caption"), columns }, stage));
}

/** @param {Match} match @param {Profile} profile */
export function rankingPart(match, profile) {
  const { explained, stage } = profile;
  const { say } = stage;
  const first = cardRoles(match);
  const rest = [...productRoles(match), ...archetypesOf(match)].filter((role) => !first.includes(role));
  const cards = (/** @type {RoleReport[]} */ roles) =>
    node(
      "div",
      { class: "cards" },
      roles.map((role) => ownCard(role, match, profile)),
    );
  const named = match.verdict.roles.length > 0;
  return partNode(
    "roles",
    named ? "my-roles-title" : "my-roles-none",
    stage,
    named && profilesPicture(match, first, stage),
    cards(first),
    rest.length > 0 &&
      foldNode(
        "others",
        say("my-roles-rest", { count: rest.length }),
        stage,
        1,
        cards(rest),
        rolesTable(match, profile),
      ),
    comparePart(match, profile),
    explained && changesPart(profile),
  );
}
