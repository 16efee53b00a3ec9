// Profiles to compare with: the one kept on this device, or one from a file. Nothing is read of either before somebody asks.
import { makeOnce } from "./once.js";

/** @typedef {{ saved: typeof import("../full.js"), module: WebAssembly.Module }} Parts */
/** What the reader of adverts takes, what was wrong with the file, and whether the answers look careless. @typedef {{ profile: string, problems: import("../types.d.ts").Problem[], careless: boolean }} Brought */

/** A list of measured skills, as the command line takes it, is a profile already. @param {string} text */
function isPlain(text) {
  try {
    const document = JSON.parse(text);
    return !("format" in document) && Array.isArray(document.skills);
  } catch {
    return false;
  }
}

/** @param {() => Promise<Parts>} bring */
export function makeProfiles(bring) {
  let fresh = true;

  const prepare = makeOnce(bring);

  /** Every result is worked out anew from its answers. @param {string} text @param {string[]} skills those of the catalogue @returns {Promise<Brought>} */
  async function read(text, skills) {
    if (isPlain(text)) return { profile: text, problems: [], careless: false };
    const { saved: { __wbg_reset_state, initSync, Saved }, module } = await prepare();
    // A fresh instance each time: what is read once need not be kept.
    if (!fresh) __wbg_reset_state();
    fresh = false;
    initSync({ module });
    const [known, problems] = Saved.open(text).known();
    const entries = known.skills.filter(({ skill }) => skills.includes(skill));
    return { profile: JSON.stringify({ skills: entries }), problems, careless: known.careless };
  }
  return { prepare, read };
}
