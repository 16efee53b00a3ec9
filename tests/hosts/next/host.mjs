// React on a server, where the package is imported too, and in the browser; its links load no page.
import { same } from "../../browser/suite.mjs";

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  next: {
    build: async ({ run }) => {
      await run("next", "build");
    },
    out: "out",
    away: "links",
    also: async ({ rig }) => same(await rig.told("error"), [], "what is told before the quiz is given"),
  },
};
