/** Figures as a table: metrics down, periods across, variants (basis, class) side by side in a cell; what has no period apart. Pure. */
import type { FigureRecord } from '../../../../../contract/records';
import { groupBy } from '../../../../../core/base/group';
import { conflicting } from '../../../../../core/figure/display/conflicts';
import { signedValue } from '../../../../../core/figure/display/text';
import { unitLabel } from '../../../../../core/figure/labels';
import { comparePeriods } from '../../../../../core/figure/period/period-end';

export interface PivotRow {
  /** '' for figures without an entity. */
  readonly entity: string;
  readonly metric: string;
  readonly label: string;
  /** By period, in the order of `Pivot.periods`; empty where there is none. */
  readonly cells: readonly (readonly FigureRecord[])[];
  /** Figures without a period. */
  readonly undated: readonly FigureRecord[];
}

export interface Pivot {
  /** As stored, in time. */
  readonly periods: readonly string[];
  /** The rows of an entity stand together. */
  readonly rows: readonly PivotRow[];
  /** Ids of figures that contradict another one of their cell. */
  readonly conflicts: ReadonlySet<string>;
}

/** Entities and metrics in order of first appearance, periods in time; repeated mentions of one reading are shown once. */
export function pivot(figures: readonly FigureRecord[]): Pivot {
  const periods = [...new Set(figures.flatMap(({ period }) => period ?? []))].sort(comparePeriods);
  const rows: PivotRow[] = [];
  const conflicts = new Set<string>();
  for (const [entity, ofEntity] of groupBy(figures, (figure) => figure.entity ?? '')) {
    for (const [metric, all] of groupBy(ofEntity, ({ metric: one, metricLabel }) => one ?? metricLabel ?? '')) {
      const cells = groupBy(all, ({ period }) => period ?? '');
      for (const [period, cell] of cells) if (period !== '') for (const id of conflicting(cell)) conflicts.add(id);
      rows.push({
        entity,
        metric,
        label: all.find((figure) => figure.metricLabel)?.metricLabel ?? (metric || 'Without a metric'),
        cells: periods.map((period) => variants(cells.get(period) ?? [])),
        undated: variants(cells.get('') ?? []),
      });
    }
  }
  return { periods, rows, conflicts };
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

/**
 * The table as rows of cells for a spreadsheet, heads first. Values whose unit is the same all along a row stand as bare
 * numbers with the unit in a column of its own.
 */
export function pivotCells(
  { periods, rows }: Pivot,
  periodName: (period: string) => string,
): readonly (readonly string[])[] {
  const severalEntities = new Set(rows.map(({ entity }) => entity)).size > 1;
  const undated = rows.some((row) => row.undated.length > 0);
  const lead = (entity: string, ...others: readonly string[]) => (severalEntities ? [entity, ...others] : others);
  const head = [...lead('Entity', 'Metric', 'Unit'), ...periods.map(periodName), ...(undated ? ['No period'] : [])];
  const lines = rows.map((row) => {
    const units = new Set([...row.cells, row.undated].flat().map(unitLabel));
    const unit = units.size === 1 ? ([...units][0] ?? '') : null;
    const text = (figure: FigureRecord) =>
      [signedValue(figure), unit === null ? unitLabel(figure) : ''].filter(Boolean).join(' ');
    const cell = (figures: readonly FigureRecord[]) => figures.map(text).join('; ');
    const values = [...row.cells.map(cell), ...(undated ? [cell(row.undated)] : [])];
    return [...lead(row.entity, row.label, unit ?? ''), ...values];
  });
  return [head, ...lines];
}
