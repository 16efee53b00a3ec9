// Links to a host that browsers see in other letters than the reader lead nowhere: of every character that a browser's own
// reader of addresses (Node has one) turns into plain letters or drops, the module draws the words alone, so that no
// spelling of `localhost` or of a number gets by. `node tests/module/links.mjs`, with the modules of `www/pkg`.
import { join } from "node:path";
import { begunIn, quizOf } from "./readers.mjs";
import { ok, same } from "./scripts.mjs";

const root = new URL("../..", import.meta.url).pathname;
const [whole] = await begunIn(join(root, "www/pkg"));
/** Links in a text, so that it stays below 20 KB. */
const FEW = 300;

/** What an address becomes; empty where it is none. @param {string} address */
const hostOf = (address) => (URL.canParse(address) ? new URL(address).hostname : "");
/** Those that control the direction of a text, or a terminal, are in no address at all. */
const isControl = (/** @type {number} */ code) =>
  code < 0xa0 || (0x202a <= code && code <= 0x202e) || (0x2066 <= code && code <= 0x2069);

const turned = [];
for (let code = 0x80; code <= 0x10ffff; code += 1) {
  if ((0xd800 <= code && code <= 0xdfff) || isControl(code)) continue;
  const address = `https://a${String.fromCodePoint(code)}b.example/`;
  if (/^[ -~]+$/.test(hostOf(address)) && !hostOf(address).includes("xn--")) turned.push(address);
}
ok(turned.length > 1_000, `${turned.length} characters are turned`);

/** The links that are drawn of a text. @param {string} text */
function linksOf(text) {
  const scale = { type: "likert", points: 5, anchors: ["no", "yes"], keys: [{ skill: "s" }] };
  const document = quizOf([{ id: "i", prompt: text, ...scale }], "would");
  const session = whole.Session.open(JSON.stringify(document), "en", 1);
  const found = JSON.stringify(session.quiz().items[0].prompt).match(/"link":"[^"]*"/g) ?? [];
  session.free();
  return found;
}

same(linksOf("[w](https://bücher.example/)").length, 1, "a host in letters of its own");
for (let at = 0; at < turned.length; at += FEW) {
  const text = turned.slice(at, at + FEW).map((address) => `[w](${address})`);
  // A few characters that nobody sees are taken out of every text: what is left is plain, and leads where it says.
  const drawn = linksOf(text.join(" ")).filter((link) => /[^ -~]/.test(link));
  same(drawn, [], "links of characters that are turned");
}
console.log(`${turned.length} characters`);
