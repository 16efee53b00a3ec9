// Which parts of a text the reader takes as words. A copied page has tags in it; the reader drops them, and so does what is
// shown, by the same rule. Nothing here makes markup of anything.

/** Tags that stand within a line; every other one ends it. */
const inline = new Set(("a abbr acronym b bdi bdo big cite code data dfn del em font i ins kbd label mark o:p q s samp small span strike strong "
  + "sub sup time tt u var wbr").split(" "));

/** The characters that copied pages name most. */
const named = new Map(Object.entries({
  amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0", ndash: "–", mdash: "—", hellip: "…", bull: "•", middot: "·", shy: "\u00ad",
  lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", laquo: "«", raquo: "»", euro: "€", pound: "£", copy: "©", reg: "®", trade: "™",
  ensp: " ", emsp: " ", thinsp: " ", minus: "−", rarr: "→", szlig: "ß", aelig: "æ", oelig: "œ", sect: "§",
}));
/** Accents that are named after their letter. */
const accents = new Map(Object.entries({ acute: "\u0301", grave: "\u0300", circ: "\u0302", uml: "\u0308", tilde: "\u0303", cedil: "\u0327", ring: "\u030a", caron: "\u030c" }));

/** @typedef {{ start: number, end: number, ends: boolean }} Run a part in sight; `ends`: a line ends after it */

/**
 * The parts in sight, in order.
 * @param {string} text
 * @returns {{ runs: Run[], tagged: boolean }}
 */
export function runsOf(text) {
  const pattern = /\n|<!--|<([/!?]?)([a-z][a-z0-9:]*)[^<>]*>/gi;
  /** What does not come any more, so that no text is searched twice for it. @type {Set<string>} */
  const gone = new Set();
  /** @param {string} wanted @param {number} from */
  const after = (wanted, from) => {
    if (gone.has(wanted)) return -1;
    const search = new RegExp(wanted, "gi");
    search.lastIndex = from;
    const found = search.exec(text);
    if (!found) gone.add(wanted);
    return found ? search.lastIndex : -1;
  };
  /** @type {Run[]} */
  const runs = [];
  let at = 0;
  let tagged = false;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [all, slash, name = ""] = found;
    const tag = name.toLowerCase();
    let end = found.index + all.length;
    let ends = !inline.has(tag);
    if (all === "<!--") {
      end = after("-->", found.index);
      ends = false;
      if (end < 0) continue;
    } else if (!slash && (tag === "script" || tag === "style")) {
      const close = after(`</${tag}`, found.index);
      const last = text.indexOf(">", close);
      if (close >= 0) end = last < 0 ? text.length : last + 1;
    }
    tagged ||= all !== "\n";
    runs.push({ start: at, end: found.index, ends });
    at = end;
    pattern.lastIndex = end;
  }
  runs.push({ start: at, end: text.length, ends: true });
  return { runs, tagged };
}

/** Characters that are named instead of written. @param {string} text */
export function written(text) {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,8}));/gi, (all, hexadecimal, decimal, name) => {
    const accent = name && accents.get(name.slice(1).toLowerCase());
    if (accent) return `${name[0]}${accent}`.normalize("NFC");
    if (name) return named.get(name.toLowerCase()) ?? all;
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    // Controls, and what is no character, stay as they were written.
    return code >= 32 && code < 0x110000 && (code < 0x7f || code > 0x9f) && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
  });
}
