/**
 * Holds the figures of a table against those that are here: new, the same, or another value under the same key. Only
 * figures without a place in a document can change; nothing is ever removed.
 */
import { isCorrected } from '../../../../core/figure/display/text';
import type { TableFigure } from '../../../../core/table/cell-figure';
import type { KeyField, TableMapping } from '../../../../core/table/model';
import { all, type ReadableDb } from '../../../storage/db/db';
import type { FigureRow } from '../../../storage/db/rows';
import { parseStrings } from '../../stored/json';
import type { PlannedCell, PlannedTable } from '../planned-table';
import { noteOf, valueCells } from './cells';
import { keyAsRead } from './key-as-read';
import { namesOf } from '../../../../core/base/names';
import { groupBy } from '../../../../core/base/group';

/** Loose figures by key, in the order they were made: the second with a key meets the second in the file. */
type Known = ReadonlyMap<string, readonly FigureRow[]>;

/** `step` is asked at each figure and may throw, which ends the plan. */
export function compareTable(
  db: ReadableDb,
  figures: readonly TableFigure[],
  mapping: TableMapping,
  step: () => void,
): PlannedTable {
  const known = looseFigures(db, figures, mapping.key);
  // Values already met under each key: a set, because a table without a period may have one key for all of its rows.
  const seen = new Map<string, Set<string>>();
  const cells = figures.map((figure): PlannedCell => {
    step();
    const key = keyOf(figure, mapping.key);
    const value = valueKey(figure);
    const before = seen.get(key) ?? new Set<string>();
    if (before.size === 0) seen.set(key, before);
    if (before.has(value)) return { what: 'twice', figure, old: null, set: null, doubt: null };
    before.add(value);
    return compare(figure, known.get(key)?.[before.size - 1], before.size > 1);
  });
  return { cells, mapping };
}

const TWICE = 'Another value for the same figure stands further up: one more key column may tell them apart.';

const KEPT = 'You edited this figure: the table says something else, and your edit stays.';

function compare(figure: TableFigure, old: FigureRow | undefined, isAgain: boolean): PlannedCell {
  const doubt = figure.doubt ?? (isAgain ? TWICE : null);
  if (old === undefined) return { what: 'new', figure, old: null, set: null, doubt };
  const { set, kept } = changesOf(figure, old);
  return { what: set === null ? 'same' : 'changed', figure, old, set, doubt: kept ? KEPT : doubt };
}

/**
 * By the key that the table gave, so that a figure whose key a person corrected is met again. Where the file has that key
 * no longer, the corrected one counts: the table may have been corrected too.
 */
function looseFigures(db: ReadableDb, figures: readonly TableFigure[], key: readonly KeyField[]): Known {
  const inFile = new Set(figures.map((figure) => keyOf(figure, key)));
  const loose = all<FigureRow>(db, 'SELECT * FROM figure WHERE document IS NULL ORDER BY rowid');
  return groupBy(loose, (row) => {
    const asRead = keyOf({ ...row, ...keyAsRead(db, row, key) }, key);
    return inFile.has(asRead) ? asRead : keyOf(row, key);
  });
}

const keyOf = (figure: Readonly<Record<KeyField, string | null>>, key: readonly KeyField[]): string =>
  key.reduce((joined, field) => `${joined}\u0001${figure[field] ?? ''}`, '').toLowerCase();

function valueKey({ reading, raw, unit, currency }: TableFigure): string {
  const value = reading === null ? raw : `${reading.low}\u0001${reading.high}\u0001${reading.qualifier}`;
  return `${value}\u0001${unit}\u0001${currency}`;
}

/** Cells of a value that say how its number is written, not which it is. */
const WRITING: ReadonlySet<string> = new Set(['quote', 'value', 'scale', 'low_exponent', 'high_exponent']);

interface Changes {
  /** The cells that the table changes; null where it says what is here already. */
  readonly set: Partial<FigureRow> | null;
  /** The table says another number, unit or class than the person set. */
  readonly kept: boolean;
}

/**
 * What the table changes of a figure. Another scale or another precision of the same number is no change. A class changes
 * only where the table itself says it. What a person set stays.
 */
function changesOf(figure: TableFigure, old: FigureRow): Changes {
  const edited = parseStrings(old.edited);
  const cells = valueCells(figure);
  const isOther =
    namesOf(cells).some((column) => !WRITING.has(column) && cells[column] !== old[column]) ||
    (figure.reading === null && old.quote !== cells.quote);
  const keepsNumber = isCorrected({ edited });
  const isOtherClass = figure.saysProvenance && figure.provenance !== old.provenance;
  const keepsClass = edited.includes('provenance');
  const noted = figure.note !== '' && !old.note.includes(figure.note) ? { note: joined(old.note, noteOf(figure)) } : {};
  const set = {
    ...(isOther && !keepsNumber ? { ...cells, kind: figure.kind } : {}),
    ...(isOtherClass && !keepsClass ? { provenance: figure.provenance } : {}),
    ...noted,
  };
  return {
    set: Object.keys(set).length === 0 ? null : set,
    kept: (isOther && keepsNumber) || (isOtherClass && keepsClass),
  };
}

const joined = (old: string, added: string): string => (old === '' ? added : `${old}\n${added}`);
