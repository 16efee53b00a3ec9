// node clean.mjs: post.html as two sanitisers of Node leave it, by their own rules.
import createPurifier from "dompurify";
import { JSDOM } from "jsdom";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import sanitize from "sanitize-html";

const post = readFileSync("post.html", "utf8");
const cleaned = { "sanitize-html": sanitize(post), dompurify: createPurifier(new JSDOM("").window).sanitize(post) };
for (const [name, html] of Object.entries(cleaned)) {
  mkdirSync(`out/${name}`, { recursive: true });
  writeFileSync(`out/${name}/left.html`, html);
}
