// The include for Jekyll, in a site built as Jekyll builds one by default: node tests/hosts/jekyll/run.mjs. Needs `cargo
// www build`.
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inSite, need, said, same, tagsOf } from "../takes.mjs";
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
      same(
        tags,
        [
          [{ src: "/blog/metier/quizzes/pace.json" }, "/blog/metier/pace.html", "Keeping the pace: a quiz"],
          [
            {
              heading: "3",
              lang: "de",
              resume: "",
              src: "/blog/metier/quizzes/setbacks-b.json",
              theme: "dark",
            },
            "/blog/metier/setbacks-b.html",
            '"><script>alert(1)</script>',
          ],
          [
            {
              heading: '"><script>alert(1)</script>',
              src: "https://other.example/a.json?x=1&y=2",
            },
            "/blog/post.html",
            "Take the quiz",
          ],
          [
            { src: "/blog/metier/quizzes/javascript:alert(1).json" },
            "/blog/metier/javascript:alert(1).html",
            "Take the quiz",
          ],
        ],
        "the tags",
      );
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
