// The page of one's own profile, opened over what is kept; the offer at the end of a quiz; what `metier match` says to
// the same.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { answersTo } from "./answers.mjs";
import { Quick } from "./hands.mjs";
import { METIER } from "./native.mjs";
import { plausibleAnswers } from "./plausible.mjs";
import { Quiz } from "./quiz.mjs";
import { until } from "./rig.mjs";
import { earlierRoles, shippedQuiz } from "./shipped.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */

/** The site of the tests stands at the top of its host. */
export const KEY = "metier-profile /";
/** Where older versions kept it. */
export const OLDER_KEY = "metier-profile";
export const HOST = "#profile";
/** The offer stands in the place that a quiz has for it. */
export const OFFER = "metier-quiz > aside[slot=result]";
export const NOTHING = { local: 0, session: 0, bases: 0, cookies: 0, foreign: [] };

/**
 * A kept result of a shipped quiz, or of the earlier one of all skills.
 * @param {string} name
 * @param {number} seed
 * @param {string} taken
 * @param {number[]} [skipped] which questions, from 0
 */
export async function result(name, seed, taken, skipped = []) {
  const quiz = name === "roles" ? await earlierRoles() : await shippedQuiz(name);
  const answers = [...answersTo(quiz, seed)].map(([item, answer], index) => [
    item,
    { answer: skipped.includes(index) ? null : answer, ms: 9000 + index },
  ]);
  return { quiz, language: "en", seed, taken, answers: Object.fromEntries(answers) };
}

/** @param {unknown[]} results */
export const profileOf = (...results) => JSON.stringify({ format: "metier-profile/1", results });

/**
 * Every skill from one quiz, in answers that do not look random, one of them from two more, the earlier of which is
 * compared with; two questions are skipped.
 */
export async function wholeProfile() {
  return profileOf(
    await result("negotiation", 4, "2026-08-03"),
    await result("roles", 12, "2026-11-02", [4, 9]),
    await result("negotiation", 8, "2026-11-20"),
  );
}

/** What this device keeps. @param {Rig} rig @returns {Promise<string | null>} */
export const saved = (rig) => rig.run((key) => localStorage.getItem(key), KEY);

/** What the page shows. @param {Rig} rig */
export function page(rig) {
  return rig.run((host) => {
    const root = document.querySelector(host)?.shadowRoot;
    const section = /** @type {HTMLElement | null | undefined} */ (root?.querySelector("section[data-screen]"));
    const active = root?.activeElement;
    return {
      screen: section?.dataset.screen ?? null,
      text: section?.innerText ?? "",
      /** With what is folded. */
      all: section?.textContent ?? "",
      said: root?.querySelector("[role=status]")?.textContent ?? "",
      results:
        /** @type {HTMLElement | null | undefined} */ (root?.querySelector("[data-part=results]"))?.innerText ?? "",
      parts: [.../** @type {NodeListOf<HTMLElement>} */ (root?.querySelectorAll("[data-part]") ?? [])].map(
        (part) => part.dataset.part,
      ),
      focus: active ? active.localName : null,
    };
  }, HOST);
}

/** @param {Rig} rig @param {(seen: Awaited<ReturnType<typeof page>>) => unknown} wanted @param {string} what */
export function shows(rig, wanted, what) {
  return until(async () => {
    const seen = await page(rig);
    return wanted(seen) ? seen : null;
  }, what);
}

/** Presses what stands beside what was said last: a way on, or back. @param {Rig} rig @param {string} action */
export async function pressWay(rig, action) {
  const pressed = () =>
    rig.run(
      (host, wanted) => {
        const button = /** @type {HTMLElement | null | undefined} */ (
          document.querySelector(host)?.shadowRoot?.querySelector(`[data-action=${wanted}]`)
        );
        button?.click();
        return Boolean(button);
      },
      HOST,
      action,
    );
  await until(pressed, `there is a way called ${action}`);
}

/** Opens the page over a kept text. @param {Rig} rig @param {string | null} text @param {string} [origin] */
export async function openProfile(rig, text, origin = rig.fresh()) {
  rig.allow(new RegExp(`^stores: ${KEY}$`));
  await rig.open(`${origin}/method.html`);
  if (text !== null) await rig.run((key, words) => localStorage.setItem(key, words), KEY, text);
  await rig.open(`${origin}/profile.html`);
  await shows(rig, ({ screen }) => screen && screen !== "loading", "the page is drawn");
  return { origin, hand: new Quick(rig, HOST) };
}

/** Files are handed out by a link that is pressed: here what it would give is written down. @param {Rig} rig */
export async function catchFiles(rig) {
  await rig.run(() => {
    /** @type {Window['__files']} */
    const files = (window.__files = []);
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const address = make(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      files.push({ name: this.download, file: blobs.get(this.href) });
    };
  });
  return () =>
    rig.later(async () =>
      Promise.all(window.__files.map(async ({ name, file }) => ({ name, text: await file.text() }))),
    );
}

