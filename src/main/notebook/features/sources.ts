/** Sources: CSL items that figures rest on, edited in their grid, merged when two are one. */
import { all } from '../../storage/db/db';
import type { Recorder } from '../../storage/recorder';
import type { CitationRow, LinkRow } from '../../storage/db/rows';
import type { NotebookHandlers } from '../context/context';
import { parseCsl } from '../sources/csl';
import { requireRecord } from '../stored/required-record';
import { insertSource, setTierOf, sourceCells } from '../sources/source-row';
import { rereadByTiers } from './read-again';

export const sources = {
  'source.list': ({ sources: kept }) => [...kept.list()],

  'source.create': ({ command, newId, now }, { csl }) => {
    const { revision, value: id } = command('Add source', (tx) =>
      insertSource(tx, { newId, now }, csl, { byHand: true }),
    );
    return { revision, id };
  },

  'source.update': (context, { edits }) => {
    const label = edits.length === 1 ? 'Edit source' : `Edit ${edits.length} sources`;
    const { revision } = context.command(label, (tx) => {
      rereadByTiers(context, tx, () => {
        for (const { id, csl, tier } of edits) {
          const row = requireRecord(tx.db, 'source', id);
          const was = setTierOf(row);
          const set = tier === undefined ? was : tier;
          const cells = sourceCells(row, { ...parseCsl(row), ...csl }, set);
          if (cells.csl !== row.csl || set !== was) tx.update('source', id, { ...cells, edited: 1 });
        }
      });
    });
    return { revision };
  },

  'source.remove': (context, { ids }) => {
    const label = ids.length === 1 ? 'Remove source' : `Remove ${ids.length} sources`;
    const { revision } = context.command(label, (tx) => {
      rereadByTiers(context, tx, () => {
        for (const id of ids) {
          requireRecord(tx.db, 'source', id);
          for (const link of linksTo(tx, id)) tx.remove('link', link.id);
          for (const citation of citationsTo(tx, id)) tx.update('citation', citation.id, { source: null });
          tx.remove('source', id);
        }
      });
    });
    return { revision };
  },

  'source.merge': (context, { into, from, csl }) => {
    const { revision } = context.command('Merge sources', (tx) => {
      rereadByTiers(context, tx, () => {
        for (const id of from.filter((one) => one !== into)) mergeSource(tx, into, id);
        if (csl !== undefined) {
          const row = requireRecord(tx.db, 'source', into);
          tx.update('source', into, { ...sourceCells(row, { ...parseCsl(row), ...csl }), edited: 1 });
        }
      });
    });
    return { revision };
  },
} satisfies Pick<
  NotebookHandlers,
  'source.list' | 'source.create' | 'source.update' | 'source.remove' | 'source.merge'
>;

const linksTo = (tx: Recorder, source: string): readonly LinkRow[] =>
  all<LinkRow>(tx.db, 'SELECT * FROM link WHERE source = ?', source);

const citationsTo = (tx: Recorder, source: string): readonly CitationRow[] =>
  all<CitationRow>(tx.db, 'SELECT * FROM citation WHERE source = ?', source);

/** What pointed to `id` points to `into`, which is filled in where it says nothing itself. */
function mergeSource(tx: Recorder, into: string, id: string): void {
  const [kept, other] = [requireRecord(tx.db, 'source', into), requireRecord(tx.db, 'source', id)];
  const linked = new Set(linksTo(tx, into).map((link) => link.figure));
  for (const citation of citationsTo(tx, id)) tx.update('citation', citation.id, { source: into });
  for (const link of linksTo(tx, id)) {
    if (linked.has(link.figure)) tx.remove('link', link.id);
    else tx.update('link', link.id, { source: into });
  }
  tx.remove('source', id);
  const csl = { ...parseCsl(other), ...parseCsl(kept) };
  const cells = sourceCells(kept, csl, setTierOf(kept) ?? setTierOf(other));
  tx.update('source', into, { ...cells, document: kept.document ?? other.document });
}
