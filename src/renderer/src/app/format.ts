/** How the score and periods are written in the window. Pure. */
import { periodWords } from '../../../core/figure/period/typed-period';

interface Tied {
  readonly counted: number;
  readonly tied: number;
}

/**
 * Tied over counted in whole percent, rounded down so that it reads 100% only once everything ties [T9]; `–` for none.
 */
export function tieOutPercent({ tied, counted }: Tied): string {
  return counted === 0 ? '–' : `${Math.floor((100 * tied) / counted)}%`;
}

/** `12 of 19 figures that need a source tie out`. */
export function tieOutCount({ tied, counted }: Tied): string {
  if (counted === 0) return 'No figure needs a source';
  const need = counted === 1 ? 'figure that needs a source ties out' : 'figures that need a source tie out';
  return `${tied.toLocaleString('en-US')} of ${counted.toLocaleString('en-US')} ${need}`;
}

/** A score in percent as the notebook gives it (null without figures), rounded down to whole percent. */
export function scorePercent(score: number | null): string {
  return score === null ? '–' : `${Math.floor(score)}%`;
}

/** `2026Q1` → `2026 Q1`, `TTM-2026Q1` → `TTM 2026 Q1`, `A/B` → `A – B`; a missing period is an en dash. */
export const periodLabel = (period: string | null): string => (period ? periodWords(period) : '–');
