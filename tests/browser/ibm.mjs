// IBM's accessibility engine over the page shown, from a local file, shadow trees included.
import { readFileSync } from "node:fs";

const ENGINE = readFileSync(new URL("../node_modules/accessibility-checker-engine/ace.js", import.meta.url), "utf8");

/** @typedef {{ ruleId: string, value: [string, string], path: { dom: string }, message: string, snippet: string }} Result */

/** @param {import('./rig.mjs').Rig} rig @param {string} screen @returns {Promise<import('./reasons.mjs').Finding[]>} */
export async function findings(rig, screen) {
  await rig.clean();
  if (!(await rig.run(() => "ace" in window))) await rig.driver.executeScript(`${ENGINE}; window.ace ??= ace;`);
  const results = await rig.later(async () => {
    const { ace } = /** @type {any} */ (window);
    /** @type {{ results: Result[] }} */
    const { results } = await new ace.Checker().check(document, ["IBM_Accessibility", "WCAG_2_2"]);
    // What the engine itself does to the page is not the page's doing.
    window.__collected.faults.length = 0;
    return (
      results
        // The engine also names what a person should look at, on every page anew: that is no finding.
        .filter(({ value }) => value[1] === "FAIL")
        .map(({ ruleId, value, message, snippet }) => ({
          rule: ruleId,
          where: `${value[0]}: ${message} ${snippet.slice(0, 200)}`,
        }))
    );
  });
  await rig.engine.console();
  return results.map(({ rule, where }) => ({ rule, where: `${screen}: ${where}` }));
}
