/** What the shell shows of the notebook as a whole. */
import { basename } from 'node:path';
import { count, first } from '../../storage/db';
import type { NotebookHandlers } from '../context';
import { openFindings, score } from '../summary';

export const info = {
  'notebook.info': ({ db, path, readOnly, revision, history }) => ({
    path,
    name: basename(path).replace(/\.tieout$/, ''),
    readOnly,
    revision: revision(),
    undo: history.label('undo'),
    redo: history.label('redo'),
    documents: count(db, 'SELECT count(*) FROM document'),
    figures: count(db, 'SELECT count(*) FROM figure'),
    sources: count(db, 'SELECT count(*) FROM source'),
    openFindings: openFindings(db),
    reports: count(db, 'SELECT count(*) FROM report'),
    score: score(
      count(db, 'SELECT count(*) FROM figure_audit WHERE tied = 1'),
      count(db, 'SELECT count(*) FROM figure'),
    ),
    asOf: first<{ at: string | null }>(db, 'SELECT max(as_of) AS at FROM document')?.at ?? null,
    savedAt: first<{ at: string | null }>(db, 'SELECT at FROM change ORDER BY id DESC LIMIT 1')?.at ?? null,
  }),
} satisfies Pick<NotebookHandlers, 'notebook.info'>;
