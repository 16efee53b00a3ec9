// Pages drawn on a server, between which Astro's router goes without loading.

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  astro: {
    build: async ({ run, quizzes }) => {
      quizzes("public/quizzes");
      await run("astro", "build");
    },
    out: "dist",
    away: "links",
    // The router keeps where the page was scrolled to.
    allow: [/^stores: /],
  },
};
