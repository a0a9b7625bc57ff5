/** Which citations cover which figures: a scope vouches for what stands wholly inside it. */
import type { Citation } from '../citation/model';
import type { PlacedFigure } from '../figure/model';
import type { Reached } from './cues/decision';

/** Index of the first figure that starts at or after a position; figures come in reading order. */
function firstFrom(figures: readonly PlacedFigure[], position: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Citations by the figures they vouch for, each citation once, in the order of `citations`; figures that none covers
 * are left out. A figure that only begins inside a scope is not covered.
 */
export function coverage(
  figures: readonly PlacedFigure[],
  citations: readonly Citation[],
): ReadonlyMap<PlacedFigure, readonly Reached[]> {
  const ordered = [...figures].sort((a, b) => a.start - b.start);
  const covered = new Map<PlacedFigure, Reached[]>();
  for (const citation of citations) {
    for (const { start, end, via } of citation.scopes) {
      for (let at = firstFrom(ordered, start); at < ordered.length; at++) {
        const figure = ordered[at];
        if (!figure || figure.start >= end) break;
        const reached = covered.get(figure) ?? [];
        if (figure.end > end || reached.some((known) => known.citation === citation)) continue;
        covered.set(figure, [...reached, { citation, via }]);
      }
    }
  }
  return covered;
}
