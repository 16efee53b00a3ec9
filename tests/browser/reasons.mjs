// What a check finds and we leave as it is, each with its reason; a reason that is no longer needed is a fault.

/**
 * @typedef {object} Reason
 * @property {string} rule of the check
 * @property {RegExp} [where] part of what was found; without it all that the rule finds
 * @property {string} why
 */
/** @typedef {{ rule: string, where: string }} Finding */

export class Reasons {
  /** @type {Set<Reason>} */
  #used = new Set();

  /** @param {Reason[]} reasons */
  constructor(reasons) {
    this.reasons = reasons;
  }

  /** What there is no reason for. @param {Finding[]} findings */
  without(findings) {
    return findings.filter((finding) => !this.#reasonFor(finding));
  }

  /** @param {Finding} finding */
  #reasonFor({ rule, where }) {
    const found = this.reasons.find((reason) => reason.rule === rule && (reason.where?.test(where) ?? true));
    if (found) this.#used.add(found);
    return found;
  }

  /** The reasons that nothing needed. */
  stale() {
    return this.reasons.filter((reason) => !this.#used.has(reason)).map(({ rule, why }) => `${rule}: ${why}`);
  }
}
