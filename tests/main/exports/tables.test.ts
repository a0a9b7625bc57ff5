// Spreadsheets: nothing runs, nothing changes.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { asWritten, neutralise } from '../../../src/core/base/formula-text';
import { bibtex, ris } from '../../../src/main/exports/sources/bibliography';
import { csv } from '../../../src/main/exports/csv';
import { workbook } from '../../../src/main/exports/xlsx';
import { read, textsOf } from '../imports/table/build';
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
    ["'=1", "''=1"],
    ['-5%', '-5%'],
    ['-12.6', '-12.6'],
    ['+28', '+28'],
    ['Revenue', 'Revenue'],
    ['', ''],
  ])('%j → %j', (cell, expected) => {
    expect(neutralise(cell)).toBe(expected);
  });

  it('is taken back as it was written', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom("'", '=', '-5%', '+', ' ', 'a', '|')).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(cell, (words) => asWritten(neutralise(words)) === words));
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

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exceljs names an older Buffer than Node's
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

/** exceljs leaves ST_Xstring as it stands where a string stands in its cell. */
const decoded = (words: string): string =>
  words.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

describe('XLSX', () => {
  it('keeps long numbers as text and never a formula', async () => {
    const rows = [['37.6'], ['12345678901234567'], ['007'], ['=1+1'], [null]];
    const book = await readBack(workbook([{ name: 'Figures', head: ['v'], rows }]));
    const values = [2, 3, 4, 5].map((row) => book.getWorksheet('Figures')?.getCell(row, 1));
    expect(values.map((c) => c?.value)).toEqual([37.6, '12345678901234567', '007', '=1+1']);
    expect(values.every((c) => c?.type !== ExcelJS.ValueType.Formula)).toBe(true);
    // Such text stays text when somebody edits it.
    expect(values.map((c) => c?.numFmt)).toEqual(
      [undefined, undefined, undefined, '@'].map((f) => f ?? values[0]?.numFmt),
    );
  });

  it('has its head in bold above a frozen line, a filter, and columns as wide as their words', async () => {
    const head = Array.from({ length: 30 }, (_, i) => `Column ${i}`);
    const book = await readBack(
      workbook([
        { name: 'One & "two"', head, rows: [head.map((_, i) => 'x'.repeat(i * 3))] },
        { name: 'Empty', head: ['a'], rows: [] },
      ]),
    );
    const [one, empty] = book.worksheets;
    expect([one?.name, empty?.name]).toEqual(['One & "two"', 'Empty']);
    expect(one?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect(one?.autoFilter).toBe('A1:AD2');
    expect(one?.getCell('AD1').font).toMatchObject({ bold: true });
    expect([one?.getColumn(1).width, one?.getColumn(30).width]).toEqual([10, 60]);
    expect(book.creator).toBe('Tieout');
  });

  it('gives every text back letter for letter, whatever it holds', async () => {
    const odd = fc.constantFrom(
      '_x0041_',
      '_x005F_',
      '\u0000',
      '\u0007',
      '\r\n',
      '\ufffe',
      '<b>&"',
      '𝒜',
      '  ',
      '\t',
      '=',
      '_x',
    );
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(odd, { maxLength: 4 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 4 }), async (cells) => {
        // A letter first: what is a number is told apart by its own test.
        const rows = cells.map((row) => row.map((words) => `w${words}`));
        const sheet = (await readBack(workbook([{ name: 'S', head: ['a', 'b'], rows }]))).getWorksheet('S');
        const cellAt = (row: number, column: number) => decoded(sheet?.getCell(row + 2, column).text ?? '');
        expect(rows.map((_, row) => [cellAt(row, 1), cellAt(row, 2)])).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  it('is read by our own import as it was written, and is the same bytes each time', async () => {
    const sheets = [
      {
        name: 'Figures',
        head: ['Metric', 'Value'],
        rows: [
          ['Revenue', '37.6'],
          ['Margin', '=1+1'],
          [null, ''],
        ],
      },
    ];
    const bytes = workbook(sheets);
    expect(textsOf(await read(bytes, 'figures.xlsx'))).toEqual([
      ['Metric', 'Value'],
      ['Revenue', '37.6'],
      ['Margin', '=1+1'],
    ]);
    expect(Buffer.from(workbook(sheets)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('cuts what no program reads: over 32,767 letters, half a letter', async () => {
    const rows = [[`w${'𝒜'.repeat(20_000)}`], ['w\ud800x\udc00']];
    const sheet = (await readBack(workbook([{ name: 'S', head: ['a'], rows }]))).getWorksheet('S');
    const [long, halves] = [2, 3].map((row) => sheet?.getCell(row, 1).text ?? '');
    expect(long).toHaveLength(32_766);
    expect(long).toMatch(/𝒜…$/u);
    expect(halves).toBe('w\ufffdx\ufffd');
  });
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
