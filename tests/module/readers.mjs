// The modules in Node, and what each reader of theirs does with a stranger's text, as a page would.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The glue of the module of everything and of the reader of adverts, both begun. @param {string} folder */
export const begunIn = (folder) =>
  Promise.all(
    ["whole", "advert"].map(async (name) => {
      const glue = await import(pathToFileURL(join(folder, `${name}.js`)).href);
      await glue.begin(await WebAssembly.compile(await readFile(join(folder, `${name}_bg.wasm`))));
      return glue;
    }),
  );

/**
 * @param {any} whole glue of the module of everything, begun
 * @param {any} advert glue of the reader of adverts, begun
 * @param {string} lexicon
 */
export function readersOf(whole, advert, lexicon) {
  const adverts = advert.Advert.open(lexicon);
  /** @type {Record<string, (text: string) => { free?: () => void }>} */
  const readers = {
    quiz: (text) => {
      const session = whole.Session.open(text, "en", 1);
      session.quiz();
      return session;
    },
    saved: (text) => {
      const saved = whole.Saved.open(text);
      saved.known();
      saved.mended();
      return saved;
    },
    catalogue: (text) => whole.Matcher.open(text),
    lexicon: (text) => advert.Advert.open(text),
    advert: (text) => adverts.read(text, "en"),
  };
  /** Reads a text. Problems are an answer; anything else is a fault. @param {string} reader @param {string} text */
  return (reader, text) => {
    try {
      readers[reader](text).free?.();
    } catch (error) {
      if (!(/** @type {{ problems?: unknown }} */ (error).problems)) throw error;
    }
  };
}

/** The smallest quiz of these items, on the skill `s`. @param {object[]} items @param {"best" | "would"} instruction */
export const quizOf = (items, instruction) => ({
  format: "metier-quiz/1",
  id: "q",
  version: "1",
  language: "en",
  title: "T",
  about: "A",
  instruction,
  evidence: { grade: 0, note: "N" },
  skills: [{ id: "s", name: "S", definition: "D", levels: ["0", "1", "2", "3", "4"] }],
  items,
});
