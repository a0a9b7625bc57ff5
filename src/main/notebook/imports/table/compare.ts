/**
 * Holds the figures of a table against those that are here: new, the same, or another value under the same key. Only
 * figures without a place in a document can change; nothing is ever removed.
 */
import type { TableFigure } from '../../../../core/table/cell-figure';
import type { KeyField, TableMapping } from '../../../../core/table/model';
import { all, type ReadableDb } from '../../../storage/db';
import type { FigureRow } from '../../../storage/rows';
import { noteOf, valueCells } from './cells';

export interface PlannedCell {
  readonly what: 'new' | 'same' | 'changed' | 'twice';
  readonly figure: TableFigure;
  /** The figure that is here, and the cells of it that change. */
  readonly old: FigureRow | null;
  readonly set: Partial<FigureRow> | null;
  readonly doubt: string | null;
}

export interface PlannedTable {
  readonly cells: readonly PlannedCell[];
  readonly mapping: TableMapping;
}

/** Loose figures by key, in the order they were made: the second with a key meets the second in the file. */
type Known = ReadonlyMap<string, readonly FigureRow[]>;

export function compareTable(db: ReadableDb, figures: readonly TableFigure[], mapping: TableMapping): PlannedTable {
  const known = looseFigures(db, mapping.key);
  // Values already met under each key: a set, because a table without a period may have one key for all of its rows.
  const seen = new Map<string, Set<string>>();
  const cells = figures.map((figure): PlannedCell => {
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

function compare(figure: TableFigure, old: FigureRow | undefined, isAgain: boolean): PlannedCell {
  const doubt = figure.doubt ?? (isAgain ? TWICE : null);
  if (old === undefined) return { what: 'new', figure, old: null, set: null, doubt };
  const set = changesOf(figure, old);
  return set === null ? { what: 'same', figure, old, set, doubt } : { what: 'changed', figure, old, set, doubt };
}

function looseFigures(db: ReadableDb, key: readonly KeyField[]): Known {
  const known = new Map<string, FigureRow[]>();
  for (const row of all<FigureRow>(db, 'SELECT * FROM figure WHERE document IS NULL ORDER BY rowid')) {
    const at = keyOf(row, key);
    const list = known.get(at);
    if (list === undefined) known.set(at, [row]);
    else list.push(row);
  }
  return known;
}

const keyOf = (figure: Readonly<Record<KeyField, string | null>>, key: readonly KeyField[]): string =>
  key.reduce((joined, field) => `${joined}\u0001${figure[field] ?? ''}`, '').toLowerCase();

function valueKey({ reading, raw, unit, currency }: TableFigure): string {
  const value = reading === null ? raw : `${reading.low}\u0001${reading.high}\u0001${reading.qualifier}`;
  return `${value}\u0001${unit}\u0001${currency}`;
}

const READ = ['low', 'high', 'unit', 'currency', 'qualifier', 'approximate', 'direction'] as const;

/**
 * The cells that the table changes; null where it says what is here already. Another scale or another precision of the
 * same number is no change. A class changes only where the table itself says it.
 */
function changesOf(figure: TableFigure, old: FigureRow): Partial<FigureRow> | null {
  const cells = valueCells(figure);
  const isOther =
    READ.some((column) => cells[column] !== old[column]) || (figure.reading === null && old.quote !== cells.quote);
  const classed =
    figure.saysProvenance && figure.provenance !== old.provenance ? { provenance: figure.provenance } : {};
  const noted = figure.note !== '' && !old.note.includes(figure.note) ? { note: joined(old.note, noteOf(figure)) } : {};
  const set = { ...(isOther ? { ...cells, kind: figure.kind } : {}), ...classed, ...noted };
  return Object.keys(set).length === 0 ? null : set;
}

const joined = (old: string, added: string): string => (old === '' ? added : `${old}\n${added}`);
