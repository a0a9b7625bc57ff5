/**
 * Reads the figures of a sheet by its mapping: one for each cell in a column of values, with what its row, its column and
 * the table say of it. Pure: the same sheet and mapping always give the same figures.
 */
import { absolute, isNegative, shift } from '../figure/quantity/decimal';
import type { FigureKind, Unit } from '../figure/model';
import { canonicalMetric, wholeMetric } from '../figure/placing/metric-name';
import type { Assertion, Provenance } from '../provenance/model';
import { assertionOf, provenanceOf, spaced } from './column-words';
import { daysIn, EITHER_ORDER, isOpenDay, openDays, type OrderFinding, plainDay } from './day-order';
import {
  type Cell,
  cellText,
  type ColumnMapping,
  type Role,
  type Saying,
  type Sheet,
  type TableMapping,
  type TableRow,
} from './model';
import { namesMoney } from './money-name';
import { isPartOfYear, joinPeriod, meant, readPeriod } from './period-cell';
import { periodsOfRow } from './head';
import { currencyOf, type Label, NO_UNIT, readLabel, scaleOf, type UnitSaying, unitOfWords } from './units';
import { readValueCell, type ValueReading } from './value-cell';

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

export interface ReadTable {
  /** Rows behind the head. */
  readonly rows: number;
  readonly figures: readonly TableFigure[];
  /** Cells of columns of values that give no figure and hold something. */
  readonly left: readonly LeftOut[];
  /** Cells of columns of values with nothing in them: blank, `–`, `n.a.`. */
  readonly empty: number;
  /** Rows whose date could be read with day or month first. */
  readonly eitherOrder: number;
}

interface Place {
  readonly value: readonly { readonly index: number; readonly column: ColumnMapping }[];
  readonly at: Readonly<Partial<Record<Role, number>>>;
  /** A year and its quarter may stand in columns of their own. */
  readonly periods: readonly number[];
  readonly days: OrderFinding;
}

export function readTable(sheet: Sheet, mapping: TableMapping): ReadTable {
  const body = sheet.rows.slice(mapping.head.row + mapping.head.rows);
  const place = placesOf(mapping, body);
  const sections = sectionsOf(body, place);
  const figures: TableFigure[] = [];
  const left: LeftOut[] = [];
  let empty = 0;
  let anew: ReadonlyMap<number, string> | null = null;
  for (const row of body) {
    const heads = place.periods.length > 0 ? null : periodsOfRow(row);
    if (heads !== null) {
      anew = heads;
      continue;
    }
    const said = readRow(row, place, mapping, sections.get(row) ?? null);
    for (const { index, column } of place.value) {
      const cell = row.cells[index];
      if (cell === undefined || cell === '') {
        empty += 1;
        continue;
      }
      const period = anew?.get(index) ?? column.says.period;
      const own = anew === null ? column : { ...column, says: { ...column.says, period } };
      const made = readCell(cell, { row, index, column: own, said, mapping });
      if (made === null) empty += 1;
      else if ('reason' in made) left.push(made);
      else figures.push(made);
    }
  }
  return { rows: body.length, figures, left, empty, eitherOrder: openDays(body, place.periods[0], place.days) };
}

function placesOf({ columns }: TableMapping, body: readonly TableRow[]): Place {
  const at: Partial<Record<Role, number>> = {};
  const value: { index: number; column: ColumnMapping }[] = [];
  const periods: number[] = [];
  columns.forEach((column, index) => {
    if (column.role === 'value') value.push({ index, column });
    else at[column.role] ??= index;
    if (column.role === 'period') periods.push(index);
  });
  return { value, at, periods, days: daysIn(body, periods[0]) };
}

interface Section {
  readonly title: string;
  /** The row's own label stands in the sheet more than once, so that only the section tells it apart. */
  readonly tells: boolean;
}

