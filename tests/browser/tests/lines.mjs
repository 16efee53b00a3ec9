// The lines that the page on embedding gives to copy, whatever somebody calls a quiz and wherever it is: each is put
// through the parser of the browser, and the tag, its attributes and its link are what was chosen, and nothing else.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../site.mjs";
import { ok, same, test } from "../suite.mjs";

/** @typedef {{ where: string, lines: string[], own?: string[], holes?: Record<string, string>, jsx?: boolean }} Piece */
/** @typedef {{ id: string, piece: Piece, title: string, name: string, src: string, base: string, text: string }} Case */
/** @typedef {{ tags: { name: string, attributes: [string, string][] }[], link: string | null, href: string | null, text: string }} Parsed */

const TITLES = [
  "Keeping the pace",
  `"Quoted" & 'single' <b>bold</b>`,
  "</a></metier-quiz></template><script>alert(1)</script>",
  "{{ site.title }} {% raw %} ${1+1} {expression} }}",
  "*stars* _lines_ `code` [link](https://a.example) ![no](b) ~~gone~~ | a | # 1",
  "www.example.com or https://example.com, me@example.com",
  'back\\slash \\" and\nnew line\tand   spaces ',
  "Ein Maß für Tempo – “quoted” 速さ سرعة 🙂",
  "&lt;b&gt; &quot; &#34; already",
  '>}} %} /> --> ]]> " onload="x',
];
const PLACES = [
  { base: "https://quiz.example/", src: "https://quiz.example/quizzes/mine.json" },
  { base: `https://a.example/a"b'c<d>{e}/[f]/`, src: `https://b.example/q.json?a=1&b="2"&c={{x}}&d='e'|f` },
  { base: "https://a.example/a b/%22/", src: "https://xn--bcher-kva.example/b`c`/^q.json?lang=de#top" },
];

/** Runs in the page: the lines of each case. @param {any[]} cases */
async function fill(cases) {
  const [{ filled }, { addressOf, folderOf, standardChoice }] = await Promise.all(
    ["fill", "choice"].map((name) => import(`/__metier-www/embed/${name}.js`)),
  );
  const around = {
    version: "1.2.3",
    files: null,
    wanted: { module: "player", roles: false },
    companions: {},
    unnamed: "",
  };
  return cases.map(({ piece, title, name, src, base }) => {
    const template = { ...piece, lines: piece.lines.join("\n"), own: piece.own?.join("\n") };
    const choice = { ...standardChoice(folderOf(base), name, title), heading: "4", theme: "dark", resume: true };
    return filled(template, { ...choice, src: addressOf(src), page: addressOf(src) }, around);
  });
}

/** Runs in the page that has them: what each is for the browser. @returns {Parsed[]} */
function parsed() {
  return [...document.querySelectorAll("template")].map(({ content }) => {
    const link = content.querySelector("a");
    return {
      tags: [...content.querySelectorAll("*")].map((one) => ({
        name: one.localName,
        attributes: [...one.attributes].map(({ name, value }) => /** @type {[string, string]} */ ([name, value])),
      })),
      link: link?.textContent ?? null,
      href: link?.getAttribute("href") ?? null,
      text: content.textContent ?? "",
    };
  });
}

/** What a host makes of its template. @param {string} lines @param {string} name @param {string} title as the call has it */
const rendered = (lines, name, title) =>
  lines
    .replaceAll(/\{\{ (?:\.Get `quiz`|include\.quiz) \}\}/g, name)
    .replaceAll(/\{\{ (?:\.Get `title` \| safeHTML|include\.title) \}\}/g, () => title);

/** An address without the signs that stand for letters. @param {string | null | undefined} address */
const read = (address) => decodeURIComponent(new URL(address ?? "").href);

