/** Undo, redo and the list of changes. */
import { findConflicts, invert, isEmpty, splitKey, type CellConflict, type Row } from '../../../core/change/changeset';
import { TieoutError } from '../../../contract/errors';
import { readChangesBefore } from '../../storage/queries/changes';
import { readRecord } from '../../storage/records';
import { isRecordTable } from '../../storage/rows';
import type { ReadableDb } from '../../storage/db';
import type { Context, NotebookHandlers } from '../context';

export const historyFeature = {
  'history.list': ({ db, history }, { limit, before }) => {
    const standing = history.standing();
    return readChangesBefore(db, before ?? Number.MAX_SAFE_INTEGER, limit).map((change) => ({
      id: change.id,
      label: change.label,
      at: change.at,
      kind: change.kind,
      changes: change.records,
      undone: change.kind !== 'undo' && change.kind !== 'redo' && !standing.has(change.step),
    }));
  },
  'history.undo': (context) => step(context, 'undo'),
  'history.redo': (context) => step(context, 'redo'),
} satisfies Pick<NotebookHandlers, 'history.list' | 'history.undo' | 'history.redo'>;

function step(context: Context, direction: 'undo' | 'redo'): { revision: number; label: string | null } {
  const { db, history, command } = context;
  const target = history.next(direction);
  const label = history.label(direction);
  if (target === null || label === null) return { revision: context.revision(), label: null };
  const forward = history.changeset(target);
  const change = direction === 'undo' ? invert(forward) : forward;
  const conflicts = findConflicts(change, (key) => readByKey(db, key));
  if (conflicts.length > 0) throw conflict(direction, label, conflicts);
  const done = command(`${direction === 'undo' ? 'Undo' : 'Redo'}: ${label}`, (tx) => tx.apply(change), {
    kind: direction,
    step: target,
    always: isEmpty(change),
  });
  return { revision: done.revision, label };
}

function readByKey(db: ReadableDb, key: `${string}/${string}`): Row | undefined {
  const { table, id } = splitKey(key);
  return isRecordTable(table) ? readRecord(db, table, id) : undefined;
}

function conflict(direction: 'undo' | 'redo', label: string, conflicts: readonly CellConflict[]): TieoutError {
  const cells = conflicts.slice(0, 3).map(({ key, column }) => (column === null ? key : `${key} ${column}`));
  const more = conflicts.length > 3 ? ` and ${conflicts.length - 3} more` : '';
  return new TieoutError(
    'E_CONFLICT',
    `Cannot ${direction} “${label}”: ${cells.join(', ')}${more} changed since. Change them back first.`,
    conflicts,
  );
}
