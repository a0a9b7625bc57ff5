/** Rules that say what relations of one kind come to differ only in their words: this makes the rest. */
import { type Evidence, evidenceOf } from '../../evidence/evidence';
import type { Rule } from '../../model/model';
import type { Relation } from '../../arithmetic/relation';
import { relationFinding } from './relation-finding';

/** `pick` takes the relations out of the document's evidence; `advice` says what to do about one that breaks. */
export function relationRule<R extends Relation>(
  rule: Omit<Rule, 'check'>,
  pick: (evidence: Evidence) => readonly R[],
  advice?: (relation: R) => string | undefined,
): Rule {
  return {
    ...rule,
    check: (document) =>
      pick(evidenceOf(document)).map((relation) =>
        relationFinding(rule.id, rule.severity, document, relation, advice?.(relation)),
      ),
  };
}
