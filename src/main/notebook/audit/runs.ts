/**
 * Which documents the last runs of the audit gave other verdicts, kept in the file: what is summed of a document stands
 * until then, also for a reader on another connection.
 */
import { z } from 'zod';
import type { ReadableDb, WritableDb } from '../../storage/db/db';
import { readMeta, writeMeta } from '../../storage/queries/meta';
import { parseJson } from '../stored/json';

const KEPT = 20;
/** A run that gave more documents other verdicts touches all. */
const MOST_DOCUMENTS = 50;

const schema = z.object({
  /** Number of the last run that changed something; 0 where there was none. */
  last: z.int().min(0),
  /** What the last runs touched, the newest last; null for all documents, a null among them for figures of none. */
  touched: z.array(z.array(z.string().nullable()).nullable()).max(KEPT),
});
export type Runs = z.infer<typeof schema>;

const NONE: Runs = { last: 0, touched: [] };

export function readRuns(db: ReadableDb): Runs {
  const stored = readMeta(db, 'audit_runs');
  return stored === null ? NONE : schema.catch(NONE).parse(parseJson(stored));
}

/** Notes a run that gave figures of these documents other verdicts; null for all of them. */
export function noteRun(db: WritableDb, documents: ReadonlySet<string | null> | null): void {
  const { last, touched } = readRuns(db);
  const these = documents === null || documents.size > MOST_DOCUMENTS ? null : [...documents];
  const runs: Runs = { last: last + 1, touched: [...touched, these].slice(-KEPT) };
  writeMeta(db, 'audit_runs', JSON.stringify(runs));
}

/** Documents that runs after `since` touched; null where that is not known, or all. */
export function touchedByRuns({ last, touched }: Runs, since: number): ReadonlySet<string | null> | null {
  const missed = last - since;
  if (missed < 0 || missed > touched.length) return null;
  const documents = new Set<string | null>();
  for (const run of missed === 0 ? [] : touched.slice(-missed)) {
    if (run === null) return null;
    for (const document of run) documents.add(document);
  }
  return documents;
}
