/**
 * What a table's cell is a figure of: its numbers with the scale, unit and sign that the table gives them, and what the
 * row path (label, sub-heads, group heads), the column path (stacked heads), caption, unit line and source line say.
 */
import { isValueCell } from '../../../document/tables/grid-cells';
import { roleOfHead } from '../../cell/column-words';
import { readValueCell } from '../../cell/value-cell';
import type { Block, Cell, Layout, Mark, Span, Table } from '../../../document/model';
import { metricOfCell } from './cell-metric';
import { entityIn } from './cell-owner';
import { boardOf, metricOnBoard, nameOnBoard, quantityOnBoard } from './boards';
import { periodIn } from './row-period';
import { cleanText, isKind, isScoreHead } from './cell-words';
import type { MetricChoice } from '../metric/choose-metric';
import type { PeriodChoice } from '../period/choose-period';
import { scaleNamed } from '../../quantity/lexicon/scale';
import { cellOfLabel, isRowNumber } from './label-column';
import { sharedUnitLines } from './shared-unit';
import { metricById } from '../mentions/metric';
import type { DocumentContext, PlacedFigure, Quantity, Direction } from '../../model';
import type { Unit } from '../../../base/unit';
import { readQuantities } from '../../quantity/quantity';
import { within } from '../../../base/spans';
import type { BlockViews } from '../scope/block-view';
import { headOver, isApart, isStatementOfMoney, ofNumbers, ofShare, reportingCurrency } from './statement';
import { scaleCell } from './table-scale';
import { type ColumnView, inheritedCurrency, type TableView, viewTable } from './table-view';
import type { Locale } from '../../cell/cell';

export type CellPlace = NonNullable<PlacedFigure['cell']>;

export interface CellQuantity {
  readonly quantity: Quantity;
  readonly cell: CellPlace;
}

/** What the table says of a cell's figure. It is all there is: nothing is looked for across cells or outside the table. */
export interface CellReading {
  /** Null where the cell is prose about its row: then its own words say what its figures are of. */
  readonly metric: MetricChoice | null;
  readonly period: PeriodChoice | null;
  /** Null where the table names none: then it is the document's subject. */
  readonly entity: string | null;
  /** Its name as the table writes it. */
  readonly entityLabel: string | null;
  /** The row has a name: figures of its sentences that name none belong to it. */
  readonly isNamed?: boolean;
  readonly direction: Direction | null;
  /** That of the metric where the table says none: revenue is money in whatever currency. */
  readonly unit: Unit | null;
  /** Of a market board: as of the day of the document where the table names none. */
  readonly quoted?: boolean;
}

/** The table, row and column whose cell holds the whole span; null outside tables and across cells. */
export function cellAt(layout: Layout, block: Block, { start, end }: Span): CellPlace | null {
  if (block.table === null || block.row === null) return null;
  const cells = layout.tables[block.table]?.rows[block.row]?.cells ?? [];
  const cell = cells.find((one) => one.start <= start && end <= one.end);
  return cell ? { table: block.table, row: block.row, column: cell.column } : null;
}

const NUMBERS_ALONE = /^[\s\d,;.()[\]–-]{1,24}$/;
const AMOUNT = /\d{4}|\d\.\d|\d,\d{3}(?!\d)/;

/** Columns that say where to look hold numbers of notes, sources and pages, not figures. */
const isPointer = (column: ColumnView | undefined, cell: string): boolean =>
  column?.isPointing === true && NUMBERS_ALONE.test(cell) && !AMOUNT.test(cell);

/** `510050`, `0700`, `603259.SH` under `Code`: names of securities in digits. */
const isCode = (column: ColumnView | undefined, cell: string): boolean =>
  isKind('codes', column?.heads.at(-1) ?? '') && /^\W{0,3}\d{1,9}(?:\.[A-Z]{2})?\W{0,3}$/.test(cell);

