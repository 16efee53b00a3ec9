// Pages of one site, between which Turbo goes without loading them: it keeps a copy of each page it leaves.
import { cpSync } from "node:fs";
import { join } from "node:path";

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  turbo: {
    build: async ({ folder, unpack }) => {
      await unpack(".");
      cpSync(join(folder, "node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js"), join(folder, "turbo.js"));
    },
    out: ".",
    away: "links",
  },
};
