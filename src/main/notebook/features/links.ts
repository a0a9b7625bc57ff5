/** Links the analyst makes from a figure to a source, and taking either kind of citation off a figure. */
import { all, first } from '../../storage/db/db';
import type { CitationFigureRow, LinkRow } from '../../storage/db/rows';
import type { Recorder } from '../../storage/recorder';
import type { Context, NotebookHandlers } from '../context/context';
import { parseStrings } from '../stored/json';
import { requireRecord } from '../stored/required-record';

export const links = {
  'link.add': ({ command, newId, now }, { figures, source, locator }) => {
    const label = figures.length === 1 ? 'Link source' : `Link source to ${figures.length} figures`;
    const { revision } = command(label, (tx) => {
      for (const figure of figures) addLink(tx, { newId, now }, { figure, source, locator });
    });
    return { revision };
  },

  'link.remove': ({ command }, { figure, source }) => {
    const { revision } = command('Unlink source', (tx) => {
      const row = requireRecord(tx.db, 'figure', figure);
      const link = first<LinkRow>(tx.db, 'SELECT * FROM link WHERE figure = ? AND source = ?', figure, source);
      if (link !== undefined) tx.remove('link', link.id);
      const cited = all<CitationFigureRow>(
        tx.db,
        `SELECT cf.* FROM citation_figure cf JOIN citation c ON c.id = cf.citation WHERE cf.figure = ? AND c.source = ?`,
        figure,
        source,
      );
      for (const { id } of cited) tx.remove('citation_figure', id);
      if (cited.length === 0) return;
      const edited = [...new Set([...parseStrings(row.edited), 'citations'])];
      tx.update('figure', figure, { edited: JSON.stringify(edited) });
    });
    return { revision };
  },
} satisfies Pick<NotebookHandlers, 'link.add' | 'link.remove'>;

/** Links once: a second time only the locator is set. Gives the link's id. */
export function addLink(
  tx: Recorder,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  { figure, source, locator }: Pick<LinkRow, 'figure' | 'source' | 'locator'>,
): string {
  requireRecord(tx.db, 'figure', figure);
  requireRecord(tx.db, 'source', source);
  const here = first<LinkRow>(tx.db, 'SELECT * FROM link WHERE figure = ? AND source = ?', figure, source);
  if (here !== undefined) {
    tx.update('link', here.id, { locator });
    return here.id;
  }
  const id = newId('l');
  tx.insert('link', { id, figure, source, locator, created_at: now() });
  return id;
}
