/**
 * Writes an import that was looked over: exactly the plan, in one transaction. A text that is here already is read again
 * in place: what a person edited, ticked or linked stays, and so do the ids.
 */
import type { Analysis } from '../../../../core/analysis';
import type { CslItem } from '../../../../core/citation/model';
import type { Page, Section, Table } from '../../../../core/document/model';
import { issuerName } from '../../../../core/figure/placing/mentions/subject';
import type { DocumentImport } from '../../../imports/result';
import { all } from '../../../storage/db/db';
import { keepContent, readText } from '../../../storage/queries/content';
import type { Recorder } from '../../../storage/recorder';
import {
  type CitationFigureRow,
  type CitationRow,
  type DocumentRow,
  type FigureRow,
  isPlaced,
  type LinkRow,
  type SectionRow,
  type SourceRow,
  type StructureRow,
  type TableDataRow,
} from '../../../storage/db/rows';
import { encodeLayout } from '../../stored/document-cache';
import { parseSpans, parseStrings } from '../../stored/json';
import { type Carried, findCarried } from './carried';
import { carryOver, removedSpans } from './carry-over';
import { toFigureRow } from '../figure-rows';
import { writeComments } from './comments';
import { keepPersonal } from './keep-personal';
import { mergeFigures, type ExistingFigure } from './merge';
import { isLetter, needOwnSource } from '../own-source';
import { linkOwnTexts } from './own-texts';
import type { PendingDocument } from '../pending';
import { minhash } from './similarity';
import { matchSources } from '../sources/match';
import { removeFigure } from '../../figures/remove-figure';
import { insertSource } from '../../sources/source-row';
import { syncRows } from '../sync';
import { documentWithText, titleOf } from './plan';
import { companyFacts, readAsCompanySet } from './reread';

interface Tools {
  readonly now: () => string;
  readonly newId: (prefix: string) => string;
}

/** Gives the document's id: a new one, or that of the same text. `replaces` is the document this is a newer version of. */
export function commitImport(
  tx: Recorder,
  tools: Tools,
  { result }: PendingDocument,
  replaces: string | null = null,
): string {
  const older = replaces === null ? undefined : tx.read('document', replaces);
  const { text } = result.normalised;
  const asSet = older ? readAsCompanySet(tx.db, result, older) : result;
  const { analysis } = asSet;
  const carried = older ? findCarried(tx.db, older, readText(tx.db, older.text_sha256), text, analysis) : [];
  const document = writeDocument(tx, tools, asSet, { older, carried });
  writeAnalysis(tx, tools, document, analysis);
  if (older) carryOver(tx, tools, document, carried, analysis);
  writeComments(tx, tools, document.id, text, result.normalised.comments ?? []);
  if (isLetter(document)) needOwnSource(tx, tools, document);
  linkOwnTexts(tx);
  return document.id;
}

/** Brings all that was read of a document in line with `analysis`; what a person did stays. */
export function writeAnalysis(tx: Recorder, tools: Tools, document: DocumentRow, analysis: Analysis): void {
  writeSections(tx, tools, document.id, analysis.layout.sections);
  writeTables(tx, tools, document.id, analysis.layout.tables);
  const citations = writeCitations(tx, tools, document.id, analysis);
  const figures = writeFigures(tx, tools, document, analysis);
  writeCitedFigures(tx, tools, document.id, analysis, figures, citations);
  writeStructure(tx, tools, document.id, analysis, figures);
}

interface Version {
  readonly older: DocumentRow | undefined;
  readonly carried: readonly Carried[];
}

function writeDocument(tx: Recorder, tools: Tools, result: DocumentImport, { older, carried }: Version): DocumentRow {
  const { normalised, analysis } = result;
  const same = documentWithText(tx.db, normalised.text);
  const [last] = all<{ ordinal: number | null }>(tx.db, 'SELECT max(ordinal) AS ordinal FROM document');
  const read: DocumentRow = {
    id: same?.id ?? tools.newId('d'),
    ordinal: same?.ordinal ?? (last?.ordinal ?? -1) + 1,
    title: titleOf(result),
    file_name: result.fileName,
    format: normalised.format,
    parser: result.parser,
    parser_version: result.parserVersion,
    encoding: result.encoding,
    bytes: result.bytes.length,
    characters: normalised.text.length,
    original_sha256: keepContent(tx.db, result.bytes),
    text_sha256: keepContent(tx.db, Buffer.from(normalised.text, 'utf8')),
    layout_sha256: keepContent(tx.db, encodeLayout(analysis.layout)),
    pages_sha256: keepPages(tx, normalised.pages),
    minhash: minhash(normalised.text),
    url: normalised.url,
    author: normalised.author,
    publisher: normalised.publisher,
    published: normalised.published,
    language: analysis.layout.language,
    as_of: analysis.context.asOf,
    entity: analysis.context.entity,
    period: analysis.context.period,
    fiscal_year_end_month: analysis.context.fiscalYearEndMonth,
    undisclosed: encodeUndisclosed(analysis),
    problems: JSON.stringify(normalised.problems),
    edited: JSON.stringify(older ? companyFacts(older) : []),
    removed: JSON.stringify(removedSpans(carried)),
    version: (older?.version ?? 0) + 1,
    replaces: older?.id ?? null,
    imported_at: tools.now(),
    kind: analysis.context.document.kind,
    role: analysis.context.document.role,
    kind_reason: analysis.context.document.reason,
    subject: issuerName(analysis.layout),
  };
  if (same === undefined) {
    tx.insert('document', read);
    return read;
  }
  const kept = keepEdited(same, read);
  tx.update('document', same.id, kept);
  return kept;
}