test("whatever a quiz is called and wherever it is, the lines are one tag and one link", async (rig) => {
  const { hosts } = JSON.parse(await readFile(join(ROOT, "www/pages/hosts.json"), "utf8"));
  /** @type {Case[]} */
  const cases = hosts.flatMap((/** @type {{ id: string, pieces: Piece[] }} */ { id, pieces }) =>
    pieces.flatMap((piece) =>
      TITLES.flatMap((title) =>
        PLACES.flatMap((place) => ["pace", ""].map((name) => ({ id, piece, title, name, ...place, text: "" }))),
      ),
    ),
  );
  await rig.show("<p>One</p>");
  const lines = await rig.later(fill, cases);
  ok(cases.length > 1000, `${cases.length} cases`);

  // What the post says to the include or the shortcode of its host, by host, title, place and quiz.
  const key = (/** @type {Case} */ { id, title, base, name }) => JSON.stringify([id, title, base, name]);
  const calls = new Map(
    cases.flatMap((one, at) => {
      const said = /^\{[{%].*?"(?:pace" title=")?([^"]*)" [%>]\}/.exec(lines[at]);
      return said ? [/** @type {[string, string]} */ ([key(one), said[1]])] : [];
    }),
  );
  const markup = cases.flatMap((one, at) => {
    const is =
      one.piece.lines.some((line) => /\[\[(tag|frame|script)\]\]/.test(line)) && !/^(?:import|<svelte)/.test(lines[at]);
    return is ? [{ ...one, text: rendered(lines[at], one.name, calls.get(key(one)) ?? "") }] : [];
  });
  rig.proxy.replaced.set("/a-parse.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><head><title>Lines</title><link rel="icon" href="data:,"></head><body>${markup.map(({ text }) => `<template>${text}</template>`).join("")}</body></html>`,
  });
  await rig.open(`${rig.fresh()}/a-parse.html`);
  const found = await rig.run(parsed);
  same(found.length, markup.length, "nothing ends what it stands in");
  markup.forEach((one, at) => checked(one, found[at]));

  for (const [at, { piece, base }] of cases.entries())
    if (piece.lines.some((line) => /path:|src: "/.test(line)))
      ok(!/["'`{}\\\s]/.test(lines[at].split("https://")[1].split(/"|\n/)[0]), `a letter of ${base} in ${lines[at]}`);
});

/** @param {Case} one @param {Parsed} found */
function checked(one, { tags, link, href, text }) {
  const what = `${one.id}, ${one.piece.where}:\n${one.text}`;
  const of = (/** @type {string} */ name) => tags.filter((tag) => tag.name === name);
  const names = [...new Set(tags.map(({ name }) => name))].filter((name) => !["div", "p", "script"].includes(name));
  const said = one.title.replace(/\s+/g, " ").trim();
  const base = read(one.base);
  const page = one.name ? `${base}pace.html` : read(one.src);
  const hasTag = one.piece.lines.some((line) => line.includes("[[tag]]"));
  const hasFrame = one.piece.lines.some((line) => line.includes("[[frame]]"));
  for (const { attributes } of of("script")) {
    const all = Object.fromEntries(attributes);
    same([all.type, read(all.src)], ["module", `${base}metier.js`], what);
  }
  if (!hasTag && !hasFrame) return same(names, [], what);
  same([link, read(href)], [said, page], what);
  same(text.replace(/\s+/g, " ").trim(), said, `words beside the link, ${what}`);
  if (hasTag) {
    same(names.sort(), ["a", "metier-quiz"], what);
    const { src, ...others } = Object.fromEntries(of("metier-quiz")[0].attributes);
    same(read(src), one.name ? `${base}quizzes/pace.json` : read(one.src), what);
    same(others, { heading: "4", theme: "dark", resume: one.piece.jsx ? "{true}" : "" }, what);
    return same(of("metier-quiz").length, 1, what);
  }
  if (!one.name) return same(names, ["a"], what);
  const { src, title } = Object.fromEntries(of("iframe")[0].attributes);
  same([read(src), title], [`${base}frame.html?quiz=pace&theme=dark&heading=4&resume=1`, said], what);
  same(names.sort(), ["a", "iframe"], what);
}
