/** Tables in Word: columns as wide as their longest word, values flush right, turned pages for what is wider than one. */
import {
  AlignmentType,
  Bookmark,
  Paragraph,
  ShadingType,
  Table,
  TableCell as Cell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { type Grid, gridOf, numericColumns, type PlacedCell } from '../note/cells';
import { type NoteBlock, textOf } from '../note/note';
import { inlines, sourceAnchor } from './inlines';
import type { Paper } from '../../../core/report/exports';
import { LINE, NONE, textWidth } from './look';

export type NoteTable = NoteBlock & { readonly kind: 'table' };

/** Sizes of a table's words in half points: the usual one, and the smallest that is still read with ease. */
const SIZES = [19, 17, 14] as const;
/** A letter takes about this share of its size; bold ones of heads a little more. */
const LETTER = 0.54;
const PADDING = 180;
/** In letters: a longer text breaks into lines, a longer word may break. */
const [LONGEST_LINE, LONGEST_WORD] = [40, 24];

interface ContentWidth {
  least: number;
  line: number;
}

/** Letters that each column asks for: its longest word, and one line. A wide character takes two. */
function contentWidths(grid: Grid): readonly ContentWidth[] {
  const lettersIn = (words: string): number =>
    words.length + (words.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0);
  const needs = Array.from({ length: grid.columns }, (): ContentWidth => ({ least: 2, line: 2 }));
  for (const { cell, column, columns } of grid.cells) {
    const need = needs[column];
    if (!need || columns > 1) continue;
    const words = textOf(cell.inlines);
    // The letter of a class stands beside its figure.
    const marks = cell.inlines.some(({ kind }) => kind === 'figure') ? 2 : 0;
    const word = Math.max(0, ...words.split(/[\s\u2e80-\u9fff]+/).map(lettersIn)) + marks;
    need.least = Math.max(need.least, Math.min(word, LONGEST_WORD));
    need.line = Math.max(need.line, Math.min(lettersIn(words) + marks, LONGEST_LINE));
  }
  return needs;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface Fit {
  readonly turned: boolean;
  /** Half points. */
  readonly size: number;
  readonly widths: readonly number[];
}

/** Upright at the largest size that holds every word, else turned, else turned and as small as is read. */
function fit(grid: Grid, paper: Paper): Fit {
  const needs = contentWidths(grid);
  const twips = (letters: number, size: number): number => letters * size * 10 * LETTER + PADDING;
  const least = (size: number): number => sum(needs.map((need) => twips(need.least, size)));
  const [usual, , smallest] = SIZES;
  const upright = SIZES.find((size) => least(size) <= textWidth(paper, false));
  const turned = upright === undefined;
  const space = textWidth(paper, turned);
  const size = upright ?? SIZES.find((one) => least(one) <= space) ?? smallest;
  const own = needs.map((need) => twips(need.least, size));
  const wanted = needs.map((need) => twips(Math.max(need.line, need.least), size || usual));
  const spare = space - sum(own);
  const want = sum(wanted) - sum(own);
  const widths = own.map((width, at) =>
    spare < 0 || want === 0 ? (width * space) / sum(own) : width + (spare * ((wanted[at] ?? 0) - width)) / want,
  );
  return { turned, size, widths: widths.map(Math.round) };
}

/** Whether a table needs a turned page. */
export const isLandscape = (table: NoteTable, paper: Paper): boolean => fit(gridOf(table.rows), paper).turned;

/** The bibliography is the table whose head starts with "No.": its numbers are what citations link to. */
const isBibliography = ({ rows }: NoteTable): boolean => textOf(rows[0]?.[0]?.inlines ?? []) === 'No.';

export function tableOf(table: NoteTable, paper: Paper): Table {
  const grid = gridOf(table.rows);
  const { widths, size } = fit(grid, paper);
  const bibliography = isBibliography(table);
  const numeric = bibliography ? new Set<number>() : numericColumns(grid);
  const rows = new Map<number, PlacedCell[]>(table.rows.map((_, at) => [at, []]));
  for (const placed of grid.cells) rows.get(placed.row)?.push(placed);
  return new Table({
    width: { size: sum(widths), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    borders: { top: NONE, left: NONE, right: NONE, insideVertical: NONE, bottom: LINE, insideHorizontal: LINE },
    rows: [...rows].map(
      ([at, cells]) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at < grid.headRows,
          children: cells.map((placed) => {
            const right = placed.columns === 1 && numeric.has(placed.column);
            const anchored = bibliography && placed.column === 0 && !placed.cell.header;
            const width = sum(widths.slice(placed.column, placed.column + placed.columns));
            return cellOf(placed, { right, anchored, width, size });
          }),
        }),
    ),
  });
}

interface CellLook {
  readonly right: boolean;
  readonly anchored: boolean;
  readonly width: number;
  readonly size: number;
}

function cellOf({ cell, columns, rows }: PlacedCell, { right, anchored, width, size }: CellLook): Cell {
  const runs = inlines(cell.inlines, cell.header);
  const children = anchored ? [new Bookmark({ id: sourceAnchor(Number(textOf(cell.inlines))), children: runs })] : runs;
  return new Cell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: columns,
    rowSpan: rows,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(cell.header && { shading: { type: ShadingType.CLEAR, fill: 'F5F4F1' } }),
    children: [
      new Paragraph({
        style: tableStyle(size),
        ...(right && { alignment: AlignmentType.RIGHT }),
        children,
      }),
    ],
  });
}

/** One paragraph style a size, so that all tables are restyled at once. */
const tableStyle = (size: number): string => `Table${size}`;
export const TABLE_STYLES = SIZES.map((size) => ({ id: tableStyle(size), name: `Table ${size / 2} pt`, size }));
