// What each reader of the modules does with a stranger's text, as a page would.

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
