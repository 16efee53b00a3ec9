// The modules, each for all quizzes of the page.
import { bringModule } from "../shared/fetch.js";

const addresses = {
  player: new URL("../pkg/player_bg.wasm", import.meta.url),
  matcher: new URL("../pkg/matcher_bg.wasm", import.meta.url),
  whole: new URL("../pkg/whole_bg.wasm", import.meta.url),
};
/** @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/**
 * Compiled once for all quizzes of the page. What failed, or did not do, is forgotten, so that another attempt asks
 * anew.
 * @param {keyof typeof addresses} name
 * @param {boolean} [again] past every cache
 */
export function sharedModule(name, again) {
  const known = compiled.get(name);
  if (known && !again) return known;
  const module = bringModule(addresses[name], again);
  compiled.set(name, module);
  const forget = () => {
    if (compiled.get(name) === module) compiled.delete(name);
  };
  // The page asks past the caches because what it got did not do; if this does not do either, the next asks anew.
  module.then(again ? forget : null, forget);
  return module;
}
