/** Cells copied out of a spreadsheet or a page: text with tabs, or the tables of a piece of HTML, each as a sheet. */
import { TieoutError } from '../../../contract/errors';
import type { Sheet } from '../../../core/table/model';
import { readDelimited } from '../csv/parser';
import { type DomElement, parseDocument } from '../html/dom';
import { carriedCells, cellsOf, rowsOf, spanOf } from '../html/table';
import { IMPORT_LIMITS } from '../limits';
import type { ParsedTable, TableParser } from '../parser';
import { sheetBudget } from '../sheet';
import type { ImportSource } from '../source';

/** Only for a paste that the person says is a table: a file is recognised by the parsers of its format. */
export const rangeParser = {
  kind: 'table',
  name: 'range',
  version: 1,
  reads: 'text',
  recognise: () => 0,
  parse,
} satisfies TableParser;

/** Copied markup begins with a tag, or with the lines by which Windows describes it: cells may name a tag and are none. */
const isMarkup = (text: string): boolean => /^(?:Version:|\s*<)/i.test(text) && /<table[\s>]/i.test(text);

function parse(source: ImportSource): ParsedTable {
  const { text, problems } = source.text();
  if (!isMarkup(text)) return readDelimited(source, 'range');
  const budget = sheetBudget();
  const document = parseDocument(text);
  for (const element of document.querySelectorAll('script,style,template,noscript')) element.remove();
  const sheets = [...document.querySelectorAll('table')]
    .filter((table) => [...table.querySelectorAll('table')].length === 0)
    .slice(0, IMPORT_LIMITS.tableSheets)
    .map((table, index): Sheet => {
      const writer = budget.open();
      textsOf(table).forEach((cells, row) => writer.addRow(row + 1, cells));
      return writer.finish(`Table ${index + 1}`, false);
    })
    .filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0)
    throw new TieoutError(
      'E_EMPTY',
      'The clipboard holds no table cells. Copy the cells of the table and paste again.',
    );
  return { format: 'range', sheets, delimiter: null, problems: [...problems, ...budget.problems()] };
}

/** Row by row; words reach over the columns and rows their cell spans, as in a workbook with merged cells. */
function textsOf(table: DomElement): readonly (readonly string[])[] {
  const carried = carriedCells();
  const above = new Map<number, string>();
  return rowsOf(table).map((row) => {
    const cells: string[] = [];
    const fill = (): void => {
      while (carried.take(cells.length)) cells.push(above.get(cells.length) ?? '');
    };
    for (const cell of cellsOf(row)) {
      fill();
      const text = (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      const isNumber = /^[\d(.,\s$€£¥%–—-]+\)?%?$/u.test(text);
      const rows = spanOf(cell, 'rowspan');
      const columns = spanOf(cell, 'colspan');
      const first = cells.length;
      for (let n = 0; n < columns; n += 1) {
        const repeats = n === 0 || (!isNumber && first > 0);
        above.set(cells.length, isNumber ? '' : text);
        if (rows > 1) carried.put(cells.length, rows - 1);
        cells.push(repeats ? text : '');
      }
    }
    fill();
    return cells;
  });
}
