// The page that reads an advert: opened, given a text, asked for what it shows.
import { until } from "./rig.mjs";
import { advertSay } from "./words.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */

/** Cues of several kinds, one of them said not to be wanted, others in a part that is not about the work. */
export const ADVERT = `Product Manager, Deliveries

What you will do
- Talk to customers, find the problems worth solving, and own the product vision and the roadmap.
- Groom the backlog, write user stories with acceptance criteria, and join the daily stand-up.
- Work with product marketing on positioning and the launch.

What you bring
You must have 5+ years of experience in product management. SQL is essential. No experience with project plans needed.

Benefits
A budget for training, and a roadmap for your career.

We are an equal opportunity employer.`;

/** Where the reading stands. */
export const READING = "section[aria-labelledby=reading-title]";

/**
 * Waits until the page has all that it asks for by itself, from the network or from what its worker keeps.
 * @param {Rig} rig
 */
export async function loaded(rig) {
  const names = ["advert_bg.wasm", "whole-module.js", "whole_bg.wasm"];
  const all = () =>
    rig.run((wanted) => {
      const there = performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname.replace(/-[0-9a-f]{12}(?=\.\w+$)/, ""));
      return wanted.every((name) => there.some((path) => path.endsWith(`/${name}`)));
    }, names);
  await until(all, `${names} are loaded before anything is pasted`);
  await rig.proxy.idle();
}

/**
 * Opens the page and waits until all of it is there.
 * @param {Rig} rig
 * @param {boolean} [quiet] until its worker is at work, too
 * @param {string} [origin]
 */
export async function open(rig, quiet = false, origin = rig.fresh()) {
  if (quiet) rig.withWorker();
  await rig.open(`${origin}/advert.html`);
  if (quiet) await rig.workerReady();
  await loaded(rig);
  return origin;
}

/** Puts a text into the box and presses the button. @param {Rig} rig @param {string} text */
export function press(rig, text) {
  return rig.run((words) => {
    const box = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
    box.value = words;
    /** @type {HTMLButtonElement} */ (document.querySelector("form button[type=submit]")).click();
  }, text);
}

/** The same, and waits for what follows: the heading of the reading. @param {Rig} rig @param {string} text */
export async function read(rig, text) {
  await rig.run((reading) => document.querySelector(reading)?.replaceChildren(), READING);
  await press(rig, text);
  return heading(rig);
}

/** The heading of the reading, once it has the focus. @param {Rig} rig */
export function heading(rig) {
  return until(
    () =>
      rig.run(() => {
        const title = document.querySelector("#reading-title");
        return title && document.activeElement === title && title.textContent;
      }),
    "the reading is shown and its heading has the focus",
  );
}

/** What the page says is wrong with the text, once it is this. @param {Rig} rig @param {string} wanted */
export function complains(rig, wanted) {
  return until(
    () => rig.run((words) => document.querySelector("form [role=alert]")?.textContent?.includes(words), wanted),
    `the page complains: ${wanted}`,
  );
}

/** What it says of the text in the box, once it is this. @param {Rig} rig @param {string} wanted */
export function says(rig, wanted) {
  return until(
    () => rig.run((words) => document.querySelector("form [role=status]")?.textContent === words, wanted),
    `the page says: ${wanted}`,
  );
}

/** Asks for the comparison with what is kept on this device. @param {Rig} rig */
export async function compare(rig) {
  const pressed = () =>
    rig.run(
      (reading, words) => {
        const button = /** @type {HTMLElement | undefined} */ (
          [...document.querySelectorAll(`${reading} button`)].find((one) => one.textContent === words)
        );
        button?.click();
        return Boolean(button);
      },
      READING,
      advertSay("meets-button"),
    );
  await until(pressed, "the comparison is offered");
}

/** Opens all that is folded, and waits until it is drawn. @param {Rig} rig */
export async function unfold(rig) {
  const folded = () =>
    rig.run(() => {
      const all = [...document.querySelectorAll("details")].filter((one) => !one.open || one.childElementCount < 2);
      for (const one of all) one.open = true;
      return all.length;
    });
  await until(async () => (await folded()) === 0, "everything is open");
}

/** The words of a text with marks. @param {import('../../www/types.d.ts').Tree} tree */
export function plain(tree) {
  return tree.blocks.flatMap((block) => block.runs.map((run) => run.text)).join("");
}
