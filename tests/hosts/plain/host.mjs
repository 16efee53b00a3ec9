// Two pages of plain HTML and the archive of a release, as the page on embedding says.

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  plain: { build: ({ unpack }) => unpack("."), out: ".", away: "links", reloads: true },
};
