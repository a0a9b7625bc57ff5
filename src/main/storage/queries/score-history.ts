/** How the tie-out score went over time: a line after each audit that changed it, never rewritten. */
import { all, count, first, run, type ReadableDb, type WritableDb } from '../db/db';
import { sealScores } from '../db/seals';

export interface Score {
  readonly at: string;
  readonly figures: number;
  readonly tied: number;
  readonly openFindings: number;
}

const COLUMNS = 'at, figures, tied, open_findings AS openFindings';

/** Findings that nobody answered; checks that hold are not among them. */
export const OPEN_FINDINGS = `SELECT count(*) FROM finding f LEFT JOIN finding_status s ON s.id = f.key
  WHERE f.severity <> 'ok' AND s.id IS NULL`;

/** Adds a line where the numbers differ from the last one; inside the caller's transaction. */
export function recordScore(db: WritableDb, at: string, figures: number, tied: number): void {
  const openFindings = count(db, OPEN_FINDINGS);
  const last = first<Score & { readonly id: number }>(
    db,
    `SELECT id, ${COLUMNS} FROM score_history ORDER BY id DESC LIMIT 1`,
  );
  const same = last?.figures === figures && last.tied === tied && last.openFindings === openFindings;
  if (same || (last === undefined && figures === 0)) return;
  run(
    db,
    'INSERT INTO score_history (at, figures, tied, open_findings) VALUES (?, ?, ?, ?)',
    at,
    figures,
    tied,
    openFindings,
  );
  sealScores(db, last?.id ?? 0);
}

/** The last `limit` lines, oldest first. */
export const scoreHistory = (db: ReadableDb, limit: number): Score[] =>
  all<Score>(db, `SELECT ${COLUMNS} FROM score_history ORDER BY id DESC LIMIT ?`, limit).reverse();
