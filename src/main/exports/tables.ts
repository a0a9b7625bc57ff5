/** The figures of a notebook as rows for CSV and XLSX. */
import { FIELD_NAMES, type FigureField, fieldOf } from '../../core/figure/fields';
import type { DocumentSummary, FigureRecord, SourceRecord } from '../../contract/records';
import { labelWords, metricName } from '../../core/figure/display/names';
import { tieOutWord } from './note/appendix';

interface Names {
  readonly document: (id: string) => string | null;
  readonly source: (id: string) => string | null;
}
type Cell = (figure: FigureRecord, names: Names) => string | null;

/** Fields that are written otherwise than they are stored. */
const FIELD_CELLS: Readonly<Partial<Record<FigureField, Cell>>> = {
  metric: metricName,
  scale: (f) => (f.scale === 0 ? null : `1e${f.scale}`),
  note: (f) => f.note || null,
};

const fieldColumn = (field: FigureField): readonly [string, Cell] => [
  fieldOf(field).exported ?? fieldOf(field).label,
  FIELD_CELLS[field] ?? ((f) => (f[field] === null ? null : String(f[field]))),
];

/** What a row says besides the fields, and the order of all; a field that is not named here comes last. */
const COLUMNS: readonly (FigureField | readonly [string, Cell])[] = [
  ['Id', (f) => f.id],
  ['Document', (f, names) => f.place && names.document(f.place.document)],
  'metric',
  ['Label', (f) => labelWords(f) || null],
  'entity',
  'period',
  'value',
  ['Low', (f) => f.low],
  ['High', (f) => f.high],
  'unit',
  'currency',
  'scale',
  ['Qualifier', (f) => f.qualifier],
  'direction',
  'basis',
  'provenance',
  ['Inherited class', (f) => f.inheritedClass],
  'assertion',
  ['Why', (f) => f.cue.reason],
  [
    'Sources',
    (f, names) => f.citations.map((c) => (c.source && names.source(c.source)) || c.marker).join('; ') || null,
  ],
  ['Ties out', (f) => tieOutWord(f)],
  ['Tie-out reason', (f) => f.tieOutReason],
  'review',
  'note',
  ['Quote', (f) => f.quote],
  ['Start', (f) => f.place && String(f.place.start)],
  ['End', (f) => f.place && String(f.place.end)],
];

const WRITTEN: readonly (readonly [string, Cell])[] = [
  ...COLUMNS,
  ...FIELD_NAMES.filter((name) => !COLUMNS.includes(name)),
].map((column) => (typeof column === 'string' ? fieldColumn(column) : column));

export const FIGURE_HEAD: readonly string[] = WRITTEN.map(([head]) => head);

/** One row a figure, every cell as text; null where there is nothing. */
export function figureRows(
  figures: readonly FigureRecord[],
  documents: readonly DocumentSummary[],
  sources: readonly SourceRecord[],
): readonly (readonly (string | null)[])[] {
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const formatted = new Map(sources.map((source) => [source.id, source.formatted]));
  const names: Names = { document: (id) => titles.get(id) ?? null, source: (id) => formatted.get(id) ?? null };
  return figures.map((figure) => WRITTEN.map(([, cell]) => cell(figure, names)));
}
