// Two pages of plain HTML and the archive of a release, as the page on embedding says.
import { same } from "../../browser/suite.mjs";

/** What the page has loaded ahead is not loaded again. @param {import('../visit.mjs').Visit} visit */
async function loadedOnce({ rig, origin, reader }) {
  const mark = rig.proxy.mark();
  await rig.open(`${origin}/`);
  await reader.until(({ screen }) => screen !== null, "the quiz shows");
  await rig.proxy.idle();
  const asked = rig.proxy.since(mark).filter(({ path }) => path === "/metier/quizzes/pace.json");
  same(asked.length, 1, "requests for the quiz");
}

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  plain: { build: ({ unpack }) => unpack("."), out: ".", away: "links", reloads: true, also: loadedOnce },
};
