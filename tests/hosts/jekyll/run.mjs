// The include for Jekyll, in a site built as Jekyll builds one by default: node tests/hosts/jekyll/run.mjs. Needs `cargo
// www build`.
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expected, inSite, need, said, same, tagsOf } from "../takes.mjs";
import { browser } from "../wordpress/look.mjs";

const POST = `---
title: A post
---
Before.

{% include metier.html quiz="pace" title="Keeping the pace: a quiz" %}

{% include metier.html quiz="setbacks-b" title='"><script>alert(1)</script>' heading="3" theme="dark" lang="de" resume=true %}

{% include metier.html quiz="https://other.example/a.json?x=1&y=2" heading='"><script>alert(1)</script>' %}

{% include metier.html quiz="javascript:alert(1)" %}

After.
`;

try {
  need("jekyll");
  await inSite(".", async (site, archive, put) => {
    cpSync(join(archive, "hosts/jekyll/_includes"), join(site, "_includes"), { recursive: true });
    put("_config.yml", "baseurl: /blog\n");
    put("post.md", POST);
    const { code, text } = said("jekyll", ["build", "--source", site, "--destination", join(site, "_site")]);
    same(code, 0, text);
    const driver = await browser();
    try {
      const { tags, scripts } = await tagsOf(driver, readFileSync(join(site, "_site/post.html"), "utf8"));
      const strange = "javascript:alert(1)";
      const own = [{ src: `/blog/metier/quizzes/${strange}.json` }, `/blog/metier/${strange}.html`, "Take the quiz"];
      same(tags, [...expected("Keeping the pace: a quiz", "/blog/post.html"), own], "the tags");
      same([...new Set(scripts)], ['<script type="module" src="/blog/metier/metier.js"></script>'], "the scripts");
    } finally {
      await driver.quit();
    }
  });
  console.log(`ok   ${said("jekyll", ["--version"]).text.trim()}`);
} catch (error) {
  console.log(`FAIL Jekyll: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
}