const keepPages = (tx: Recorder, pages: readonly Page[] | undefined): string | null =>
  pages === undefined ? null : keepContent(tx.db, Buffer.from(JSON.stringify(pages), 'utf8'));

export const encodeUndisclosed = ({ undisclosed }: Analysis): string =>
  JSON.stringify(undisclosed.map(({ label, entity, metrics, start, end }) => ({ label, entity, metrics, start, end })));

/** A text read again: the original's own facts and the analyst's stay, what the extraction says is renewed. */
function keepEdited(same: DocumentRow, read: DocumentRow): DocumentRow {
  const edited = new Set(parseStrings(same.edited));
  return {
    ...same,
    parser: read.parser,
    parser_version: read.parser_version,
    layout_sha256: read.layout_sha256,
    pages_sha256: read.pages_sha256,
    language: read.language,
    undisclosed: read.undisclosed,
    problems: read.problems,
    period: read.period,
    subject: read.subject,
    title: edited.has('title') ? same.title : read.title,
    as_of: edited.has('asOf') ? same.as_of : read.as_of,
    entity: edited.has('entity') ? same.entity : read.entity,
    fiscal_year_end_month: edited.has('fiscalYearEndMonth') ? same.fiscal_year_end_month : read.fiscal_year_end_month,
    ...(!edited.has('kind') && { kind: read.kind, role: read.role, kind_reason: read.kind_reason }),
  };
}

function writeSections(tx: Recorder, tools: Tools, document: string, sections: readonly Section[]): void {
  syncRows(tx, 'section', {
    have: all<SectionRow>(tx.db, 'SELECT * FROM section WHERE document = ?', document),
    want: sections.map((section) => ({
      document,
      idx: section.index,
      heading: section.heading,
      title: section.title,
      numeral: section.numeral,
      level: section.level,
      start_at: section.start,
      end_at: section.end,
      body_end: section.bodyEnd,
      role: section.role,
      language: section.language,
    })),
    key: (row) => String(row.idx),
    newId: () => tools.newId('sec'),
  });
}

function writeTables(tx: Recorder, tools: Tools, document: string, tables: readonly Table[]): void {
  syncRows(tx, 'table_data', {
    have: all<TableDataRow>(tx.db, 'SELECT * FROM table_data WHERE document = ?', document),
    want: tables.map((table) => ({
      document,
      idx: table.index,
      section: table.section,
      start_at: table.start,
      end_at: table.end,
      caption: table.caption && JSON.stringify({ start: table.caption.start, end: table.caption.end }),
      head: JSON.stringify(table.head),
      body: JSON.stringify(table.rows.map((row) => row.cells)),
    })),
    key: (row) => String(row.idx),
    newId: () => tools.newId('tbl'),
  });
}

/** The id of each cited source, made when it is first asked for: one that is here is used. */
function sourceFinder(tx: Recorder, tools: Tools, cited: readonly CslItem[]): (index: number) => string | null {
  const have = all<SourceRow>(tx.db, 'SELECT * FROM source ORDER BY rowid');
  const ids = matchSources(cited, have).map((match) => match?.id ?? null);
  return (index) => {
    const csl = cited[index];
    ids[index] ??= csl === undefined ? null : insertSource(tx, tools, csl);
    return ids[index] ?? null;
  };
}

/** Ids in the order of the citations. A marker that was here keeps its source: the analyst may have changed it. */
function writeCitations(tx: Recorder, tools: Tools, document: string, analysis: Analysis): readonly string[] {
  const sourceOf = sourceFinder(tx, tools, analysis.sources);
  const have = all<CitationRow>(tx.db, 'SELECT * FROM citation WHERE document = ?', document);
  const key = (row: { readonly start_at: number; readonly end_at: number }): string => `${row.start_at}-${row.end_at}`;
  const sources = new Map(have.map((row) => [key(row), row.source]));
  // A reference list may name sources that no marker points to.
  if (have.length === 0) analysis.sources.forEach((_, index) => sourceOf(index));
  return syncRows(tx, 'citation', {
    have,
    want: analysis.citations.map((citation) => {
      const kept = sources.get(key({ start_at: citation.start, end_at: citation.end }));
      return {
        document,
        idx: citation.index,
        marker: citation.marker,
        style: citation.style,
        start_at: citation.start,
        end_at: citation.end,
        source: kept === undefined ? sourceOf(citation.source) : kept,
        locator: citation.locator,
        scopes: JSON.stringify(citation.scopes.map(({ start, end, via }) => ({ start, end, via }))),
      };
    }),
    key,
    newId: () => tools.newId('c'),
  });
}

