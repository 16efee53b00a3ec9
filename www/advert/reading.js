// The reader of adverts: its module, lexicon and catalogue are brought before anything is pasted, so that nothing is
// requested afterwards. It holds no advert: text goes in, a record comes out.
import { Advert } from "../pkg/advert.js";
import { heldIn } from "../shared/instance.js";
import { makeOnce } from "../shared/once.js";

/** @typedef {{ glue: import("../types.d.ts").Glue, lexicon: string, roles: string }} Parts */

/** @param {() => Promise<Parts>} bring @param {string} language */
export function makeReader(bring, language) {
  const prepare = makeOnce(async () => {
    const { glue, lexicon, roles } = await bring();
    return { lexicon, roles, reader: heldIn(glue, () => Advert.open(lexicon, roles)) };
  });

  /** @param {string} text @param {string} [profile] */
  async function read(text, profile) {
    const { reader } = await prepare();
    return reader.use((advert) => advert.read(text, language, profile));
  }

  /** What the lexicon says of its own limits, and the skills of the catalogue. */
  async function known() {
    const { lexicon, roles } = await prepare();
    const { model, version, phrases } =
      /** @type {{ model: import("../types.d.ts").AdvertStage["model"], version: string, phrases: unknown[] }} */ (
        JSON.parse(lexicon)
      );
    const { skills } = /** @type {{ skills: { id: string }[] }} */ (JSON.parse(roles));
    return { model: { ...model, version, count: phrases.length }, skills: skills.map(({ id }) => id) };
  }

  return { prepare, read, known };
}
