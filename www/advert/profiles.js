// Profiles to compare with: the one saved on this device, or one from a file. Nothing is read of either before somebody
// asks.
import { heldIn, renewInstance } from "../shared/instance.js";
import { makeOnce } from "../shared/once.js";

/** @typedef {typeof import("../shared/whole-module.js")} SavedModule */
/**
 * What the reader of adverts takes, what was wrong with the file, and whether the answers look careless.
 * @typedef {{ profile: string, problems: import("../types.d.ts").Problem[], careless: boolean }} Brought
 */

/** A list of measured skills, as the command line takes it, is a profile already. @param {string} text */
function isPlain(text) {
  try {
    const document = JSON.parse(text);
    return !("format" in document) && Array.isArray(document.skills);
  } catch {
    return false;
  }
}

/** @param {() => Promise<SavedModule>} bring */
export function makeProfiles(bring) {
  const prepare = makeOnce(bring);

  /**
   * Every result is worked out anew from its answers.
   * @param {string} text
   * @param {string[]} skills those of the catalogue
   * @returns {Promise<Brought>}
   */
  async function read(text, skills) {
    if (isPlain(text)) return { profile: text, problems: [], careless: false };
    const glue = await prepare();
    try {
      const [known, problems] = heldIn(glue, () => glue.Saved.open(text)).use((saved) => saved.known());
      const entries = known.skills.filter(({ skill }) => skills.includes(skill));
      return { profile: JSON.stringify({ skills: entries }), problems, careless: known.careless };
    } finally {
      // What was read once need not stay.
      renewInstance(glue);
    }
  }
  return { prepare, read };
}
