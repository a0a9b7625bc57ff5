/**
 * The clipboard's table as HTML, which word processors and mail take as a table. Read back only as text: the parsed page is
 * inert, nothing of it is ever shown or run.
 */
import { asWritten, neutralise } from '../../../../../core/base/formula-text';
import type { Matrix } from './clipboard';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPED[character] ?? character);

/** Cells as a plain table; line breaks in a cell stay. */
export function toHtml(cells: Matrix): string {
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

const lines = (cell: string): string => escaped(neutralise(cell)).replaceAll(/\r?\n/g, '<br>');

/** The cells of the first table of a page, spans given room; null where there is none. */
export function fromHtml(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const cells: string[][] = Array.from(table.rows, () => []);
  Array.from(table.rows).forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (cells[at]?.[column] !== undefined) column += 1;
      place(cells, { row: at, column, down: spanOf(cell.rowSpan), across: spanOf(cell.colSpan) }, textOf(cell));
      column += spanOf(cell.colSpan);
    }
  });
  const width = Math.max(0, ...cells.map((row) => row.length));
  return cells.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

/** More is no table that anybody pastes. */
const MOST_SPANNED = 200;
const spanOf = (span: number): number => Math.max(1, Math.min(span, MOST_SPANNED));

interface Stretch {
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly across: number;
}

/** The text stands in the first cell of its span; the others are empty. */
function place(cells: string[][], { row, column, down, across }: Stretch, text: string): void {
  for (let at = row; at < Math.min(row + down, cells.length); at += 1) {
    for (let to = column; to < column + across; to += 1) {
      const line = cells[at];
      if (line) line[to] = at === row && to === column ? text : '';
    }
  }
}

function textOf(cell: HTMLElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n');
  return asWritten((cell.textContent ?? '').replaceAll(/[^\S\n]+/g, ' ').trim());
}
