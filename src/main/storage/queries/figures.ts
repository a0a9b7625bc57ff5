/** Reads figures with what a grid shows of them: citations, tie-out and open findings, many at a time. */
import { all, type ReadableDb } from '../db/db';
import type { FigureRow } from '../db/rows';
import type { Via } from '../../../core/base/via';

export interface FigureCitationRow {
  readonly figure: string;
  readonly id: string;
  readonly marker: string;
  readonly source: string | null;
  readonly csl: string | null;
  readonly via: Via | 'analyst';
  readonly locator: string | null;
}

export interface FigureAuditRow {
  readonly figure: string;
  readonly tied: 0 | 1;
  readonly counted: 0 | 1;
  readonly reason: string;
}

export interface FindingCountRow {
  readonly figure: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly n: number;
}

const IN_LIST = 'IN (SELECT value FROM json_each(?))';

/** Figures by id, in the order of `ids`; ids that are not there are left out. */
export function figuresById(db: ReadableDb, ids: readonly string[]): readonly FigureRow[] {
  const rows = all<FigureRow>(db, `SELECT * FROM figure WHERE id ${IN_LIST}`, JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Figures by row id, in the order of `rowids`. */
export function figuresByRowid(db: ReadableDb, rowids: readonly number[]): readonly FigureRow[] {
  const rows = all<FigureRow & { readonly n: number }>(
    db,
    `SELECT f.rowid AS n, f.* FROM figure f WHERE f.rowid ${IN_LIST}`,
    JSON.stringify(rowids),
  );
  const byRowid = new Map(rows.map(({ n, ...row }) => [n, row]));
  return rowids.flatMap((rowid) => byRowid.get(rowid) ?? []);
}

/** In the order of the text. */
export const figuresOfDocument = (db: ReadableDb, document: string): readonly FigureRow[] =>
  all<FigureRow>(db, 'SELECT * FROM figure WHERE document = ? ORDER BY start_at, end_at', document);

/** Figures that stand in no document: typed by hand or from a table. */
export const looseFigures = (db: ReadableDb): readonly FigureRow[] =>
  all<FigureRow>(db, 'SELECT * FROM figure WHERE document IS NULL ORDER BY position, rowid');

/** The markers that vouch for the figures, then the analyst's own links. */
export function citationsOf(db: ReadableDb, figures: readonly string[]): readonly FigureCitationRow[] {
  const list = JSON.stringify(figures);
  const marked = all<FigureCitationRow>(
    db,
    `SELECT cf.figure, c.id, c.marker, c.source, NULL AS csl, cf.via, c.locator FROM citation_figure cf
     JOIN citation c ON c.id = cf.citation WHERE cf.figure ${IN_LIST} ORDER BY cf.position`,
    list,
  );
  const linked = all<FigureCitationRow>(
    db,
    `SELECT l.figure, l.id, '' AS marker, l.source, s.csl, 'analyst' AS via, l.locator FROM link l
     JOIN source s ON s.id = l.source WHERE l.figure ${IN_LIST} ORDER BY l.rowid`,
    list,
  );
  return [...marked, ...linked];
}

/** Tie-out of the figures that the last audit knew; the others have no row. */
export const auditOf = (db: ReadableDb, figures: readonly string[]): readonly FigureAuditRow[] =>
  all<FigureAuditRow>(db, `SELECT * FROM figure_audit WHERE figure ${IN_LIST}`, JSON.stringify(figures));

/** Findings that nobody has answered, by figure and severity. */
export const openFindingCounts = (db: ReadableDb, figures: readonly string[]): readonly FindingCountRow[] =>
  all<FindingCountRow>(
    db,
    `SELECT ff.figure, f.severity, count(*) AS n FROM finding_figure ff JOIN finding f ON f.key = ff.finding
     LEFT JOIN finding_status s ON s.id = f.key
     WHERE ff.figure ${IN_LIST} AND f.severity <> 'ok' AND s.id IS NULL GROUP BY ff.figure, f.severity`,
    JSON.stringify(figures),
  );
