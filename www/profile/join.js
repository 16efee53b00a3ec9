// Files that somebody chose or dropped: read, and joined with what is there. Where both have one sitting with different
// answers, the person is asked.
import { actionButton } from "../shared/dom.js";
import { mostBytes } from "../shared/fetch.js";
import { textWithin } from "../shared/letters.js";
import { documentOf, savedText } from "../site/store.js";
import { drawDamage } from "./bar.js";
import { say } from "./reading.js";

/** @typedef {import("../types.d.ts").Profile} Profile */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").ReadResult} ReadResult */
/** @typedef {import("./reading.js").Reader} Reader */
/** @typedef {import("./kept.js").Kept} Kept */
/** @typedef {import("./screen.js").Screen} Screen */

/** Warnings alone are about quizzes, and lose nothing. @param {Problem[]} problems */
export function isDamaged(problems) {
  return problems.some(({ severity }) => severity === "error");
}

/**
 * Whether two results may well be of one sitting, from two devices: most quizzes have the same seed for everybody.
 * @param {ReadResult} one
 * @param {ReadResult} other
 */
function isSameSitting(one, other) {
  return one.quiz === other.quiz && one.taken === other.taken && one.report?.seed === other.report?.seed;
}

/** @param {ReadResult} one @param {ReadResult} other */
function isEqual(one, other) {
  const answers = (/** @type {ReadResult} */ { answers }) => JSON.stringify([...answers].sort());
  return isSameSitting(one, other) && answers(one) === answers(other);
}

/** Those that are not also among others. @param {ReadResult[]} results @param {ReadResult[]} others */
function unmatched(results, others) {
  return results.filter((one) => !others.some((other) => isEqual(one, other)));
}

/**
 * A text less some of its results.
 * @param {Reader} reader
 * @param {string | undefined} text
 * @param {ReadResult[]} results
 */
function without(reader, text, results) {
  return results.reduceRight(
    (/** @type {string | undefined} */ rest, { index }) => reader.edit(rest, (saved) => saved.remove(index)),
    text,
  );
}

/** @param {File | null | undefined} file @param {Kept} kept @param {Screen} screen */
export async function bringFile(file, kept, screen) {
  if (!file) return;
  try {
    const { text: read, bytes } = await textWithin(file, mostBytes, "utf-8");
    if (bytes > mostBytes) {
      screen.say(say("my-too-large"));
      return;
    }
    const text = read ?? (await file.text());
    const { profile, problems } = await kept.read(text);
    // What is damaged has places of its own: what is joined is read again without it.
    const whole = profile?.mended ? (await kept.read(profile.mended)).profile : profile;
    const asked = whole?.results.length ? await join(profile?.mended ?? text, whole, kept, screen) : false;
    screen.bring(
      isDamaged(problems) && drawDamage(problems, profile?.results.length ?? 0, Boolean(profile?.mended), false, say),
    );
    if (!asked) screen.focus();
  } catch {
    screen.say(say("my-error"));
  }
}

/** What came from a file is to stay. @param {Kept} kept @param {Screen} screen */
export async function keepShown(kept, screen) {
  const {
    shown: { text },
    profile,
  } = kept;
  if (typeof savedText() === "string" && text !== null && profile) {
    // Another tab has saved something in the meantime: joined with that.
    await kept.start();
    await join(text, profile, kept, screen);
    return;
  }
  await kept.change(text, say("my-saved"), true);
  screen.focus();
}

/**
 * Joins a file's results with what is there.
 * @param {string} text
 * @param {Profile} brought what was read of it
 * @param {Kept} kept
 * @param {Screen} screen
 * @returns {Promise<boolean>} whether an answer is waited for
 */
async function join(text, brought, kept, screen) {
  const own = kept.profile;
  if (!own) {
    // Beside a text that cannot be read nothing is put: it would take its place.
    if (kept.shown.text === null) await kept.change(text, say("my-joined", { count: brought.results.length }));
    else screen.say(say("my-mend-first"));
    return false;
  }
  const [here, there] = [unmatched(own.results, brought.results), unmatched(brought.results, own.results)];
  const differing = here.filter((one) => there.some((other) => isSameSitting(one, other)));
  if (!differing.length) {
    await takeIn(text, [], [], kept, screen);
    return false;
  }
  const mine = there.filter((one) => differing.some((other) => isSameSitting(one, other)));
  const answer = (
    /** @type {"my-differs-file" | "my-differs-mine"} */ key,
    /** @type {() => Promise<void>} */ work,
  ) => {
    const button = actionButton(key, say(key));
    button.addEventListener("click", () => work().then(() => screen.focus()));
    return button;
  };
  screen.say(
    `${say("my-differs", { count: differing.length })} ${say("my-differs-ask")}`,
    answer("my-differs-file", () => takeIn(text, differing, [], kept, screen)),
    answer("my-differs-mine", () => takeIn(text, [], mine, kept, screen)),
  );
  screen.focusWay();
  return true;
}

/**
 * @param {string} text
 * @param {ReadResult[]} dropped of what is here
 * @param {ReadResult[]} left out of the text
 * @param {Kept} kept
 * @param {Screen} screen
 */
async function takeIn(text, dropped, left, kept, screen) {
  const count = (kept.profile?.view.results.length ?? 0) - dropped.length;
  const joined = await kept.edited((reader, own) => {
    const other = without(reader, text, left) ?? "";
    return reader.edit(without(reader, own, dropped), (saved) => saved.takeIn(other));
  });
  if (joined === undefined) return;
  const added = (documentOf(joined)?.results.length ?? count) - count;
  if (added) await kept.change(joined, say("my-joined", { count: added }));
  else screen.say(say("my-joined-none"));
}
