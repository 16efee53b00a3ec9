// The shortcode for Hugo, in a site built as Hugo builds one by default: node tests/hosts/hugo/run.mjs. Needs `cargo www
// build`.
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expected, inSite, need, said, same, tagsOf } from "../takes.mjs";
import { browser } from "../wordpress/look.mjs";

const CONFIG = 'baseURL = "https://site.example/blog/"\ndisableKinds = ["taxonomy", "term", "sitemap", "RSS"]\n';
const LAYOUT = "<!doctype html><title>x</title><main>{{ .Content }}</main>\n";
const POST = `---
title: A post
---
Before.

{{< metier quiz="pace" >}}

{{< metier quiz="setbacks-b" title="\\"><script>alert(1)</script>" heading="3" theme="dark" lang="de" resume="true" >}}

{{< metier quiz="https://other.example/a.json?x=1&y=2" heading="\\"><script>alert(1)</script>" >}}
`;

/** @param {(path: string, text: string) => void} put @param {string} site @param {string} archive */
function lay(put, site, archive) {
  cpSync(join(archive, "hosts/hugo/layouts"), join(site, "layouts"), { recursive: true });
  put("config.toml", CONFIG);
  put("layouts/_default/single.html", LAYOUT);
  put("layouts/index.html", LAYOUT);
}

/** @param {string} site */
const build = (site) => said("hugo", ["--source", site]);

try {
  need("hugo");
  await inSite("static", async (site, archive, put) => {
    lay(put, site, archive);
    put("content/post.md", POST);
    same(build(site).code, 0, build(site).text);
    const driver = await browser();
    try {
      const { tags, scripts } = await tagsOf(driver, readFileSync(join(site, "public/post/index.html"), "utf8"));
      same(tags, expected("Keeping the pace", "/blog/post/"), "the tags");
      same([...new Set(scripts)], ['<script type="module" src="/blog/metier/metier.js"></script>'], "the scripts");
    } finally {
      await driver.quit();
    }
    for (const quiz of ["speed", "javascript:alert(1)", "../../config", '\\"><script>']) {
      put("content/post.md", `---\ntitle: A post\n---\n{{< metier quiz="${quiz}" >}}\n`);
      const { code, text } = build(site);
      same([code !== 0, text.includes("there is no quiz"), text.includes("post.md:4")], [true, true, true], text);
    }
  });
  console.log(`ok   ${said("hugo", ["version"]).text.trim()}`);
} catch (error) {
  console.log(`FAIL Hugo: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
}
