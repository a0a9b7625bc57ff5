// Shared by the table tests: a sheet from lines of cells, and its figures in words.
import { readTable } from '../../../src/core/table/figures';
import type { Sheet, TableMapping } from '../../../src/core/table/model';
import type { Cell } from '../../../src/core/figure/cell/cell';
import { proposeMapping } from '../../../src/core/table/propose';

export const HINTS = { title: 'numbers.csv', delimiter: ',' } as const;

/** Rows of a text with `|` between cells; blank lines are rows without cells, which readers leave out. */
export function sheetOf(text: string, name = 'Sheet1'): Sheet {
  const rows = text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, index) => ({ number: index + 1, cells: line.split('|').map((cell): Cell => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { name, hidden: false, rows };
}

/** `revenue · Acme · 2026Q1 = 1000000 money USD` for each figure, by the proposed mapping or a changed one. */
export function figuresIn(sheet: Sheet, change: (mapping: TableMapping) => TableMapping = (same) => same): string[] {
  const mapping = change(proposeMapping([sheet], 0, HINTS));
  return readTable(sheet, mapping).figures.map((figure) => {
    const { reading, unit, currency } = figure;
    const value = reading === null ? `“${figure.raw}”` : (reading.low ?? reading.high ?? '');
    const names = [figure.metric, figure.entity, figure.period, figure.basis].filter((one) => one !== null);
    return `${names.join(' · ')} = ${value} ${unit}${currency === null ? '' : ` ${currency}`}`;
  });
}
