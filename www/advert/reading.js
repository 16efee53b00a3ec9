// The reader of adverts: its module, lexicon and catalogue are brought before anything is pasted, so that nothing is
// requested afterwards. It holds no advert: text goes in, a record comes out.
import { __wbg_reset_state, Advert, initSync } from "../pkg/advert.js";
import { problemsOf } from "../refusal.js";
import { makeOnce } from "./once.js";

/** @typedef {import("../types.d.ts").AdvertReport} AdvertReport */
/** @typedef {{ module: WebAssembly.Module, lexicon: string, roles: string }} Parts */

/** @param {() => Promise<Parts>} bring @param {string} language */
export function makeReader(bring, language) {
  /** @type {import("../pkg/advert.js").Advert | null} */
  let reader = null;
  let fresh = true;

  const prepare = makeOnce(bring);

  /** @param {Parts} parts @param {string} text @param {string} [profile] @returns {AdvertReport} */
  function attempt({ module, lexicon, roles }, text, profile) {
    if (fresh) initSync({ module });
    fresh = false;
    reader ??= Advert.open(lexicon, roles);
    return reader.read(text, language, profile);
  }

  /** After a trap, once more in a fresh instance. @param {string} text @param {string} [profile] */
  async function read(text, profile) {
    const parts = await prepare();
    try {
      return attempt(parts, text, profile);
    } catch (error) {
      if (problemsOf(error)) throw error;
      if (!fresh) __wbg_reset_state();
      reader = null;
      return attempt(parts, text, profile);
    }
  }

  /** What the lexicon says of its own limits, and the skills of the catalogue. */
  async function known() {
    const { lexicon, roles } = await prepare();
    const { model, version, phrases } = /** @type {{ model: import("../types.d.ts").AdvertStage["model"], version: string, phrases: unknown[] }} */ (JSON.parse(lexicon));
    const { skills } = /** @type {{ skills: { id: string }[] }} */ (JSON.parse(roles));
    return { model: { ...model, version, count: phrases.length }, skills: skills.map(({ id }) => id) };
  }

  return { prepare, read, known };
}
