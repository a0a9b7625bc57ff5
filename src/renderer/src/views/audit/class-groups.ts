/** Counts by class in the three groups that the audit compares: disclosed, said by others, inferred. Unclassified figures are in none. */
import type { AuditSummary } from '../../../../contract/records';

export interface ClassGroups {
  readonly disclosed: number;
  readonly others: number;
  readonly inferred: number;
  readonly unclassified: number;
}

export function classGroups(counts: AuditSummary['byProvenance']): ClassGroups {
  const of = (one: keyof AuditSummary['byProvenance']) => counts[one] ?? 0;
  return {
    disclosed: of('disclosed'),
    others: of('management') + of('consensus') + of('third_party'),
    inferred: of('inferred') + of('derived'),
    unclassified: of('unclassified'),
  };
}
