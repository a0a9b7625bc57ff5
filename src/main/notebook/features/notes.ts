/** The analyst's own notes, free or on a figure or document. */
import { listed } from '../../storage/db/db';
import type { NoteRow } from '../../storage/db/rows';
import type { NotebookHandlers } from '../context/context';
import { requireRecord } from '../stored/required-record';

export const notes = {
  'note.list': ({ db }) =>
    listed<NoteRow>(db, 'SELECT * FROM note ORDER BY created_at, rowid').map((row) => ({
      id: row.id,
      body: row.body,
      figure: row.figure,
      document: row.document,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    })),

  'note.save': ({ command, newId, now }, { id, body, figure, document }) => {
    const done = command(id === null ? 'Add note' : 'Edit note', (tx) => {
      const at = now();
      if (figure !== null) requireRecord(tx.db, 'figure', figure);
      if (document !== null) requireRecord(tx.db, 'document', document);
      if (id === null) {
        const fresh = newId('n');
        tx.insert('note', { id: fresh, body, figure, document, created_at: at, updated_at: at });
        return fresh;
      }
      const row = requireRecord(tx.db, 'note', id);
      const same = row.body === body && row.figure === figure && row.document === document;
      if (!same) tx.update('note', id, { body, figure, document, updated_at: at });
      return id;
    });
    return { revision: done.revision, id: done.value };
  },

  'note.remove': ({ command }, { id }) => {
    const { revision } = command('Remove note', (tx) => {
      tx.remove('note', requireRecord(tx.db, 'note', id).id);
    });
    return { revision };
  },
} satisfies Pick<NotebookHandlers, 'note.list' | 'note.save' | 'note.remove'>;
