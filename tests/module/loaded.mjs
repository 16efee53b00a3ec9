// What is loaded once is asked for once, whoever asks, and again after a failure. `node tests/module/loaded.mjs`.
import { imported, same } from "./scripts.mjs";

/** @type {[typeof import('../../www/shared/once.js')]} */
const [{ makeOnce }] = /** @type {any} */ (await imported(["shared/once.js"]));

let calls = 0;
let fails = true;
const load = makeOnce(async () => {
  calls += 1;
  if (fails) throw new Error("nothing came");
  return calls;
});
/** @param {Promise<number>} coming */
const told = (coming) =>
  coming.then(
    (value) => value,
    (/** @type {Error} */ { message }) => message,
  );

same(calls, 0, "calls before anybody asks");
same(
  await Promise.all([told(load()), told(load())]),
  ["nothing came", "nothing came"],
  "what two are told of one failure",
);
same(calls, 1, "calls for two who ask at once");
fails = false;
same(await Promise.all([told(load()), told(load())]), [2, 2], "what comes after a failure");
same([await told(load()), calls], [2, 2], "what stays, and how often it was asked for");
console.log("What is loaded once is asked for once, and again after a failure.");
