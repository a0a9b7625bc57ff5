/** Figures as they go over the wire: the record, its citations, whether it ties out, its open findings. */
import type { FigureRecord } from '../../../contract/records';
import { groupBy } from '../../../core/base/group';
import { plainOf } from '../../../core/figure/fields';
import type { ReadableDb } from '../../storage/db/db';
import {
  auditOf,
  citationsOf,
  openFindingCounts,
  type FigureAuditRow,
  type FigureCitationRow,
  type FindingCountRow,
} from '../../storage/queries/figures';
import { supersededDocuments } from '../../storage/queries/versions';
import type { FigureRow } from '../../storage/db/rows';
import { parseCue, parseJson, parseStrings } from '../stored/json';
import { sourceChip } from '../../../core/citation/source-name';

interface Around {
  readonly citations: readonly FigureCitationRow[];
  readonly audit: FigureAuditRow | undefined;
  readonly counts: readonly FindingCountRow[];
  /** Stands in a document that a newer version has taken the place of. */
  readonly superseded: boolean;
}

/** The records of `rows`, in their order. */
export function toFigureRecords(db: ReadableDb, rows: readonly FigureRow[]): FigureRecord[] {
  const ids = rows.map((row) => row.id);
  const citations = groupBy(citationsOf(db, ids), (row) => row.figure);
  const audits = new Map(auditOf(db, ids).map((row) => [row.figure, row]));
  const counts = groupBy(openFindingCounts(db, ids), (row) => row.figure);
  const superseded = supersededDocuments(db);
  return rows.map((row) =>
    toRecord(row, {
      citations: citations.get(row.id) ?? [],
      audit: audits.get(row.id),
      counts: counts.get(row.id) ?? [],
      superseded: superseded.has(row.document ?? ''),
    }),
  );
}

function toRecord(row: FigureRow, { citations, audit, counts, superseded }: Around): FigureRecord {
  return {
    id: row.id,
    place: placeOf(row),
    quote: row.quote,
    value: row.value,
    scale: row.scale,
    low: row.low,
    high: row.high,
    unit: row.unit,
    currency: row.currency,
    qualifier: row.qualifier,
    approximate: row.approximate === 1,
    direction: row.direction,
    kind: row.kind,
    metric: row.metric,
    metricLabel: row.metric_label,
    entityLabel: row.entity_label,
    period: row.period,
    per: row.per,
    assertion: row.assertion,
    provenance: row.provenance,
    inheritedClass: row.inherited_class,
    cue: parseCue(row.cue),
    edited: parseStrings(row.edited),
    citations: citations.map(toCitation),
    tiedOut: audit?.tied === 1,
    counted: audit?.counted === 1,
    tieOutReason:
      audit?.reason ?? (superseded ? 'A newer version of its document is audited instead.' : 'Not audited yet.'),
    review: row.review,
    reviewedAt: row.reviewed_at,
    ...plainOf(row),
    findings: countSeverities(counts),
  };
}

function placeOf(row: FigureRow): FigureRecord['place'] {
  if (row.document === null || row.start_at === null || row.end_at === null) return null;
  return { document: row.document, start: row.start_at, end: row.end_at, section: row.section };
}

function toCitation(row: FigureCitationRow): FigureRecord['citations'][number] {
  const marker = row.csl === null ? row.marker : sourceChip(parseJson(row.csl));
  return { id: row.id, marker, source: row.source, via: row.via, locator: row.locator };
}

function countSeverities(counts: readonly FindingCountRow[]): FigureRecord['findings'] {
  const found = { error: 0, warning: 0, info: 0 };
  for (const { severity, n } of counts) found[severity] += n;
  return found;
}
