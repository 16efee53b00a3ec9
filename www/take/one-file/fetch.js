// In metier-all.js, what stands in for shared/fetch.js: nothing of it is loaded, since all of it is there. Only what the
// attributes `src` and `roles` name is still brought.
export { bring, mostBytes } from "../../shared/fetch.js";

/** The module of everything, deflated, in base64: `cargo www build` puts it here. */
const inside = "metier:whole:inside";

/** Whichever module is wanted: there is one, and it reads every quiz. */
export async function bringModule() {
  if (!("DecompressionStream" in globalThis))
    throw Object.assign(new Error("This browser has no DecompressionStream."), { lacking: true });
  const bytes = Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

/**
 * What is a file of its own elsewhere is part of this one: the joiner puts what it exports in the place of its address.
 * @template T
 * @param {T} file
 */
export async function imported(file) {
  return file;
}
