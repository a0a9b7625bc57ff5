/** Which documents here an import may be a newer version of, and what a person's work on them becomes in the new text. */
import type { DocumentPlan } from '../../../../contract/records';
import { TieoutError } from '../../../../contract/errors';
import type { DocumentImport } from '../../../imports/result';
import type { ReadableDb } from '../../../storage/db/db';
import { readText } from '../../../storage/queries/content';
import { newestDocuments } from '../../../storage/queries/versions';
import type { DocumentRow } from '../../../storage/db/rows';
import { findCarried } from './carried';
import { minhash, NEARLY_THE_SAME, similarity } from './similarity';

/** With the same file name this much of the words makes it a version; without, so much more. */
const ALIKE_WITH_NAME = 0.3;
const ALIKE_WITHOUT_NAME = 0.85;
const MOST_OFFERED = 3;
const MOST_LISTED = 500;

interface Candidate {
  readonly row: DocumentRow;
  readonly share: number;
  readonly proposed: boolean;
}

/** Likeliest first; none where this very text is here already, which is then read again in place. */
export function offerVersions(db: ReadableDb, result: DocumentImport, step: () => void): DocumentPlan['versions'] {
  return candidatesFor(db, result).map(({ row, share, proposed }) => {
    step();
    const carried = findCarried(db, row, readText(db, row.text_sha256), result.normalised.text, result.analysis);
    const counts = { exact: 0, moved: 0, ambiguous: 0, lost: 0 };
    for (const { how } of carried) counts[how] += 1;
    return {
      document: row.id,
      title: row.title,
      version: row.version,
      similarity: share,
      proposed,
      counts,
      carried: carried.slice(0, MOST_LISTED).map(({ kind, what, quote, how, span, reason }) => ({
        kind,
        what,
        quote: quote.slice(0, 300),
        how,
        start: how === 'lost' ? null : span.start,
        reason,
      })),
    };
  });
}

function candidatesFor(db: ReadableDb, result: DocumentImport): readonly Candidate[] {
  const signature = minhash(result.normalised.text);
  const found = newestDocuments(db).flatMap((row): readonly (Candidate & { readonly rank: number })[] => {
    const share = similarity(row.minhash, signature);
    const sameBytes = row.original_sha256 === result.sha256;
    const sameName = row.file_name !== null && row.file_name === result.fileName;
    if (!sameBytes && share < (sameName ? ALIKE_WITH_NAME : NEARLY_THE_SAME)) return [];
    const proposed = sameBytes || share >= ALIKE_WITHOUT_NAME || (sameName && share >= NEARLY_THE_SAME);
    return [{ row, share, proposed, rank: (sameBytes ? 4 : 0) + (sameName ? 0.5 : 0) + share }];
  });
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST_OFFERED)
    .map((one, index) => ({ ...one, proposed: one.proposed && index === 0 }));
}

/** The document that the import replaces: as chosen, else as proposed. Throws `E_INPUT` for one that was not offered. */
export function chosenVersion(plan: DocumentPlan, replaces: string | null | undefined): string | null {
  if (replaces === undefined) return plan.versions.find(({ proposed }) => proposed)?.document ?? null;
  if (replaces === null || plan.versions.some(({ document }) => document === replaces)) return replaces;
  throw new TieoutError('E_INPUT', 'This document was not offered as an older version: import the file again.');
}
