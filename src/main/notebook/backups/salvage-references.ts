/** After a salvage some records point to others that are gone: what can stand without them does, what cannot is lost too. */
import { all, run, type WritableDb } from '../../storage/db/db';

interface Broken {
  readonly table: string;
  readonly rowid: number;
  readonly parent: string;
  readonly fkid: number;
}

/** Until no reference leads nowhere; what was dropped, a line each. */
export function settleReferences(db: WritableDb): readonly string[] {
  const lost: string[] = [];
  for (;;) {
    const broken = all<Broken>(db, 'SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check()');
    if (broken.length === 0) return lost;
    for (const one of broken) lost.push(...settle(db, one));
  }
}

function settle(db: WritableDb, { table, rowid, parent, fkid }: Broken): readonly string[] {
  const [row] = all<{ id: string }>(db, `SELECT id FROM ${table} WHERE rowid = ?`, rowid);
  if (row === undefined) return [];
  const [column] = all<{ from: string }>(db, `SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?`, table, fkid);
  try {
    if (column === undefined) throw new Error('no such reference');
    run(db, `UPDATE ${table} SET ${column.from} = NULL WHERE rowid = ?`, rowid);
    return [`${table} ${row.id}: the ${parent} it belonged to is gone.`];
  } catch {
    run(db, `DELETE FROM ${table} WHERE rowid = ?`, rowid);
    return [`${table} ${row.id}: lost with its ${parent}.`];
  }
}
