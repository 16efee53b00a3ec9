// The pages of the site as a stranger's words meet them: under trusted types of nobody, and looked at beside what they
// draw of harmless words.
import { PAYLOADS } from "./payloads.mjs";
import { pageWith } from "./site.mjs";
import { same } from "./suite.mjs";

/** @typedef {import("./rig.mjs").Rig} Rig */
/** @typedef {"keep" | "equal" | "less" | "among"} How */

const POLICY = "require-trusted-types-for 'script'; trusted-types 'none'";
/** The site's one policy is for its worker, which does without where it may not be made; Firefox does not name it. */
const ONE_POLICY = /metier-sw|blocked creating a Trusted Types policy .*\/every-page-/;

/** @param {number} at counted on from the first again */
export const payload = (at) => PAYLOADS[at % PAYLOADS.length].text;

/**
 * Opens a page of the site that makes no trusted type, over what is kept in its storage.
 * @param {Rig} rig
 * @param {string} name
 * @param {{ local?: Record<string, string>, session?: Record<string, string>, query?: string }} [kept]
 */
export async function openUnder(rig, name, { local = {}, session = {}, query = "" } = {}) {
  rig.allow(ONE_POLICY);
  rig.allow(/^stores: metier-/);
  const page = await pageWith(`${name}.html`, "drawn.js");
  const headers = { ...page.headers, "content-security-policy": POLICY };
  rig.proxy.replaced.set(`/${name}.html`, { ...page, headers });
  const origin = rig.fresh();
  if (Object.keys({ ...local, ...session }).length) {
    await rig.open(`${origin}/404.html`);
    await rig.run(
      (...all) =>
        [localStorage, sessionStorage].forEach((one, at) =>
          Object.entries(all[at]).forEach(([key, text]) => one.setItem(key, text)),
        ),
      local,
      session,
    );
  }
  await rig.open(`${origin}/${name}.html${query}`);
  return origin;
}

/** What the page draws, beside what it draws of harmless words. @param {Rig} rig @param {string} name @param {How} how @returns {Promise<string[]>} */
export const look = (rig, name, how) =>
  rig.later(
    async (...words) => {
      await window.__drawn.unfold(document);
      return window.__drawn.look(document, ...words);
    },
    name,
    how,
  );

/** What harmless words draw is kept by a page as long as it is there: taken from one, given to the next. @param {Rig} rig */
export const harmlessOf = (rig) => rig.run(() => window.__drawn.harmless());
/** @param {Rig} rig @param {Awaited<ReturnType<typeof harmlessOf>>} harmless */
export const giveHarmless = (rig, harmless) => rig.run((known) => window.__drawn.know(known), harmless);

/** @param {Rig} rig @param {number} mark */
export async function nothingElse(rig, mark) {
  const asked = await rig.requests(mark);
  same(
    asked.filter((one) => !/\.(js|wasm|css|html|json|svg|png|webmanifest)(\?.*)?$|\/$/.test(one.split("#")[0])),
    [],
    "requests",
  );
  same((await rig.driver.getAllWindowHandles()).length, 1, "windows");
}
