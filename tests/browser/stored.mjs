// What a page leaves behind in the browser.

/** The drafts of quizzes in this tab, by their names. @param {import('./rig.mjs').Rig} rig */
export function drafts(rig) {
  return rig.run(() =>
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith("metier-draft "))
      .sort(),
  );
}

/**
 * Counts of all storage but for drafts, which have tests of their own, and cached addresses that are none of the site's own files.
 * @param {import('./rig.mjs').Rig} rig
 */
export async function stored(rig) {
  const found = await rig.later(async () => {
    const addresses = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) addresses.push(request.url);
    }
    const bases = indexedDB.databases ? (await indexedDB.databases()).length : 0;
    return {
      local: localStorage.length,
      session: Object.keys(sessionStorage).filter((key) => !key.startsWith("metier-draft ")).length,
      bases,
      cookies: document.cookie ? 1 : 0,
      addresses,
      origin: location.origin,
    };
  });
  const { addresses, origin, cookies, ...counts } = found;
  return {
    ...counts,
    cookies: cookies + (await rig.driver.manage().getCookies()).length,
    foreign: addresses.filter((url) => !url.startsWith(`${origin}/`) || /[?#]/.test(url)),
  };
}
