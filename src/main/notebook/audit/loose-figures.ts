/** Figures typed by hand stand in no document; they tie out by tick, link or rationale alone. */
import { isEvidence } from '../../../core/audit/evidence/needs-source';
import type { FigureVerdict, TieOut } from '../../../core/audit/model/model';
import { all, type ReadableDb } from '../../storage/db/db';
import type { FigureRow } from '../../storage/db/rows';

/** A verdict for each of them. */
export function looseVerdicts(db: ReadableDb): readonly FigureVerdict[] {
  const rows = all<FigureRow & { readonly links: number }>(
    db,
    `SELECT f.*, (SELECT count(*) FROM link l WHERE l.figure = f.id) AS links FROM figure f WHERE f.document IS NULL`,
  );
  return rows.map((row) => ({
    figure: row.id,
    counted: isEvidence({ unit: row.unit, metric: row.metric, cell: null }),
    ...tieOutLoose(row, row.links),
  }));
}

/** Whether a figure that stands in no document ties out, and why. */
function tieOutLoose(row: FigureRow, links: number): TieOut {
  if (row.review === 'ticked') return { tied: true, reason: 'Ticked by the analyst.' };
  if (row.provenance === 'unclassified') return { tied: false, reason: 'Nobody is known to vouch for it.' };
  if (row.provenance === 'inferred') {
    return row.note === ''
      ? { tied: false, reason: 'Inferred without a stated assumption or rationale.' }
      : { tied: true, reason: 'Labelled as inference, with its rationale.' };
  }
  if (row.provenance === 'derived') return { tied: false, reason: 'Its operands were not found.' };
  return links > 0
    ? { tied: true, reason: 'Linked to a source by the analyst.' }
    : { tied: false, reason: 'No source is linked to it.' };
}
