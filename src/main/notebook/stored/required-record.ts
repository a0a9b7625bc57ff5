/** Records that a request names and that must be there. */
import { TieoutError } from '../../../contract/errors';
import type { ReadableDb } from '../../storage/db/db';
import { readRecord } from '../../storage/records';
import type { RecordTable, RecordTables } from '../../storage/db/rows';

/** What a person calls the records of each table. */
const NAMES: Readonly<Record<RecordTable, string>> = {
  document: 'document',
  section: 'section',
  table_data: 'table',
  source: 'source',
  citation: 'citation',
  figure: 'figure',
  citation_figure: 'citation',
  link: 'link',
  annotation: 'annotation',
  structure_item: 'item',
  note: 'note',
  report: 'report',
  saved_view: 'view',
  finding_status: 'answer',
  rule_off: 'rule setting',
};

/** The record, or E_NOT_FOUND: another window, or an undo, may have taken it away. */
export function requireRecord<T extends RecordTable>(db: ReadableDb, table: T, id: string): RecordTables[T] {
  const row = readRecord(db, table, id);
  if (row !== undefined) return row;
  throw new TieoutError('E_NOT_FOUND', `This ${NAMES[table]} is no longer in the notebook: undo to bring it back.`, {
    id,
  });
}
