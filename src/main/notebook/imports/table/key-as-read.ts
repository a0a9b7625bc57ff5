/** The key by which a table gave a figure, where a person has corrected fields of it since. */
import type { KeyField } from '../../../../core/table/model';
import type { ReadableDb } from '../../../storage/db/db';
import type { FigureRow } from '../../../storage/db/rows';
import { recordHistory } from '../../../storage/queries/changes';
import { parseStrings } from '../../stored/json';

type Key = Partial<Record<KeyField, string | null>>;

/**
 * The fields of `key` as they stood before a person set them, as the history has it; none where nobody did, and none of a
 * figure that was typed by hand. Where a cell stands in its file would say less: rows move between two states of a table.
 */
export function keyAsRead(db: ReadableDb, row: FigureRow, key: readonly KeyField[]): Key {
  const set = parseStrings(row.edited);
  const corrected = key.filter((field) => set.includes(field));
  if (corrected.length === 0) return {};
  const read: Key = {};
  // The newest step that made a field a person's counts: an earlier one was undone.
  for (const { before, after } of recordHistory(db, 'figure', row.id)) {
    if (before === null || after === null || !('edited' in after)) continue;
    const [was, is] = [editedOf(before), editedOf(after)];
    for (const field of corrected) {
      const cell = before[field];
      const isText = typeof cell === 'string' || cell === null;
      if (!was.includes(field) && is.includes(field) && isText) read[field] = cell;
    }
  }
  return read;
}

const editedOf = ({ edited }: Readonly<Record<string, unknown>>): readonly string[] =>
  typeof edited === 'string' ? parseStrings(edited) : [];
