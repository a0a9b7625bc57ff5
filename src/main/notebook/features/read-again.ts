/** Reads documents of the notebook anew in place, after what they are read by was set; what was set by hand stays. */
import { groupBy } from '../../../core/base/group';
import { all, type ReadableDb } from '../../storage/db/db';
import { newestDocuments } from '../../storage/queries/versions';
import type { Recorder } from '../../storage/recorder';
import type { SourceRow } from '../../storage/db/rows';
import type { Context } from '../context/context';
import { requireRecord } from '../stored/required-record';
import { setTierOf } from '../sources/source-row';
import { citedTiers } from '../imports/document/cited-tiers';
import { encodeUndisclosed, writeAnalysis } from '../imports/document/commit';
import { reread } from '../imports/document/reread';

/** Document `id` as it is read by what is set now. Throws `E_NOT_FOUND` where there is none. */
export function readAgain(context: Context, tx: Recorder, id: string): void {
  const row = requireRecord(tx.db, 'document', id);
  const analysis = reread(row, context.documents.layout(row), citedTiers(tx.db, id));
  tx.update('document', id, { period: analysis.context.period, undisclosed: encodeUndisclosed(analysis) });
  writeAnalysis(tx, context, requireRecord(tx.db, 'document', id), analysis);
}

/** Does `work` on sources, then reads the documents again in which the set tier of a cited source is another than before. */
export function rereadByTiers(context: Context, tx: Recorder, work: () => void): void {
  const before = setTiersByDocument(tx.db);
  work();
  const after = setTiersByDocument(tx.db);
  for (const { id } of newestDocuments(tx.db)) {
    if ((before.get(id) ?? []).join() !== (after.get(id) ?? []).join()) readAgain(context, tx, id);
  }
}

/** Of each document that cites such a source, the citations with the tier that was set. */
function setTiersByDocument(db: ReadableDb): ReadonlyMap<string, readonly string[]> {
  const cited = all<SourceRow & { readonly citation: string; readonly citing: string }>(
    db,
    `SELECT s.*, c.id AS citation, c.document AS citing FROM source s JOIN citation c ON c.source = s.id
    WHERE s.tier_set = 1 OR (s.tier_set IS NULL AND s.edited = 1) ORDER BY c.id`,
  ).flatMap((row) => {
    const tier = setTierOf(row);
    return tier === null ? [] : [{ citing: row.citing, said: `${row.citation} ${tier}` }];
  });
  return new Map([...groupBy(cited, ({ citing }) => citing)].map(([id, said]) => [id, said.map((one) => one.said)]));
}