/** Labels without values head the rows below them. */
function sectionsOf(body: readonly TableRow[], { value, at }: Place): ReadonlyMap<TableRow, Section> {
  const sections = new Map<TableRow, Section>();
  const metric = at.metric;
  // In a long table labels repeat as they must.
  if (metric === undefined || at.period !== undefined || body.length > 5000) return sections;
  const labelIn = (row: TableRow): string => cellText(row.cells[metric]).trim();
  const counts = new Map<string, number>();
  for (const row of body) counts.set(labelIn(row), (counts.get(labelIn(row)) ?? 0) + 1);
  let title = '';
  for (const row of body) {
    const label = labelIn(row);
    const isBare = value.every(({ index }) => cellText(row.cells[index]).trim() === '');
    if (isBare && label !== '') title = label;
    else if (title !== '') sections.set(row, { title, tells: (counts.get(label) ?? 0) > 1 });
  }
  return sections;
}

interface RowSaying {
  readonly label: Label | null;
  readonly section: Label | null;
  /** The section's title, where the label alone would be another row's too. */
  readonly prefix: string | null;
  readonly metricLabel: string | null;
  readonly metric: string | null;
  readonly entity: string | null;
  readonly period: string | null;
  readonly basis: string | null;
  readonly unit: UnitSaying;
  readonly provenance: Provenance | null;
  readonly assertion: Assertion | null;
  readonly source: string | null;
  readonly note: string;
  readonly doubt: string | null;
}

const trimmed = (row: TableRow, at: number | undefined): string | null => {
  if (at === undefined) return null;
  const text = cellText(row.cells[at]).trim();
  return text === '' ? null : text.slice(0, 200);
};

function readRow(row: TableRow, place: Place, mapping: TableMapping, section: Section | null): RowSaying {
  const { at } = place;
  const doubts: string[] = [];
  const named = trimmed(row, at.metric);
  const label = named === null ? null : labelOf(named);
  const head = section === null ? null : labelOf(section.title);
  const classed = trimmed(row, at.provenance);
  const provenance = classed === null ? null : provenanceOf(classed);
  if (classed !== null && provenance === null) doubts.push(`“${classed}” is no class.`);
  const kindOf = trimmed(row, at.assertion);
  const assertion = kindOf === null ? null : assertionOf(kindOf);
  if (kindOf !== null && assertion === null) doubts.push(`“${kindOf}” is no kind of statement.`);
  const period = periodIn(row, place, mapping, doubts);
  return {
    label,
    section: head,
    prefix: section?.tells === true ? (head?.text ?? null) : null,
    metricLabel: label?.text ?? null,
    metric: label === null ? null : metricOf(label.text),
    entity: trimmed(row, at.entity),
    period: period?.period ?? null,
    basis: trimmed(row, at.basis),
    unit: unitIn(row, at, doubts),
    provenance,
    assertion: assertion ?? (period?.suffix === 'E' ? 'forecast' : null),
    source: trimmed(row, at.source),
    note: at.note === undefined ? '' : cellText(row.cells[at.note]).trim().slice(0, 10_000),
    doubt: doubts[0] ?? null,
  };
}

function periodIn(row: TableRow, { periods: at, days }: Place, mapping: TableMapping, doubts: string[]) {
  const [first] = at;
  const cell = first === undefined ? undefined : row.cells[first];
  if (typeof cell === 'object' && cell.date !== undefined) {
    return { period: meant(cell.date, mapping.dates), suffix: null };
  }
  const shown = at.map((column) => cellText(row.cells[column]).trim()).filter((part) => part !== '');
  if (days.open && shown.some(isOpenDay)) doubts.push(EITHER_ORDER);
  const order = days.order ?? (days.open && mapping.locale === 'comma' ? 'day-first' : null);
  const parts = shown.map((part) => plainDay(part, order));
  if (parts.length === 0) return null;
  // A fiscal quarter says more than the day it ends on, which a column beside it gives.
  const named = parts.length > 1 && !isPartOfYear(parts[0] ?? '') ? readPeriod(parts[0] ?? '') : null;
  const read = named !== null && /[QH]\d$/.test(named.period) ? named : joinPeriod(parts);
  if (read !== null) return { period: meant(read.period, mapping.dates), suffix: read.suffix };
  doubts.push(`“${parts.join(' ').slice(0, 60)}” is not a period.`);
  return null;
}

