/** Turns a recomputed relation into a finding: what was compared, what comes out, what to do. */
import { finding } from '../../model/finding';
import type { AuditDocument, Finding, Severity } from '../../model/model';
import { computedText, gapText, type Relation } from '../../arithmetic/relation';

const CHECK = 'Check the claim and its operands against their sources.';

/** A relation as a finding of `rule`; one that holds has severity `ok`. */
export function relationFinding(
  rule: string,
  severity: Severity,
  document: AuditDocument,
  relation: Relation,
  advice = CHECK,
): Finding {
  const { claim, operands, verdict, expression } = relation;
  const computed = computedText(relation);
  const message =
    verdict === 'conflict' && relation.says !== undefined
      ? `${relation.says} ${advice}`
      : verdict === 'conflict'
        ? `“${claim.quote.trim()}” is stated, but ${expression} gives ${computed}. ${advice}`
        : `“${claim.quote.trim()}” ${verdict === 'tied' ? 'follows' : 'follows within rounding'} from ${expression} = ${computed}.`;
  return finding(rule, verdict === 'conflict' ? severity : 'ok', document, [claim, ...operands], {
    message,
    claimed: claim.quote.trim(),
    computed,
    gap: gapText(relation),
    expression,
    verdict,
  });
}
