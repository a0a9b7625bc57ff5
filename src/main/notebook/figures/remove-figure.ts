/** Removes a figure with what belongs to it, for imports and for a person. */
import { all } from '../../storage/db/db';
import type { Recorder } from '../../storage/recorder';

/** Takes a figure out together with what hangs on it. */
export function removeFigure(tx: Recorder, id: string): void {
  for (const table of ['citation_figure', 'link'] as const) {
    for (const row of all<{ id: string }>(tx.db, `SELECT id FROM ${table} WHERE figure = ?`, id))
      tx.remove(table, row.id);
  }
  for (const note of all<{ id: string }>(tx.db, 'SELECT id FROM note WHERE figure = ?', id)) {
    tx.update('note', note.id, { figure: null });
  }
  tx.remove('figure', id);
}
