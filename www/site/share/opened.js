// Somebody's shared result, from the link that holds it: shown apart from everything of whoever opens it. No draft, no
// kept result and no event knows of it.
import { bring } from "../../shared/fetch.js";
import { node } from "../../shared/dom.js";
import { language } from "../../words/words.js";
import { read } from "./code.js";
import { say, shownOf, wholeLevel } from "./content.js";
import { drawPicture } from "./picture.js";
import { dressPage } from "./style.js";

/** @typedef {import("./code.js").SharedResult} SharedResult */
/** What is read of a quiz document. @typedef {{ id: string, version: string, title: string, skills?: { id: string }[], summary?: Summary[] }} Quiz */
/** @typedef {{ skill: string, from: number, to: number, i: unknown }} Summary */
/** What is read of a catalogue. @typedef {{ roles: { id: string, name: string, archetype?: boolean }[] }} Catalogue */

const catalogue = new URL("../../roles/product.json", import.meta.url);

/**
 * What a code says, as nodes for the place before the quiz: the result, or a sentence on why there is none.
 * @param {string} code
 * @param {HTMLElement} quiz the element whose page this is
 * @param {() => void} leave shows the quiz in its place
 * @returns {Promise<{ section: HTMLElement, shows: boolean }>}
 */
export async function openShared(code, quiz, leave) {
  dressPage();
  const document = /** @type {Quiz} */ (await documentAt(new URL(quiz.getAttribute("src") ?? "", quiz.baseURI)));
  const { skills = [] } = document;
  const several = skills.length > 1;
  const { roles } = several ? /** @type {Catalogue} */ (await documentAt(catalogue)) : { roles: [] };
  const known = {
    quiz: document.id,
    skills: several ? [] : skills.map(({ id }) => id),
    roles: roles.map(({ id }) => id),
  };
  const reading = read(code, known);
  if ("problem" in reading) return { section: sentence(say(`opened-${reading.problem}`)), shows: false };
  const names = new Map(roles.map(({ id, name, archetype = false }) => [id, { name, product: !archetype }]));
  return { section: resultSection(reading.result, document, names, leave), shows: true };
}

/** Where even that did not come. */
export function lostShared() {
  dressPage();
  return sentence(say("opened-lost"));
}

/** @param {URL} url */
async function documentAt(url) {
  return JSON.parse(await (await bring(url)).text());
}

/** @param {string} words */
function sentence(words) {
  return node("section", { class: "share", lang: language }, node("p", { role: "status" }, words));
}

/** So that it turns nothing around it. @param {string} version */
const isolated = (version) => node("bdi", {}, version);

/** @param {SharedResult} result @param {Quiz} quiz @param {import("./content.js").Names["roles"]} roles @param {() => void} leave */
function resultSection(result, quiz, roles, leave) {
  const same = result.version === quiz.version;
  const shown = shownOf(result, { title: quiz.title, sentence: same ? summaryOf(result, quiz) : undefined, roles });
  // The words below say the same.
  const canvas = node("canvas", { "aria-hidden": "true" });
  const take = node("button", { type: "button", class: "main", "data-action": "opened-take" }, say("opened-take"));
  take.addEventListener("click", leave);
  return node(
    "section",
    { class: "share", lang: language, "data-screen": "shared", "aria-labelledby": "opened-title" },
    node("h1", { id: "opened-title", tabindex: -1 }, say("opened-title")),
    drawPicture(canvas, shown, "wide") && node("figure", {}, canvas),
    node("p", {}, say("opened-caution")),
    !same &&
      node("p", {}, say.parts("opened-version", { version: isolated(result.version), now: isolated(quiz.version) })),
    node("div", { class: "actions" }, take),
    node("p", { class: "words" }, node("bdi", {}, shown.alt)),
  );
}

/** The document's own sentence on such a level, in the first person. @param {SharedResult} result @param {Quiz} quiz */
function summaryOf({ skills: [skill] }, { summary = [] }) {
  if (!skill) return undefined;
  const [from, to] = [wholeLevel(skill.low), wholeLevel(skill.high)];
  const own = summary.find((one) => one.skill === skill.skill && one.from === from && one.to === to)?.i;
  return typeof own === "string" ? own : undefined;
}
