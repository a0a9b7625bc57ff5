/** A count by class as the segments of a bar, in the order of the classes, from disclosed to unclassified. Pure. */
import { PROVENANCES, type Provenance } from '../../../../../core/figure/provenance';

export interface StackSegment {
  readonly provenance: Provenance;
  readonly count: number;
  /** Of the whole, in percent, unrounded. */
  readonly share: number;
}

export function stackOf(counts: Readonly<Partial<Record<Provenance, number>>>): readonly StackSegment[] {
  const total = PROVENANCES.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  if (total === 0) return [];
  return PROVENANCES.flatMap((provenance) => {
    const count = counts[provenance] ?? 0;
    return count === 0 ? [] : [{ provenance, count, share: (count / total) * 100 }];
  });
}
