// Markdown with components, drawn by React on a server and again in the browser, and then page by page without loading.

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  docusaurus: {
    build: async ({ run, quizzes }) => {
      quizzes("static/quizzes");
      await run("docusaurus", "build");
    },
    out: "build",
    away: "links",
    // The theme keeps what it likes.
    allow: [/^stores: /],
  },
};
