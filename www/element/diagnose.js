// What somebody who wonders why a quiz does not show would look at first.
import { build } from "../pkg/build.js";

/** The smallest module there is: whether a page may run one at all. */
const smallest = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** @returns {Promise<string>} */
async function webAssembly() {
  if (!("WebAssembly" in globalThis)) return "this browser has none";
  return WebAssembly.compile(smallest).then(
    () => "runs",
    (error) => `is not allowed here: ${error.message}`,
  );
}

/**
 * @template T
 * @param {string} facade address of the script that pages name
 * @param {T[]} quizzes what each tag of the page says of itself
 */
export async function diagnose(facade, quizzes) {
  return {
    build,
    script: facade,
    page: location.href.split(/[?#]/, 1)[0],
    language: document.documentElement.lang,
    trusted: isSecureContext,
    webAssembly: await webAssembly(),
    quizzes,
  };
}
