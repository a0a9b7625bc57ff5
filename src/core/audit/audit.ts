/** Runs the rules over a notebook's model and says of each figure whether it ties out. Pure and deterministic. */
import type { AuditModel, AuditResult, Finding } from './model/model';
import { isAsked } from './notes-only';
import { RULES } from './rules/index';
import { tieOut } from './tie-out';

/** Two rules never say the same of the same figures twice: the first finding of a key stands. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.toReversed().map((finding) => [finding.key, finding])).values()].toReversed();
}

/** Findings once each, and for every figure either why it ties out or what is missing. */
export function conclude(model: AuditModel, found: readonly Finding[]): AuditResult {
  const findings = unique(found);
  return { findings, verdicts: tieOut(model, findings) };
}

/** Findings in the order of the rules, with the tie-out of every figure. */
export const audit = (model: AuditModel): AuditResult =>
  conclude(
    model,
    RULES.flatMap((rule) =>
      model.documents.flatMap((document) => (isAsked(rule, document) ? rule.check(document, model) : [])),
    ),
  );
