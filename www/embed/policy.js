// The policy that a page needs for the choice, and nothing else.
import { propertiesOf, sourceOf } from "./choice.js";

/** @typedef {import("./choice.js").Choice} Choice */

/** @param {string} address */
const originOf = (address) => (URL.canParse(address) ? new URL(address).origin : "");

/** For the tag. @param {Choice} choice @param {Record<string, string>} [companions] */
export function policyOf(choice, companions) {
  const origin = originOf(choice.base);
  const connect = [...new Set([origin, originOf(sourceOf(choice))])].filter(Boolean).join(" ");
  const styled = propertiesOf(choice, companions).length > 0 ? "; style-src-attr 'unsafe-inline'" : "";
  return `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${connect}${styled}`;
}

/** For a frame with its helper. @param {Choice} choice */
export function framePolicyOf({ base }) {
  const origin = originOf(base);
  return `frame-src ${origin}; script-src ${origin}`;
}