/**
 * Gives the page a file, as a person does who chooses it or drops it.
 * @param {Rig} rig
 * @param {string} text
 * @param {boolean} [dropped]
 */
export function bring(rig, text, dropped = false) {
  return rig.run(
    (host, words, drop) => {
      const given = new DataTransfer();
      given.items.add(new File([words], "profile.json", { type: "application/json" }));
      if (drop)
        return document.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
      const input = /** @type {HTMLInputElement} */ (
        document.querySelector(host)?.shadowRoot?.querySelector("input[type=file]")
      );
      input.files = given.files;
      return input.dispatchEvent(new Event("change"));
    },
    HOST,
    text,
    dropped,
  );
}

/** The offer at the end of a quiz: what it says, and what can be pressed; null where there is none. @param {Rig} rig */
export function offer(rig) {
  return rig.run((selector) => {
    const aside = /** @type {HTMLElement | null} */ (document.querySelector(selector));
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (aside?.querySelectorAll("[data-action]") ?? []);
    return (
      aside && {
        text: aside.innerText,
        folded: aside.querySelector("details")?.textContent ?? "",
        said: aside.querySelector("[role=status]")?.textContent ?? "",
        actions: [...buttons].map((one) => one.dataset.action),
      }
    );
  }, OFFER);
}

/**
 * @param {Rig} rig
 * @param {(seen: NonNullable<Awaited<ReturnType<typeof offer>>>) => unknown} wanted
 * @param {string} what
 */
export function offers(rig, wanted, what) {
  return until(async () => {
    const seen = await offer(rig);
    return seen && wanted(seen) ? seen : null;
  }, what);
}

/** Presses a button of the offer. @param {Rig} rig @param {string} action */
export async function pressOffer(rig, action) {
  await offers(rig, ({ actions }) => actions.includes(action), `the offer has ${action}`);
  await rig.run(
    (selector, wanted) =>
      /** @type {HTMLElement} */ (document.querySelector(`${selector} [data-action=${wanted}]`)).click(),
    OFFER,
    action,
  );
}

/** Keeps the result on show, and waits until it is kept. @param {Rig} rig */
export async function saveResult(rig) {
  await pressOffer(rig, "save-here");
  return offers(rig, ({ actions }) => actions.includes("save-undo"), "it is kept");
}

/** Takes it back, and waits until it is. @param {Rig} rig */
export async function undoSaving(rig) {
  await pressOffer(rig, "save-undo");
  return offers(rig, ({ actions }) => actions.includes("save-here"), "it is not kept any more");
}

/** Takes a quiz to its result. @param {Rig} rig @param {string} name @param {number} seed @param {string} origin */
export async function take(rig, name, seed, origin) {
  const quiz = await shippedQuiz(name);
  await rig.open(`${origin}/${name}.html`);
  const reader = new Quiz(rig, new Quick(rig));
  // Of many skills, somebody who answers at random is told so.
  const answers = quiz.skills.length > 1 ? plausibleAnswers(quiz, seed) : answersTo(quiz, seed);
  const plan = { quiz, answers, skip: 3 };
  await reader.take(plan);
  return { reader, plan };
}

/** Opens one folded part of the page. @param {Rig} rig @param {string} part */
export function openPart(rig, part) {
  return rig.run(
    (host, name) => {
      const fold = document.querySelector(host)?.shadowRoot?.querySelector(`details[data-part="${name}"]`);
      if (fold instanceof HTMLDetailsElement) fold.open = true;
    },
    HOST,
    part,
  );
}

/** Opens everything that is folded, and what is folded within. @param {Rig} rig */
export async function openAll(rig) {
  const open = () =>
    rig.run((host) => {
      const all = /** @type {HTMLDetailsElement[]} */ ([
        ...(document.querySelector(host)?.shadowRoot?.querySelectorAll("details") ?? []),
      ]);
      // What is folded is drawn when it is opened, a moment later.
      const closed = all.filter((one) => !one.open || one.childElementCount < 2);
      for (const one of closed) one.open = true;
      return closed.length;
    }, HOST);
  await until(async () => (await open()) === 0, "everything is open");
}

/**
 * Chooses from a list by its place.
 * @param {Rig} rig
 * @param {string} name
 * @param {number} index
 * @returns {Promise<string>} what was chosen
 */
export function choose(rig, name, index) {
  return rig.run(
    (host, list, at) => {
      const select = /** @type {HTMLSelectElement} */ (
        document.querySelector(host)?.shadowRoot?.querySelector(`select[data-choose="${list}"]`)
      );
      select.selectedIndex = at;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return select.value;
    },
    HOST,
    name,
    index,
  );
}

/** @param {string} text a saved profile @param {number} seed @returns {Promise<any>} */
export async function nativeMatch(text, seed) {
  const folder = await mkdtemp(join(tmpdir(), "metier-"));
  try {
    const file = join(folder, "profile.json");
    await writeFile(file, text);
    const { stdout } = await promisify(execFile)(METIER, ["match", file, "--seed", String(seed)], {
      maxBuffer: 1 << 26,
    });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}
