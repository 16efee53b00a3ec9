// Who reads the advert: somebody who applies, or somebody who hires. Which it is stays in this tab.

/** @typedef {"applying" | "hiring"} Mode */

const key = `metier-advert ${new URL("../", import.meta.url).pathname}`;

/** What an address asks for, or this tab keeps. @returns {Mode} */
export function modeAtFirst() {
  if (location.hash === "#hiring") return "hiring";
  try {
    return sessionStorage.getItem(key) === "hiring" ? "hiring" : "applying";
  } catch {
    return "applying";
  }
}

/** @param {Mode} mode */
export function keepMode(mode) {
  try {
    if (mode === "hiring") sessionStorage.setItem(key, mode);
    else sessionStorage.removeItem(key);
  } catch {
    // It holds as long as the page.
  }
}
