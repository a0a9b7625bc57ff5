/** What the shell shows of the notebook as a whole. */
import { basename } from 'node:path';
import { count, first, type ReadableDb } from '../../storage/db/db';
import { newestDocuments, notSuperseded } from '../../storage/queries/versions';
import type { NotebookHandlers } from '../context/context';
import { openFindings, score } from '../audit/summary';

const countFigures = (db: ReadableDb): number => count(db, `SELECT count(*) FROM figure f WHERE ${notSuperseded('f')}`);

export const info = {
  'notebook.info': ({ db, path, readOnly, revision, history }) => ({
    path,
    name: basename(path).replace(/\.tieout$/, ''),
    readOnly,
    revision: revision(),
    undo: history.label('undo'),
    redo: history.label('redo'),
    documents: newestDocuments(db).length,
    figures: countFigures(db),
    sources: count(db, 'SELECT count(*) FROM source'),
    openFindings: openFindings(db),
    reports: count(db, 'SELECT count(*) FROM report'),
    score: score(
      count(db, 'SELECT count(*) FROM figure_audit WHERE counted = 1 AND tied = 1'),
      count(db, 'SELECT count(*) FROM figure_audit WHERE counted = 1'),
    ),
    asOf: first<{ at: string | null }>(db, 'SELECT max(as_of) AS at FROM document')?.at ?? null,
    savedAt: first<{ at: string | null }>(db, 'SELECT at FROM change ORDER BY id DESC LIMIT 1')?.at ?? null,
  }),

  'log.read': ({ log }) => ({ lines: [...log.lines()] }),
} satisfies Pick<NotebookHandlers, 'notebook.info' | 'log.read'>;
