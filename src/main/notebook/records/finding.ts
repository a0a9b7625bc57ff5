/** Findings as they go over the wire: what the rules said, with the status the analyst gave. */
import type { FindingRecord } from '../../../contract/records';
import { figureRef, span } from '../../../contract/records';
import { z } from 'zod';
import { all, type ReadableDb } from '../../storage/db';
import type { FindingRow, FindingStatusRow } from '../../storage/rows';
import { ruleTitle } from '../rules';

const refs = z.array(figureRef);
const places = z.array(span.extend({ document: z.string() }));

type Joined = FindingRow & {
  readonly status: FindingStatusRow['status'] | null;
  readonly status_reason: string | null;
  readonly status_at: string | null;
};

const SELECT = `SELECT f.*, s.status, s.reason AS status_reason, s.at AS status_at
  FROM finding f LEFT JOIN finding_status s ON s.id = f.key`;

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

function toFindingRecord(row: Joined): FindingRecord {
  return {
    key: row.key,
    rule: row.rule,
    title: ruleTitle(row.rule),
    severity: row.severity,
    message: row.message,
    document: row.document,
    section: row.section,
    figures: refs.parse(JSON.parse(row.figures)),
    spans: places.parse(JSON.parse(row.spans)),
    claimed: row.claimed,
    computed: row.computed,
    gap: row.gap,
    expression: row.expression,
    verdict: row.verdict,
    status: row.severity === 'ok' ? 'holds' : (row.status ?? 'open'),
    reason: row.status_reason ?? '',
    statusAt: row.status_at,
  };
}
