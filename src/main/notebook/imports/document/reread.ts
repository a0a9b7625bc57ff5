/** Reads a document of the notebook again, with what the analyst has said of it: only the core's pure work, no parser. */
import { analyse, type ContextOverrides, type SetTiers } from '../../../../core/analyse';
import type { Analysis } from '../../../../core/analysis';
import type { Layout, NormalisedDocument } from '../../../../core/document/model';
import type { DocumentImport } from '../../../imports/result';
import type { ReadableDb } from '../../../storage/db/db';
import type { DocumentRow } from '../../../storage/db/rows';
import { parseStrings } from '../../stored/json';
import { citedTiers } from './cited-tiers';

/** The facts about a document that its figures are read by: another year end moves every quarter. */
const READ_BY = ['asOf', 'entity', 'fiscalYearEndMonth', 'kind'] as const;

export const isReadBy = (field: string): boolean => READ_BY.some((one) => one === field);

/** What the analyst has set for the document; null where nothing was. */
function overridesOf(row: DocumentRow): ContextOverrides | null {
  const edited = parseStrings(row.edited).filter(isReadBy);
  if (edited.length === 0) return null;
  return {
    ...(edited.includes('asOf') && { asOf: row.as_of }),
    ...(edited.includes('entity') && { entity: row.entity }),
    ...(edited.includes('fiscalYearEndMonth') && { fiscalYearEndMonth: row.fiscal_year_end_month }),
    ...(edited.includes('kind') && {
      document: { kind: row.kind ?? 'note', role: row.role ?? 'note', reason: row.kind_reason ?? '' },
    }),
  };
}

/** The reading of a document as it stands in the notebook; `setTiers` are those of its sources. */
export function reread(row: DocumentRow, layout: Layout, setTiers: SetTiers): Analysis {
  const normalised: NormalisedDocument = {
    format: layout.format,
    text: layout.text,
    marks: layout.marks,
    title: row.title,
    author: row.author,
    publisher: row.publisher,
    published: row.published,
    url: row.url,
    language: row.language,
    problems: [],
    facts: layout.facts,
  };
  return analyse(normalised, { ...overridesOf(row), setTiers });
}

/**
 * An import read by what the analyst has set: for `same`, the document that has this text already, and for the sources that
 * it cites. The result itself where nothing was set.
 */
export const readAsSet = (db: ReadableDb, result: DocumentImport, same: DocumentRow | undefined): DocumentImport =>
  readBy(result, same === undefined ? null : overridesOf(same), citedTiers(db, same?.id));

function readBy(result: DocumentImport, overrides: ContextOverrides | null, setTiers: SetTiers): DocumentImport {
  if (overrides === null && setTiers(result.analysis).every((tier) => tier === null)) return result;
  return { ...result, analysis: analyse(result.normalised, { ...overrides, setTiers }) };
}

/** What was set about the company and the kind holds for the next version too; date and title are each version's own. */
export const companyFacts = (older: DocumentRow): readonly string[] =>
  parseStrings(older.edited).filter(
    (field) => field === 'entity' || field === 'fiscalYearEndMonth' || field === 'kind',
  );

/** An import read by what the analyst has set about the company in the version before, and for the sources that it cites. */
export const readAsCompanySet = (db: ReadableDb, result: DocumentImport, older: DocumentRow): DocumentImport =>
  readBy(result, overridesOf({ ...older, edited: JSON.stringify(companyFacts(older)) }), citedTiers(db, undefined));
