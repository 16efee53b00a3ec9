// Markdown with the tag in it, and the archive of a release copied along.

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  eleventy: {
    build: async ({ run, unpack }) => {
      await unpack(".");
      await run("eleventy");
    },
    out: "_site",
    away: "links",
    reloads: true,
  },
};
