// Heads of models: years and months that a number format shows, quarters over their days, units between the rows, covers first.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/figure/cell/cell';
import { readTable } from '../../../src/core/table/figures';
import type { Sheet } from '../../../src/core/table/model';
import { proposeMapping, proposeSheet } from '../../../src/core/table/propose';
import { figuresIn, sheetOf } from './read';

const number = (text: string, value: string): Cell => ({ text, value });
const month = (text: string, date: string): Cell => ({ text, date });

function read(rows: readonly (readonly Cell[])[]) {
  const sheet: Sheet = { name: 'Model', hidden: false, rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
  const { figures } = readTable(sheet, proposeMapping([sheet], 0, { title: 'Model', delimiter: null }));
  return figures.map(({ metricLabel, period, unit, reading, currency }) =>
    [metricLabel, period, reading?.low, unit, currency].join(' '),
  );
}

describe('a model', () => {
  it('has years that a format shows with a letter, above a row of days', () => {
    const found = read([
      ['Drivers'],
      ['', number('2024A', '2024'), number('2025A', '2025'), number('2026E', '2026')],
      ['Days in period', number('366', '366'), number('365', '365'), number('365', '365')],
      ['Revenue', number('1,201', '1201'), number('1,302', '1302'), number('1,404', '1404')],
    ]);
    expect(found).toContain('Revenue FY2026 1404 money ');
  });

  it('has years where months twelve apart head its columns, also below a word', () => {
    const months = [month('Mar-24', '2024-03'), month('Mar-25', '2025-03'), month('Mar-26', '2026-03')];
    const values = [number('11', '11'), number('12', '12'), number('13', '13')];
    expect(
      read([
        ['Narration', ...months],
        ['Sales', ...values],
      ]),
    ).toContain('Sales FY2025 12 money ');
    expect(
      read([
        ['', 'Historical', '', ''],
        ['', ...months],
        ['Revenue', ...values],
      ]),
    ).toContain('Revenue FY2024 11 money ');
  });

  it('keeps months that follow each other', () => {
    const months = [month('Jan-26', '2026-01'), month('Feb-26', '2026-02'), month('Mar-26', '2026-03')];
    expect(
      read([
        ['', ...months],
        ['Sales', '11', '12', '13'],
      ]),
    ).toContain('Sales 2026-02 12 money ');
  });

  it('takes the quarter over the day it ends on, and the unit in the corner, below facts about the price', () => {
    const found = figuresIn(
      sheetOf(`
Price|346||EV/CFFO|53
$millions|Q124|Q224|Q324|Q424|Q125|Q225|Q325|Q425
|2024-02-04|2024-05-05|2024-08-04|2024-11-03|2025-02-02|2025-05-04|2025-08-03|2025-11-02
Revenue|11961|12487|13072|14053|14916|14054|15952|18015
COGS|3114|3142|3272|3399|3273|3399|3704|4213`),
    );
    expect(found).toContain('revenue · 2025Q3 = 15952000000 money USD');
  });

  it('reads a unit between the rows', () => {
    const found = figuresIn(
      sheetOf(`
|2024|2025|2026
Revenue growth|9%|8%|7%
All figures in USD thousands unless stated
Revenue|1201|1302|1404
Net income|101|102|104`),
    );
    expect(found).toContain('revenue · FY2026 = 1404000 money USD');
  });

  it('reads columns of a statement as money where some of their names are known', () => {
    const found = figuresIn(
      sheetOf(
        `
Year,Revenue,Operating_Profit,Interest,PBT,Tax,Net_Income
2024,4120,1310,28,1282,320,962
2025,4330,1374,31,1343,335,1008`.replaceAll(',', '|'),
      ),
    );
    expect(found.filter((one) => one.includes('interest'))).toEqual([
      'interest · FY2024 = 28 money',
      'interest · FY2025 = 31 money',
    ]);
  });

  it('is on the first sheet with more than a few numbers', () => {
    const cover = sheetOf('Company|Harbour\nPrice|12.10', 'Cover');
    const table = sheetOf(['|2023|2024|2025', ...Array.from({ length: 5 }, (_, at) => `Row ${at}|1|2|3`)].join('\n'));
    expect(proposeSheet([cover, table])).toBe(1);
    expect(proposeSheet([cover])).toBe(0);
  });
});
