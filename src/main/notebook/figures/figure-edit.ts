/** What an analyst's edit does to a figure's record: pure, so that every cell of the grid can be tested in a table. */
import { TieoutError } from '../../../contract/errors';
import {
  type ChoiceField,
  FIELD_NAMES,
  type FigureEdit,
  type FigureField,
  fieldOf,
  type OwnField,
  type PlainField,
} from '../../../core/figure/fields';
import { currencyCodes } from '../../../core/figure/quantity/lexicon/lexicon';
import { canonicalMetric } from '../../../core/figure/placing/mentions/metric-name';
import { readTypedPeriod } from '../../../core/figure/period/typed-period';
import { PROVENANCE_LABEL } from '../../../core/figure/provenance';
import type { FigureRow } from '../../storage/db/rows';
import { parseStrings } from '../stored/json';
import { readTyped } from './values';
import { metricName } from '../../../core/figure/display/names';
import type { Direction } from '../../../core/figure/model';

type Cells = { -readonly [K in keyof FigureRow]?: FigureRow[K] };

/** The cells of one edit as they come, and the fields that the person has now set. */
interface Editing {
  readonly row: FigureRow;
  readonly set: FigureEdit;
  readonly now: string;
  readonly cells: Cells;
  readonly fields: Set<FigureField>;
}

/** The cells that `set` changes; empty when the figure says all of it already. E_INPUT when a value cannot be read. */
export function editFigure(row: FigureRow, set: FigureEdit, now: string): Partial<FigureRow> {
  const editing: Editing = { row, set, now, cells: {}, fields: new Set() };
  for (const field of FIELD_NAMES) if (set[field] !== undefined && !isOwn(field)) editAsTyped(editing, field);
  for (const edit of OWN_EDITS) edit(editing);
  const { cells } = editing;
  const fields = [...editing.fields].filter((field) => fieldOf(field).by === 'extraction');
  if (fields.length > 0) cells.edited = JSON.stringify([...new Set([...parseStrings(row.edited), ...fields])]);
  return cells;
}

const isOwn = (field: FigureField): field is OwnField => fieldOf(field).kind === 'own';
const emptyToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

/** A field whose value is its cell. */
function editAsTyped({ row, set, cells, fields }: Editing, field: PlainField | ChoiceField): void {
  const value = set[field];
  const cell = fieldOf(field).kind === 'words' ? emptyToNull(value ?? null) : value;
  if (cell === row[field]) return;
  Object.assign(cells, { [field]: cell });
  fields.add(field);
}

/** The editors of fields that are read, or that set other cells too. Value and scale are read together, after the currency. */
const EDITORS: Readonly<Record<OwnField, (editing: Editing) => void>> = {
  period: (editing) => editRead(editing, 'period', periodOf),
  currency: (editing) => editRead(editing, 'currency', currencyOf),
  value: editValue,
  scale: editValue,
  metric: editMetric,
  provenance: editProvenance,
  review: editReview,
};

const OWN_EDITS = new Set(Object.values(EDITORS));

function editRead(
  { row, set, cells, fields }: Editing,
  field: 'period' | 'currency',
  read: (text: string | null, row: FigureRow) => string | null,
): void {
  const typed = set[field];
  if (typed === undefined) return;
  const value = read(emptyToNull(typed), row);
  if (value === row[field]) return;
  cells[field] = value;
  fields.add(field);
}

/** Words without a year are read beside the period the figure has. */
function periodOf(text: string | null, row: FigureRow): string | null {
  // What the text of a document said stays sayable, also where it is not of the usual form.
  if (text === null || text === row.period) return text;
  const read = readTypedPeriod(text, { asOf: null, fiscalYearEndMonth: 12, period: row.period });
  if ('error' in read) throw new TieoutError('E_INPUT', read.error);
  return read.period;
}

function currencyOf(text: string | null): string | null {
  if (text === null) return null;
  const code = text.toUpperCase();
  if (currencyCodes.has(code)) return code;
  throw new TieoutError('E_INPUT', `“${text}” is not a currency: type its three letters, such as USD, EUR or CNY.`);
}

