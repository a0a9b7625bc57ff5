// Spreadsheets: nothing runs, nothing changes.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bibtex, ris } from '../../../src/main/exports/bibliography';
import { csv } from '../../../src/main/exports/csv';
import { neutralise } from '../../../src/main/exports/tables';
import { workbook } from '../../../src/main/exports/xlsx';
import { source } from './support';

describe('neutralise', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd|x', "'+cmd|x"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['-12.6', '-12.6'],
    ['+28', '+28'],
    ['Revenue', 'Revenue'],
    ['', ''],
  ])('%j → %j', (cell, expected) => {
    expect(neutralise(cell)).toBe(expected);
  });

  it('leaves no cell that starts a formula', () => {
    fc.assert(fc.property(fc.string(), (cell) => !/^[=@\t\r]/.test(neutralise(cell))));
  });
});

it('CSV reads back cell for cell', () => {
  const cell = fc.string().map((s) => s.replace(/\0/g, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
      const read = Papa.parse<string[]>(csv(['a', 'b'], rows).slice(1).replace(/\r\n$/, ''), { newline: '\r\n' }).data;
      expect(read.slice(1)).toEqual(rows.map((row) => row.map(neutralise)));
    }),
  );
});

it('XLSX keeps long numbers as text and never a formula', async () => {
  const bytes = await workbook([
    { name: 'Figures', head: ['v'], rows: [['37.6'], ['12345678901234567'], ['007'], ['=1+1'], [null]] },
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const values = [2, 3, 4, 5].map((row) => book.getWorksheet('Figures')?.getCell(row, 1));
  expect(values.map((c) => c?.value)).toEqual([37.6, '12345678901234567', '007', '=1+1']);
  expect(values.every((c) => c?.type !== ExcelJS.ValueType.Formula)).toBe(true);
});

describe('bibliographies', () => {
  const sources = [
    source('s1', 'Acme', { DOI: '10.1/x', issued: { 'date-parts': [[2026, 4, 29]] } }),
    source('s2', 'Beta'),
  ];
  it('BibTeX has each source once', () => {
    expect(bibtex(sources).match(/^@/gm)).toHaveLength(2);
    expect(bibtex(sources)).toContain('10.1/x');
  });
  it('RIS keeps the DOI inside its record', () => {
    const [first = ''] = ris(sources).split(/^ER {2}-/m);
    expect(first).toContain('DO  - 10.1/x');
  });
  it('nothing comes of nothing', () => {
    expect(bibtex([]) + ris([])).toBe('');
  });
});