/** `Exhibit No. | Description`: numbers and names of documents, and marks of notes that say where they were filed. */
const isListOfExhibits = ({ columns, corner }: TableView): boolean =>
  [corner, ...[...columns.values()].flatMap(({ heads }) => heads)].some((head) =>
    /^exhibits?(?: (?:no\.?|numbers?|#))?$/iu.test(head),
  );

/** Quantities of the cells of one row, each with what its table says of scale and unit applied. */
export function cellQuantities(layout: Layout, table: Table, row: number): CellQuantity[] {
  const view = viewTable(layout, table);
  if (isListOfExhibits(view)) return [];
  const cells = table.rows[row]?.cells ?? [];
  const label = labelOf(layout, table, cells);
  const path = (table.rows[row]?.path ?? []).map((span) => cleanText(layout.text, span));
  const words = label === null ? '' : cleanText(layout.text, label);
  const told = view.metricColumn === null ? undefined : cells.find(({ column }) => column === view.metricColumn);
  const named = told
    ? cleanText(layout.text, told)
    : isKind('generic', words)
      ? `${path.at(-1) ?? ''} ${words}`
      : words;
  const unit = unitBeside(view, cells);
  const naming = unit === null ? named : `${named} (${unit})`;
  const board = label === null ? null : boardOf(layout.text, table);
  const [title = ''] = view.lines;
  // `(in thousands, except per share amounts)` measures nothing.
  const inside = view.metricsIn === 'neither' && !EXCEPTED.test(title) ? title : naming;
  const apart = isApart(view);
  const numbers = ofNumbers(view, path.toReversed());
  const perShare = ofShare(view);
  const inferred = perShare || isStatementOfMoney(layout, view) ? reportingCurrency(layout, table) : null;
  return cells.flatMap((cell) => {
    const column = view.columns.get(cell.column);
    if (isPointer(column, cell.text) || isCode(column, cell.text) || isRowNumber(layout.text, table, cell)) return [];
    const head = headWords(view, column, cells, cell);
    const place = { table: table.index, row, column: cell.column };
    return quantitiesIn(layout, cell, label, languageOf(layout, view)).map((quantity) => ({
      cell: place,
      quantity:
        cell === label
          ? quantity
          : board?.columns.has(cell.column)
            ? quantityOnBoard(board, words, cell.column, quantity)
            : column?.isStatistic && (view.metricsIn === 'rows' || isScoreHead(head))
              ? ofStatistic(quantity, head)
              : scaleCell(quantity, {
                  lines: [view.corner, ...view.unitLines, ...sharedUnitLines(layout, view, cell)],
                  groups: path.toReversed(),
                  head,
                  label: inside,
                  currency: inheritedCurrency(view, row, cell.column) ?? inferred,
                  moneyIsLabelled: view.moneyIsLabelled,
                  named: view.metricsIn === 'columns' ? head : naming,
                  over: headOver(column),
                  isApart: apart,
                  ofNumbers: numbers,
                  ofShare: perShare,
                  beside: unit,
                }),
    }));
  });
}

const EXCEPTED = /\b(?:except|excluding|other than)\b.{0,40}\bper[- ]share\b/iu;

/** What a column of units says of the row: `$m`, `%`, `days`. */
function unitBeside(view: TableView, cells: readonly Cell[]): string | null {
  const cell = cells.find(
    ({ column }) =>
      column === view.unitColumn || roleOfHead(view.columns.get(column)?.heads.join(' ') ?? '') === 'unit',
  );
  const words = cell?.text.trim().replace(/^[(（]\s*|\s*[)）]$/gu, '') ?? scaleBeside(view, cells) ?? '';
  return words === '' || words.length > 24 ? null : words;
}

/** `Thousands` under `Multiplier`: what the row's numbers are printed in. */
function scaleBeside(view: TableView, cells: readonly Cell[]): string | null {
  const cell = cells.find(({ column }) => roleOfHead(view.columns.get(column)?.heads.at(-1) ?? '') === 'scale');
  const words = cell?.text.trim() ?? '';
  return scaleNamed(words) === null ? null : `in ${words}`;
}

/** A column that says only "change" holds amounts where another of the row holds the percent, or where it is their difference. */
function headWords(view: TableView, column: ColumnView | undefined, cells: readonly Cell[], cell: Cell): string {
  const head = (column?.heads ?? []).join(' ');
  if (column?.isChange !== true || IN_PERCENT.test(head) || /[%％]/.test(cell.text)) return head;
  const inPercent = cells.some(({ column: at, text }) => {
    const other = view.columns.get(at);
    return (
      other !== column && other?.isChange === true && (/[%％]/.test(text) || IN_PERCENT.test(other.heads.join(' ')))
    );
  });
  return inPercent || isDifference(view, cells, cell) ? head.replaceAll(/\bchange\b/gi, '') : head;
}

/** "252 | 226 | 26" under "2024 | 2023 | Change": the amount by which the two before it differ. */
function isDifference({ european }: TableView, cells: readonly Cell[], cell: Cell): boolean {
  const at = cells.indexOf(cell);
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = [at - 2, at - 1, at].map((one) =>
    amountIn(cells[one], european ? 'comma' : 'point'),
  );
  return c !== 0 && Math.abs(Math.abs(a - b) - Math.abs(c)) <= ROUNDING * Math.abs(c);
}

const ROUNDING = 0.001;

/** The number that is all of a cell; NaN where it is none, or one of percent or another unit that is no amount. */
function amountIn(cell: Cell | undefined, locale: Locale): number {
  const read = readValueCell(cell?.text ?? '', locale);
  const isAmount = read.kind === 'value' && (read.unit === null || read.unit === 'money') && read.low === read.high;
  return isAmount && read.low !== null ? Number(read.low) : Number.NaN;
}

const IN_PERCENT = /[%％]|\bper ?cent\b|\bgrowth\b/i;

/** Neither the row's unit nor the table's scale is a correlation's or a score's. */
function ofStatistic(quantity: Quantity, head: string): Quantity {
  const alone = scaleCell(quantity, {
    lines: [],
    groups: [],
    head,
    label: '',
    currency: null,
    moneyIsLabelled: false,
    named: '',
    over: head,
    isApart: false,
    ofNumbers: false,
    ofShare: false,
    beside: null,
  });
  const bare = alone.unit === 'count' || alone.unit === 'other';
  return bare && alone.currency === null && isScoreHead(head) ? { ...alone, unit: 'score', rule: 'cell.score' } : alone;
}

/** The cell in the column of labels where it holds words, not a value. */
const labelOf = ({ text }: Layout, table: Table, cells: readonly Cell[]): Cell | null => {
  const label = cellOfLabel(text, table, cells);
  return label !== undefined && !isValueCell(text, label) ? label : null;
};

/** By whose habits the numbers of a table are written; the document's language where the table does not show it. */
const languageOf = ({ language }: Layout, { european, english }: TableView): string =>
  european ? 'de' : english ? 'en' : language;

/** The numbers of a cell, its pieces joined where signs stood in cells of their own, and without raised marks of notes. */
function quantitiesIn(layout: Layout, cell: Cell, label: Cell | null, language: string): Quantity[] {
  const { text } = layout;
  const options = { language, cell: cell !== label };
  const raised = raisedIn(layout, cell);
  if (raised.length === 0 && !/[\t\n]|\s{2}|[$€£¥(]\s|\s[)%]/.test(cell.text)) {
    return readQuantities(text, { ...options, from: cell.start, to: cell.end });
  }
  const chars: string[] = [];
  const places: number[] = [];
  for (let at = cell.start; at < cell.end; at += 1) {
    if (raised.some(({ start, end }) => start <= at && at < end)) continue;
    const char = text.charAt(at);
    if (/\s/.test(char) && isGap(text, at, cell)) continue;
    chars.push(char);
    places.push(at);
  }
  const joined = chars.join('').replace(/^([A-Z]{0,3}[$€£¥₹₩])\(/u, '($1');
  return readQuantities(joined, options).map((quantity) => {
    const start = quantity.start === 0 ? (places[0] ?? cell.start) : (places[quantity.start] ?? cell.start);
    const end = (places[quantity.end - 1] ?? cell.end - 1) + 1;
    return { ...quantity, start, end, quote: text.slice(start, end), qualifierCue: null };
  });
}

/** White space beside a sign, or of more than one character: not the one that parts two words or groups of digits. */
function isGap(text: string, at: number, cell: Span): boolean {
  let from = at;
  let to = at + 1;
  while (from > cell.start && /\s/.test(text.charAt(from - 1))) from -= 1;
  while (to < cell.end && /\s/.test(text.charAt(to))) to += 1;
  const [before, after] = [text.charAt(from - 1), text.charAt(to)];
  return /[$€£¥₹₩(~≈+\-–−]/u.test(before) || /[)%％]/u.test(after);
}

const RAISED: ReadonlySet<Mark['kind']> = new Set(['superscript', 'note-reference']);
const raisedBy = new WeakMap<Layout, readonly Span[]>();

/** Raised digits and letters, in order. */
export function raisedMarks(layout: Layout): readonly Span[] {
  const known = raisedBy.get(layout);
  if (known) return known;
  const found = layout.marks.filter(({ kind }) => RAISED.has(kind)).sort((a, b) => a.start - b.start);
  raisedBy.set(layout, found);
  return found;
}

/** Those inside the cell; one that opens it is its own number, no note of another. */
const raisedIn = (layout: Layout, cell: Span): readonly Span[] =>
  within(raisedMarks(layout), cell.start, cell.end).filter(({ start }) => start > cell.start);

/** The cell a quantity stands in: its neighbours are of other columns and say nothing of its period. */
export function cellSpan(layout: Layout, cell: CellPlace, quantity: Quantity): Span | null {
  const cells = layout.tables[cell.table]?.rows[cell.row]?.cells ?? [];
  return cells.find(({ start, end }) => start <= quantity.start && quantity.end <= end) ?? null;
}

/** A cell of more words than these is prose about its row, as far as it does not begin with the figure. */
const MOST_WORDS = 2;
const MOST_WORDS_BEHIND = 8;

function isProse(cell: Cell, quantity: Quantity): boolean {
  const words = cell.text.match(/\p{L}{2,}/gu)?.length ?? 0;
  const leads = quantity.start - cell.start <= 4;
  return words > (leads ? MOST_WORDS_BEHIND : MOST_WORDS) || /\p{Script=Han}{10}/u.test(cell.text);
}

/**
 * What the table says of a number in one of its cells; null where the place is no cell of the layout, or the cell is
 * the row's own label.
 */
export function readCell(
  layout: Layout,
  blockViews: BlockViews,
  context: DocumentContext,
  place: CellPlace,
  quantity: Quantity,
): CellReading | null {
  const table = layout.tables[place.table];
  const row = table?.rows[place.row];
  const cell = row?.cells.find(({ column }) => column === place.column);
  if (!table || !row || !cell) return null;
  const label = labelOf(layout, table, row.cells);
  if (cell === label) return null;
  const view = viewTable(layout, table);
  const column = view.columns.get(place.column) ?? null;
  const onBoard = label === null ? null : readOnBoard(layout.text, table, label, place.column, quantity);
  // `Fund 2000` is a name: a row of a board holds no year.
  if (onBoard)
    return { ...onBoard, period: periodIn(layout, context, view, { row: place.row, label: null, column, cell }) };
  const { choice, direction } = metricOfCell(
    layout,
    blockViews,
    view,
    { cell, label, path: row.path, column, row: place.row },
    quantity,
  );
  const named = entityIn(layout, blockViews, view, label, row.path, column);
  return {
    metric: isProse(cell, quantity) ? null : choice,
    period: periodIn(layout, context, view, { row: place.row, label: periodCell(view, row, label), column, cell }),
    entity: named?.entity ?? null,
    entityLabel: named?.label ?? null,
    isNamed: view.rowsAreNames && named !== null,
    direction,
    unit: column?.isStatistic ? null : (unitOfMetric(choice, quantity) ?? unitOfHead(column, quantity)),
  };
}

/** In a long table the row's period stands in a column of its own. */
const periodCell = (view: TableView, row: Table['rows'][number], label: Cell | null): Cell | null =>
  (view.periodColumn === null ? null : row.cells.find(({ column }) => column === view.periodColumn)) ?? label;

function readOnBoard(
  text: string,
  table: Table,
  label: Cell,
  column: number,
  quantity: Quantity,
): Omit<CellReading, 'period'> | null {
  const board = boardOf(text, table);
  const name = board && nameOnBoard(text, label);
  const read = name && metricOnBoard(board, name.label, column, quantity, quantity.direction);
  if (!name || !read) return null;
  return {
    metric: read.choice,
    entity: name.entity,
    entityLabel: name.label,
    direction: read.direction,
    unit: unitOfMetric(read.choice, quantity),
    quoted: true,
  };
}

/** Levels under `Price` are amounts, in whatever currency. */
function unitOfHead(column: ColumnView | null, { unit, currency }: Quantity): Unit | null {
  const head = column?.heads.at(-1) ?? '';
  const isPrice = isKind('levels', head) && /price|价格|價格/iu.test(head);
  return isPrice && currency === null && (unit === 'count' || unit === 'other') ? 'money' : null;
}

function unitOfMetric({ metric }: MetricChoice, { unit, currency, rule }: Quantity): Unit | null {
  // A unit that a column of units or a bracket says stays, whatever the label measures elsewhere.
  if (currency !== null || rule === 'cell.unit' || (unit !== 'count' && unit !== 'other')) return null;
  const units = metricById(metric ?? '')?.units;
  if (units?.has('per_share')) return 'per_share';
  return units?.size === 1 && units.has('money') ? 'money' : null;
}
