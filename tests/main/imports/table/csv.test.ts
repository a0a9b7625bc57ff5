// Delimited text: what is a table and what is not, every separator, what is written reads back, and files made to hurt.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '../../../../src/main/imports/limits';
import { recogniseParser } from '../../../../src/main/imports/registry';
import { sourceOf } from '../../../../src/main/imports/source';
import { codesOf, read, textsOf } from './build';

const parserOf = (text: string, name: string | null = null): string =>
  recogniseParser(sourceOf(new TextEncoder().encode(text), name)).name;

const ROWS = ['Metric,2024,2025', 'Revenue,10,12', 'Capex,3,4', 'EPS,0.5,0.6'];

describe('what is a table', () => {
  it.each([
    ['commas', ROWS.join('\n'), null, 'csv'],
    ['tabs from a clipboard', ROWS.join('\n').replaceAll(',', '\t'), null, 'csv'],
    ['semicolons', ROWS.join('\n').replaceAll(',', ';'), null, 'csv'],
    ['two rows with a name that says so', 'a;b\n1;2', 'x.csv', 'csv'],
    ['a declared separator', 'sep=|\na|b\n1|2', null, 'csv'],
    [
      'prose with commas',
      'Revenue rose 5%, costs fell 3%, and margins widened.\nMargins, then, were 12%, up from 10%.\nWe expect, at best, 13%.',
      null,
      'text',
    ],
    ['lines of two halves', 'Revenue: 5, up\nCosts: 4, down\nMargin: 3, flat\n', null, 'text'],
    ['a Markdown table', '# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n', null, 'markdown'],
    ['a Markdown file of commas', ROWS.join('\n'), 'x.md', 'markdown'],
    ['words between commas', 'one,two,three\nfour,five,six\nseven,eight,nine', null, 'text'],
    ['a page named as a table', '<html><body><p>x</p></body></html>', 'x.csv', 'html'],
    ['JSON', '[\n[1,2],\n[3,4],\n[5,6]\n]', null, 'text'],
  ])('%s', (_what, text, name, parser) => expect(parserOf(text, name)).toBe(parser));
});

describe('a table of text', () => {
  it('is read with captions, quotes, blank rows and rows of any length', async () => {
    const table = await read(
      'Acme\n\nMetric,2024,"Notes, if any"\nRevenue,"1,200","said ""so""\nand more"\nx\n',
      'a.csv',
    );
    expect(table.delimiter).toBe(',');
    expect(table.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['Acme'] },
      { number: 3, cells: ['Metric', '2024', 'Notes, if any'] },
      { number: 4, cells: ['Revenue', '1,200', 'said "so"\nand more'] },
      { number: 5, cells: ['x'] },
    ]);
  });

  it('keeps columns named like members of every object', async () => {
    const table = await read('__proto__,constructor,toString\n1,2,3\n4,5,6\n', 'a.csv');
    expect(textsOf(table)).toEqual([
      ['__proto__', 'constructor', 'toString'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });

  it('takes other encodings and says which', async () => {
    const bytes = Buffer.from('Kennzahl;2024\nUmsatz in €;1.234,5\nÜberschuss;12,5\n', 'latin1');
    const table = await read(new Uint8Array(bytes), 'a.csv');
    expect(table.encoding).toBe('windows-1252');
    expect(codesOf(table)).toContain('W_ENCODING_GUESSED');
  });

  it('reads back what was written', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', ' ', 'é', '中', '\t', '.', '-'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (rows, delimiter) => {
          // A first row that settles the separator, as a head does.
          const written = [
            ['head one', 'head two', 'head three', 'head four'],
            ['1', '2', '3', '4'],
            ['5', '6', '7', '8'],
            ...rows,
          ];
          const text = `sep=${delimiter}\n${Papa.unparse(written, { delimiter, newline: '\n' })}`;
          const expected = written.map(trimmed).filter((row) => row.length > 0);
          expect(textsOf(await read(text, 'a.csv'))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Blank cells at the end of a row are no cells. */
function trimmed(row: readonly string[]): string[] {
  const end = row.findLastIndex((cell) => cell.trim() !== '');
  return row.slice(0, end + 1);
}

describe('tables made to hurt', () => {
  it('16,384 columns are cut, and said to be', async () => {
    const row = Array.from({ length: 16_384 }, (_, n) => n).join(',');
    const table = await read(`${row}\n${row}\n`, 'a.csv');
    expect(table.sheets[0]?.rows[0]?.cells).toHaveLength(IMPORT_LIMITS.tableColumns);
    expect(codesOf(table)).toEqual(['W_COLUMNS']);
  });

  it('a million empty rows are none', async () => {
    const table = await read(`a,b\n${',\n'.repeat(1_000_000)}1,2\n`, 'a.csv');
    expect(table.sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 1_000_002]);
  });

  it('too many cells are refused with the limit', async () => {
    const text = '1,1,1,1,1,1,1,1,1,1\n'.repeat(IMPORT_LIMITS.tableCells / 10 + 1);
    await expect(read(text, 'a.csv')).rejects.toMatchObject({
      code: 'E_TOO_LARGE',
      message: expect.stringContaining('3,000,000 cells') as string,
    });
  });

  it('a quote that never closes is said', async () => {
    const table = await read(`a,b\n1,"2\n${'3,4\n'.repeat(1000)}`, 'a.csv');
    expect(codesOf(table)).toContain('W_QUOTES');
  });

  it('a field of eight megabytes is one cell', async () => {
    const table = await read(`a,b\n1,"${'x'.repeat(8_000_000)}"\n2,3\n`, 'a.csv');
    expect(textsOf(table)[1]?.[1]).toHaveLength(8_000_000);
  });

  it('zero bytes are no text', async () => {
    await expect(read('a,b\n1,\u00002\n', 'a.csv')).rejects.toMatchObject({ code: 'E_FORMAT' });
  });

  it('marks of direction stay in the cell', async () => {
    const table = await read('a,b\nx\u202e,1\ny,2\n', 'a.csv');
    expect(textsOf(table)[1]?.[0]).toBe('x\u202e');
  });
});
