/** The notebook's records as the audit rules see them: as the text was read, with what the analyst set laid over it. */
import { groupBy } from '../../../core/base/group';
import type { AuditDocument, AuditFigure } from '../../../core/audit/model/model';
import { figureText, isCorrected } from '../../../core/figure/display/text';
import type { Citation } from '../../../core/citation/model';
import type { StructureItem } from '../../../core/structure/model';
import { all, type ReadableDb } from '../../storage/db/db';
import {
  type CitationFigureRow,
  type CitationRow,
  type DocumentRow,
  type FigureRow,
  isPlaced,
  type LinkRow,
  type PlacedRow,
  type StructureRow,
} from '../../storage/db/rows';
import type { Documents } from '../stored/document-cache';
import { parseCue, parseFields, parseReading, parseScopes, parseStrings, parseUndisclosed } from '../stored/json';

export function readDocument(
  db: ReadableDb,
  row: DocumentRow,
  documents: Documents,
  sourceIndex: ReadonlyMap<string, number>,
): AuditDocument {
  const citations = all<CitationRow>(db, 'SELECT * FROM citation WHERE document = ? ORDER BY idx', row.id);
  const citationIndex = new Map(citations.map((citation, index) => [citation.id, index]));
  const figures = readFigures(db, row.id, citationIndex);
  return {
    id: row.id,
    layout: documents.layout(row),
    asOf: row.as_of,
    entity: row.entity,
    kind: row.kind ?? 'note',
    role: row.role ?? 'note',
    figures,
    citations: citations.map((citation, index) => toCitation(citation, index, sourceIndex)),
    structure: readStructure(db, row.id, new Map(figures.map((figure, index) => [figure.id, index]))),
    undisclosed: parseUndisclosed(row.undisclosed),
  };
}

function toCitation(
  row: CitationRow,
  index: number,
  sourceIndex: ReadonlyMap<string, number>,
): Citation & { readonly sourceId: string } {
  return {
    index,
    start: row.start_at,
    end: row.end_at,
    marker: row.marker,
    style: row.style,
    source: row.source === null ? -1 : (sourceIndex.get(row.source) ?? -1),
    sourceId: row.source ?? '',
    locator: row.locator,
    scopes: parseScopes(row.scopes),
  };
}

function readFigures(db: ReadableDb, document: string, citationIndex: ReadonlyMap<string, number>): AuditFigure[] {
  const cited = groupBy(
    all<CitationFigureRow>(
      db,
      `SELECT cf.* FROM citation_figure cf JOIN figure f ON f.id = cf.figure WHERE f.document = ? ORDER BY cf.position`,
      document,
    ),
    (row) => row.figure,
  );
  const linked = groupBy(
    all<LinkRow>(db, 'SELECT l.* FROM link l JOIN figure f ON f.id = l.figure WHERE f.document = ?', document),
    (row) => row.figure,
  );
  return all<FigureRow>(db, 'SELECT * FROM figure WHERE document = ? ORDER BY start_at, end_at', document)
    .filter(isPlaced)
    .map((row) => toAuditFigure(row, cited.get(row.id) ?? [], linked.get(row.id) ?? [], citationIndex));
}

/** No figure is longer or further from one than this; a longer one costs its rules, not the program. */
const LONGEST_DECIMAL = 200;
const LARGEST_EXPONENT = 200;

const isReckonable = (decimal: string | null, exponent: number): boolean =>
  decimal !== null &&
  decimal.length <= LONGEST_DECIMAL &&
  Math.abs(exponent) <= LARGEST_EXPONENT &&
  DECIMAL.test(decimal);

const DECIMAL = /^-?\d+(\.\d+)?$/;
const boundedExponent = (exponent: number): number => (Math.abs(exponent) <= LARGEST_EXPONENT ? exponent : 0);

function toAuditFigure(
  row: PlacedRow,
  cited: readonly CitationFigureRow[],
  linked: readonly LinkRow[],
  citationIndex: ReadonlyMap<string, number>,
): AuditFigure {
  const reading = parseReading(row.reading);
  return {
    id: row.id,
    start: row.start_at,
    end: row.end_at,
    // What was corrected is told by its value: a finding that named the old words would contradict the text and itself.
    quote: isCorrected({ edited: parseStrings(row.edited) }) ? figureText(row) : row.quote,
    low: isReckonable(row.low, row.low_exponent) ? row.low : null,
    high: isReckonable(row.high, row.high_exponent) ? row.high : null,
    unit: row.unit,
    currency: row.currency,
    qualifier: row.qualifier,
    qualifierCue: reading.qualifierCue,
    approximate: row.approximate === 1,
    strict: row.strict === 1,
    direction: row.direction,
    lowExponent: boundedExponent(row.low_exponent),
    highExponent: boundedExponent(row.high_exponent),
    per: row.per,
    expression: reading.expression,
    rule: reading.rule,
    block: reading.block,
    sentence: reading.sentence,
    section: row.section ?? 0,
    cell: reading.cell,
    metric: row.metric,
    metricLabel: row.metric_label,
    entity: row.entity,
    entityLabel: row.entity_label,
    kind: row.kind,
    period: row.period,
    periodCue: reading.periodCue,
    basis: row.basis,
    mention: reading.mention,
    assertion: row.assertion,
    provenance: row.provenance,
    inheritedClass: row.inherited_class,
    cue: parseCue(row.cue),
    citations: cited.flatMap(({ citation, via }) => {
      const index = citationIndex.get(citation);
      return index === undefined ? [] : [{ citation: index, via }];
    }),
    linkedSources: linked.map((link) => link.source),
    ticked: row.review === 'ticked',
    disputed: row.review === 'disputed',
    note: row.note === '' ? null : row.note,
  };
}

function readStructure(db: ReadableDb, document: string, index: ReadonlyMap<string, number>): StructureItem[] {
  const rows = all<StructureRow>(db, 'SELECT * FROM structure_item WHERE document = ? ORDER BY position', document);
  return rows.flatMap((row) =>
    row.start_at === null || row.end_at === null
      ? []
      : [
          {
            type: row.type,
            start: row.start_at,
            end: row.end_at,
            label: row.label,
            fields: parseFields(row.fields),
            figures: parseStrings(row.figures).flatMap((id) => index.get(id) ?? []),
            rule: row.rule,
          },
        ],
  );
}
