// What the command line says to the same document and answers.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./site.mjs";

/** @typedef {import('../../www/types.d.ts').AdvertReport} AdvertReport */
/** @typedef {import('../../www/types.d.ts').AdvertMeets} AdvertMeets */
/** @typedef {import('../../www/types.d.ts').FullReport} FullReport */

export const METIER =
  process.env.METIER ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug", "metier");

/** A level as it is printed: on the scale, in tenths. @param {number} level */
export const shownLevel = (level) => Math.round(Math.min(4, Math.max(0, level)) * 10) / 10;

/**
 * The report of `metier score`.
 * @param {string} quiz the document
 * @param {unknown} answers
 * @param {{ roles?: string | null, seed?: number | null, language?: string | null }} [more] roles: a catalogue
 * @returns {Promise<FullReport>}
 */
export async function nativeReport(quiz, answers, { roles, seed, language } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "metier-"));
  const put = async (/** @type {string} */ name, /** @type {string} */ text) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const words = ["score", await put("quiz.json", quiz), await put("answers.json", JSON.stringify(answers))];
    if (roles) words.push("--roles", await put("roles.json", roles));
    if (seed != null) words.push("--seed", String(seed));
    if (language) words.push("--lang", language);
    const { stdout } = await promisify(execFile)(METIER, words, { cwd: ROOT, maxBuffer: 1 << 26 });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * The record of `metier advert`, with places in bytes, and the same in UTF-16.
 * @param {string} text
 * @param {unknown} [profile] measured skills
 * @returns {Promise<AdvertReport & { meets: AdvertMeets[], inUnits: AdvertReport['spans'] }>} `meets` only with a
 *   profile
 */
export async function nativeAdvert(text, profile) {
  const folder = await mkdtemp(join(tmpdir(), "metier-"));
  try {
    await writeFile(join(folder, "advert.txt"), text);
    const words = ["advert", join(folder, "advert.txt")];
    if (profile) {
      await writeFile(join(folder, "profile.json"), JSON.stringify(profile));
      words.push("--profile", join(folder, "profile.json"));
    }
    const { stdout } = await promisify(execFile)(METIER, words, { cwd: ROOT, maxBuffer: 1 << 26 });
    /** @type {AdvertReport & { meets: AdvertMeets[] }} */
    const report = JSON.parse(stdout);
    const bytes = Buffer.from(text);
    const units = (/** @type {AdvertReport['spans'][number]} */ spot) => ({
      ...spot,
      start: bytes.subarray(0, spot.start).toString().length,
      end: bytes.subarray(0, spot.end).toString().length,
    });
    return { ...report, inUnits: report.spans.map(units) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * The sheet of what was answered, with the times that the page told in its events: some things are said of times alone.
 * @param {Map<string, unknown>} answers
 * @param {import('./rig.mjs').Told<'answer'>[]} told
 * @param {import('./answers.mjs').Quiz} [quiz] where it chooses its questions, their order is part of the sheet
 */
export function timedSheet(answers, told, quiz) {
  const times = new Map(told.map(({ detail }) => [detail.item, detail.milliseconds]));
  if (quiz?.adaptive) return [...answers].map(([item, answer]) => ({ item, answer, ms: times.get(item) }));
  return Object.fromEntries(
    [...answers].map(([item, answer]) => [item, times.has(item) ? { answer, ms: times.get(item) } : answer]),
  );
}

/**
 * The same record with every number as the hexadecimal form of its 64 bits, and keys in order: equal texts are equal
 * bits. Runs here and, sent as source, in the page.
 * @param {unknown} record
 */
export function bitsOf(record) {
  const view = new DataView(new ArrayBuffer(8));
  /** @param {unknown} value @returns {unknown} */
  const bits = (value) => {
    if (typeof value === "number") {
      view.setFloat64(0, value);
      return `f${view.getBigUint64(0).toString(16).padStart(16, "0")}`;
    }
    if (Array.isArray(value)) return value.map(bits);
    if (value && typeof value === "object")
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, bits(inner)]),
      );
    return value === undefined ? null : value;
  };
  return JSON.stringify(bits(record));
}

/** Where two such texts part, for a message. @param {string} one @param {string} other */
export function parting(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 90), at + 60)}\n…${other.slice(Math.max(0, at - 90), at + 60)}`;
}
