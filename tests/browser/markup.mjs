// html-validate over pages as they are sent and over shadow trees as they stand.
import { HtmlValidate } from "html-validate";

/** @typedef {import('./rig.mjs').Rig} Rig */

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // Our own files, which come from where the page does.
    "require-sri": ["error", { target: "crossorigin" }],
    // Boxes to tick of one question.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // How a browser writes an attribute is no choice of ours.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
  },
});

/** @param {string} html @param {string} where @returns {Promise<import('./reasons.mjs').Finding[]>} */
export async function findings(html, where) {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line, selector }) => ({
      rule: ruleId,
      where: `${where}, line ${line}: ${message} (${selector})`,
    }));
}

/** Every shadow tree of the page, as a page of its own. @param {Rig} rig */
export async function trees(rig) {
  const inner = await rig.run(() =>
    [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot?.innerHTML ?? []),
  );
  return inner.map(
    (html) =>
      `<!doctype html>\n<html lang="en"><head><title>Shadow tree</title></head><body><main>${/<h1\b/.test(html) ? "" : "<h1>Page</h1>"}\n${html}\n</main></body></html>\n`,
  );
}
