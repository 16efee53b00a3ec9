// Posts whose HTML is cleaned before it is shown: tag and frame go, and what is left of every snippet that we give to copy
// is a link. That of the page on embedding is followed, and the quiz taken where it leads.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, ROOT } from "../../browser/site.mjs";
import { ok, same } from "../../browser/suite.mjs";
import { click, taken } from "../visit.mjs";

/** @param {import('../build.mjs').Place} place */
async function build({ folder, run }) {
  const read = (/** @type {string[]} */ ...path) => readFileSync(join(...path), "utf8");
  const readmes = [read(ROOT, "README.md"), read(folder, "node_modules/metier-quiz/README.md")];
  const fenced = readmes.flatMap((text) => [...text.matchAll(/```html\n(.*?)```/gs)]);
  // Those for hosts that clean what people paste.
  const pasted = [
    ...read(DIST, "embed.html").matchAll(/<details class="host" id="host-(?:html|ghost|frame)".*?<\/details>/gs),
  ];
  const shown = [...pasted.join("").matchAll(/<pre[^>]*><code[^>]*>(.*?)<\/code>/gs)];
  const snippets = [...fenced, ...shown]
    .map(([, text]) => plain(text))
    .filter((text) => /<metier-quiz|<iframe/.test(text));
  writeFileSync(join(folder, "post.html"), snippets.map((text) => `<div>${text}</div>`).join("\n"));
  writeFileSync(join(folder, "count"), String(snippets.length));
  await run("node", "clean.mjs");
  await run("python", "clean.py");
  for (const name of Object.keys(hosts)) {
    const left = read(folder, "out", name, "left.html");
    const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Post</title></head><body>${left}</body></html>`;
    writeFileSync(join(folder, "out", name, "post.html"), page);
  }
}

/** The marks that stand for others in a page's code. @param {string} text */
const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');

/** @param {import('../visit.mjs').Visit} visit */
async function followed(visit) {
  const { rig, origin, place } = visit;
  await rig.open(`${origin}/post.html`);
  const left = await rig.run(() => ({
    tags: [...document.querySelectorAll("metier-quiz, iframe, script[type=module]")].map(({ localName }) => localName),
    links: [...document.querySelectorAll("a")].map(({ href }) => href),
  }));
  same(left.tags, [], "what the sanitiser takes away");
  same(
    left.links.length,
    Number(readFileSync(join(place.folder, "count"), "utf8")),
    `links, one a snippet: ${left.links}`,
  );
  const own = left.links.filter((href) => href.startsWith(`${origin}/`));
  ok(own.length >= 2, `links of the page on embedding: ${left.links}`);
  await click(rig, `a[href="${own[0]}"]`);
  await taken(visit);
}

/** @param {string} name @returns {import('../build.mjs').Host} */
const host = (name) => ({ build, out: `out/${name}`, site: true, instead: true, also: followed });

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  "sanitize-html": host("sanitize-html"),
  dompurify: host("dompurify"),
  nh3: host("nh3"),
  bleach: host("bleach"),
};
