/** Makes the figure of one cell out of its value and what its row, its column and the table's defaults say. */
import { absolute, isNegative, shift } from '../figure/decimal';
import type { FigureKind } from '../figure/model';
import type { Unit } from '../base/unit';
import type { Assertion, Provenance } from '../figure/provenance';
import { type ColumnMapping, type FigureAttributes, FRACTION, type TableMapping, type TableRow } from './model';
import { type Cell, cellText } from '../figure/cell/cell';
import { namesNoMoney } from '../figure/cell/money-name';
import { meant } from '../figure/cell/period-cell';
import type { RowAttributes } from './row';
import { lexiconUnit, metricOf } from './table-words';
import { NO_UNIT } from './units';
import { ownDollar } from './workbook-money';
import { readValueCell, type ValueReading } from '../figure/cell/value-cell';

export interface TableFigure {
  /** The row as the file counts it, and the index of the column. */
  readonly row: number;
  readonly column: number;
  /** The cell as the file shows it. */
  readonly raw: string;
  /** In base units; null where the cell is kept as its text. */
  readonly reading: Omit<ValueReading, 'kind' | 'unit' | 'currency' | 'ownScale'> | null;
  readonly kind: FigureKind;
  readonly metric: string | null;
  readonly metricLabel: string | null;
  readonly entity: string | null;
  readonly period: string | null;
  readonly basis: string | null;
  readonly unit: Unit;
  readonly scale: number;
  readonly currency: string | null;
  readonly provenance: Provenance;
  readonly assertion: Assertion;
  /** True where a cell of the row says the class: only then does it change a figure that is here. */
  readonly saysProvenance: boolean;
  /** Title of the source that the row names. */
  readonly source: string | null;
  readonly note: string;
  readonly formula: string | null;
  /** Why a person should look at it. */
  readonly doubt: string | null;
}

export interface LeftOut {
  readonly row: number;
  readonly column: number;
  readonly raw: string;
  readonly reason: string;
}

interface InCell {
  readonly row: TableRow;
  readonly index: number;
  readonly column: ColumnMapping;
  readonly said: RowAttributes;
  readonly mapping: TableMapping;
}

/** The figure of a cell, or why it gives none; null where the cell holds nothing. */
export function readCell(cell: Cell, place: InCell): TableFigure | LeftOut | null {
  const read = readValueCell(cell, place.mapping.locale);
  if (read.kind === 'empty') return null;
  const raw = cellText(cell).trim();
  const at = { row: place.row.number, column: place.index, raw };
  if (read.kind === 'words') return { ...at, reason: 'Words, not a value.' };
  if (read.kind === 'doubt' && (place.mapping.doubtful === 'leave' || raw === ''))
    return { ...at, reason: read.reason };
  const formula = typeof cell === 'object' ? (cell.formula ?? null) : null;
  return makeFigure(
    at,
    read.kind === 'doubt' ? null : read,
    read.kind === 'doubt' ? read.reason : null,
    formula,
    place,
  );
}

/** Written out member by member: spreading what is read of a hundred thousand cells takes seconds. */
function makeFigure(
  at: Pick<TableFigure, 'row' | 'column' | 'raw'>,
  read: ValueReading | null,
  reason: string | null,
  formula: string | null,
  { column: { says }, said, mapping: { defaults, dates, dollar = null } }: InCell,
): TableFigure {
  const metricLabel = withSection(said, says) ?? defaults.metric;
  const basis = said.basis ?? says.basis ?? defaults.basis;
  const { unit, scale, currency } = unitFor(
    read,
    ownDollar(read?.currency ?? null, at.raw, dollar),
    said,
    says,
    defaults,
  );
  const kind = kindOf(unit, metricLabel ?? '', basis ?? '');
  const metric = metricLabel === null ? null : metricOf(metricLabel);
  return {
    row: at.row,
    column: at.column,
    raw: at.raw,
    reading: read === null ? null : inBaseUnits(read, scale, kind),
    kind,
    metric,
    metricLabel,
    entity: said.entity ?? says.entity ?? defaults.entity,
    period: said.period ?? (says.period === null ? defaults.period : meant(says.period, dates)),
    basis,
    unit,
    scale: read?.ownScale ?? scale,
    currency,
    provenance: said.provenance ?? says.provenance ?? defaults.provenance ?? 'unclassified',
    assertion: said.assertion ?? says.assertion ?? defaults.assertion ?? 'reported',
    saysProvenance: said.provenance !== null || says.provenance !== null,
    source: said.source,
    note: said.note,
    formula,
    doubt: reason ?? said.doubt ?? (metric === null ? NO_METRIC : null),
  };
}

