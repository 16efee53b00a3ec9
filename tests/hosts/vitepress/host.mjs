// Markdown drawn by Vue on a server and again in the browser, and then page by page without loading.

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  vitepress: {
    build: async ({ run, quizzes }) => {
      quizzes("public/quizzes");
      await run("vitepress", "build");
    },
    out: ".vitepress/dist",
    away: "links",
    // The theme keeps whether it is dark.
    allow: [/^stores: vitepress/],
  },
};
