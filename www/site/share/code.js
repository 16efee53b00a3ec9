// A result as a short text for a link: scores only, and nothing else of the person. The text has a version and a
// checksum. Whoever reads it takes no number that is out of its range, whatever stands there; that the numbers are true
// nobody can know.
import { checksum } from "../../shared/checksum.js";

/** A level with its band. @typedef {{ skill: string, level: number, low: number, high: number, end: End }} SharedSkill */
/** How many of 100 profiles a role fits best. @typedef {{ role: string, share: number, named: boolean }} SharedRole */
/**
 * @typedef {{ quiz: string, version: string, day: string, skills: SharedSkill[], roles: SharedRole[] }} SharedResult
 */
/** @typedef {"top" | "bottom" | null} End */
/** What the page can show. @typedef {{ quiz: string, skills: string[], roles: string[] }} Known */

/** The version of the text. */
const format = 1;
/** Letters of the longest text that is written or read. */
export const mostLetters = 600;
/** Letters of a quiz's version that are told. */
const mostVersion = 24;
/** @type {End[]} */
const ends = [null, "top", "bottom"];
/** The first day that can be told, and how many follow it. */
const firstDay = Date.UTC(2020, 0, 1);
const mostDays = 36_525;
const milliseconds = 86_400_000;
/** In a role's byte: whether the result named it. The rest is its share. */
const namedBit = 0x80;

/** @param {number} value @param {number} most */
const clamped = (value, most) => Math.min(most, Math.max(0, Math.round(value) || 0));

/**
 * The text for a result; null where it would be too long.
 * @param {SharedResult} result
 * @returns {string | null}
 */
export function write({ quiz, version, day, skills, roles }) {
  const bytes = [format];
  const word = (/** @type {string} */ text) => {
    const letters = new TextEncoder().encode(text);
    bytes.push(letters.length, ...letters);
  };
  const pair = (/** @type {number} */ number) => bytes.push(number >> 8, number & 0xff);
  word(quiz);
  word(Array.from(version).slice(0, mostVersion).join(""));
  pair(clamped((Date.parse(day) - firstDay) / milliseconds, mostDays));
  bytes.push(skills.length);
  for (const { skill, level, low, high, end } of skills) {
    word(skill);
    for (const value of [level, low, high]) pair(clamped(value * 100, 400));
    bytes.push(ends.indexOf(end));
  }
  const shown = roles.filter(({ share, named }) => share > 0 || named);
  bytes.push(shown.length);
  for (const { role, share, named } of shown) {
    word(role);
    bytes.push(clamped(share, 100) | (named ? namedBit : 0));
  }
  const sum = checksum(Uint8Array.from(bytes));
  bytes.push(sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff);
  const code = lettersOf(bytes);
  return code.length > mostLetters ? null : code;
}

/**
 * What a text says, as far as this page can show it. Skills and roles that it does not know are left out.
 * @param {string} code
 * @param {Known} known
 * @returns {{ result: SharedResult } | { problem: "damaged" | "newer" | "other-quiz" }}
 */
export function read(code, known) {
  const bytes = bytesOf(code);
  if (!bytes || bytes.length < 5) return { problem: "damaged" };
  const end = bytes.length - 4;
  if (new DataView(bytes.buffer).getUint32(end) !== checksum(bytes.subarray(0, end))) return { problem: "damaged" };
  if (bytes[0] !== format) return { problem: "newer" };
  try {
    const result = resultOf(new DataView(bytes.buffer, 1, end - 1));
    if (result.quiz !== known.quiz) return { problem: "other-quiz" };
    const skills = once(result.skills, "skill").filter(({ skill }) => known.skills.includes(skill));
    const roles = once(result.roles, "role").filter(({ role }) => known.roles.includes(role));
    if (skills.length + roles.length === 0) return { problem: "damaged" };
    return { result: { ...result, skills, roles } };
  } catch {
    return { problem: "damaged" };
  }
}

/** The first of each name. @template T @param {T[]} entries @param {keyof T} name */
function once(entries, name) {
  return entries.filter((entry, index) => entries.findIndex((other) => other[name] === entry[name]) === index);
}

/** What the bytes say, every number in its range; throws where they end too soon or say more. @param {DataView} view */
function resultOf(view) {
  let at = 0;
  const byte = () => view.getUint8(at++);
  const pair = () => byte() * 256 + byte();
  const word = () => {
    const length = byte();
    const letters = new Uint8Array(view.buffer, view.byteOffset + at, Math.min(length, view.byteLength - at));
    at += length;
    return new TextDecoder("utf-8", { fatal: true }).decode(letters);
  };
  const [quiz, version] = [word(), word()];
  const day = new Date(firstDay + clamped(pair(), mostDays) * milliseconds).toISOString().slice(0, 10);
  const skills = Array.from({ length: byte() }, () => skillOf(word(), [pair(), pair(), pair()], byte()));
  const roles = Array.from({ length: byte() }, () => roleOf(word(), byte()));
  const sum = roles.reduce((all, { share }) => all + share, 0);
  if (at !== view.byteLength || sum > 100) throw new RangeError("not a result");
  return { quiz, version: Array.from(version).slice(0, mostVersion).join(""), day, skills, roles };
}

/** The band is around the level. @param {string} skill @param {number[]} hundredths @param {number} end */
function skillOf(skill, hundredths, end) {
  const [level, low, high] = hundredths.map((value) => clamped(value, 400) / 100);
  return { skill, level, low: Math.min(low, level), high: Math.max(high, level), end: ends[end] ?? null };
}

/** @param {string} role @param {number} byte */
function roleOf(role, byte) {
  return { role, share: clamped(byte & ~namedBit, 100), named: byte >= namedBit };
}

/** Base64 in letters that an address may have. @param {number[]} bytes */
function lettersOf(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The bytes of a text; null where it is none of ours. There is one way to write them. @param {string} code */
function bytesOf(code) {
  if (code.length > mostLetters || !/^[\w-]+$/.test(code) || code.length % 4 === 1) return null;
  const letters = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return lettersOf([...bytes]) === code ? bytes : null;
}
