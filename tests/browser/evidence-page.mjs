// The page that finds evidence: opened, written into, asked for what it shows.
import { until } from "./rig.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */
/** @typedef {Partial<Record<'problem' | 'steps' | 'decision' | 'proof' | 'gained' | 'place', string>>} Words */

/** Where it stands on this device, and in a tab; the site of the tests stands at the top of its host. */
export const EVIDENCE_KEY = "metier-evidence /";
export const DOMAIN_KEY = "metier-domain /";

/**
 * Opens the page and waits until all of it is there.
 * @param {Rig} rig
 * @param {{ origin?: string, quiet?: boolean }} [how] quiet: until its worker is at work, too
 */
export async function openFinder(rig, { origin = rig.fresh(), quiet = false } = {}) {
  rig.allow(/^stores: metier-(evidence|domain) /);
  if (quiet) rig.withWorker();
  await rig.open(`${origin}/evidence.html`);
  if (quiet) await rig.workerReady();
  await drawn(rig);
  return origin;
}

/** Waits until the page is drawn, and its module there. @param {Rig} rig */
export async function drawn(rig) {
  const there = () =>
    rig.run(
      () =>
        document.querySelector("#evidence [data-part=mine]") !== null &&
        performance.getEntriesByType("resource").some(({ name }) => /advert_bg[^/]*\.wasm/.test(name)),
    );
  await until(there, "the page of evidence is drawn");
  await rig.proxy.idle();
}

/** Presses what has an action, within some part. @param {Rig} rig @param {string} selector */
export async function pressFinder(rig, selector) {
  const pressed = () =>
    rig.run((wanted) => {
      const button = /** @type {HTMLElement | null} */ (document.querySelector(wanted));
      button?.click();
      return Boolean(button);
    }, selector);
  await until(pressed, `there is ${selector}`);
}

/**
 * Begins a piece, as many pieces as there were and one more, and writes into it.
 * @param {Rig} rig
 * @param {string} from the prompt or statement
 * @param {Words} words
 */
export async function writePiece(rig, from, words) {
  await pressFinder(rig, `[data-action=evidence-write][data-from="${from}"]`);
  await until(
    () => rig.run(() => document.activeElement?.parentElement?.hasAttribute("data-piece")),
    "the piece has the focus",
  );
  await rig.run((given) => {
    const piece = document.activeElement?.closest("[data-piece]");
    for (const [name, text] of Object.entries(given)) {
      const field = /** @type {HTMLTextAreaElement} */ (piece?.querySelector(`[data-field=${name}]`));
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, words);
}

/** What stands in the fields, piece by piece. @param {Rig} rig */
export function piecesOn(rig) {
  return rig.run(() =>
    [...document.querySelectorAll("[data-piece]")].map((piece) =>
      Object.fromEntries(
        [.../** @type {NodeListOf<HTMLTextAreaElement>} */ (piece.querySelectorAll("[data-field]"))].map((field) => [
          field.dataset.field,
          field.value,
        ]),
      ),
    ),
  );
}

/** The lines of the resume and the paragraphs of the letter. @param {Rig} rig */
export function becomes(rig) {
  return rig.run(() => ({
    lines: [...document.querySelectorAll("[data-part=becomes] .words li")].map((one) => one.textContent),
    letter: [...document.querySelectorAll("[data-part=becomes] .letter p")].map((one) => one.textContent),
  }));
}

/** Holds the pieces against an advert. @param {Rig} rig @param {string} advert */
export async function holdAgainst(rig, advert) {
  await rig.run((words) => {
    /** @type {HTMLTextAreaElement} */ (document.querySelector("#advert")).value = words;
    document.querySelector("[data-part=beside] .found")?.replaceChildren();
    /** @type {HTMLElement} */ (document.querySelector("[data-action=evidence-compare]")).click();
  }, advert);
  return until(
    () =>
      rig.run(() => {
        const [active, complaint] = [document.activeElement, document.querySelector("[data-part=beside] .complaint p")];
        const heading = document.querySelector("#meets-title");
        return (heading !== null && active === heading ? heading : complaint)?.textContent;
      }),
    "the advert is held against, or the page complains",
  );
}

/** The lines of the advert, with the piece beside each. @param {Rig} rig */
export function linesOn(rig) {
  return rig.run(() =>
    [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part=beside] .lines > li"))].map(
      (line) => ({
        line: line.querySelector("bdi")?.textContent ?? "",
        state: line.dataset.state,
        why: line.querySelector(".hint")?.textContent ?? "",
      }),
    ),
  );
}
