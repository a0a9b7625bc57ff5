/** Tables of a note in Markdown: as its own table, or, where cells span rows or columns, as HTML, which can say so. */
import type { Html, PhrasingContent, Table, TableCell as Cell } from 'mdast';
import { gridOf, isNumeric, numericColumns } from '../note/cells';
import { inlinesHtml, MARKDOWN_HTML } from '../note/html-inlines';
import { type NoteBlock, type TableCell, textOf } from '../note/note';

type NoteTable = NoteBlock & { readonly kind: 'table' };

/** One head row is all that Markdown's tables have. */
const isPlain = ({ rows }: NoteTable): boolean =>
  rows.every((row) => row.every((cell) => cell.columns === 1 && cell.rows === 1)) && gridOf(rows).headRows <= 1;

export function tableOf(table: NoteTable, inlines: (cell: TableCell) => PhrasingContent[]): Table | Html {
  if (!isPlain(table)) return { type: 'html', value: htmlTable(table) };
  const grid = gridOf(table.rows);
  const numeric = numericColumns(grid);
  const cells = (row: readonly TableCell[]): Cell[] =>
    Array.from({ length: grid.columns }, (_, at) => {
      const cell = row[at];
      return { type: 'tableCell', children: cell ? inlines(cell) : [] };
    });
  const rows = grid.headRows === 0 ? [[], ...table.rows] : table.rows;
  return {
    type: 'table',
    align: Array.from({ length: grid.columns }, (_, at) => (numeric.has(at) ? 'right' : null)),
    children: rows.map((row) => ({ type: 'tableRow', children: cells(row) })),
  };
}

function htmlTable({ rows }: NoteTable): string {
  const lines = rows.map((row) => {
    const cells = row.map((cell) => {
      const tag = cell.header ? 'th' : 'td';
      const span =
        (cell.columns > 1 ? ` colspan="${cell.columns}"` : '') + (cell.rows > 1 ? ` rowspan="${cell.rows}"` : '');
      const align = isNumeric(textOf(cell.inlines).trim()) ? ' align="right"' : '';
      return `<${tag}${span}${align}>${inlinesHtml(cell.inlines, MARKDOWN_HTML)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n${lines.join('\n')}\n</table>`;
}
