/** Brings the rows a document has in line with those it should have, keeping the ids of rows that say the same thing. */
import type { Recorder } from '../../storage/recorder';
import type { RecordTable, RecordTables } from '../../storage/db/rows';

type Without<T> = Omit<T, 'id'>;

export interface Sync<T extends RecordTable> {
  readonly have: readonly RecordTables[T][];
  readonly want: readonly Without<RecordTables[T]>[];
  /** Unique within `have` and within `want`; rows with the same key are the same thing. */
  readonly key: (row: Without<RecordTables[T]>) => string;
  readonly newId: () => string;
}

/** Gives the ids in the order of `want`. */
export function syncRows<T extends RecordTable>(tx: Recorder, table: T, sync: Sync<T>): readonly string[] {
  const left = new Map(sync.have.map((row) => [sync.key(row), row]));
  const plan = sync.want.map((row) => {
    const old = left.get(sync.key(row));
    left.delete(sync.key(row));
    return { row, old };
  });
  for (const old of left.values()) tx.remove(table, old.id);
  return plan.map(({ row, old }) => {
    const id = old?.id ?? sync.newId();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row without its id, and the id
    const record = { ...row, id } as RecordTables[T];
    if (old === undefined) tx.insert(table, record);
    else tx.update(table, id, record);
    return id;
  });
}
