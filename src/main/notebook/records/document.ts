/** Documents as they go over the wire: the summary for the Library, and everything the Reader draws. */
import type { Layout } from '../../../core/document/model';
import type { DocumentSummary, ReaderBlock, ReaderDocument } from '../../../contract/records';
import { all, type ReadableDb } from '../../storage/db/db';
import { figuresOfDocument } from '../../storage/queries/figures';
import type { AnnotationRow, CitationRow, DocumentRow, SectionRow } from '../../storage/db/rows';
import { parseStrings } from '../stored/json';
import { toFigureRecords } from './figure';

/** What is counted of a document; the audit keeps it from edit to edit. */
interface DocumentCounts {
  readonly of: (document: string) => {
    readonly share: { readonly figures: number; readonly counted: number; readonly tied: number };
    readonly citations: number;
  };
}

/** Open findings by document. */
const OPEN = `SELECT n.document, count(*) AS open FROM finding n LEFT JOIN finding_status s ON s.id = n.key
  WHERE n.severity <> 'ok' AND s.id IS NULL GROUP BY n.document`;

export function toSummaries(db: ReadableDb, sums: DocumentCounts, rows: readonly DocumentRow[]): DocumentSummary[] {
  const open = new Map(all<{ document: string; open: number }>(db, OPEN).map((row) => [row.document, row.open]));
  const newer = new Map(
    all<{ id: string; replaces: string }>(db, 'SELECT id, replaces FROM document WHERE replaces IS NOT NULL').map(
      ({ id, replaces }) => [replaces, id],
    ),
  );
  return rows.map((row) => {
    const { share, citations } = sums.of(row.id);
    return {
      id: row.id,
      title: row.title,
      fileName: row.file_name,
      format: row.format,
      asOf: row.as_of,
      entity: row.entity,
      kind: row.kind ?? 'note',
      role: row.role ?? 'note',
      kindReason: row.kind_reason ?? 'Imported before documents had kinds.',
      fiscalYearEndMonth: row.fiscal_year_end_month,
      importedAt: row.imported_at,
      sha256: row.original_sha256,
      characters: row.characters,
      figures: share.figures,
      counted: share.counted,
      tied: share.tied,
      citations,
      openFindings: open.get(row.id) ?? 0,
      version: row.version,
      supersededBy: newer.get(row.id) ?? null,
    };
  });
}

export function toReaderDocument(
  { db, sums }: { readonly db: ReadableDb; readonly sums: DocumentCounts },
  row: DocumentRow,
  layout: Layout,
): ReaderDocument | null {
  const [summary] = toSummaries(db, sums, [row]);
  if (summary === undefined) return null;
  return {
    summary,
    text: layout.text,
    blocks: toBlocks(layout),
    sections: readSections(db, row.id),
    marks: layout.marks.map((mark) => ({
      kind: mark.kind,
      start: mark.start,
      end: mark.end,
      ...(mark.kind === 'link' ? { href: mark.href } : {}),
    })),
    figures: toFigureRecords(db, figuresOfDocument(db, row.id)),
    citations: readCitations(db, row.id),
    annotations: readAnnotations(db, row.id),
  };
}

export const readSections = (db: ReadableDb, document: string): ReaderDocument['sections'] =>
  all<SectionRow>(db, 'SELECT * FROM section WHERE document = ? ORDER BY idx', document).map((row) => ({
    id: row.id,
    index: row.idx,
    heading: row.heading,
    title: row.title,
    numeral: row.numeral,
    level: row.level,
    start: row.start_at,
    end: row.end_at,
    bodyEnd: row.body_end,
    role: row.role,
    language: row.language,
  }));

export const readCitations = (db: ReadableDb, document: string): ReaderDocument['citations'] =>
  all<CitationRow>(db, 'SELECT * FROM citation WHERE document = ? ORDER BY start_at', document).map((row) => ({
    id: row.id,
    marker: row.marker,
    style: row.style,
    start: row.start_at,
    end: row.end_at,
    source: row.source,
    locator: row.locator,
  }));

export const readAnnotations = (db: ReadableDb, document: string): ReaderDocument['annotations'] =>
  all<AnnotationRow>(db, 'SELECT * FROM annotation WHERE document = ? ORDER BY start_at', document).map((row) => ({
    id: row.id,
    document: row.document,
    start: row.start_at,
    end: row.end_at,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    body: row.body,
    colour: row.colour,
    tags: parseStrings(row.tags),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));

/** The layout's lines as the Reader draws them: the rows of a table become one block at the place of its first row. */
function toBlocks(layout: Layout): ReaderBlock[] {
  const blocks: ReaderBlock[] = [];
  const drawn = new Set<number>();
  for (const block of layout.blocks) {
    if (block.kind === 'table-head' || block.kind === 'table-row') {
      if (block.table !== null && !drawn.has(block.table)) {
        drawn.add(block.table);
        blocks.push(tableBlock(layout, block.table, block.section));
      }
      continue;
    }
    blocks.push({
      kind: block.kind,
      start: block.start,
      end: block.end,
      contentStart: block.contentStart,
      level: block.kind === 'heading' ? (layout.sections[block.section]?.level ?? 1) : 1,
      ordered: isOrdered(layout.text.slice(block.start, block.contentStart)),
      section: block.section,
      rows: [],
    });
  }
  return blocks;
}

const isOrdered = (mark: string): boolean => /[0-9ivxa-z][.)]\s*$/i.test(mark);

function tableBlock(layout: Layout, index: number, section: number): ReaderBlock {
  const table = layout.tables[index];
  const lines = layout.blocks.filter((block) => block.table === index && block.kind.startsWith('table'));
  const start = lines[0]?.start ?? table?.start ?? 0;
  const end = lines.at(-1)?.end ?? table?.end ?? 0;
  const spans = (cells: readonly { start: number; end: number }[]): { start: number; end: number }[] =>
    cells.map((cell) => ({ start: cell.start, end: cell.end }));
  const head = table === undefined || table.head.length === 0 ? [] : [{ header: true, cells: spans(table.head) }];
  const rows = (table?.rows ?? []).map((row) => ({ header: false, cells: spans(row.cells) }));
  return {
    kind: 'table',
    start,
    end,
    contentStart: start,
    level: 1,
    ordered: false,
    section,
    rows: [...head, ...rows],
  };
}
