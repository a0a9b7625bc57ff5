/**
 * Claims that follow from figures in reach although no words say so: shown as tied where a tie this sharp among so few
 * figures is no chance. No conflict is reported here.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { Relation } from '../../arithmetic/relation';
import { CandidatePools } from './pools';
import { runFor } from './runs';
import { Pairings, tieIn } from './search';
import type { Item } from './ways';

/** Of these the tie would be one of the trade's own, which are sought elsewhere. */
const NO_CLAIM = new Set(['probability', 'weight', 'confidence']);
const SHARPEST = 0.11;

function isClaim({ figure, ends, value }: Item): boolean {
  if (NO_CLAIM.has(figure.metric ?? '') || figure.assertion === 'threshold') return false;
  return (ends.low.high - ends.low.low) / Math.abs(value) <= SHARPEST;
}

function tieOf(index: DocumentIndex, pools: CandidatePools, pairings: Pairings, claim: Item): Relation | null {
  for (const { items, isNear, most } of pools.of(claim)) {
    if (items.length <= 2) continue;
    const run = isNear ? runFor(index, claim, items) : null;
    if (run) return run;
    const pool = pairings.poolOf(items);
    const relation = tieIn(claim, pool, pairings.of(claim, pool, isNear), most);
    if (relation) return relation;
  }
  return null;
}

/** `settled` are ids of claims that something else recomputed already. */
export function chanceTies(index: DocumentIndex, settled: ReadonlySet<string>): readonly Relation[] {
  const [pools, pairings] = [new CandidatePools(index), new Pairings()];
  return pools
    .items()
    .filter((item) => !settled.has(item.figure.id) && isClaim(item))
    .flatMap((claim) => tieOf(index, pools, pairings, claim) ?? []);
}
