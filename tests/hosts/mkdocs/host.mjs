// MkDocs, and its Material theme, which replaces parts of the page instead of loading the next.

/** @param {string} name @param {string} config @param {boolean} reloads @returns {import('../build.mjs').Host} */
const host = (name, config, reloads) => ({
  build: async ({ run, unpack }) => {
    await unpack("docs");
    await run("mkdocs", "build", "--strict", "--config-file", config);
  },
  out: `out/${name}`,
  away: "links",
  reloads,
  // The theme's search and its navigation.
  allow: [/^stores: /, /^reaches out: XMLHttpRequest/, /^INFO: .*\/search\/worker.js/],
});

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  mkdocs: host("mkdocs", "mkdocs.yml", true),
  material: host("material", "material.yml", false),
};
