// Cells from the clipboard, and what an import process may say of cells.
import { describe, expect, it } from 'vitest';
import { checkImportResult } from '../../../../src/main/imports/check-result';
import { runImport } from '../../../../src/main/imports/run-import';
import { tableOf } from '../kinds';
import { read, textsOf } from './build';

const paste = async (text: string) =>
  tableOf(await runImport(new TextEncoder().encode(text), null, undefined, { parser: 'range', title: 'Pasted range' }));

describe('copied cells', () => {
  it('are read from text with tabs', async () => {
    const table = await paste('Metric\t2025\nRevenue\t1,200\n');
    expect([table.format, table.title, textsOf(table)]).toEqual([
      'range',
      'Pasted range',
      [
        ['Metric', '2025'],
        ['Revenue', '1,200'],
      ],
    ]);
  });

  it('are read from each table of a page, with spanned cells; numbers are never doubled', async () => {
    const table = await paste(
      '<meta><table><tr><th></th><th colspan=2>FY2025</th></tr><tr><td>Metric<script>alert(1)</script></td><td>Q1</td><td>Q2</td></tr>' +
        '<tr><td rowspan=2>Revenue</td><td colspan=2>5</td></tr><tr><td>6</td><td>7</td></tr></table>' +
        '<table><tr><td>a</td></tr></table><table></table>',
    );
    expect(textsOf(table)).toEqual([
      ['', 'FY2025', 'FY2025'],
      ['Metric', 'Q1', 'Q2'],
      ['Revenue', '5'],
      ['Revenue', '6', '7'],
    ]);
    expect(table.sheets.map(({ name }) => name)).toEqual(['Table 1', 'Table 2']);
  });

  it('stay cells where one of them names a tag', async () => {
    const table = await paste('Metric\tValue\n"The <table> tag"\t7\nRevenue\t5\n');
    expect(textsOf(table)).toEqual([
      ['Metric', 'Value'],
      ['The <table> tag', '7'],
      ['Revenue', '5'],
    ]);
  });

  it('say when there are none', async () => {
    await expect(paste('<table></table>')).rejects.toMatchObject({ code: 'E_EMPTY' });
  });
});

describe('what an import process says of a table', () => {
  it('is taken as it is', async () => {
    const table = await read('a,b,c\n1,2,3\n4,5,6\n', 'a.csv');
    expect(checkImportResult(structuredClone(table))).toEqual(table);
  });

  it.each([
    ['no rows', { rows: null }],
    ['a row without cells', { rows: [{ number: 1 }] }],
    ['a row without a number', { rows: [{ number: 'x', cells: [] }] }],
    ['a cell that is a number', { rows: [{ number: 1, cells: [5] }] }],
    ['a value that is no decimal', { rows: [{ number: 1, cells: [{ text: '5', value: '5e3' }] }] }],
    ['a member nobody knows', { rows: [{ number: 1, cells: [{ text: '5', run: 'x' }] }] }],
    ['a cell without text', { rows: [{ number: 1, cells: [{ value: '5' }] }] }],
  ])('is refused with %s', async (_what, sheet) => {
    const table = await read('a,b,c\n1,2,3\n4,5,6\n', 'a.csv');
    const wrong = { ...table, sheets: [{ name: 'x', hidden: false, ...sheet }] };
    expect(() => checkImportResult(wrong)).toThrow(/cannot be kept/);
  });
});
