// The rooms of the core whose tests are tried, and the files of the suite that are about each: the quick ones first,
// since the first test that fails ends a mutant. Those that count over many made-up people or banks of items
// (`simulate`, `method`, `forms`, `exact::banks`) say nothing of a single line and are left out.

/** @type {Record<string, string[]>} */
export const ROOMS = {
  text: ["reading", "intake", "said", "sentences", "guide", "fuzz", "linear", "hostile"],
  quiz: ["intake", "evidence", "guide", "scoring", "said", "sentences", "calibrated", "cases", "boundary", "schema"],
  model: ["scoring", "precision", "command_line", "calibrated", "cases", "exact"],
  estimate: ["scoring", "precision", "command_line", "calibrated", "cases", "exact"],
  roles: ["said", "sentences", "matching", "cases", "boundary", "adaptive"],
  saved: ["sentences", "saved", "boundary"],
  advert: ["sentences", "advert", "boundary", "hostile"],
};

/** Passed over in every room. */
export const STATISTICAL = ["exact::banks"];

/** The sources of a room, as cargo-mutants takes them. @param {string} room */
export const sourcesOf = (room) => [`src/${room}.rs`, `src/${room}/**`];

/** The room of a source. @param {string} file */
export const roomOf = (file) => /^src\/(\w+)/.exec(file)?.[1] ?? "";