/** Ids in the order of the figures read; null for one that the analyst had removed. */
function writeFigures(
  tx: Recorder,
  tools: Tools,
  document: DocumentRow,
  analysis: Analysis,
): readonly (string | null)[] {
  const rows = all<FigureRow>(tx.db, 'SELECT * FROM figure WHERE document = ? ORDER BY start_at', document.id);
  const linked = new Set(
    all<LinkRow>(
      tx.db,
      'SELECT l.* FROM link l JOIN figure f ON f.id = l.figure WHERE f.document = ?',
      document.id,
    ).map((link) => link.figure),
  );
  const merge = mergeFigures(
    rows.flatMap((row) => toExisting(row, linked)),
    analysis.figures,
    parseSpans(document.removed),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = analysis.figures.map((figure, index) => {
    const continues = merge.continues[index];
    if (continues === undefined) return null;
    const id = continues ?? tools.newId('f');
    const read = toFigureRow(figure, { id, document: document.id, ordinal: document.ordinal });
    const old = byId.get(id);
    if (old === undefined) tx.insert('figure', read);
    else tx.update('figure', id, keepPersonal(old, read));
    return id;
  });
  for (const id of merge.gone) removeFigure(tx, id);
  return ids;
}

function toExisting(row: FigureRow, linked: ReadonlySet<string>): readonly ExistingFigure[] {
  if (!isPlaced(row)) return [];
  const touched = row.edited !== '[]' || row.review !== 'unreviewed' || row.note !== '' || linked.has(row.id);
  return [{ id: row.id, start: row.start_at, end: row.end_at, low: row.low, high: row.high, unit: row.unit, touched }];
}

function writeCitedFigures(
  tx: Recorder,
  tools: Tools,
  document: string,
  analysis: Analysis,
  figures: readonly (string | null)[],
  citations: readonly string[],
): void {
  const want = analysis.figures.flatMap((figure, index) => {
    const id = figures[index];
    if (id === null || id === undefined || keepsOwnCitations(tx, id)) return [];
    return figure.citations.flatMap(({ citation, via }, position) => {
      const cited = citations[citation];
      return cited === undefined ? [] : [{ figure: id, citation: cited, via, position }];
    });
  });
  const have = all<CitationFigureRow>(
    tx.db,
    'SELECT cf.* FROM citation_figure cf JOIN figure f ON f.id = cf.figure WHERE f.document = ?',
    document,
  ).filter((row) => !keepsOwnCitations(tx, row.figure));
  const key = (row: { readonly figure: string; readonly citation: string }): string => `${row.figure}/${row.citation}`;
  syncRows(tx, 'citation_figure', { have, want: unique(want, key), key, newId: () => tools.newId('cf') });
}

/** Once the analyst has taken a citation off a figure, its citations are the analyst's. */
function keepsOwnCitations(tx: Recorder, figure: string): boolean {
  const edited = tx.read('figure', figure)?.edited;
  return edited !== undefined && edited !== '[]' && parseStrings(edited).includes('citations');
}

function unique<T>(rows: readonly T[], key: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

function writeStructure(
  tx: Recorder,
  tools: Tools,
  document: string,
  analysis: Analysis,
  figures: readonly (string | null)[],
): void {
  const rows = all<StructureRow>(tx.db, 'SELECT * FROM structure_item WHERE document = ?', document);
  const key = (row: {
    readonly type: string;
    readonly start_at: number | null;
    readonly end_at: number | null;
  }): string => `${row.type}/${row.start_at}-${row.end_at}`;
  const edited = new Set(rows.filter((row) => row.edited === 1).map(key));
  const want = analysis.structure.map((item, position) => ({
    type: item.type,
    document,
    start_at: item.start,
    end_at: item.end,
    quote: analysis.layout.text.slice(item.start, item.end),
    label: item.label,
    fields: JSON.stringify(item.fields),
    figures: JSON.stringify(item.figures.flatMap((index) => figures[index] ?? [])),
    rule: item.rule,
    edited: 0 as const,
    position,
  }));
  syncRows(tx, 'structure_item', {
    have: rows.filter((row) => row.edited === 0),
    want: unique(want, key).filter((row) => !edited.has(key(row))),
    key,
    newId: () => tools.newId('st'),
  });
}
