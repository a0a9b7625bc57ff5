/** What each column of the figures grid sorts by and is searched in, as SQL over `figure f`, `document d`, `figure_audit a`. */
import {
  type FilteredColumn,
  type FilteredOther,
  isFieldColumn,
  type SortedColumn,
  type SortedOther,
} from '../../../core/figure/columns';
import { NO_DOCUMENT } from '../../../core/figure/display/names';
import { type FigureField, fieldOf } from '../../../core/figure/fields';
import { PROVENANCES } from '../../../core/figure/provenance';

/** How many citations and links a figure has. */
export const CITATIONS = `((SELECT count(*) FROM citation_figure cf WHERE cf.figure = f.id) +
  (SELECT count(*) FROM link l WHERE l.figure = f.id))`;

/** As `labelWords` has it. */
const LABEL = `nullif(concat_ws(' · ', nullif(f.metric_label, ''),
  CASE WHEN f.entity_label IS NOT f.entity THEN nullif(f.entity_label, '') END), '')`;

const withoutCase = (expression: string): string => `${expression} COLLATE NOCASE`;

/** From the strongest class to the weakest, as the list of classes has them. */
const CLASS_ORDER = `CASE f.provenance ${PROVENANCES.map((one, at) => `WHEN '${one}' THEN ${at}`).join(' ')} END`;

/** The column of a field, and the one that stands in for it; words sort without case, numbers as they are stored. */
function fieldSort(field: FigureField): string {
  const { columns, otherwise, filter } = fieldOf(field);
  if (field === 'provenance') return CLASS_ORDER;
  if (field === 'value') return 'CAST(coalesce(f.low, f.high) AS REAL)';
  const cell = otherwise === undefined ? `f.${columns[0]}` : `coalesce(f.${columns[0]}, f.${otherwise})`;
  // NOCASE leaves numbers as they are; a period is canonical and needs no folding.
  return filter === 'period' ? cell : withoutCase(cell);
}

const SORT_BY: Readonly<Record<SortedOther, string>> = {
  label: withoutCase(LABEL),
  document: withoutCase('d.title'),
  position: 'f.position',
  citations: CITATIONS,
  tiedOut: 'coalesce(a.tied, 0)',
  quote: withoutCase('f.quote'),
};

/** What the figures are sorted by for a column. */
export const sortKey = (column: SortedColumn): string => (isFieldColumn(column) ? fieldSort(column) : SORT_BY[column]);

/** All that a field's cell and its canonical name say, for filters. */
export function fieldText(field: FigureField): string {
  const { columns, otherwise } = fieldOf(field);
  return [columns[0], ...(otherwise === undefined ? [] : [otherwise])]
    .map((column) => `coalesce(f.${column}, '')`)
    .join(` || ' ' || `);
}

const OTHER_TEXT: Readonly<Record<FilteredOther, string>> = {
  label: LABEL,
  document: `coalesce(d.title, '${NO_DOCUMENT}')`,
  quote: 'f.quote',
  citations: `(SELECT group_concat(c.marker, ' ') FROM citation_figure cf JOIN citation c ON c.id = cf.citation
    WHERE cf.figure = f.id)`,
};

/** The text that the filter of a column looks at. */
export const filterText = (column: FilteredColumn): string =>
  isFieldColumn(column) ? fieldText(column) : OTHER_TEXT[column];