const NO_METRIC = 'What it measures is not said: choose a column for the metric.';

/** The row's label, the head's, or both where each says a part; led by its section where labels repeat. */
function withSection({ metricLabel, prefix }: RowAttributes, says: FigureAttributes): string | null {
  const own =
    metricLabel !== null && says.metric !== null ? `${metricLabel} ${says.metric}` : (metricLabel ?? says.metric);
  return own === null || prefix === null ? own : `${prefix}: ${own}`;
}

function unitFor(
  read: ValueReading | null,
  printed: string | null,
  { unit: row, label, section, metricLabel }: RowAttributes,
  says: FigureAttributes,
  defaults: FigureAttributes,
): { readonly unit: Unit; readonly scale: number; readonly currency: string | null } {
  const inLabel = label ?? NO_UNIT;
  const inSection = section ?? NO_UNIT;
  const currency =
    printed ?? row.currency ?? says.currency ?? inLabel.currency ?? inSection.currency ?? defaults.currency;
  const scale = row.scale ?? says.scale ?? inLabel.scale ?? inSection.scale;
  const named = row.unit ?? ofRow(says.unit, inLabel.unit) ?? inLabel.unit ?? inSection.unit;
  const own = read?.unit === 'money' && named === 'per_share' ? named : (read?.unit ?? null);
  const bare = metricLabel ?? says.metric;
  const usual = defaults.unit === 'money' && bare !== null && namesNoMoney(bare) ? null : defaults.unit;
  const guessed = own ?? named ?? (bare === null ? null : lexiconUnit(bare)) ?? usual;
  const isMoney = currency !== null || (scale ?? defaults.scale ?? 0) > 0;
  const unit = guessed ?? (isMoney ? 'money' : 'count');
  if (read?.ownScale !== null && read?.ownScale !== undefined)
    return { unit, scale: 0, currency: moneyOnly(unit, currency) };
  if (unit === 'percent' && says.unit === 'percent' && says.scale === FRACTION && own === null)
    return { unit, scale: FRACTION, currency: null };
  // A beta or an exchange rate is printed as it is.
  const isOfTable = unit === 'money' || (unit === 'other' && named !== 'other');
  const power = isOfTable ? (scale ?? defaults.scale ?? 0) : isScaled(unit) ? (scale ?? 0) : 0;
  return { unit, scale: Math.min(15, power), currency: moneyOnly(unit, currency) };
}

/** `Amount (EUR)` over earnings per share and multiples: the row knows better what it is than the head of all rows. */
const ofRow = (head: Unit | null, label: Unit | null): Unit | null =>
  head === 'money' && (label === 'per_share' || label === 'multiple') ? label : head;

const moneyOnly = (unit: Unit, currency: string | null): string | null =>
  unit === 'money' || unit === 'per_share' ? currency : null;

const UNSCALED: ReadonlySet<Unit> = new Set([
  'percent',
  'percentage_points',
  'bps',
  'multiple',
  'per_share',
  'score',
  'temperature',
]);
const isScaled = (unit: Unit): boolean => !UNSCALED.has(unit);

const CHANGE = /growth|\byoy\b|\by\/y\b|\bqoq\b|\bq\/q\b|change|增速|增长|同比|环比|变动/i;

function kindOf(unit: Unit, label: string, basis: string): FigureKind {
  const isChange = CHANGE.test(label) || CHANGE.test(basis);
  if (unit === 'bps') return isChange ? 'delta' : 'bps';
  if (unit === 'percentage_points') return 'delta';
  if (unit === 'percent') return isChange ? 'growth' : 'ratio';
  if (unit === 'multiple') return 'ratio';
  return unit === 'count' ? 'count' : 'level';
}

/** A change that falls is a magnitude with a direction, as everywhere in the notebook. */
function inBaseUnits(read: ValueReading, power: number, kind: FigureKind): TableFigure['reading'] {
  const { qualifier, approximate, strict } = read;
  const low = read.low === null || power === 0 ? read.low : shift(read.low, power);
  const high = read.high === read.low ? low : read.high === null || power === 0 ? read.high : shift(read.high, power);
  const lowExponent = read.lowExponent + power;
  const highExponent = read.highExponent + power;
  if ((kind !== 'growth' && kind !== 'delta') || high === null || !isNegative(high)) {
    return { low, high, lowExponent, highExponent, qualifier, approximate, strict, direction: read.direction };
  }
  return {
    low: absolute(high),
    high: low === null ? null : absolute(low),
    lowExponent: highExponent,
    highExponent: lowExponent,
    qualifier,
    approximate,
    strict,
    direction: 'down',
  };
}
