/**
 * Tables that stand as paragraphs with tabs between their cells ("Revenue → 733 → 690"), as old templates and pasted
 * statements have them: read as tables, so that their columns are not lost.
 */
import type { DocxBlock, DocxTable, Paragraph, Piece, TableRow } from './model';

const LEAST_ROWS = 2;
const MOST_CELLS = 40;
const VALUE = /^[\s($€£¥~<>+\-−–]*\d[\d.,\s]*\)?\s?[%x]?\)?$|^[-–—]$/u;
/** A number, letter or bullet that a list sets apart with a tab. */
const LIST_MARK = /^(?:[•·▪◦–—*-]|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]|(?:\d{1,3}\.)+\d{0,3})$/i;

/** `blocks` with runs of such paragraphs as tables. */
export function withTabTables(blocks: readonly DocxBlock[]): readonly DocxBlock[] {
  const out: DocxBlock[] = [];
  let run: { readonly paragraph: Paragraph; readonly cells: readonly Piece[][] }[] = [];
  const close = () => {
    const rows = run.map(({ cells }) => cells);
    if (isTable(rows)) out.push(tableOf(rows));
    else out.push(...run.map(({ paragraph }) => paragraph));
    run = [];
  };
  for (const block of blocks) {
    const cells = block.kind === 'paragraph' ? cellsOf(block) : null;
    if (block.kind === 'paragraph' && cells !== null) run.push({ paragraph: block, cells });
    else {
      close();
      out.push(block);
    }
  }
  close();
  return out;
}

/** What stands between the tabs of a paragraph; null where it has none or is a heading, an item or more than one line. */
function cellsOf({ pieces, outline, list }: Paragraph): readonly Piece[][] | null {
  if (outline !== null || (list !== null && list !== 'none')) return null;
  if (pieces.some(({ text }) => text.includes('\n'))) return null;
  const cells: Piece[][] = [[]];
  for (const piece of pieces) {
    const parts = piece.text.split('\t');
    parts.forEach((text, at) => {
      if (at > 0) cells.push([]);
      // Comments and notes of a piece that a tab cuts stay with its first part.
      if (at === 0) cells.at(-1)?.push({ ...piece, text });
      else if (text !== '') cells.at(-1)?.push({ ...piece, text, note: null, begins: [], ends: [] });
    });
  }
  const filled = cells.filter((cell) => wordsOf(cell) !== '').length;
  if (cells.length < 2 || cells.length > MOST_CELLS || filled === 0) return null;
  return LIST_MARK.test(wordsOf(cells[0] ?? [])) ? null : cells;
}

const wordsOf = (cell: readonly Piece[]): string =>
  cell
    .map(({ text }) => text)
    .join('')
    .trim();

/** Rows of values: most have a value in their last cell and a label in their first. */
function isTable(rows: readonly (readonly Piece[][])[]): boolean {
  if (rows.length < LEAST_ROWS) return false;
  const values = rows.filter((cells) => {
    const words = cells.map(wordsOf).filter((text) => text !== '');
    return words.length > 1 && VALUE.test(words.at(-1) ?? '') && !VALUE.test(words[0] ?? '');
  });
  return values.length >= LEAST_ROWS || (values.length > 0 && values.length * 2 >= rows.length);
}

/** More than one tab may stand for one column: where the rows differ in length only, empty cells inside them go. */
function tableOf(rows: readonly (readonly Piece[][])[]): DocxTable {
  const even = new Set(rows.map((cells) => cells.length)).size === 1;
  return { kind: 'table', rows: rows.map((cells) => rowOf(even ? cells : withoutGaps(cells))) };
}

const withoutGaps = (cells: readonly Piece[][]): readonly Piece[][] =>
  cells.filter((cell, at) => at === 0 || wordsOf(cell) !== '');

const rowOf = (cells: readonly Piece[][]): TableRow => ({
  header: false,
  cells: cells.map((pieces) => ({
    paragraphs: [{ kind: 'paragraph', style: null, outline: null, list: null, places: [], pieces }],
    columns: 1,
    continued: false,
  })),
});
