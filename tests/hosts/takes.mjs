// What the ready tags for makers of sites become: a folder for a site, with the archive's own in it, and what a browser's
// parser finds in a page that was built.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const DIST = new URL("../../www/dist", import.meta.url).pathname;

/** Fails with what to install if a program is missing. @param {string} program */
export function need(program) {
  const folders = String(process.env.PATH).split(":");
  if (!folders.some((folder) => existsSync(join(folder, program))))
    throw new Error(`missing; please run: apt-get install --no-install-recommends ${program}`);
}

/** Runs a program; what it printed, on either side, is given back. @param {string} program @param {string[]} words */
export function said(program, words) {
  try {
    return { code: 0, text: execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }) };
  } catch (error) {
    const { status, stdout, stderr } = /** @type {any} */ (error);
    return { code: Number(status), text: `${stdout}${stderr}` };
  }
}

/**
 * Works in a folder of its own, with the archive unpacked in it.
 * @template T @param {string} where the folder for what the site serves, from its top
 * @param {(site: string, archive: string, put: (path: string, text: string) => void) => T} work
 */
export async function inSite(where, work) {
  const site = mkdtempSync(join(tmpdir(), "metier-site-"));
  try {
    const name = existsSync(DIST) && readdirSync(DIST).find((file) => /^metier-[\d.]+\.zip$/.test(file));
    if (!name) throw new Error("the release has no archive; make it: cargo www build");
    mkdirSync(join(site, where), { recursive: true });
    execFileSync("unzip", ["-q", join(DIST, name), "-d", join(site, where)]);
    return await work(site, join(site, where, "metier"), (path, text) => {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    });
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

/** @param {unknown} one @param {unknown} other @param {string} what */
export function same(one, other, what) {
  const [left, right] = [one, other].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}

/**
 * Each tag of a built page: its attributes in one order, where its link leads, and what that says.
 * @param {import('selenium-webdriver').WebDriver} driver @param {string} html
 * @returns {Promise<{ tags: [Record<string, string>, string, string][], scripts: string[] }>}
 */
export function tagsOf(driver, html) {
  return driver.executeScript(function (/** @type {string} */ text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    return {
      tags: [...page.querySelectorAll("metier-quiz")].map((tag) => [
        Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value]).sort()),
        [...tag.querySelectorAll("a")].map((link) => link.getAttribute("href")).join(" "),
        tag.textContent,
      ]),
      scripts: [...page.querySelectorAll("script")].map((script) => script.outerHTML),
    };
  }, html);
}

/**
 * What three calls of a ready tag become: a quiz of the folder, another with all that can be said of it and a title that
 * is markup, and one from elsewhere with a heading that is.
 * @param {string} title of the first
 * @param {string} here address of the page
 */
export const expected = (title, here) => [
  [{ src: "/blog/metier/quizzes/pace.json" }, "/blog/metier/pace.html", title],
  [
    { heading: "3", lang: "de", resume: "", src: "/blog/metier/quizzes/setbacks-b.json", theme: "dark" },
    "/blog/metier/setbacks-b.html",
    MARKUP,
  ],
  [{ heading: MARKUP, src: "https://other.example/a.json?x=1&y=2" }, here, "Take the quiz"],
];
const MARKUP = '"><script>alert(1)</script>';
