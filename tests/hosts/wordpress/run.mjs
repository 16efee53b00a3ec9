// The plugin in a WordPress, as a reader and an author have it: node tests/hosts/wordpress/run.mjs [FOLDER…]. Each folder
// holds a WordPress; without one, Debian's is fetched. Needs `cargo www build`. METIER_PHP names further programs, with a
// colon between them, that must be able to read the plugin: those of other versions.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cases } from "./cases.mjs";
import { browser, parsed, take, type, write } from "./look.mjs";
import { WordPress, debian, need, plugin, run } from "./wordpress.mjs";
import { template } from "./template.mjs";

/** @param {unknown} truth @param {string} what */
function ok(truth, what) {
  if (!truth) throw new Error(what);
}

/** @param {unknown} one @param {unknown} other @param {string} what */
function same(one, other, what) {
  const [left, right] = [one, other].map((value) => JSON.stringify(value));
  ok(left === right, `${what}: ${left} instead of ${right}`);
}

/** The posts of the test, each by an author who may not write HTML. */
const POSTS = {
  shortcode: 'Before.\n\n[metier quiz="pace" accent="#7a1f5c"]\n\nBetween.\n\n[metier quiz="setbacks"]\n\nAfter.',
  block:
    '<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph -->\n\n<!-- wp:metier/quiz {"quiz":"pace","heading":"3","resume":true,"align":"wide"} /-->',
  plain: "Nothing to take.",
};

/** Every PHP at hand can read the plugin. @param {string} folder */
function lint(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".php"));
  ok(files.length, "the plugin has no PHP");
  for (const php of ["php", ...(process.env.METIER_PHP ?? "").split(":").filter(Boolean)]) {
    for (const file of files) run(php, ["-l", join(folder, file)]);
    console.log(`ok   PHP ${run(php, ["-r", "echo PHP_VERSION;"])} reads ${files.join(", ")}`);
  }
}

/** Each case becomes the tag that it has to, and nothing beside it. @param {import('./look.mjs').Driver} driver @param {WordPress} site @param {number} post */
async function markup(driver, site, post) {
  const all = cases(site.served, `${site.address}/?p=${post}`);
  const html = site.render(post, all);
  const seen = await parsed(driver, html);
  for (const [index, { text, by = "reader", tag, link, words }] of all.entries()) {
    const { tags, links, others, text: said } = seen[index];
    const what = `${text.slice(0, 200)} for a ${by}, which became ${html[index].slice(0, 600)}`;
    same(others, [], `what else is in ${what}`);
    same(tags.map(sorted), tag ? [sorted(tag)] : [], `the tags of ${what}`);
    same(links.length, tags.length, `the links of ${what}`);
    if (tag) same([links[0].href, links[0].words], [link, words], `the link of ${what}`);
    else ok(words ? said.startsWith(words) && said.length < 600 : said === "", `the sentence of ${what}`);
  }
  console.log(`ok   ${all.length} contents become what they should`);
  console.log(
    html
      .slice(0, 5)
      .map((piece) => `     ${piece.trim()}`)
      .join("\n"),
  );
}

/** Attributes in one order. @param {Record<string, string>} attributes */
function sorted(attributes) {
  return Object.entries(attributes).sort();
}

/** A page has the script once, and only if it has a quiz; a quiz runs to its result. @param {import('./look.mjs').Driver} driver @param {WordPress} site @param {Record<keyof typeof POSTS, number>} posts */
async function pages(driver, site, posts) {
  for (const theme of /** @type {const} */ (["classic", "blocks"])) {
    site.wear(theme);
    const at = (/** @type {number} */ post) => `${site.address}/?p=${post}`;
    const texts = await Promise.all(Object.values(posts).map(async (post) => (await fetch(at(post))).text()));
    const scripts = texts.map((text) => text.match(/<script[^>]*\/metier\/metier\.js[^>]*>/g) ?? []);
    same(
      scripts.map(({ length }) => length),
      [1, 1, 0],
      `scripts on the pages of ${theme}`,
    );
    ok(!/wp-content\/plugins\/metier/.test(texts[2]), `${theme}: nothing of the plugin on a page without a quiz`);
    console.log(`     ${theme}: ${scripts[0][0]}`);
    for (const name of /** @type {const} */ (["shortcode", "block"])) {
      const { screens, hosts, modules, accent } = await take(driver, at(posts[name]));
      same([hosts, modules], [[new URL(site.address).host], 1], `hosts and scripts of the ${name} in ${theme}`);
      same(accent, name === "shortcode" ? "#7a1f5c" : "", `the accent of the ${name} in ${theme}`);
      console.log(`ok   ${theme}: the ${name} comes to its result, ${screens} screens`);
    }
  }
  const feed = await (await fetch(`${site.address}/?feed=rss2`)).text();
  ok(feed.includes(`<a href="${site.served}/pace.html" lang="en">Keeping the pace</a>`), "the link in the feed");
  const page = await fetch(`${site.served}/pace.html`);
  ok(page.ok && (await page.text()).includes("<metier-quiz"), "the page that the link leads to");
  console.log("ok   the feed has the link, and it leads to the quiz");
}

/** @param {import('./look.mjs').Driver} driver @param {WordPress} site */
async function editor(driver, site) {
  const { asked, preview, address, content, valid } = await write(driver, site.address);
  ok(Array.isArray(asked) && asked.some((one) => one.includes("Keeping the pace")), `the choices are ${asked}`);
  same([preview, content, valid], ["Keeping the pace", '<!-- wp:metier/quiz {"quiz":"pace"} /-->', true], "the block");
  const elsewhere = "https://other.example/quiz.json";
  same(await type(driver, elsewhere), { quiz: elsewhere, shows: "Take the quiz on this site" }, "an address typed");
  await take(driver, address);
  console.log("ok   written in the editor, published, and taken to its result");
}

/** @param {string} folder */
async function check(folder) {
  const scratch = mkdtempSync(join(tmpdir(), "metier-wordpress-"));
  const site = new WordPress(folder, scratch);
  /** @type {import('./look.mjs').Driver | undefined} */
  let driver;
  try {
    const { wordpress, php, unfiltered, posts, stored } = await site.start(POSTS);
    console.log(`     WordPress ${wordpress}, PHP ${php}`);
    same(unfiltered, false, "the author may write HTML");
    same(stored, POSTS, "what WordPress kept of the author's posts");
    driver = await browser();
    await markup(driver, site, posts.plain);
    await pages(driver, site, posts);
    await editor(driver, site);
    same(site.notices(), [], "what PHP had to say");
    console.log("ok   no notice of PHP, with all of them on");
  } finally {
    await driver?.quit();
    await site.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

try {
  need();
  const unpacked = mkdtempSync(join(tmpdir(), "metier-plugin-"));
  try {
    run("unzip", ["-q", plugin(), "-d", unpacked]);
    lint(join(unpacked, "metier-quiz"));
    console.log(`ok   ${template(join(unpacked, "metier-quiz"))} sentences stand in the template for translators`);
  } finally {
    rmSync(unpacked, { recursive: true });
  }
  const folders = process.argv.slice(2);
  for (const folder of folders.length ? folders : [debian()]) await check(folder);
} catch (error) {
  console.log(`FAIL ${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
}
