// A page with a worker of its own, which keeps all that comes: the quiz is taken through it, and then without a network.
import { taken } from "../visit.mjs";

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  worker: {
    build: ({ unpack }) => unpack("."),
    out: ".",
    async also(visit) {
      const { rig, origin } = visit;
      await rig.workerReady();
      await rig.open(`${origin}/`);
      await taken(visit);
      await rig.proxy.idle();
      rig.proxy.cut(true);
      await rig.open(`${origin}/`);
      await taken(visit);
      rig.proxy.cut(false);
    },
  },
};