/**
 * Value and scale together make the reading, so either of them reads it anew. A new value has the direction that is typed
 * with it and no other; a unit or currency written in it is set, unless one is set beside it that says otherwise.
 */
function editValue(editing: Editing): void {
  const { row, set, cells, fields } = editing;
  if (set.value === undefined && set.scale === undefined) return;
  const { kind } = row;
  const unit = set.unit ?? row.unit;
  const currency = cells.currency === undefined ? row.currency : cells.currency;
  const open = row.value === '' && set.unit === undefined && set.currency === undefined;
  const typed = { value: set.value ?? row.value, scale: set.scale ?? row.scale, unit, currency, kind, open };
  const replaced = set.value !== undefined && set.value !== row.value;
  if (!replaced && typed.scale === row.scale && row.direction === null) return;
  const { cells: read, said } = readTyped(typed);
  const direction = set.direction === undefined ? directionOf(editing, read.direction) : set.direction;
  if (set.value !== undefined && read.value !== row.value) fields.add('value');
  if (read.scale !== row.scale) fields.add('scale');
  if (direction !== row.direction) fields.add('direction');
  if (said.unit !== null) cells.unit = said.unit;
  takeCurrency(editing, said.currency, typed.value);
  const same = read.value === row.value && read.scale === row.scale && direction === row.direction;
  if (!same || cells.currency !== undefined) Object.assign(cells, { ...read, direction });
}

/** Another scale says nothing of the direction; a value replaces it. */
const directionOf = ({ row, set }: Editing, typed: Direction | null): Direction | null =>
  set.value === undefined ? row.direction : typed;

function takeCurrency({ set, cells, fields }: Editing, said: string | null, text: string): void {
  if (said === null) return;
  if (set.currency === undefined) {
    cells.currency = said;
    fields.add('currency');
    return;
  }
  const beside = set.currency === null ? 'no currency' : set.currency;
  throw new TieoutError('E_INPUT', `“${text}” is in ${said}, and its unit says ${beside}: make them agree.`, {
    value: text,
  });
}

/** A metric is typed in words; its canonical name is the lexicon's, so that "net sales" and "revenue" compare as one. */
function editMetric({ row, set, cells, fields }: Editing): void {
  if (set.metric === undefined) return;
  const label = emptyToNull(set.metric);
  if (
    label === metricName({ metricLabel: row.metric_label, metric: row.metric }) ||
    (label !== null && label === row.metric)
  )
    return;
  cells.metric_label = label;
  cells.metric = label === null ? null : canonicalMetric(label);
  fields.add('metric');
  // The direction of a change is its sign and stays; of anything else it belonged to what the figure was before.
  const isChange = row.kind === 'growth' || row.kind === 'delta';
  if (isChange || set.direction !== undefined || set.value !== undefined || row.direction === null) return;
  cells.direction = null;
  fields.add('direction');
}

function editProvenance({ row, set, cells, fields }: Editing): void {
  if (set.provenance === undefined || set.provenance === row.provenance) return;
  cells.provenance = set.provenance;
  cells.inherited_class = set.provenance === 'derived' ? row.inherited_class : null;
  cells.cue = analystCue(row, `Set to ${PROVENANCE_LABEL[set.provenance].toLowerCase()} by the analyst.`);
  fields.add('provenance');
}

export function analystCue(row: Pick<FigureRow, 'quote' | 'start_at' | 'end_at'>, reason: string): string {
  return JSON.stringify({
    rule: 'analyst',
    text: row.quote,
    start: row.start_at ?? 0,
    end: row.end_at ?? 0,
    reason,
  });
}

function editReview({ row, set, cells, now }: Editing): void {
  if (set.review === undefined || set.review === row.review) return;
  cells.review = set.review;
  cells.reviewed_at = set.review === 'unreviewed' ? null : now;
}
