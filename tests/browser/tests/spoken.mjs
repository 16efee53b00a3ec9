// What a screen reader says to a question of each kind, to the review and to the results: phrase by phrase as in
// tests/browser/spoken. A change shows what is said differently; SPOKEN=renew writes it down as right.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { aloud } from "../aloud.mjs";
import { names } from "../names.mjs";
import { follow, KINDS, WALKS } from "../screens.mjs";
import { ENGINE, ok, same, test } from "../suite.mjs";
import { say } from "../words.mjs";

const FOLDER = new URL("../spoken/", import.meta.url);
const RENEW = process.env.SPOKEN === "renew";
const LONGEST_NAME = 200;
const READ = new Set([
  ...KINDS.map((kind) => `question: ${kind}`),
  ...["missing answer", "review with skipped ones", "result of one skill", "result of roles"],
]);

/** @param {string} screen */
const fileOf = (screen) => `${screen.replaceAll(/[^a-z-]+/g, "-")}.txt`;

/** The lines that differ, as `diff` has them. @param {string[]} was @param {string[]} is */
function difference(was, is) {
  const [before, after] = [new Set(was), new Set(is)];
  return [
    ...was.filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...is.filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}

/** Days pass. @param {string} phrase */
const undated = (phrase) => {
  const today = (/** @type {"long" | "medium"} */ dateStyle) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle }).format(new Date());
  return phrase.replaceAll(today("long"), "TODAY").replaceAll(today("medium"), "TODAY").replaceAll(/\s+/g, " ");
};

/** @param {string} screen @param {string[]} phrases */
function compare(screen, phrases) {
  const file = new URL(fileOf(screen), FOLDER);
  const is = phrases.map(undated);
  if (RENEW) {
    mkdirSync(FOLDER, { recursive: true });
    return writeFileSync(file, `${is.join("\n")}\n`);
  }
  const was = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  ok(
    is.join("\n") === was.join("\n"),
    `${screen} is read otherwise than in spoken/${fileOf(screen)}; if that is meant: SPOKEN=renew\n${difference(was, is).join("\n") || "in another order"}`,
  );
}

if (ENGINE === "chromium") {
  for (const walk of WALKS.filter(({ screens }) => screens.some((screen) => READ.has(screen)))) {
    test(`what is spoken on the screens of ${walk.name}`, (rig) =>
      follow(rig, walk, "ltr", async (screen) => {
        if (READ.has(screen)) compare(screen, await aloud(rig, "metier-quiz"));
      }));
  }

  test("spoken phrases are those of screens that there are", async () => {
    const wanted = [...READ].map(fileOf).sort();
    same(existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [], wanted, "the files of tests/browser/spoken");
  });

  test("names on a question are short, and best and worst are two choices", (rig) =>
    follow(
      rig,
      /** @type {import('../screens.mjs').Walk} */ (WALKS.find(({ name }) => name === "a question of each kind")),
      "ltr",
      async (screen) => {
        if (!screen.startsWith("question: ")) return;
        const all = await names(rig);
        for (const { role, name } of all)
          ok(name.length <= LONGEST_NAME, `${screen}: the name of a ${role} has ${name.length} characters: ${name}`);
        if (screen !== "question: best-worst") return;
        for (const side of /** @type {const} */ (["best-best", "worst-best"])) {
          const groups = all.filter(({ role, name }) => /group/.test(role) && name.includes(say(side)));
          same(
            groups.map(({ radios }) => radios),
            [3],
            `groups of radios that are called ${say(side)}`,
          );
        }
      },
    ));
}
