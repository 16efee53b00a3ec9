// What somebody wrote, however it is written: two forms of the same are no change.

/** A document without the spaces between its parts; a text that is not JSON is returned as it is. @param {string | null} text */
export function plainly(text) {
  try {
    return JSON.stringify(JSON.parse(text ?? ""));
  } catch {
    return text;
  }
}

/** An address, seen from the page; what is none is lost. @param {string} address */
export function addressOf(address) {
  try {
    return new URL(address, document.baseURI);
  } catch {
    throw Object.assign(new Error(`${address} is no address here`), { url: address, lost: true });
  }
}

/** What an attribute says. @param {string} name @param {string | null} value */
export function meantBy(name, value) {
  if (value === null || !/^(src|roles|seed)$/.test(name)) return value;
  if (name === "seed") return String(Number.parseInt(value, 10));
  try {
    return addressOf(value).href;
  } catch {
    return value;
  }
}

/**
 * A tag of a language with the codes of today, as documents have them: "de" for "ger" and "deu", "he" for "iw", "zh-TW"
 * for "zh_TW". What is no tag stays.
 * @param {string} tag
 */
export function tagOf(tag) {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0];
  } catch {
    return tag;
  }
}
