// axe-core over the page shown, all its rules, best practices included.
import axe from "axe-core";
import { ok } from "./suite.mjs";

/** @param {import('./rig.mjs').Rig} rig @param {string} where for the message */
export async function audit(rig, where) {
  await rig.clean();
  if (!(await rig.run(() => "axe" in window))) await rig.driver.executeScript(axe.source);
  const faults = await rig.later(async () => {
    const { violations } = await /** @type {typeof globalThis & { axe: typeof import('axe-core') }} */ (
      globalThis
    ).axe.run(document, { resultTypes: ["violations"] });
    // What axe itself does to the page is not the page's doing.
    window.__collected.faults.length = 0;
    return violations.flatMap((rule) =>
      rule.nodes.map(
        (node) =>
          `${rule.id} (${rule.impact}): ${node.target.flat(9).join(" ")}: ${node.html.slice(0, 160)}: ${(node.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 260)}`,
      ),
    );
  });
  await rig.engine.console();
  ok(
    faults.length === 0,
    `axe, ${where}:\n${faults.slice(0, 8).join("\n")}${faults.length > 8 ? `\nand ${faults.length - 8} more` : ""}`,
  );
}
