/** One entity's figures as a table: metrics down, periods across, variants (basis, class) side by side in a cell. Pure. */
import type { FigureRecord } from '../../../../contract/records';

export interface PivotRow {
  readonly metric: string;
  readonly label: string;
  /** By period, in the order of `Pivot.periods`; empty where there is none. */
  readonly cells: readonly (readonly FigureRecord[])[];
}

export interface Pivot {
  /** As stored; '' for figures without a period, always last. */
  readonly periods: readonly string[];
  readonly rows: readonly PivotRow[];
}

/** Rows in order of first appearance, periods in time; repeated mentions of one reading are shown once. */
export function pivot(figures: readonly FigureRecord[]): Pivot {
  const periods = [...new Set(figures.map((figure) => figure.period ?? ''))].sort(comparePeriods);
  const byMetric = new Map<string, FigureRecord[]>();
  for (const figure of figures) {
    const key = figure.metric ?? figure.metricLabel ?? '';
    byMetric.set(key, [...(byMetric.get(key) ?? []), figure]);
  }
  const rows = [...byMetric].map(([metric, all]) => ({
    metric,
    label: all.find((figure) => figure.metricLabel)?.metricLabel ?? (metric || 'Without a metric'),
    cells: periods.map((period) => variants(all.filter((figure) => (figure.period ?? '') === period))),
  }));
  return { periods, rows };
}

/** What makes two figures of a metric and period the same statement. */
const sameness = (figure: FigureRecord) =>
  [figure.value, figure.scale, figure.unit, figure.currency, figure.basis, figure.provenance, figure.direction].join(
    '|',
  );

function variants(figures: readonly FigureRecord[]): readonly FigureRecord[] {
  const first = new Map<string, FigureRecord>();
  for (const figure of figures) if (!first.has(sameness(figure))) first.set(sameness(figure), figure);
  return [...first.values()].sort((left, right) => (left.basis ?? '').localeCompare(right.basis ?? ''));
}

/** Sortable by when a period ends: quarters, halves, fiscal years, trailing spans, months, days, ranges by their end. */
export function periodEnd(period: string): string {
  const end = period.includes('/') ? period.slice(period.lastIndexOf('/') + 1) : period;
  const quarter = end.match(/(\d{4})Q([1-4])/);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`;
  const half = end.match(/(\d{4})H([12])/);
  if (half) return `${half[1]}-${String(Number(half[2]) * 6).padStart(2, '0')}`;
  const date = end.match(/\d{4}-\d{2}(-\d{2})?/);
  if (date) return date[0];
  const year = end.match(/\d{4}/);
  return year ? `${year[0]}-12` : '~';
}

export function comparePeriods(left: string, right: string): number {
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  return periodEnd(left).localeCompare(periodEnd(right)) || left.localeCompare(right);
}
