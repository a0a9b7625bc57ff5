/** What a row of a table says of every value in it: metric, company, period, unit, class, source and note. */
import type { Assertion, Provenance } from '../figure/provenance';
import { assertionOf, provenanceOf } from '../figure/cell/column-words';
import { EITHER_ORDER, isOpenDay, type OrderFinding, plainDay } from './day-order';
import type { TableMapping, TableRow } from './model';
import { cellText, type Role } from '../figure/cell/cell';
import { isPartOfYear, joinPeriod, NO_CONTEXT, meant, readPeriod } from '../figure/cell/period-cell';
import { balanceDay } from '../figure/placing/cells/cell-period';
import { labelOf, metricOf } from './table-words';
import { ownDollar } from './workbook-money';
import { currencyOf, type Label, NO_UNIT, scaleOf, type UnitAttributes, unitOfWords } from './units';

/** Where a row says what: the column of each role, and how its days are written. */
export interface RowColumns {
  readonly at: Readonly<Partial<Record<Role, number>>>;
  /** A year and its quarter may stand in columns of their own. */
  readonly periods: readonly number[];
  readonly days: OrderFinding;
}

/** The rows below a label that has no values of its own. */
export interface Section {
  readonly title: string;
  /** The row's own label stands in the sheet more than once, so that only the section tells it apart. */
  readonly tells: boolean;
}

/** What one row says; null where it has no column for it or the cell says nothing that is known. */
export interface RowAttributes {
  readonly label: Label | null;
  readonly section: Label | null;
  /** The section's title, where the label alone would be another row's too. */
  readonly prefix: string | null;
  readonly metricLabel: string | null;
  readonly metric: string | null;
  readonly entity: string | null;
  readonly period: string | null;
  readonly basis: string | null;
  readonly unit: UnitAttributes;
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

/** What is not understood of a cell is left null, and the first such cell is told in `doubt`. */
export function readRow(
  row: TableRow,
  columns: RowColumns,
  mapping: TableMapping,
  section: Section | null,
): RowAttributes {
  const { at } = columns;
  const doubts: string[] = [];
  const named = trimmed(row, at.metric);
  const label = named === null ? null : inOwnDollar(labelOf(named), named, mapping.dollar ?? null);
  const head = section === null ? null : labelOf(section.title);
  const classed = trimmed(row, at.provenance);
  const provenance = classed === null ? null : provenanceOf(classed);
  if (classed !== null && provenance === null) doubts.push(`“${classed}” is not a class.`);
  const kindOf = trimmed(row, at.assertion);
  const assertion = kindOf === null ? null : assertionOf(kindOf);
  if (kindOf !== null && assertion === null) doubts.push(`“${kindOf}” is not a kind of statement.`);
  const period = periodIn(row, columns, mapping, doubts) ?? balanceOf(named);
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

/** `Revenue ($m)` in a workbook that counts in other dollars. */
function inOwnDollar(label: Label, named: string, dollar: string | null): Label {
  const currency = ownDollar(label.currency, named, dollar);
  return currency === label.currency ? label : { ...label, currency };
}

function periodIn(row: TableRow, { periods: at, days }: RowColumns, mapping: TableMapping, doubts: string[]) {
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

/** `Balance at 31 December 2024`: the day that the row is of. */
function balanceOf(label: string | null): { period: string; suffix: null } | null {
  const period = label === null ? null : balanceDay(label, NO_CONTEXT);
  return period === null ? null : { period, suffix: null };
}

function unitIn(row: TableRow, at: RowColumns['at'], doubts: string[]): UnitAttributes {
  const unitText = trimmed(row, at.unit);
  const scaleText = trimmed(row, at.scale);
  const currencyText = trimmed(row, at.currency);
  if (unitText === null && scaleText === null && currencyText === null) return NO_UNIT;
  const said = unitText === null ? NO_UNIT : unitOfWords(unitText);
  if (unitText !== null && said.unit === null && said.scale === null && said.currency === null) {
    doubts.push(`“${unitText}” is not a known unit.`);
  }
  const scale = scaleText === null ? null : scaleOf(scaleText);
  if (scaleText !== null && scale === null && scaleText !== '1' && scaleText !== '0')
    doubts.push(`“${scaleText}” is not a scale.`);
  const currency = currencyText === null ? null : currencyOf(currencyText);
  if (currencyText !== null && currency === null) doubts.push(`“${currencyText}” is not a currency.`);
  return { unit: said.unit, scale: scale ?? said.scale, currency: currency ?? said.currency };
}
