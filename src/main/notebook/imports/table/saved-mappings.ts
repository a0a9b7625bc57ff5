/** Mappings that were kept in the notebook: found again by their columns' heads, and laid over a new sheet by them. */
import { tableMapping } from '../../../../contract/records/table-plan';
import { wordsKey } from '../../../../core/figure/cell/column-words';
import { headTexts } from '../../../../core/table/head';
import type { ColumnMapping, Sheet, TableMapping } from '../../../../core/table/model';
import { columnCount } from '../../../../core/table/columns';
import { z } from 'zod';
import { all, first, type ReadableDb } from '../../../storage/db/db';
import type { Recorder } from '../../../storage/recorder';
import type { SavedViewRow } from '../../../storage/db/rows';

const MAPPING_PLACE = 'import-mapping';

const savedState = z.object({ heads: z.array(z.string()), mapping: tableMapping });
export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly heads: readonly string[];
  readonly mapping: TableMapping;
}

export function savedMappings(db: ReadableDb): readonly SavedMapping[] {
  const rows = all<SavedViewRow>(db, 'SELECT * FROM saved_view WHERE place = ? ORDER BY rowid DESC', MAPPING_PLACE);
  return rows.flatMap(({ id, name, state }) => {
    const read = savedState.safeParse(JSON.parse(state));
    return read.success ? [{ id, name, ...read.data }] : [];
  });
}

export const headsOf = (sheet: Sheet, mapping: TableMapping): readonly string[] =>
  headTexts(sheet, mapping.head, columnCount(sheet)).map((texts) => wordsKey(texts.join(' ')));

/**
 * The saved mapping on a sheet for which `proposed` was made: columns whose heads it knows as it has them, new ones (the
 * next quarter) as proposed. Null unless all columns that are no values, and one more, are there.
 */
export function layOver(saved: SavedMapping, proposed: TableMapping, heads: readonly string[]): TableMapping | null {
  const known = new Map<string, ColumnMapping>();
  saved.heads.forEach((head, index) => {
    const column = saved.mapping.columns[index];
    if (column !== undefined && head !== '') known.set(head, column);
  });
  const needed = saved.heads.filter((_, index) => isNeeded(saved.mapping.columns[index]));
  const here = new Set(heads);
  if (!needed.every((head) => here.has(head)) || !heads.some((head) => known.has(head))) return null;
  const columns = proposed.columns.map((column, index) => known.get(heads[index] ?? '') ?? column);
  const { locale, dates, defaults, key, doubtful } = saved.mapping;
  return { ...proposed, columns, locale, dates, defaults, key, doubtful };
}

const isNeeded = (column: ColumnMapping | undefined): boolean =>
  column !== undefined && column.role !== 'ignore' && (column.role !== 'value' || column.says.period === null);

/** Kept under its name; one of the same name is replaced. */
export function keepMapping(
  tx: Recorder,
  newId: (prefix: string) => string,
  name: string,
  sheet: Sheet,
  mapping: TableMapping,
): void {
  const state = JSON.stringify({ heads: headsOf(sheet, mapping), mapping });
  const here = first<SavedViewRow>(tx.db, 'SELECT * FROM saved_view WHERE place = ? AND name = ?', MAPPING_PLACE, name);
  if (here === undefined) tx.insert('saved_view', { id: newId('v'), place: MAPPING_PLACE, name, state });
  else tx.update('saved_view', here.id, { state });
}
