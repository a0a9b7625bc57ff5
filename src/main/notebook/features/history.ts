/** Undo, redo and the list of changes. */
import { findConflicts, invert, isEmpty, splitKey, type CellConflict, type Row } from '../../../core/change/changeset';
import { TieoutError } from '../../../contract/errors';
import { readChange, readChangesBefore } from '../../storage/queries/changes';
import { readRecord } from '../../storage/records';
import { isRecordTable } from '../../storage/db/rows';
import type { ReadableDb } from '../../storage/db/db';
import type { Context, NotebookHandlers } from '../context/context';

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
  'history.undo': (context, { step }) =>
    step === undefined ? take(context, 'undo', context.history.next('undo')) : undoOne(context, step),
  'history.redo': (context) => take(context, 'redo', context.history.next('redo')),
} satisfies Pick<NotebookHandlers, 'history.list' | 'history.undo' | 'history.redo'>;

interface Taken {
  readonly revision: number;
  readonly label: string | null;
  readonly step: number | null;
}

/** One named step, wherever it stands: what came after it stays, and where that rests on it nothing is undone. */
function undoOne(context: Context, step: number): Taken {
  const label = readChange(context.db, step)?.label ?? null;
  if (label === null) throw new TieoutError('E_NOT_FOUND', 'That step is not in the history of this notebook.');
  if (!context.history.standing().has(step)) {
    throw new TieoutError('E_CONFLICT', `“${label}” was undone already.`);
  }
  try {
    return take(context, 'undo', step);
  } catch (error) {
    if (!isConstraint(error)) throw error;
    throw new TieoutError('E_CONFLICT', `Cannot undo “${label}”: later changes depend on it. Undo those first.`);
  }
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

function take(context: Context, direction: 'undo' | 'redo', target: number | null): Taken {
  const { db, history, command } = context;
  const label = target === null ? null : (readChange(db, target)?.label ?? null);
  if (target === null || label === null) return { revision: context.revision(), label: null, step: null };
  const forward = history.changeset(target);
  const change = direction === 'undo' ? invert(forward) : forward;
  const conflicts = findConflicts(change, (key) => readByKey(db, key));
  if (conflicts.length > 0) throw conflict(direction, label, conflicts);
  const done = command(`${direction === 'undo' ? 'Undo' : 'Redo'}: ${label}`, (tx) => tx.apply(change), {
    kind: direction,
    step: target,
    always: isEmpty(change),
  });
  return { revision: done.revision, label, step: target };
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
