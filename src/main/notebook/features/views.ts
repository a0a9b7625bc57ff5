/** Saved views of the grids: kept in the notebook, so that they travel with it. */
import type { ViewRecord } from '../../../contract/records';
import { first, listed } from '../../storage/db/db';
import type { SavedViewRow } from '../../storage/db/rows';
import type { NotebookHandlers } from '../context/context';
import { parseJson } from '../stored/json';
import { requireRecord } from '../stored/required-record';

export const views = {
  'view.list': ({ db }, { place }) =>
    listed<SavedViewRow>(db, 'SELECT * FROM saved_view WHERE place = ? ORDER BY name COLLATE NOCASE', place).map(
      toView,
    ),

  /** A view of the same name in the same place is replaced. */
  'view.save': ({ command, newId }, { id, place, name, state }) => {
    const json = JSON.stringify(state ?? null);
    const done = command(`Save view “${name}”`, (tx) => {
      const named = first<SavedViewRow>(tx.db, 'SELECT * FROM saved_view WHERE place = ? AND name = ?', place, name);
      const row = id === null ? named : requireRecord(tx.db, 'saved_view', id);
      if (row === undefined) {
        const fresh = newId('v');
        tx.insert('saved_view', { id: fresh, place, name, state: json });
        return fresh;
      }
      if (named !== undefined && named.id !== row.id) tx.remove('saved_view', named.id);
      tx.update('saved_view', row.id, { place, name, state: json });
      return row.id;
    });
    return { revision: done.revision, id: done.value };
  },

  'view.remove': ({ command }, { id }) => {
    const { revision } = command('Remove view', (tx) => {
      tx.remove('saved_view', requireRecord(tx.db, 'saved_view', id).id);
    });
    return { revision };
  },
} satisfies Pick<NotebookHandlers, 'view.list' | 'view.save' | 'view.remove'>;

function toView(row: SavedViewRow): ViewRecord {
  const state = parseJson(row.state);
  return { id: row.id, place: row.place, name: row.name, state };
}
