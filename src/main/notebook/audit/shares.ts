/** Sums over figures: how many, how many of them are counted and tied, and of which classes. */
import { PROVENANCES, type Provenance } from '../../../core/figure/provenance';
import { countByProvenance } from '../imports/document/plan';

export interface Share {
  readonly figures: number;
  /** In the tie-out score. */
  readonly counted: number;
  /** Of the counted. */
  readonly tied: number;
  readonly byProvenance: Readonly<Record<Provenance, number>>;
}

interface Summed {
  readonly provenance: Provenance;
  readonly counted: 0 | 1;
  readonly tied: 0 | 1;
}

export function shareOf(figures: readonly Summed[]): Share {
  const counted = figures.filter((figure) => figure.counted === 1);
  return {
    figures: figures.length,
    counted: counted.length,
    tied: counted.filter((figure) => figure.tied === 1).length,
    byProvenance: countByProvenance(figures),
  };
}

/** The share of all figures that `shares` are of. */
export function sumShares(shares: readonly Share[]): Share {
  const sum = { figures: 0, counted: 0, tied: 0, byProvenance: countByProvenance([]) };
  for (const share of shares) {
    sum.figures += share.figures;
    sum.counted += share.counted;
    sum.tied += share.tied;
    for (const provenance of PROVENANCES) sum.byProvenance[provenance] += share.byProvenance[provenance];
  }
  return sum;
}
