// Lines that load ahead what a quiz wants, and have the browser check what it gets. Each asks as the element will, or the
// browser fetches the file a second time: with the page's own cookies for its own host alone (`crossorigin`), and without
// the address of the page.
import { sourceOf } from "./choice.js";
import { attributeOf } from "./escape.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {import("../types.d.ts").Wanted} Wanted */
/** What files are called and have for digests, by their names without a digest. @typedef {Record<string, [name: string, digest: string]>} Files */

/** How each of these lines asks. */
const asking = 'crossorigin referrerpolicy="no-referrer"';

/** What a quiz loads before its first question, beside its document. @param {Wanted} wanted @param {boolean} resume */
export function namesOf({ module, roles }, resume) {
  return [
    "player.js",
    ...(resume ? ["draft.js"] : []),
    ...(module === "whole" ? ["whole-module.js"] : []),
    ...(roles ? ["role-matcher.js"] : []),
    `${module}_bg.wasm`,
    // The whole module has the matcher in it.
    ...(roles && module === "player" ? ["matcher_bg.wasm"] : []),
  ];
}

/**
 * The lines for the head of the page, and the script that is checked.
 * @param {Choice} choice
 * @param {Files} files
 * @param {Wanted} wanted
 */
export function preloadLines(choice, files, wanted) {
  const lines = namesOf(wanted, choice.resume).flatMap((name) => {
    if (!(name in files)) return [];
    const [called, digest] = files[name];
    const href = attributeOf(choice.base + called);
    return name.endsWith(".js")
      ? [`<link rel="modulepreload" href="${href}" integrity="${digest}" ${asking}>`]
      : [`<link rel="preload" as="fetch" href="${href}" ${asking}>`];
  });
  const [facade, digest] = files["metier.js"];
  return [
    ...lines,
    `<link rel="preload" as="fetch" href="${attributeOf(sourceOf(choice))}" ${asking}>`,
    `<script type="module" src="${attributeOf(choice.base + facade)}" integrity="${digest}" crossorigin></script>`,
  ].join("\n");
}
