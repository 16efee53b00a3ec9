// In metier-all.js, what stands in for element/failure.js: a browser may also be unable to unpack the module.
import { failureOf as usual } from "../../element/failure.js";

/** @param {unknown} error @returns {ReturnType<typeof usual>} */
export function failureOf(error) {
  const { lacking } = /** @type {{ lacking?: boolean }} */ (error ?? {});
  return lacking ? { ...usual(error), words: "browser", code: "browser" } : usual(error);
}
