// Tables and drawings of PDFs as they lie about: repeated heads, rows with dashes, words drawn twice, facts beside prose.
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../../src/main/imports/run-import';
import { documentOf } from '../kinds';
import { column, type Line, type Made, makePdf } from './make';

const textOf = async (pages: readonly Made[]): Promise<string> =>
  documentOf(await runImport(await makePdf(pages), 'a.pdf')).normalised.text;

const row = (y: number, cells: readonly string[], x = 50): Line[] =>
  cells.map((text, at) => ({ text, x: x + at * 150, y }));

describe('what is no running head', () => {
  it('heads, unit lines and first rows of tables at the top of every page stay; page numbers go', async () => {
    const pages = [1, 2, 3].map((page) => ({
      lines: [
        ...row(40, ['EUR thousand', '2031', '2030']),
        ...row(55, [`Depot ${page * 7}`, `${page * 31}`, `${page * 29}`]),
        ...row(70, [`Depot ${page * 7 + 1}`, `${page * 37}`, `${page * 41}`]),
        { text: `Page ${page} of 3`, x: 280, y: 780, size: 8 },
      ],
    }));
    const text = await textOf(pages);
    expect(text.match(/2031/g)).toHaveLength(3);
    for (const page of [1, 2, 3]) expect(text).toContain(`Depot ${page * 7}\t${page * 31}\t${page * 29}`);
    expect(text).not.toContain('Page 2');
  });
});

describe('rows', () => {
  it('a dash is a value: its row is no second line of the row above', async () => {
    const lines = [
      ...row(100, ['', '2031', '2030']),
      ...row(124, ['Trade creditors', '41,200', '39,100']),
      ...row(136, ['Accrued wages', '–', '1,786']),
      ...row(160, ['Total', '41,200', '40,886']),
    ];
    expect(await textOf([{ lines }])).toContain('Accrued wages\t–\t1,786');
  });
});

describe('words drawn twice', () => {
  it('are read once, whole or letter by letter', async () => {
    const letters = Array.from('Crates moved: 4,400').flatMap((text, at): Line[] => [
      { text, x: 50 + at * 9, y: 130 },
      { text, x: 50.3 + at * 9, y: 130 },
    ]);
    const text = await textOf([
      {
        lines: [
          { text: 'Volume was 310 tonnes.', x: 50, y: 100 },
          { text: 'Volume was 310 tonnes.', x: 50.3, y: 100 },
          ...letters,
        ],
      },
    ]);
    expect(text.match(/310 tonnes/g)).toHaveLength(1);
    expect(text).not.toMatch(/44,|CC/);
  });
});

describe('facts beside prose', () => {
  it('are read after the prose and not into its lines', async () => {
    const prose = [
      'We lift our estimate for the port after it',
      'guided to a volume of three hundred tonnes',
      'and a margin that is well above the last',
      'one, while the cost of fuel fell in spring',
      'and the crews kept to the rota all through',
      'the summer, as they had said they would do',
    ];
    const text = await textOf([
      {
        lines: [
          ...column(50, 100, prose),
          ...column(400, 100, ['Rating', 'Hold', 'Price on 4 May', '$44', 'Yield', '2.1%']),
        ],
      },
    ]);
    expect(text).toContain('after it guided to a volume');
  });
});
