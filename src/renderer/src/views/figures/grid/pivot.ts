/** One entity's figures as a table: metrics down, periods across, variants (basis, class) side by side in a cell. Pure. */
import type { FigureRecord } from '../../../../../contract/records';
import { comparePeriods } from '../../../../../core/figure/period/period-end';
import { groupBy } from '../../../../../core/base/group';

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
  const byMetric = groupBy(figures, ({ metric, metricLabel }) => metric ?? metricLabel ?? '');
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
