// Links that htmx follows: it fetches the next page and puts its body in place of this one's.
import { cpSync } from "node:fs";
import { join } from "node:path";

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  htmx: {
    build: async ({ folder, unpack }) => {
      await unpack(".");
      cpSync(join(folder, "node_modules/htmx.org/dist/htmx.js"), join(folder, "htmx.js"));
    },
    out: ".",
    away: "links",
    settled: () => !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling"),
    // It fetches by an old way, and keeps the pages it leaves.
    allow: [/^reaches out: XMLHttpRequest/, /^stores: htmx/],
  },
};
