/**
 * The clipboard's table format as spreadsheets write and read it: tab-separated, quoted where a cell holds a tab, a
 * quote or a line break. What goes out is neutralised, because text out of an imported document must not run as a
 * formula in the spreadsheet it is pasted into.
 */

import { asWritten, neutralise } from '../../../../../core/base/formula-text';

export type Matrix = readonly (readonly string[])[];

const NEEDS_QUOTES = /[\t\n\r"]/;

const quote = (cell: string) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows of cells as tab-separated text, rows ended by CRLF as spreadsheets do. */
export function toClipboard(cells: Matrix): string {
  return cells.map((row) => row.map((cell) => quote(neutralise(cell))).join('\t')).join('\r\n');
}

/** Tab-separated text as rows of cells; quotes only count at the start of a cell; one last line break is no row. */
export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    row.push(asWritten(cell.value));
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows;
}

interface Piece {
  readonly value: string;
  readonly end: number;
}

const isCellEnd = (character: string | undefined) =>
  character === undefined || character === '\t' || character === '\n' || character === '\r';

function readPlain(text: string, start: number): Piece {
  let end = start;
  while (!isCellEnd(text[end])) end += 1;
  return { value: text.slice(start, end), end };
}

/** A quoted cell; where the quote never closes before a cell's end, the text is taken as it stands. */
function readQuoted(text: string, start: number): Piece {
  let at = start + 1;
  let value = '';
  while (at < text.length) {
    if (text[at] !== '"') {
      value += text[at];
      at += 1;
    } else if (text[at + 1] === '"') {
      value += '"';
      at += 2;
    } else {
      return isCellEnd(text[at + 1]) ? { value, end: at + 1 } : readPlain(text, start);
    }
  }
  return readPlain(text, start);
}
