/** Sources: CSL items that figures rest on, edited in their grid, merged when two are one. */
import { all } from '../../storage/db/db';
import type { Recorder } from '../../storage/recorder';
import type { CitationRow, LinkRow } from '../../storage/db/rows';
import type { NotebookHandlers } from '../context/context';
import { parseCsl } from '../sources/csl';
import { listSources } from '../records/source';
import { requireRecord } from '../stored/required-record';
import { insertSource, withCsl } from '../sources/source-row';

export const sources = {
  'source.list': ({ db }) => listSources(db),

  'source.create': ({ command, newId, now }, { csl }) => {
    const { revision, value: id } = command('Add source', (tx) =>
      insertSource(tx, { newId, now }, csl, { byHand: true }),
    );
    return { revision, id };
  },

  'source.update': ({ command }, { edits }) => {
    const label = edits.length === 1 ? 'Edit source' : `Edit ${edits.length} sources`;
    const { revision } = command(label, (tx) => {
      for (const { id, csl, tier } of edits) {
        const row = requireRecord(tx.db, 'source', id);
        const made = withCsl(row, { ...parseCsl(row), ...csl });
        const set = { csl: made.csl, tier: tier ?? made.tier };
        if (set.csl !== row.csl || set.tier !== row.tier) tx.update('source', id, { ...set, edited: 1 });
      }
    });
    return { revision };
  },

  'source.remove': ({ command }, { ids }) => {
    const label = ids.length === 1 ? 'Remove source' : `Remove ${ids.length} sources`;
    const { revision } = command(label, (tx) => {
      for (const id of ids) {
        requireRecord(tx.db, 'source', id);
        for (const link of linksTo(tx, id)) tx.remove('link', link.id);
        for (const citation of citationsTo(tx, id)) tx.update('citation', citation.id, { source: null });
        tx.remove('source', id);
      }
    });
    return { revision };
  },

  'source.merge': ({ command }, { into, from, csl }) => {
    const { revision } = command('Merge sources', (tx) => {
      for (const id of from.filter((one) => one !== into)) mergeSource(tx, into, id);
      if (csl !== undefined) {
        const row = requireRecord(tx.db, 'source', into);
        tx.update('source', into, { ...withCsl(row, { ...parseCsl(row), ...csl }), edited: 1 });
      }
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
  const made = withCsl(kept, { ...parseCsl(other), ...parseCsl(kept) });
  tx.update('source', into, { ...made, document: kept.document ?? other.document });
}
