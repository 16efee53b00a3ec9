// What this site adds below a result with roles: a line of evidence for the statements that carry it most, and the
// checklist of a market. Neither changes anything of the result.
import { disclosure, node } from "../shared/dom.js";
import { makeSay } from "../words/say.js";
import { evidenceWords, language } from "../words/words.js";
import { carryingStatements } from "./carrying.js";
import { domainPart } from "./domain.js";
import { resultLines } from "./result-lines.js";
import { answersByItem } from "./statements.js";

/** @typedef {import("../types.d.ts").FullReport} FullReport */
/** @typedef {import("../site/store.js").Result} Result */
/** @typedef {import("./document.js").EvidenceDocument} EvidenceDocument */

const say = makeSay(evidenceWords, language);

/**
 * Draws it anew for each result.
 * @param {HTMLElement} quiz
 * @param {Omit<Result, "taken">} record
 * @param {FullReport} report
 * @param {EvidenceDocument} document
 */
export function drawOnResult(quiz, record, report, document) {
  for (const old of quiz.querySelectorAll(":scope > [data-part=lines], :scope > [data-part=market]")) old.remove();
  if (!report.match) return;
  const level = Math.min(6, (Number.parseInt(quiz.getAttribute("heading") ?? "", 10) || 2) + 1);
  const statements = carryingStatements(report, record.quiz, answersByItem(record.answers));
  if (statements.length) quiz.append(resultLines(statements, document.line, level, say));
  const market = disclosure(document.domain.heading, domainPart(document.domain, null, say));
  const [summary] = market.children;
  summary.id = "market-title";
  quiz.append(
    node(
      "aside",
      { class: "saving", slot: "result", lang: language, "data-part": "market", "aria-labelledby": summary.id },
      market,
    ),
  );
}
