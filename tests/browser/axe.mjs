// axe-core over the page shown, all its rules, best practices included. Text is held to the contrast of AAA, 7 to 1,
// which is more than its rule for AA asks for.
import axe from "axe-core";
import { settled } from "./settled.mjs";
import { ok } from "./suite.mjs";

/** Of one rule. */
const SHOWN = 4;
/** What axe reads of colours: all that can be wrong in one scheme and not in the other. */
const COLOURS = ["color-contrast-enhanced", "link-in-text-block"];

/** What axe finds, a line each. @param {import('./rig.mjs').Rig} rig @param {boolean} colours of the colours alone */
async function faultsOf(rig, colours) {
  await rig.clean();
  if (!(await rig.run(() => "axe" in window))) await rig.driver.executeScript(axe.source);
  const faults = await rig.later(
    async (/** @type {string[] | null} */ runOnly) => {
      const { violations } = await /** @type {typeof globalThis & { axe: typeof import('axe-core') }} */ (
        globalThis
      ).axe.run(document, {
        resultTypes: ["violations"],
        ...(runOnly && { runOnly }),
        rules: { "color-contrast": { enabled: false }, "color-contrast-enhanced": { enabled: true } },
      });
      // What axe itself does to the page is not the page's doing.
      window.__collected.faults.length = 0;
      return violations.flatMap((rule) =>
        rule.nodes.map(
          (node) =>
            `${rule.id} (${rule.impact}): ${node.target.flat(9).join(" ")}: ${node.html.slice(0, 160)}: ${(node.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 260)}`,
        ),
      );
    },
    colours ? COLOURS : null,
  );
  await rig.engine.console();
  return faults;
}

/** @param {import('./rig.mjs').Rig} rig @param {string} where for the message */
export async function audit(rig, where) {
  const audits = new Audits();
  await audits.look(rig, where);
  audits.end();
}

/** What axe finds on several screens, said together: the same fault of many screens once, with the first of them. */
export class Audits {
  /** @type {Map<string, string[]>} the screens of each fault */
  #screens = new Map();

  /**
   * @param {import('./rig.mjs').Rig} rig
   * @param {string} where for the message
   * @param {{ colours?: boolean }} [what] colours: those alone
   */
  async look(rig, where, { colours = false } = {}) {
    // What fades in has not its colours yet.
    await settled(rig);
    for (const fault of await faultsOf(rig, colours))
      this.#screens.set(fault, [...(this.#screens.get(fault) ?? []), where]);
  }

  /** Fails if anything was found. */
  end() {
    /** @type {Map<string, string[]>} */
    const rules = new Map();
    for (const [fault, [first, ...more]] of this.#screens) {
      const rule = fault.split(" ")[0];
      const line = `${first}${more.length ? ` and ${more.length} more` : ""}: ${fault}`;
      rules.set(rule, [...(rules.get(rule) ?? []), line]);
    }
    const lines = [...rules].flatMap(([rule, all]) => [
      ...all.slice(0, SHOWN),
      ...(all.length > SHOWN ? [`and ${all.length - SHOWN} more of ${rule}`] : []),
    ]);
    ok(lines.length === 0, `axe:\n${lines.join("\n")}`);
  }
}
