/** Documents: listing, reading, the few facts about one that can be set, and taking one out. */
import { TieoutError } from '../../../contract/errors';
import { roleOfKind } from '../../../core/document/kinds';
import { pageAt } from '../../../core/document/anchors/pages';
import { all } from '../../storage/db/db';
import { readContent } from '../../storage/queries/content';
import type { Recorder } from '../../storage/recorder';
import type { ReadableDb } from '../../storage/db/db';
import type { DocumentRow, FigureRow } from '../../storage/db/rows';
import type { NotebookHandlers, Parsed } from '../context/context';
import { removeFigure } from '../figures/remove-figure';
import { isReadBy } from '../imports/document/reread';
import { parseStrings } from '../stored/json';
import { readAgain } from './read-again';
import { toReaderDocument, toSummaries } from '../records/document';
import { requireRecord } from '../stored/required-record';

export const listDocuments = (db: ReadableDb): DocumentRow[] =>
  all<DocumentRow>(db, 'SELECT * FROM document ORDER BY ordinal');

export const documents = {
  'document.list': ({ db, sums }) => toSummaries(db, sums, listDocuments(db)),

  'document.read': (context, { id }) => {
    const row = requireRecord(context.db, 'document', id);
    const read = toReaderDocument(context, row, context.documents.layout(row));
    if (read === null) throw new TieoutError('E_NOT_FOUND', 'This document is no longer in the notebook.', { id });
    return read;
  },

  'document.pages': ({ db, documents: read }, { id }) =>
    read.pages(requireRecord(db, 'document', id)).map(({ runs: _runs, ...page }) => page),

  'document.page': ({ db, documents: read }, asked) => {
    const pages = read.pages(requireRecord(db, 'document', asked.id));
    const page = 'at' in asked ? pageAt(pages, asked.at) : pages.find(({ number }) => number === asked.number);
    return { number: page?.number ?? null, runs: [...(page?.runs ?? [])] };
  },

  'document.original': ({ db }, { id }) => ({
    bytes: new Uint8Array(readContent(db, requireRecord(db, 'document', id).original_sha256)),
  }),

  'document.update': (context, { id, set }) => {
    const { db, command } = context;
    const row = requireRecord(db, 'document', id);
    const { revision } = command(`Edit “${row.title}”`, (tx) => {
      const cells = cellsOf(row, set);
      const fields = changedFields(row, cells, set);
      if (fields.length === 0) return;
      const edited = [...new Set([...parseStrings(row.edited), ...fields])];
      tx.update('document', id, { ...cells, edited: JSON.stringify(edited) });
      // Periods and entities follow from these facts.
      if (fields.some(isReadBy)) readAgain(context, tx, id);
    });
    return { revision };
  },

  'document.remove': ({ db, command }, { id }) => {
    const row = requireRecord(db, 'document', id);
    return { revision: command(`Remove “${row.title}”`, (tx) => removeDocument(tx, id)).revision };
  },
} satisfies Pick<
  NotebookHandlers,
  | 'document.list'
  | 'document.read'
  | 'document.pages'
  | 'document.page'
  | 'document.original'
  | 'document.update'
  | 'document.remove'
>;

type Set = Parsed<'document.update'>['set'];

const COLUMN = {
  title: 'title',
  asOf: 'as_of',
  entity: 'entity',
  fiscalYearEndMonth: 'fiscal_year_end_month',
} as const;

function cellsOf(row: DocumentRow, set: Set): Partial<DocumentRow> {
  return {
    ...kindCells(row, set),
    ...(set.title !== undefined && { title: set.title }),
    ...(set.asOf !== undefined && { as_of: set.asOf }),
    ...(set.entity !== undefined && { entity: set.entity }),
    ...(set.fiscalYearEndMonth !== undefined && { fiscal_year_end_month: set.fiscalYearEndMonth }),
  };
}

/** A kind brings its role; either is a person's word from then on. */
function kindCells(row: DocumentRow, { kind, role }: Set): Partial<DocumentRow> {
  if (kind === undefined && role === undefined) return {};
  const chosen = role ?? (kind === undefined ? row.role : roleOfKind(kind));
  return { kind: kind ?? row.kind ?? 'note', role: chosen, kind_reason: 'Set by hand.' };
}

function changedFields(row: DocumentRow, cells: Partial<DocumentRow>, set: Set): readonly string[] {
  const fields = (['title', 'asOf', 'entity', 'fiscalYearEndMonth'] as const).filter(
    (field) => set[field] !== undefined && cells[COLUMN[field]] !== row[COLUMN[field]],
  );
  const isNew = (column: 'kind' | 'role'): boolean => cells[column] !== undefined && cells[column] !== row[column];
  return isNew('kind') || isNew('role') ? [...fields, 'kind'] : fields;
}

/** Takes out a document with all that stands in it; sources stay, and so do the words of notes. */
function removeDocument(tx: Recorder, id: string): void {
  for (const figure of all<FigureRow>(tx.db, 'SELECT * FROM figure WHERE document = ?', id))
    removeFigure(tx, figure.id);
  for (const table of ['annotation', 'structure_item', 'citation', 'table_data', 'section'] as const) {
    for (const row of all<{ id: string }>(tx.db, `SELECT id FROM ${table} WHERE document = ?`, id))
      tx.remove(table, row.id);
  }
  for (const table of ['note', 'source'] as const) {
    for (const row of all<{ id: string }>(tx.db, `SELECT id FROM ${table} WHERE document = ?`, id)) {
      tx.update(table, row.id, { document: null });
    }
  }
  tx.remove('document', id);
}
