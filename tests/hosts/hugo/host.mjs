// Markdown, from which Hugo takes all HTML: the tag comes by a shortcode. The program is Debian's.

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  hugo: {
    build: async ({ run, unpack }) => {
      await unpack("static");
      await run("hugo");
    },
    out: "public",
    away: "links",
    reloads: true,
  },
};
