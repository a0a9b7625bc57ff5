/** Findings as they go over the wire: what the rules said, with the status the analyst gave. */
import { parseJson } from '../stored/json';
import type { FindingRecord } from '../../../contract/records';
import { figureRef, span } from '../../../contract/records';
import { z } from 'zod';
import { all, type ReadableDb } from '../../storage/db/db';
import type { FindingRow, FindingStatusRow } from '../../storage/db/rows';
import { ruleTitle } from './rules';

const refs = z.array(figureRef);
const places = z.array(span.extend({ document: z.string() }));

type Joined = FindingRow & {
  readonly status: FindingStatusRow['status'] | null;
  readonly status_reason: string | null;
  readonly status_at: string | null;
  readonly was_status: FindingStatusRow['status'] | null;
  readonly was_reason: string | null;
  readonly was_at: string | null;
};

/** An answer whose finding is gone, while the same rule says something of the same figure, was given on other evidence. */
const SELECT = `SELECT f.*, s.status, s.reason AS status_reason, s.at AS status_at,
    was.status AS was_status, was.reason AS was_reason, was.at AS was_at
  FROM finding f LEFT JOIN finding_status s ON s.id = f.key
  LEFT JOIN finding_status was ON s.id IS NULL AND f.severity <> 'ok' AND was.id = (
    SELECT w.id FROM finding_status w
    WHERE w.figure = json_extract(f.figures, '$[0].figure') AND w.rule = f.rule
      AND NOT EXISTS (SELECT 1 FROM finding now WHERE now.key = w.id)
    ORDER BY w.at DESC LIMIT 1
  )`;

export function listFindings(
  db: ReadableDb,
  request: { readonly document?: string | undefined; readonly includeOk: boolean },
): FindingRecord[] {
  const rows =
    request.document === undefined
      ? all<Joined>(db, `${SELECT} ORDER BY f.position`)
      : all<Joined>(db, `${SELECT} WHERE f.document = ? ORDER BY f.position`, request.document);
  return rows.filter((row) => request.includeOk || row.severity !== 'ok').map(toFindingRecord);
}

export const findingsOfFigure = (db: ReadableDb, figure: string): FindingRecord[] =>
  all<Joined>(
    db,
    `${SELECT} JOIN finding_figure ff ON ff.finding = f.key WHERE ff.figure = ? ORDER BY f.position`,
    figure,
  ).map(toFindingRecord);

/** The figures of a finding, the claimed one first. */
export const refsOf = (row: Pick<FindingRow, 'figures'>): FindingRecord['figures'] =>
  refs.catch([]).parse(parseJson(row.figures));

function toFindingRecord(row: Joined): FindingRecord {
  return {
    key: row.key,
    rule: row.rule,
    title: ruleTitle(row.rule),
    severity: row.severity,
    message: row.message,
    document: row.document,
    section: row.section,
    figures: refsOf(row),
    spans: places.catch([]).parse(parseJson(row.spans)),
    claimed: row.claimed,
    computed: row.computed,
    gap: row.gap,
    expression: row.expression,
    verdict: row.verdict,
    status: row.severity === 'ok' ? 'holds' : (row.status ?? 'open'),
    reason: row.status_reason ?? '',
    statusAt: row.status_at,
    reopened: reopenedFrom(row),
  };
}

function reopenedFrom(row: Joined): FindingRecord['reopened'] {
  const { was_status: status, was_reason: reason, was_at: at } = row;
  return status === null || reason === null || at === null ? null : { status, reason, at };
}
