/** Makes the plan of an import: what was found, what is doubtful, what is here already. Pinned to a revision, then immutable. */
import type { SetAside } from '../../../../core/document/model';
import type { Figure } from '../../../../core/figure/model';
import type { Provenance } from '../../../../core/figure/provenance';
import { TieoutError } from '../../../../contract/errors';
import type { DocumentPlan } from '../../../../contract/records';
import type { DocumentImport } from '../../../imports/result';
import { all, first, type ReadableDb } from '../../../storage/db/db';
import { sha256 } from '../../../storage/queries/content';
import type { DocumentRow, SourceRow } from '../../../storage/db/rows';
import { isLetter, ownSource } from '../own-source';
import { matchSources } from '../sources/match';
import { offerVersions } from './versions';
import { minhash, NEARLY_THE_SAME, similarity } from './similarity';
import { metricName } from '../../../../core/figure/display/names';

const SHOWN_FIGURES = 200;
const SHOWN_DOUBTS = 200;
const SHOWN_ASIDE = 500;
const CONTEXT = 60;

/** `step` is asked now and then and may throw, which ends the plan. */
export function makePlan(
  db: ReadableDb,
  result: DocumentImport,
  pinned: { readonly id: string; readonly revision: number },
  step: () => void,
): DocumentPlan {
  step();
  const { normalised, analysis } = result;
  refuseIllFormed(normalised.text);
  return {
    ...pinned,
    kind: 'document',
    fileName: result.fileName,
    title: titleOf(result),
    format: normalised.format,
    encoding: result.encoding,
    bytes: result.bytes.length,
    characters: normalised.text.length,
    sha256: result.sha256,
    author: normalised.author,
    published: normalised.published,
    asOf: analysis.context.asOf,
    entity: analysis.context.entity,
    documentKind: analysis.context.document.kind,
    role: analysis.context.document.role,
    kindReason: analysis.context.document.reason,
    language: analysis.layout.language,
    found: countFound(db, result),
    byProvenance: countByProvenance(analysis.figures),
    setAside: alike(normalised.setAside ?? []),
    whole: result.whole === undefined ? null : (result.isWhole ?? false),
    duplicate: findDuplicate(db, result),
    versions: documentWithText(db, normalised.text) === undefined ? offerVersions(db, result, step) : [],
    doubts: findDoubts(normalised.text, analysis.figures).slice(0, SHOWN_DOUBTS),
    renewed: [],
    problems: normalised.problems.map(({ code, message, count }) =>
      count === undefined ? { code, message } : { code, message, count },
    ),
    figures: analysis.figures.slice(0, SHOWN_FIGURES).map((figure) => ({
      start: figure.start,
      end: figure.end,
      quote: figure.quote,
      metric: metricName(figure),
      entity: figure.entity,
      period: figure.period,
      provenance: figure.provenance,
    })),
  };
}

/** `Page 1 of 9`, `Page 2 of 9`: what differs in its numbers alone is listed once, with how often it stands there. */
function alike(aside: readonly SetAside[]): DocumentPlan['setAside'] {
  const found = new Map<string, SetAside>();
  for (const { why, text, times } of aside) {
    const key = `${why} ${text.replaceAll(/\p{N}+/gu, '#')}`;
    const known = found.get(key);
    found.set(key, { why, text: known?.text ?? text, times: times + (known?.times ?? 0) });
  }
  return [...found.values()].slice(0, SHOWN_ASIDE);
}

export const titleOf = ({ normalised, analysis, fileName }: DocumentImport): string =>
  (normalised.title ?? analysis.layout.title ?? fileName ?? 'Pasted text').slice(0, 1000);

/** Half a surrogate pair would not survive being stored, and every offset behind it would be in doubt. */
function refuseIllFormed(text: string): void {
  if (Buffer.from(text, 'utf8').toString('utf8') === text) return;
  throw new TieoutError('E_ENCODING', 'The text holds broken characters: save it as UTF-8 and import it again.');
}

function countFound(db: ReadableDb, { normalised, analysis }: DocumentImport): DocumentPlan['found'] {
  const have = all<SourceRow>(db, 'SELECT * FROM source ORDER BY rowid');
  const letters = isLetter(normalised) ? 1 : 0;
  const same = letters === 0 ? undefined : documentWithText(db, normalised.text);
  const known = same !== undefined && ownSource(db, same.id) !== null;
  return {
    sections: analysis.layout.sections.filter((section) => section.heading !== '').length,
    tables: analysis.layout.tables.length,
    citations: analysis.citations.length,
    sources: analysis.sources.length + letters,
    newSources: matchSources(analysis.sources, have).filter((match) => match === null).length + (known ? 0 : letters),
    figures: analysis.figures.length,
    structure: analysis.structure.length,
    undisclosed: analysis.undisclosed.length,
  };
}

export function countByProvenance(figures: readonly { readonly provenance: Provenance }[]): Record<Provenance, number> {
  const counts = {
    disclosed: 0,
    management: 0,
    consensus: 0,
    third_party: 0,
    inferred: 0,
    derived: 0,
    unclassified: 0,
  };
  for (const { provenance } of figures) counts[provenance] += 1;
  return counts;
}

/** The document that has exactly this text. */
export const documentWithText = (db: ReadableDb, text: string): DocumentRow | undefined =>
  first<DocumentRow>(db, 'SELECT * FROM document WHERE text_sha256 = ? ORDER BY ordinal', sha256(text));

/** The document that is this one already: by its bytes, its text, or nearly the same words. */
function findDuplicate(db: ReadableDb, result: DocumentImport): DocumentPlan['duplicate'] {
  const sameText = documentWithText(db, result.normalised.text);
  const signature = minhash(result.normalised.text);
  const documents = all<DocumentRow>(db, 'SELECT * FROM document ORDER BY ordinal DESC');
  const found = (
    row: DocumentRow,
    kind: NonNullable<DocumentPlan['duplicate']>['kind'],
    share: number,
  ): DocumentPlan['duplicate'] => ({
    document: row.id,
    title: row.title,
    kind,
    similarity: share,
  });
  if (sameText !== undefined) return found(sameText, sameText.original_sha256 === result.sha256 ? 'bytes' : 'text', 1);
  const sameBytes = documents.find((row) => row.original_sha256 === result.sha256);
  if (sameBytes !== undefined) return found(sameBytes, 'bytes', similarity(sameBytes.minhash, signature));
  const near = documents
    .map((row) => ({ row, share: similarity(row.minhash, signature) }))
    .filter(({ share }) => share >= NEARLY_THE_SAME)
    .sort((a, b) => b.share - a.share)[0];
  return near === undefined ? null : found(near.row, 'near', near.share);
}

function findDoubts(text: string, figures: readonly Figure[]): DocumentPlan['doubts'] {
  return figures.flatMap((figure) => {
    const reason = doubtOf(figure);
    if (reason === null) return [];
    const context = text.slice(Math.max(0, figure.start - CONTEXT), figure.end + CONTEXT).replaceAll(/\s+/g, ' ');
    return [{ start: figure.start, end: figure.end, quote: figure.quote, context, reason }];
  });
}

function doubtOf(figure: Figure): string | null {
  if (figure.provenance === 'unclassified') return 'No words say who vouches for it.';
  if (figure.unit === 'other') return 'Its unit is not known.';
  if (figure.unit === 'money' && figure.currency === null) return 'Its currency is not known.';
  if (figure.metric === null) return 'What it measures was not found.';
  if (figure.low === null && figure.high === null) return 'Its value could not be read.';
  return null;
}
