// Frameworks that draw a page in the browser, and draw it anew: what they set to nothing is nothing, what they set to
// something else after the quiz has come is that.
import { until } from "../../browser/rig.mjs";
import { ok, same } from "../../browser/suite.mjs";
import { click, taken } from "../visit.mjs";

/** The page drawn anew with other properties, the result on show. @param {import('../visit.mjs').Visit} visit */
async function drawnAnew(visit) {
  const { rig } = visit;
  same(await levelOf(rig), "H3", "the level of the main heading");
  await click(rig, "#again");
  await until(async () => (await levelOf(rig)) === "H4", "the main heading has another level");
  const tag = await rig.run(() => document.querySelector("metier-quiz")?.outerHTML ?? "");
  ok(!/undefined|roles|seed|theme/.test(tag), `what is set to undefined is gone: ${tag}`);
  await taken(visit);
}

/** @param {import('../../browser/rig.mjs').Rig} rig */
const levelOf = (rig) =>
  rig.run(() => document.querySelector("metier-quiz")?.shadowRoot?.querySelector('[tabindex="-1"]')?.tagName);

/** @param {string} name @returns {import('../build.mjs').Host} */
const host = (name) => ({
  build: async ({ run }) => {
    await run("vite", "build", name, "--config", "vite.config.js");
  },
  out: `${name}/out`,
  away: "state",
  bare: true,
  also: drawnAnew,
});

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = { react: host("react"), vue: host("vue"), svelte: host("svelte") };
