/** Everything in the notebook as one JSON value: the shape that the command line prints and that JSON exports hold. */
import type { FigureRecord, FindingRecord } from '../../contract/records';
import type { Page } from '../../core/document/model';
import { pageAt, pageName } from '../../core/document/anchors/pages';
import { all } from '../storage/db/db';
import { figuresOfDocument, looseFigures } from '../storage/queries/figures';
import type { DocumentRow, FigureRow, LinkRow, ReportRow, SourceRow } from '../storage/db/rows';
import { parseCsl } from './sources/csl';
import type { Context } from './context/context';
import { listDocuments } from './features/documents';
import { listStructure } from './features/structure';
import { parseReading, parseJson, parseStrings } from './stored/json';
import { readAnnotations, readCitations, readSections } from './records/document';
import { toFigureRecords } from './records/figure';
import { listFindings } from './records/finding';
import { summarise } from './audit/summary';

/** Keys and units as in the command line's documentation: offsets are UTF-16 code units, values decimal strings. */
export function inspect(context: Context): Record<string, unknown> {
  const { db } = context;
  context.auditing.settle();
  const summary = summarise(db, context.sums);
  return {
    documents: listDocuments(db).map((row) => inspectDocument(context, row)),
    figures: inspectFigures(context, looseFigures(db)),
    reports: all<ReportRow>(db, 'SELECT * FROM report ORDER BY created_at, rowid').map(inspectReport),
    links: all<LinkRow>(db, 'SELECT * FROM link ORDER BY rowid').map((row) => ({
      id: row.id,
      figure: row.figure,
      source: row.source,
      locator: row.locator,
    })),
    sources: all<SourceRow>(db, 'SELECT * FROM source ORDER BY rowid').map(parseCsl),
    findings: listFindings(db, { includeOk: true }).map((finding) => ({
      id: finding.key,
      ...finding,
      figures: placesOf(finding),
    })),
    audit: {
      score: summary.score,
      figures: summary.counted,
      tied: summary.tied,
      byProvenance: summary.byProvenance,
      undisclosed: summary.undisclosed,
    },
  };
}

/** One list of all places it speaks of: a date or a name that it holds against a figure is no figure and has no id. */
const placesOf = ({ figures, spans }: FindingRecord) => [
  ...figures,
  ...spans.map((place) => ({ ...place, figure: null })),
];

function inspectDocument(context: Context, row: DocumentRow): Record<string, unknown> {
  const { db, documents } = context;
  const citations = readCitations(db, row.id);
  const sections = readSections(db, row.id).filter((section) => section.heading !== '');
  return {
    id: row.id,
    title: row.title,
    asOf: row.as_of,
    format: row.format,
    kind: row.kind ?? 'note',
    role: row.role ?? 'note',
    kindReason: row.kind_reason ?? '',
    entity: row.entity,
    fiscalYearEndMonth: row.fiscal_year_end_month,
    fileName: row.file_name,
    sha256: row.original_sha256,
    textSha256: row.text_sha256,
    parser: row.parser,
    parserVersion: row.parser_version,
    version: row.version,
    text: documents.text(row),
    sections,
    citations: citations.map(({ source, ...citation }) => ({ ...citation, sourceId: source })),
    figures: inspectFigures(context, figuresOfDocument(db, row.id), {
      pages: documents.pages(row),
      sections: new Map(sections.map(({ index }, place) => [index, place])),
    }),
    structure: listStructure(db, row.id).map(({ fields, ...item }) => ({ ...fields, ...item, fields })),
    annotations: readAnnotations(db, row.id),
  };
}

/** What a figure's place is told by: printed pages, and the place of each section in the list beside it. */
interface Places {
  readonly pages: readonly Page[];
  readonly sections: ReadonlyMap<number, number>;
}

function inspectFigures(
  { db }: Context,
  rows: readonly FigureRow[],
  places: Places = { pages: [], sections: new Map() },
): readonly Record<string, unknown>[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return toFigureRecords(db, rows).map((record) => inspectFigure(record, byId.get(record.id), places));
}

function inspectFigure(
  record: FigureRecord,
  row: FigureRow | undefined,
  { pages, sections }: Places,
): Record<string, unknown> {
  const { place, ...rest } = record;
  const page = place === null ? null : pageAt(pages, place.start);
  return {
    ...rest,
    start: place?.start ?? null,
    end: place?.end ?? null,
    section: sections.get(place?.section ?? -1) ?? null,
    page: page === null ? null : pageName(page),
    readBy: row === undefined ? null : parseReading(row.reading).rule,
  };
}

function inspectReport(row: ReportRow): Record<string, unknown> {
  const body = parseJson(row.body);
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    words: row.words,
    figures: parseStrings(row.figures),
    sources: parseStrings(row.sources),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    body,
  };
}
