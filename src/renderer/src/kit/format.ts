/** How counts, percentages, dates and periods are written in the window. Pure. */
import { periodWords } from '../../../core/figure/period/typed-period';

/** `1 figure`, `2,140 figures`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

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

/** When something was, as seen from `now`: `just now`, `5 min ago`, `today 10:02`, `yesterday 10:02`, else the date. */
export function when(iso: string, now: Date = new Date()): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return iso;
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes >= 0 && minutes < 1) return 'just now';
  if (minutes >= 0 && minutes < 60) return `${minutes} min ago`;
  const days = dayNumber(now) - dayNumber(then);
  const clock = `${pad(then.getHours())}:${pad(then.getMinutes())}`;
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `yesterday ${clock}`;
  return `${then.getFullYear()}-${pad(then.getMonth() + 1)}-${pad(then.getDate())}`;
}

/** The day and the minute, by this machine's clock: `2026-11-30 11:40`. For what must be told from its neighbours. */
export function moment(iso: string): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return iso;
  const day = `${then.getFullYear()}-${pad(then.getMonth() + 1)}-${pad(then.getDate())}`;
  return `${day} ${pad(then.getHours())}:${pad(then.getMinutes())}`;
}

/** `812 B`, `36 KB`, `1.4 MB`. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 1_000_000) return `${Math.round(count / 1000)} KB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

function dayNumber(date: Date): number {
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
