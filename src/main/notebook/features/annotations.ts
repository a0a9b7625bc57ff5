/** Highlights and comments on a document, anchored by position and by quote. */
import { TieoutError } from '../../../contract/errors';
import { selectorFor } from '../../../core/document/anchors/selector';
import type { NotebookHandlers } from '../context/context';
import { requireRecord } from '../stored/required-record';

export const annotations = {
  'annotation.add': (context, { document, start, end, body, colour, tags }) => {
    const { command, newId, now, documents } = context;
    const text = documents.text(requireRecord(context.db, 'document', document));
    if (end <= start || end > text.length) {
      throw new TieoutError('E_INPUT', 'Select some words of the text to annotate.');
    }
    const { exact, prefix, suffix } = selectorFor(text, { start, end });
    const id = newId('a');
    const at = now();
    const { revision } = command('Annotate', (tx) => {
      tx.insert('annotation', {
        id,
        document,
        start_at: start,
        end_at: end,
        exact,
        prefix,
        suffix,
        body,
        colour,
        tags: JSON.stringify(tags),
        created_at: at,
        updated_at: at,
      });
    });
    return { revision, id };
  },

  'annotation.update': ({ command, now }, { id, set }) => {
    const { revision } = command('Edit annotation', (tx) => {
      const row = requireRecord(tx.db, 'annotation', id);
      const tags = set.tags === undefined ? row.tags : JSON.stringify(set.tags);
      const cells = { body: set.body ?? row.body, colour: set.colour ?? row.colour, tags };
      if (cells.body === row.body && cells.colour === row.colour && tags === row.tags) return;
      tx.update('annotation', id, { ...cells, updated_at: now() });
    });
    return { revision };
  },

  'annotation.remove': ({ command }, { id }) => {
    const { revision } = command('Remove annotation', (tx) => {
      tx.remove('annotation', requireRecord(tx.db, 'annotation', id).id);
    });
    return { revision };
  },
} satisfies Pick<NotebookHandlers, 'annotation.add' | 'annotation.update' | 'annotation.remove'>;
