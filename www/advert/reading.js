// The reader of adverts: its module, lexicon and catalogue are brought before anything is pasted, so that nothing is
// requested afterwards. It holds no advert: text goes in, a record comes out.
import { imported } from "../shared/fetch.js";
import { begun, heldIn } from "../shared/instance.js";
import { makeOnce } from "../shared/once.js";
import { headingsOf } from "./wishes.js";

/** @typedef {typeof import("../shared/advert-module.js")} AdvertModule */
/** @typedef {{ glue: AdvertModule, lexicon: string, roles: string }} Parts */

/** Brings the module. @returns {Promise<AdvertModule>} */
export function advertModule() {
  return begun(
    /** @type {Promise<AdvertModule>} */ (imported(new URL("../shared/advert-module.js", import.meta.url))),
    new URL("../pkg/advert_bg.wasm", import.meta.url),
  );
}

/** @param {() => Promise<Parts>} bring @param {string} language */
export function makeReader(bring, language) {
  const prepare = makeOnce(async () => {
    const { glue, lexicon, roles } = await bring();
    return { lexicon, roles, reader: heldIn(glue, () => glue.Advert.open(lexicon, roles)) };
  });

  /** @param {string} text @param {string} [profile] */
  async function read(text, profile) {
    const { reader } = await prepare();
    return reader.use((advert) => advert.read(text, language, profile));
  }

  /** What the lexicon says of its own limits, its headings, and the skills of the catalogue. */
  async function known() {
    const { lexicon, roles } = await prepare();
    const { model, version, phrases, sections } =
      /** @type {{ model: import("../types.d.ts").AdvertStage["model"], version: string, phrases: unknown[], sections: { kind: string, headings: string[] }[] }} */ (
        JSON.parse(lexicon)
      );
    const { skills } = /** @type {{ skills: { id: string }[] }} */ (JSON.parse(roles));
    return {
      model: { ...model, version, count: phrases.length },
      headings: headingsOf(sections),
      skills: skills.map(({ id }) => id),
    };
  }

  return { prepare, read, known };
}
