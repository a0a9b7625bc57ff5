/** Which tables a change touches, as the file and as the window's cache call them. */
import { type Changeset, splitKey } from '../../../core/change/changeset';
import { isRecordTable, type RecordTable } from '../../storage/db/rows';
import type { WireTable } from './context';

/** The tables of which a changeset holds a record. */
export function touchedTables(changeset: Changeset): ReadonlySet<RecordTable> {
  const keys = [...changeset.added.keys(), ...changeset.updated.keys(), ...changeset.removed.keys()];
  return new Set(keys.map((key) => splitKey(key).table).filter(isRecordTable));
}

/** What the window's cache calls the tables of the file. */
export const WIRE_TABLES: Readonly<Record<RecordTable, readonly WireTable[]>> = {
  document: ['document'],
  section: ['document'],
  table_data: ['document'],
  source: ['source'],
  citation: ['document', 'source'],
  figure: ['figure', 'document'],
  citation_figure: ['figure', 'link', 'source'],
  link: ['link', 'figure', 'source'],
  annotation: ['annotation'],
  structure_item: ['structure'],
  note: ['note'],
  report: ['report'],
  saved_view: ['view'],
  finding_status: ['finding', 'figure', 'document'],
  rule_off: ['finding', 'figure', 'document'],
};
