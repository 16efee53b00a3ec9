// What a page leaves behind in the browser.

/**
 * Counts of all storage, and cached addresses that are none of the site's own files.
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
      session: sessionStorage.length,
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
