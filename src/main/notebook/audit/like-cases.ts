/** Figures like one that was just set by hand, to which the same could be applied: offered to the analyst, never silent. */
import { type Bindable, prepared, type ReadableDb } from '../../storage/db/db';
import type { FigureRow } from '../../storage/db/rows';
import { parseCue, parseReading, parseStrings } from '../stored/json';
import type { OfferedField } from '../../../core/figure/fields';

const MOST = 200;

/** Where the same field could take the value `figure` has, in the order of the notebook. */
export function likeCases(db: ReadableDb, figure: FigureRow, field: OfferedField): readonly FigureRow[] {
  const { where, values } = candidates(figure, field);
  const sql = `SELECT * FROM figure WHERE id <> ? AND ${field} IS NOT ? AND (${where}) ORDER BY position`;
  const like: FigureRow[] = [];
  for (const row of prepared<FigureRow>(db, sql).iterate(figure.id, figure[field], ...values)) {
    if (!parseStrings(row.edited).includes(field) && isLike(row, figure, field)) like.push(row);
    if (like.length === MOST) break;
  }
  return like;
}

/** What storage can tell of likeness, so that few rows of a long notebook are looked at: all like ones are among them. */
function candidates(
  figure: FigureRow,
  field: OfferedField,
): { readonly where: string; readonly values: readonly Bindable[] } {
  switch (field) {
    case 'provenance': {
      // LIKE folds the case of Latin letters only, so that a text with others is looked for by none.
      const { text } = parseCue(figure.cue);
      const isLatin = /^[\x20-\x7e]+$/.test(text) && !/["\\]/.test(text);
      const words = isLatin ? `cue LIKE ? ESCAPE '!'` : text === '' ? '0' : '1';
      return {
        where: `metric = ? AND entity IS ? OR ${words}`,
        values: [figure.metric, figure.entity, ...(isLatin ? [`%${text.replaceAll(/[!%_]/g, '!$&')}%`] : [])],
      };
    }
    case 'period':
      return { where: 'document = ? AND period IS NULL', values: [figure.document] };
    case 'metric':
    case 'entity':
      return {
        where: `quote = ? OR low IS ? AND high IS ? AND unit = ? AND period IS ?
          OR document IS ? AND section IS ? AND unit = ? AND ${field} IS NULL`,
        values: [
          figure.quote,
          figure.low,
          figure.high,
          figure.unit,
          figure.period,
          figure.document,
          figure.section,
          figure.unit,
        ],
      };
  }
}

function isLike(row: FigureRow, figure: FigureRow, field: OfferedField): boolean {
  switch (field) {
    case 'provenance':
      return sameMetricOrCue(row, figure);
    case 'period':
      return sameGap(row, figure);
    case 'metric':
    case 'entity':
      return sameWords(row, figure, field);
  }
}

/** The text leaves the period open there too: in the same table, or in the same section's prose. */
function sameGap(row: FigureRow, figure: FigureRow): boolean {
  if (row.period !== null || row.document === null || row.document !== figure.document) return false;
  const [a, b] = [parseReading(row.reading).cell, parseReading(figure.reading).cell];
  return a || b ? a?.table === b?.table : row.section === figure.section;
}

/** The same metric of the same entity, or a class that rested on the same words. */
function sameMetricOrCue(row: FigureRow, figure: FigureRow): boolean {
  if (row.metric !== null && row.metric === figure.metric && row.entity === figure.entity) return true;
  const [a, b] = [parseCue(row.cue), parseCue(figure.cue)];
  return a.rule === b.rule && a.rule !== 'analyst' && a.text !== '' && a.text.toLowerCase() === b.text.toLowerCase();
}

/** The same printed value, or the same unit and period under the other name the figure had. */
function sameWords(row: FigureRow, figure: FigureRow, field: 'metric' | 'entity'): boolean {
  const sameReading = row.low === figure.low && row.high === figure.high && row.unit === figure.unit;
  if (row.quote === figure.quote || (sameReading && row.period === figure.period)) return true;
  const other = field === 'metric' ? 'entity' : 'metric';
  return (
    row.section === figure.section &&
    row.document === figure.document &&
    row.unit === figure.unit &&
    row[other] === figure[other] &&
    row[field] === null
  );
}