function unitIn(row: TableRow, at: Place['at'], doubts: string[]): UnitSaying {
  const unitText = trimmed(row, at.unit);
  const scaleText = trimmed(row, at.scale);
  const currencyText = trimmed(row, at.currency);
  if (unitText === null && scaleText === null && currencyText === null) return NO_UNIT;
  const said = unitText === null ? NO_UNIT : unitOfWords(unitText);
  if (unitText !== null && said.unit === null && said.scale === null && said.currency === null) {
    doubts.push(`“${unitText}” is no unit that is known.`);
  }
  const scale = scaleText === null ? null : scaleOf(scaleText);
  if (scaleText !== null && scale === null && scaleText !== '1' && scaleText !== '0')
    doubts.push(`“${scaleText}” is no scale.`);
  const currency = currencyText === null ? null : currencyOf(currencyText);
  if (currencyText !== null && currency === null) doubts.push(`“${currencyText}” is no currency.`);
  return { unit: said.unit, scale: scale ?? said.scale, currency: currency ?? said.currency };
}

/** Labels and metrics of one table repeat; a hostile one must not fill the memory. */
const REMEMBERED = 5000;
const labels = new Map<string, Label>();
const metrics = new Map<string, string>();
const lexiconUnits = new Map<string, Unit | null>();

function remembered<V>(known: Map<string, V>, key: string, make: (key: string) => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= REMEMBERED) known.clear();
  const made = make(key);
  known.set(key, made);
  return made;
}

const labelOf = (text: string): Label => remembered(labels, text, readLabel);
const metricOf = (text: string): string => remembered(metrics, text, (label) => canonicalMetric(spaced(label)));
/** Of a metric that the lexicon knows only as money. Rates say what they are by their names. */
const lexiconUnit = (text: string): Unit | null =>
  remembered(lexiconUnits, text, () => {
    const units = wholeMetric(spaced(text))?.units ?? new Set<string>();
    if (units.size === 1 && units.has('money')) return 'money';
    return units.size === 0 && namesMoney(text) ? 'money' : null;
  });

interface InCell {
  readonly row: TableRow;
  readonly index: number;
  readonly column: ColumnMapping;
  readonly said: RowSaying;
  readonly mapping: TableMapping;
}

/** Null where the cell holds nothing. */
function readCell(cell: Cell, place: InCell): TableFigure | LeftOut | null {
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
  { column: { says }, said, mapping: { defaults, dates } }: InCell,
): TableFigure {
  const metricLabel = withSection(said, says) ?? defaults.metric;
  const basis = said.basis ?? says.basis ?? defaults.basis;
  const { unit, scale, currency } = unitFor(read, said, says, defaults);
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
function withSection({ metricLabel, prefix }: RowSaying, says: Saying): string | null {
  const own =
    metricLabel !== null && says.metric !== null ? `${metricLabel} ${says.metric}` : (metricLabel ?? says.metric);
  return own === null || prefix === null ? own : `${prefix}: ${own}`;
}

function unitFor(
  read: ValueReading | null,
  { unit: row, label, section, metricLabel }: RowSaying,
  says: Saying,
  defaults: Saying,
): { readonly unit: Unit; readonly scale: number; readonly currency: string | null } {
  const inLabel = label ?? NO_UNIT;
  const inSection = section ?? NO_UNIT;
  const currency =
    read?.currency ?? row.currency ?? says.currency ?? inLabel.currency ?? inSection.currency ?? defaults.currency;
  const scale = row.scale ?? says.scale ?? inLabel.scale ?? inSection.scale;
  const named = row.unit ?? says.unit ?? inLabel.unit ?? inSection.unit;
  const own = read?.unit === 'money' && named === 'per_share' ? named : (read?.unit ?? null);
  const bare = metricLabel ?? says.metric;
  const guessed = own ?? named ?? (bare === null ? null : lexiconUnit(bare)) ?? defaults.unit;
  const isMoney = currency !== null || (scale ?? defaults.scale) !== null;
  const unit = guessed ?? (isMoney ? 'money' : 'count');
  if (read?.ownScale !== null && read?.ownScale !== undefined)
    return { unit, scale: 0, currency: moneyOnly(unit, currency) };
  const power =
    unit === 'money' || unit === 'other' ? (scale ?? defaults.scale ?? 0) : isScaled(unit) ? (scale ?? 0) : 0;
  return { unit, scale: Math.min(15, power), currency: moneyOnly(unit, currency) };
}

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
